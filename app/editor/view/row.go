package view

import "safety365/bulletins/page"

// row is a line of a piece as shown: the cells from first up to last.
type row struct {
	first, last int
	x           page.Length // from the piece's left edge
	y, h        page.Length // from the piece's top
	baseline    page.Length // from the row's top
	w           page.Length // of its cells
}

// wrap breaks a piece into rows of its width. Spaces hang over the edge; a word that
// is longer than a row is broken where the row ends.
func (p *piece) wrap() {
	p.rows = p.rows[:0]
	first, fit := 0, -1 // fit: the last place where the row may end
	x := page.Length(0)
	for i := 0; i < len(p.cells); i++ {
		c := &p.cells[i]
		if c.kind == breakCell {
			p.row(first, i+1)
			first, fit, x = i+1, -1, 0
			continue
		}
		if i > first && mayBreak(&p.cells[i-1], c) {
			fit = i
		}
		if x+c.advance > p.w && i > first && (!c.hangs() || fit == i) {
			if fit <= first {
				fit = i
			}
			p.row(first, fit)
			first = fit
			x = p.span(first, i)
			fit = -1
			i-- // what was moved down may be too long again
			continue
		}
		x += c.advance
	}
	p.row(first, len(p.cells))
	p.h = p.rows[len(p.rows)-1].y + p.rows[len(p.rows)-1].h
}

// hangs says whether a cell may stand beyond the end of its row.
func (c *cell) hangs() bool { return c.kind != pictureCell && (c.text == " " || c.text == "\t") }

// span returns the width of the cells from i up to j.
func (p *piece) span(i, j int) page.Length {
	w := page.Length(0)
	for k := i; k < j; k++ {
		w += p.cells[k].advance
	}
	return w
}

// row adds a row.
func (p *piece) row(first, last int) {
	r := row{first: first, last: last, w: p.span(first, last)}
	if n := len(p.rows); n > 0 {
		r.y = p.rows[n-1].y + p.rows[n-1].h
	}
	r.h = p.leading
	r.baseline = r.h/2 + p.size.MulDiv(37, 100)
	for _, ruby := range p.rubies {
		if ruby.first < last && ruby.last > first {
			extra := p.size.MulDiv(40, 100)
			r.h, r.baseline = r.h+extra, r.baseline+extra
			break
		}
	}
	if free := p.w - r.w; free > 0 {
		switch p.align {
		case centred:
			r.x = free / 2
		case rightward:
			r.x = free
		}
	}
	p.rows = append(p.rows, r)
}
