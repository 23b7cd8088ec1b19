package view

import (
	"strings"

	"safety365/bulletins"
	"safety365/bulletins/page"
)

// code sets a block of code on a wash. Its fences are hidden; one that is not closed
// yet is shown.
func (b *builder) code(n *bulletins.Code) {
	lines := b.codeLines(n)
	closed := strings.Count(b.src[n.Start:n.End], "\n")-len(lines) >= 1
	if !closed {
		b.leave(b.em(45))
		b.raw(lineRange{n.Start, min(b.lineEnd(n.Start), n.End)})
	}
	b.at = max(b.at, n.End)
	if len(lines) == 0 && !closed {
		return
	}
	pad := b.em(60)
	b.leave(b.em(55))
	y := b.frame()
	wash := len(b.col.shapes)
	b.col.shapes = append(b.col.shapes, shape{kind: roundBox, fill: codeInk})
	b.y += pad
	s := b.body.role(mono).scaled(90)
	if n.Language != "" && closed {
		q := b.body.scaled(72).in(quietInk)
		words, w := b.v.words(n.Language, q, b.w/2)
		b.col.labels = append(b.col.labels, label{words, b.x + b.w - pad - w, b.y + q.size.MulDiv(80, 100)})
	}
	if len(lines) > 0 {
		p := b.codePiece(lines, s)
		b.narrower(pad, pad, func() { b.set(p) })
	} else {
		b.y += b.leading(s.size)
	}
	b.y += pad
	b.fresh = false
	b.col.shapes[wash].rect = page.Rect{X: b.x, Y: y, W: b.w, H: b.y - y}
	b.leave(b.em(55))
}

func (b *builder) codePiece(lines []lineRange, s style) *piece {
	p := b.paragraph(lines[0].from)
	p.size, p.leading, p.style, p.lined = s.size, s.size.MulDiv(150, 100), b.v.styleOf(s), true
	for i, l := range lines {
		b.verbatim(&p, l.from, l.to, s)
		if i+1 < len(lines) {
			c := b.v.cell("\n", s)
			c.kind, c.advance = breakCell, 0
			c.from, c.to, c.stop = int32(l.to), int32(lines[i+1].from), int32(l.to)
			p.cells = append(p.cells, c)
		}
		p.to = l.to
	}
	return &p
}

// codeLines returns the lines of code in the source, without the marks of what they
// stand in.
func (b *builder) codeLines(n *bulletins.Code) []lineRange {
	var lines []lineRange
	at := b.lineEnd(n.Start) + 1
	for text := n.Text; text != "" && at <= len(b.src); {
		line, rest, _ := strings.Cut(text, "\n")
		end := b.lineEnd(at)
		l := lineRange{at, end}
		if source := b.src[at:end]; strings.HasSuffix(source, line) {
			l.from = end - len(line)
		}
		lines = append(lines, l)
		at, text = end+1, rest
	}
	return lines
}
