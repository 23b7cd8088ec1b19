package view

import "safety365/bulletins/page"

// goal is the column that the caret strives for while it goes up and down.
type goal struct {
	x      page.Length
	offset int  // where the last such step led
	kept   bool // the caret has been there since
}

// Move returns where the caret goes. Height is that of the window, for pages.
func (v *View) Move(m Motion, height page.Length) int {
	offset := v.state.Selection.Caret
	at := v.locate(offset)
	switch m {
	case Left:
		return v.before(at, offset)
	case Right:
		return v.after(at, offset)
	case WordLeft:
		return v.wordLeft(at, offset)
	case WordRight:
		return v.wordRight(at, offset)
	case Up, Down, PageUp, PageDown:
		return v.vertical(m, at, height)
	case RowStart:
		p := v.piece(at)
		r := p.rows[p.rowOf(at.stop, v.lean.on)]
		return v.offset(place{at.unit, at.piece, r.first})
	case RowEnd:
		return v.rowEnd(at)
	case TextStart:
		first, _ := v.nextPiece(place{}, false)
		return v.offset(first)
	case TextEnd:
		last, _ := v.previousPiece(place{len(v.units) - 1, len(v.units[len(v.units)-1].column.pieces), 0})
		last.stop = len(v.piece(last).cells)
		return v.offset(last)
	}
	return offset
}

// before returns the next place to the left of an offset.
func (v *View) before(at place, offset int) int {
	if v.offset(at) < offset {
		return v.offset(at)
	}
	for at.stop > 0 {
		at.stop--
		if o := v.offset(at); o < offset {
			return o
		}
	}
	if before, ok := v.previousPiece(at); ok {
		before.stop = len(v.piece(before).cells)
		return v.offset(before)
	}
	return offset
}

// after returns the next place to the right of an offset.
func (v *View) after(at place, offset int) int {
	if v.offset(at) > offset {
		return v.offset(at)
	}
	for at.stop < len(v.piece(at).cells) {
		at.stop++
		if o := v.offset(at); o > offset {
			return o
		}
	}
	if after, ok := v.nextPiece(at, true); ok {
		return v.offset(after)
	}
	return offset
}

// rowEnd returns the end of the caret's row. That of a row which goes on is the start
// of the next; the caret then leans to the row that it ends.
func (v *View) rowEnd(at place) int {
	p := v.piece(at)
	n := p.rowOf(at.stop, v.lean.on)
	stop, leaning := p.nearest(n, 1<<40)
	offset := v.offset(place{at.unit, at.piece, stop})
	v.lean.ready = leaning
	if leaning {
		v.lean.offset = offset
		v.lean.on = offset == v.state.Selection.Caret
	}
	return offset
}

// vertical returns where the caret goes by rows or by pages.
func (v *View) vertical(m Motion, at place, height page.Length) int {
	caret := v.Caret(v.state.Selection.Caret)
	x := caret.X + caret.W/2
	if v.goal.kept {
		x = v.goal.x
	}
	var to place
	var leaning bool
	switch m {
	case Up, Down:
		to, leaning = v.beside(at, m == Down, x)
	case PageUp:
		to, leaning = v.placeAt(page.Point{X: x, Y: max(caret.Y+caret.H/2-height, 0)})
	default:
		to, leaning = v.placeAt(page.Point{X: x, Y: min(caret.Y+caret.H/2+height, v.height)})
	}
	offset := v.offset(to)
	v.lean.ready, v.lean.offset = leaning, offset
	v.goal = goal{x, offset, true}
	return offset
}

// beside returns the place in the row under or above the caret's.
func (v *View) beside(at place, down bool, x page.Length) (place, bool) {
	p := v.piece(at)
	n := p.rowOf(at.stop, v.lean.on)
	step := -1
	if down {
		step = 1
	}
	if n += step; n >= 0 && n < len(p.rows) {
		return v.placeIn(at, n, x)
	}
	next, ok := v.besideGroup(at, down)
	if !ok {
		return at, v.lean.on
	}
	next = v.inGroup(next, down, x)
	n = 0
	if !down {
		n = len(v.piece(next).rows) - 1
	}
	return v.placeIn(next, n, x)
}

// besideGroup returns the next piece that is not in the same row of a table.
func (v *View) besideGroup(at place, down bool) (place, bool) {
	group, unit := v.piece(at).group, at.unit
	for {
		var ok bool
		if down {
			at, ok = v.nextPiece(at, true)
		} else {
			at, ok = v.previousPiece(at)
		}
		if !ok {
			return at, false
		}
		if group == 0 || at.unit != unit || v.piece(at).group != group {
			return at, true
		}
	}
}

// inGroup returns of a piece and the others in its row of a table the one nearest to x.
func (v *View) inGroup(at place, down bool, x page.Length) place {
	p := v.piece(at)
	if p.group == 0 {
		return at
	}
	pieces, best := v.units[at.unit].column.pieces, at
	distance := outside(x-v.left, p.x, p.x+p.w)
	for i := range pieces {
		q := &pieces[i]
		if d := outside(x-v.left, q.x, q.x+q.w); q.group == p.group && d < distance {
			best.piece, distance = i, d
		}
	}
	return best
}
