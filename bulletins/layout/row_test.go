package layout_test

import (
	"fmt"
	"strings"
	"testing"

	"safety365/bulletins/layout"
	"safety365/bulletins/page"
	"safety365/themes"
)

func TestRow(t *testing.T) {
	s := newStage(t)
	box := s.body
	box.Box = themes.Box{Fill: page.Black, PadX: 5 * pt, PadY: 10 * pt}
	cell := func(n, share int) layout.RowCell { return layout.RowCell{Blocks: s.lines(n), Share: share} }
	boxed := func(n int) layout.RowCell { return layout.RowCell{Blocks: s.lines(n), Style: &box} }
	for name, test := range map[string]struct {
		row   layout.Row
		want  string
		boxes string // x, y, width and height of those that are filled
	}{
		"equal":  {layout.Row{Cells: []layout.RowCell{cell(1, 0), cell(2, 0)}, Gap: 20 * pt}, "第1行@50,54 第1行@210,54 第2行@210,74 后@50,94", ""},
		"shares": {layout.Row{Cells: []layout.RowCell{cell(1, 25), cell(1, 0), cell(1, 0)}, Gap: 10 * pt}, "第1行@50,54 第1行@130,54 第1行@245,54 后@50,74", ""},
		"middle": {layout.Row{Cells: []layout.RowCell{cell(1, 0), cell(2, 0)}, Valign: "middle"}, "第1行@50,64 第1行@200,54 第2行@200,74 后@50,94", ""},
		"boxes":  {layout.Row{Cells: []layout.RowCell{boxed(1), boxed(2)}, Gap: 20 * pt, Valign: "bottom"}, "第1行@55,84 第1行@215,64 第2行@215,84 后@50,114", "50,60 140×40; 210,40 140×60"},
		"alike":  {layout.Row{Cells: []layout.RowCell{boxed(1), boxed(2)}, Gap: 20 * pt, Equal: true}, "第1行@55,64 第1行@215,64 第2行@215,84 后@50,114", "50,40 140×60; 210,40 140×60"},
		"itself": {layout.Row{Cells: []layout.RowCell{cell(1, 0), cell(1, 0)}, Style: &themes.Style{Left: 10 * pt, Right: 10 * pt, After: 7 * pt, Box: box.Box}}, "第1行@65,64 第1行@200,64 后@50,101", "60,40 280×40"},
	} {
		t.Run(name, func(t *testing.T) {
			pages := bothWays(t, s.flow(&test.row, s.text("后")))
			if got := stands(pages); got != test.want {
				t.Errorf("%s, not %s", got, test.want)
			}
			var boxes []string
			for _, it := range pages[0].Items {
				if p, ok := it.(*page.Path); ok && p.Fill.Space != page.NoColor {
					a, b := p.Segments[0].P[0], p.Segments[2].P[0]
					boxes = append(boxes, fmt.Sprintf("%s,%s %s×%s", a.X.Decimal(0), a.Y.Decimal(0), (b.X-a.X).Decimal(0), (b.Y-a.Y).Decimal(0)))
				}
			}
			if got := strings.Join(boxes, "; "); got != test.boxes {
				t.Errorf("boxes %s, not %s", got, test.boxes)
			}
		})
	}
}

// TestRowBlocks: a row is not divided, and stands wherever blocks do; any block stands
// in it, a footnote too.
func TestRowBlocks(t *testing.T) {
	s := newStage(t)
	row := func(blocks ...layout.Block) *layout.Row {
		return &layout.Row{Cells: []layout.RowCell{{Blocks: blocks}, {Blocks: s.lines(1)}}}
	}
	note := s.text("注")
	note.Inlines[0].Note = &layout.Note{Label: "①", ID: "n", Back: "b", Source: -1, Blocks: []layout.Block{s.text("脚注", func(s *themes.Style) { s.Role = "footnote" })}}
	note.Inlines[0].Text = "①"
	for name, test := range map[string]struct {
		blocks []layout.Block
		want   string // the end of the last page
	}{
		"whole":   {append(s.lines(19), row(s.lines(2)...)), "| 第1行@50,54 第2行@50,74 第1行@200,54"},
		"nested":  {[]layout.Block{row(row(s.lines(1)...))}, "第1行@50,54 第1行@125,54 第1行@200,54"},
		"columns": {[]layout.Block{&layout.Columns{Count: 2, Gap: 20 * pt, Blocks: []layout.Block{row(s.lines(1)...), s.text("右")}}}, "第1行@50,54 第1行@120,54 右@210,54"},
		"item":    {[]layout.Block{&layout.Item{Indent: 20 * pt, Blocks: []layout.Block{row(s.lines(1)...)}}}, "第1行@70,54 第1行@210,54"},
		"note":    {[]layout.Block{row(note)}, "①@50,54 第1行@200,54 脚注@50,434 ①@50,430"},
		"frame":   {[]layout.Block{row(&layout.Frame{Style: &themes.Style{Left: 10 * pt, Box: themes.Box{PadX: 5 * pt, PadY: 6 * pt}}, Blocks: s.lines(1)})}, "第1行@65,60 第1行@200,54"},
	} {
		if got := stands(bothWays(t, s.flow(test.blocks...))); !strings.HasSuffix(got, test.want) {
			t.Errorf("%s: %s, not %s", name, got, test.want)
		}
	}
}
