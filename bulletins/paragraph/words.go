package paragraph

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"safety365/bulletins/page"
	"safety365/bulletins/paragraph/hyphen"
	"safety365/fonts"
)

// breakPoint is a place inside a word where a line may break.
type breakPoint struct {
	at     int // offset in the run's text
	cost   int32
	hyphen bool
}

// addWord adds the stretch of word characters at i that lies in one run and returns
// the index after it. The word is shaped whole and cut afterwards, so kerning and
// ligatures are kept where it does not break.
func (s *Setter) addWord(i int, between *border, cut bool) int {
	run := s.chars[i].run
	next := i
	for next < len(s.chars) && s.chars[next].run == run && (s.chars[next].kind == inWord || s.chars[next].kind == isSoftHyphen || s.chars[next].kind == isNothing) {
		next++
	}
	first := len(s.glyphs)
	var points []breakPoint
	for from := i; from < next; {
		to := from
		for to < next && s.chars[to].kind == inWord {
			to++
		}
		if to > from {
			s.shapeWord(s.chars[from:to])
		}
		for to < next && s.chars[to].kind != inWord {
			if s.chars[to].kind == isSoftHyphen && to+1 < next {
				points = append(points, breakPoint{int(s.chars[to+1].start), hyphenCost, true})
			}
			to++
		}
		from = to
	}
	if len(s.glyphs) == first {
		return next
	}
	points = s.breakPoints(points, s.chars[i:next], cut)
	s.cutWord(run, first, points, between)
	return next
}

// shapeWord appends the glyphs of a piece of a word, face by face.
func (s *Setter) shapeWord(chars []char) {
	run := chars[0].run
	f := s.in.Runs[run].Format
	text := s.in.Runs[run].Text
	for from := 0; from < len(chars); {
		face, ok := s.wordFace(f, chars[from].r)
		if !ok {
			s.missing = append(s.missing, Missing{chars[from].r, s.sourceOf(chars[from])})
		} else if wanted := f.Latin.Faces[0]; face != wanted {
			s.fallbacks = append(s.fallbacks, Fallback{chars[from].r, wanted, face, s.sourceOf(chars[from])})
		}
		to := from + 1
		for ; to < len(chars); to++ {
			if joins(chars[to].r) {
				continue
			}
			other, ok := s.wordFace(f, chars[to].r)
			if other != face || !ok {
				break
			}
		}
		start := int(chars[from].start)
		last := chars[to-1]
		piece := text[start : int(last.start)+utf8.RuneLen(last.r)]
		if f.Capitals {
			piece = capitals(piece)
		}
		s.shape(nil, f, face, piece, start, s.lang(run))
		from = to
	}
}

// capitals returns a text in capitals, each as many bytes as its small letter: those
// that are not, such as ß, stay.
func capitals(text string) string {
	return strings.Map(func(r rune) rune {
		if u := unicode.ToUpper(r); utf8.RuneLen(u) == utf8.RuneLen(r) {
			return u
		}
		return r
	}, text)
}

// wordFace returns the face of a character that is not full-width: the Latin chain,
// then the Han chain.
func (s *Setter) wordFace(f *Format, r rune) (*fonts.Face, bool) {
	if face := f.Latin.Faces[0]; face.Has(r) {
		return face, true
	}
	if face, ok := f.Latin.Face(r); ok {
		return face, true
	}
	return f.Han.Face(r)
}

// shape appends the glyphs of text, which begins at offset start of its run. For an
// atom it also sets the atom's width and glyphs.
func (s *Setter) shape(a *atom, f *Format, face *fonts.Face, text string, start int, lang string) {
	upem := int64(face.UnitsPerEm())
	scale := func(n int) page.Length { return page.Length(n).MulDiv(int64(f.Size), upem) }
	shaped := s.shaper.Shape(face, text, lang, fonts.LTR, f.Features)
	first, pen := len(s.glyphs), page.Length(0)
	for i, g := range shaped {
		if i > 0 && g.Advance == 0 && face.Sfnt().GlyphData(g.ID) == nil {
			continue // a variation selector or joiner that has done its work
		}
		s.glyphs = append(s.glyphs, glyph{face: face, id: g.ID, x: scale(g.XOffset), y: -scale(g.YOffset), advance: scale(g.Advance), start: int32(start + g.Cluster)})
		pen += scale(g.Advance)
	}
	end := int32(start + len(text))
	for i := len(s.glyphs) - 1; i >= first; i-- {
		s.glyphs[i].end = end
		if i > first && s.glyphs[i-1].start != s.glyphs[i].start {
			end = s.glyphs[i].start
		}
	}
	if a != nil {
		a.width, a.glyph, a.n = pen, int32(first), int32(len(s.glyphs)-first)
		for i, x := first, page.Length(0); i < len(s.glyphs); i++ {
			s.glyphs[i].x += x
			x += s.glyphs[i].advance
		}
	}
}

// cutWord makes atoms of the glyphs from first on, one for each piece between
// break points.
func (s *Setter) cutWord(run int32, first int, points []breakPoint, between *border) {
	r := &s.in.Runs[run]
	inner := breakPoint{}
	for from := first; from < len(s.glyphs); {
		to, next := len(s.glyphs), breakPoint{}
		for len(points) > 0 {
			p := points[0]
			points = points[1:]
			if k := s.glyphAt(from, p.at); k > from && k < len(s.glyphs) {
				to, next = k, p
				break
			}
		}
		a := atom{class: word, run: run, glyph: int32(from), n: int32(to - from), start: s.glyphs[from].start, end: s.glyphs[to-1].end}
		for k := from; k < to; k++ {
			g := &s.glyphs[k]
			g.x += a.width
			a.width += g.advance
			if f := r.Format; f.Tracking != 0 && k+1 < to {
				a.width += f.Tracking
			}
		}
		a.first, _ = utf8.DecodeRuneInString(r.Text[a.start:])
		a.last, _ = utf8.DecodeLastRuneInString(r.Text[:a.end])
		s.add(a, between)
		if from > first {
			g := gap{cost: inner.cost}
			if inner.hyphen {
				g.hyphen = s.hyphenWidth(r.Format)
			}
			s.gaps[len(s.gaps)-1] = g
		}
		from, inner = to, next
	}
}

// glyphAt returns the first glyph from index from on whose cluster begins at a text
// offset, or -1 when the offset lies inside a cluster.
func (s *Setter) glyphAt(from, at int) int {
	for k := from; k < len(s.glyphs); k++ {
		if int(s.glyphs[k].start) == at {
			return k
		}
	}
	return -1
}

func (s *Setter) hyphenWidth(f *Format) page.Length {
	face, id := hyphenGlyph(f)
	return page.Length(face.Sfnt().Advance(id)).MulDiv(int64(f.Size), int64(face.UnitsPerEm()))
}

func hyphenGlyph(f *Format) (*fonts.Face, fonts.GID) {
	face, _ := f.Latin.Face('-')
	id, _ := face.Glyph('-')
	return face, id
}

// breakPoints adds to the soft hyphens of a word the places after hyphens and
// slashes, those of an address and of code, those of the hyphenation patterns, and with cut
// every place.
func (s *Setter) breakPoints(points []breakPoint, chars []char, cut bool) []breakPoint {
	run := &s.in.Runs[chars[0].run]
	last := chars[len(chars)-1]
	if !cut && (len(chars) < 3 || isUnit(run.Text[chars[0].start:int(last.start)+utf8.RuneLen(last.r)])) {
		return points
	}
	address := isAddress(run.Text[chars[0].start : int(last.start)+1])
	for i := 1; i < len(chars); i++ {
		before, r := chars[i-1].r, chars[i].r
		at := int(chars[i].start)
		switch {
		case run.Format.Formula: // only at its spaces
		case run.Format.Literal && before == ' ' && r != ' ':
			points = append(points, breakPoint{at, 0, false})
		case address && before == '/' && chars[max(i-2, 0)].r == '/': // not before the host
		case address && (before == '/' || before == '?' || before == '&' || before == '=' || before == '_' || before == '-') && r != '/':
			points = append(points, breakPoint{at, urlCost, false})
		case address && (r == '.' || r == '?' || r == '&') && i > 1:
			points = append(points, breakPoint{at, urlCost, false})
		case run.Format.Code && i > 1 && len(chars)-i > 2 && (before == '=' || before == '_' || r == '.' && unicode.IsLetter(before) && unicode.IsLetter(chars[i+1].r)):
			points = append(points, breakPoint{at, urlCost, false})
		case before == '-' && i > 1 && unicode.IsLetter(chars[i-2].r) && unicode.IsLetter(r):
			cost := int32(slashCost)
			if s.in.Balance {
				cost = insideWord // a heading keeps its compounds whole
			}
			points = append(points, breakPoint{at, cost, false})
		case (before == '–' || before == '—') && r != before, before == '/' && unicode.IsLetter(r) && i > 2:
			points = append(points, breakPoint{at, slashCost, false})
		}
		if cut && !joins(r) {
			points = append(points, breakPoint{at, emergencyCost, false})
		}
	}
	if s.in.Hyphens && !address && !run.Format.Code && !run.Format.Formula && !run.Format.Capitals {
		points = s.hyphenPoints(points, chars)
	}
	slices.SortStableFunc(points, func(a, b breakPoint) int {
		if a.at != b.at {
			return a.at - b.at
		}
		return int(a.cost) - int(b.cost)
	})
	return slices.CompactFunc(points, func(a, b breakPoint) bool { return a.at == b.at })
}

// hyphenPoints adds the places where the letters of a word may be hyphenated.
func (s *Setter) hyphenPoints(points []breakPoint, chars []char) []breakPoint {
	text, lang := s.in.Runs[chars[0].run].Text, s.lang(chars[0].run)
	cost := int32(hyphenCost)
	if isChinese(s.in.Lang) {
		cost = hanHyphenCost
	}
	if isChinese(lang) {
		lang = "en"
	}
	for from := 0; from < len(chars); {
		if !unicode.IsLetter(chars[from].r) {
			from++
			continue
		}
		to := from
		for to < len(chars) && unicode.IsLetter(chars[to].r) {
			to++
		}
		if to-from >= 5 {
			start := int(chars[from].start)
			end := int(chars[to-1].start) + utf8.RuneLen(chars[to-1].r)
			for _, at := range hyphen.Points(text[start:end], lang) {
				points = append(points, breakPoint{start + at, cost, true})
			}
		}
		from = to
	}
	return points
}

// isAddress reports whether a word looks like a URL, a path or a mail address.
func isAddress(w string) bool {
	if strings.Contains(w, "://") || strings.HasPrefix(w, "www.") || strings.Contains(w, "@") {
		return true
	}
	return strings.Count(w, "/") > 1 || strings.Contains(w, "/") && strings.Contains(w, ".")
}
