package view

import (
	"strings"

	"safety365/bulletins"
)

// notesUpTo sets the definitions of notes that stand before a place.
func (b *builder) notesUpTo(to int, before edge) edge {
	for len(b.notes) > 0 {
		n := b.notes[0]
		at := b.noteAt(n, to)
		if at < 0 {
			break
		}
		b.notes = b.notes[1:]
		b.gap(at, between(before, blocked))
		b.note(n, at)
		before = blocked
	}
	return before
}

// noteAt returns where the definition of a note begins, if that is before a place.
func (b *builder) noteAt(n *bulletins.Note, to int) int {
	from := b.at
	if len(n.Blocks) > 0 {
		to = min(to, n.Blocks[0].Source().Start)
	}
	if from >= to {
		return -1
	}
	i := strings.Index(b.src[from:to], "[^"+n.Label+"]:")
	if i < 0 {
		return -1
	}
	return from + i
}

// note sets a note with its label in the indent.
func (b *builder) note(n *bulletins.Note, at int) {
	b.at = at + len("[^]:") + len(n.Label)
	if b.at < len(b.src) && b.src[b.at] == ' ' {
		b.at++
	}
	body, inset := b.body, b.inset
	b.body, b.inset = body.scaled(93), true
	words, w := b.v.words(n.Label, b.body.scaled(85).in(linkInk), b.em(600))
	indent := max(b.em(170), w+b.em(60))
	b.leave(b.em(35))
	first := len(b.col.pieces)
	b.narrower(indent, 0, func() {
		if len(n.Blocks) == 0 {
			b.emptyItem()
		} else {
			b.blocks(n.Blocks, blocked)
		}
	})
	b.body, b.inset = body, inset
	if first < len(b.col.pieces) {
		p := &b.col.pieces[first]
		p.lead = "[" + n.Label + "] " + p.lead
		b.col.labels = append(b.col.labels, label{words, b.x + indent - w - b.em(50), p.y + p.rows[0].baseline})
	}
	b.leave(b.em(35))
}
