package raster

import (
	"image"
	"math"
	"math/rand/v2"
	"testing"

	"safety365/fonts"
)

// winding counts how often an outline goes round a point.
func winding(lines []line, x, y float32) (n int) {
	for _, l := range lines {
		if (l.y0 <= y) == (l.y1 <= y) {
			continue
		}
		if l.x0+(y-l.y0)*(l.x1-l.x0)/(l.y1-l.y0) > x {
			continue
		}
		if l.y0 < l.y1 {
			n--
		} else {
			n++
		}
	}
	return n
}

// TestFillLikeSampling compares triangles, which no rule can misjudge, with
// counting points, inside and across the borders of the clip.
func TestFillLikeSampling(t *testing.T) {
	rnd := rand.New(rand.NewPCG(1, 2))
	clip := image.Rect(3, 2, 43, 32)
	for range 300 {
		var f filler
		p := [3]point{}
		for i := range p {
			p[i] = point{rnd.Float64()*90 - 20, rnd.Float64()*80 - 20}
		}
		for i := range p {
			f.add(p[i], p[(i+1)%3])
		}
		got := image.NewGray(image.Rect(0, 0, 46, 34))
		f.fill(clip, rnd.IntN(2) == 0, func(x, y int, cover []byte) { copy(got.Pix[got.PixOffset(x, y):], cover) })
		for y := range 34 {
			for x := range 46 {
				const n = 12
				hits := 0
				for k := range n * n {
					if winding(f.lines, float32(x)+(float32(k%n)+0.5)/n, float32(y)+(float32(k/n)+0.5)/n) != 0 {
						hits++
					}
				}
				want := float64(hits) / (n * n) * 255
				if !image.Pt(x, y).In(clip) {
					want = 0
				}
				if d := math.Abs(float64(got.GrayAt(x, y).Y) - want); d > 16 {
					t.Fatalf("pixel (%d, %d) of %v: %d, want %.0f", x, y, p, got.GrayAt(x, y).Y, want)
				}
			}
		}
	}
}

// TestFillWildNumbers feeds coordinates that no page has.
func TestFillWildNumbers(t *testing.T) {
	inf := math.Inf(1)
	wild := []float64{0, -1, 1e9, -1e9, 1e30, -1e30, 1e38, inf, -inf, math.NaN(), 5.5, 1e-40}
	rnd := rand.New(rand.NewPCG(3, 4))
	for range 5000 {
		var f filler
		var p [4]point
		for i := range p {
			p[i] = point{wild[rnd.IntN(len(wild))], wild[rnd.IntN(len(wild))]}
		}
		for i := range p {
			f.add(p[i], p[(i+1)%4])
		}
		f.fill(image.Rect(0, 0, 20, 20), false, func(x, y int, cover []byte) {
			if y < 0 || y >= 20 || x < 0 || x+len(cover) > 20 {
				t.Fatalf("row %d from %d, %d pixels", y, x, len(cover))
			}
		})
	}
}

// TestBands fills a shape that needs several bands.
func TestBands(t *testing.T) {
	var f filler
	p := [4]point{{10, 10}, {1990, 20}, {1980, 1990}, {15, 1980}}
	for i := range p {
		f.add(p[i], p[(i+1)%4])
	}
	area, last := 0.0, -1
	f.fill(image.Rect(0, 0, 2000, 2000), true, func(x, y int, cover []byte) {
		if y != last+1 && last >= 0 {
			t.Fatalf("row %d after %d", y, last)
		}
		last = y
		for _, c := range cover {
			area += float64(c) / 255
		}
	})
	want := 0.0
	for i := range p {
		want += p[i].cross(p[(i+1)%4]) / 2
	}
	if math.Abs(area-want) > want/10000 {
		t.Errorf("area %.0f, want %.0f", area, want)
	}
	for _, c := range f.cells {
		if c != 0 {
			t.Fatal("cells are left over")
		}
	}
}

func TestGlyphCacheBound(t *testing.T) {
	const limit = 100_000
	c := newGlyphCache(limit)
	face := &fonts.Face{}
	kept := glyphScale{face: face}
	c.store(kept, 7, &glyphMask{cover: make([]byte, 50)})
	for i := range uint32(2000) {
		c.store(glyphScale{face: face, a: 1}, i, &glyphMask{cover: make([]byte, 1000)})
		if c.find(kept, 7) == nil {
			t.Fatal("what is used all the time was dropped")
		}
		if n := c.size(); n > limit {
			t.Fatalf("%d bytes", n)
		}
	}
	if c.find(glyphScale{face: face, a: 1}, 1) != nil {
		t.Error("the oldest mask is still there")
	}
	c.store(kept, 8, &glyphMask{cover: make([]byte, limit/2)})
	if c.find(kept, 8) != nil {
		t.Error("a huge mask was kept")
	}
}

func TestPictureCacheBound(t *testing.T) {
	c := newPictureCache(1000)
	for i := range 100 {
		c.store(&pictureEntry{key: pictureKey{width: i}, size: 100})
		if c.bytes > 1000 || len(c.entries) != c.order.Len() {
			t.Fatal(c.bytes, len(c.entries), c.order.Len())
		}
		c.find(pictureKey{width: 0})
	}
	if _, ok := c.find(pictureKey{width: 0}); !ok {
		t.Error("what is used all the time was dropped")
	}
	c.store(&pictureEntry{key: pictureKey{width: 1000}, size: 501})
	if _, ok := c.find(pictureKey{width: 1000}); ok {
		t.Error("a huge picture was kept")
	}
}

func TestScaleDown(t *testing.T) {
	src := image.NewGray(image.Rect(0, 0, 3, 2))
	copy(src.Pix, []byte{0, 90, 180, 30, 120, 210})
	for _, c := range []struct {
		w, h int
		want []byte
	}{
		{1, 1, []byte{105}},
		{3, 1, []byte{15, 105, 195}},
		{2, 2, []byte{30, 150, 60, 180}},
		{3, 2, []byte{0, 90, 180, 30, 120, 210}},
	} {
		got := scaleDown(src, c.w, c.h)
		for i, want := range c.want {
			if got.Pix[4*i] != want || got.Pix[4*i+3] != 255 {
				t.Errorf("%d × %d: %v, want %v", c.w, c.h, got.Pix, c.want)
				break
			}
		}
	}
}
