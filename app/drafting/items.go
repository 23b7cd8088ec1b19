package drafting

import (
	"strings"

	"safety365/bulletins"
)

func (g *grower) list(n *node, v *bulletins.List, rows []row) {
	n.kind, n.ordered, n.start, n.delim = list, v.Ordered, v.Start, v.Delim
	if !v.Ordered {
		n.delim = '-'
	}
	n.same = len(v.Items) > 1
	numbers := map[string]bool{}
	for i, it := range v.Items {
		first, last := g.rowOf(rows, n.base+it.Start), g.rowOf(rows, n.base+it.End)
		if i+1 < len(v.Items) { // with what the parser keeps to itself
			next := g.rowOf(rows, n.base+v.Items[i+1].Start) - 1
			for next > last && g.blank(rows[next]) {
				next--
			}
			last = max(last, next)
		}
		kid := &node{kind: item, base: n.base, task: it.Task, block: nil}
		own := make([]row, last-first+1)
		copy(own, rows[first:last+1])
		head, width := markerOf(g.line(own[0]))
		numbers[strings.TrimSpace(head)] = true
		if !v.Ordered && strings.TrimSpace(head) != "" {
			n.delim = strings.TrimSpace(head)[0]
		}
		own[0].pre += len(head)
		kid.width = width
		for i := range own[1:] {
			own[i+1] = g.indented(own[i+1], width)
		}
		kid.parent = n
		kid.head = head
		if len(n.kids) > 0 {
			if before := g.lastRow(n, rows) + 1; before < first {
				g.voids(n, rows, before, first, frame{}, false)
			}
		}
		g.add(n, kid, rows, first, last)
		own[0] = g.box(kid, own[0])
		blocks := it.Blocks
		if len(blocks) > 0 && n.base+blocks[0].Source().End <= own[0].pre { // nothing but a box
			blocks = blocks[1:]
		}
		g.fill(kid, g.all(blocks, n.base), own, frame{})
		if len(kid.kids) == 0 || kid.kids[0].from > own[0].start {
			g.void(kid, own[0])
		}
		if first := kid.kids[0]; first.kind == paragraph && first.line != nil {
			first.line.setting = itemSetting
			if kid.task != bulletins.NoTask {
				first.line.setting = taskSetting
			}
		}
	}
	n.same = n.same && len(numbers) == 1
}

// box takes the box of a task off a row. The parser takes one without text behind it
// for text, or for nothing.
func (g *grower) box(kid *node, r row) row {
	s := g.line(r)
	switch strings.TrimRight(s, " ") {
	case "[ ]":
		kid.task = bulletins.TaskOpen
	case "[x]", "[X]":
		kid.task = bulletins.TaskDone
	}
	if kid.task != bulletins.NoTask {
		r.pre += min(len("[ ]"), len(s))
		for r.pre < r.end && g.text[r.pre] == ' ' {
			r.pre++
		}
	}
	return r
}

// void gives an item without text a paragraph for it.
func (g *grower) void(kid *node, r row) {
	n := &node{kind: paragraph, parent: kid, from: r.start, to: r.end,
		line: &line{at: bulletins.Range{Start: r.pre, End: r.end}, read: true, void: true, setting: itemSetting}}
	if r.pre > r.start && strings.IndexByte(" \t", g.text[r.pre-1]) < 0 {
		n.line.lead = " "
	}
	if len(kid.kids) > 0 {
		kid.kids[0].gap = max(1, kid.kids[0].gap)
	}
	kid.kids = append([]*node{n}, kid.kids...)
}

// markerOf returns the marker of an item with the spaces behind it, and how wide it
// is.
func markerOf(s string) (head string, width int) {
	rest := strings.TrimLeft(s, " \t")
	indent := len(s) - len(rest)
	n := len(rest) - len(strings.TrimLeft(rest, "0123456789"))
	if n < len(rest) {
		n++
	}
	spaces := len(rest[n:]) - len(strings.TrimLeft(rest[n:], " \t"))
	if spaces > 4 || n+spaces == len(rest) {
		spaces = min(spaces, 1)
	}
	width = indent + n + max(spaces, 1)
	if strings.HasPrefix(rest[n:], "\t") {
		spaces, width = 1, indent+n+4-(indent+n)%4
	}
	return s[:indent+n+spaces], width
}
