package view

import (
	"sort"

	"safety365/bulletins"
	"safety365/bulletins/page"
)

// At returns what stands at a point: the nearest place in the text, and the part that
// is there, if it is no text.
func (v *View) At(p page.Point) Hit {
	at, leaning := v.placeAt(p)
	hit := Hit{Offset: v.offset(at)}
	v.lean.ready = leaning && (!v.lean.on || v.lean.offset != hit.Offset)
	if v.lean.ready {
		v.lean.offset = hit.Offset
	}
	switch part, u := v.partAt(p); {
	case part != nil:
		hit.Part = part.part
		hit.Range = bulletins.Range{Start: u.start + part.at.Start, End: u.start + part.at.End}
		hit.Rect = part.rect
		hit.Rect.X += v.left
		hit.Rect.Y += u.y
	case p.Y > v.bottom():
		hit.Part = Beyond
	case p.X < v.left-6*page.Pt:
		hit.Part = Margin
	}
	return hit
}

// bottom returns where the last unit ends.
func (v *View) bottom() page.Length {
	u := &v.units[len(v.units)-1]
	return u.y + u.column.height
}

// unitAt returns the unit at a height, or the nearest above.
func (v *View) unitAt(y page.Length) int {
	return max(sort.Search(len(v.units), func(i int) bool { return v.units[i].y > y })-1, 0)
}

// partAt returns the innermost part at a point.
func (v *View) partAt(p page.Point) (*part, *unit) {
	u := &v.units[v.unitAt(p.Y)]
	x, y := p.X-v.left, p.Y-u.y
	for i := len(u.column.parts) - 1; i >= 0; i-- {
		part := &u.column.parts[i]
		if r := part.rect; x >= r.X && x < r.X+r.W && y >= r.Y && y < r.Y+r.H {
			return part, u
		}
	}
	return nil, nil
}

// placeAt returns the place of the caret that is nearest to a point, and whether it is
// at the end of a row that goes on.
func (v *View) placeAt(p page.Point) (place, bool) {
	best, distance := place{-1, 0, 0}, page.Length(0)
	look := func(i int) bool {
		u := &v.units[i]
		if best.unit >= 0 {
			if away := max(u.y-p.Y, p.Y-u.y-u.column.height); away > distance {
				return false
			}
		}
		for j := range u.column.pieces {
			q := &u.column.pieces[j]
			dx, dy := outside(p.X-v.left, q.x, q.x+q.w), outside(p.Y-u.y, q.y, q.y+q.h)
			if d := dy*4 + dx/64; best.unit < 0 || d < distance {
				best, distance = place{i, j, 0}, d
			}
		}
		return true
	}
	start := v.unitAt(p.Y)
	for i := start; i >= 0 && look(i); i-- {
	}
	for i := start + 1; i < len(v.units) && look(i); i++ {
	}
	q := v.piece(best)
	n, y := 0, p.Y-v.units[best.unit].y-q.y
	for n+1 < len(q.rows) && y >= q.rows[n+1].y {
		n++
	}
	return v.placeIn(best, n, p.X)
}

// placeIn returns the place in a row of a piece that is nearest to x.
func (v *View) placeIn(at place, n int, x page.Length) (place, bool) {
	q := v.piece(at)
	stop, leaning := q.nearest(n, x-v.left)
	if q.composed[1] > q.composed[0] && stop > q.composed[0] && stop <= q.composed[1] {
		stop = q.composed[0] // nothing can be put into what is being composed
	}
	at.stop = stop
	return at, leaning
}

// outside returns how far a is from the stretch between two others.
func outside(a, from, to page.Length) page.Length {
	return max(from-a, a-to, 0)
}
