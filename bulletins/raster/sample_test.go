package raster_test

import (
	"bytes"
	"image"
	"image/color"
	"image/png"
	"io"
	"testing"

	"safety365/bulletins/page"
	"safety365/fonts"
)

const pt = page.Pt

func at(x, y page.Length) page.Point { return page.Point{X: x, Y: y} }

func rgb(r, g, b uint8) page.Color { return page.Color{Space: page.CMYK, R: r, G: g, B: b} }

// text shapes a run of a bundled face.
func text(t testing.TB, face, s string, origin page.Point, size page.Length) *page.GlyphRun {
	t.Helper()
	f, err := fonts.Bundled(face)
	if err != nil {
		t.Skip(err)
	}
	r := &page.GlyphRun{Face: f, Size: size, Color: page.Black, Origin: origin, Lang: "en", Text: s}
	var pen page.Length
	upem := int64(f.UnitsPerEm())
	for _, g := range fonts.NewShaper().Shape(f, s, "zh-Hans", fonts.LTR, "") {
		r.Glyphs = append(r.Glyphs, page.Glyph{
			ID: g.ID, Start: uint16(g.Cluster), Advance: size.MulDiv(int64(g.Advance), upem),
			X: pen + size.MulDiv(int64(g.XOffset), upem), Y: -size.MulDiv(int64(g.YOffset), upem),
		})
		pen += size.MulDiv(int64(g.Advance), upem)
	}
	return r
}

// picture is a PNG with a gradient, a diagonal and a red corner.
func picture(t testing.TB, w, h int) *page.ImageSource {
	t.Helper()
	m := image.NewRGBA(image.Rect(0, 0, w, h))
	for y := range h {
		for x := range w {
			c := color.RGBA{uint8(255 * x / w), uint8(255 * y / h), 128, 255}
			if x*h/w == y {
				c = color.RGBA{255, 255, 255, 255}
			}
			if x < w/5 && y < h/5 {
				c = color.RGBA{255, 0, 0, 255}
			}
			m.SetRGBA(x, y, c)
		}
	}
	var b bytes.Buffer
	if err := png.Encode(&b, m); err != nil {
		t.Fatal(err)
	}
	s, err := page.ReadImage("gradient.png", func() (io.ReadCloser, error) { return io.NopCloser(bytes.NewReader(b.Bytes())), nil })
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// star is a pentagram, which the two fill rules treat differently.
func star(x, y, r page.Length) []page.Segment {
	// sin and cos of multiples of 72°, in thousandths, in the order of drawing.
	points := [5][2]int64{{0, -1000}, {588, 809}, {-951, -309}, {951, -309}, {-588, 809}}
	var out []page.Segment
	for i, p := range points {
		s := page.Segment{Op: page.LineTo, P: [3]page.Point{at(x+r.MulDiv(p[0], 1000), y+r.MulDiv(p[1], 1000))}}
		if i == 0 {
			s.Op = page.MoveTo
		}
		out = append(out, s)
	}
	return append(out, page.Segment{Op: page.ClosePath})
}

func circle(x, y, r page.Length) []page.Segment {
	k := r.MulDiv(5523, 10000)
	return []page.Segment{
		{Op: page.MoveTo, P: [3]page.Point{at(x+r, y)}},
		{Op: page.CubicTo, P: [3]page.Point{at(x+r, y+k), at(x+k, y+r), at(x, y+r)}},
		{Op: page.CubicTo, P: [3]page.Point{at(x-k, y+r), at(x-r, y+k), at(x-r, y)}},
		{Op: page.CubicTo, P: [3]page.Point{at(x-r, y-k), at(x-k, y-r), at(x, y-r)}},
		{Op: page.CubicTo, P: [3]page.Point{at(x+k, y-r), at(x+r, y-k), at(x+r, y)}},
		{Op: page.ClosePath},
	}
}

func zigzag(x, y page.Length) []page.Segment {
	return []page.Segment{
		{Op: page.MoveTo, P: [3]page.Point{at(x, y)}},
		{Op: page.LineTo, P: [3]page.Point{at(x+20*pt, y)}},
		{Op: page.LineTo, P: [3]page.Point{at(x+5*pt, y+12*pt)}},
		{Op: page.LineTo, P: [3]page.Point{at(x+25*pt, y+14*pt)}},
	}
}

// samplePage has every kind of item: 200 × 150 pt with a bleed of 9 pt.
func samplePage(t testing.TB) *page.Page {
	pic := picture(t, 100, 80)
	title := text(t, "LiberationSans-Bold", "Safety 365: AVÅg", at(15*pt, 28*pt), 16*pt)
	title.Color = rgb(0xc8, 0x10, 0x2e)
	body := text(t, "LiberationSerif-Regular", "Helmets on, every day. Office fi 0123", at(15*pt, 42*pt), 9*pt)
	turned := text(t, "LiberationSans-Regular", "turned", at(0, 0), 10*pt)
	stroke := func(w page.Length, round bool, dash ...page.Length) page.Stroke {
		return page.Stroke{Color: rgb(0, 0x40, 0x80), Width: w, Round: round, Dash: dash}
	}
	return &page.Page{
		Label: "1", Trim: page.Size{W: 200 * pt, H: 150 * pt}, Bleed: 9 * pt,
		Items: []page.Item{
			&page.Path{Segments: page.RectPath(page.Rect{X: -9 * pt, Y: -9 * pt, W: 218 * pt, H: 20 * pt}), Fill: rgb(0xff, 0xe8, 0xc0)},
			title, body,
			&page.Path{Segments: page.RectPath(page.Rect{X: 15 * pt, Y: 46 * pt, W: 170 * pt, H: pt / 2}), Fill: page.Black},
			&page.Path{Segments: star(30*pt, 68*pt, 15*pt), Fill: rgb(220, 40, 40), EvenOdd: true},
			&page.Path{Segments: star(65*pt, 68*pt, 15*pt), Fill: rgb(220, 40, 40), Stroke: stroke(pt, false)},
			&page.Path{Segments: circle(98*pt, 66*pt, 12*pt), Stroke: stroke(3*pt, true)},
			&page.Path{Segments: circle(98*pt, 66*pt, 6*pt), Stroke: stroke(pt, false, 2*pt, pt)},
			&page.Path{Segments: zigzag(118*pt, 58*pt), Stroke: stroke(4*pt, false)},
			&page.Path{Segments: zigzag(152*pt, 58*pt), Stroke: stroke(4*pt, true)},
			&page.Path{Segments: zigzag(118*pt, 80*pt)[:2], Stroke: stroke(2*pt, true, 0, 4*pt)},
			&page.Image{Rect: page.Rect{X: 15 * pt, Y: 90 * pt, W: 50 * pt, H: 40 * pt}, Source: pic},
			&page.Group{Clip: circle(95*pt, 110*pt, 20*pt), Items: []page.Item{
				&page.Image{Rect: page.Rect{X: 70 * pt, Y: 90 * pt, W: 50 * pt, H: 40 * pt}, Source: pic},
				&page.Group{Clip: page.RectPath(page.Rect{X: 90 * pt, Y: 105 * pt, W: 40 * pt, H: 10 * pt}), Items: []page.Item{
					&page.Path{Segments: page.RectPath(page.Rect{X: 80 * pt, Y: 80 * pt, W: 80 * pt, H: 80 * pt}), Fill: page.White},
				}},
			}},
			// A quarter turn clockwise about (140, 95), and one of 30 degrees.
			&page.Group{Transform: page.Matrix{B: 65536, C: -65536, E: 140 * pt, F: 95 * pt}, Items: []page.Item{turned}},
			&page.Group{Transform: page.Matrix{A: 56756, B: 32768, C: -32768, D: 56756, E: 165 * pt, F: 95 * pt}, Items: []page.Item{
				&page.Image{Rect: page.Rect{W: 25 * pt, H: 20 * pt}, Source: pic},
				turned,
			}},
			&page.Link{Rect: page.Rect{X: 15 * pt, Y: 20 * pt, W: 50 * pt, H: 10 * pt}, URI: "https://example.org/"},
		},
	}
}
