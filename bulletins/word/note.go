package word

import (
	"safety365/bulletins/layout"
	"safety365/bulletins/page"
	"safety365/themes"
)

// noteFormats are the marks of notes as Word names them.
var noteFormats = map[string]string{"circled": "decimalEnclosedCircle", "arabic": "decimal", "bracketed": "decimal"}

// separatorNotes are the two notes that every file begins with: the rules above notes.
func separatorNotes() []*node {
	note := func(id, kind, rule string) *node {
		return el("w:footnote", el("w:p", el("w:pPr", el("w:spacing").with("w:after", "0", "w:line", "240", "w:lineRule", "auto")), el("w:r", el(rule)))).
			with("w:type", kind, "w:id", id)
	}
	return []*node{note("-1", "separator", "w:separator"), note("0", "continuationSeparator", "w:continuationSeparator")}
}

// note writes the mark of a note, and the note where notes are kept. Word counts them,
// in the marks that the theme asks for.
func (r *runs) note(n *layout.Note, s *themes.Style) {
	id, known := r.noted[n]
	if !known {
		id = len(r.noted) + 1
		r.noted[n] = id
		r.footnote(n, id)
	}
	mark := el("w:r", el("w:rPr", val("w:rStyle", styleID("footnotemark"))), el("w:footnoteReference").with("w:id", itoa(id)))
	bracketed := r.flow.Theme.Footnotes.Marks == "bracketed"
	props := el("w:rPr", val("w:rStyle", styleID("footnotemark")))
	bracket := func(text string) {
		if bracketed {
			r.into().add(el("w:r", props, el("w:t", words(text))))
			r.record.text += text
		}
	}
	if known { // a note has one mark in Word; others are references to it
		r.into().add(field("NOTEREF "+noteMark(id)+" \\f \\h", n.Label, props)...)
		return
	}
	bracket("[")
	ends := r.writer.bookmark(noteMark(id))
	r.into().add(ends[0], mark, ends[1])
	bracket("]")
}

func noteMark(id int) string { return "_note" + itoa(id) }

// footnote writes a note's text.
func (w *writer) footnote(n *layout.Note, id int) {
	into, last, gap, after, top := w.into, w.last, w.gap, w.after, w.top
	w.into, w.gap, w.after = el("w:footnote").with("w:id", itoa(id)), 0, 0
	w.top, w.noting = -1, n.ID
	if n.Source > 0 {
		w.top = n.Source
	}
	c := place{width: w.flow.Theme.Area(1).W}
	w.blocks(n.Blocks, c)
	first := w.into.child("w:p")
	if first == nil {
		first = el("w:p", el("w:pPr", val("w:pStyle", styleID("footnote"))))
		w.into.add(first)
	}
	mark := []*node{first.kids[0], el("w:r", el("w:rPr", val("w:rStyle", styleID("footnotemark"))), el("w:footnoteRef")), el("w:r", el("w:t", words(" ")).with("xml:space", "preserve"))}
	first.kids = append(mark, first.kids[1:]...)
	if w.into.kids[len(w.into.kids)-1].name != "w:p" { // a note ends in a paragraph
		w.into.add(spacer(page.Pt))
	}
	w.notes.add(w.into)
	w.into, w.last, w.gap, w.after, w.top, w.noting = into, last, gap, after, top, ""
}
