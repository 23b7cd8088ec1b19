package paragraph

import "safety365/bulletins/page"

// formula reports whether an atom is a piece of a formula.
func (s *Setter) formula(a *atom) bool {
	f := s.in.Runs[a.run].Format
	return f != nil && f.Formula
}

// spaceIn returns the width that the space between two atoms is given by its run; 0: it
// is none, or that of its face.
func (s *Setter) spaceIn(between *border) page.Length {
	if !between.space {
		return 0
	}
	return s.in.Runs[between.run].Space
}

// lean is how far the last letter of a piece of a formula leans over its right end: that
// much room it needs before what stands upright or higher (italic correction).
func (s *Setter) lean(a, b *atom) page.Length {
	from, to := s.in.Runs[a.run].Format, s.in.Runs[b.run].Format
	if a.class != word || a.n == 0 || from == to || to.Rise < from.Rise {
		return 0
	}
	g := &s.glyphs[a.glyph+a.n-1]
	_, x1 := ink(g.face, g.id, from.Size)
	return max(0, x1-g.advance)
}
