package layout

import "safety365/bulletins/page"

// Vertical text is laid out as horizontal text on a page that lies on its side, and
// turned by a quarter to the right when it is drawn: (x, y) goes to (W − y, x). So
// lines become columns from right to left, and everything else is as it was. Upright
// runs are not turned: their glyphs are put into their cells one by one.

// turn turns the items from index first on, and the lines from index line on. A turned line's X is where its baseline
// stands, and its Baseline where it begins.
func turn(p *page.Page, first, line int) {
	w := p.Trim.W
	for i := first; i < len(p.Items); i++ {
		p.Items[i] = turned(p.Items[i], w)
	}
	for i := line; i < len(p.Lines); i++ {
		l := &p.Lines[i]
		l.X, l.Baseline = w-l.Baseline, l.X
	}
}

func turned(it page.Item, w page.Length) page.Item {
	switch it := it.(type) {
	case *page.GlyphRun:
		if it.Vertical {
			return uprightRun(it, w)
		}
		return &page.Group{Transform: page.Matrix{B: 65536, C: -65536, E: w}, Items: []page.Item{it}}
	case *page.Group:
		return &page.Group{Transform: page.Matrix{B: 65536, C: -65536, E: w}, Items: []page.Item{it}}
	case *page.Path:
		c := *it
		c.Segments = make([]page.Segment, len(it.Segments))
		for i, s := range it.Segments {
			for k, q := range s.P {
				s.P[k] = page.Point{X: w - q.Y, Y: q.X}
			}
			c.Segments[i] = s
		}
		return &c
	case *page.Image:
		c := *it
		c.Rect = turnedRect(it.Rect, w)
		return &c
	case *page.Link:
		c := *it
		c.Rect = turnedRect(it.Rect, w)
		return &c
	}
	return it
}

func turnedRect(r page.Rect, w page.Length) page.Rect {
	return page.Rect{X: w - r.Y - r.H, Y: r.X, W: r.H, H: r.W}
}

// uprightRun places the glyphs of an upright run. A cell goes 88 hundredths of an em
// above the line's baseline and 12 below, which is right and left on the page.
func uprightRun(r *page.GlyphRun, w page.Length) *page.GlyphRun {
	c := *r
	c.Glyphs = make([]page.Glyph, len(r.Glyphs))
	for i, g := range r.Glyphs {
		at := page.Point{X: w - r.Origin.Y - r.Size*12/100 + g.Y, Y: r.Origin.X + g.X + r.Size*88/100}
		if i == 0 {
			c.Origin = at
		}
		g.X, g.Y = at.X-c.Origin.X, at.Y-c.Origin.Y
		c.Glyphs[i] = g
	}
	return &c
}
