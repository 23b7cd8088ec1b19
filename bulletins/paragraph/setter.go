package paragraph

import (
	"safety365/bulletins/page"
	"safety365/fonts"
)

// Setter sets paragraphs. It belongs to one goroutine and keeps what it learnt
// about fonts and its working memory from one paragraph to the next.
type Setter struct {
	shaper *fonts.Shaper
	signs  map[signKey]sign

	in        *Input
	chars     []char
	atoms     []atom
	gaps      []gap // gaps[i] stands before atoms[i]
	glyphs    []glyph
	rubies    []ruby
	missing   []Missing
	fallbacks []Fallback
	breaker   breaker
}

// NewSetter returns a Setter.
func NewSetter() *Setter {
	return &Setter{shaper: fonts.NewShaper(), signs: map[signKey]sign{}}
}

// atom is what never parts: a Han character, the body of a mark, a piece of a word.
type atom struct {
	width       page.Length
	shift       page.Length // where its glyphs' origin stands, from its left edge
	lead, trail page.Length // glue on its own sides, before neighbours have their say
	glyph, n    int32       // glyphs[glyph : glyph+n]
	run         int32
	start, end  int32 // of its text in the run
	first, last rune
	class       class
	forced      bool  // a line begins here
	ruby        int32 // number of its reading; 0: none
	upright     bool  // in a vertical line
	// lack is what a line beginning here needs for whole cells, if it goes beyond until.
	lack  page.Length
	until int32
}

// glyph is a shaped glyph, scaled, with its place from the atom's origin.
type glyph struct {
	face       *fonts.Face
	id         fonts.GID
	x, y       page.Length
	advance    page.Length
	start, end int32 // of its cluster in the run's text
}

// Set sets a paragraph.
func (s *Setter) Set(in *Input) *Paragraph {
	s.in = in
	s.missing, s.fallbacks = nil, nil
	var lines []span
	s.build(false)
	if len(s.atoms) == 0 {
		return &Paragraph{}
	}
	if in.Balance && isChinese(in.Lang) && s.long() {
		s.headingBreaks()
	}
	lines, ok := s.breaker.lines(s)
	if !ok {
		// Nothing fits: words may be cut anywhere.
		s.build(true)
		lines, _ = s.breaker.lines(s)
	}
	p := &Paragraph{Missing: s.missing, Fallbacks: s.fallbacks, Lines: make([]Line, 0, len(lines))}
	for i, l := range lines {
		p.Lines = append(p.Lines, s.line(i, l, len(lines)))
	}
	return p
}

// long reports whether the paragraph needs more than one line.
func (s *Setter) long() bool {
	w := s.in.indent(0)
	for i := range s.atoms {
		if i > 0 {
			w += s.gaps[i].width
		}
		w += s.atoms[i].width
	}
	return w > s.in.width(0)
}

// width returns the room of a line.
func (in *Input) width(line int) page.Length {
	w := in.Measure
	if line < len(in.Widths) {
		w = in.Widths[line]
	}
	return w
}

// indent returns how far a line's text is moved to the right. A negative indent
// hangs the first line out, which is the same as moving the block.
func (in *Input) indent(line int) page.Length {
	if line == 0 {
		return in.Indent
	}
	return 0
}

// Natural returns the width of the paragraph set in one line, and the width of its
// widest piece that is not cut: what a table needs to share out its columns.
func (s *Setter) Natural(in *Input) (whole, widest page.Length) {
	s.in = in
	s.build(false)
	line, piece := page.Length(0), page.Length(0)
	for i, a := range s.atoms {
		g := s.gaps[i]
		if i > 0 && a.forced {
			line, piece = 0, 0
		} else if i > 0 {
			line += g.width
			if g.cost >= 0 {
				piece = 0
			} else {
				piece += g.width
			}
		}
		line += a.width
		piece += a.width
		whole, widest = max(whole, line), max(widest, piece)
	}
	return whole + max(in.Indent, 0), widest
}

// Least returns the width below which a paragraph cannot be set even if it is broken
// anywhere: that of its widest character.
func (s *Setter) Least(in *Input) (widest page.Length) {
	s.in = in
	s.build(true)
	for i := range s.atoms {
		widest = max(widest, s.atoms[i].width)
	}
	return widest
}
