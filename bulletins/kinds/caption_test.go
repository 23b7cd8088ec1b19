package kinds_test

import (
	"slices"
	"strings"
	"testing"

	"safety365/bulletins"
	"safety365/bulletins/kinds"
	"safety365/bulletins/layout"
	"safety365/themes"
)

// composeText composes a text with settings of the theme.
func composeText(t *testing.T, c *kinds.Composer, text string, sets ...string) (*layout.Flow, []bulletins.Diagnostic) {
	t.Helper()
	doc := bulletins.Parse("text.md", text, kinds.Schema())
	theme, problems := themes.Load("bulletin", themes.Options{Language: doc.Lang, Sets: themes.Sets(sets)})
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	return c.Compose(doc, theme, nil, kinds.Options{})
}

func plainOf(t *layout.Text) string {
	var b strings.Builder
	for _, in := range t.Inlines {
		b.WriteString(in.Text)
	}
	return b.String()
}

// shownCaptions lists the captions of a flow, and its paragraphs that have links.
func shownCaptions(blocks []layout.Block) (out []string) {
	for _, b := range blocks {
		switch b := b.(type) {
		case *layout.Figure:
			if b.Caption != nil {
				out = append(out, plainOf(b.Caption))
			}
		case *layout.Table:
			if b.Caption != nil {
				out = append(out, plainOf(b.Caption))
			}
		case *layout.Frame:
			out = append(out, shownCaptions(b.Blocks)...)
		case *layout.Item:
			out = append(out, shownCaptions(b.Blocks)...)
		case *layout.Text:
			if slices.ContainsFunc(b.Inlines, func(in layout.Inline) bool { return in.Link != nil }) {
				out = append(out, strings.ReplaceAll(plainOf(b), "\u00a0", " "))
			}
		}
	}
	return out
}

const threePictures = "# T\n\n![A](a.png){id=a}\n\nx\n\n- ![B](b.png){id=b}\n\n![](none.png)\n\n" +
	"::: table {caption=\"C\" id=c}\n| 1 | 2 |\n|---|---|\n| 3 | 4 |\n:::\n\n![D](d.png){id=d}\n\n## Head {#h}\n\n:ref[a] :ref[d] :ref[c] :ref[h] :ref[#b]\n"

// TestNumberedCaptions: pictures and tables are numbered each for themselves, in the
// words of the language; what the author typed is kept; references print the numbers.
func TestNumberedCaptions(t *testing.T) {
	numbered := []string{"figures.captions=numbered", "tables.captions=numbered"}
	for _, test := range []struct {
		name, text string
		sets       []string
		want       []string
	}{
		{"zh-Hans", "---\nlang: zh-Hans\n---\n" + threePictures, numbered, []string{"图 1　A", "图 2　B", "表 1　C", "图 3　D", "图 1 图 3 表 1 Head 图 2"}},
		{"zh-Hant", "---\nlang: zh-Hant\n---\n" + threePictures, numbered, []string{"圖 1　A", "圖 2　B", "表 1　C", "圖 3　D", "圖 1 圖 3 表 1 Head 圖 2"}},
		{"id", "---\nlang: id\n---\n" + threePictures, numbered, []string{"Gambar 1. A", "Gambar 2. B", "Tabel 1. C", "Gambar 3. D", "Gambar 1 Gambar 3 Tabel 1 Head Gambar 2"}},
		{"en", "---\nlang: en\n---\n" + threePictures, numbered, []string{"Figure 1. A", "Figure 2. B", "Table 1. C", "Figure 3. D", "Figure 1 Figure 3 Table 1 Head Figure 2"}},
		{"only figures", "---\nlang: en\n---\n" + threePictures, numbered[:1], []string{"Figure 1. A", "Figure 2. B", "C", "Figure 3. D", "Figure 1 Figure 3 C Head Figure 2"}},
		{"typed", "---\nlang: zh-Hans\n---\n![图3 现场](a.png){id=a}\n\n![后来](b.png){id=b}\n\n![附图2-1　总图](c.png){id=c}\n\n![再后](e.png)\n\n见:ref[a]、:ref[b]、:ref[c]。", numbered,
			[]string{"图3 现场", "图 4　后来", "附图2-1　总图", "图 5　再后", "见图3、图 4、附图2-1。"}},
		{"typed, not numbered", "---\nlang: en\n---\n![Figure 2: the yard](a.png){id=a}\n\n![the gate](b.png){id=b}\n\n:ref[a], :ref[b]", nil,
			[]string{"Figure 2: the yard", "the gate", "Figure 2, the gate"}},
		{"equal blocks", "---\nlang: en\n---\n![A](a.png)\n\n![A](a.png)\n\n![A](a.png)\n", numbered, []string{"Figure 1. A", "Figure 2. A", "Figure 3. A"}},
		{"in notes", "---\nlang: en\n---\nText[^1]\n\n![A](a.png)\n\n[^1]: Note\n\n    ![N](n.png)\n", numbered, []string{"Figure 1. A"}},
		{"words that begin so", "---\nlang: en\n---\n![Tables 3 feet high](a.png)\n\n![Figures](b.png)\n", numbered, []string{"Figure 1. Tables 3 feet high", "Figure 2. Figures"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			flow, found := composeText(t, kinds.NewComposer(), test.text, test.sets...)
			if got := shownCaptions(flow.Blocks); !slices.Equal(got, test.want) {
				t.Errorf("got  %q\nwant %q", got, test.want)
			}
			for _, d := range found {
				if strings.HasPrefix(d.Code, "ref-") {
					t.Error(d)
				}
			}
		})
	}
}

// TestReferenceProblems: references that lead nowhere are reported at their place.
func TestReferenceProblems(t *testing.T) {
	text := "---\nlang: en\n---\n# T\n\n![](a.png){id=a}\n\nSee :ref[b], :page[c] and :ref[a].\n"
	_, found := composeText(t, kinds.NewComposer(), text)
	got := map[string]string{}
	for _, d := range found {
		if strings.HasPrefix(d.Code, "ref-") {
			got[text[d.Range.Start:d.Range.End]] = d.Code
		}
	}
	want := map[string]string{":ref[b]": "ref-unknown", ":page[c]": "ref-unknown", ":ref[a]": "ref-unnumbered"}
	if len(got) != len(want) {
		t.Errorf("got %v", got)
	}
	for place, code := range want {
		if got[place] != code {
			t.Errorf("%s: %q, want %q", place, got[place], code)
		}
	}
}

// TestCaptionsWhileEditing: a picture put in above changes the numbers below it and the
// references to them, and nothing else.
func TestCaptionsWhileEditing(t *testing.T) {
	c := kinds.NewComposer()
	theme, _ := themes.Load("bulletin", themes.Options{Language: "en", Sets: themes.Sets([]string{"figures.captions=numbered"})})
	var parser bulletins.Parser
	compose := func(text string) *layout.Flow {
		flow, _ := c.Compose(parser.Parse("text.md", text, kinds.Schema()), theme, nil, kinds.Options{})
		return flow
	}
	text := "---\nlang: en\n---\nSee :ref[a].\n\nPlain.\n\n![A](a.png){id=a}\n"
	before := compose(text)
	after := compose(strings.Replace(text, "Plain.\n", "Plain.\n\n![New](n.png)\n", 1))
	if got := shownCaptions(after.Blocks); !slices.Equal(got, []string{"See Figure 2.", "Figure 1. New", "Figure 2. A"}) {
		t.Errorf("%q", got)
	}
	if before.Blocks[1] != after.Blocks[1] {
		t.Error("a paragraph without numbers was made again")
	}
}
