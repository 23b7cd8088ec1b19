package layout

import (
	"strings"
	"testing"
)

// FuzzQuotes: whatever is typed, only quotation marks and hyphens are retyped, every
// other character stays in its order, and each keeps its place in the source.
func FuzzQuotes(f *testing.F) {
	for _, s := range []string{`He said "a 'b' c" -- it's 5' 10" tall`, `"""'''---`, `他说"好"--"，'`, `a@b.c "x" http://a/b--c "`, `--set 'x`, `'"'"'"`} {
		f.Add(s, uint8(0), uint8(3))
		f.Add(s, uint8(3), uint8(200))
	}
	kept := strings.NewReplacer(`"`, "", `'`, "", "-", "", "“", "", "”", "", "‘", "", "’", "", "「", "", "」", "", "『", "", "』", "", "–", "", "—", "")
	f.Fuzz(func(t *testing.T, s string, lang, cut uint8) {
		s = strings.ToValidUTF8(s, "")
		var in []Inline
		for at := 0; at < len(s); { // in several pieces, one of them code
			to := min(len(s), at+1+int(cut))
			for to < len(s) && s[to]&0xC0 == 0x80 {
				to++
			}
			in = append(in, Inline{Text: s[at:to], Source: int32(at), Code: len(in) == 1})
			at = to
		}
		out := quotes(in, []string{"en", "id", "zh-Hans", "zh-Hant"}[lang%4])
		got, last := "", int32(-1)
		for _, l := range out {
			got += l.Text
			if l.Source <= last || l.Text == "" {
				t.Fatalf("%q: %q stands at %d after %d", s, l.Text, l.Source, last)
			}
			last = l.Source
			if l.Code && !strings.HasPrefix(s[l.Source:], l.Text) {
				t.Fatalf("code became %q", l.Text)
			}
		}
		if kept.Replace(got) != kept.Replace(s) {
			t.Fatalf("%q became %q", s, got)
		}
	})
}
