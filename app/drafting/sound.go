package drafting

import (
	"slices"
	"strings"

	"safety365/bulletins"
	"safety365/bulletins/kinds"
)

// maxSound is how much text is read back after a key, in bytes.
const maxSound = 16 << 10

// proved returns the change of the caret's line, made where it stands if the blocks
// round it then read as they should, and else printed with blank lines round every
// block. A line is tried by itself when it is spelt; this finds what only its place
// can tell, as a line under a table becoming a row of it.
func (t *tree) proved() (change, bool) {
	if t.wide || t.at.End-t.at.Start > maxSound || t.caret.node.secure() {
		return t.done()
	}
	c, ok := t.done()
	want := t.texts()
	if !ok || t.reads(c, want) {
		return c, ok
	}
	n := t.caret.node
	if n.parent.kind == foreign {
		return c, ok
	}
	n.touch()
	for o := n; o.parent != nil && o.kind != cell; o = o.parent {
		for i, k := range o.parent.kids {
			if i > 0 && (k == o || o.parent.kids[i-1] == o) && k.kind != item {
				k.gap = max(k.gap, 2)
			}
			if i > 0 && k == o {
				o.parent.kids[i-1].shut()
			}
		}
	}
	if other, ok := t.change(); ok && t.reads(other, want) {
		return other, true
	}
	return c, ok
}

// secure says whether nothing beside a paragraph can change what it is: its trial by
// itself tells all.
func (n *node) secure() bool {
	p := n.parent
	if !n.isText() || n.isFixed() || p.kind != root && p.kind != directive {
		return false
	}
	i := n.index()
	if i > 0 && (n.gap < 2 || p.kids[i-1].kind == foreign || p.kids[i-1].leavesOpen()) {
		return false
	}
	return i+1 == len(p.kids) || p.kids[i+1].gap >= 2 && p.kids[i+1].kind != foreign
}

// leavesOpen says whether a fence in a block has no end.
func (n *node) leavesOpen() bool {
	if (n.kind == code || n.kind == directive) && n.tail == "" {
		return true
	}
	return len(n.kids) > 0 && n.kids[len(n.kids)-1].leavesOpen()
}

// shut closes the fences that a block leaves open.
func (n *node) shut() {
	switch {
	case n.kind == code && n.tail == "":
		n.touch()
	case n.kind == directive && n.tail == "":
		head := strings.TrimLeft(n.head, " ")
		n.tail = head[:len(head)-len(strings.TrimLeft(head, ":"))]
		n.touch()
	}
	if k := len(n.kids); k > 0 {
		n.kids[k-1].shut()
	}
}

// texts are what the lines of a tree show and what they stand in, but for those that
// show nothing.
func (t *tree) texts() []string {
	var out []string
	for _, n := range t.root.leaves(nil) {
		s := "-"
		if n.line != nil {
			s = plainOnly(t.load(n))
		}
		if s == "" {
			continue
		}
		for o := n; o != nil; o = o.parent {
			s += string(rune('a' + o.kind))
		}
		out = append(out, s)
	}
	return out
}

// reads says whether the blocks round a change show what they should after it.
func (t *tree) reads(c change, want []string) bool {
	edits := slices.Clone(c.Edits)
	for i := range edits {
		edits[i].Range = bulletins.Range{Start: edits[i].Range.Start - t.at.Start, End: edits[i].Range.End - t.at.Start}
	}
	text := applied(t.text[t.at.Start:t.at.End], change{Edits: edits})
	d := bulletins.Parse("", "\n"+text, kinds.Schema())
	return slices.Equal(grow(d, 0, len(d.Text)).texts(), want)
}
