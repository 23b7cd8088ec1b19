package view

import (
	"strings"

	"safety365/bulletins"
	"safety365/bulletins/page"
)

// table sets a table as a grid. Every cell that has a place in the source is a piece,
// the empty ones too.
func (b *builder) table(n *bulletins.Table) {
	g := grid{builder: b, n: n, cols: len(n.Aligns)}
	if !g.read() {
		b.bad = true
		return
	}
	b.leave(b.em(55))
	g.top = b.begin()
	g.widths()
	g.place()
	b.at = max(b.at, n.End)
	b.leave(b.em(55))
}

type grid struct {
	*builder
	n    *bulletins.Table
	cols int
	rows [][]gridCell
	x    []page.Length // of the columns' left edges, and the last one's right edge
	top  page.Length
}

type gridCell struct {
	piece  piece
	there  bool   // it has a place in the source
	merged string // "<" or "^": it belongs to the cell on the left, or above
}

// read makes the pieces of all cells.
func (g *grid) read() bool {
	at := g.n.Start
	for i, row := range append([][]bulletins.Cell{g.n.Header}, g.n.Rows...) {
		if at > len(g.src) {
			return false
		}
		line := g.prefix(lineRange{at, g.lineEnd(at)})
		cells, ok := g.row(line, row, i == 0)
		if !ok {
			return false
		}
		g.rows = append(g.rows, cells)
		at = line.to + 1
		if i == 0 { // the line of dashes
			at = g.lineEnd(min(at, len(g.src))) + 1
		}
	}
	return true
}

func (g *grid) row(line lineRange, cells []bulletins.Cell, head bool) ([]gridCell, bool) {
	places := splitRow(g.src, line)
	out := make([]gridCell, g.cols)
	for i := range out {
		if i >= len(cells) || i >= len(places) {
			break
		}
		c, place := &cells[i], places[i]
		s := g.body
		if head {
			s = s.bold()
		}
		content := lineRange{c.Start, c.End}
		if len(c.Spans) == 0 && c.Start == c.End {
			content = middle(g.src, place)
		}
		if content.from < place.from || content.to > place.to || content.from < g.at {
			return nil, false
		}
		g.at = content.from
		p := g.paragraph(content.from)
		p.style = g.v.styleOf(s)
		p.numbered = i == 0
		out[i].merged = merged(g.src[content.from:content.to])
		if out[i].merged != "" {
			s = s.in(quietInk)
		}
		g.inline(&p, c.Spans, s, 0, s, content.to)
		g.padding(&p, place, s)
		switch g.n.Aligns[i] {
		case bulletins.AlignCenter:
			p.align = centred
		case bulletins.AlignRight:
			p.align = rightward
		}
		g.prepare(&p)
		out[i].piece, out[i].there = p, true
		g.at = place.to
	}
	rest := strings.Trim(g.src[min(g.at, line.to):line.to], " \t|")
	if rest != "" { // more cells than columns
		from := g.at + strings.Index(g.src[g.at:line.to], rest)
		g.over(&out[g.cols-1], lineRange{from, from + len(rest)})
	}
	g.at = line.to
	return out, true
}

// over appends what a row has too much to its last cell, so that it can be seen.
func (g *grid) over(c *gridCell, rest lineRange) {
	if !c.there {
		c.piece = g.paragraph(rest.from)
		c.there = true
		g.prepare(&c.piece)
	}
	s := g.body.in(errorInk)
	gap := g.v.cell(" ", s)
	if from := c.piece.to; from < rest.from {
		gap.from, gap.to, gap.stop = int32(from), int32(rest.from), int32(from)
		c.piece.cells = append(c.piece.cells, gap)
	}
	g.verbatim(&c.piece, rest.from, rest.to, s)
}

// padding shows the spaces behind a cell's text as far as the caret stands in them: it
// is there that a word is being typed.
func (g *grid) padding(p *piece, place lineRange, s style) {
	to := p.to
	for to < place.to && g.src[to] == ' ' {
		to++
	}
	if to <= p.to+1 {
		return
	}
	g.col.places = append(g.col.places, bulletins.Range{Start: p.to + 1, End: to - 1})
	g.col.spaces = true
	if g.anchor > p.to && g.anchor < to {
		g.verbatim(p, p.to, g.anchor, s)
	}
}

// middle returns the place for the text of an empty cell.
func middle(src string, place lineRange) lineRange {
	at := place.from
	if at < place.to && src[at] == ' ' {
		at++
	}
	return lineRange{at, at}
}

// merged returns the mark of a cell that is part of its neighbour, or "".
func merged(text string) string {
	if text == "<" || text == "^" {
		return text
	}
	return ""
}

// splitRow returns the places between the pipes of a row.
func splitRow(src string, line lineRange) []lineRange {
	from, to := line.from, line.to
	for from < to && (src[from] == ' ' || src[from] == '\t') {
		from++
	}
	if from < to && src[from] == '|' {
		from++
	}
	var places []lineRange
	for i := from; i < to; i++ {
		switch src[i] {
		case '\\':
			i++
		case '|':
			places = append(places, lineRange{from, i})
			from = i + 1
		}
	}
	if strings.Trim(src[from:to], " \t") != "" || from == to && len(places) == 0 {
		places = append(places, lineRange{from, to})
	}
	return places
}
