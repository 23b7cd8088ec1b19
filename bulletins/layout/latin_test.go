package layout_test

import (
	"strings"
	"testing"

	"safety365/bulletins/page"
)

// runsOf lists the runs of a role's lines.
func runsOf(book *page.Book, role string) (out []*page.GlyphRun) {
	for _, p := range book.Pages {
		for _, l := range p.Lines {
			if l.Role != role {
				continue
			}
			for _, it := range p.Items[l.First : l.First+l.N] {
				if run, ok := it.(*page.GlyphRun); ok {
					out = append(out, run)
				}
			}
		}
	}
	return out
}

func printedText(book *page.Book, role string) string {
	var b strings.Builder
	for _, run := range runsOf(book, role) {
		b.WriteString(run.Text)
	}
	return b.String()
}

// TestQuotes: straight quotation marks and hyphens become those of the language; code,
// addresses, options, inches and what is typed already stay.
func TestQuotes(t *testing.T) {
	for _, c := range []struct{ lang, typed, want string }{
		{"en", `He said "stop" at once.`, "He said “stop” at once."},
		{"en", `"Outer 'inner' outer," she said.`, "“Outer ‘inner’ outer,” she said."},
		{"en", `It's the workers' room; don't "touch" it (see "B").`, "It’s the workers’ room; don’t “touch” it (see “B”)."},
		{"en", `The summer of '98 and rock 'n' roll`, "The summer of ’98 and rock ‘n’ roll"},
		{"en", `A 12" pipe, 6' long`, `A 12" pipe, 6' long`},
		{"en", `pages 3--5 and more---or less -- really`, "pages 3–5 and more—or less – really"},
		{"en", "Run `a --b \"c\"` with --set \"x\"", `Run a --b "c" with --set “x”`},
		{"en", `See https://example.org/a--b?c='d' or C:\it's\a--b, "now"`, `See https://example.org/a--b?c='d' or C:\it's\a--b, “now”`},
		{"en", `Mail o'neil@example.org -- today`, `Mail o'neil@example.org – today`},
		{"en", `“typed” and ‘typed’ – stay — so`, "“typed” and ‘typed’ – stay — so"},
		{"en", `**"bold"** and *"so"*, [say "it"](https://example.org)`, "“bold” and “so”, say “it”"},
		{"en", `a----b and -x- stay`, "a----b and -x- stay"},
		{"id", `Kata beliau, "Utamakan 'selamat' dahulu."`, "Kata beliau, “Utamakan ‘selamat’ dahulu.”"},
		{"id", `Jum'at 3--5 Maret`, "Jum’at 3–5 Maret"},
		{"zh-Hans", `他说："停！"再说："先'断电'，后检修。"`, "他说：“停！”再说：“先‘断电’，后检修。”"},
		{"zh-Hans", `安全--责任重于泰山；第3--5页；it's "OK"`, "安全——责任重于泰山；第3–5页；it’s “OK”"},
		{"zh-Hans", "运行`a --b \"c\"`即可", `运行a --b "c"即可`},
		{"zh-Hant", `他說："先'斷電'，後檢修。"`, "他說：「先『斷電』，後檢修。」"},
		{"zh-Hant", `他說：'停！'`, "他說：「停！」"},
		{"zh-Hant", `“已經打好的”不動`, "“已經打好的”不動"},
		{"zh-Hant", `:lang[He said "stop"]{en}`, "He said “stop”"},
	} {
		text := "---\nlang: " + c.lang + "\ntitle: T\n---\n" + c.typed + "\n"
		if got := printedText(composeText(t, text, "typeset.quotes=language").book(t), "body"); got != c.want {
			t.Errorf("%s: %q is printed %q, want %q", c.lang, c.typed, got, c.want)
		}
		if strings.Contains(c.typed, "`") || strings.Contains(c.typed, "*") || strings.Contains(c.typed, "[") {
			continue
		}
		if got := printedText(composeText(t, text, "typeset.quotes=typed").book(t), "body"); got != c.typed {
			t.Errorf("%s: %q is printed %q although it is to stay as typed", c.lang, c.typed, got)
		}
		want := c.want // where nothing is said
		if strings.HasPrefix(c.lang, "zh") {
			want = c.typed
		}
		if got := printedText(composeText(t, text).book(t), "body"); got != want {
			t.Errorf("%s: %q is printed %q by default, want %q", c.lang, c.typed, got, want)
		}
	}
}

// TestUnitSpaces: with typeset.normalise=on a sixth of an em stands between a number and
// its unit, and no line ends there.
func TestUnitSpaces(t *testing.T) {
	for _, c := range []struct {
		lang, text, after string
		sets              []string
		want              int64 // thousandths of an em
	}{
		{"en", "A drop of 2 m or more", "2", []string{"typeset.normalise=on"}, 167},
		{"en", "A drop of 2 m, or more", "2", []string{"typeset.normalise=on"}, 167},
		{"en", "Noise of 85 dB(A) all day", "85", []string{"typeset.normalise=on"}, 167},
		{"en", "Heat of 100 °C.", "100", []string{"typeset.normalise=on"}, 167},
		{"en", "A drop of 2\u00a0m or more", "2", []string{"typeset.normalise=on"}, 167},
		{"en", "A drop of 2 m or more", "2", []string{"typeset.normalise=on", "typeset.unit-space=0.2em"}, 200},
		{"en", "A drop of 2 m or more", "2", nil, 250},
		{"id", "Tinggi 2 m atau lebih", "2", []string{"typeset.normalise=on"}, 167},
		{"zh-Hans", "高度2 m以上", "2", []string{"typeset.normalise=on"}, 167},
		{"zh-Hant", "高度2 m以上", "2", []string{"typeset.normalise=on"}, 167},
		{"zh-Hans", "噪声85 dB(A)以上", "85", []string{"typeset.normalise=on"}, 167},
	} {
		theme := "---\nlang: " + c.lang + "\ntitle: T\n---\n" + c.text + "\n"
		book := composeText(t, theme, append(c.sets, "typeset.justify=off")...).book(t)
		var end, em page.Length
		found := false
		for _, run := range runsOf(book, "body") {
			for i, g := range run.Glyphs {
				x := run.Origin.X + g.X
				if text := run.Cluster(i); end > 0 && !found && text != " " && text != "\u00a0" {
					found = true
					if got := int64((x - end) * 1000 / em); got < c.want-3 || got > c.want+3 {
						t.Errorf("%q %v: %d thousandths of an em, want %d", c.text, c.sets, got, c.want)
					}
				}
				if at := strings.Index(run.Text, c.after); at >= 0 && int(g.Start) == at+len(c.after)-1 {
					em = run.Size
					end = x + page.Length(run.Face.Sfnt().Advance(g.ID)).MulDiv(int64(em), int64(run.Face.UnitsPerEm()))
				}
			}
		}
		if !found {
			t.Errorf("%q was not found", c.text)
		}
	}
}

// TestSmallCaps: small letters are capitals of eight tenths, on the same baseline, a
// little apart; the text stays as typed and other letters stay as they are.
func TestSmallCaps(t *testing.T) {
	for _, c := range []struct{ text, small, large string }{
		{":sc[Work Safety Act] 1970", "orkafetyct", "W S A 1970"},
		{":sc[osha]", "osha", ""},
		{":sc[déjà]", "déjà", ""},
		{"**:sc[nasa]** and `code`", "nasa", " and code"},
		{"安全:sc[hse]月", "hse", "安全月"},
	} {
		book := composeText(t, "---\nlang: en\ntitle: T\n---\n"+c.text+"\n").book(t)
		em := runsOf(book, "body")[0].Size
		small, large := "", ""
		for _, run := range runsOf(book, "body") {
			if run.Size > em*3/4 && run.Size < em*17/20 || em < 10*page.Pt && run.Size == em {
				small += strings.TrimSpace(run.Text)
				for i, g := range run.Glyphs {
					want, _ := run.Face.Glyph([]rune(strings.ToUpper(run.Cluster(i)))[0])
					if run.Cluster(i) != "" && run.Cluster(i) != " " && g.ID != want {
						t.Errorf("%q: %q is no capital", c.text, run.Cluster(i))
					}
				}
				continue
			}
			large += run.Text
		}
		if small != c.small || strings.ReplaceAll(large, " ", "") != strings.ReplaceAll(c.large, " ", "") {
			t.Errorf("%q: small %q, else %q", c.text, small, large)
		}
	}
	// A style of the theme.
	book := composeText(t, "---\nlang: en\ntitle: T\n---\n## Heading Here\n", "styles.h2.caps=small").book(t)
	sizes := map[page.Length]bool{}
	for _, run := range runsOf(book, "h2") {
		sizes[run.Size] = true
	}
	if len(sizes) != 2 || printedText(book, "h2") != "Heading Here" {
		t.Errorf("%v %q", sizes, printedText(book, "h2"))
	}
}

// TestDates: a day does not part from its month, however long its name.
func TestDates(t *testing.T) {
	for lang, date := range map[string]string{"en": "6 September 2026", "id": "6 Maret 2026,"} {
		day, month, _ := strings.Cut(date, " ")
		for before := range 40 {
			text := "---\nlang: " + lang + "\ntitle: T\n---\n" + strings.Repeat("x", before%7+1) + strings.Repeat(" no", before) + " at latest on " + date + " the work begins.\n"
			for _, line := range bodyLines(composeText(t, text, "typeset.measure=20em").book(t)) {
				if strings.HasSuffix(line, " "+day) {
					t.Errorf("%s: a line ends %q, before %s", lang, line, month)
				}
			}
		}
	}
}
