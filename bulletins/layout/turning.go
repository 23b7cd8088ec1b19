package layout

import "safety365/bulletins/page"

// turning turns what lies on its side by a quarter: to the right, where (x, y) goes to
// (at − y, x), or to the left, where it goes to (y, at − x). A nil one turns nothing.
//
// Vertical text is laid out as horizontal text on a page that lies on its side, and
// turned to the right when it is drawn. So lines become columns from right to left, and
// everything else is as it was. Upright runs are not turned: their glyphs are put into
// their cells one by one.
type turning struct {
	left bool
	at   page.Length
}

// into returns the turning that fills a room of the page, and where the upper left
// corner of what lies is then.
func into(left bool, room page.Rect) (*turning, page.Point) {
	t := &turning{left, room.X + room.W}
	corner := page.Point{X: room.Y}
	if left {
		t.at, corner = room.Y+room.H, page.Point{Y: room.X}
	}
	return t, corner
}

func (t *turning) point(p page.Point) page.Point {
	switch {
	case t == nil:
		return p
	case t.left:
		return page.Point{X: p.Y, Y: t.at - p.X}
	}
	return page.Point{X: t.at - p.Y, Y: p.X}
}

// back returns the point that goes to p.
func (t *turning) back(p page.Point) page.Point {
	switch {
	case t == nil:
		return p
	case t.left:
		return page.Point{X: t.at - p.Y, Y: p.X}
	}
	return page.Point{X: p.Y, Y: t.at - p.X}
}

func (t *turning) rect(r page.Rect) page.Rect {
	switch {
	case t == nil:
		return r
	case t.left:
		return page.Rect{X: r.Y, Y: t.at - r.X - r.W, W: r.H, H: r.W}
	}
	return page.Rect{X: t.at - r.Y - r.H, Y: r.X, W: r.H, H: r.W}
}

func (t *turning) matrix() page.Matrix {
	if t.left {
		return page.Matrix{B: -65536, C: 65536, F: t.at}
	}
	return page.Matrix{B: 65536, C: -65536, E: t.at}
}

// turn turns the items from index first on, and the lines from index line on. A turned
// line's X is where its baseline stands, and its Baseline where it begins.
func (t *turning) turn(p *page.Page, first, line int) {
	for i := first; i < len(p.Items); i++ {
		p.Items[i] = t.item(p.Items[i])
	}
	for i := line; i < len(p.Lines); i++ {
		l := &p.Lines[i]
		at := t.point(page.Point{X: l.X, Y: l.Baseline})
		l.X, l.Baseline = at.X, at.Y
	}
}

func (t *turning) item(it page.Item) page.Item {
	switch it := it.(type) {
	case *page.GlyphRun:
		if it.Vertical {
			return t.upright(it)
		}
		return &page.Group{Transform: t.matrix(), Items: []page.Item{it}}
	case *page.Group:
		return &page.Group{Transform: t.matrix(), Items: []page.Item{it}}
	case *page.Path:
		c := *it
		c.Segments = make([]page.Segment, len(it.Segments))
		for i, s := range it.Segments {
			for k, q := range s.P {
				s.P[k] = t.point(q)
			}
			c.Segments[i] = s
		}
		return &c
	case *page.Image:
		c := *it
		c.Rect = t.rect(it.Rect)
		return &c
	case *page.Link:
		c := *it
		c.Rect = t.rect(it.Rect)
		return &c
	}
	return it
}

// upright places the glyphs of an upright run. A cell goes 88 hundredths of an em above
// the line's baseline and 12 below, which is right and left on the page.
func (t *turning) upright(r *page.GlyphRun) *page.GlyphRun {
	c := *r
	c.Glyphs = make([]page.Glyph, len(r.Glyphs))
	for i, g := range r.Glyphs {
		at := page.Point{X: t.at - r.Origin.Y - r.Size*12/100 + g.Y, Y: r.Origin.X + g.X + r.Size*88/100}
		if i == 0 {
			c.Origin = at
		}
		g.X, g.Y = at.X-c.Origin.X, at.Y-c.Origin.Y
		c.Glyphs[i] = g
	}
	return &c
}

// lying draws what lies on its side into a room of the page; draw is told where its
// upper left corner is.
func (d *drawer) lying(left bool, room page.Rect, draw func(d *drawer, x, y page.Length)) {
	first, line := len(d.page.Items), len(d.page.Lines)
	t, at := into(left, room)
	draw(d, at.X, at.Y)
	t.turn(d.page, first, line)
}
