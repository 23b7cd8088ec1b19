package raster

import (
	"math"

	"safety365/bulletins/page"
)

// miterLimit is PDF's: a longer point is cut off.
const miterLimit = 10

// maxDashes bounds the dashes of one path.
const maxDashes = 100_000

// stroker turns lines into the outline of what a pen of some width leaves. Every
// straight piece gives a rectangle, every corner a wedge on its outer side and
// every round end half a disc. The pieces touch exactly and turn the same way, so
// their winding numbers add up to those of the whole outline, and no pixel of the
// edge is counted twice.
type stroker struct {
	f     *filler
	m     matrix // from the path's coordinates to pixels
	half  float64
	round bool
	step  float64 // angle of a round piece's lines
}

func (f *filler) addStroke(lines []polyline, s *page.Stroke, m matrix) {
	width := s.Width.Points()
	scale := m.scale()
	if width <= 0 {
		width = 1 / scale
	}
	st := stroker{f: f, m: m, half: width / 2, round: s.Round}
	// A chord of this angle lies flatness from its arc.
	st.step = 2 * math.Acos(1-min(0.5, flatness/max(st.half*scale, 1e-6)))
	for _, l := range lines {
		l.points = distinct(l.points, l.closed)
		for _, piece := range dash(l, s.Dash) {
			st.polyline(piece)
		}
	}
}

// distinct drops points that stand where the one before stands.
func distinct(in []point, closed bool) []point {
	const near = 1e-9
	out := in[:0:0]
	for _, p := range in {
		if len(out) == 0 || p.sub(out[len(out)-1]).length() > near {
			out = append(out, p)
		}
	}
	for closed && len(out) > 1 && out[0].sub(out[len(out)-1]).length() <= near {
		out = out[:len(out)-1]
	}
	return out
}

// dash cuts a line into its dashes.
func dash(l polyline, pattern []page.Length) []polyline {
	var total float64
	for _, p := range pattern {
		total += max(0, p.Points())
	}
	pts := l.points
	if l.closed && len(pts) > 1 {
		pts = append(pts[:len(pts):len(pts)], pts[0])
	}
	var length float64
	for i := 1; i < len(pts); i++ {
		length += pts[i].sub(pts[i-1]).length()
	}
	if len(pts) < 2 || total <= 0 || length/total*float64(len(pattern)) > maxDashes {
		return []polyline{l}
	}
	var out []polyline
	var current []point
	which := 0
	left := max(0, pattern[0].Points())
	on := true
	for i := 0; i < len(pts)-1; i++ {
		from, to := pts[i], pts[i+1]
		rest := to.sub(from).length()
		dir := to.sub(from).mul(1 / rest)
		if on && len(current) == 0 {
			current = append(current, from)
		}
		for rest > left {
			from = from.add(dir.mul(left))
			rest -= left
			if on {
				out = append(out, polyline{points: append(current, from)})
				current = nil
			} else {
				current = []point{from}
			}
			on = !on
			which = (which + 1) % len(pattern)
			left = max(0, pattern[which].Points())
		}
		left -= rest
		if on {
			current = append(current, to)
		}
	}
	if on && len(current) > 1 {
		out = append(out, polyline{points: current})
	}
	return out
}

func (s *stroker) polyline(l polyline) {
	pts := l.points
	n := len(pts)
	if n == 0 {
		return
	}
	if n == 1 || n == 2 && pts[0] == pts[1] {
		if s.round { // a dot
			s.cap(pts[0], point{s.half, 0})
			s.cap(pts[0], point{-s.half, 0})
		}
		return
	}
	pieces := n - 1
	if l.closed && n > 2 {
		pieces = n
	}
	normal := func(i int) point {
		d := pts[(i+1)%n].sub(pts[i%n])
		if size := d.length(); size > 0 {
			return point{-d.y, d.x}.mul(s.half / size)
		}
		return point{}
	}
	for i := range pieces {
		a, b, u := pts[i], pts[(i+1)%n], normal(i)
		s.polygon(a.add(u), a.sub(u), b.sub(u), b.add(u))
		if i+1 < pieces || pieces == n {
			s.join(b, u, normal(i+1))
		}
	}
	if s.round && pieces < n {
		s.cap(pts[0], normal(0))
		s.cap(pts[n-1], normal(n-2).mul(-1))
	}
}

// polygon adds a closed outline; its points go round as (+, -, -, +) of the
// normal do.
func (s *stroker) polygon(p ...point) {
	from := s.m.apply(p[len(p)-1])
	for _, q := range p {
		to := s.m.apply(q)
		s.f.add(from, to)
		from = to
	}
}

// join fills the outer side of a corner at p between two normals.
func (s *stroker) join(p, u, v point) {
	turn := u.cross(v)
	cos := u.dot(v) / (s.half * s.half)
	if turn > 0 { // the outer side is the negative one
		u, v = v.mul(-1), u.mul(-1)
	}
	switch {
	case s.round:
		s.arc(p, v, u)
	case turn == 0:
	case 2 <= miterLimit*miterLimit*(1+cos): // 1/sin²(φ/2) = 2/(1+cos) of the normals' angle
		tip := u.add(v).mul(1 / (1 + cos))
		s.polygon(p, p.add(v), p.add(tip), p.add(u))
	default:
		s.polygon(p, p.add(v), p.add(u))
	}
}

// cap fills half a disc behind p, whose line has the normal u.
func (s *stroker) cap(p, u point) {
	back := point{-u.y, u.x}
	s.arc(p, u, back)
	s.arc(p, back, u.mul(-1))
}

// arc fills the sector from p+u to p+v, turning as x turns to y.
func (s *stroker) arc(p, u, v point) {
	angle := math.Abs(math.Atan2(u.cross(v), u.dot(v)))
	n := int(max(1, math.Ceil(angle/s.step)))
	fan := []point{p, p.add(u)}
	for i := 1; i < n; i++ {
		sin, cos := math.Sincos(angle * float64(i) / float64(n))
		fan = append(fan, p.add(point{u.x*cos - u.y*sin, u.x*sin + u.y*cos}))
	}
	s.polygon(append(fan, p.add(v))...)
}
