package paragraph

import (
	"strings"
	"unicode"

	"safety365/bulletins/page"
	"safety365/fonts"
)

// ruby is the reading of an atom: glyphs[glyph : glyph+n], placed from the atom's
// left edge and the baseline.
type ruby struct {
	glyph, n int32
	format   *Format
	x, y     []page.Length // of each glyph; of an upright one y is how far it is moved to the right
	upright  bool
	baseline page.Length // of upright glyphs
}

// addRuby makes one atom of a run with its reading. The reading stands above, no
// wider than the characters where it can; bopomofo stands at the right from top to
// bottom. The pitch of lines does not change for it.
func (s *Setter) addRuby(i int, between *border) int {
	run := s.chars[i].run
	r := &s.in.Runs[run]
	a := atom{class: han, run: run, start: s.chars[i].start, first: s.chars[i].r, glyph: int32(len(s.glyphs)), upright: s.in.Vertical && s.chars[i].kind == isFull}
	for ; i < len(s.chars) && s.chars[i].run == run; i++ {
		s.rubyBase(&a, s.chars[i])
	}
	a.n, a.end = int32(len(s.glyphs))-a.glyph, int32(len(r.Text))
	f := r.Format.Ruby
	if f == nil {
		own := *r.Format
		own.Size = own.Size / 2
		own.Sign = NoSign
		f = &own
	}
	rb := ruby{glyph: int32(len(s.glyphs)), format: f}
	width := s.shapeReading(f, r, s.lang(run))
	rb.n = int32(len(s.glyphs)) - rb.glyph
	if strings.ContainsFunc(r.Ruby, func(c rune) bool { return unicode.Is(unicode.Bopomofo, c) && !isTone(string(c)) }) {
		s.beside(&a, &rb, r.Format.Size)
	} else {
		s.above(&a, &rb, width, r.Format.Size)
	}
	s.rubies = append(s.rubies, rb)
	a.ruby = int32(len(s.rubies))
	s.add(a, between)
	return i
}

// shapeReading appends the glyphs of a reading, face by face, and returns its width.
func (s *Setter) shapeReading(f *Format, r *Run, lang string) page.Length {
	var width page.Length
	for from := 0; from < len(r.Ruby); {
		face, to := (*fonts.Face)(nil), from
		for i, c := range r.Ruby[from:] {
			other, ok := s.wordFace(f, c)
			if !ok {
				s.missing = append(s.missing, Missing{c, r.Source})
			}
			if face != nil && other != face && !joins(c) {
				break
			}
			if face == nil {
				face = other
			}
			to = from + i + len(string(c))
		}
		first := len(s.glyphs)
		var piece atom
		s.shape(&piece, f, face, r.Ruby[from:to], from, lang)
		for k := first; k < len(s.glyphs); k++ {
			s.glyphs[k].x += width
		}
		width += piece.width
		from = to
	}
	return width
}

// rubyBase adds a character of the base to its atom.
func (s *Setter) rubyBase(a *atom, c char) {
	f := s.in.Runs[c.run].Format
	size := int32(len(string(c.r)))
	a.last = c.r
	if c.kind == isFull {
		sg := s.sign(f, c.r)
		if sg.missing {
			s.missing = append(s.missing, Missing{c.r, s.sourceOf(c)})
		}
		s.glyphs = append(s.glyphs, glyph{face: sg.face, id: sg.id, x: a.width, advance: sg.advance, start: c.start, end: c.start + size})
		a.width += sg.advance
		return
	}
	face, ok := s.wordFace(f, c.r)
	if !ok {
		s.missing = append(s.missing, Missing{c.r, s.sourceOf(c)})
	}
	var piece atom
	from := len(s.glyphs)
	s.shape(&piece, f, face, string(c.r), int(c.start), s.lang(c.run))
	for k := from; k < len(s.glyphs); k++ {
		s.glyphs[k].x += a.width
	}
	a.width += piece.width
}

// above centres a reading over its base; a longer one widens the base evenly and
// keeps a little distance from its neighbours.
func (s *Setter) above(a *atom, rb *ruby, width, em page.Length) {
	room := a.width
	if need := width + em/8; need > room {
		for k := a.glyph; k < a.glyph+a.n; k++ {
			s.glyphs[k].x += (need - room) / 2
		}
		a.width = need
	}
	x := (a.width - width) / 2
	for k := rb.glyph; k < rb.glyph+rb.n; k++ {
		rb.x = append(rb.x, x+s.glyphs[k].x)
		rb.y = append(rb.y, s.glyphs[k].y-em*96/100)
	}
}

// beside sets bopomofo in a column at the right of its base, the tone at the right
// of the last sign.
func (s *Setter) beside(a *atom, rb *ruby, em page.Length) {
	size := em / 3
	small := *rb.format
	small.Size = size
	scale := func(l page.Length) page.Length { return l.MulDiv(int64(size), int64(rb.format.Size)) }
	signs := int32(0)
	for k := rb.glyph; k < rb.glyph+rb.n; k++ {
		if !isTone(s.in.Runs[a.run].Ruby[s.glyphs[k].start:s.glyphs[k].end]) {
			signs++
		}
	}
	if s.in.Vertical {
		s.besideUpright(a, rb, &small, em, signs)
		return
	}
	x, y := a.width+em/20, -em*88/100+(em-size*page.Length(signs))/2+size*88/100
	for k := rb.glyph; k < rb.glyph+rb.n; k++ {
		g := &s.glyphs[k]
		if isTone(s.in.Runs[a.run].Ruby[g.start:g.end]) {
			rb.x, rb.y = append(rb.x, x+size*8/10), append(rb.y, y-size-size/3)
		} else {
			rb.x, rb.y = append(rb.x, x), append(rb.y, y)
			y += size
		}
		g.advance = scale(g.advance)
	}
	rb.format = &small
	a.width += em * 45 / 100
}

// besideUpright sets bopomofo at the right of its base in a vertical line, where it
// takes no room from the line.
func (s *Setter) besideUpright(a *atom, rb *ruby, small *Format, em page.Length, signs int32) {
	size := small.Size
	rb.upright, rb.format = true, small
	rb.baseline = -em*93/100 - size*12/100
	at := (a.width - size*page.Length(signs)) / 2
	for k := rb.glyph; k < rb.glyph+rb.n; k++ {
		g := &s.glyphs[k]
		if isTone(s.in.Runs[a.run].Ruby[g.start:g.end]) {
			rb.x, rb.y = append(rb.x, at-size-size/3), append(rb.y, size*8/10)
		} else {
			rb.x, rb.y = append(rb.x, at), append(rb.y, 0)
			at += size
		}
		g.advance = size
	}
}

func isTone(text string) bool {
	switch text {
	case "ˊ", "ˇ", "ˋ", "˙", "ˉ":
		return true
	}
	return false
}

// ruby sets the reading of an atom: a run for each face.
func (b *lineBuilder) ruby(a *atom) {
	b.finish()
	rb := &b.s.rubies[a.ruby-1]
	r := &b.s.in.Runs[a.run]
	glyphs := b.s.glyphs[rb.glyph : rb.glyph+rb.n]
	for from := 0; from < len(glyphs); {
		to := from + 1
		for to < len(glyphs) && glyphs[to].face == glyphs[from].face {
			to++
		}
		start, end := glyphs[from].start, int32(len(r.Ruby))
		if to < len(glyphs) {
			end = glyphs[to].start
		}
		y, across := rb.y[from], rb.y[from]
		if rb.upright {
			y, across = rb.baseline, 0
		}
		run := page.GlyphRun{
			Face: glyphs[from].face, Size: rb.format.Size, Color: rb.format.Color, Lang: rb.format.Lang, Text: r.Ruby[start:end], Vertical: rb.upright,
			Origin: page.Point{X: b.x + rb.x[from], Y: y - r.Format.Rise},
			Tag:    page.TagID(r.RubyTag), Source: page.Source{Block: -1, Offset: r.Source},
		}
		for i := from; i < to; i++ {
			g := glyphs[i]
			run.Glyphs = append(run.Glyphs, page.Glyph{ID: g.id, Start: uint16(g.start - start), X: rb.x[i] - rb.x[from], Y: rb.y[i] - across, Advance: g.advance})
		}
		b.line.Runs = append(b.line.Runs, run)
		from = to
	}
}
