package layout

import "safety365/bulletins/page"

// passage is the part of a paragraph that stands in one column.
type passage struct {
	page     int
	part     int // of the paragraph, from 1
	lines    int
	baseline page.Length // of its last line
	first    Finding     // its first line, and its last
	last     Finding
	spaces   []space // of its last line
	rivers   []river
	hyphens  int // lines in a row that end in one, up to the last
	hyphen   Finding
}

// river is a row of spaces below each other.
type river struct {
	start Finding
	lines int // of its longest arm
}

// follow adds a line to its passage.
func (r *Report) follow(l *page.Line, f Finding, t *lineText) {
	g := r.passages[l.Paragraph]
	if g == nil {
		g = &passage{}
		r.passages[l.Paragraph] = g
	}
	if g.page != f.Page || r.down(l) < g.baseline { // on the next page, or in the next column
		if g.part == 1 && g.lines == 1 {
			r.note(g.first, Club, 0, "")
		}
		r.endRivers(g)
		g.page, g.lines, g.first = f.Page, 0, f
		g.part++
	}
	g.baseline = r.down(l)
	g.lines++
	r.hyphens(g, f, t)
	r.flow(g, t)
	g.last = f
}

// endPassage is the end of a paragraph.
func (r *Report) endPassage(g *passage) {
	if g.part > 1 && g.lines == 1 {
		r.note(g.first, Widow, 0, "")
	}
	r.endRivers(g)
	r.endHyphens(g)
	delete(r.passages, g.first.Paragraph)
}

// hyphens counts the hyphens at the ends of lines, over the ends of pages too.
func (r *Report) hyphens(g *passage, f Finding, t *lineText) {
	if t.hyphen {
		r.totals.Hyphens++
		if g.hyphens == 0 {
			g.hyphen = f
		}
		g.hyphens++
	} else {
		r.endHyphens(g)
	}
}

func (r *Report) endHyphens(g *passage) {
	if g.hyphens > hyphenRow {
		r.note(g.hyphen, Hyphens, Thousandths(g.hyphens)*1000, "lines")
	}
	g.hyphens = 0
}

// flow follows the rivers of a passage into its next line. A space goes on from one
// that lies above at least half of the narrower of the two: less is not seen as white
// that runs down the page.
func (r *Report) flow(g *passage, t *lineText) {
	above, next := g.spaces, r.spare[:0]
	if !t.han {
		next = append(next, t.spaces...)
	}
	for i := range next {
		s := &next[i]
		s.lines = 1
		from := -1
		for k := range above {
			up := &above[k]
			common := min(s.to, up.to) - max(s.from, up.from)
			if 2*common >= min(s.to-s.from, up.to-up.from) && up.lines >= s.lines {
				s.lines, from = up.lines+1, k
			}
		}
		if from < 0 {
			continue
		}
		up := &above[from]
		if up.river == 0 {
			start := g.last
			start.Source = up.source
			g.rivers = append(g.rivers, river{start: start})
			up.river = len(g.rivers)
		}
		s.river = up.river
		rv := &g.rivers[s.river-1]
		rv.lines = max(rv.lines, s.lines)
	}
	r.spare, g.spaces = above, next
}

func (r *Report) endRivers(g *passage) {
	for i := range g.rivers {
		if rv := &g.rivers[i]; rv.lines >= riverLines {
			r.note(rv.start, River, Thousandths(rv.lines)*1000, "lines")
		}
	}
	g.rivers, g.spaces = g.rivers[:0], g.spaces[:0]
}
