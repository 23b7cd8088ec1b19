package view

import (
	"sort"
	"strings"

	"safety365/bulletins"
	"safety365/bulletins/page"
)

// place is a place of the caret: a stop of a piece of a unit.
type place struct{ unit, piece, stop int }

func (v *View) piece(at place) *piece { return &v.units[at.unit].column.pieces[at.piece] }

// offset returns the byte of the text at a place.
func (v *View) offset(at place) int { return v.units[at.unit].start + v.piece(at).stop(at.stop) }

// unitIndex returns the last unit that does not start behind an offset, or -1.
func (v *View) unitIndex(offset int) int {
	return sort.Search(len(v.units), func(i int) bool { return v.units[i].start > offset }) - 1
}

// unitOf returns the unit that holds the place for an offset; nil in an empty View.
func (v *View) unitOf(offset int) *unit {
	if len(v.units) == 0 {
		return nil
	}
	return &v.units[v.locate(offset).unit]
}

// nearestIn returns the place for an offset as a byte of a unit.
func (v *View) nearestIn(u *unit, offset int) int {
	at := v.locate(offset)
	return v.offset(at) - u.start
}

// locate returns the place for an offset. What is hidden has the nearest: on its own
// line if there is one.
func (v *View) locate(offset int) place {
	before, hasBefore := v.lastPiece(offset)
	if hasBefore {
		p, rel := v.piece(before), offset-v.units[before.unit].start
		if rel <= p.to {
			before.stop = p.stopAt(rel)
			return before
		}
		before.stop = len(p.cells)
	}
	after, hasAfter := v.nextPiece(before, hasBefore)
	switch {
	case !hasBefore:
		return after
	case !hasAfter:
		return before
	}
	from, to := v.offset(before), v.offset(after)
	text := v.state.Document.Text
	switch {
	case !strings.Contains(text[from:offset], "\n"):
		return before
	case !strings.Contains(text[offset:to], "\n"), to-offset < offset-from:
		return after
	}
	return before
}

// lastPiece returns the last piece that starts at an offset or before it.
func (v *View) lastPiece(offset int) (place, bool) {
	for u := v.unitIndex(offset); u >= 0; u-- {
		pieces := v.units[u].column.pieces
		rel := offset - v.units[u].start
		if i := sort.Search(len(pieces), func(i int) bool { return pieces[i].from > rel }) - 1; i >= 0 {
			return place{u, i, 0}, true
		}
	}
	return place{}, false
}

// nextPiece returns the piece after a place, or the first of all.
func (v *View) nextPiece(at place, after bool) (place, bool) {
	if !after {
		at = place{0, -1, 0}
	}
	for u, i := at.unit, at.piece+1; u < len(v.units); u, i = u+1, 0 {
		if i < len(v.units[u].column.pieces) {
			return place{u, i, 0}, true
		}
	}
	return at, false
}

// previousPiece returns the piece before a place.
func (v *View) previousPiece(at place) (place, bool) {
	for u, i := at.unit, at.piece-1; u >= 0; u-- {
		if i >= 0 {
			return place{u, i, 0}, true
		}
		if u > 0 {
			i = len(v.units[u-1].column.pieces) - 1
		}
	}
	return at, false
}

const caretWidth = 2 * page.Pt

// Caret returns where the caret stands at an offset, and for the selection's caret
// where it stands in what is being composed. An offset in something hidden has the
// nearest place.
func (v *View) Caret(offset int) page.Rect {
	at := v.locate(offset)
	p := v.piece(at)
	stop := at.stop
	if p.composed[1] > p.composed[0] && offset == v.state.Selection.Caret {
		stop = p.composed[0] + v.composedCells()
	}
	n := p.rowOf(stop, v.lean.on && offset == v.lean.offset)
	r := &p.rows[n]
	size := p.size
	if i := min(max(stop-1, r.first), r.last-1); i >= r.first && i < len(p.cells) && p.cells[i].kind != pictureCell {
		if s := v.styles[p.cells[i].style].size; s > size {
			size = s
		}
	}
	h := size.MulDiv(125, 100)
	y := v.units[at.unit].y + p.y + r.y + r.baseline - size.MulDiv(37, 100) - h/2
	return page.Rect{X: v.left + p.xOf(r, stop) - caretWidth/2, Y: y, W: caretWidth, H: h}
}

// composedCells counts the characters of the preedit before its caret.
func (v *View) composedCells() int {
	n, text := 0, v.state.Preedit.Text
	for at := 0; at < min(v.state.Preedit.Caret, len(text)); n++ {
		at += cluster(text[at:])
	}
	return n
}

// Rects returns the rectangles of a stretch of the text, one a row.
func (v *View) Rects(r bulletins.Range) []page.Rect {
	var out []page.Rect
	v.eachRect(r, 0, v.height, func(_ *piece, rect page.Rect) { out = append(out, rect) })
	return out
}

// eachRect gives f the rectangles of a stretch of text between two heights. A row of
// which the end of the paragraph is taken reaches a little farther.
func (v *View) eachRect(r bulletins.Range, top, bottom page.Length, f func(*piece, page.Rect)) {
	if r.End <= r.Start {
		return
	}
	for i := max(v.unitIndex(r.Start), 0); i < len(v.units) && v.units[i].start < r.End; i++ {
		u := &v.units[i]
		if u.y+u.column.height < top || u.y > bottom {
			if u.y > bottom {
				return
			}
			continue
		}
		for j := range u.column.pieces {
			p := &u.column.pieces[j]
			if from, to := r.Start-u.start, r.End-u.start; from <= p.to && to > p.from && u.y+p.y < bottom && u.y+p.y+p.h > top {
				v.pieceRects(u, p, from, to, f)
			}
		}
	}
}

func (v *View) pieceRects(u *unit, p *piece, from, to int, f func(*piece, page.Rect)) {
	first, last := p.stopAt(max(from, p.from)), p.stopAt(min(to, p.to))
	for k := range p.rows {
		r := &p.rows[k]
		a, b := max(first, r.first), min(last, r.last)
		whole := to > p.to && r.last == len(p.cells) // with the paragraph's end
		if b < a || b == a && !whole {
			continue
		}
		x := p.xOf(r, a)
		w := p.xOf(r, b) - x
		if whole || r.last > r.first && b == r.last && p.cells[b-1].kind == breakCell {
			w += p.size.MulDiv(30, 100)
		}
		f(p, page.Rect{X: v.left + x, Y: u.y + p.y + r.y, W: w, H: r.h})
	}
}

// leaning is where the caret stands at the end of a row that goes on in the next: the
// same offset as the next row's start.
type leaning struct {
	offset int
	on     bool // it does so now
	ready  bool // it will, if the caret goes to offset
}

// follow keeps or drops what depends on how the caret came to its place.
func (v *View) follow(old State) {
	now := v.state.Selection.Caret
	same := old.Document != nil && old.Document.Text == v.state.Document.Text
	if now != old.Selection.Caret || !same {
		v.lean.on = v.lean.ready && v.lean.offset == now && same
		v.lean.ready = false
	}
	if !same || v.goal.offset != now {
		v.goal.kept = false
	}
}
