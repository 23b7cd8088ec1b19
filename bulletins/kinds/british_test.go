package kinds

import (
	"context"
	"strings"
	"testing"

	"safety365/bulletins"
	"safety365/bulletins/layout"
	"safety365/bulletins/page"
	"safety365/themes"
)

// TestBritish: a document in en-GB divides its words as the British do, and its PDF says so.
func TestBritish(t *testing.T) {
	for _, c := range []struct{ lang, tag string }{
		{"en", "en"}, {"en-US", "en-US"}, {"en_gb", "en-GB"},
	} {
		doc := bulletins.Parse("a.md", "---\nlang: "+c.lang+"\ntitle: Drill\n---\n\n"+strings.Repeat("an evacuation, ", 60)+"\n", Schema())
		if doc.Lang != "en" || doc.Tag != c.tag || len(doc.Diagnostics) > 0 {
			t.Errorf("%s: %s %s %v", c.lang, doc.Lang, doc.Tag, doc.Diagnostics)
		}
		theme, _ := themes.Load("plain", themes.Options{Language: doc.Lang, Sets: themes.Sets([]string{"typeset.measure=16em"})})
		flow, _ := NewComposer().Compose(doc, theme, open(t, t.TempDir()), Options{})
		book, _, err := layout.Layout(context.Background(), flow, layout.Options{})
		if err != nil || book.Info.Language != c.tag {
			t.Fatalf("%s: %v, the pages are in %s", c.lang, err, book.Info.Language)
		}
		ends := map[string]bool{}
		for _, p := range book.Pages {
			for i, it := range p.Items {
				if r, ok := it.(*page.GlyphRun); ok && r.Text == "\u00AD" && i > 0 {
					before, _ := p.Items[i-1].(*page.GlyphRun)
					ends[before.Text[strings.LastIndex(before.Text, " ")+1:]] = true
				}
			}
		}
		t.Log(c.lang, ends)
		if ends["evacua"] != (c.tag != "en-GB") {
			t.Errorf("%s: words are parted as %v", c.lang, ends)
		}
	}
}
