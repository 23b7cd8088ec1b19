package raster

import (
	"math"

	"safety365/bulletins/page"
)

// point is a place in pixels.
type point struct{ x, y float64 }

func (p point) add(q point) point     { return point{p.x + q.x, p.y + q.y} }
func (p point) sub(q point) point     { return point{p.x - q.x, p.y - q.y} }
func (p point) mul(f float64) point   { return point{p.x * f, p.y * f} }
func (p point) length() float64       { return math.Hypot(p.x, p.y) }
func (p point) dot(q point) float64   { return p.x*q.x + p.y*q.y }
func (p point) cross(q point) float64 { return p.x*q.y - p.y*q.x }

// matrix maps (x, y) to (a·x + c·y + e, b·x + d·y + f).
type matrix struct{ a, b, c, d, e, f float64 }

func (m matrix) apply(p point) point {
	return point{m.a*p.x + m.c*p.y + m.e, m.b*p.x + m.d*p.y + m.f}
}

func (m matrix) at(p page.Point) point { return m.apply(points(p)) }

func points(p page.Point) point { return point{p.X.Points(), p.Y.Points()} }

// times returns the matrix that applies n first.
func (m matrix) times(n matrix) matrix {
	return matrix{
		m.a*n.a + m.c*n.b, m.b*n.a + m.d*n.b,
		m.a*n.c + m.c*n.d, m.b*n.c + m.d*n.d,
		m.a*n.e + m.c*n.f + m.e, m.b*n.e + m.d*n.f + m.f,
	}
}

// inverse returns the matrix that undoes m, and false if there is none.
func (m matrix) inverse() (matrix, bool) {
	det := m.a*m.d - m.b*m.c
	if math.Abs(det) < 1e-12 {
		return matrix{}, false
	}
	return matrix{
		m.d / det, -m.b / det, -m.c / det, m.a / det,
		(m.c*m.f - m.d*m.e) / det, (m.b*m.e - m.a*m.f) / det,
	}, true
}

// scale returns by how much m makes lengths larger, on average.
func (m matrix) scale() float64 { return math.Sqrt(math.Abs(m.a*m.d - m.b*m.c)) }

// straight tells whether m keeps upright rectangles as they are, neither turned
// nor mirrored.
func (m matrix) straight() bool { return m.b == 0 && m.c == 0 && m.a > 0 && m.d > 0 }

func fromPage(m page.Matrix) matrix {
	if m == (page.Matrix{}) {
		m = page.Identity
	}
	const one = 65536
	return matrix{
		float64(m.A) / one, float64(m.B) / one, float64(m.C) / one, float64(m.D) / one,
		m.E.Points(), m.F.Points(),
	}
}
