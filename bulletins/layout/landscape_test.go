package layout_test

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"safety365/bulletins/layout"
	"safety365/bulletins/page"
)

// ledger is a document with a wide table on landscape pages in the middle.
func ledger(rows int) string {
	var b strings.Builder
	b.WriteString("---\nlang: zh-Hans\ntitle: 整改台账\nissuer: 澜浦市安委会办公室\n---\n前文[^1]，见:page[wide]页。\n\n![现场](pictures/workshop.jpg){width=60% place=float}\n\n::: landscape\n\n## 横表 {#wide}\n\n")
	b.WriteString("| 序号 | 隐患 | 措施 | 期限 |\n|---|---|---|---|\n")
	for i := range rows {
		fmt.Fprintf(&b, "| %d | 配电箱门缺失 | 当日装复[^2] | 3月6日 |\n", i+1)
	}
	b.WriteString("\n:::\n\n## 后文\n\n后文回到直页。\n\n[^1]: 注一\n\n[^2]: 注二\n")
	return b.String()
}

// TestLandscape: the pages of the directive lie, those before and after stand; table,
// header, footer, notes, links and bookmarks are within their pages.
func TestLandscape(t *testing.T) {
	for _, test := range []struct {
		rows int
		sets []string
		want string // how the pages lie
	}{
		{5, nil, "|-|"},
		{60, nil, "|----|"},
		{60, []string{"page.mirror=on", "page.margins.inner=28mm", "page.margins.outer=20mm", "page.margins.bottom=35mm"}, "|---|"},
		{5, []string{"typeset.direction=vertical"}, "|-|"},
		{5, []string{"typeset.grid=22x28"}, "|-|"},
	} {
		t.Run(fmt.Sprint(test.rows, test.sets), func(t *testing.T) {
			c := composeText(t, ledger(test.rows), test.sets...)
			book := c.book(t)
			paper := c.flow.Theme.Page
			lies := ""
			for _, p := range book.Pages {
				switch p.Trim {
				case paper.Size:
					lies += "|"
				case page.Size{W: paper.Size.H, H: paper.Size.W}:
					lies += "-"
				default:
					t.Fatalf("page %d is %v", p.Number+1, p.Trim)
				}
				within(t, p, p.Items)
			}
			if lies != test.want {
				t.Fatalf("pages lie %s, want %s", lies, test.want)
			}
			if at := book.Dests["wide"]; at.Page != 1 || at.At.Y >= paper.Size.W {
				t.Errorf("the heading is at %v", at)
			}
			if o := book.Outline; o[len(o)-1].Title != "后文" || book.Dests[o[len(o)-1].Dest].Page != len(book.Pages)-1 {
				t.Errorf("outline %v", o)
			}
			session := layout.NewSession(layout.Options{})
			pages := session.Layout(context.Background(), c.flow)
			if pages.Len() != len(book.Pages) || pages.Page(1).Trim != book.Pages[1].Trim {
				t.Error("a Session has other pages")
			}
		})
	}
}

// within checks that what is printed lies on its page.
func within(t *testing.T, p *page.Page, items []page.Item) {
	t.Helper()
	on := func(at page.Point, what string) {
		if at.X < 0 || at.Y < 0 || at.X > p.Trim.W || at.Y > p.Trim.H {
			t.Errorf("page %d: %s at %v is outside of %v", p.Number+1, what, at, p.Trim)
		}
	}
	for _, it := range items {
		switch it := it.(type) {
		case *page.GlyphRun:
			last := it.Glyphs[len(it.Glyphs)-1]
			on(it.Origin, it.Text)
			on(page.Point{X: it.Origin.X + last.X, Y: it.Origin.Y + last.Y}, it.Text)
		case *page.Image:
			on(page.Point{X: it.Rect.X, Y: it.Rect.Y}, "picture")
			on(page.Point{X: it.Rect.X + it.Rect.W, Y: it.Rect.Y + it.Rect.H}, "picture")
		case *page.Link:
			on(page.Point{X: it.Rect.X, Y: it.Rect.Y}, "link")
		}
	}
}

// TestLandscapeMargins: the type area of a landscape page is that of the upright one on
// the same sheet, turned by a quarter: the head at the binding edge of odd pages.
func TestLandscapeMargins(t *testing.T) {
	c := composeText(t, ledger(60), "page.mirror=on", "page.margins.inner=40mm", "page.margins.outer=20mm", "page.margins.top=37mm", "page.margins.bottom=30mm")
	m := c.flow.Theme.Page
	for _, p := range c.book(t).Pages {
		if p.Trim == m.Size {
			continue
		}
		top, left := p.Trim.H, p.Trim.W
		for _, l := range p.Lines {
			top, left = min(top, l.Baseline), min(left, l.X)
		}
		want := m.Inner
		if p.Number%2 == 1 {
			want = m.Outer
		}
		if top < want || top > want+40*page.Pt {
			t.Errorf("page %d: the first line is at %v, the margin %v", p.Number+1, top, want)
		}
		if left < m.Bottom || left > m.Bottom+20*page.Pt {
			t.Errorf("page %d: text begins at %v, the margin is %v", p.Number+1, left, m.Bottom)
		}
	}
}

// TestLandscapeNumber: on the sheet, the number of a landscape page stands where those of
// upright pages do, if the theme says so; else at the page's own foot.
func TestLandscapeNumber(t *testing.T) {
	official := []string{"page.mirror=on", "page.margins.top=37mm", "page.margins.bottom=35mm", "page.margins.inner=28mm", "page.margins.outer=26mm", "page.footer=26mm", "furniture.footer.odd.center=", "furniture.footer.odd.right=— {page} —　"}
	for _, test := range []struct {
		sets  []string
		sheet bool
	}{{nil, false}, {[]string{"furniture.landscape=sheet"}, true}, {[]string{"furniture.landscape=sheet", "typeset.direction=vertical"}, true}} {
		text := strings.Replace(ledger(90), "![", "::: pagebreak\n\n![", 1)
		c := composeText(t, text, append(official, test.sets...)...)
		size := c.flow.Theme.Page.Size
		seen := map[bool]map[int]page.Point{false: {}, true: {}} // landscape, by parity
		for _, p := range c.book(t).Pages {
			lies := p.Trim != size
			at, ok := numberOn(p, lies)
			if !ok {
				t.Fatalf("%v: page %d has no number", test.sets, p.Number+1)
			}
			if lies && test.sheet { // back to the upright sheet
				at = page.Point{X: at.Y, Y: size.H - at.X}
			}
			if lies && !test.sheet && at.Y < p.Trim.H*4/5 {
				t.Errorf("%v: the number of page %d is at %v, not at its foot", test.sets, p.Number+1, at)
			}
			seen[lies][p.Number%2] = at
		}
		for parity, at := range seen[true] {
			want, ok := seen[false][parity]
			if !ok {
				t.Fatal("no upright page to compare with")
			}
			if test.sheet && (max(at.Y-want.Y, want.Y-at.Y) > 1 || max(at.X-want.X, want.X-at.X) > 12*page.Pt) {
				t.Errorf("%v: on the sheet the number is at %v, on an upright page at %v", test.sets, at, want)
			}
		}
	}
}

// numberOn returns where the number of a page begins; turned, it is in a Group.
func numberOn(p *page.Page, lies bool) (page.Point, bool) {
	label := "— " + p.Label + " —"
	for _, it := range p.Items {
		at := func(q page.Point) page.Point { return q }
		if g, ok := it.(*page.Group); ok {
			at = func(q page.Point) page.Point { return page.Point{X: g.Transform.E - q.Y, Y: q.X} }
			it = g.Items[0]
		}
		if run, ok := it.(*page.GlyphRun); ok && run.Tag == 0 && strings.HasPrefix(run.Text, "—") && (lies || run.Origin.Y > p.Trim.H*4/5) && strings.HasPrefix(label, run.Text) {
			return at(run.Origin), true
		}
	}
	return page.Point{}, false
}
