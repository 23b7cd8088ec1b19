package pdf

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	stddraw "image/draw"
	"image/jpeg"

	"golang.org/x/image/draw"

	"safety365/bulletins/page"
)

// jpegQuality is high enough for a print at arm's length.
const jpegQuality = 88

// convert decodes a picture and codes it anew. Few colours stay exact, at their
// full size, under a palette; others are reduced to the needed size and written as
// JPEG, or exactly where that is not much larger (screen shots, drawings).
func convert(src *page.ImageSource, need int) (*picture, error) {
	img, err := src.Decode()
	if err != nil {
		return nil, err
	}
	if src.Format != "jpeg" {
		if p := indexed(img); p != nil {
			return p, nil
		}
	}
	pix := scaled(img, need)
	lossy, err := asJPEG(pix)
	if err != nil || src.Format == "jpeg" {
		return lossy, err
	}
	if exact := asFlate(pix); len(exact.data) < 2*len(lossy.data) {
		return exact, nil
	}
	return lossy, nil
}

// scaled returns a picture as *image.Gray or *image.RGBA with no more pixels
// across than needed (0: all).
func scaled(img image.Image, need int) image.Image {
	b := img.Bounds()
	if need == 0 || need >= b.Dx() {
		return grayOrRGBA(img)
	}
	for b.Dx() >= 4*need && b.Dy() > 1 { // halving first needs less memory than one wide filter
		img = halved(grayOrRGBA(img))
		b = img.Bounds()
	}
	size := image.Rect(0, 0, need, max(1, (b.Dy()*need+b.Dx()/2)/b.Dx()))
	var out stddraw.Image = image.NewRGBA(size)
	if _, ok := img.(*image.Gray); ok {
		out = image.NewGray(size)
	}
	draw.CatmullRom.Scale(out, size, img, b, draw.Src, nil)
	return grayOrRGBA(out)
}

// grayOrRGBA returns a picture in one of the two shapes that are written.
func grayOrRGBA(img image.Image) image.Image {
	switch m := img.(type) {
	case *image.Gray:
		return m
	case *image.RGBA:
		return asGray(m)
	case *image.Gray16:
		out := image.NewGray(m.Rect)
		stddraw.Draw(out, m.Rect, m, m.Rect.Min, stddraw.Src)
		return out
	}
	b := img.Bounds()
	out := image.NewRGBA(b)
	stddraw.Draw(out, b, img, b.Min, stddraw.Src)
	return asGray(out)
}

// asGray returns a picture that has only grays as *image.Gray.
func asGray(m *image.RGBA) image.Image {
	w, h := m.Rect.Dx(), m.Rect.Dy()
	for y := range h {
		for row := m.Pix[y*m.Stride:][:4*w]; len(row) > 0; row = row[4:] {
			if row[0] != row[1] || row[1] != row[2] {
				return m
			}
		}
	}
	out := image.NewGray(image.Rect(0, 0, w, h))
	for y := range h {
		for x := range w {
			out.Pix[y*out.Stride+x] = m.Pix[y*m.Stride+4*x]
		}
	}
	return out
}

// halved returns the means of every four pixels.
func halved(img image.Image) image.Image {
	pix, stride, n := pixels(img)
	b := img.Bounds()
	w, h := max(1, b.Dx()/2), max(1, b.Dy()/2)
	size := image.Rect(0, 0, w, h)
	rgba, gray := &image.RGBA{}, &image.Gray{}
	var out []byte
	if n == 1 {
		gray = image.NewGray(size)
		out = gray.Pix
	} else {
		rgba = image.NewRGBA(size)
		out = rgba.Pix
	}
	for y := range h {
		upper, lower := pix[2*y*stride:], pix[2*y*stride:]
		if 2*y+1 < b.Dy() {
			lower = pix[(2*y+1)*stride:]
		}
		for i := range w * n {
			at := i/n*2*n + i%n
			out[y*w*n+i] = byte((int(upper[at]) + int(upper[at+n]) + int(lower[at]) + int(lower[at+n]) + 2) / 4)
		}
	}
	if n == 1 {
		return gray
	}
	return rgba
}

// pixels returns the bytes of a Gray or RGBA picture and how many make a pixel.
func pixels(img image.Image) (pix []byte, stride, n int) {
	switch m := img.(type) {
	case *image.Gray:
		return m.Pix, m.Stride, 1
	case *image.RGBA:
		return m.Pix, m.Stride, 4
	}
	return nil, 0, 0
}

func asJPEG(img image.Image) (*picture, error) {
	var b bytes.Buffer
	if err := jpeg.Encode(&b, img, &jpeg.Options{Quality: jpegQuality}); err != nil {
		return nil, err
	}
	entries := imageEntries(img.Bounds().Dx(), img.Bounds().Dy(), deviceSpace(channelsOf(img))) + "/Filter/DCTDecode"
	return &picture{entries: entries, data: b.Bytes(), size: int64(b.Len())}, nil
}

func channelsOf(img image.Image) int {
	if _, ok := img.(*image.Gray); ok {
		return 1
	}
	return 3
}

// asFlate codes a picture exactly.
func asFlate(img image.Image) *picture {
	b, channels := img.Bounds(), channelsOf(img)
	pix, stride, n := pixels(img)
	data := deflate(filterRows(b.Dx(), b.Dy(), channels, func(row []byte, y int) {
		for x := range b.Dx() {
			copy(row[x*channels:][:channels], pix[y*stride+x*n:])
		}
	}))
	entries := imageEntries(b.Dx(), b.Dy(), deviceSpace(channels)) +
		fmt.Sprintf("/Filter/FlateDecode/DecodeParms<</Predictor 15/Colors %d/Columns %d>>", channels, b.Dx())
	return &picture{entries: entries, data: data, size: int64(len(data))}
}

// indexed codes a picture of at most 256 colours exactly, with a palette; of more
// it returns nil.
func indexed(img image.Image) *picture {
	b := img.Bounds()
	index := map[color.RGBA]byte{}
	var palette []byte
	out := make([]byte, 0, b.Dx()*b.Dy())
	var last color.RGBA
	var code byte
	for y := b.Min.Y; y < b.Max.Y; y++ {
		for x := b.Min.X; x < b.Max.X; x++ {
			r, g, bl, _ := img.At(x, y).RGBA()
			c := color.RGBA{byte(r >> 8), byte(g >> 8), byte(bl >> 8), 255}
			if c != last || len(index) == 0 {
				var ok bool
				if code, ok = index[c]; !ok {
					if len(index) == 256 {
						return nil
					}
					code = byte(len(index))
					index[c] = code
					palette = append(palette, c.R, c.G, c.B)
				}
				last = c
			}
			out = append(out, code)
		}
	}
	data := deflate(out)
	space := fmt.Sprintf("[/Indexed/DeviceRGB %d<%X>]", len(index)-1, palette)
	return &picture{entries: imageEntries(b.Dx(), b.Dy(), space) + "/Filter/FlateDecode", data: data, size: int64(len(data))}
}
