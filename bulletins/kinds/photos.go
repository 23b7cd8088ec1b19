package kinds

import (
	"strconv"
	"strings"

	"safety365/bulletins"
	"safety365/bulletins/layout"
	"safety365/bulletins/page"
)

// photoRows says for two to six pictures how many stand in each row.
var photoRows = map[int][]int{1: {1}, 2: {2}, 3: {3}, 4: {2, 2}, 5: {3, 2}, 6: {3, 3}}

// photos makes pictures that share a caption. Those of a row are equally high.
func (m *maker) photos(d *bulletins.Directive, at place) []layout.Block {
	var figures []*layout.Figure
	var rest []layout.Block
	for _, b := range d.Blocks {
		if f, ok := b.(*bulletins.Figure); ok {
			figures = append(figures, &layout.Figure{Picture: m.image(f.URL, f.Alt, f.Title, f.Range), Look: m.styles.theme.Figures, Share: 100})
			continue
		}
		rest = append(rest, m.blocks([]bulletins.Block{b}, at.inside())...)
	}
	rows, ok := photoRows[len(figures)]
	if !ok || len(figures) < 2 {
		m.report(bulletins.Warning, "photos-count", d.Range, "count", strconv.Itoa(len(figures)))
	}
	for !ok && len(figures) > 0 { // rows of three
		for left := len(figures); left > 0; left -= 3 {
			rows = append(rows, min(3, left))
		}
		ok = true
	}
	gap := m.styles.body.Size / 2
	frame := &layout.Frame{Style: m.styles.block("figure", "caption"), Tag: page.RoleSect}
	for _, n := range rows {
		row := &layout.Row{Style: m.styles.theme.Style("photorow"), Gap: gap}
		var widths int
		for _, f := range figures[:n] {
			widths += aspect(f.Picture)
		}
		for _, f := range figures[:n] {
			row.Cells = append(row.Cells, layout.RowCell{Blocks: []layout.Block{f}, Share: aspect(f.Picture) * 100 / max(widths, 1)})
		}
		figures = figures[n:]
		frame.Blocks = append(frame.Blocks, row)
	}
	if caption := strings.TrimSpace(d.Attrs.Get("caption")); caption != "" {
		t := m.attribute(d, "caption", caption, m.styles.theme.Style("caption"))
		t.Inlines = m.captioned(figureCaption, t.Inlines, caption)
		t.Tag = page.RoleCaption
		frame.Blocks = append(frame.Blocks, t)
	}
	return append([]layout.Block{frame}, rest...)
}

// aspect is the width of a picture as high as 100.
func aspect(p layout.Picture) int {
	if p.Source == nil || p.Source.Height == 0 {
		return 133
	}
	return max(20, min(500, p.Source.Width*100/p.Source.Height))
}
