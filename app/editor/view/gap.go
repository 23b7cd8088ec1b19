package view

import "strings"

// What stands between blocks is blank lines, which part paragraphs, or what the parser
// makes nothing of: comments, definitions of links, stray fences. The latter is shown
// as it was typed. Of blank lines one parts two paragraphs; more are paragraphs without
// text, each of which is parted from its neighbours in turn.

// edge says what stands beside a gap.
type edge uint8

const (
	open    edge = iota // a paragraph may begin there
	blocked             // text that a blank line has to part
)

// bounds say how a gap is cut out of the text.
type bounds struct {
	before, after edge
	starts        bool // its first line is a whole one, not the rest of a block's last
	ends          bool // the text ends there: its last line can be written on
}

// between are the bounds of a gap between two blocks.
func between(before, after edge) bounds { return bounds{before: before, after: after} }

// gap passes over the source up to a place, between blocks.
func (b *builder) gap(to int, g bounds) {
	to = min(to, len(b.src))
	if to < b.at {
		return
	}
	var blank []lineRange
	for first := true; ; first = false {
		end := min(b.lineEnd(b.at), to)
		line, last := b.prefix(lineRange{b.at, end}), end == to
		switch {
		case strings.TrimSpace(b.src[line.from:line.to]) != "":
			b.blanks(blank, g.before, blocked)
			blank, g.before = blank[:0], blocked
			b.raw(line)
		case (!first || g.starts) && (!last || g.ends):
			blank = append(blank, line)
		}
		if last {
			break
		}
		b.at = end + 1
	}
	b.at = to
	b.blanks(blank, g.before, g.after)
}

type lineRange struct{ from, to int }

// prefix returns a line without the marks of the quotations that it stands in.
func (b *builder) prefix(l lineRange) lineRange {
	for range b.depth {
		rest := strings.TrimLeft(b.src[l.from:l.to], " \t")
		if !strings.HasPrefix(rest, ">") {
			break
		}
		l.from = l.to - len(rest) + 1
		if l.from < l.to && b.src[l.from] == ' ' {
			l.from++
		}
	}
	return l
}

// blanks shows those of some blank lines that are paragraphs.
func (b *builder) blanks(lines []lineRange, before, after edge) {
	for i := range max(0, len(lines)+1-int(before)-int(after)) / 2 {
		b.blank(lines[int(before)+2*i])
	}
}

// blank shows a paragraph without text; it may hold spaces.
func (b *builder) blank(l lineRange) {
	p := b.paragraph(l.from)
	b.verbatim(&p, l.from, l.to, b.body)
	p.to = l.to
	b.leave(b.em(45))
	b.set(&p)
	b.leave(b.em(45))
}

// raw shows a line as it was typed.
func (b *builder) raw(l lineRange) {
	s := b.body.in(quietInk).role(mono).scaled(88)
	p := b.paragraph(l.from)
	p.quiet = true
	b.verbatim(&p, l.from, l.to, s)
	p.to = l.to
	p.leading = s.size.MulDiv(150, 100)
	b.leave(b.em(10))
	b.set(&p)
	b.leave(b.em(10))
}

// paragraph returns an empty piece that starts at a place.
func (b *builder) paragraph(at int) piece {
	return piece{from: at, to: at, size: b.body.size, leading: b.leading(b.body.size), style: b.v.styleOf(b.body), numbered: true}
}

// verbatim adds a stretch of the source to a piece, character by character.
func (b *builder) verbatim(p *piece, from, to int, s style) {
	for from < to {
		n := cluster(b.src[from:to])
		c := b.v.cell(b.src[from:from+n], s)
		c.from, c.to, c.stop = int32(from), int32(from+n), int32(from)
		p.cells = append(p.cells, c)
		from += n
	}
	p.to = max(p.to, to)
}
