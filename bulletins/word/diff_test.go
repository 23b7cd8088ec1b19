package word

import (
	"math/rand/v2"
	"testing"
)

func TestCompareTexts(t *testing.T) {
	for _, c := range []struct{ old, now string }{
		{"", "x"}, {"x", ""}, {"检查定于3月6日进行", "检查改在3月9日上午进行"}, {"the old words stay", "the new words stay here"},
		{"甲乙丙丁", "丁丙乙甲"}, {"same", "same"},
	} {
		at, made := 0, ""
		for _, e := range compareTexts(c.old, c.now) {
			made += c.old[at:e.from] + e.with
			at = e.to
		}
		if made += c.old[at:]; made != c.now {
			t.Errorf("%q to %q gives %q", c.old, c.now, made)
		}
	}
}

func TestDiffRandom(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 2000 {
		a, b := make([]byte, r.IntN(12)), make([]byte, r.IntN(12))
		for i := range a {
			a[i] = "abc"[r.IntN(3)]
		}
		for i := range b {
			b[i] = "abc"[r.IntN(3)]
		}
		at, made := 0, ""
		for _, e := range diff(a, b) {
			made += string(a[at:e.from]) + string(b[e.with:e.until])
			at = e.to
		}
		if made += string(a[at:]); made != string(b) {
			t.Fatalf("%s to %s gives %s: %v", a, b, made, diff(a, b))
		}
	}
}
