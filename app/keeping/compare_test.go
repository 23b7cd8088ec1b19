package keeping

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"time"
)

func shown(all []Piece) string {
	var b strings.Builder
	for _, p := range all {
		switch p.Kind {
		case Same:
			b.WriteString(p.Text)
		case Removed:
			fmt.Fprintf(&b, "[-%s-]", p.Text)
		case Added:
			fmt.Fprintf(&b, "{+%s+}", p.Text)
		}
	}
	return strings.ReplaceAll(b.String(), "\n", "¶")
}

func TestCompare(t *testing.T) {
	for _, c := range []struct{ old, new, want string }{
		{"", "", ""},
		{"安全", "安全", "安全"},
		{"", "安全\n", "{+安全¶+}"},
		{"安全\n", "", "[-安全¶-]"},
		{"一\n二\n三\n", "一\n三\n", "一¶[-二¶-]三¶"},
		{"一\n三\n", "一\n二\n三\n", "一¶{+二¶+}三¶"},
		{"安全生产是大事。\n", "安全生产是头等大事。\n", "安全生产是{+头等+}大事。¶"},
		{"请于3月5日前报送。\n", "请于3月8日前报送。\n", "请于3月[-5-]{+8+}日前报送。¶"},
		// A paragraph put before one that was changed does not hide the change.
		{"各单位要认真学习事故通报。\n", "新的一段放在前面\n各单位要认真学习并落实事故通报。\n",
			"{+新的一段放在前面¶+}各单位要认真学习{+并落实+}事故通报。¶"},
		// What has nothing in common is not shown mixed up.
		{"甲乙丙丁\n", "子丑寅卯\n", "[-甲乙丙丁¶-]{+子丑寅卯¶+}"},
		{"一\n\n二\n", "一\n二\n", "一¶[-¶-]二¶"},
		{"末尾没有换行", "末尾没有换行\n", "末尾没有换行{+¶+}"},
		{"👩‍🏭生产安全事故", "👩‍🏭生产安全故事", "👩‍🏭生产安全[-事-]故{+事+}"},
	} {
		if got := shown(Compare(c.old, c.new)); got != c.want {
			t.Errorf("%q, %q:\n%s, want\n%s", c.old, c.new, got, c.want)
		}
	}
}

// both joins the pieces to the two texts again.
func both(all []Piece) (old, new string) {
	var a, b strings.Builder
	for _, p := range all {
		if p.Kind != Added {
			a.WriteString(p.Text)
		}
		if p.Kind != Removed {
			b.WriteString(p.Text)
		}
	}
	return a.String(), b.String()
}

func checkWhole(t *testing.T, old, new string) {
	t.Helper()
	all := Compare(old, new)
	if a, b := both(all); a != old || b != new {
		t.Fatalf("the pieces of\n%q\n%q are\n%q\n%q", old, new, a, b)
	}
	for i, p := range all {
		if p.Text == "" || i > 0 && p.Kind == all[i-1].Kind {
			t.Fatalf("piece %d of %v", i, all)
		}
	}
}

func TestCompareIsWhole(t *testing.T) {
	r := rand.New(rand.NewPCG(9, 10))
	for range 300 {
		old := ""
		for range r.IntN(40) {
			old = edited(r, old)
		}
		new := old
		for range r.IntN(20) {
			new = edited(r, new)
		}
		checkWhole(t, old, new)
	}
	checkWhole(t, "a\xffb\n", "a\xfeb\n")
	checkWhole(t, "", "\n\n\n")
}

func FuzzCompare(f *testing.F) {
	f.Add("安全\n生产", "安全生产")
	f.Add("a\xff\n", "\xff")
	f.Fuzz(func(t *testing.T, a, b string) { checkWhole(t, a, b) })
}

// large is a text of so many bytes, in paragraphs that are not alike.
func large(seed uint64, size int) string {
	r := rand.New(rand.NewPCG(seed, 11))
	var b strings.Builder
	for b.Len() < size {
		for range 20 + r.IntN(60) {
			b.WriteRune(rune(0x4e00 + r.IntN(3000)))
		}
		b.WriteByte('\n')
	}
	return b.String()
}

// TestCompareLarge: whatever two texts of 5 MB are like, there is an answer; it takes a
// second on a machine at rest.
func TestCompareLarge(t *testing.T) {
	if testing.Short() {
		t.Skip("takes a few seconds")
	}
	a := large(1, 5<<20)
	lines := strings.SplitAfter(a, "\n")
	r := rand.New(rand.NewPCG(12, 13))
	some, shuffled := append([]string(nil), lines...), append([]string(nil), lines...)
	for range 200 {
		i := r.IntN(len(some) - 1)
		some[i] = edited(r, some[i])
	}
	r.Shuffle(len(shuffled), func(i, j int) { shuffled[i], shuffled[j] = shuffled[j], shuffled[i] })
	for name, b := range map[string]string{
		"a character":  a[:len(a)/6*3] + "键" + a[len(a)/6*3:],
		"200 changes":  strings.Join(some, ""),
		"another text": large(2, 5<<20),
		"shuffled":     strings.Join(shuffled, ""),
		"empty":        "",
	} {
		start := time.Now()
		all := Compare(a, b)
		t.Logf("%s: %d pieces in %v", name, len(all), time.Since(start).Round(time.Millisecond))
		if old, new := both(all); old != a || new != b {
			t.Errorf("%s: the pieces are not the texts", name)
		}
	}
}
