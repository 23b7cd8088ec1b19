package view

import (
	"strings"
	"unicode/utf8"

	"safety365/bulletins"
	"safety365/bulletins/page"
	"safety365/fonts"
)

// role is a kind of typeface.
type role uint8

const (
	sans role = iota
	mono
	kai
)

// fontKey names a typeface in a style.
type fontKey struct {
	role         role
	bold, italic bool
}

// font gives characters their glyphs: Han from one family, other scripts from
// another, what a face lacks from those after it.
type font struct {
	wide, narrow *fonts.Family
	marks        bool // quotes and dashes are full-width
	low          [0x250]glyph
	high         map[rune]glyph
}

// glyph is a character's shape in a face. The advance is in 1/65536 em.
type glyph struct {
	advance int32
	id      uint16
	face    uint8
	known   bool
	missing bool
}

// library holds the fonts of one language.
type library struct {
	lang   string
	fonts  map[fontKey]*font
	faces  []*fonts.Face
	shaper *fonts.Shaper
}

func newLibrary(lang string) *library {
	return &library{lang: lang, fonts: map[fontKey]*font{}, shaper: fonts.NewShaper()}
}

// font returns the font of a style.
func (l *library) font(key fontKey) *font {
	if f := l.fonts[key]; f != nil {
		return f
	}
	style := fonts.Style{Bold: key.bold, Italic: key.italic}
	wide, narrow := "hei", "latin-sans"
	switch {
	case key.role == mono:
		wide, narrow = "mono", "mono"
	case key.role == kai, key.italic:
		wide = "kai"
	}
	f := &font{high: map[rune]glyph{}, marks: strings.HasPrefix(l.lang, "zh") && key.role != mono}
	f.wide, _ = fonts.Lookup(wide, style, l.lang)
	f.narrow, _ = fonts.Lookup(narrow, style, l.lang)
	l.fonts[key] = f
	return f
}

// glyph returns the glyph of a character.
func (l *library) glyph(f *font, r rune) glyph {
	if r >= 0 && int(r) < len(f.low) {
		if g := f.low[r]; g.known {
			return g
		}
		f.low[r] = l.find(f, r)
		return f.low[r]
	}
	g, ok := f.high[r]
	if !ok {
		g = l.find(f, r)
		f.high[r] = g
	}
	return g
}

func (l *library) find(f *font, r rune) glyph {
	family := f.narrow
	if bulletins.IsHan(r) || f.marks && isSharedMark(r) {
		family = f.wide
	}
	face, ok := family.Face(r)
	id, _ := face.Glyph(r)
	sfnt := face.Sfnt()
	g := glyph{id: id, face: l.face(face), known: true, missing: !ok}
	if sfnt.UnitsPerEm > 0 {
		g.advance = int32(int64(sfnt.Advance(id)) << 16 / int64(sfnt.UnitsPerEm))
	}
	return g
}

// face returns the number of a face.
func (l *library) face(face *fonts.Face) uint8 {
	for i, f := range l.faces {
		if f == face {
			return uint8(i)
		}
	}
	l.faces = append(l.faces, face)
	return uint8(len(l.faces) - 1)
}

// isSharedMark says whether a mark is full-width in Chinese and narrow elsewhere.
func isSharedMark(r rune) bool {
	switch r {
	case '“', '”', '‘', '’', '—', '…', '·', '①', '②', '③', '④', '⑤', '⑥', '⑦', '⑧', '⑨', '⑩', '→', '←', '↑', '↓', '×', '÷', '±', '℃', '‰':
		return true
	}
	return false
}

// placed is a glyph of a cluster.
type placed struct {
	id   uint16
	x, y page.Length // from the pen, y downwards
}

// cluster returns the glyphs of several characters that are shown as one. When no
// face has them all it is the box of a face.
func (l *library) cluster(f *font, text string, size page.Length) (face uint8, glyphs []placed, advance page.Length) {
	first, n := utf8.DecodeRuneInString(text)
	base := l.glyph(f, first)
	face, advance = base.face, size.MulDiv(int64(base.advance), 1<<16)
	only := []placed{{id: base.id}}
	rest := strings.Map(dropIgnorable, text[n:])
	if base.missing || rest == "" {
		return face, only, advance
	}
	for _, r := range rest {
		if !l.faces[face].Has(r) {
			return face, only, advance
		}
	}
	units := int64(l.faces[face].UnitsPerEm())
	at := page.Length(0)
	for _, g := range l.shaper.Shape(l.faces[face], string(first)+rest, l.lang, fonts.LTR, "-kern,-liga") {
		glyphs = append(glyphs, placed{g.ID, at + size.MulDiv(int64(g.XOffset), units), -size.MulDiv(int64(g.YOffset), units)})
		at += size.MulDiv(int64(g.Advance), units)
	}
	return face, glyphs, at
}

// dropIgnorable drops the characters that only choose how others look.
func dropIgnorable(r rune) rune {
	if r == 0x200d || r >= 0xfe00 && r <= 0xfe0f || r >= 0xe0100 && r <= 0xe01ef {
		return -1
	}
	return r
}
