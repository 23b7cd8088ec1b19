package pdf

import (
	"math"

	"safety365/bulletins/page"
)

const one = 1 << 16 // 1 as a 16.16 number

// multiply returns the matrix that applies a first and then b.
func multiply(a, b page.Matrix) page.Matrix {
	dot := func(p, q, r, s int64) int64 {
		return int64(page.Length(p).MulDiv(q, one) + page.Length(r).MulDiv(s, one))
	}
	at := apply(b, page.Point{X: a.E, Y: a.F})
	return page.Matrix{
		A: dot(a.A, b.A, a.B, b.C), B: dot(a.A, b.B, a.B, b.D),
		C: dot(a.C, b.A, a.D, b.C), D: dot(a.C, b.B, a.D, b.D),
		E: at.X, F: at.Y,
	}
}

// apply returns where a matrix puts a point.
func apply(m page.Matrix, p page.Point) page.Point {
	return page.Point{
		X: p.X.MulDiv(m.A, one) + p.Y.MulDiv(m.C, one) + m.E,
		Y: p.X.MulDiv(m.B, one) + p.Y.MulDiv(m.D, one) + m.F,
	}
}

// matrixScale returns how much a matrix enlarges, as a 16.16 number: the root of
// its determinant.
func matrixScale(m page.Matrix) int64 {
	det := page.Length(m.A).MulDiv(m.D, one) - page.Length(m.B).MulDiv(m.C, one)
	if det < 0 {
		det = -det
	}
	return int64(math.Sqrt(float64(det)) * 256)
}

// quad is a rectangle of the display list in the file's coordinates: top left, top
// right, bottom left, bottom right before any turning.
type quad [4]milliPoint

func (e *encoder) quad(r page.Rect) (q quad) {
	for i, p := range [4]page.Point{{X: r.X, Y: r.Y}, {X: r.X + r.W, Y: r.Y}, {X: r.X, Y: r.Y + r.H}, {X: r.X + r.W, Y: r.Y + r.H}} {
		if e.ctm != page.Identity {
			p = apply(e.ctm, p)
		}
		q[i] = e.at(p)
	}
	return q
}

// upright reports whether the quad is a rectangle with level sides.
func (q quad) upright() bool { return q[0].y == q[1].y && q[0].x == q[2].x }

// milliBox is an upright rectangle in the file's coordinates.
type milliBox struct{ x0, y0, x1, y1 int64 }

func (q quad) bounds() milliBox {
	b := milliBox{q[0].x, q[0].y, q[0].x, q[0].y}
	for _, p := range q[1:] {
		b = b.union(milliBox{p.x, p.y, p.x, p.y})
	}
	return b
}

func (b milliBox) union(o milliBox) milliBox {
	return milliBox{min(b.x0, o.x0), min(b.y0, o.y0), max(b.x1, o.x1), max(b.y1, o.y1)}
}

func (b milliBox) append(out []byte) []byte {
	out = appendNumbers(append(out, '['), b.x0, b.y0, b.x1)
	return append(appendMilli(out, b.y1), ']')
}

// figureBox is where a tagged drawing stands: on the first of its pages.
type figureBox struct {
	page int
	box  milliBox
}

// extend notes that a drawing of a tagged node covers r.
func (e *encoder) extend(tag page.TagID, r page.Rect) {
	if tag <= 0 {
		return
	}
	here, box := len(e.w.pages), e.quad(r).bounds()
	old, ok := e.w.boxes[tag]
	switch {
	case !ok:
		e.w.boxes[tag] = figureBox{here, box}
	case old.page == here:
		e.w.boxes[tag] = figureBox{here, old.box.union(box)}
	}
}
