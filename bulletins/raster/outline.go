package raster

import (
	"math"

	"safety365/bulletins/page"
	"safety365/fonts"
)

// flatness is how far, in pixels, a line may lie from the curve it stands for.
const flatness = 0.03

// curveSteps returns into how many lines to cut a curve, given the largest second
// difference of its control points, in pixels, and k = n(n-1)/8 for its degree n.
func curveSteps(bend, k float64) int {
	n := math.Ceil(math.Sqrt(k * bend / flatness))
	return int(max(1, min(n, 200)))
}

// polyline is a flattened part of a path.
type polyline struct {
	points []point
	closed bool
}

// flatten turns segments into polylines, in the coordinates of the path; scale
// says how large they will be drawn.
func flatten(segments []page.Segment, scale float64) []polyline {
	var out []polyline
	var current []point
	end := func(closed bool) {
		if len(current) > 1 {
			out = append(out, polyline{current, closed})
		}
		current = nil
	}
	for _, s := range segments {
		switch s.Op {
		case page.MoveTo:
			end(false)
			current = []point{points(s.P[0])}
		case page.LineTo:
			current = append(current, points(s.P[0]))
		case page.CubicTo:
			if len(current) == 0 {
				current = []point{points(s.P[0])}
			}
			from := current[len(current)-1]
			current = cubic(current, [4]point{from, points(s.P[0]), points(s.P[1]), points(s.P[2])}, scale)
		case page.ClosePath:
			var start []point
			if len(current) > 0 {
				start = []point{current[0]} // what follows without a MoveTo goes on from here
			}
			end(true)
			current = start
		}
	}
	end(false)
	return out
}

func cubic(out []point, p [4]point, scale float64) []point {
	bend := max(p[0].sub(p[1].mul(2)).add(p[2]).length(), p[1].sub(p[2].mul(2)).add(p[3]).length())
	n := curveSteps(bend*scale, 0.75)
	for i := 1; i < n; i++ {
		t := float64(i) / float64(n)
		u := 1 - t
		out = append(out, p[0].mul(u*u*u).add(p[1].mul(3*u*u*t)).add(p[2].mul(3*u*t*t)).add(p[3].mul(t*t*t)))
	}
	return append(out, p[3])
}

// addPolylines puts the outline of filled polylines into the filler.
func (f *filler) addPolylines(lines []polyline, m matrix) {
	for _, l := range lines {
		if len(l.points) < 2 {
			continue
		}
		start := m.apply(l.points[0])
		from := start
		for _, p := range l.points[1:] {
			to := m.apply(p)
			f.add(from, to)
			from = to
		}
		f.add(from, start)
	}
}

// addGlyph puts a glyph's outline into the filler; m maps font units to pixels.
func (f *filler) addGlyph(outline []fonts.OutlineSegment, m matrix) {
	var start, from point
	at := func(p fonts.OutlinePoint) point { return m.apply(point{float64(p.X), float64(p.Y)}) }
	for _, s := range outline {
		switch s.Op {
		case fonts.OutlineMove:
			f.add(from, start)
			start = at(s.P[0])
			from = start
		case fonts.OutlineLine:
			to := at(s.P[0])
			f.add(from, to)
			from = to
		case fonts.OutlineQuad:
			c, to := at(s.P[0]), at(s.P[1])
			n := curveSteps(from.sub(c.mul(2)).add(to).length(), 0.25)
			begin := from
			for i := 1; i < n; i++ {
				t := float64(i) / float64(n)
				u := 1 - t
				next := begin.mul(u * u).add(c.mul(2 * u * t)).add(to.mul(t * t))
				f.add(from, next)
				from = next
			}
			f.add(from, to)
			from = to
		}
	}
	f.add(from, start)
}
