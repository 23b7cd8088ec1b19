package drafting

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"safety365/app/manuscript"
)

func samples(t *testing.T) map[string]string {
	names, _ := filepath.Glob("../../assets/samples/*.md")
	if len(names) == 0 {
		t.Fatal("no samples")
	}
	out := map[string]string{}
	for _, name := range names {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		out[filepath.Base(name)] = string(data)
	}
	return out
}

// TestPrint prints the samples: as they stand, and all anew.
func TestPrint(t *testing.T) {
	for name, text := range samples(t) {
		d := parse(text)
		tr := grow(d, 0, len(d.Text))
		got := d.Text[:tr.at.Start] + strings.Join(printer{tree: tr}.inside(tr.root), "\n")
		if got != d.Text {
			t.Errorf("%s is not printed as it stands: %+v", name, between(d.Text, got))
		}
		tr.walk(func(n *node) bool {
			if n.kind != foreign && n.kind != rule {
				n.raw = nil
			}
			return true
		})
		got = d.Text[:tr.at.Start] + strings.Join(printer{tree: tr}.inside(tr.root), "\n")
		was, now := showing(d), showing(parse(got))
		if !slices.Equal(was, now) {
			for i := range was {
				if i >= len(now) || was[i] != now[i] {
					t.Fatalf("%s: printed anew line %d shows %q, not %q", name, i, now[min(i, len(now)-1)], was[i])
				}
			}
		}
	}
}

// TestTypeIntoSamples types a letter into every line of the samples: nothing else
// changes.
func TestTypeIntoSamples(t *testing.T) {
	for name, text := range samples(t) {
		d := parse(text)
		tr := grow(d, 0, len(d.Text))
		for _, n := range tr.root.leaves(nil) {
			if n.line == nil || len(tr.load(n)) == 0 {
				continue
			}
			for _, at := range []int{n.line.chars[0].lo, n.line.chars[len(n.line.chars)/2].hi, n.line.chars[len(n.line.chars)-1].hi} {
				c, ok := Type(d, manuscript.At(at), "好")
				if len(n.line.chars[len(n.line.chars)/2].in) > 0 && n.line.chars[len(n.line.chars)/2].in[0].open == "<" {
					continue // an address in <> becomes a link with words
				}
				if middle := n.line.chars[len(n.line.chars)/2]; at == middle.hi && innermostLiteral(middle.in) && middle.has(Formula) {
					continue // Han parts a formula
				}
				if !ok || len(c.Edits) != 1 || c.Edits[0].Range.Start != c.Edits[0].Range.End || c.Edits[0].Text != "好" {
					t.Errorf("%s: typed into %q: %+v", name, plainText(n.line.chars), c.Edits)
				}
			}
		}
	}
}
