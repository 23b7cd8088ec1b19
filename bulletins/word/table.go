package word

import (
	"cmp"

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
	g.share()
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
		val("w:tblLayout", "fixed").rename("w:type"), cellMargins("w:tblCellMar", look.PadX, look.PadY-look.Row/2))
}

// cellMargins are the rooms inside cells: of a table or of one of them.
func cellMargins(name string, x, y page.Length) *node {
	m := func(name string, l page.Length) *node { return el("w:"+name).with("w:w", twips(l), "w:type", "dxa") }
	return el(name, m("top", y), m("left", x), m("bottom", y), m("right", x))
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
		case cell.Text != nil && !continued && cell.Text.Style.Box.Fill.Space != page.NoColor:
			props.add(shade(cell.Text.Style.Box.Fill))
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
		props.add(val("w:vAlign", cmp.Or(verticals[g.valign(i, part)], "top")))
		if turned {
			props.child("w:vAlign").set("w:val", "center") // across the lines
		}
		tr.add(tc)
		i += span
	}
	switch {
	case tall > 0:
		tr.kids[0].add(rowHeight(tall + 2*g.t.Look.PadY + page.Pt))
	case part == "body" && g.t.RowHeight > 0:
		tr.kids[0].add(rowHeight(g.t.RowHeight))
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
	s.Indent, s.Left, s.Right, s.Box = 0, 0, 0, themes.Box{} // its fill is the cell's
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
	if _, turned := g.turned[t]; !turned {
		g.widen(t, &s, c)
	}
	copied := *t
	copied.Style = &s
	g.writer.text(&copied, c, nil)
}

// cell makes a cell and what stands in it; inner is the width for its text.
func (w *writer) cell(width, inner page.Length, c place, make func(place)) *node {
	into, last, gap, after, top := w.into, w.last, w.gap, w.after, w.atTop
	tc := el("w:tc", el("w:tcPr", el("w:tcW").with("w:w", twips(width), "w:type", "dxa")))
	w.into, w.last, w.gap, w.after, w.atTop = tc, nil, 0, 0, true
	make(place{width: max(inner, page.Pt), scale: c.scale, across: c.across})
	if w.last == nil { // a cell ends in a paragraph
		tc.add(spacer(page.Pt))
	} else if w.after > 0 {
		props := w.last.child("w:pPr")
		props.own("w:spacing").set("w:after", "0")
		props.sortKids(paragraphOrder)
	}
	w.into, w.last, w.gap, w.after, w.atTop = into, last, gap, after, top
	return tc
}

// addTable adds a table. Two tables that follow one another would be one: a paragraph
// parts them; the space above stands in it too.
func (w *writer) addTable(t *node, c place) {
	if c.frame != nil {
		t.child("w:tblPr").add(floating(c.frame)).sortKids(tableOrder)
	} else if w.breaks == "page" {
		w.into.add(w.broken(spacer(page.Pt)))
	} else {
		space := w.gap - w.after
		if w.atTop {
			space = 0
		}
		if space > 0 || w.framed() || w.last == nil && !w.atTop && len(w.into.kids) > 0 {
			w.into.add(spacer(space))
		}
	}
	w.atTop = false
	w.gap, w.after, w.last = 0, 0, nil
	w.into.add(t)
}

// verticals are the places in the height of a cell by their names in Word.
var verticals = map[string]string{"middle": "center", "bottom": "bottom"}

// floating is where a table stands on the sheet instead of in the text: at the place of a
// frame.
func floating(frame *node) *node {
	n := el("w:tblpPr")
	for _, a := range [][2]string{{"w:vAnchor", "w:vertAnchor"}, {"w:hAnchor", "w:horzAnchor"}, {"w:xAlign", "w:tblpXSpec"}, {"w:x", "w:tblpX"}, {"w:y", "w:tblpY"}} {
		if v := frame.attr(a[0]); v != "" {
			n.with(a[1], v)
		}
	}
	return n
}
