package pdf

import (
	"math"

	"safety365/bulletins/page"
)

// path draws an outline.
func (e *encoder) path(p *page.Path) {
	fill := p.Fill.Space != page.NoColor
	stroke := p.Stroke.Color.Space != page.NoColor && p.Stroke.Width > 0
	if len(p.Segments) == 0 || !fill && !stroke {
		return
	}
	e.begin(p.Tag)
	if fill {
		e.fill(p.Fill)
	}
	if stroke {
		e.stroke(p.Stroke)
	}
	e.segments(p.Segments)
	e.buf = append(e.buf, paintOperator(fill, stroke, p.EvenOdd)...)
	e.extend(p.Tag, segmentBounds(p.Segments).Inset(-p.Stroke.Width/2))
}

func paintOperator(fill, stroke, evenOdd bool) string {
	switch {
	case fill && stroke && evenOdd:
		return "B*\n"
	case fill && stroke:
		return "B\n"
	case stroke:
		return "S\n"
	case evenOdd:
		return "f*\n"
	}
	return "f\n"
}

// pathOperators are the operators of page.SegmentOp and how many points each takes.
var pathOperators = [...]struct {
	points int
	name   string
}{page.MoveTo: {1, "m\n"}, page.LineTo: {1, "l\n"}, page.CubicTo: {3, "c\n"}, page.ClosePath: {0, "h\n"}}

func (e *encoder) segments(segs []page.Segment) {
	if r, ok := asRect(segs); ok {
		from, to := e.at(page.Point{X: r.X, Y: r.Y + r.H}), e.at(page.Point{X: r.X + r.W, Y: r.Y})
		e.buf = append(appendNumbers(e.buf, from.x, from.y, to.x-from.x, to.y-from.y), "re\n"...)
		return
	}
	for i, s := range segs {
		if int(s.Op) >= len(pathOperators) {
			continue
		}
		op := pathOperators[s.Op]
		if i == 0 && s.Op != page.MoveTo { // an outline must begin somewhere
			at := e.at(s.P[0])
			e.buf = append(appendNumbers(e.buf, at.x, at.y), "m\n"...)
		}
		for _, p := range s.P[:op.points] {
			at := e.at(p)
			e.buf = appendNumbers(e.buf, at.x, at.y)
		}
		e.buf = append(e.buf, op.name...)
	}
}

// asRect reports whether an outline is the one that page.RectPath returns.
func asRect(segs []page.Segment) (page.Rect, bool) {
	if len(segs) != 5 || segs[0].Op != page.MoveTo || segs[4].Op != page.ClosePath {
		return page.Rect{}, false
	}
	a, c := segs[0].P[0], segs[2].P[0]
	r := page.Rect{X: a.X, Y: a.Y, W: c.X - a.X, H: c.Y - a.Y}
	for i, s := range page.RectPath(r)[:4] {
		if segs[i] != s {
			return page.Rect{}, false
		}
	}
	return r, true
}

// stroke sets the pen.
func (e *encoder) stroke(s page.Stroke) {
	e.color(s.Color, true)
	pen := append(appendMilli(nil, max(1, milli(s.Width))), " w"...)
	if s.Round {
		pen = append(pen, " 1 J 1 j"...)
	}
	if len(s.Dash) > 0 {
		pen = append(pen, " ["...)
		for _, d := range s.Dash {
			pen = append(appendMilli(pen, max(0, milli(d))), ' ')
		}
		pen = append(pen, "] 0 d"...)
	}
	if string(pen) == e.state.pen {
		return
	}
	if e.state.pen != initialGraphics.pen {
		e.buf = append(e.buf, "0 J 0 j [] 0 d\n"...)
	}
	e.state.pen = string(pen)
	e.buf = append(append(e.buf, pen...), '\n')
}

// segmentBounds returns a rectangle round the points of an outline.
func segmentBounds(segs []page.Segment) page.Rect {
	lo, hi := page.Point{X: math.MaxInt64, Y: math.MaxInt64}, page.Point{X: math.MinInt64, Y: math.MinInt64}
	for _, s := range segs {
		if int(s.Op) >= len(pathOperators) {
			continue
		}
		for _, p := range s.P[:pathOperators[s.Op].points] {
			lo = page.Point{X: min(lo.X, p.X), Y: min(lo.Y, p.Y)}
			hi = page.Point{X: max(hi.X, p.X), Y: max(hi.Y, p.Y)}
		}
	}
	if lo.X > hi.X {
		return page.Rect{}
	}
	return page.Rect{X: lo.X, Y: lo.Y, W: hi.X - lo.X, H: hi.Y - lo.Y}
}
