package view

import (
	"strconv"
	"strings"

	"safety365/bulletins"
	"safety365/bulletins/page"
)

// listing sets a list: what each item holds, and its marker in the indent.
func (b *builder) listing(n *bulletins.List) {
	above, parting := b.parting, b.parting
	if parting = 10; !n.Tight {
		parting = 40
	}
	indent := b.em(170)
	if n.Ordered && len(n.Items) > 0 {
		_, w := b.v.words(strconv.Itoa(n.Start+len(n.Items)-1)+".", b.body, b.w)
		indent = max(indent, w+b.em(60))
	}
	b.leave(b.em(above))
	b.list++
	b.parting = parting
	for i, item := range n.Items {
		b.gap(item.Start, between(blocked, blocked))
		b.item(n, i, indent)
		b.space = 0
		b.leave(b.em(parting))
	}
	b.list--
	b.parting = above
	b.at = max(b.at, n.End)
	b.leave(b.em(above))
}

func (b *builder) item(n *bulletins.List, i int, indent page.Length) {
	item := n.Items[i]
	length := markerLength(b.src[item.Start:])
	if length == 0 || b.passed(item.Start) {
		b.bad = true
		return
	}
	b.at = item.Start + length
	task, box := b.task(item)
	y, first := b.frame(), len(b.col.pieces)
	was := b.inset
	b.inset = true
	b.narrower(indent, 0, func() {
		if len(item.Blocks) == 0 || task != item.Task {
			b.emptyItem()
		} else {
			b.blocks(item.Blocks, blocked)
		}
	})
	b.inset = was
	b.at = max(b.at, item.End)
	b.fresh = false
	base := y + b.leading(b.body.size)/2 + b.body.size.MulDiv(37, 100)
	lead := "• "
	if n.Ordered {
		lead = strconv.Itoa(n.Start+i) + string(rune(n.Delim)) + " "
	}
	if first < len(b.col.pieces) {
		p := &b.col.pieces[first]
		if p.lead = lead + p.lead; len(p.rows) > 0 {
			base = p.y + p.rows[0].baseline
		}
	}
	b.marker(n, lead, task, box, base, indent)
}

// emptyItem sets the place for the text of an item that has none yet.
func (b *builder) emptyItem() {
	end := b.lineEnd(b.at)
	if b.at < end && b.src[b.at] == ' ' {
		b.at++
	}
	p := b.paragraph(b.at)
	b.verbatim(&p, b.at, end, b.body)
	b.at = end
	b.set(&p)
}

// task returns whether an item has a box, where it is, and passes over it. A box with
// no text behind it is no box for the parser yet.
func (b *builder) task(item *bulletins.ListItem) (bulletins.TaskState, bulletins.Range) {
	line := b.src[b.at:b.lineEnd(b.at)]
	rest := strings.TrimLeft(line, " \t")
	at := b.at + len(line) - len(rest)
	if len(rest) < 3 || rest[0] != '[' || rest[2] != ']' || !strings.Contains(" xX", rest[1:2]) {
		return item.Task, bulletins.Range{}
	}
	state := item.Task
	if state == bulletins.NoTask {
		if len(item.Blocks) != 1 || strings.TrimSpace(rest[3:]) != "" || item.Blocks[0].Source().End > b.at+len(line) {
			return state, bulletins.Range{}
		}
		if state = bulletins.TaskDone; rest[1] == ' ' {
			state = bulletins.TaskOpen
		}
	}
	b.at = at + 3
	if state == item.Task && b.at < len(b.src) && b.src[b.at] == ' ' {
		b.at++
	}
	return state, bulletins.Range{Start: at, End: at + 3}
}

// marker draws what stands before an item.
func (b *builder) marker(n *bulletins.List, lead string, task bulletins.TaskState, box bulletins.Range, base, indent page.Length) {
	middle := base - b.body.size.MulDiv(36, 100) // of the letters
	add := func(kind shapeKind, size page.Length, fill, edge ink) page.Rect {
		r := page.Rect{X: b.x + indent - b.em(85) - size/2, Y: middle - size/2, W: size, H: size}
		b.col.shapes = append(b.col.shapes, shape{kind, r, fill, edge})
		return r
	}
	switch {
	case task != bulletins.NoTask:
		kind, fill, line := openTask, noInk, quietInk
		if task == bulletins.TaskDone {
			kind, fill, line = doneTask, accentInk, accentInk
		}
		r := add(kind, b.em(88), fill, line)
		b.col.parts = append(b.col.parts, part{Task, box, r.Inset(-3 * page.Pt)})
	case n.Ordered:
		text := strings.TrimSpace(lead)
		_, w := b.v.words(text, b.body, b.w)
		b.label(text, b.body.in(quietInk), b.x+indent-w-b.em(45), base, b.w)
	case b.list%3 == 1:
		add(disc, b.em(32), textInk, noInk)
	case b.list%3 == 2:
		add(ring, b.em(32), noInk, textInk)
	default:
		add(square, b.em(27), textInk, noInk)
	}
}

// markerLength returns the length of the marker that opens an item, spaces before it
// included.
func markerLength(s string) int {
	at := len(s) - len(strings.TrimLeft(s, " \t"))
	if at == len(s) {
		return 0
	}
	if strings.IndexByte("-+*", s[at]) >= 0 {
		return at + 1
	}
	digits := at
	for digits < len(s) && '0' <= s[digits] && s[digits] <= '9' {
		digits++
	}
	if digits == at || digits == len(s) || s[digits] != '.' && s[digits] != ')' {
		return 0
	}
	return digits + 1
}
