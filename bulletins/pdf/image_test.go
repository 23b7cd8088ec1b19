package pdf

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"math/rand/v2"
	"strings"
	"testing"

	"safety365/bulletins/page"
)

// imagesOf returns the image objects of a book of one picture at several widths.
func imagesOf(t *testing.T, opts Options, src *page.ImageSource, widths ...page.Length) (out []pdfObject) {
	t.Helper()
	book := &page.Book{}
	for _, w := range widths {
		h := w.MulDiv(int64(src.Height), int64(src.Width))
		book.Pages = append(book.Pages, &page.Page{Trim: page.Size{W: page.MM(210_000), H: page.MM(297_000)},
			Items: []page.Item{&page.Image{Rect: page.Rect{W: w, H: h}, Source: src}}})
	}
	for _, o := range pdfObjects(t, write(t, book, opts)) {
		if strings.Contains(o.dict, "/Subtype/Image") {
			out = append(out, o)
		}
	}
	return out
}

func encoded(t *testing.T, img image.Image, format string) *page.ImageSource {
	var b bytes.Buffer
	if format == "jpeg" {
		jpeg.Encode(&b, img, &jpeg.Options{Quality: 90})
	} else {
		png.Encode(&b, img)
	}
	return readSource(t, "test."+format, b.Bytes())
}

func noise(w, h int) *image.RGBA {
	r := rand.New(rand.NewPCG(1, 1))
	img := image.NewRGBA(image.Rect(0, 0, w, h))
	for i := range img.Pix {
		img.Pix[i] = byte(r.Uint32() | 3*uint32(i&3/3*85))
	}
	for i := 3; i < len(img.Pix); i += 4 {
		img.Pix[i] = 255
	}
	return img
}

func TestImageKinds(t *testing.T) {
	gray := image.NewGray(image.Rect(0, 0, 300, 200))
	few := image.NewRGBA(gray.Rect)
	ramp := image.NewRGBA(gray.Rect)
	for i := range gray.Pix {
		gray.Pix[i] = byte(i * 7)
		few.Set(i%300, i/300, color.RGBA{byte(i % 3), 9, 9, 255})
		ramp.Set(i%300, i/300, color.RGBA{byte(i % 256), byte(i / 300), 9, 255})
	}
	for _, c := range []struct {
		name string
		src  *page.ImageSource
		want string // in the dictionary
	}{
		{"JPEG as it is", encoded(t, noise(300, 200), "jpeg"), "/Width 300/Height 200/ColorSpace/DeviceRGB/BitsPerComponent 8/Filter/DCTDecode"},
		{"gray JPEG as it is", encoded(t, gray, "jpeg"), "/Width 300/Height 200/ColorSpace/DeviceGray/BitsPerComponent 8/Filter/DCTDecode"},
		{"few colours", encoded(t, few, "png"), "/ColorSpace[/Indexed/DeviceRGB 2<000909010909020909>]/BitsPerComponent 8/Filter/FlateDecode"},
		{"a smooth drawing", encoded(t, ramp, "png"), "/ColorSpace/DeviceRGB/BitsPerComponent 8/Filter/FlateDecode/DecodeParms<</Predictor 15/Colors 3/Columns 300>>"},
		{"a photograph", encoded(t, noise(300, 200), "png"), "/ColorSpace/DeviceRGB/BitsPerComponent 8/Filter/DCTDecode"},
	} {
		got := imagesOf(t, Options{}, c.src, 150*page.Pt)
		if len(got) != 1 || !strings.Contains(got[0].dict, c.want) {
			t.Errorf("%s: %s", c.name, got[0].dict)
		}
		if data, _ := c.src.Bytes(); strings.HasSuffix(c.name, "as it is") && !bytes.Equal(got[0].stream, data) {
			t.Errorf("%s: changed", c.name)
		}
	}
}

// TestImageSize: too many pixels are reduced to what the largest use needs.
func TestImageSize(t *testing.T) {
	src := encoded(t, noise(1200, 900), "jpeg")
	for _, c := range []struct {
		opts   Options
		widths []page.Length
		want   string
	}{
		{Options{}, []page.Length{72 * page.Pt}, "/Width 201/Height 151"},
		{Options{}, []page.Length{72 * page.Pt, 144 * page.Pt, 36 * page.Pt}, "/Width 401/Height 301"},
		{Options{}, []page.Length{72 * page.Pt, 400 * page.Pt, 72 * page.Pt}, "/Width 1200/Height 900"},
		{Options{ImageDPI: 300}, []page.Length{72 * page.Pt}, "/Width 301/Height 226"},
		{Options{ImageDPI: -1}, []page.Length{72 * page.Pt}, "/Width 1200/Height 900"},
		{Options{}, []page.Length{360 * page.Pt}, "/Width 1200/Height 900"}, // little too many
	} {
		got := imagesOf(t, c.opts, src, c.widths...)
		if len(got) != 1 || !strings.Contains(got[0].dict, c.want) {
			t.Errorf("%v: %s", c, got[0].dict)
		}
	}
}

// TestImageLook compares a reduced picture with the means of what it was.
func TestImageLook(t *testing.T) {
	img := image.NewRGBA(image.Rect(0, 0, 1000, 800))
	for y := range 800 {
		for x := range 1000 {
			img.SetRGBA(x, y, color.RGBA{byte(x / 4), byte(y / 4), byte((x + y) / 8), 255})
		}
	}
	for _, need := range []int{1, 37, 249, 251, 500, 999, 1000, 2000} {
		got := scaled(img, need)
		b := got.Bounds()
		if want := min(need, 1000); b.Dx() != want || b.Dy() != max(1, (800*want+500)/1000) {
			t.Fatalf("%d: %v", need, b)
		}
		if need < 30 {
			continue
		}
		for _, at := range [][2]int{{0, 0}, {b.Dx() / 2, b.Dy() / 2}, {b.Dx() - 1, b.Dy() - 1}} {
			r, g, _, _ := got.At(at[0], at[1]).RGBA()
			wantR, wantG := (at[0]*2+1)*1000/b.Dx()/8, (at[1]*2+1)*800/b.Dy()/8
			if d := fmt.Sprint(abs(int(r>>8)-wantR) > 3, abs(int(g>>8)-wantG) > 3); d != "false false" {
				t.Errorf("%d at %v: %d %d, want %d %d", need, at, r>>8, g>>8, wantR, wantG)
			}
		}
	}
}

func abs(n int) int { return max(n, -n) }

func TestFilterRows(t *testing.T) {
	img := noise(31, 17)
	rows := make([]byte, 0)
	out := filterRows(31, 17, 3, func(row []byte, y int) {
		for x := range 31 {
			copy(row[3*x:], img.Pix[y*img.Stride+4*x:][:3])
		}
		rows = append(rows, row...)
	})
	above := make([]byte, 93)
	for y := range 17 {
		kind, row := int(out[y*94]), out[y*94+1:][:93]
		for i := range row {
			var left, corner byte
			if i >= 3 {
				left, corner = row[i-3], above[i-3]
			}
			row[i] += []byte{0, left, above[i], byte((int(left) + int(above[i])) / 2), paeth(left, above[i], corner)}[kind]
		}
		if !bytes.Equal(row, rows[93*y:][:93]) {
			t.Fatalf("row %d", y)
		}
		above = row
	}
}

func FuzzReadJPEG(f *testing.F) {
	var b bytes.Buffer
	jpeg.Encode(&b, image.NewGray(image.Rect(0, 0, 3, 4)), nil)
	f.Add(b.Bytes())
	f.Fuzz(func(t *testing.T, data []byte) { readJPEG(data) })
}
