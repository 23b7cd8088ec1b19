package raster

import (
	"image"
	"math"

	"safety365/bulletins/page"
)

// maxPictureSide bounds what a picture is asked for; larger ones are drawn by
// interpolation.
const maxPictureSide = 1 << 15

// image draws a picture.
func (p *painter) image(it *page.Image, m matrix, cl *clip) {
	// The unit square of the picture in pixels.
	u := m.times(matrix{a: it.Rect.W.Points(), d: it.Rect.H.Points(), e: it.Rect.X.Points(), f: it.Rect.Y.Points()})
	// How far an edge may go into a pixel without touching it: what rounding does.
	const slack = 1.0 / 256
	if u.straight() {
		u = wholePixels(u, slack)
	}
	p.reset()
	corners := [4]point{{0, 0}, {1, 0}, {1, 1}, {0, 1}}
	for i, c := range corners {
		p.add(u.apply(c), u.apply(corners[(i+1)%4]))
	}
	if p.bounds(cl.box).Empty() {
		return
	}
	w := max(1, math.Round(math.Hypot(u.a, u.b)))
	h := max(1, math.Round(math.Hypot(u.c, u.d)))
	src, err := p.pictures.picture(it.Source, int(min(w, maxPictureSide)), int(min(h, maxPictureSide)))
	if err != nil {
		p.missing = append(p.missing, err)
		p.placeholder(it, m, cl)
		return
	}
	if size := src.Rect.Size(); u.straight() && float64(size.X) == w && float64(size.Y) == h {
		x0, y0 := int(u.e), int(u.f)
		p.fill(cl.box, false, func(x, y int, cover []byte) {
			p.copyRow(cl, x, y, src.Pix[src.PixOffset(x-x0, y-y0):], cover)
		})
		return
	}
	p.sampled(src, u, cl)
}

// wholePixels widens a rectangle to the pixels that it touches.
func wholePixels(u matrix, slack float64) matrix {
	x0, y0 := math.Floor(u.e+slack), math.Floor(u.f+slack)
	x1, y1 := math.Ceil(u.e+u.a-slack), math.Ceil(u.f+u.d-slack)
	return matrix{a: max(1, x1-x0), d: max(1, y1-y0), e: x0, f: y0}
}

// sampled draws a picture that is turned, mirrored or made larger, over the
// outline in the filler.
func (p *painter) sampled(src *image.RGBA, u matrix, cl *clip) {
	back, ok := u.inverse()
	if !ok {
		return
	}
	w, h := float64(src.Rect.Dx()), float64(src.Rect.Dy())
	var pixels []byte
	p.fill(cl.box, false, func(x, y int, cover []byte) {
		if len(pixels) < 4*len(cover) {
			pixels = make([]byte, 4*len(cover))
		}
		at := back.apply(point{float64(x) + 0.5, float64(y) + 0.5})
		sx, sy := at.x*w-0.5, at.y*h-0.5
		for i, a := range cover {
			if a > 0 {
				linear(pixels[4*i:4*i+4], src, sx, sy)
			}
			sx += back.a * w
			sy += back.b * h
		}
		p.copyRow(cl, x, y, pixels, cover)
	})
}

// linear mixes the four pixels round (x, y), those outside being like the nearest
// inside.
func linear(out []byte, src *image.RGBA, x, y float64) {
	x, y = max(0, min(float64(src.Rect.Dx()-1), x)), max(0, min(float64(src.Rect.Dy()-1), y))
	x0, y0 := int(x), int(y)
	fx, fy := uint32((x-float64(x0))*256), uint32((y-float64(y0))*256)
	right, down := 4, src.Stride
	if x0 == src.Rect.Dx()-1 {
		right = 0
	}
	if y0 == src.Rect.Dy()-1 {
		down = 0
	}
	p := src.Pix[y0*src.Stride+4*x0:]
	for k := range 3 {
		top := uint32(p[k])*(256-fx) + uint32(p[right+k])*fx
		bottom := uint32(p[down+k])*(256-fx) + uint32(p[down+right+k])*fx
		out[k] = byte((top*(256-fy) + bottom*fy + 1<<15) >> 16)
	}
	out[3] = 255
}

// placeholder shows that a picture is missing.
func (p *painter) placeholder(it *page.Image, m matrix, cl *clip) {
	grey := page.Color{Space: page.Gray, R: 0xee, G: 0xee, B: 0xee}
	dark := page.Color{Space: page.Gray, R: 0x99, G: 0x99, B: 0x99}
	r := it.Rect
	frame := page.RectPath(r)
	line := func(x0, y0, x1, y1 page.Length) {
		frame = append(frame, page.Segment{P: [3]page.Point{{X: x0, Y: y0}}}, page.Segment{Op: page.LineTo, P: [3]page.Point{{X: x1, Y: y1}}})
	}
	line(r.X, r.Y, r.X+r.W, r.Y+r.H)
	line(r.X+r.W, r.Y, r.X, r.Y+r.H)
	p.path(&page.Path{Segments: page.RectPath(r), Fill: grey}, m, cl)
	p.path(&page.Path{Segments: frame, Stroke: page.Stroke{Color: dark, Width: page.Pt / 2}}, m, cl)
}
