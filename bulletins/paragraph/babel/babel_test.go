package babel

import (
	"strings"
	"testing"
)

// TestClasses: no class of UAX #14 is missing, each sample is in some seed, and there are
// few enough for a byte.
func TestClasses(t *testing.T) {
	const all = "AI AK AL AP AS B2 BA BB BK CB CJ CL CM CP CR EB EM EX GL H2 H3 HL HY ID IN IS JL JT JV LF NL NS NU OP PO PR QU RI SA SP SY VF VI WJ XX ZW ZWJ"
	var names []string
	for _, c := range Classes {
		names = append(names, c.Name)
		if len(c.Samples) == 0 {
			t.Errorf("%s has no sample", c.Name)
		}
	}
	if got := strings.Join(names, " "); got != all {
		t.Errorf("%s\nwant %s", got, all)
	}
	if len(pieces) >= anyChar {
		t.Errorf("%d pieces are too many for a byte", len(pieces))
	}
	var seeds strings.Builder
	for _, s := range Seeds() {
		seeds.WriteString(Text(s))
	}
	for _, p := range append(pieces, Words...) {
		if !strings.Contains(seeds.String(), p) {
			t.Errorf("%.20q is in no seed", p)
		}
	}
}
