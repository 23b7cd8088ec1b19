package drafting

import (
	"slices"

	"safety365/app/manuscript"
	"safety365/bulletins"
)

// paragraphBeside puts an empty paragraph behind or before a node, and the caret in it.
func (t *tree) paragraphBeside(n *node, behind bool) *node {
	fresh := newParagraph(nil)
	i := n.index()
	if behind {
		i++
	}
	t.place(n.parent, i, fresh)
	t.put(start(fresh))
	return fresh
}

// Behind begins a paragraph under a text that ends with something else, as a table or
// a picture.
func Behind(doc *bulletins.Document) (change, bool) {
	t := growAll(doc, manuscript.At(len(doc.Text)))
	if len(t.root.kids) == 0 {
		return change{}, false
	}
	last := t.root.kids[len(t.root.kids)-1]
	switch last.kind {
	case table, figure, directive, code, rule:
	default:
		return change{}, false
	}
	t.paragraphBeside(last, true)
	return t.change()
}

// place puts nodes among the kids of a container, parted by blank lines from the rest.
func (t *tree) place(parent *node, at int, nodes ...*node) {
	for i, n := range nodes {
		n.gap = 2
		if at == 0 && i == 0 {
			n.gap = 0
			if len(parent.kids) > 0 {
				n.gap = parent.kids[0].gap
			}
		}
	}
	parent.insert(at, nodes...)
	if next := at + len(nodes); next < len(parent.kids) {
		parent.kids[next].gap = max(2, parent.kids[next].gap)
		if at == 0 {
			parent.kids[next].gap = 2
		}
	}
}

// split parts the paragraph at the caret in two; the caret stands in the second.
func (t *tree) split() {
	p := t.caret
	n := p.node
	chars := t.load(n)
	if len(trimSpaces(chars[:p.index])) == 0 && len(chars) > 0 { // what there is moves down
		fresh := newParagraph(nil)
		t.place(n.parent, n.index(), fresh)
		if p.index > 0 {
			t.remove(n, 0, p.index)
		}
		t.put(start(n))
		return
	}
	rest := slices.Clone(chars[p.index:])
	t.remove(n, p.index, len(chars))
	fresh := newParagraph(rest)
	if n.kind == heading && len(trimSpaces(rest)) > 0 {
		fresh.kind, fresh.level, fresh.line.setting = heading, n.level, headingSetting
	}
	t.place(n.parent, n.index()+1, fresh)
	t.put(start(fresh))
}

// leave takes an empty paragraph at the end of a quotation or a directive out of it.
func (t *tree) leave(n *node) bool {
	p := n.parent
	if p.kind != quote && p.kind != directive && p.kind != note || len(p.kids) < 2 || n.index() != len(p.kids)-1 {
		return false
	}
	n.cut()
	p.end = 0
	if i := p.index() + 1; i < len(p.parent.kids) && p.parent.kids[i].empty() { // there is one already
		t.put(start(p.parent.kids[i]))
		return true
	}
	t.paragraphBeside(p, true)
	return true
}

// enterItem begins a new item; an empty one leaves the list, or goes a level up.
func (t *tree) enterItem() {
	p := t.caret
	n, own := p.node, p.node.parent
	chars := t.load(n)
	if len(trimSpaces(chars)) == 0 && len(own.kids) == 1 {
		t.outdent(own)
		return
	}
	l := own.parent
	gap := 1
	if i := own.index(); i > 0 {
		gap = own.gap
	} else if len(l.kids) > 1 {
		gap = l.kids[1].gap
	}
	fresh := &node{kind: item, gap: gap}
	if own.task != bulletins.NoTask {
		fresh.task = bulletins.TaskOpen
	}
	at := own.index()
	if len(trimSpaces(chars[:p.index])) == 0 { // the item moves down
		void := newParagraph(nil)
		void.gap = 0
		fresh.insert(0, void)
		first := own.gap
		l.insert(at, fresh)
		fresh.gap, own.gap = first, gap
		if p.index > 0 {
			t.remove(n, 0, p.index)
		}
		own.touch()
		t.put(start(n))
		return
	}
	rest := slices.Clone(chars[p.index:])
	t.remove(n, p.index, len(chars))
	second := newParagraph(rest)
	second.gap = 0
	others := own.kids[1:]
	own.kids = own.kids[:1]
	own.end = 0
	own.touch()
	fresh.insert(0, append([]*node{second}, others...)...)
	l.insert(at+1, fresh)
	if at+2 < len(l.kids) {
		l.kids[at+2].gap = max(l.kids[at+2].gap, 1)
	}
	t.put(start(second))
}
