package word

import (
	"safety365/bulletins/layout"
	"safety365/bulletins/page"
)

// sidenotes writes the notes that belong to the text which follows them.
func (w *writer) sidenotes(r *runs) {
	notes := w.asides
	w.asides = nil
	for _, n := range notes {
		r.side(n)
	}
}

// side writes a side note: a frame in the margin, beside the first line of the paragraph
// that it belongs to. Where there is no such margin, in cells and columns, on landscape
// pages and on those whose margins change sides, it is a footnote.
func (r *runs) side(n *layout.Note) {
	w := r.writer
	t := w.flow.Theme
	width, gap := t.Sidenotes()
	if !r.c.top || width == 0 || w.open.columns > 1 || w.open.wide || t.Page.Mirror {
		r.note(n, t.Inline("footnotemark", r.style))
		return
	}
	area := t.Area(1)
	frame := el("w:framePr").with("w:w", twips(width), "w:wrap", "around", "w:vAnchor", "text", "w:hAnchor", "page",
		"w:x", twips(area.X+area.W+gap), "w:y", twips(page.Pt/20))
	before, after, last, top := w.gap, w.after, w.last, w.top
	if n.Source > 0 {
		w.top = n.Source
	}
	w.gap, w.after = 0, 0
	w.blocks(n.Blocks, place{width: width, frame: frame})
	w.gap, w.after, w.last, w.top = before, after, last, top
}
