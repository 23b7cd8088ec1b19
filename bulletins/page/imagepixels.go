package page

import (
	"bytes"
	"errors"
	"fmt"
	"image"
	"image/color"
	"image/draw"
	"image/jpeg"
	"image/png"
	"math"

	"golang.org/x/image/bmp"
	"golang.org/x/image/webp"
)

// Decode returns the picture upright and opaque: what is transparent shows white
// paper. It is an *image.Gray, an *image.YCbCr (a JPEG or WebP of which nothing
// had to change) or an *image.RGBA, eight bits a channel, its bounds starting at
// (0, 0). Profiles are not applied; CMYK becomes RGB by the plain formula. A
// damaged file gives an *ImageError.
func (s *ImageSource) Decode() (img image.Image, err error) {
	fail := func(kind, cause error) error {
		return &ImageError{Kind: kind, Name: s.Name, Format: s.Format, Width: s.Width, Height: s.Height, Err: cause}
	}
	// The decoders are fuzzed by their makers, but a picture is a stranger's file,
	// and a page with a hole is better than a window that vanishes.
	defer func() {
		if p := recover(); p != nil {
			img, err = nil, fail(ErrImageDamaged, fmt.Errorf("decoder: %v", p))
		}
	}()
	data, err := s.Bytes()
	if err != nil {
		return nil, err
	}
	h, err := readImageHeader(s.Name, data)
	if err != nil {
		return nil, err
	}
	if w, height := h.shown(); h.format != s.Format || w != s.Width || height != s.Height {
		return nil, fail(ErrImageDamaged, errors.New("the file was changed after it was measured"))
	}
	if img, err = decodeImage(data, h); err != nil {
		return nil, fail(decoderError(err), err)
	}
	if size := img.Bounds().Size(); size != image.Pt(h.width, h.height) {
		return nil, fail(ErrImageDamaged, errors.New("size differs from the header's"))
	}
	return upright(flatten(img), h.orientation), nil
}

func decodeImage(data []byte, h imageHeader) (image.Image, error) {
	r := bytes.NewReader(data)
	switch h.format {
	case "png":
		return png.Decode(r)
	case "webp":
		img, err := webp.Decode(r)
		return fullRange(img), err
	case "bmp":
		return bmp.Decode(r)
	}
	if h.channels == 4 && !h.adobe {
		return decodePlainCMYK(data)
	}
	return jpeg.Decode(r)
}

// fullRange stretches the colours of a lossy WebP. Its black is 16 and its white
// 235, as in video (RFC 6386, 9.2); image.YCbCr means 0 and 255, as in JPEG, and
// x/image passes the one off as the other, so that pictures come out pale.
func fullRange(img image.Image) image.Image {
	var m *image.YCbCr
	switch i := img.(type) {
	case *image.YCbCr:
		m = i
	case *image.NYCbCrA:
		m = &i.YCbCr
	default:
		return img
	}
	var luma, chroma [256]byte
	for i := range 256 {
		luma[i] = clamp8(math.Round(float64(i-16) * 255 / 219))
		chroma[i] = clamp8(math.Round(float64(i-128)*255/224) + 128)
	}
	for i, v := range m.Y {
		m.Y[i] = luma[v]
	}
	for i := range m.Cb {
		m.Cb[i], m.Cr[i] = chroma[m.Cb[i]], chroma[m.Cr[i]]
	}
	return img
}

func clamp8(n float64) byte { return byte(max(0, min(255, n))) }

// adobeSegment says that the channels are CMYK, stored inverted as Adobe does.
const adobeSegment = "\xff\xee\x00\x0eAdobe\x00\x64\x00\x00\x00\x00\x00"

// decodePlainCMYK decodes a four-channel JPEG without an Adobe segment, which
// means CMYK with 255 as full ink. image/jpeg refuses it, so it is given the
// segment, and what Adobe's inversion does is undone.
func decodePlainCMYK(data []byte) (image.Image, error) {
	marked := make([]byte, 0, len(data)+len(adobeSegment))
	marked = append(append(append(marked, data[:2]...), adobeSegment...), data[2:]...)
	img, err := jpeg.Decode(bytes.NewReader(marked))
	if cmyk, ok := img.(*image.CMYK); ok {
		for i := range cmyk.Pix {
			cmyk.Pix[i] = 255 - cmyk.Pix[i]
		}
	}
	return img, err
}

// flatten lays a picture on white and brings it to one of the three types that
// Decode returns.
func flatten(img image.Image) image.Image {
	b := img.Bounds()
	switch m := img.(type) {
	case *image.Gray, *image.YCbCr:
		return img
	case *image.Gray16:
		out := image.NewGray(b)
		for i := range out.Pix { // rows are contiguous in both
			out.Pix[i] = m.Pix[2*i]
		}
		return out
	case *image.NRGBA:
		for i := 0; i < len(m.Pix); i += 4 {
			overWhite(m.Pix[i : i+4 : i+4])
		}
		return &image.RGBA{Pix: m.Pix, Stride: m.Stride, Rect: b} // in place
	case *image.NRGBA64:
		out := image.NewRGBA(b)
		for i := 0; i < len(out.Pix); i += 4 {
			for k := range 4 {
				out.Pix[i+k] = m.Pix[2*(i+k)]
			}
			overWhite(out.Pix[i : i+4 : i+4])
		}
		return out
	case *image.RGBA:
		if m.Opaque() {
			return m
		}
	case *image.CMYK:
		for i := 0; i < len(m.Pix); i += 4 {
			p := m.Pix[i : i+4 : i+4]
			p[0], p[1], p[2] = color.CMYKToRGB(p[0], p[1], p[2], p[3])
			p[3] = 255
		}
		return &image.RGBA{Pix: m.Pix, Stride: m.Stride, Rect: b}
	case *image.Paletted:
		return flattenPaletted(m)
	}
	out := image.NewRGBA(b)
	draw.Draw(out, b, image.White, image.Point{}, draw.Src)
	draw.Draw(out, b, img, b.Min, draw.Over)
	return out
}

// overWhite puts a pixel with straight alpha on white.
func overWhite(p []byte) {
	a := uint32(p[3])
	if a == 255 {
		return
	}
	for k := range 3 {
		p[k] = byte((uint32(p[k])*a + 255*(255-a) + 127) / 255)
	}
	p[3] = 255
}

func flattenPaletted(m *image.Paletted) image.Image {
	var table [256][4]byte
	for i := range table {
		table[i] = [4]byte{255, 255, 255, 255}
	}
	for i, c := range m.Palette {
		n := color.NRGBAModel.Convert(c).(color.NRGBA)
		table[i] = [4]byte{n.R, n.G, n.B, n.A}
		overWhite(table[i][:])
	}
	out := image.NewRGBA(m.Bounds())
	for i, v := range m.Pix { // decoders give contiguous rows
		copy(out.Pix[4*i:], table[v][:])
	}
	return out
}

// upright turns and mirrors a picture as its EXIF orientation asks.
func upright(img image.Image, orientation int) image.Image {
	if orientation == 1 {
		return img
	}
	b := img.Bounds()
	size := image.Rect(0, 0, b.Dx(), b.Dy())
	if orientation >= 5 {
		size = image.Rect(0, 0, b.Dy(), b.Dx())
	}
	switch m := img.(type) {
	case *image.Gray:
		out := image.NewGray(size)
		turn(out.Pix, m.Pix, m.Stride, b.Dx(), b.Dy(), 1, orientation)
		return out
	case *image.RGBA:
		out := image.NewRGBA(size)
		turn(out.Pix, m.Pix, m.Stride, b.Dx(), b.Dy(), 4, orientation)
		return out
	}
	rgba := image.NewRGBA(b)
	draw.Draw(rgba, b, img, b.Min, draw.Src)
	return upright(rgba, orientation)
}

// turn copies w × h pixels of n bytes to the places where they are shown.
func turn(dst, src []byte, stride, w, h, n, orientation int) {
	// Where stored pixel (0, 0) is shown, and the steps in dst for one pixel to
	// the right and one row down in src.
	var start, right, down int
	switch orientation {
	case 2: // mirrored
		start, right, down = w-1, -1, w
	case 3: // half a turn
		start, right, down = w*h-1, -1, -w
	case 4: // upside down, mirrored
		start, right, down = w*(h-1), 1, -w
	case 5: // transposed
		start, right, down = 0, h, 1
	case 6: // to be turned clockwise
		start, right, down = h-1, h, -1
	case 7: // transposed over the other diagonal
		start, right, down = w*h-1, -h, -1
	case 8: // to be turned anticlockwise
		start, right, down = h*(w-1), -h, 1
	}
	for y := range h {
		row, to := src[y*stride:], start+y*down
		for x := range w {
			copy(dst[to*n:to*n+n], row[x*n:x*n+n])
			to += right
		}
	}
}
