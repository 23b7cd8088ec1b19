package raster

import (
	"image"
	"math"
)

// line is an edge of an outline in pixels.
type line struct{ x0, y0, x1, y1 float32 }

// filler finds out how much of every pixel lies inside an outline. It is the
// method of font-rs, on which golang.org/x/image/vector is built as well: each
// edge adds to the cells that it crosses the area to its right, and the sum along
// a row is the winding number averaged over the pixel. Ours also knows the
// even-odd rule, and works in bands of rows, so that its memory stays small.
type filler struct {
	lines  []line
	w, h   int       // of the band
	cells  []float32 // (w+2) × h, all zero between bands
	ranges []extent  // by row: the cells that are not zero
	cover  []byte
}

type extent struct{ from, to int32 }

// bandCells bounds the cells of a band: 1 MiB, about a processor's cache.
const bandCells = 1 << 18

// row is told the coverage of the pixels from (x, y) on to the right. The bytes
// are valid until it returns.
type row func(x, y int, cover []byte)

func (f *filler) reset() { f.lines = f.lines[:0] }

func (f *filler) add(a, b point) {
	f.lines = append(f.lines, line{near(a.x), near(a.y), near(b.x), near(b.y)})
}

// near keeps numbers where arithmetic with them is safe, far outside any page.
func near(v float64) float32 {
	const far = 1e7
	if v != v {
		return 0
	}
	return float32(max(-far, min(far, v)))
}

// bounds returns the pixels touched by the outline, inside clip.
func (f *filler) bounds(clip image.Rectangle) image.Rectangle {
	if len(f.lines) == 0 {
		return image.Rectangle{}
	}
	x0, y0 := float32(math.Inf(1)), float32(math.Inf(1))
	x1, y1 := -x0, -y0
	for _, l := range f.lines {
		x0, x1 = min(x0, l.x0, l.x1), max(x1, l.x0, l.x1)
		y0, y1 = min(y0, l.y0, l.y1), max(y1, l.y0, l.y1)
	}
	return pixelBounds(float64(x0), float64(y0), float64(x1), float64(y1), clip)
}

// pixelBounds returns the pixels that a rectangle touches, inside clip.
func pixelBounds(x0, y0, x1, y1 float64, clip image.Rectangle) image.Rectangle {
	within := func(v float64, low, high int) int { return int(max(float64(low), min(float64(high), v))) }
	return image.Rect(
		within(math.Floor(x0), clip.Min.X, clip.Max.X), within(math.Floor(y0), clip.Min.Y, clip.Max.Y),
		within(math.Ceil(x1), clip.Min.X, clip.Max.X), within(math.Ceil(y1), clip.Min.Y, clip.Max.Y),
	)
}

// fill sweeps the outline and reports every row that it covers in part.
func (f *filler) fill(clip image.Rectangle, evenOdd bool, emit row) {
	box := f.bounds(clip)
	if box.Empty() {
		return
	}
	f.w = box.Dx()
	rows := max(1, min(box.Dy(), bandCells/(f.w+2)))
	for y := box.Min.Y; y < box.Max.Y; y += rows {
		f.h = min(rows, box.Max.Y-y)
		f.prepare()
		for _, l := range f.lines {
			dx, dy := float32(box.Min.X), float32(y)
			f.edge(l.x0-dx, l.y0-dy, l.x1-dx, l.y1-dy)
		}
		f.sweep(box.Min.X, y, evenOdd, emit)
	}
}

func (f *filler) prepare() {
	if n := (f.w + 2) * f.h; n > len(f.cells) {
		f.cells = make([]float32, n)
	}
	if f.w > len(f.cover) {
		f.cover = make([]byte, f.w)
	}
	f.ranges = f.ranges[:0]
	for range f.h {
		f.ranges = append(f.ranges, extent{int32(f.w), -1})
	}
}

// edge cuts a line to the band. What is left of the band counts as lying on its
// left border; what is right of it covers nothing in it.
func (f *filler) edge(x0, y0, x1, y1 float32) {
	if y0 == y1 {
		return
	}
	sign := float32(1)
	if y0 > y1 {
		x0, y0, x1, y1, sign = x1, y1, x0, y0, -1
	}
	h, w := float32(f.h), float32(f.w)
	if y1 <= 0 || y0 >= h {
		return
	}
	slope := (x1 - x0) / (y1 - y0)
	if slope-slope != 0 { // infinite: lower than any area that counts
		return
	}
	if y0 < 0 {
		x0, y0 = x0-slope*y0, 0
	}
	if y1 > h {
		x1, y1 = x0+slope*(h-y0), h
	}
	for _, border := range [2]float32{0, w} {
		if x0 < border && x1 > border || x0 > border && x1 < border {
			y := max(y0, min(y1, y0+(border-x0)/slope))
			if border == 0 && x0 < x1 || border == w && x0 > x1 { // the first part is outside
				f.inside(x0, y0, border, y, sign)
				x0, y0 = border, y
			} else {
				f.inside(border, y, x1, y1, sign)
				x1, y1 = border, y
			}
		}
	}
	f.inside(x0, y0, x1, y1, sign)
}

// inside adds a line that crosses neither border of the band; y0 ≤ y1.
func (f *filler) inside(x0, y0, x1, y1, sign float32) {
	if y0 >= y1 {
		return
	}
	w := float32(f.w)
	if x0 >= w && x1 >= w { // the outline goes on past the right border
		for y := int(y0); y < f.h && float32(y) < y1; y++ {
			f.ranges[y].to = int32(f.w)
		}
		return
	}
	x0, x1 = max(0, min(w, x0)), max(0, min(w, x1))
	slope := (x1 - x0) / (y1 - y0)
	x := x0
	for y := int(y0); y < f.h && float32(y) < y1; y++ {
		dy := min(float32(y+1), y1) - max(float32(y), y0)
		next := max(0, min(w, x+slope*dy))
		f.strip(y, min(x, next), max(x, next), dy*sign)
		x = next
	}
}

// strip adds the part of a line in one row of pixels, from x0 to x1 and d high.
func (f *filler) strip(y int, x0, x1, d float32) {
	i0 := int(x0)
	floor := float32(i0)
	ceil := int(x1)
	if float32(ceil) < x1 {
		ceil++
	}
	r := &f.ranges[y]
	r.from, r.to = min(r.from, int32(i0)), max(r.to, int32(max(ceil, i0+1)))
	cells := f.cells[y*(f.w+2)+i0:]
	if ceil <= i0+1 {
		right := d * (0.5*(x0+x1) - floor)
		cells[0] += d - right
		cells[1] += right
		return
	}
	s := 1 / (x1 - x0)
	f0 := x0 - floor
	n := ceil - i0
	f1 := x1 - float32(ceil) + 1
	first, last := 0.5*s*(1-f0)*(1-f0), 0.5*s*f1*f1
	cells[0] += d * first
	if n == 2 {
		cells[1] += d * (1 - first - last)
	} else {
		second := s * (1.5 - f0)
		cells[1] += d * (second - first)
		for i := 2; i < n-1; i++ {
			cells[i] += d * s
		}
		cells[n-1] += d * (1 - (second + float32(n-3)*s) - last)
	}
	cells[n] += d * last
}

// sweep sums up the cells, reports the rows and leaves zeros.
func (f *filler) sweep(x, y int, evenOdd bool, emit row) {
	for i, r := range f.ranges {
		if r.to < r.from {
			continue
		}
		cells := f.cells[i*(f.w+2)+int(r.from) : i*(f.w+2)+int(r.to)+1]
		cover := f.cover[:min(len(cells), f.w-int(r.from))]
		sum := float32(0)
		for k := range cover {
			sum += cells[k]
			a := sum
			if a < 0 {
				a = -a
			}
			if evenOdd {
				a -= 2 * float32(int(a/2))
				if a > 1 {
					a = 2 - a
				}
			} else if a > 1 {
				a = 1
			}
			cover[k] = byte(a*255 + 0.5)
		}
		clear(cells)
		emit(x+int(r.from), y+i, cover)
	}
}
