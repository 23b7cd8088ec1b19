package view

import "safety365/bulletins/page"

// piece is a paragraph as shown: cells set in rows of one width.
type piece struct {
	from, to int // the first and the last place of the caret in it, bytes of the unit
	cells    []cell
	rows     []row
	rubies   []ruby

	x, y, w, h page.Length
	size       page.Length
	leading    page.Length
	align      align
	style      uint16 // of text that would be typed into it
	group      int    // the row of a table that it is a cell of, from 1; 0: of none
	lead       string // what stands before it in plain text: a list's marker
	numbered   bool   // its first row has a line number
	lined      bool   // so have those after a break: it is code
	composed   [2]int // the cells that are being composed, from … up to
	quiet      bool   // it shows what is no text of the document
}

// ruby is a reading over the cells from first up to last.
type ruby struct {
	first, last int
	words       []cell
	w           page.Length
}

type align uint8

const (
	leftward align = iota
	centred
	rightward
)

// A piece has a place for the caret before each cell and one after the last. Their
// number is the number of the cell after it.

// stop returns where a place of the caret is in the source.
func (p *piece) stop(i int) int {
	switch {
	case i <= 0:
		return p.from
	case i >= len(p.cells):
		return p.to
	}
	return int(p.cells[i].stop)
}

// stopAt returns the place of the caret for a byte of the source: the last one that is
// not behind it, or the next if what lies between is hidden.
func (p *piece) stopAt(at int) int {
	lo, hi := 0, len(p.cells) // the last stop ≤ at
	for lo < hi {
		mid := (lo + hi + 1) / 2
		if p.stop(mid) <= at {
			lo = mid
		} else {
			hi = mid - 1
		}
	}
	if lo < len(p.cells) && at >= int(p.cells[lo].to) {
		return lo + 1
	}
	return lo
}

// rowOf returns the row in which a place of the caret is shown. Leaning, the end of a
// row goes before the start of the next.
func (p *piece) rowOf(i int, leaning bool) int {
	for r := len(p.rows) - 1; r > 0; r-- {
		if p.rows[r].first <= i {
			if leaning && p.rows[r].first == i && p.cells[i-1].kind != breakCell {
				return r - 1
			}
			return r
		}
	}
	return 0
}

// xOf returns where a place of the caret stands in a row.
func (p *piece) xOf(r *row, i int) page.Length {
	return p.x + r.x + p.span(r.first, min(i, r.last))
}

// nearest returns the place of the caret in a row that is nearest to x, and whether it
// is the end of a row that goes on in the next.
func (p *piece) nearest(n int, x page.Length) (stop int, leaning bool) {
	r := &p.rows[n]
	at := p.x + r.x
	last := r.last
	ends := last > r.first && p.cells[last-1].kind == breakCell
	if ends {
		last--
	}
	for i := r.first; i < last; i++ {
		if w := p.cells[i].advance; x-at <= at+w-x {
			return i, false
		} else {
			at += w
		}
	}
	return last, !ends && n < len(p.rows)-1
}
