package layout_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"

	"safety365/bulletins/layout"
	"safety365/bulletins/page"
	"safety365/themes"
)

// random makes a block of any kind, with few words that are not in any other.
func (s *stage) random(r *rand.Rand, depth int) layout.Block {
	words := func() *layout.Text {
		t := s.text("", func(s *themes.Style) {
			s.Align, s.Before, s.KeepNext = themes.Align(r.IntN(4)), page.Length(r.IntN(20))*pt, r.IntN(6) == 0
		})
		for range 1 + r.IntN(3) {
			t.Inlines = append(t.Inlines, layout.Inline{Text: string(rune(0x4E00 + r.IntN(0x1000))), Source: 0})
		}
		t.Inlines = slices.Insert(t.Inlines, 1+r.IntN(2), layout.Inline{Fill: r.IntN(2) == 0, Leader: "…", Source: -1})
		switch r.IntN(4) {
		case 0:
			t.Spread = true
		case 1:
			t.Fit = &layout.Fit{Least: 8 * pt, Most: 30 * pt, Lines: r.IntN(3), Height: page.Length(r.IntN(80)) * pt}
		case 2:
			t.Outline = 1 + r.IntN(2)
		}
		return t
	}
	some := func() []layout.Block {
		out := []layout.Block{words()}
		for range r.IntN(3) {
			out = append(out, s.random(r, depth+1))
		}
		return out
	}
	kind := r.IntN(13)
	if depth > 2 {
		kind = 12
	}
	switch kind {
	case 0:
		row := &layout.Row{Gap: 5 * pt, Equal: r.IntN(2) == 0, Valign: []string{"", "middle", "bottom"}[r.IntN(3)]}
		for range 1 + r.IntN(3) {
			row.Cells = append(row.Cells, layout.RowCell{Blocks: some(), Share: r.IntN(2) * 30})
		}
		return row
	case 1, 2:
		return &layout.Fixed{At: page.Rect{X: 20 * pt, Y: 30 * pt, W: 200 * pt, H: page.Length(r.IntN(2)*100) * pt}, Here: r.IntN(3) == 0, Area: r.IntN(2) == 0, Foot: r.IntN(2) == 0, Fit: r.IntN(2) == 0, Valign: "middle", Blocks: some()}
	case 3:
		return &layout.Skip{To: page.Length(r.IntN(300)) * pt}
	case 4:
		return &layout.Frame{Natural: true, Place: themes.Align(r.IntN(4)), Style: &themes.Style{Left: 10 * pt, Box: themes.Box{PadX: 3 * pt, PadY: 2 * pt}}, Blocks: some()}
	case 5:
		return &layout.Columns{Count: 2, Gap: 10 * pt, Blocks: some()}
	case 6:
		return &layout.Item{Label: s.text("、"), Indent: 20 * pt, Blocks: some()}
	case 7:
		return &layout.Drawing{Size: page.Size{W: 20 * pt, H: 30 * pt}, Alt: "图", Items: []page.Item{&page.Path{Segments: page.RectPath(page.Rect{W: pt, H: pt}), Fill: page.Black}}}
	case 8:
		if depth == 0 {
			return &layout.Break{}
		}
	case 9:
		t := words()
		t.Inlines = append(t.Inlines, layout.Inline{Text: "①", Source: -1, Note: &layout.Note{Label: "①", ID: fmt.Sprint(r.Uint32()), Back: "b", Source: -1, Blocks: []layout.Block{s.text("注", func(s *themes.Style) { s.Role = "footnote" })}}})
		return t
	case 10:
		if depth == 0 {
			return &layout.Turn{Blocks: some()}
		}
	}
	return words()
}

// TestStageSession: whatever stands on the stage, all of its words are on the pages, and
// a Session gives the pages, bookmarks and problems of a layout from nothing.
func TestStageSession(t *testing.T) {
	for seed := range uint64(24) {
		r := rand.New(rand.NewPCG(seed, 5))
		var sets []string
		if seed%4 == 1 {
			sets = []string{"page.columns=2"}
		}
		s := newStage(t, sets...)
		session := layout.NewSession(layout.Options{Workers: 1})
		var blocks []layout.Block
		f := s.flow()
		for edit := range 12 {
			for range 1 + r.IntN(4) {
				at := r.IntN(len(blocks) + 1)
				blocks = slices.Insert(slices.Clone(blocks), at, s.random(r, 0))
			}
			if r.IntN(4) == 0 {
				at := r.IntN(len(blocks))
				blocks = slices.Delete(slices.Clone(blocks), at, at+1)
			}
			last := f
			f = s.flow(blocks...)
			f.Imprint, f.Fixed, f.ImprintEven = last.Imprint, last.Fixed, seed%3 == 0
			switch r.IntN(4) {
			case 0:
				f.Imprint = []layout.Block{s.random(r, 3), s.random(r, 3)}
			case 1:
				x := &layout.Fixed{Page: r.IntN(4) - 1, At: page.Rect{Y: 20 * pt}, Blocks: []layout.Block{s.random(r, 3)}}
				if x.Page == 0 {
					x.Artifact = true
				}
				f.Fixed = []*layout.Fixed{x}
			}
			name := fmt.Sprintf("seed %d, edit %d", seed, edit)
			got := session.Layout(context.Background(), f)
			want, problems, err := layout.Layout(context.Background(), f, layout.Options{Workers: 1})
			if err != nil {
				t.Fatal(err)
			}
			checkText(t, f, want)
			var pages []*page.Page
			for i := range got.Len() {
				pages = append(pages, got.Page(i))
			}
			if a, b := stands(pages), stands(want.Pages); a != b {
				t.Fatalf("%s: the session gives\n%s\nnot\n%s", name, a, b)
			}
			if a, b := numbersOf(pages), numbersOf(want.Pages); a != b {
				t.Fatalf("%s: numbers %s, not %s", name, a, b)
			}
			if a, b := titles(got.Outline()), titles(want.Outline); a != b || !reflect.DeepEqual(got.Dests(), want.Dests) {
				t.Fatalf("%s: bookmarks %s, not %s", name, a, b)
			}
			if p := got.Problems(); len(p) != len(problems) {
				t.Fatalf("%s: problems %v, not %v", name, p, problems)
			}
			for i := range got.Len() { // no place of a page makes it fail
				got.At(i, page.Point{X: page.Length(r.IntN(400)) * pt, Y: page.Length(r.IntN(500)) * pt})
			}
		}
	}
}

func titles(outline []page.OutlineEntry) string {
	out := ""
	for _, o := range outline {
		out += fmt.Sprint(o.Level, o.Title, " ")
	}
	return out
}
