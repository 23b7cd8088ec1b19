package layout

import "safety365/bulletins/page"

// strip is a line of a row that is cut: the first lines of all its cells stand side
// by side, then the second ones. So it can be cut between any two.
type strip struct {
	row         int
	base, below page.Length // the largest in it
	first, last bool        // in its row
}

// split cuts rows that are too tall for a page into strips.
func (s *tableSetter) split(r *rowUnit, limit page.Length) []*rowUnit {
	strips, starts := r.strips()
	tops := make([]page.Length, len(strips)+1)
	inside := make([]page.Length, len(strips)) // top of the lines in a strip
	for i := range strips {
		st := &strips[i]
		h := st.base + st.below
		if st.first {
			inside[i] = r.look.PadY
			h += r.look.PadY
		}
		if st.last {
			h += r.look.PadY
		}
		tops[i+1] = tops[i] + h
	}
	out := make([]*rowUnit, len(strips))
	for i := range strips {
		st := &strips[i]
		piece := *r
		piece.tops = []page.Length{0, tops[i+1] - tops[i]}
		piece.top, piece.firstFoot = r.top && i == 0, r.firstFoot && i == 0
		piece.lastHead = r.lastHead && i == len(strips)-1
		piece.begun, piece.open = !st.first, !st.last
		piece.cells = nil
		if i < len(strips)-1 {
			piece.below = r.look.Row
		}
		for k := range r.cells {
			c := &r.cells[k]
			if st.row < c.row || st.row >= c.row+c.rows {
				continue
			}
			begin := starts[c.row]
			part := cellUnit{rows: 1, col: c.col, cols: c.cols, open: !st.last || st.row+1 < c.row+c.rows}
			at := func(l cellLine, i int) cellLine {
				l.y = inside[i] + strips[i].base - l.baseline
				return l
			}
			if i == begin {
				part.lying = c.lying.at(inside[i])
			}
			if n := i - begin; n < len(c.lines) {
				part.lines = []cellLine{at(c.lines[n], i)}
			} else if end := starts[c.row+c.rows]; c.rows > 1 && i+len(c.lines) <= end {
				for n, l := range c.lines {
					l = at(l, i+n)
					l.y += tops[i+n] - tops[i]
					piece.carried = append(piece.carried, l)
				}
			}
			piece.cells = append(piece.cells, part)
		}
		out[i] = &piece
	}
	keepStrips(out, strips, tops, limit)
	return out
}

// strips makes the strips of rows, and returns the first of each row, and behind
// them their number.
func (r *rowUnit) strips() (strips []strip, starts []int) {
	n := len(r.tops) - 1
	count := make([]int, n)
	for i := range count {
		count[i] = 1
	}
	for i := range r.cells {
		if c := &r.cells[i]; c.rows == 1 {
			count[c.row] = max(count[c.row], len(c.lines))
		}
	}
	for i := range r.cells {
		c := &r.cells[i]
		have := 0
		for _, k := range count[c.row : c.row+c.rows] {
			have += k
		}
		count[c.row+c.rows-1] += max(0, len(c.lines)-have)
	}
	for row, k := range count {
		starts = append(starts, len(strips))
		for i := range k {
			strips = append(strips, strip{row: row, first: i == 0, last: i == k-1})
		}
	}
	starts = append(starts, len(strips))
	for i := range r.cells {
		c := &r.cells[i]
		for k := range c.lines {
			l, st := &c.lines[k], &strips[starts[c.row]+k]
			st.base, st.below = max(st.base, l.baseline), max(st.below, l.h-l.baseline)
		}
		if len(c.lines) == 0 {
			st := &strips[starts[c.row]]
			st.below = max(st.below, min(c.height, r.tops[len(r.tops)-1])-st.base)
		}
	}
	return strips, starts
}

// keepStrips says where no page breaks: not in a row that is lower than limit, and
// with two lines of a taller one before and after.
func keepStrips(pieces []*rowUnit, strips []strip, tops []page.Length, limit page.Length) {
	for from := 0; from < len(strips); {
		to := from + 1
		for to < len(strips) && strips[to].row == strips[from].row {
			to++
		}
		whole := tops[to]-tops[from] <= limit
		for i := from; i < to-1; i++ {
			pieces[i].keep = whole || to-from > 3 && (i == from || i == to-2)
		}
		from = to
	}
}
