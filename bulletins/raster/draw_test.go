package raster_test

import (
	"bytes"
	"context"
	"errors"
	"flag"
	"image"
	"image/color"
	"image/png"
	"io"
	"os"
	"sync"
	"testing"

	"safety365/bulletins/page"
	"safety365/bulletins/raster"
)

var update = flag.Bool("update", false, "write the golden pictures anew")

func draw(t testing.TB, p *page.Page, o raster.Options) *image.RGBA {
	t.Helper()
	img, err := raster.New().Draw(context.Background(), p, o)
	if err != nil {
		t.Fatal(err)
	}
	return img
}

func TestGolden(t *testing.T) {
	for _, c := range []struct {
		name string
		o    raster.Options
	}{{"sample", raster.Options{DPI: 96}}, {"bleed", raster.Options{DPI: 40, Bleed: true}}} {
		got := draw(t, samplePage(t), c.o)
		path := "testdata/" + c.name + ".png"
		if *update {
			var b bytes.Buffer
			if err := raster.EncodePNG(&b, got, c.o.DPI); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(path, b.Bytes(), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		f, err := os.Open(path)
		if err != nil {
			t.Fatal(err)
		}
		want, err := png.Decode(f)
		f.Close()
		if err != nil {
			t.Fatal(err)
		}
		compare(t, c.name, got, want)
	}
}

// compare allows what floating-point fusing of other processors changes.
func compare(t *testing.T, name string, got *image.RGBA, want image.Image) {
	t.Helper()
	const tolerance = 3
	if got.Bounds() != want.Bounds() {
		t.Fatalf("%s: %v, want %v", name, got.Bounds(), want.Bounds())
	}
	bad := 0
	for y := range got.Rect.Dy() {
		for x := range got.Rect.Dx() {
			g := got.RGBAAt(x, y)
			w := color.RGBAModel.Convert(want.At(x, y)).(color.RGBA)
			for _, d := range [3]int{int(g.R) - int(w.R), int(g.G) - int(w.G), int(g.B) - int(w.B)} {
				if d > tolerance || d < -tolerance {
					if bad++; bad < 5 {
						t.Errorf("%s: pixel (%d, %d) is %v, want %v", name, x, y, g, w)
					}
					break
				}
			}
		}
	}
	if bad > 0 {
		t.Errorf("%s: %d pixels differ; if that is meant: go test -update", name, bad)
	}
}

func onePath(fill []page.Segment, evenOdd bool) *page.Page {
	return &page.Page{Trim: page.Size{W: 72 * pt, H: 72 * pt}, Items: []page.Item{
		&page.Path{Segments: fill, Fill: page.Black, EvenOdd: evenOdd},
	}}
}

// TestCoverage draws at 72 dpi, where a pixel is a point.
func TestCoverage(t *testing.T) {
	box := page.Rect{X: 10*pt + pt/2, Y: 10*pt + pt/4, W: 3 * pt, H: 2 * pt}
	triangle := []page.Segment{
		{P: [3]page.Point{at(20*pt, 20*pt)}},
		{Op: page.LineTo, P: [3]page.Point{at(24*pt, 24*pt)}},
		{Op: page.LineTo, P: [3]page.Point{at(20*pt, 24*pt)}},
	}
	off := page.RectPath(page.Rect{X: 60 * pt, Y: -20 * pt, W: 300 * pt, H: 40 * pt})
	off = append(off, page.Segment{Op: page.MoveTo, P: [3]page.Point{at(0, 0)}}) // so that it is no rectangle
	for _, c := range []struct {
		name string
		p    *page.Page
		x, y int
		want uint8
	}{
		{"inside", onePath(page.RectPath(box), false), 11, 11, 0},
		{"left edge", onePath(page.RectPath(box), false), 10, 11, 127},
		{"top edge", onePath(page.RectPath(box), false), 11, 10, 64},
		{"corner", onePath(page.RectPath(box), false), 10, 10, 159},
		{"bottom edge", onePath(page.RectPath(box), false), 12, 12, 191},
		{"outside", onePath(page.RectPath(box), false), 14, 11, 255},
		{"diagonal", onePath(triangle, false), 21, 21, 127},
		{"below it", onePath(triangle, false), 20, 21, 0},
		{"above it", onePath(triangle, false), 21, 20, 255},
		{"star, nonzero", onePath(star(36*pt, 36*pt, 30*pt), false), 36, 36, 0},
		{"star, even-odd", onePath(star(36*pt, 36*pt, 30*pt), true), 36, 36, 255},
		{"star's arm", onePath(star(36*pt, 36*pt, 30*pt), true), 36, 18, 0},
		{"off the page", onePath(off, false), 71, 10, 0},
		{"before it", onePath(off, false), 59, 10, 255},
	} {
		img := draw(t, c.p, raster.Options{DPI: 72})
		if got := img.RGBAAt(c.x, c.y); absDiff(got.R, c.want) > 1 || got.A != 255 {
			t.Errorf("%s: %v, want %d", c.name, got, c.want)
		}
	}
}

func absDiff(a, b uint8) int { return max(int(a)-int(b), int(b)-int(a)) }

// ink returns the darkness of a picture in full pixels.
func ink(img *image.RGBA) (sum float64) {
	for i := 0; i < len(img.Pix); i += 4 {
		sum += float64(255-int(img.Pix[i])) / 255
	}
	return sum
}

// TestStrokeArea measures strokes whose area is known.
func TestStrokeArea(t *testing.T) {
	stroke := func(s []page.Segment, pen page.Stroke) *page.Page {
		pen.Color = page.Black
		return &page.Page{Trim: page.Size{W: 72 * pt, H: 72 * pt}, Items: []page.Item{&page.Path{Segments: s, Stroke: pen}}}
	}
	straight := []page.Segment{{P: [3]page.Point{at(10*pt, 10*pt)}}, {Op: page.LineTo, P: [3]page.Point{at(50*pt, 40*pt)}}} // 50 long
	corner := append(straight[:1:1], page.Segment{Op: page.LineTo, P: [3]page.Point{at(40*pt, 10*pt)}},
		page.Segment{Op: page.LineTo, P: [3]page.Point{at(40*pt, 40*pt)}})
	const pi = 3.14159265
	for _, c := range []struct {
		name string
		p    *page.Page
		want float64
	}{
		{"butt", stroke(straight, page.Stroke{Width: 4 * pt}), 200},
		{"round", stroke(straight, page.Stroke{Width: 4 * pt, Round: true}), 200 + 4*pi},
		{"dashed", stroke(straight, page.Stroke{Width: 2 * pt, Dash: []page.Length{4 * pt, 6 * pt}}), 40},
		{"dots", stroke(straight, page.Stroke{Width: 4 * pt, Round: true, Dash: []page.Length{0, 20 * pt}}), 3 * 4 * pi},
		{"miter", stroke(corner, page.Stroke{Width: 4 * pt}), 240},
		{"round join", stroke(corner, page.Stroke{Width: 4 * pt, Round: true}), 240 - 4 + pi + 4*pi},
		{"frame", stroke(page.RectPath(page.Rect{X: 10 * pt, Y: 10 * pt, W: 40 * pt, H: 20 * pt}), page.Stroke{Width: 3 * pt}), 43*23 - 37*17},
		{"circle", stroke(circle(36*pt, 36*pt, 20*pt), page.Stroke{Width: 3 * pt}), pi * (21.5*21.5 - 18.5*18.5)},
		{"hairline", stroke(straight[:2], page.Stroke{}), 50},
	} {
		got := ink(draw(t, c.p, raster.Options{DPI: 72}))
		if d := got - c.want; d > 0.02*c.want || d < -0.02*c.want {
			t.Errorf("%s: area %.1f, want %.1f", c.name, got, c.want)
		}
	}
}

func TestSizes(t *testing.T) {
	p := &page.Page{Trim: page.Size{W: page.MM(210_000), H: page.MM(297_000)}, Bleed: page.MM(3_000)}
	for _, c := range []struct {
		o    raster.Options
		w, h int
	}{
		{raster.Options{DPI: 300}, 2480, 3508},
		{raster.Options{DPI: 300, Bleed: true}, 2551, 3579},
		{raster.Options{DPI: 110}, 909, 1286},
	} {
		if w, h := c.o.Size(p); w != c.w || h != c.h {
			t.Errorf("%v: %d × %d", c.o, w, h)
		}
	}
	for _, dpi := range []float64{0, -1, 20_000, 5_000} {
		if _, err := raster.New().Draw(context.Background(), p, raster.Options{DPI: dpi}); err == nil {
			t.Errorf("%v dpi was drawn", dpi)
		}
	}
}

func TestInto(t *testing.T) {
	p := samplePage(t)
	first := draw(t, p, raster.Options{DPI: 50})
	want := bytes.Clone(first.Pix)
	clear(first.Pix)
	if again := draw(t, p, raster.Options{DPI: 50, Into: first}); again != first || !bytes.Equal(again.Pix, want) {
		t.Error("not the same picture")
	}
	if other := draw(t, p, raster.Options{DPI: 51, Into: first}); other == first {
		t.Error("drawn into a picture of another size")
	}
}

func TestCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	img, err := raster.New().Draw(ctx, samplePage(t), raster.Options{DPI: 96})
	if img != nil || !errors.Is(err, context.Canceled) {
		t.Error(img, err)
	}
}

func TestMissingPicture(t *testing.T) {
	p := samplePage(t)
	for _, item := range p.Items {
		if it, ok := item.(*page.Image); ok {
			s := *it.Source
			s.Open = func() (io.ReadCloser, error) { return nil, os.ErrNotExist }
			it.Source = &s
		}
	}
	img, err := raster.New().Draw(context.Background(), p, raster.Options{DPI: 72})
	if img == nil || !errors.Is(err, os.ErrNotExist) {
		t.Fatal(err)
	}
	if c := img.RGBAAt(20, 110); c != (color.RGBA{0xee, 0xee, 0xee, 255}) {
		t.Errorf("placeholder is %v", c)
	}
}

// TestShared draws the same page from many goroutines with one Renderer whose
// memory is far too small.
func TestShared(t *testing.T) {
	p := samplePage(t)
	want := draw(t, p, raster.Options{DPI: 60})
	for _, r := range []*raster.Renderer{raster.New(), raster.NewSized(8<<10, 8<<10)} {
		var wg sync.WaitGroup
		for range 8 {
			wg.Go(func() {
				for range 5 {
					img, err := r.Draw(context.Background(), p, raster.Options{DPI: 60})
					if err != nil || !bytes.Equal(img.Pix, want.Pix) {
						t.Error("differs", err)
					}
				}
			})
		}
		wg.Wait()
	}
}

func TestPNG(t *testing.T) {
	var b bytes.Buffer
	img := draw(t, samplePage(t), raster.Options{DPI: 30})
	if err := raster.EncodePNG(&b, img, 300); err != nil {
		t.Fatal(err)
	}
	// 300 dpi is 11811 pixels a metre.
	if want := []byte("\x00\x00\x00\x09pHYs\x00\x00\x2e\x23\x00\x00\x2e\x23\x01"); !bytes.Equal(b.Bytes()[33:33+len(want)], want) {
		t.Errorf("%q", b.Bytes()[33:60])
	}
	back, err := png.Decode(&b)
	if err != nil {
		t.Fatal(err)
	}
	compare(t, "read back", img, back)
}
