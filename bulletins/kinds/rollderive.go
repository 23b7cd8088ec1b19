package kinds

import (
	"slices"

	"safety365/assets"
	sheets "safety365/bulletins/intake/sheet"
)

// complete works out the derived columns.
func (r *roll) complete(file bool) {
	for _, d := range r.list.derived {
		if d.file && !file || d.pair && r.partner == nil {
			continue
		}
		if !r.has(d.key) {
			r.add(d.key, d.first)
		}
		col := r.cols[d.key]
		for row := range r.Rows {
			cell := &r.Rows[row][col]
			if r.item(row) && cell.RowSpan != 0 && (cell.Text == "" || d.ours != nil && d.ours(cell.Text)) {
				cell.Text = d.value(r, row)
			}
		}
	}
}

// add makes a column, in front or behind.
func (r *roll) add(key string, first bool) {
	at := len(r.Head)
	if first {
		at = 0
	}
	name := assets.Phrase(r.lang, "column-"+key)
	r.Head = slices.Insert(r.Head, at, name)
	r.origin = slices.Insert(r.origin, at, -1)
	for i := range r.HeadRows {
		cell := sheets.Cell{}
		if i == 0 {
			cell = sheets.Cell{Text: name, RowSpan: len(r.HeadRows), ColSpan: 1}
		}
		r.HeadRows[i] = slices.Insert(r.HeadRows[i], at, cell)
	}
	for i := range r.Rows {
		r.Rows[i] = slices.Insert(r.Rows[i], at, sheets.Cell{RowSpan: 1, ColSpan: 1})
	}
	r.locate()
	r.cols[key] = at
}
