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

// stage makes flows whose text is set in 10 pt type on 20 pt lines, on a page of
// 400 by 500 pt with a type area of 300 by 400 pt at (50, 40).
type stage struct {
	*themes.Theme
	body themes.Style
}

func newStage(t testing.TB, sets ...string) *stage {
	t.Helper()
	th := themeFor(t, "zh-Hans", append([]string{"page.size=400pt 500pt", "page.margins.top=40pt", "page.margins.bottom=60pt",
		"page.margins.inner=50pt", "page.margins.outer=50pt", "page.mirror=off"}, sets...)...)
	s := &stage{Theme: th, body: *th.Style("body")}
	s.body.Size, s.body.Leading, s.body.Indent, s.body.Before, s.body.After = 10*page.Pt, 20*page.Pt, 0, 0, 0
	return s
}

// text is a paragraph in a style of its own.
func (s *stage) text(words string, change ...func(*themes.Style)) *layout.Text {
	style := s.body
	for _, c := range change {
		c(&style)
	}
	return &layout.Text{Style: &style, Inlines: []layout.Inline{{Text: words, Source: 0}}}
}

// lines are so many paragraphs of a line.
func (s *stage) lines(n int) []layout.Block {
	var out []layout.Block
	for i := range n {
		out = append(out, s.text(fmt.Sprintf("第%d行", i+1)))
	}
	return out
}

func (s *stage) flow(blocks ...layout.Block) *layout.Flow {
	f := &layout.Flow{Theme: s.Theme, Info: page.Info{Title: "t", Language: "zh-Hans"}, Blocks: blocks}
	for i := range blocks {
		f.Sources = append(f.Sources, int32(i))
	}
	return f
}

// stands says for each page where its lines stand: the first characters, the left edge
// and the middle of the leading in pt, both from the sheet's corner.
func stands(pages []*page.Page) string {
	var out []string
	for _, p := range pages {
		var words []string
		for _, l := range p.Lines {
			text := ""
			for _, it := range p.Items[l.First : l.First+l.N] {
				if r, ok := it.(*page.GlyphRun); ok {
					text += r.Text
				}
			}
			words = append(words, fmt.Sprintf("%s@%s,%s", text, l.X.Decimal(0), l.Baseline.Decimal(0)))
		}
		out = append(out, strings.Join(words, " "))
	}
	return strings.Join(out, " | ")
}

// bothWays lays a flow out at once and in a Session that knew another text before, looks
// whether they agree, and returns the pages.
func bothWays(t *testing.T, f *layout.Flow) []*page.Page {
	t.Helper()
	pages := pagesOf(t, f)
	s := layout.NewSession(layout.Options{})
	other := *f
	if n := len(f.Blocks); n > 0 {
		other.Blocks = append([]layout.Block{&layout.Text{Style: f.Theme.Style("body"), Inlines: []layout.Inline{{Text: "先前", Source: 0}}}}, f.Blocks...)
		other.Sources = nil
	}
	s.Layout(context.Background(), &other)
	again := s.Layout(context.Background(), f)
	var list []*page.Page
	for i := range again.Len() {
		list = append(list, again.Page(i))
	}
	if a, b := stands(list), stands(pages); a != b {
		t.Errorf("a session gives %s, not %s", a, b)
	}
	return pages
}

// numbers lists the page numbers that are printed, "-" for none.
func numbersOf(pages []*page.Page) string {
	var out []string
	for _, p := range pages {
		n := "-"
		for _, it := range p.Items {
			if r, ok := it.(*page.GlyphRun); ok && r.Tag == 0 && r.Origin.Y > 440*page.Pt && strings.Contains(r.Text, p.Label) {
				n = p.Label
			}
		}
		out = append(out, n)
	}
	return strings.Join(out, " ")
}

func TestImprint(t *testing.T) {
	for _, test := range []struct {
		lines   int
		even    bool
		pages   int
		last    string // the imprint's lines
		numbers string
	}{
		{1, false, 1, "抄送@50,409 印发@50,434", "1"},
		{17, false, 1, "抄送@50,409 印发@50,434", "1"},
		{18, false, 2, "抄送@50,409 印发@50,434", "1 2"},
		{1, true, 2, "抄送@50,409 印发@50,434", "1 -"},
		{20 + 17, true, 2, "抄送@50,409 印发@50,434", "1 2"},
		{20 + 18, true, 4, "抄送@50,409 印发@50,434", "1 2 - -"},
		{40 + 18, true, 4, "抄送@50,409 印发@50,434", "1 2 3 -"},
		{0, false, 1, "抄送@50,409 印发@50,434", "1"},
	} {
		t.Run(fmt.Sprint(test.lines, test.even), func(t *testing.T) {
			s := newStage(t)
			f := s.flow(s.lines(test.lines)...)
			f.ImprintEven = test.even
			f.Imprint = []layout.Block{
				s.text("抄送", func(s *themes.Style) { s.Before = 10 * page.Pt }),
				s.text("印发", func(s *themes.Style) { s.Before = 5 * page.Pt }),
			}
			pages := bothWays(t, f)
			if len(pages) != test.pages {
				t.Fatalf("%d pages: %s", len(pages), stands(pages))
			}
			if got := stands(pages[len(pages)-1:]); !strings.HasSuffix(got, test.last) {
				t.Errorf("the last page: %s", got)
			}
			if got := numbersOf(pages); got != test.numbers {
				t.Errorf("numbers %s, not %s", got, test.numbers)
			}
		})
	}
}

// TestImprintNotes: the notes of the last page stand above the imprint, and with them it
// may have no room.
func TestImprintNotes(t *testing.T) {
	s := newStage(t)
	for lines, want := range map[int]string{
		1:  "第1行@50,54 注@50,389 印发@50,434",
		15: "第15行@50,334 注@50,389 印发@50,434",
		16: "第16行@50,354 注@50,434 | 印发@50,434",
	} {
		f := s.flow(s.lines(lines)...)
		last := f.Blocks[lines-1].(*layout.Text)
		last.Inlines[0].Note = &layout.Note{ID: "n", Back: "b", Source: -1, Blocks: []layout.Block{s.text("注")}}
		f.Imprint = []layout.Block{s.text("印发", func(s *themes.Style) { s.Before = 25 * page.Pt })}
		if got := stands(bothWays(t, f)); !strings.HasSuffix(got, want) {
			t.Errorf("%d lines: %s", lines, got)
		}
	}
}
