package raster_test

import (
	"context"
	"strings"
	"testing"

	"safety365/bulletins/page"
	"safety365/bulletins/raster"
	"safety365/fonts"
)

// a4 is a page of 1,505 Chinese characters at 10.5 pt, all of them different,
// justified by adding step between them.
func a4(t testing.TB, step page.Length) *page.Page {
	p := &page.Page{Trim: page.Size{W: page.MM(210_000), H: page.MM(297_000)}}
	face, err := fonts.Bundled("NotoSerifSC-Regular")
	if err != nil {
		t.Skip(err)
	}
	r := rune(0x4e00)
	next := func() rune {
		for r++; !face.Has(r); r++ {
		}
		return r
	}
	for line := range 43 {
		var b strings.Builder
		for range 35 {
			b.WriteRune(next())
		}
		run := text(t, "NotoSerifSC-Regular", b.String(), at(72*pt, (72+page.Length(line)*16)*pt), 10*pt+pt/2)
		for i := range run.Glyphs {
			run.Glyphs[i].X += page.Length(i) * step
		}
		p.Items = append(p.Items, run)
	}
	return p
}

func benchmark(b *testing.B, dpi float64, cold bool) {
	p := a4(b, pt/8)
	o := raster.Options{DPI: dpi}
	r := raster.New()
	draw := func() {
		if _, err := r.Draw(context.Background(), p, o); err != nil {
			b.Fatal(err)
		}
	}
	draw()
	for b.Loop() {
		if cold {
			r = raster.New()
		}
		draw()
	}
}

func BenchmarkWarm110(b *testing.B) { benchmark(b, 110, false) }
func BenchmarkWarm220(b *testing.B) { benchmark(b, 220, false) }
func BenchmarkWarm300(b *testing.B) { benchmark(b, 300, false) }
func BenchmarkCold110(b *testing.B) { benchmark(b, 110, true) }
func BenchmarkCold300(b *testing.B) { benchmark(b, 300, true) }

func BenchmarkInto110(b *testing.B) {
	p := a4(b, pt/8)
	r := raster.New()
	o := raster.Options{DPI: 110}
	for b.Loop() {
		o.Into, _ = r.Draw(context.Background(), p, o)
	}
}

// BenchmarkBackground fills a page with two colours and strokes a frame.
func BenchmarkBackground300(b *testing.B) {
	all := page.Rect{W: page.MM(210_000), H: page.MM(297_000)}
	p := &page.Page{Trim: page.Size{W: all.W, H: all.H}, Items: []page.Item{
		&page.Path{Segments: page.RectPath(all), Fill: rgb(255, 240, 230)},
		&page.Path{Segments: circle(all.W/2, all.H/2, all.W/2), Fill: rgb(255, 250, 240)},
		&page.Path{Segments: page.RectPath(all.Inset(20 * pt)), Stroke: page.Stroke{Color: page.Black, Width: pt}},
	}}
	r := raster.New()
	for b.Loop() {
		r.Draw(context.Background(), p, raster.Options{DPI: 300})
	}
}

// BenchmarkPhoto draws a picture of 12 megapixels for the first time.
func BenchmarkPhoto110(b *testing.B) {
	src := picture(b, 4000, 3000)
	p := &page.Page{Trim: page.Size{W: page.MM(210_000), H: page.MM(297_000)}, Items: []page.Item{
		&page.Image{Rect: page.Rect{X: 72 * pt, Y: 72 * pt, W: 400 * pt, H: 300 * pt}, Source: src},
	}}
	for b.Loop() {
		raster.New().Draw(context.Background(), p, raster.Options{DPI: 110})
	}
}
