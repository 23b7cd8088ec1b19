package raster

import (
	"encoding/binary"
	"image"

	"safety365/bulletins/page"
)

// canvas is the picture being drawn. Its pixels are always opaque.
type canvas struct {
	img     *image.RGBA
	scratch []byte // a row of coverage, for clips
}

// clip says where painting shows: in box, as far as mask allows. A nil mask
// allows everything.
type clip struct {
	box  image.Rectangle
	mask []byte // one byte for each pixel of box
}

// cut returns the coverage of a row inside the clip and where it begins.
func (c *canvas) cut(cl *clip, x, y int, cover []byte) (int, []byte) {
	if y < cl.box.Min.Y || y >= cl.box.Max.Y {
		return x, nil
	}
	from, to := max(x, cl.box.Min.X), min(x+len(cover), cl.box.Max.X)
	if from >= to {
		return x, nil
	}
	cover = cover[from-x : to-x]
	if cl.mask == nil {
		return from, cover
	}
	at := (y-cl.box.Min.Y)*cl.box.Dx() + from - cl.box.Min.X
	if len(c.scratch) < len(cover) {
		c.scratch = make([]byte, max(len(cover), 1024))
	}
	out := c.scratch[:len(cover)]
	for i, m := range cl.mask[at : at+len(cover)] {
		out[i] = times8(m, cover[i])
	}
	return from, out
}

// times8 multiplies two coverages.
func times8(a, b byte) byte {
	t := uint32(a)*uint32(b) + 128
	return byte((t + t>>8) >> 8)
}

// ink is a colour as it lies in memory.
type ink uint32

func inkOf(c page.Color) ink {
	return ink(uint32(c.R) | uint32(c.G)<<8 | uint32(c.B)<<16 | 0xff000000)
}

// row paints coverage from (x, y) on to the right.
func (c *canvas) row(cl *clip, x, y int, cover []byte, color ink) {
	x, cover = c.cut(cl, x, y, cover)
	if len(cover) == 0 {
		return
	}
	pix := c.img.Pix[c.img.PixOffset(x, y):]
	pix = pix[:4*len(cover)]
	for len(cover) >= 8 {
		switch binary.LittleEndian.Uint64(cover) { // most are all or nothing
		case 0:
		case 1<<64 - 1:
			two := uint64(color)<<32 | uint64(color)
			p := pix[:32]
			binary.LittleEndian.PutUint64(p, two)
			binary.LittleEndian.PutUint64(p[8:], two)
			binary.LittleEndian.PutUint64(p[16:], two)
			binary.LittleEndian.PutUint64(p[24:], two)
		default:
			blend(pix, cover[:8], color)
		}
		pix, cover = pix[32:], cover[8:]
	}
	blend(pix, cover, color)
}

func blend(pix, cover []byte, color ink) {
	pix = pix[:4*len(cover)]
	for i, a := range cover {
		switch a {
		case 0:
		case 255:
			binary.LittleEndian.PutUint32(pix[4*i:4*i+4], uint32(color))
		default:
			p := pix[4*i : 4*i+4]
			binary.LittleEndian.PutUint32(p, mix(binary.LittleEndian.Uint32(p), uint32(color), a))
		}
	}
}

// mix lays a share of src over dst, two channels at a time; both are opaque.
func mix(dst, src uint32, a byte) uint32 {
	s := uint32(a) + uint32(a>>7) // 0…256
	d := 256 - s
	rb := (dst&0xff00ff)*d + (src&0xff00ff)*s + 0x800080
	g := (dst>>8&0xff)*d + (src>>8&0xff)*s + 0x80
	return rb>>8&0xff00ff | g&0xff00 | 0xff000000
}

// copyRow paints opaque pixels, weighted by coverage.
func (c *canvas) copyRow(cl *clip, x, y int, pixels, cover []byte) {
	from, cover := c.cut(cl, x, y, cover)
	if len(cover) == 0 {
		return
	}
	src := pixels[4*(from-x) : 4*(from-x+len(cover))]
	dst := c.img.Pix[c.img.PixOffset(from, y):][:len(src)]
	for i, a := range cover {
		d, s := dst[4*i:4*i+4], src[4*i:4*i+4]
		if a == 255 {
			copy(d, s)
		} else if a > 0 {
			binary.LittleEndian.PutUint32(d, mix(binary.LittleEndian.Uint32(d), binary.LittleEndian.Uint32(s), a))
		}
	}
}

// white fills the picture with paper.
func (c *canvas) white() {
	pix := c.img.Pix
	if len(pix) == 0 {
		return
	}
	pix[0] = 255
	for n := 1; n < len(pix); n *= 2 {
		copy(pix[n:], pix[:n])
	}
}
