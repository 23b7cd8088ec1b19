package view

import (
	"strings"

	"safety365/bulletins"
)

// Plain returns the text of a range as it is shown: without marks, paragraphs on lines
// of their own, the cells of a table parted by tabs.
func (v *View) Plain(r bulletins.Range) string {
	d := v.state.Document
	r.Start, r.End = max(r.Start, 0), min(r.End, len(d.Text))
	if v.state.Marks || r.End <= r.Start {
		return d.Text[min(r.Start, r.End):r.End]
	}
	var b strings.Builder
	w := plainWriter{b: &b}
	for i := max(v.unitIndex(r.Start), 0); i < len(v.units) && v.units[i].start < r.End; i++ {
		u := &v.units[i]
		for j := range u.column.pieces {
			p := &u.column.pieces[j]
			if from, to := r.Start-u.start, r.End-u.start; from <= p.to && to >= p.from {
				w.piece(i, p, from, to)
			}
		}
	}
	return b.String()
}

type plainWriter struct {
	b     *strings.Builder
	any   bool
	unit  int
	group int
}

func (w *plainWriter) piece(unit int, p *piece, from, to int) {
	switch {
	case !w.any:
	case p.group != 0 && p.group == w.group && unit == w.unit:
		w.b.WriteByte('\t')
	default:
		w.b.WriteByte('\n')
	}
	if from <= p.from && (w.any || to > p.to) {
		w.b.WriteString(p.lead)
	}
	w.any, w.unit, w.group = true, unit, p.group
	for i := range p.cells {
		c := &p.cells[i]
		if int(c.from) < from && int(c.to) <= from || int(c.from) >= to || c.kind == pictureCell || c.kind == preeditCell {
			continue
		}
		w.b.WriteString(c.text)
	}
}
