package paragraph

// giveCell widens an atom to the cells of a grid, one for each of its full-width
// characters. The room belongs to the atom also at a line's end, so that as many cells
// as a line has fill it exactly.
func (s *Setter) giveCell(a *atom) {
	f := s.in.Runs[a.run].Format
	if f == nil || f.Cell == 0 || f.Literal || a.class == word || a.class == object {
		return
	}
	room := f.Cell - f.Size
	a.width += room
	if (a.class == dash || a.class == ellipsis) && len(s.text(a)) > len(string(a.first)) { // —— or ……
		a.width += room
		for k := a.glyph + 1; k < a.glyph+a.n; k++ {
			s.glyphs[k].x += room
		}
	}
}
