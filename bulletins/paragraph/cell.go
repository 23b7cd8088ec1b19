package paragraph

import "safety365/bulletins/page"

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

// loose reports whether an atom does not fill cells: a word, or a character of another
// size.
func (s *Setter) loose(i int) bool {
	a := &s.atoms[i]
	return a.class == word || a.class == object || s.upCells(a.width) != a.width
}

// upCells returns a length rounded up to whole cells; a hundredth more than cells is none.
func (s *Setter) upCells(l page.Length) page.Length {
	cell := s.in.Cell
	return (l + cell - 1 - cell/100) / cell * cell
}

// phrase is a row of loose atoms [from, to) with the gaps round and in it that may grow.
type phrase struct {
	from, to    int
	left, right bool // it has a gap on that side
	gaps        []int
	width       page.Length
}

// phrases lists the phrases of a row of atoms.
func (s *Setter) phrases(from, to int) (out []phrase) {
	for i := from; i < to; i++ {
		if !s.loose(i) {
			continue
		}
		p := phrase{from: i, to: i + 1, left: i > from && !s.atoms[i].forced, width: s.atoms[i].width}
		if p.left {
			p.gaps = append(p.gaps, i)
		}
		for ; p.to < to && s.loose(p.to) && !s.atoms[p.to].forced; p.to++ {
			p.width += s.gaps[p.to].width + s.atoms[p.to].width
			if s.gaps[p.to].space.space {
				p.gaps = append(p.gaps, p.to)
			}
		}
		if p.right = p.to < to && !s.atoms[p.to].forced; p.right {
			p.gaps = append(p.gaps, p.to)
		}
		out = append(out, p)
		i = p.to - 1
	}
	return out
}

// fillCells widens the gaps round each phrase so that it takes whole cells with them. It
// has half of the room that borders with Han have elsewhere, or more.
func (s *Setter) fillCells() {
	if s.in.Cell <= 0 {
		return
	}
	for i := range s.gaps {
		s.gaps[i].shrink = 0
	}
	for _, p := range s.phrases(0, len(s.atoms)) {
		var sides []*gap
		least := p.width
		if p.left {
			sides = append(sides, &s.gaps[p.from])
		}
		if p.right {
			sides = append(sides, &s.gaps[p.to])
		}
		for _, g := range sides {
			least += g.width / 2
		}
		surplus := s.upCells(least) - p.width
		for i, g := range sides {
			g.width = max(0, surplus/page.Length(len(sides)-i))
			surplus -= g.width
		}
		s.findLacks(p)
	}
}

// findLacks says for each atom of a phrase what a line that begins with it needs beside the
// rest of the phrase, so that this takes whole cells without the gap that was lost.
func (s *Setter) findLacks(p phrase) {
	if !p.right {
		return
	}
	width := s.gaps[p.to].width
	for i := p.to - 1; i >= p.from; i-- {
		width += s.atoms[i].width
		s.atoms[i].lack, s.atoms[i].until = s.upCells(width)-width, int32(p.to)
		width += s.gaps[i].width
	}
}

// lackOf returns what the phrase that begins a line [from, to) needs, if it ends there.
func (s *Setter) lackOf(from, to int) page.Length {
	if a := &s.atoms[from]; int(a.until) < to {
		return a.lack
	}
	return 0
}

// spread says how much the gaps of a line grow so that it ends with its last cell, by
// their indices. A phrase that begins the line has lost the gap before it, and takes whole
// cells again; one that is broken at the line's end goes to the end. Whole cells that are
// left over are shared out among the phrases, if these have gaps enough.
func (s *Setter) spread(sp span, room, natural page.Length, last bool) map[int]page.Length {
	more := map[int]page.Length{}
	phrases := s.phrases(sp.from, sp.to)
	if len(phrases) == 0 {
		return more
	}
	if p := &phrases[0]; p.from == sp.from {
		widen(more, p.gaps, s.lackOf(sp.from, sp.to))
	}
	gaps := 0
	for i := range phrases {
		gaps += len(phrases[i].gaps)
	}
	cell, slack := s.in.Cell, (room+s.in.Cell/100)/s.in.Cell*s.in.Cell-natural
	if last || slack <= 0 || slack > page.Length(gaps)*cell {
		return more
	}
	widths := make([]page.Length, len(phrases))
	for ; slack >= cell; slack -= cell {
		widths[roomiest(phrases, widths)] += cell
	}
	if end := len(phrases) - 1; phrases[end].to == sp.to && len(phrases[end].gaps) > 0 {
		widths[end] += slack
	} else {
		widths[roomiest(phrases, widths)] += slack
	}
	for i := range phrases {
		widen(more, phrases[i].gaps, widths[i])
	}
	return more
}

// roomiest returns the phrase whose gaps have grown least.
func roomiest(phrases []phrase, widths []page.Length) int {
	best := -1
	for i := range phrases {
		if n := len(phrases[i].gaps); n > 0 && (best < 0 || int64(widths[i])*int64(len(phrases[best].gaps)) < int64(widths[best])*int64(n)) {
			best = i
		}
	}
	return best
}

// widen shares room out among gaps.
func widen(more map[int]page.Length, gaps []int, room page.Length) {
	for i, g := range gaps {
		n := room / page.Length(len(gaps)-i)
		more[g] += n
		room -= n
	}
}
