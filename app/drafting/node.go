package drafting

import (
	"safety365/bulletins"
)

// nodeKind says what a node is.
type nodeKind uint8

const (
	root nodeKind = iota
	paragraph
	heading
	quote
	list
	item
	directive
	note
	table
	cell
	figure
	code
	rule    // a thing without text: a rule, a page break
	foreign // what is left as it stands: definitions, comments
)

// node is a block that can be changed. One that is not changed is printed as it
// stood.
type node struct {
	kind   nodeKind
	parent *node
	kids   []*node
	block  bulletins.Block
	base   int      // where the ranges of block count from
	raw    []string // its lines without what the blocks round it put before them; nil once changed
	gap    int      // line ends between it and what stands before it

	head, tail string // opening and closing fence; marker; what stands before and behind a caption
	level      int    // of a heading
	width      int    // of what an item puts before its further lines
	task       bulletins.TaskState
	ordered    bool // list
	start      int
	same       bool // every item has the same number
	delim      byte

	line *line   // the text of a paragraph, heading, cell, figure or code
	rows []*node // of a table: nodes whose kids are cells
	pics []*node // lines inside something foreign, which can be changed where they stand
	home []row   // the rows of something foreign with such lines
	aim  []bulletins.Align

	end  int // line ends behind the last of kids, at the end of a text or a directive
	from int // where it stands in the text
	to   int
}

// line is a line of text: what a caret can stand in.
type line struct {
	at          bulletins.Range // in the text
	lead, trail string          // what must be put round it when it is no longer empty
	setting     setting
	spans       []bulletins.Span
	chars       []char
	read        bool
	changed     bool
	void        bool // it is an empty paragraph, or stands for a place without text
}

// pos is a place for a caret: before the char at index.
type pos struct {
	node  *node
	index int
}

// isText says whether the node is a paragraph or heading, which can be joined to
// others.
func (n *node) isText() bool { return n.kind == paragraph || n.kind == heading }

// isFixed says whether the node's line must stay where it is.
func (n *node) isFixed() bool { return n.parent == nil || n.parent.kind == foreign || !n.isText() }

// touch says that the node is no longer as it stood.
func (n *node) touch() {
	for ; n != nil; n = n.parent {
		n.raw = nil
	}
}

// index returns the place of the node among its parent's kids.
func (n *node) index() int {
	for i, k := range n.parent.kids {
		if k == n {
			return i
		}
	}
	return -1
}

// insert puts nodes among the kids.
func (n *node) insert(at int, nodes ...*node) {
	for _, k := range nodes {
		k.parent = n
	}
	n.kids = append(n.kids[:at:at], append(append([]*node(nil), nodes...), n.kids[at:]...)...)
	n.touch()
}

// cut takes the node out of its parent; the one after it keeps the larger gap.
func (n *node) cut() {
	p, i := n.parent, n.index()
	if i < 0 {
		return
	}
	if i+1 < len(p.kids) {
		next := p.kids[i+1]
		if i == 0 {
			next.gap = n.gap
		} else if n.line == nil || !n.line.void {
			next.gap = max(next.gap, n.gap)
		} else {
			next.gap = max(next.gap, 2)
		}
	}
	p.kids = append(p.kids[:i:i], p.kids[i+1:]...)
	p.touch()
	n.parent = nil
}

// leaves lists the lines under a node in order, and what is no text but stands in
// their row.
func (n *node) leaves(out []*node) []*node {
	if n.line != nil || n.kind == rule {
		out = append(out, n)
	}
	for _, r := range n.rows {
		out = append(out, r.kids...)
	}
	for _, p := range n.pics {
		out = append(out, p)
	}
	for _, k := range n.kids {
		out = k.leaves(out)
	}
	return out
}

// within returns the nearest node of a kind round a node, or itself.
func (n *node) within(kind nodeKind) *node {
	for ; n != nil; n = n.parent {
		if n.kind == kind {
			return n
		}
	}
	return nil
}

// empty says whether a line shows nothing.
func (n *node) empty() bool {
	return n.line != nil && len(trimSpaces(n.line.chars)) == 0 && (n.line.read || len(n.line.spans) == 0)
}

// newParagraph makes a paragraph of chars.
func newParagraph(chars []char) *node {
	return &node{kind: paragraph, gap: 2, line: &line{chars: chars, read: true, changed: true, setting: paragraphSetting}}
}
