package layout_test

import (
	"testing"

	"safety365/bulletins/page"
	"safety365/themes"
)

// TestCellFill: the fill of a cell's style lies behind the whole cell, merged rows and
// all, below the text and nowhere else.
func TestCellFill(t *testing.T) {
	th := themeFor(t, "zh-Hans", "tables.fill=none", "tables.stripe=none", "tables.pad-x=0")
	table := tableOf(th, 1, 3, 0, []string{"级", "险"}, []string{"红", "甲"}, []string{"", "乙"}, []string{"蓝", "丙"})
	style := *th.Style("table")
	style.Box.Fill = page.Color{Space: page.CMYK, Inks: [4]uint16{200, 1000, 1000, 100}, R: 155, G: 36, B: 35}
	table.Rows[0].Cells[0].Text.Style = &style
	table.Rows[0].Cells[0].RowSpan = 2
	table.Columns[0].Length, table.Columns[1].Length = 40*page.Pt, 80*page.Pt
	table.Place = themes.Left
	_, book, _ := set(t, th, "zh-Hans", table)
	found := 0
	text := false
	for _, it := range book.Pages[0].Items {
		switch it := it.(type) {
		case *page.GlyphRun:
			text = true
		case *page.Path:
			if it.Fill != style.Box.Fill {
				continue
			}
			found++
			left, right := it.Segments[0].P[0].X-th.Area(1).X, it.Segments[1].P[0].X-th.Area(1).X
			if text || !near(left, 0) || !near(right, 40*page.Pt) {
				t.Errorf("from %v to %v, behind the text: %v", left, right, !text)
			}
			if h := it.Segments[2].P[0].Y - it.Segments[1].P[0].Y; h < 2*style.Leading {
				t.Errorf("%v high", h)
			}
		}
	}
	if found != 1 {
		t.Errorf("%d cells are filled", found)
	}
}
