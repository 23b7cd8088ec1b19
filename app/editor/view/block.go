package view

import (
	"strings"

	"safety365/bulletins"
	"safety365/bulletins/page"
)

// blocks sets blocks one under the other. Before says what stands above the first.
func (b *builder) blocks(list []bulletins.Block, before edge) edge {
	for _, n := range list {
		start := b.startOf(n)
		before = b.notesUpTo(n.Source().Start, before)
		if b.passed(start) {
			b.bad = true
			return before
		}
		b.gap(start, between(before, blocked))
		b.block(n)
		before = blocked
	}
	return before
}

// startOf returns where a block starts, with the spaces that open a paragraph: a
// writer's own indent is shown.
func (b *builder) startOf(n bulletins.Block) int {
	start := n.Source().Start
	p, ok := n.(*bulletins.Paragraph)
	if ok && start < b.at && len(p.Spans) > 0 && p.Spans[0].Start >= b.at {
		return b.at // behind the box of a task
	}
	if !ok || b.inset || b.depth > 0 {
		return start
	}
	for start > b.at && strings.IndexByte(" \t", b.src[start-1]) >= 0 {
		start--
	}
	return start
}

func (b *builder) block(n bulletins.Block) {
	switch n := n.(type) {
	case *bulletins.Heading:
		b.heading(n)
	case *bulletins.Paragraph:
		b.prose(n)
	case *bulletins.List:
		b.listing(n)
	case *bulletins.Quote:
		b.quote(n)
	case *bulletins.Code:
		b.code(n)
	case *bulletins.Rule:
		b.rule(n)
	case *bulletins.Table:
		b.table(n)
	case *bulletins.Figure:
		b.figure(n)
	case *bulletins.DefinitionList:
		b.definitions(n)
	case *bulletins.Directive:
		b.directive(n)
	}
}

// headings gives the size and the space above of the levels of headings, in
// hundredths of body text.
var headings = [...]struct{ size, above int64 }{{160, 110}, {135, 100}, {118, 85}, {105, 70}, {105, 60}, {105, 60}}

func (b *builder) heading(n *bulletins.Heading) {
	level := headings[min(max(n.Level, 1), len(headings))-1]
	end := b.lineEnd(n.Start)
	if hashes := len(b.src[n.Start:end]) - len(strings.TrimLeft(b.src[n.Start:end], "#")); hashes == n.Level && isSpaceOrEnd(b.src[n.Start+hashes:end]) {
		b.at = n.Start + hashes
		for b.at < end && (b.src[b.at] == ' ' || b.src[b.at] == '\t') {
			b.at++
			if len(n.Spans) == 0 {
				break // what else was typed there is shown
			}
		}
	} else {
		b.at = n.Start
		end = strings.LastIndexByte(b.src[:n.End], '\n') // the line under it
		if end < n.Start {
			end = n.End
		}
	}
	s := b.body.scaled(level.size).bold()
	p := b.paragraph(b.at)
	p.size, p.leading, p.style = s.size, s.size.MulDiv(140, 100), b.v.styleOf(s)
	body := b.body
	b.body = s
	b.inline(&p, n.Spans, s, 0, s, b.headingEnd(n, end))
	b.body = body
	b.at = max(b.at, n.End)
	b.leave(b.em(level.above))
	b.set(&p)
	b.leave(b.em(35))
}

// headingEnd returns where the text of a heading ends: marks and attributes behind it
// are hidden, spaces and comments are not.
func (b *builder) headingEnd(n *bulletins.Heading, end int) int {
	text := b.at
	if len(n.Spans) > 0 {
		text = max(text, n.Spans[len(n.Spans)-1].End)
	}
	rest := b.src[min(text, end):end]
	if strings.TrimSpace(rest) == "" || strings.Contains(rest, "<!--") {
		return end
	}
	return min(text, end)
}

func isSpaceOrEnd(s string) bool { return s == "" || s[0] == ' ' || s[0] == '\t' }

// numberedStyles gives the styles of the paragraphs that begin with a Chinese number, by
// level, as official documents have them.
var numberedStyles = [...]struct {
	size, above int64
	bold        bool
	role        role
}{{115, 75, true, sans}, {112, 55, false, kai}, {100, 45, true, sans}, {100, 45, false, sans}}

// prose sets a paragraph.
func (b *builder) prose(n *bulletins.Paragraph) {
	s, head, above := b.body, b.body, b.parting
	p := b.paragraph(b.at)
	if n.Level > 0 {
		level := numberedStyles[min(n.Level, len(numberedStyles))-1]
		if n.Head >= len(bulletins.PlainText(n.Spans)) { // a heading of its own
			s = s.scaled(level.size)
			above = level.above
			p.size, p.leading = s.size, b.leading(s.size)
		}
		head = s.role(level.role)
		head.font.bold = level.bold
	}
	if len(n.Spans) > 0 && n.Spans[0].Start >= b.at {
		open := b.src[b.at:n.Spans[0].Start]
		open = open[:len(open)-len(strings.TrimLeft(open, " \t\u3000"))]
		b.verbatim(&p, b.at, b.at+len(open), s)
		b.at += len(open)
	}
	b.inline(&p, n.Spans, s, n.Head, head, b.lineEnd(max(n.End, b.at)))
	b.leave(b.em(above))
	b.set(&p)
	b.leave(b.em(b.parting))
}

// leading returns the height of a row of text.
func (b *builder) leading(size page.Length) page.Length {
	if strings.HasPrefix(b.v.lang, "zh") {
		return size.MulDiv(165, 100)
	}
	return size.MulDiv(155, 100)
}

func (b *builder) quote(n *bulletins.Quote) {
	b.leave(b.em(45))
	y := b.frame()
	bar := len(b.col.shapes)
	b.col.shapes = append(b.col.shapes, shape{kind: roundBox, fill: ruleInk})
	b.depth++
	b.narrower(b.em(110), 0, func() { b.blocks(n.Blocks, blocked) })
	b.depth--
	b.at = max(b.at, n.End)
	if len(n.Blocks) == 0 {
		b.emptyQuote(n)
	}
	b.col.shapes[bar].rect = page.Rect{X: b.x, Y: y, W: 3 * page.Pt, H: b.y - y}
	b.leave(b.em(45))
}

// emptyQuote sets the place for the text of a quotation that has none yet.
func (b *builder) emptyQuote(n *bulletins.Quote) {
	b.depth++
	start := strings.LastIndexByte(b.src[:n.End], '\n') + 1
	l := b.prefix(lineRange{max(start, n.Start), n.End})
	b.depth--
	b.narrower(b.em(110), 0, func() { b.blank(l) })
}

func (b *builder) rule(n *bulletins.Rule) {
	b.leave(b.em(45))
	y := b.begin()
	h := b.em(120)
	b.col.shapes = append(b.col.shapes, shape{rect: page.Rect{X: b.x, Y: y + h/2, W: b.w, H: page.Pt}, fill: ruleInk})
	b.y += h
	b.at = max(b.at, n.End)
	b.leave(b.em(45))
}

func (b *builder) definitions(n *bulletins.DefinitionList) {
	for i := range n.Items {
		item := &n.Items[i]
		for _, term := range item.Terms {
			if len(term) == 0 {
				continue
			}
			b.gap(term[0].Start, between(blocked, blocked))
			p := b.paragraph(b.at)
			s := b.body.bold()
			b.inline(&p, term, s, 0, s, b.lineEnd(max(b.at, term[len(term)-1].End)))
			b.leave(b.em(45))
			b.set(&p)
			b.leave(b.em(10))
		}
		for _, blocks := range item.Descriptions {
			b.passColon()
			inset, parting := b.inset, b.parting
			b.inset, b.parting = true, 10
			b.narrower(b.em(180), 0, func() { b.blocks(blocks, blocked) })
			b.inset, b.parting = inset, parting
		}
	}
	b.gap(n.End, between(blocked, blocked))
	b.leave(b.em(45))
}

// passColon passes over the mark that opens a description.
func (b *builder) passColon() {
	rest := strings.TrimLeft(b.src[b.at:], " \t\n>")
	if strings.HasPrefix(rest, ":") {
		b.at = len(b.src) - len(rest) + 1
	}
}
