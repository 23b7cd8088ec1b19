package word

import (
	"cmp"
	"slices"

	"safety365/bulletins/layout"
	"safety365/bulletins/page"
	"safety365/themes"
)

// row writes blocks side by side: a table without rules. Between boxes there is a cell
// with nothing in it, otherwise the room is the cells' own.
func (w *writer) row(r *layout.Row, c place) {
	if len(r.Cells) == 0 {
		return
	}
	if r.Style != nil {
		w.gap = max(w.gap, r.Style.Before)
		c = c.in(r.Style.Left, r.Style.Right)
	}
	tr, cols := el("w:tr", el("w:trPr", el("w:cantSplit"))), el("w:tblGrid")
	add := func(tc *node, width page.Length) {
		tr.add(tc)
		cols.add(el("w:gridCol").with("w:w", twips(width)))
	}
	boxed := slices.ContainsFunc(r.Cells, func(c layout.RowCell) bool { return c.Style != nil && !c.Style.Box.None() })
	for i, width := range r.Widths(c.room()) {
		cell, gap := r.Cells[i], r.Gap
		if i == len(r.Cells)-1 {
			gap = 0
		}
		box := themes.Box{}
		if cell.Style != nil {
			box = cell.Style.Box
		}
		inner := width - 2*box.PadX - box.BarSize
		if !boxed {
			width += gap
		}
		tc := w.cell(width, inner, c, func(c place) { w.blocks(cell.Blocks, c) })
		props := tc.child("w:tcPr")
		if !box.None() {
			props.add(el("w:tcBorders", boxSides(box)...), shade(box.Fill))
		}
		margins := cellMargins("w:tcMar", box.PadX+box.BarSize/2, box.PadY)
		if !boxed {
			margins.child("w:right").set("w:w", twips(gap))
		}
		props.add(margins)
		props.add(val("w:vAlign", cmp.Or(verticals[r.Valign], "top")))
		add(tc, width)
		if boxed && gap > 0 {
			add(w.cell(gap, gap, c, func(place) {}), gap)
		}
	}
	props := el("w:tblPr", el("w:tblW").with("w:w", twips(c.room()), "w:type", "dxa"), el("w:tblInd").with("w:w", twips(c.left), "w:type", "dxa"),
		val("w:tblLayout", "fixed").rename("w:type"), cellMargins("w:tblCellMar", 0, 0))
	w.addTable(el("w:tbl", props, cols, tr), c)
	if r.Style != nil {
		w.gap = max(w.gap, r.Style.After)
	}
}
