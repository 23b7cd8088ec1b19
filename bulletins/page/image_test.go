package page_test

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"io"
	"os"
	"testing"

	"golang.org/x/image/bmp"

	"safety365/bulletins/page"
)

func opener(data []byte) func() (io.ReadCloser, error) {
	return func() (io.ReadCloser, error) { return io.NopCloser(bytes.NewReader(data)), nil }
}

func read(data []byte) (*page.ImageSource, error) { return page.ReadImage("test", opener(data)) }

// corners are what every upright test picture shows: red, green, blue, black from
// the top left, clockwise. It is 48 × 32.
var corners = [4]color.RGBA{{255, 0, 0, 255}, {0, 255, 0, 255}, {0, 0, 255, 255}, {0, 0, 0, 255}}

func cornerImage(w, h int, c [4]color.RGBA) *image.RGBA {
	m := image.NewRGBA(image.Rect(0, 0, w, h))
	for y := range h {
		for x := range w {
			i := 0
			if x >= w/2 {
				i = 1
			}
			if y >= h/2 {
				i = 3 - i
			}
			m.SetRGBA(x, y, c[i])
		}
	}
	return m
}

func checkCorners(t *testing.T, m image.Image) {
	t.Helper()
	b := m.Bounds()
	if b != image.Rect(0, 0, 48, 32) {
		t.Fatalf("bounds %v", b)
	}
	for i, p := range []image.Point{{4, 4}, {43, 4}, {43, 27}, {4, 27}} {
		r, g, bl, a := m.At(p.X, p.Y).RGBA()
		for k, v := range []uint32{r, g, bl, a} {
			want := int([]uint8{corners[i].R, corners[i].G, corners[i].B, 255}[k])
			if d := int(v>>8) - want; d < -12 || d > 12 {
				t.Errorf("corner %d is %d %d %d %d, want %v", i, r>>8, g>>8, bl>>8, a>>8, corners[i])
				break
			}
		}
	}
}

// stored returns the picture as a camera of that orientation would store it,
// computed by the definition: the places of the shown 0th row and 0th column.
func stored(orientation int) *image.RGBA {
	shown := cornerImage(48, 32, corners)
	w, h := 48, 32
	if orientation >= 5 {
		w, h = h, w
	}
	m := image.NewRGBA(image.Rect(0, 0, w, h))
	for y := range h {
		for x := range w {
			var sx, sy int
			switch orientation {
			case 1:
				sx, sy = x, y
			case 2: // row 0 is the top, column 0 the right side
				sx, sy = w-1-x, y
			case 3: // bottom, right
				sx, sy = w-1-x, h-1-y
			case 4: // bottom, left
				sx, sy = x, h-1-y
			case 5: // left side, top
				sx, sy = y, x
			case 6: // right side, top
				sx, sy = h-1-y, x
			case 7: // right side, bottom
				sx, sy = h-1-y, w-1-x
			case 8: // left side, bottom
				sx, sy = y, w-1-x
			}
			m.SetRGBA(x, y, shown.RGBAAt(sx, sy))
		}
	}
	return m
}

func exif(orientation int, order binary.AppendByteOrder) []byte {
	b := []byte("II*\x00")
	if order == binary.AppendByteOrder(binary.BigEndian) {
		b = []byte("MM\x00*")
	}
	b = order.AppendUint32(b, 8)
	b = order.AppendUint16(b, 2)
	b = append(order.AppendUint16(order.AppendUint16(b, 0x010f), 2), 0, 0, 0, 0, 0, 0, 0, 0) // maker
	b = order.AppendUint16(order.AppendUint16(b, 0x0112), 3)
	b = order.AppendUint32(b, 1)
	b = append(order.AppendUint16(b, uint16(orientation)), 0, 0)
	return append(b, 0, 0, 0, 0)
}

func encodeJPEG(m image.Image) []byte {
	var b bytes.Buffer
	jpeg.Encode(&b, m, &jpeg.Options{Quality: 95})
	return b.Bytes()
}

func encodePNG(m image.Image) []byte {
	var b bytes.Buffer
	png.Encode(&b, m)
	return b.Bytes()
}

// withSegment puts a segment behind a JPEG's start.
func withSegment(jpg []byte, marker byte, body []byte) []byte {
	out := append([]byte{}, jpg[:2]...)
	out = binary.BigEndian.AppendUint16(append(out, 0xff, marker), uint16(len(body)+2))
	return append(append(out, body...), jpg[2:]...)
}

func chunk(kind string, body []byte) []byte {
	b := append([]byte(kind), body...)
	out := append(binary.BigEndian.AppendUint32(nil, uint32(len(body))), b...)
	return binary.BigEndian.AppendUint32(out, crc32.ChecksumIEEE(b))
}

// withChunk puts a chunk behind a PNG's header.
func withChunk(p []byte, kind string, body []byte) []byte {
	const header = 8 + 25
	return append(append(append([]byte{}, p[:header]...), chunk(kind, body)...), p[header:]...)
}

func TestOrientation(t *testing.T) {
	orders := []binary.AppendByteOrder{binary.LittleEndian, binary.BigEndian}
	for o := 1; o <= 8; o++ {
		e := exif(o, orders[o%2])
		files := map[string][]byte{
			"jpeg": withSegment(encodeJPEG(stored(o)), 0xe1, append([]byte("Exif\x00\x00"), e...)),
			"png":  withChunk(encodePNG(stored(o)), "eXIf", e),
		}
		for format, data := range files {
			t.Run(fmt.Sprint(format, o), func(t *testing.T) {
				s, err := read(data)
				if err != nil {
					t.Fatal(err)
				}
				if s.Format != format || s.Orientation != o || s.Width != 48 || s.Height != 32 || s.Channels != 3 {
					t.Errorf("%+v", s)
				}
				m, err := s.Decode()
				if err != nil {
					t.Fatal(err)
				}
				checkCorners(t, m)
				if _, ok := m.(*image.YCbCr); ok != (format == "jpeg" && o == 1) {
					t.Errorf("result is %T", m)
				}
			})
		}
	}
}

func TestOrientationGray(t *testing.T) {
	m := image.NewGray(image.Rect(0, 0, 4, 2))
	m.Pix = []byte{0, 1, 2, 3, 4, 5, 6, 7}
	s, err := read(withChunk(encodePNG(m), "eXIf", exif(6, binary.BigEndian)))
	if err != nil {
		t.Fatal(err)
	}
	got, err := s.Decode()
	if err != nil {
		t.Fatal(err)
	}
	g := got.(*image.Gray)
	if want := []byte{4, 0, 5, 1, 6, 2, 7, 3}; !bytes.Equal(g.Pix, want) || s.Channels != 1 || s.Width != 2 {
		t.Errorf("%v, want %v", g.Pix, want)
	}
}

func TestDecodeKinds(t *testing.T) {
	rgba := cornerImage(48, 32, corners)
	paletted := image.NewPaletted(rgba.Bounds(), color.Palette{corners[0], corners[1], corners[2], corners[3]})
	deep := image.NewNRGBA64(rgba.Bounds())
	for y := range 32 {
		for x := range 48 {
			paletted.Set(x, y, rgba.At(x, y))
			deep.Set(x, y, rgba.At(x, y))
		}
	}
	var b bytes.Buffer
	bmp.Encode(&b, rgba)
	files := map[string][]byte{"bmp": b.Bytes(), "png": encodePNG(rgba), "paletted": encodePNG(paletted), "16 bit": encodePNG(deep)}
	for _, name := range []string{"interlaced.png", "lossless.webp", "lossy.webp", "adobe.jpg", "cmyk.jpg", "progressive.jpg"} {
		data, err := os.ReadFile("testdata/" + name)
		if err != nil {
			t.Fatal(err)
		}
		files[name] = data
	}
	for name, data := range files {
		t.Run(name, func(t *testing.T) {
			s, err := read(data)
			if err != nil {
				t.Fatal(err)
			}
			m, err := s.Decode()
			if err != nil {
				t.Fatal(err)
			}
			checkCorners(t, m)
		})
	}
}

// TestFlatten lays half-transparent colours on white.
func TestFlatten(t *testing.T) {
	for name, m := range map[string]draw{
		"8 bit":    image.NewNRGBA(image.Rect(0, 0, 3, 2)),
		"16 bit":   image.NewNRGBA64(image.Rect(0, 0, 3, 2)),
		"paletted": image.NewPaletted(image.Rect(0, 0, 3, 2), color.Palette{color.NRGBA{0, 100, 200, 128}, color.NRGBA{}, color.NRGBA{9, 9, 9, 255}}),
	} {
		m.Set(0, 0, color.NRGBA{0, 100, 200, 128})
		m.Set(1, 0, color.NRGBA{})
		m.Set(2, 0, color.NRGBA{9, 9, 9, 255})
		s, err := read(encodePNG(m))
		if err != nil {
			t.Fatal(err)
		}
		got, err := s.Decode()
		if err != nil {
			t.Fatal(err)
		}
		for x, want := range []color.RGBA{{127, 177, 227, 255}, {255, 255, 255, 255}, {9, 9, 9, 255}} {
			if c := got.(*image.RGBA).RGBAAt(x, 0); c != want {
				t.Errorf("%s: pixel %d is %v, want %v", name, x, c, want)
			}
		}
	}
}

type draw interface {
	image.Image
	Set(x, y int, c color.Color)
}

func TestRefused(t *testing.T) {
	huge := binary.BigEndian.AppendUint32(binary.BigEndian.AppendUint32(nil, 30000), 30000)
	png30k := append([]byte("\x89PNG\r\n\x1a\n"), chunk("IHDR", append(huge, 8, 6, 0, 0, 0))...)
	ftyp := func(brand string) []byte { return []byte("\x00\x00\x00\x18ftyp" + brand + "\x00\x00\x00\x00mif1") }
	for _, c := range []struct {
		data   string
		kind   error
		format string
	}{
		{string(png30k), page.ErrImageTooLarge, "png"},
		{string(ftyp("heic")), page.ErrHEIC, "heic"},
		{string(ftyp("heix")), page.ErrHEIC, "heic"},
		{string(ftyp("mif1")), page.ErrHEIC, "heic"},
		{string(ftyp("avif")), page.ErrHEIC, "avif"},
		{"GIF89a...", page.ErrImageFormat, "gif"},
		{"II*\x00....", page.ErrImageFormat, "tiff"},
		{"MM\x00*....", page.ErrImageFormat, "tiff"},
		{"<?xml version='1.0'?>\n<svg xmlns=''/>", page.ErrImageFormat, "svg"},
		{"hello", page.ErrImageFormat, ""},
		{"", page.ErrImageFormat, ""},
		{"\x89PNG\r\n\x1a\n", page.ErrImageDamaged, "png"},
		{"\xff\xd8\xff\xe0", page.ErrImageDamaged, "jpeg"},
		{"RIFF\x10\x00\x00\x00WEBPVP8 ", page.ErrImageDamaged, "webp"},
	} {
		_, err := read([]byte(c.data))
		var e *page.ImageError
		if !errors.As(err, &e) || !errors.Is(err, c.kind) || e.Format != c.format {
			t.Errorf("%.12q: %v", c.data, err)
		}
	}
}

func TestTooManyBytes(t *testing.T) {
	_, err := page.ReadImage("big", func() (io.ReadCloser, error) { return io.NopCloser(zeros{}), nil })
	if !errors.Is(err, page.ErrImageTooLarge) {
		t.Error(err)
	}
	_, err = page.ReadImage("gone", func() (io.ReadCloser, error) { return nil, os.ErrNotExist })
	if !errors.Is(err, os.ErrNotExist) {
		t.Error(err)
	}
}

type zeros struct{}

func (zeros) Read(p []byte) (int, error) { return len(p), nil }

// TestTruncated cuts files at many places: an error every time, never a panic.
func TestTruncated(t *testing.T) {
	webp, _ := os.ReadFile("testdata/lossy.webp")
	for name, data := range map[string][]byte{"jpeg": encodeJPEG(stored(1)), "png": encodePNG(stored(1)), "webp": webp} {
		for n := 12; n < len(data)-2; n += 1 + len(data)/100 {
			s, err := read(data[:n])
			if err == nil {
				_, err = s.Decode()
			}
			if !errors.Is(err, page.ErrImageDamaged) && !errors.Is(err, page.ErrImageFormat) {
				t.Errorf("%s cut to %d of %d bytes: %v", name, n, len(data), err)
			}
		}
	}
}

func TestChangedFile(t *testing.T) {
	data := encodePNG(stored(1))
	s, err := page.ReadImage("x", func() (io.ReadCloser, error) { return opener(data)() })
	if err != nil {
		t.Fatal(err)
	}
	data = encodePNG(stored(6))
	if _, err := s.Decode(); !errors.Is(err, page.ErrImageDamaged) {
		t.Error(err)
	}
}

func FuzzReadImage(f *testing.F) {
	f.Add(withSegment(encodeJPEG(stored(6)), 0xe1, append([]byte("Exif\x00\x00"), exif(6, binary.LittleEndian)...)))
	f.Add(withChunk(encodePNG(stored(8)), "eXIf", exif(8, binary.BigEndian)))
	for _, name := range []string{"lossless.webp", "lossy.webp", "adobe.jpg", "cmyk.jpg"} {
		if data, err := os.ReadFile("testdata/" + name); err == nil {
			f.Add(data)
		}
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		s, err := read(data)
		if err != nil || s.Width*s.Height > 1<<20 {
			return
		}
		m, err := s.Decode()
		if err == nil && m.Bounds() != image.Rect(0, 0, s.Width, s.Height) {
			t.Errorf("bounds %v of %d × %d", m.Bounds(), s.Width, s.Height)
		}
	})
}
