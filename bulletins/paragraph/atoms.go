package paragraph

import (
	"strings"

	"safety365/bulletins/page"
	"safety365/fonts"
)

// signKey and sign remember how a full-width character is set in a format.
type signKey struct {
	format   *Format
	r        rune
	vertical bool
}

type sign struct {
	face        *fonts.Face
	id          fonts.GID
	advance     page.Length
	width       page.Length // of the atom
	shift       page.Length
	drop        page.Length // of the glyph, downwards
	lead, trail page.Length
	class       class
	missing     bool
}

// build makes the atoms and gaps of the paragraph; with cut, words come apart into
// their clusters and every gap may be a break, at a price.
func (s *Setter) build(cut bool) {
	s.atoms, s.gaps, s.glyphs, s.rubies, s.missing, s.fallbacks = s.atoms[:0], s.gaps[:0], s.glyphs[:0], s.rubies[:0], s.missing[:0:0], s.fallbacks[:0:0]
	s.readChars()
	var between border
	for i := 0; i < len(s.chars); {
		c := s.chars[i]
		if s.in.Runs[c.run].Ruby != "" && c.kind != isSpace {
			i = s.addRuby(i, &between)
			continue
		}
		switch c.kind {
		case isFull:
			i = s.addFull(i, &between)
		case inWord, isSoftHyphen:
			if s.in.Vertical && !s.in.Runs[c.run].Format.Formula {
				if next, ok := s.addUpright(i, &between); ok {
					i = next
					continue
				}
			}
			i = s.addWord(i, &between, cut)
		case isObject:
			s.add(atom{width: s.objectWidth(&s.in.Runs[c.run]), class: object, run: c.run, first: 0xFFFC, last: 0xFFFC}, &between)
			i++
		default:
			between.pass(c)
			i++
		}
	}
	s.fillCells()
	for i := range s.gaps {
		if cut && s.gaps[i].cost == noBreak {
			s.gaps[i].cost = emergencyCost
		}
	}
}

// border is what was passed between two atoms.
type border struct {
	broken bool // a forced break
	zero   bool // U+200B
	space  bool
	fixed  bool // a no-break space
	run    int32
	start  int32
	end    int32
}

func (b *border) pass(c char) {
	switch c.kind {
	case isBreak:
		b.broken = true
	case isZeroBreak:
		b.zero = true
	case isSpace:
		b.fixed = b.fixed || c.r == 0xA0 || c.r == 0x202F
		if !b.space {
			b.space, b.run, b.start = true, c.run, c.start
		}
		if b.run == c.run {
			b.end = c.start + 1
			if c.r >= 0x80 {
				b.end += int32(len(string(c.r))) - 1
			}
		}
	}
}

// add appends an atom and the gap before it.
func (s *Setter) add(a atom, between *border) {
	g := gap{cost: noBreak}
	if n := len(s.atoms); n > 0 {
		switch last := &s.atoms[n-1]; {
		case s.fills(last): // nothing but its own room
		case s.fills(&a):
			g.cost, g.width, g.own = 0, last.trail, last.trail
		default:
			g = s.gap(last, &a, between)
		}
	}
	if f := s.in.Runs[a.run].Format; f != nil && f.Tracking != 0 {
		a.width += f.Tracking
	}
	s.giveCell(&a)
	a.forced = between.broken && len(s.atoms) > 0
	*between = border{}
	s.atoms = append(s.atoms, a)
	s.gaps = append(s.gaps, g)
}

// addFull adds the full-width character at i and returns the index after it. ——
// and …… are one atom.
func (s *Setter) addFull(i int, between *border) int {
	c := s.chars[i]
	f := s.in.Runs[c.run].Format
	sg := s.sign(f, c.r)
	if sg.missing {
		s.missing = append(s.missing, Missing{c.r, s.sourceOf(c)})
	} else if wanted := f.Han.Faces[0]; sg.face != wanted {
		s.fallbacks = append(s.fallbacks, Fallback{c.r, wanted, sg.face, s.sourceOf(c)})
	}
	a := atom{width: sg.width, shift: sg.shift, lead: sg.lead, trail: sg.trail, class: sg.class, run: c.run, start: c.start, first: c.r, last: c.r, glyph: int32(len(s.glyphs)), n: 1, upright: s.in.Vertical}
	end := c.start + int32(len(string(c.r)))
	next := i + 1
	s.glyphs = append(s.glyphs, glyph{face: sg.face, id: sg.id, y: sg.drop, advance: sg.advance, start: c.start, end: end})
	for next < len(s.chars) && s.chars[next].run == c.run && s.follows(&a, s.chars[next]) {
		n := s.chars[next]
		g := glyph{face: sg.face, id: sg.id, x: a.width - sg.width, advance: sg.advance, start: n.start, end: n.start + int32(len(string(n.r)))}
		if joins(n.r) {
			s.glyphs[len(s.glyphs)-1].end = g.end
		} else {
			g.x = a.width
			a.width += sg.width
			a.n++
			s.glyphs = append(s.glyphs, g)
		}
		end = g.end
		next++
	}
	a.end = end
	if next > i+1 && s.in.Vertical {
		s.joinDown(&a, f)
	} else if next > i+1 {
		s.reshape(&a, f) // faces have one glyph for a doubled dash
	}
	s.add(a, between)
	return next
}

// follows reports whether a character belongs to the atom before it: the second half
// of —— or ……, or a combining mark.
func (s *Setter) follows(a *atom, n char) bool {
	if joins(n.r) {
		return true
	}
	return n.kind == isFull && n.r == a.first && a.n == 1 && (a.class == dash && a.first == '—' || a.class == ellipsis && a.first == '…')
}

// reshape sets a base character with its combining marks as one cluster.
func (s *Setter) reshape(a *atom, f *Format) {
	text := s.in.Runs[a.run].Text[a.start:a.end]
	s.glyphs = s.glyphs[:a.glyph]
	face, _ := f.Han.Face(a.first)
	s.shape(a, f, face, text, int(a.start), s.lang(a.run))
	for i := a.glyph; i < int32(len(s.glyphs)); i++ {
		s.glyphs[i].start, s.glyphs[i].end = a.start, a.end
	}
}

// sign returns how a full-width character is set, from memory if it was seen.
func (s *Setter) sign(f *Format, r rune) sign {
	key := signKey{f, r, s.in.Vertical}
	if sg, ok := s.signs[key]; ok {
		return sg
	}
	sg := s.newSign(f, r)
	if len(s.signs) > 1<<16 {
		clear(s.signs)
	}
	s.signs[key] = sg
	return sg
}

func (s *Setter) newSign(f *Format, r rune) sign {
	face, ok := f.Han.Face(r)
	sg := sign{face: face, class: classOf(r), missing: !ok}
	sg.id = s.glyphOf(face, f, r)
	sg.advance = page.Length(face.Sfnt().Advance(sg.id)).MulDiv(int64(f.Size), int64(face.UnitsPerEm()))
	if s.in.Vertical {
		sg.advance = f.Size // cells of an em
	}
	sg.width = sg.advance
	if f.Literal {
		column := s.spaceOf(f)
		sg.width, sg.shift = 2*column, column-sg.advance/2
	}
	if !s.in.Vertical && !f.Literal && strings.HasPrefix(f.Lang, "zh-Hant") && (sg.class == comma || sg.class == stop) {
		sg.middle(f.Size)
	}
	if s.in.Rules.Compress == CompressNone || f.Literal {
		return sg
	}
	em, half := f.Size, f.Size/2
	x0, x1 := ink(face, sg.id, em)
	if s.in.Vertical {
		x0, x1 = inkDown(face, sg.id, em)
	}
	switch sg.class {
	case open:
		sg.width, sg.shift, sg.lead = half, half-sg.advance, half
		if x0 < sg.advance-half-em/16 && sg.advance > half {
			sg.centre(x0, x1, half)
		}
	case close_, comma, stop:
		if sg.class != close_ && strings.HasPrefix(f.Lang, "zh-Hant") {
			break // centred in the em: nothing to give up
		}
		sg.width, sg.trail = half, half
		if x1 > half+em/16 {
			sg.centre(x0, x1, half)
		}
	case middle:
		sg.width, sg.shift, sg.lead, sg.trail = half, (half-sg.advance)/2, em/4, em-half-em/4
	}
	return sg
}

// centre puts the half-em body of a mark round its ink, for faces that draw it in
// the middle of the em.
func (sg *sign) centre(x0, x1, half page.Length) {
	left := max(0, min((x0+x1)/2-half/2, half))
	sg.width, sg.shift, sg.lead, sg.trail = half, -left, left, half-left
}

// middle puts a mark in the middle of the em, for faces that have it in the lower left
// corner only, as that of 楷体. A tall one, ！ or ？, keeps its height.
func (sg *sign) middle(em page.Length) {
	x0, x1 := ink(sg.face, sg.id, em)
	if (x0+x1)/2 > em*4/10 {
		return
	}
	sg.shift = (em - x0 - x1) / 2
	if y0, y1 := inkDown(sg.face, sg.id, em); y1-y0 < em*7/10 {
		sg.drop = (em - y0 - y1) / 2
	}
}

// ink returns the left and right edge of a glyph's outline.
func ink(face *fonts.Face, id fonts.GID, em page.Length) (x0, x1 page.Length) {
	data := face.Sfnt().GlyphData(id)
	if len(data) < 10 {
		return 0, 0
	}
	at := func(i int) page.Length {
		return page.Length(int16(uint16(data[i])<<8|uint16(data[i+1]))).MulDiv(int64(em), int64(face.UnitsPerEm()))
	}
	return at(2), at(6)
}

func (s *Setter) sourceOf(c char) int32 {
	if src := s.in.Runs[c.run].Source; src >= 0 {
		return src + c.start
	}
	return -1
}
