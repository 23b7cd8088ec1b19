package view

import (
	"sort"

	"safety365/bulletins"
	"safety365/bulletins/page"
)

// selections draws what was found and what is selected, under the text.
func (d *drawing) selections() {
	s, c := &d.v.state, &d.v.state.Colors
	from, to := d.stretchShown()
	first := sort.Search(len(s.Matches), func(i int) bool { return s.Matches[i].End > from })
	for i := first; i < len(s.Matches) && s.Matches[i].Start <= to; i++ {
		d.stretch(s.Matches[i], c.Match)
	}
	d.stretch(bulletins.Range{Start: s.Selection.Start(), End: s.Selection.End()}, c.Selection)
	if s.Match >= 0 && s.Match < len(s.Matches) { // it is selected as well, as a rule
		d.stretch(s.Matches[s.Match], c.CurrentMatch)
	}
}

// stretchShown returns the stretch of text that may be visible.
func (d *drawing) stretchShown() (from, to int) {
	units := d.v.units
	first, last := d.v.unitAt(d.top), d.v.unitAt(d.top+d.height)
	return units[first].start, units[last].end
}

func (d *drawing) stretch(r bulletins.Range, c page.Color) {
	d.v.eachRect(r, d.top, d.top+d.height, func(_ *piece, rect page.Rect) { d.fill(d.local(rect), c) })
}

// washes draws what lies under marked text and code.
func (d *drawing) washes(p *piece, y page.Length) {
	for i := range p.rows {
		r := &p.rows[i]
		if !d.visible(y+r.y, r.h) {
			continue
		}
		d.runs(p.cells[r.first:r.last], d.v.left+p.x+r.x, marked|coded, func(s *style, x, w page.Length) {
			c := d.palette[washInk]
			if s.deco&coded != 0 {
				c = d.palette[codeInk]
			}
			h := p.size.MulDiv(130, 100)
			rect := page.Rect{X: x - 2*page.Pt, Y: y + r.y + r.baseline - p.size.MulDiv(37, 100) - h/2, W: w + 4*page.Pt, H: h}
			if s.deco&coded != 0 {
				rect.W -= codeGap
			}
			d.add(&page.Path{Segments: roundRect(rect, 3*page.Pt), Fill: c})
		})
	}
}

// runs gives f the stretches of cells that have one of some decorations alike.
func (d *drawing) runs(cells []cell, x page.Length, wanted decoration, f func(s *style, x, w page.Length)) {
	for i := 0; i < len(cells); {
		s := &d.v.styles[cells[i].style]
		start := x
		x += cells[i].advance
		i++
		if s.deco&wanted == 0 {
			continue
		}
		for i < len(cells) {
			next := &d.v.styles[cells[i].style]
			if next.deco&wanted != s.deco&wanted || next.ink != s.ink {
				break
			}
			x += cells[i].advance
			i++
		}
		f(s, start, x-start)
	}
}

// decorations draws lines and dots under text and through it.
func (d *drawing) decorations(cells []cell, x, base page.Length) {
	thin := max(d.v.state.Size/16, page.Pt)
	d.runs(cells, x, underlined, func(s *style, x, w page.Length) {
		d.fill(page.Rect{X: x, Y: base + s.size.MulDiv(16, 100), W: w, H: thin}, d.palette[s.ink])
	})
	d.runs(cells, x, struck, func(s *style, x, w page.Length) {
		d.fill(page.Rect{X: x, Y: base - s.size.MulDiv(34, 100), W: w, H: thin}, d.palette[s.ink])
	})
	d.runs(cells, x, waved, func(s *style, x, w page.Length) {
		d.wave(x, base+s.size.MulDiv(20, 100), w, s.size/8, d.palette[s.ink])
	})
	for i := range cells {
		k := &cells[i]
		if s := &d.v.styles[k.style]; s.deco&dotted != 0 && wordy(k) {
			r := s.size.MulDiv(7, 100)
			middle := page.Point{X: x + min(k.advance, s.size)/2, Y: base + s.size.MulDiv(24, 100)}
			d.add(&page.Path{Segments: circle(middle, r), Fill: d.palette[s.ink]})
		}
		x += k.advance
	}
}

// wave draws a wavy line; a step is half a wave.
func (d *drawing) wave(x, y, w, step page.Length, c page.Color) {
	segments := []page.Segment{{Op: page.MoveTo, P: [3]page.Point{{X: x, Y: y}}}}
	up := true
	for at := x; at < x+w; at += step {
		dy := step / 2
		if up {
			dy = -dy
		}
		up = !up
		end := min(at+step, x+w)
		segments = append(segments, page.Segment{Op: page.LineTo, P: [3]page.Point{{X: end, Y: y + dy}}})
	}
	d.add(&page.Path{Segments: segments, Stroke: page.Stroke{Color: c, Width: d.v.state.Size / 14, Round: true}})
}

// squiggles draws the wavy lines under text that something is said about.
func (d *drawing) squiggles() {
	c := &d.v.state.Colors
	_, to := d.stretchShown()
	for _, q := range d.v.state.Squiggles {
		if q.Range.Start > to {
			break
		}
		color := c.Info
		switch q.Severity {
		case bulletins.Error:
			color = c.Error
		case bulletins.Warning:
			color = c.Warning
		}
		q.Range.End = max(q.Range.End, q.Range.Start+1)
		d.v.eachRect(q.Range, d.top, d.top+d.height, func(p *piece, r page.Rect) {
			r = d.local(r)
			if base := r.Y + r.H/2 + p.size.MulDiv(62, 100); d.visible(base-p.size, p.size*2) {
				d.wave(r.X, base, max(r.W, p.size/2), p.size/7, color)
			}
		})
	}
}
