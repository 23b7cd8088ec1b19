package kinds

import (
	"context"
	"math"
	"slices"
	"strings"
	"testing"

	"safety365/bulletins"
	"safety365/bulletins/layout"
	"safety365/bulletins/page"
	"safety365/themes"
)

// printout is the pages of a document as they are printed.
type printout struct {
	t     *testing.T
	pages []*page.Page
}

// print lays a document out in its own house style.
func printed(t *testing.T, text string) (printout, []bulletins.Diagnostic) {
	t.Helper()
	doc := bulletins.Parse("test.md", text, Schema())
	kind := doc.Meta.Text("kind")
	theme, _ := themes.Load(ThemeFor(kind, doc.Lang), themes.Options{Language: doc.Lang, Kinds: []string{kind}})
	flow, found := NewComposer().Compose(doc, theme, nil, Options{})
	book, _, err := layout.Layout(context.Background(), flow, layout.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return printout{t, book.Pages}, slices.Concat(doc.Diagnostics, found)
}

// mm is a length in millimetres.
func mm(l page.Length) float64 { return float64(l) / float64(page.MM(1000)) }

// glyphs are the runs of a page, in order.
func (s printout) glyphs(n int) []*page.GlyphRun {
	var out []*page.GlyphRun
	var walk func(items []page.Item)
	walk = func(items []page.Item) {
		for _, it := range items {
			switch it := it.(type) {
			case *page.GlyphRun:
				out = append(out, it)
			case *page.Group:
				walk(it.Items)
			}
		}
	}
	walk(s.pages[n].Items)
	return out
}

// place is where words stand on a page: the edges of their characters' squares.
type square struct{ left, top, right, bottom, size float64 }

// find returns where words stand; on a page, from 0.
func (s printout) find(n int, words string) square {
	s.t.Helper()
	runs := s.glyphs(n)
	for i := range runs {
		text, last := "", i
		for ; last < len(runs) && runs[last].Origin.Y == runs[i].Origin.Y && len(text) < len(words); last++ {
			text += runs[last].Text
		}
		if !strings.HasPrefix(text, words) {
			continue
		}
		r, end := runs[i], runs[last-1]
		var advance page.Length
		for _, g := range end.Glyphs {
			advance += g.Advance
		}
		if end != r || len(end.Text) == len(words) {
			// The last character's own square, without the room of its cell.
			last := end.Glyphs[len(end.Glyphs)-1]
			advance = advance - last.Advance + min(last.Advance, end.Size)
		}
		top := r.Origin.Y - r.Size*88/100
		return square{mm(r.Origin.X), mm(top), mm(end.Origin.X + advance), mm(top + r.Size), r.Size.Points()}
	}
	s.t.Fatalf("page %d has no %q: %s", n+1, words, s.text(n))
	return square{}
}

// text is what a page says, line by line.
func (s printout) text(n int) string {
	var b strings.Builder
	var y page.Length
	for _, r := range s.glyphs(n) {
		if r.Origin.Y != y && b.Len() > 0 {
			b.WriteByte('\n')
		}
		y = r.Origin.Y
		b.WriteString(r.Text)
	}
	return b.String()
}

// rules are the filled strips of a page, from the top down.
func (s printout) rules(n int) []page.Rect {
	var out []page.Rect
	for _, it := range s.pages[n].Items {
		p, ok := it.(*page.Path)
		if !ok || p.Fill.Space == page.NoColor || len(p.Segments) == 0 {
			continue
		}
		least, most := p.Segments[0].P[0], p.Segments[0].P[0]
		for _, seg := range p.Segments {
			if seg.Op == page.MoveTo || seg.Op == page.LineTo {
				least.X, least.Y = min(least.X, seg.P[0].X), min(least.Y, seg.P[0].Y)
				most.X, most.Y = max(most.X, seg.P[0].X), max(most.Y, seg.P[0].Y)
			}
		}
		if h := most.Y - least.Y; h < 4*page.Pt {
			out = append(out, page.Rect{X: least.X, Y: least.Y, W: most.X - least.X, H: h})
		}
	}
	slices.SortFunc(out, func(a, b page.Rect) int { return int(a.Y - b.Y) })
	return out
}

func (s printout) at(what string, got, want float64) {
	s.t.Helper()
	if math.Abs(got-want) > tolerance {
		s.t.Errorf("%s at %.2f mm, want %.2f", what, got, want)
	}
}

// last finds the last of words on a page.
func (s printout) last(n int, words string) square {
	s.t.Helper()
	own := s
	runs := s.glyphs(n)
	for i := len(runs) - 1; i >= 0; i-- {
		if strings.HasPrefix(runs[i].Text, words) {
			p := *s.pages[n]
			p.Items = nil
			for _, r := range runs[i:] {
				p.Items = append(p.Items, r)
			}
			own.pages = slices.Clone(s.pages)
			own.pages[n] = &p
			break
		}
	}
	return own.find(n, words)
}
