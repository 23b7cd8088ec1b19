package view

import "safety365/bulletins/page"

// shape draws a shape in a rectangle of the page.
func (d *drawing) shape(s *shape, r page.Rect) {
	fill, edge := d.palette[s.fill], d.palette[s.edge]
	middle := page.Point{X: r.X + r.W/2, Y: r.Y + r.H/2}
	path := &page.Path{Fill: fill, Stroke: page.Stroke{Color: edge, Width: page.Pt}}
	switch s.kind {
	case plainBox, square:
		d.fill(r, fill)
		return
	case roundBox:
		d.box(r, path)
		return
	case disc, ring:
		path.Segments = circle(middle, r.W/2)
	case openTask, doneTask:
		path.Segments = roundRect(r, r.W/5)
		path.Stroke.Width = page.Pt * 5 / 4
	}
	if s.kind == ring {
		path.Stroke.Width = page.Pt * 6 / 5
	}
	d.add(path)
	if s.kind == doneTask {
		d.tick(r)
	}
}

// box draws a frame with round corners. Of one that is far larger than the window only
// what is near it is drawn.
func (d *drawing) box(r page.Rect, path *page.Path) {
	const far = 100 * page.Pt
	if r.Y < -far {
		r.Y, r.H = -far, r.H+r.Y+far
	}
	if bottom := d.height + far; r.Y+r.H > bottom {
		r.H = bottom - r.Y
	}
	if path.Stroke.Color.Space != page.NoColor {
		r = r.Inset(page.Pt / 2)
	}
	path.Segments = roundRect(r, min(6*page.Pt, r.W/2, r.H/2))
	d.add(path)
}

// tick draws the tick of a task that is done.
func (d *drawing) tick(r page.Rect) {
	at := func(x, y int64) [3]page.Point {
		return [3]page.Point{{X: r.X + r.W.MulDiv(x, 100), Y: r.Y + r.H.MulDiv(y, 100)}}
	}
	d.add(&page.Path{
		Segments: []page.Segment{{Op: page.MoveTo, P: at(22, 52)}, {Op: page.LineTo, P: at(42, 72)}, {Op: page.LineTo, P: at(78, 30)}},
		Stroke:   page.Stroke{Color: d.palette[paperInk], Width: r.W / 8, Round: true},
	})
}

// circle returns the outline of a circle.
func circle(c page.Point, r page.Length) []page.Segment {
	return roundRect(page.Rect{X: c.X - r, Y: c.Y - r, W: 2 * r, H: 2 * r}, r)
}

// roundRect returns the outline of a rectangle with round corners.
func roundRect(r page.Rect, radius page.Length) []page.Segment {
	k := radius - radius.MulDiv(5523, 10000)
	x0, y0, x1, y1 := r.X, r.Y, r.X+r.W, r.Y+r.H
	pt := func(x, y page.Length) page.Point { return page.Point{X: x, Y: y} }
	line := func(x, y page.Length) page.Segment {
		return page.Segment{Op: page.LineTo, P: [3]page.Point{pt(x, y)}}
	}
	curve := func(a, b, c page.Point) page.Segment {
		return page.Segment{Op: page.CubicTo, P: [3]page.Point{a, b, c}}
	}
	return []page.Segment{
		{Op: page.MoveTo, P: [3]page.Point{pt(x0+radius, y0)}},
		line(x1-radius, y0), curve(pt(x1-k, y0), pt(x1, y0+k), pt(x1, y0+radius)),
		line(x1, y1-radius), curve(pt(x1, y1-k), pt(x1-k, y1), pt(x1-radius, y1)),
		line(x0+radius, y1), curve(pt(x0+k, y1), pt(x0, y1-k), pt(x0, y1-radius)),
		line(x0, y0+radius), curve(pt(x0, y0+k), pt(x0+k, y0), pt(x0+radius, y0)),
		{Op: page.ClosePath},
	}
}
