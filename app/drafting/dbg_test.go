package drafting

import (
	"fmt"
	"os"
	"safety365/bulletins"
	"testing"
)

func TestDbg(t *testing.T) {
	s := os.Getenv("DBG")
	if s == "" {
		t.Skip()
	}
	d := parse(s)
	fmt.Println(bulletins.Dump(d))
	tr := grow(d, 0, len(s))
	var pr func(n *node, in string)
	pr = func(n *node, in string) {
		fmt.Printf("%s%d gap=%d end=%d raw=%q head=%q tail=%q w=%d task=%d", in, n.kind, n.gap, n.end, n.raw, n.head, n.tail, n.width, n.task)
		if n.line != nil {
			fmt.Printf(" at=%v void=%v %q", n.line.at, n.line.void, plainText(tr.load(n)))
		}
		fmt.Println()
		for _, k := range n.kids {
			pr(k, in+"  ")
		}
		for _, r := range n.rows {
			for _, c := range r.kids {
				pr(c, in+"    ")
			}
		}
	}
	pr(tr.root, "")
}
