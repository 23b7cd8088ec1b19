package word

import (
	"safety365/bulletins/layout"
	"safety365/bulletins/page"
	"safety365/themes"
)

// table writes a table with its caption. Its columns are as wide as on our page.
func (w *writer) table(t *layout.Table, c place) {
	w.gap = max(w.gap, t.Style.Before)
	if t.Caption != nil && t.Look.Caption != "below" {
		caption := *t.Caption
		style := *caption.Style
		style.KeepNext = true
		caption.Style = &style
		w.text(&caption, c, nil)
	}
	widths, scale, turned := w.ruler.Columns(t, c.room())
	g := &grid{writer: w, t: t, widths: widths, turned: turned, c: c, scale: scale, covered: make([]int, len(widths))}
	tbl := el("w:tbl", g.props())
	cols := el("w:tblGrid")
	for _, width := range widths {
		cols.add(el("w:gridCol").with("w:w", twips(width)))
	}
	tbl.add(cols)
	for i, row := range t.Head {
		tbl.add(g.row(row, "head", i, i == len(t.Head)-1))
	}
	for i, row := range t.Rows {
		tbl.add(g.row(row, "body", i, false))
	}
	for i, row := range t.Foot {
		tbl.add(g.row(row, "foot", i, false))
	}
	if len(tbl.kids) > 2 {
		w.addTable(tbl, c)
	}
	if t.Caption != nil && t.Look.Caption == "below" {
		w.gap = max(w.gap, t.Look.Gap)
		w.text(t.Caption, c, nil)
	}
	w.gap = max(w.gap, t.Style.After)
}

// grid writes the rows of a table.
type grid struct {
	*writer
	t       *layout.Table
	widths  []page.Length
	turned  map[*layout.Text]layout.TurnedHead
	c       place
	scale   int
	covered []int // rows that a cell above still covers, by column
	across  []int // how wide that cell is
}

func (g *grid) props() *node {
	look := &g.t.Look
	total := page.Length(0)
	for _, width := range g.widths {
		total += width
	}
	align := "center"
	switch g.t.Place {
	case themes.Left:
		align = "left"
	case themes.Right:
		align = "right"
	}
	rule := func(name string, width page.Length) *node {
		if width <= 0 {
			return nil
		}
		return border("w:"+name, width, look.Color, 0)
	}
	props := el("w:tblPr", el("w:tblW").with("w:w", twips(total), "w:type", "dxa"), val("w:jc", align))
	if align == "left" {
		props.add(el("w:tblInd").with("w:w", twips(g.c.left), "w:type", "dxa"))
	}
	return props.add(el("w:tblBorders", rule("top", look.Frame), rule("bottom", look.Frame), rule("insideH", look.Row), rule("insideV", look.Column)),
		val("w:tblLayout", "fixed").rename("w:type"), cellMargins(look.PadX, look.PadY))
}

func cellMargins(x, y page.Length) *node {
	m := func(name string, l page.Length) *node { return el("w:"+name).with("w:w", twips(l), "w:type", "dxa") }
	return el("w:tblCellMar", m("top", y), m("left", x), m("bottom", y), m("right", x))
}

// row writes a row. A cell that goes over several rows is written again in each as a
// continuation.
func (g *grid) row(r layout.TableRow, part string, index int, lastHead bool) *node {
	if g.across == nil {
		g.across = make([]int, len(g.widths))
	}
	tr := el("w:tr", el("w:trPr", el("w:cantSplit")))
	if part == "head" {
		tr.kids[0].add(el("w:tblHeader"))
	}
	tall := page.Length(0) // of heads that are turned
	for i := 0; i < len(g.widths); {
		span, cell := 1, layout.Cell{}
		if i < len(r.Cells) {
			cell = r.Cells[i]
		}
		continued := g.covered[i] > 0
		if continued {
			span = g.across[i]
			g.covered[i]--
		} else {
			span = min(max(cell.ColSpan, 1), len(g.widths)-i)
			g.covered[i], g.across[i] = max(cell.RowSpan, 1)-1, span
		}
		width := page.Length(0)
		for _, one := range g.widths[i : i+span] {
			width += one
		}
		tc := g.writer.cell(width, width-2*g.t.Look.PadX, place{scale: g.scale, across: span}, func(c place) {
			if cell.Text != nil && !continued {
				g.text(cell.Text, i, part, c)
			}
		})
		props := tc.child("w:tcPr")
		if span > 1 {
			props.add(val("w:gridSpan", itoa(span)))
		}
		switch {
		case continued:
			props.add(el("w:vMerge"))
		case cell.RowSpan > 1:
			props.add(val("w:vMerge", "restart"))
		}
		if lastHead && g.t.Look.Head > 0 {
			props.add(el("w:tcBorders", border("w:bottom", g.t.Look.Head, g.t.Look.Color, 0)))
		}
		switch {
		case part == "head":
			props.add(shade(g.t.Look.Fill))
		case part == "body" && index%2 == 1:
			props.add(shade(g.t.Look.Stripe))
		}
		head, turned := g.turned[cell.Text]
		if turned && !continued {
			props.add(direction(head))
			tall = max(tall, head.Height.MulDiv(1, int64(max(cell.RowSpan, 1))))
		}
		props.add(val("w:vAlign", map[string]string{"middle": "center", "bottom": "bottom"}[g.valign(i, part)]))
		if k := props.child("w:vAlign"); turned {
			k.attrs[1] = "center" // across the lines
		} else if k.attrs[1] == "" {
			k.attrs[1] = "top"
		}
		tr.add(tc)
		i += span
	}
	if tall > 0 {
		tr.kids[0].add(rowHeight(tall + 2*g.t.Look.PadY + page.Pt))
	}
	return tr
}

func (g *grid) valign(col int, part string) string {
	switch {
	case g.t.Valign != "":
		return g.t.Valign
	case col < len(g.t.Columns) && g.t.Columns[col].Valign != "":
		return g.t.Columns[col].Valign
	case part == "head":
		return g.t.Look.HeadValign
	}
	return g.t.Look.Valign
}

// text writes a cell's text as its column stands.
func (g *grid) text(t *layout.Text, col int, part string, c place) {
	s := *t.Style
	if col < len(g.t.Columns) {
		head, turned := g.turned[t]
		switch column := g.t.Columns[col]; {
		case turned && head.Up:
			s.Align = themes.Left
		case turned:
			s.Align = themes.Center
		case part == "head" && c.across > 1:
			s.Align = themes.Center
		case column.Stated:
			s.Align = column.Align
		case column.Decimal, g.headTurned(col):
			s.Align = themes.Center
		}
	}
	if s.Align == themes.Justify && c.width < 12*s.Size {
		s.Align = themes.Left
	}
	copied := *t
	copied.Style = &s
	g.writer.text(&copied, c, nil)
}

// cell makes a cell and what stands in it; inner is the width for its text.
func (w *writer) cell(width, inner page.Length, c place, make func(place)) *node {
	into, last, gap, after := w.into, w.last, w.gap, w.after
	tc := el("w:tc", el("w:tcPr", el("w:tcW").with("w:w", twips(width), "w:type", "dxa")))
	w.into, w.last, w.gap, w.after = tc, nil, 0, 0
	make(place{width: max(inner, page.Pt), scale: c.scale, across: c.across})
	if w.last == nil { // a cell ends in a paragraph
		tc.add(spacer(page.Pt))
	}
	w.into, w.last, w.gap, w.after = into, last, gap, after
	return tc
}

// addTable adds a table. Two tables that follow one another would be one: a paragraph
// parts them; the space above stands in it too.
func (w *writer) addTable(t *node, c place) {
	if w.breaks == "page" {
		p := spacer(page.Pt)
		p.kids[0].add(el("w:pageBreakBefore")).sortKids(paragraphOrder)
		w.into.add(p)
		w.breaks = ""
	} else if space := w.gap - w.after; w.last == nil && len(w.into.kids) > 1 || space > 0 {
		w.into.add(spacer(space))
	}
	w.gap, w.after, w.last = 0, 0, nil
	w.into.add(t)
}

// row writes blocks side by side: a table without rules.
func (w *writer) row(r *layout.Row, c place) {
	n := len(r.Cells)
	if n == 0 {
		return
	}
	if r.Style != nil {
		w.gap = max(w.gap, r.Style.Before)
		c = c.in(r.Style.Left, r.Style.Right)
	}
	room := c.room()
	rest, equal := room, 0
	for _, cell := range r.Cells {
		if cell.Share > 0 {
			rest -= room.MulDiv(int64(cell.Share), 100)
		} else {
			equal++
		}
	}
	tr, cols := el("w:tr", el("w:trPr", el("w:cantSplit"))), el("w:tblGrid")
	for _, cell := range r.Cells {
		width := room.MulDiv(int64(cell.Share), 100)
		if cell.Share == 0 {
			width = rest / page.Length(equal)
		}
		tc := w.cell(width, width-r.Gap, c, func(c place) { w.blocks(cell.Blocks, c) })
		if cell.Style != nil && !cell.Style.Box.None() {
			borders := el("w:tcBorders", boxSides(cell.Style.Box)...)
			tc.child("w:tcPr").add(borders, shade(cell.Style.Box.Fill))
		}
		tr.add(tc)
		cols.add(el("w:gridCol").with("w:w", twips(width)))
	}
	props := el("w:tblPr", el("w:tblW").with("w:w", twips(room), "w:type", "dxa"), el("w:tblInd").with("w:w", twips(c.left), "w:type", "dxa"),
		val("w:tblLayout", "fixed").rename("w:type"), cellMargins(r.Gap/2, 0))
	w.addTable(el("w:tbl", props, cols, tr), c)
	if r.Style != nil {
		w.gap = max(w.gap, r.Style.After)
	}
}
