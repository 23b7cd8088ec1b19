package paragraph

import (
	"safety365/bulletins/page"
	"safety365/fonts"
)

// cornerQuotes are the forms that quotation marks take in vertical lines (CLREQ,
// glyphs and positions of marks in vertical writing).
var cornerQuotes = map[rune]rune{'“': '﹃', '”': '﹄', '‘': '﹁', '’': '﹂'}

// glyphOf returns the glyph of a full-width character, in vertical lines its
// vertical form.
func (s *Setter) glyphOf(face *fonts.Face, f *Format, r rune) fonts.GID {
	dir := fonts.LTR
	if s.in.Vertical {
		dir = fonts.TTB
		if form, ok := cornerQuotes[r]; ok {
			if id, ok := face.Glyph(form); ok {
				return id
			}
		}
	}
	if shaped := s.shaper.Shape(face, string(r), f.Lang, dir, ""); len(shaped) > 0 {
		return shaped[0].ID
	}
	return 0
}

// inkDown returns where the outline of a glyph begins and ends in its cell, from the
// top of the em box.
func inkDown(face *fonts.Face, id fonts.GID, em page.Length) (y0, y1 page.Length) {
	sfnt := face.Sfnt()
	data := sfnt.GlyphData(id)
	if len(data) < 10 {
		return 0, 0
	}
	at := func(i int) page.Length {
		v := int(int16(uint16(data[i])<<8 | uint16(data[i+1])))
		return page.Length(ascent(sfnt)-v).MulDiv(int64(em), int64(sfnt.UnitsPerEm))
	}
	return at(8), at(4)
}

// ascent is the top of the em box in font units: 88 hundredths of the em in every
// face, as baselines are placed.
func ascent(s *fonts.Sfnt) int { return s.UnitsPerEm * 88 / 100 }

// maxUpright is how many digits stand upright side by side in one cell (纵中横).
const maxUpright = 2

// addUpright adds a number of one or two digits that stands alone among Han
// characters as one cell, and reports whether it did.
func (s *Setter) addUpright(i int, between *border) (next int, ok bool) {
	next = i
	for next < len(s.chars) && s.chars[next].run == s.chars[i].run && s.chars[next].kind == inWord {
		if r := s.chars[next].r; r < '0' || r > '9' {
			return i, false
		}
		next++
	}
	if next == i || next-i > maxUpright || next < len(s.chars) && s.chars[next].kind == inWord {
		return i, false
	}
	run := s.chars[i].run
	f := s.in.Runs[run].Format
	a := atom{class: han, run: run, start: s.chars[i].start, end: s.chars[next-1].start + 1, first: s.chars[i].r, last: s.chars[next-1].r, glyph: int32(len(s.glyphs)), upright: true}
	s.shapeWord(s.chars[i:next])
	a.n = int32(len(s.glyphs)) - a.glyph
	width := page.Length(0)
	for k := a.glyph; k < a.glyph+a.n; k++ {
		width += s.glyphs[k].advance
	}
	x := (f.Size - width) / 2
	for k := a.glyph; k < a.glyph+a.n; k++ {
		g := &s.glyphs[k]
		g.x, g.y = 0, x
		x += g.advance
	}
	a.width = f.Size
	s.add(a, between)
	return next, true
}

// joinDown takes the face's one glyph for a doubled mark in a vertical line, if it
// has one.
func (s *Setter) joinDown(a *atom, f *Format) {
	face := s.glyphs[a.glyph].face
	shaped := s.shaper.Shape(face, s.text(a), f.Lang, fonts.TTB, "")
	if len(shaped) != 1 {
		return
	}
	s.glyphs = s.glyphs[:a.glyph+1]
	s.glyphs[a.glyph].id, s.glyphs[a.glyph].end = shaped[0].ID, a.end
	s.glyphs[a.glyph].advance = a.width
	// Its outline hangs on its vertical origin, not on the em box of one character.
	hang := page.Length(-shaped[0].YOffset).MulDiv(int64(f.Size), int64(face.UnitsPerEm()))
	s.glyphs[a.glyph].x = hang - f.Size*88/100
	a.n = 1
}
