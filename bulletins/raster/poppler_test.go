package raster_test

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"testing"

	"safety365/bulletins/page"
	"safety365/bulletins/pdf"
	"safety365/bulletins/raster"
)

// TestLikePoppler draws pages with poppler, from the PDF that the pdf package
// writes and from one made here in the plainest way, and compares: pixel by pixel on average, and blurred at the worst
// place, where edges that are only softened differently no longer count.
func TestLikePoppler(t *testing.T) {
	sample := samplePage(t)
	sample.Items = slices.DeleteFunc(sample.Items, func(item page.Item) bool {
		g, ok := item.(*page.Group)
		return ok && g.Transform.C != 0 // poppler does not smooth turned pictures
	})
	for _, c := range []struct {
		name          string
		p             *page.Page
		dpi           float64
		mean, blurred float64 // bounds, of 255
	}{
		// At 144 dpi these pages have their baselines and the Chinese characters on
		// whole pixels, the Latin letters on quarters, where poppler puts them.
		{"sample", sample, 144, 1, 15},
		{"chinese", a4(t, pt/2), 144, 0.4, 5},
	} {
		got := draw(t, c.p, raster.Options{DPI: c.dpi})
		moved := *c.p
		moved.Items = nudged(c.p.Items)
		var written bytes.Buffer
		book := &page.Book{Pages: []*page.Page{&moved}, Tags: page.NewTagTree()}
		if err := pdf.Write(book, pdf.Options{Untagged: true, ImageDPI: -1}, &written); err != nil {
			t.Fatal(err)
		}
		for from, data := range map[string][]byte{"simple": simplePDF(&moved), "written": written.Bytes()} {
			want := poppler(t, data, c.dpi)
			mean, blurred, where := difference(got, want)
			report := t.Logf
			if mean > c.mean || blurred > c.blurred {
				report = t.Errorf
				if dir := os.Getenv("RASTER_DIFF"); dir != "" {
					save(t, filepath.Join(dir, c.name+"-ours.png"), got)
					save(t, filepath.Join(dir, c.name+"-"+from+".png"), want)
				}
			}
			report("%s, %s PDF: mean difference %.2f, blurred at most %.1f at %v", c.name, from, mean, blurred, where)
		}
	}
}

// nudged moves glyphs by 1/50 pt and takes that from the size of pictures. Poppler
// rounds glyphs down, small ones to quarters of a pixel in x and others to whole
// ones, all to whole ones in y, and gives a picture that ends on a pixel's edge the
// next pixel as well; what is exact in the display list would move by a step of
// its rounding.
func nudged(items []page.Item) (out []page.Item) {
	const d = pt / 50
	for _, item := range items {
		switch it := item.(type) {
		case *page.GlyphRun:
			c := *it
			c.Origin.X, c.Origin.Y = c.Origin.X+d, c.Origin.Y+d
			item = &c
		case *page.Image:
			c := *it
			c.Rect.W, c.Rect.H = c.Rect.W-d, c.Rect.H-d
			item = &c
		case *page.Group:
			c := *it
			c.Items = nudged(c.Items)
			item = &c
		}
		out = append(out, item)
	}
	return out
}

func save(t *testing.T, path string, img image.Image) {
	f, err := os.Create(path)
	if err == nil {
		err = png.Encode(f, img)
		f.Close()
	}
	if err != nil {
		t.Error(err)
	}
}

// difference returns the mean absolute difference of the channels, and the largest
// one after both pictures were averaged over squares of 5 pixels.
func difference(a *image.RGBA, b image.Image) (mean, blurred float64, where image.Point) {
	const box = 5
	size := a.Rect.Intersect(b.Bounds()).Size()
	signed := make([][3]float64, size.X*size.Y)
	for y := range size.Y {
		for x := range size.X {
			p, q := a.RGBAAt(x, y), color.RGBAModel.Convert(b.At(x, y)).(color.RGBA)
			for k, d := range [3]int{int(p.R) - int(q.R), int(p.G) - int(q.G), int(p.B) - int(q.B)} {
				signed[y*size.X+x][k] = float64(d)
				mean += max(float64(d), -float64(d))
			}
		}
	}
	for y := 0; y < size.Y-box; y += 2 {
		for x := 0; x < size.X-box; x += 2 {
			var sum [3]float64
			for i := range box * box {
				for k := range 3 {
					sum[k] += signed[(y+i/box)*size.X+x+i%box][k]
				}
			}
			for _, s := range sum {
				if s = max(s, -s) / (box * box); s > blurred {
					blurred, where = s, image.Pt(x, y)
				}
			}
		}
	}
	return mean / float64(3*len(signed)), blurred, where
}

func poppler(t *testing.T, data []byte, dpi float64) image.Image {
	t.Helper()
	tool, err := exec.LookPath("pdftoppm")
	if err != nil {
		t.Skip("pdftoppm is not installed")
	}
	dir := t.TempDir()
	if err := os.WriteFile(dir+"/page.pdf", data, 0o644); err != nil {
		t.Fatal(err)
	}
	if out, err := exec.Command(tool, "-r", fmt.Sprint(dpi), "-png", "-singlefile", dir+"/page.pdf", dir+"/page").CombinedOutput(); err != nil || len(out) > 0 {
		t.Fatalf("%v\n%s", err, out)
	}
	drawn, err := os.ReadFile(dir + "/page.png")
	if err != nil {
		t.Fatal(err)
	}
	img, err := png.Decode(bytes.NewReader(drawn))
	if err != nil {
		t.Fatal(err)
	}
	return img
}
