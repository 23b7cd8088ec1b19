package raster

import (
	"image"
	"math"
)

// rect is an upright rectangle in pixels.
type rect struct{ x0, y0, x1, y1 float64 }

// whole tells whether no pixel is covered in part.
func (r rect) whole() bool {
	for _, v := range [4]float64{r.x0, r.y0, r.x1, r.y1} {
		if v != math.Floor(v) {
			return false
		}
	}
	return true
}

// rectangle tells whether lines are the outline of an upright rectangle; most
// paths are: rules, cells, backgrounds.
func rectangle(lines []polyline, m matrix) (rect, bool) {
	if len(lines) != 1 {
		return rect{}, false
	}
	p := lines[0].points
	if len(p) == 5 && p[4] == p[0] {
		p = p[:4]
	}
	if len(p) != 4 || !(m.b == 0 && m.c == 0 || m.a == 0 && m.d == 0) {
		return rect{}, false
	}
	across := p[0].y == p[1].y && p[1].x == p[2].x && p[2].y == p[3].y && p[3].x == p[0].x
	along := p[0].x == p[1].x && p[1].y == p[2].y && p[2].x == p[3].x && p[3].y == p[0].y
	if !across && !along {
		return rect{}, false
	}
	a, b := m.apply(p[0]), m.apply(p[2])
	return rect{min(a.x, b.x), min(a.y, b.y), max(a.x, b.x), max(a.y, b.y)}, true
}

// fillRect reports the rows of a rectangle as fill does those of an outline.
func (f *filler) fillRect(r rect, clip image.Rectangle, emit row) {
	box := pixelBounds(r.x0, r.y0, r.x1, r.y1, clip)
	if box.Empty() {
		return
	}
	if n := 2 * box.Dx(); n > len(f.cover) {
		f.cover = make([]byte, n)
	}
	full, part := f.cover[:box.Dx()], f.cover[box.Dx():2*box.Dx()]
	for i := range full {
		full[i] = byte(255*overlap(r.x0, r.x1, box.Min.X+i) + 0.5)
	}
	for y := box.Min.Y; y < box.Max.Y; y++ {
		share := overlap(r.y0, r.y1, y)
		if share == 1 {
			emit(box.Min.X, y, full)
			continue
		}
		for i := range part {
			part[i] = byte(255*share*overlap(r.x0, r.x1, box.Min.X+i) + 0.5)
		}
		emit(box.Min.X, y, part)
	}
}

// overlap returns how much of pixel i lies between a and b.
func overlap(a, b float64, i int) float64 {
	return max(0, min(b, float64(i+1))-max(a, float64(i)))
}
