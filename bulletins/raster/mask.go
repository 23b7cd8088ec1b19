package raster

import (
	"image"

	"safety365/fonts"
)

// maxGlyphSide bounds the box of a mask to twice that many pixels a side; a larger
// glyph is cut off there, outside any page that we draw.
const maxGlyphSide = 4096

var glyphLimit = image.Rect(-maxGlyphSide, -maxGlyphSide, maxGlyphSide, maxGlyphSide)

// makeMask draws a glyph at a quarter pixel.
func (f *filler) makeMask(scale glyphScale, gid fonts.GID, qx, qy int) *glyphMask {
	f.reset()
	s := scale.face.Sfnt()
	m := matrix{
		float64(scale.a), float64(scale.b), float64(scale.c), float64(scale.d),
		float64(qx) / 4, float64(qy) / 4,
	}
	if overlaps(s, gid) {
		shift := 2
		if m.scale()*float64(s.UnitsPerEm) >= 24 {
			shift = 1 // a stroke is wider than a pixel by then
		}
		return f.overlapMask(s.Outline(gid), m, shift)
	}
	f.addGlyph(s.Outline(gid), m)
	mask := &glyphMask{box: f.bounds(glyphLimit)}
	mask.cover = make([]byte, mask.box.Dx()*mask.box.Dy())
	f.fill(glyphLimit, false, func(x, y int, cover []byte) {
		copy(mask.cover[(y-mask.box.Min.Y)*mask.box.Dx()+x-mask.box.Min.X:], cover)
	})
	return mask
}

// overlapMask draws a glyph whose contours overlap. Where two of them each cover a
// part of a pixel, adding the parts up would make crossing strokes knotty, so the
// pixel is cut into n × n, n being 1<<shift. FreeType always takes 4.
func (f *filler) overlapMask(outline []fonts.OutlineSegment, m matrix, shift int) *glyphMask {
	n := 1 << shift
	f.addGlyph(outline, m)
	for i, l := range f.lines {
		k := float32(n)
		f.lines[i] = line{l.x0 * k, l.y0 * k, l.x1 * k, l.y1 * k}
	}
	limit := image.Rectangle{Min: glyphLimit.Min.Mul(n), Max: glyphLimit.Max.Mul(n)}
	fine := f.bounds(limit)
	if fine.Empty() {
		return &glyphMask{}
	}
	mask := &glyphMask{box: image.Rect(fine.Min.X>>shift, fine.Min.Y>>shift, (fine.Max.X+n-1)>>shift, (fine.Max.Y+n-1)>>shift)}
	width := mask.box.Dx()
	mask.cover = make([]byte, width*mask.box.Dy())
	sums := make([]uint16, width+1)
	last := fine.Min.Y >> shift
	half := uint16(n * n / 2)
	flush := func() {
		row := mask.cover[(last-mask.box.Min.Y)*width:][:width]
		for i := range row {
			row[i] = byte((sums[i] + half) >> (2 * shift))
		}
		clear(sums)
	}
	f.fill(limit, false, func(x, y int, cover []byte) {
		if y>>shift != last {
			flush()
			last = y >> shift
		}
		at := x - mask.box.Min.X*n
		for i, c := range cover {
			sums[(at+i)>>shift] += uint16(c)
		}
	})
	flush()
	return mask
}

// overlaps tells whether a glyph is marked as having contours that overlap, as
// glyphs made from variable fonts are (OpenType, glyf: OVERLAP_SIMPLE and
// OVERLAP_COMPOUND).
func overlaps(s *fonts.Sfnt, gid fonts.GID) bool {
	const simple, compound = 0x40, 0x0400
	data := s.GlyphData(gid)
	if len(data) < 12 {
		return false
	}
	u16 := func(at int) int {
		if at+2 > len(data) {
			return 0
		}
		return int(data[at])<<8 | int(data[at+1])
	}
	if contours := u16(0); contours < 0x8000 {
		at := 10 + 2*contours
		at += 2 + u16(at)
		return at < len(data) && data[at]&simple != 0
	}
	if u16(10)&compound != 0 {
		return true
	}
	for _, c := range fonts.Components(data) {
		part := s.GlyphData(c.ID)
		if len(part) >= 12 && part[0] < 0x80 && overlaps(s, c.ID) {
			return true
		}
	}
	return false
}
