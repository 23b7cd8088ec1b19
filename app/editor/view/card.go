package view

import (
	"cmp"
	"strings"

	"safety365/bulletins"
	"safety365/bulletins/kinds"
	"safety365/bulletins/page"
)

// A directive is a card: a head with what it is called and how it is set, under it what
// it holds. A click on the head opens its form, so nobody has to see the fences.

// directive sets a directive.
func (b *builder) directive(n *bulletins.Directive) {
	rule := kinds.Schema().Directives[n.Name]
	end, closed := b.closingFence(n)
	switch {
	case rule.Empty && len(n.Blocks) == 0:
		b.leaf(n)
	case !closed:
		b.leave(b.em(45))
		b.raw(lineRange{n.Start, min(b.lineEnd(n.Start), n.End)})
		b.at = min(b.lineEnd(n.Start), n.End)
		b.blocks(n.Blocks, blocked)
	default:
		b.card(n, end)
	}
	b.at = max(b.at, n.End)
}

// closingFence returns where the line that closes a directive starts.
func (b *builder) closingFence(n *bulletins.Directive) (int, bool) {
	start := strings.LastIndexByte(b.src[:n.End], '\n') + 1
	if start <= n.Start {
		return 0, false
	}
	for _, child := range n.Blocks {
		if child.Source().End > start {
			return 0, false
		}
	}
	fence := strings.Trim(b.src[start:n.End], " \t>")
	return start, len(fence) >= 3 && strings.Trim(fence, ":") == ""
}

// card sets a directive with what it holds.
func (b *builder) card(n *bulletins.Directive, end int) {
	pad := b.em(85)
	b.leave(b.em(60))
	y := b.frame()
	box := len(b.col.shapes)
	b.col.shapes = append(b.col.shapes,
		shape{kind: roundBox, fill: cardInk, edge: cardEdgeInk},
		shape{kind: roundBox, fill: toneInk(n.Attrs.Get("tone"))})
	head := b.head(n, y)
	b.y += head.H
	b.col.parts = append(b.col.parts, part{Card, n.Range, head})
	b.at = b.lineEnd(n.Start)
	b.narrower(pad, pad, func() {
		b.fresh = true
		before := b.blocks(n.Blocks, open)
		before = b.notesUpTo(end, before)
		b.gap(end, between(before, open))
	})
	b.space = 0
	if !b.fresh { // there is something in it
		b.y += b.em(55)
	}
	b.fresh = false
	b.col.shapes[box].rect = page.Rect{X: b.x, Y: y, W: b.w, H: b.y - y}
	b.col.shapes[box+1].rect = page.Rect{X: b.x, Y: y, W: 3 * page.Pt, H: b.y - y}
	b.leave(b.em(60))
}

// leaf sets a directive that holds nothing: a label between two lines.
func (b *builder) leaf(n *bulletins.Directive) {
	b.leave(b.em(45))
	y := b.begin()
	h := b.em(170)
	s := b.body.scaled(80).in(quietInk)
	words, w := b.v.words(strings.Join(append([]string{b.v.name(n.Name)}, values(n.Attrs)...), " · "), s, b.w-b.em(400))
	middle, line := y+h/2, (b.w-w-b.em(160))/2
	b.col.labels = append(b.col.labels, label{words, b.x + line + b.em(80), middle + s.size.MulDiv(37, 100)})
	for _, x := range []page.Length{b.x, b.x + b.w - line} {
		b.col.shapes = append(b.col.shapes, shape{rect: page.Rect{X: x, Y: middle, W: line, H: page.Pt}, fill: ruleInk})
	}
	b.col.parts = append(b.col.parts, part{Card, n.Range, page.Rect{X: b.x, Y: y, W: b.w, H: h}})
	b.y += h
	b.leave(b.em(45))
}

// head draws the head of a card and returns its rectangle.
func (b *builder) head(n *bulletins.Directive, y page.Length) page.Rect {
	r := page.Rect{X: b.x, Y: y, W: b.w, H: b.em(205)}
	right := r.X + r.W - b.em(85)
	base := y + r.H/2 + b.em(37)
	x := b.x + b.em(85)
	tone := toneInk(n.Attrs.Get("tone"))
	if tone == accentInk {
		tone = textInk
	}
	title := n.Attrs.Get("title")
	if title == "" {
		x = b.label(b.v.name(n.Name), b.body.scaled(92).bold().in(tone), x, base, right-x)
	} else {
		x = b.label(title, b.body.bold().in(tone), x, base, right-x)
		x = b.label(b.v.name(n.Name), b.body.scaled(78).in(quietInk), x+b.em(70), base, right-x-b.em(70))
	}
	if about := strings.Join(values(n.Attrs), " · "); about != "" && right-x > b.em(300) {
		b.label(about, b.body.scaled(82).in(quietInk), x+b.em(70), base, right-x-b.em(70))
	}
	return r
}

// values returns what a directive's attributes say, but for those that a card shows in
// another way.
func values(attrs bulletins.Attrs) []string {
	var out []string
	for _, a := range attrs {
		switch {
		case a.Key == "title" || a.Key == "tone" || a.Key == "id" || a.Key == "class" || a.Value == "":
		default:
			out = append(out, a.Value)
		}
	}
	return out
}

func toneInk(tone string) ink {
	switch tone {
	case "danger":
		return errorInk
	case "warning":
		return warningInk
	case "info":
		return infoInk
	case "success":
		return successInk
	}
	return accentInk
}

// name returns what a directive is called.
func (v *View) name(directive string) string {
	if v.state.Name != nil {
		if name := v.state.Name(directive); name != "" {
			return name
		}
	}
	return cmp.Or(directive, ":::")
}

// front makes the card of the front matter.
func (v *View) front(words string, length int) *column {
	b := v.builder("", -1)
	y := b.begin()
	h := b.em(235)
	r := page.Rect{X: b.x, Y: y, W: b.w, H: h}
	b.col.shapes = append(b.col.shapes, shape{kind: roundBox, rect: r, fill: cardInk, edge: cardEdgeInk})
	b.col.parts = append(b.col.parts, part{Card, bulletins.Range{End: length}, r})
	x, base := b.x+b.em(85), y+h/2+b.em(37)
	right := r.X + r.W - b.em(85)
	title, about, _ := strings.Cut(words, "\n")
	x = b.label(title, b.body.bold(), x, base, right-x)
	x += b.em(90)
	quiet := b.body.scaled(82).in(quietInk)
	b.label(b.v.facts(about, quiet, right-x), quiet, x, base, right-x)
	b.y += h
	b.leave(b.em(80))
	return b.finish()
}

// facts leaves out the last of some facts, parted by " · ", for which a line has no
// room: half a date says nothing.
func (v *View) facts(about string, s style, width page.Length) string {
	for about != "" {
		if _, w := v.words(about, s, 1<<40); w <= width {
			break
		}
		about = about[:max(strings.LastIndex(about, " · "), 0)]
	}
	return about
}

// frontColumn returns the card of the front matter.
func (v *View) frontColumn(length int) *column {
	words := v.state.Front
	if words == "" {
		meta := v.state.Document.Meta
		words = cmp.Or(meta.Text("title"), meta.Text("kind"), "---")
	}
	key := frontKey{words, length}
	if v.frontMade == nil || v.frontOf != key {
		v.frontMade, v.frontOf = v.front(words, length), key
	}
	return v.frontMade
}

type frontKey struct {
	words  string
	length int
}

func isEmptyDirective(name string) bool { return kinds.Schema().Directives[name].Empty }
