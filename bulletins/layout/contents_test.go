package layout_test

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"safety365/bulletins/layout"
	"safety365/bulletins/page"
	"safety365/themes"
)

// TestContents: contents and references print the pages on which headings really are,
// though the contents themselves push them on; a Session says the same.
func TestContents(t *testing.T) {
	th := themeFor(t, "zh-Hans")
	text := func(role, s string) *layout.Text {
		return &layout.Text{Style: th.Style(role), Inlines: []layout.Inline{{Text: s, Source: 0}}}
	}
	flow := &layout.Flow{Theme: th, Info: page.Info{Title: "t", Language: "zh-Hans"}}
	flow.Blocks = append(flow.Blocks, &layout.Contents{Levels: []*themes.Style{th.Style("toc1")}, Depth: 1})
	for i := range 60 {
		h := text("h1", fmt.Sprintf("第%d章", i))
		h.Tag, h.Outline, h.ID = "H1", 1, fmt.Sprintf("c%d", i)
		p := text("body", strings.Repeat("安全第一，预防为主。", 20+i*7%40))
		p.Inlines = append(p.Inlines, layout.Inline{PageOf: fmt.Sprintf("c%d", 59-i), Source: -1})
		flow.Blocks = append(flow.Blocks, h, p)
	}
	book, _, err := layout.Layout(context.Background(), flow, layout.Options{})
	if err != nil {
		t.Fatal(err)
	}
	pages := layout.NewSession(layout.Options{}).Layout(context.Background(), flow)
	if pages.Len() != len(book.Pages) {
		t.Fatalf("a Session has %d pages, not %d", pages.Len(), len(book.Pages))
	}
	var printed []string
	for _, p := range book.Pages {
		for _, l := range p.Lines {
			if l.Role == "toc1" {
				printed = append(printed, lineText(p, l))
			}
		}
	}
	for i := range 60 {
		title, number := printed[2*i], printed[2*i+1]
		want := fmt.Sprint(book.Dests[fmt.Sprintf("c%d", i)].Page + 1)
		if title != fmt.Sprintf("第%d章", i) || number != want {
			t.Errorf("%s is said to be on page %s and is on %s", title, number, want)
		}
	}
}

func lineText(p *page.Page, l page.Line) string {
	var b strings.Builder
	for _, it := range p.Items[l.First : l.First+l.N] {
		b.WriteString(it.(*page.GlyphRun).Text)
	}
	return b.String()
}
