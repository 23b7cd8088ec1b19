package layout

import (
	"slices"

	"safety365/bulletins/page"
)

// Notes that are numbered by page get their numbers when the page is made up. Their
// marks are set before that, with the room of a number, and the number is put into
// that room when the page is drawn. So a number changes no line and no page: numbering
// needs no second round, and a page is known by what stands on it alone.

// noteNumber is the number of a note that is referred to on a page.
type noteNumber struct {
	note *Note
	n    int
	// far notes have their number from a page before.
	far bool
}

// numberNotes lists the numbers of the notes to which a page refers, and remembers
// those that are new.
func (p *paginator) numberNotes(pl *plan, notes []notePiece) {
	if !p.byPage {
		return
	}
	for _, r := range notes {
		if r.in.note != nil {
			far := slices.ContainsFunc(pl.rest, func(o rest) bool { return o.in == r.in })
			pl.numbers = append(pl.numbers, noteNumber{note: r.in.note, n: r.number, far: far})
			p.numbers[r.in.note] = r.number
		}
	}
	for i := range pl.units {
		in := pl.units[i].in
		for _, n := range pl.units[i].u.notes {
			note := in.m.notes[n]
			if number, ok := p.numbers[note]; ok && pl.numberOf(note) == 0 {
				pl.numbers = append(pl.numbers, noteNumber{note, number, true})
			}
		}
	}
}

// numberOf returns the number of a note on a page, 0 if the page does not know it.
func (pl *plan) numberOf(note *Note) int {
	for _, n := range pl.numbers {
		if n.note == note {
			return n.n
		}
	}
	return 0
}

// recall takes over the numbers of the pages before the one that is made next.
func (p *paginator) recall(plans []plan) {
	for i := range plans {
		for _, n := range plans[i].numbers {
			p.numbers[n.note] = n.n
		}
	}
}

// agrees reports whether pages made before have the numbers that they would have now.
func (p *paginator) agrees(plans []plan) bool {
	if !p.byPage {
		return true
	}
	own := map[*Note]bool{}
	for i := range plans {
		for _, n := range plans[i].numbers {
			if n.far && !own[n.note] && p.numbers[n.note] != n.n {
				return false
			}
			own[n.note] = true
		}
	}
	return true
}

// marked puts the number of a note into the run of its mark, if a link of the line
// says that it is one. It returns the run's words then, else "".
func (d *drawer) marked(l *lineUnit, run *page.GlyphRun) string {
	if len(d.numbers) == 0 {
		return ""
	}
	for _, a := range l.line.Links {
		if int(a.Link) > len(l.links) || run.Origin.X < a.Rect.X || run.Origin.X >= a.Rect.X+a.Rect.W {
			continue
		}
		if note := l.links[a.Link-1].note; note != nil && note.Mark != nil {
			for _, n := range d.numbers {
				if n.note == note && (renumber(run, note.Mark(n.n), a.Rect.W) || renumber(run, itoa(n.n), a.Rect.W)) {
					return run.Text
				}
			}
		}
	}
	return ""
}

// renumber sets other words in a run, no wider than a room. It fails if the face of the
// run does not have them.
func renumber(run *page.GlyphRun, words string, room page.Length) bool {
	var glyphs []page.Glyph
	var pen page.Length
	for at, r := range words {
		id, ok := run.Face.Glyph(r)
		if !ok {
			return false
		}
		w := page.Length(run.Face.Sfnt().Advance(id)).MulDiv(int64(run.Size), int64(run.Face.UnitsPerEm()))
		glyphs = append(glyphs, page.Glyph{ID: id, Start: uint16(at), X: pen, Advance: w})
		pen += w
	}
	if pen > room+run.Size/50 { // more digits than were foreseen
		run.Size = run.Size.MulDiv(int64(room), int64(pen))
		for i := range glyphs {
			g := &glyphs[i]
			g.X, g.Advance = g.X.MulDiv(int64(room), int64(pen)), g.Advance.MulDiv(int64(room), int64(pen))
		}
	}
	if len(glyphs) == 1 && len(run.Glyphs) == 1 { // in the same cell, also of a vertical line
		own := run.Glyphs[0]
		own.ID = glyphs[0].ID
		glyphs[0] = own
	}
	run.Text, run.Glyphs = words, glyphs
	return true
}
