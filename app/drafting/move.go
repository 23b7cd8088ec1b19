package drafting

import (
	"strings"

	"safety365/bulletins"
)

// MoveBlock moves the paragraphs or list items that the selection touches up or down.
func MoveBlock(doc *bulletins.Document, sel selection, up bool) (change, bool) {
	end := sel.End()
	if i := topBefore(doc, end) + 1; i < len(doc.Starts) { // what is behind the next block matters too
		end = max(end, doc.Starts[i])
	}
	t := grow(doc, sel.Start(), end)
	t.anchor, t.caret = t.find(sel.Anchor), t.find(sel.Caret)
	first, last := t.movable()
	if first == nil {
		return change{}, false
	}
	p := first.parent
	a, b := first.index(), last.index()
	other := b + 1
	if up {
		other = a - 1
	}
	if other < 0 || other >= len(p.kids) {
		return change{}, false
	}
	n := p.kids[other]
	lo, hi := min(a, other), max(b, other)
	gaps := make([]int, hi-lo+1)
	for i := range gaps {
		gaps[i] = p.kids[lo+i].gap
	}
	for _, leaf := range p.leaves(nil) {
		t.load(leaf)
	}
	for _, k := range p.kids[lo:min(hi+2, len(p.kids))] { // what is indented could become part of what is now before it
		if k.kind == list && len(k.raw) > 0 && strings.HasPrefix(k.raw[0], " ") {
			k.raw = nil
			for _, i := range k.kids {
				i.raw = nil
			}
		}
	}
	p.kids = append(p.kids[:other:other], p.kids[other+1:]...)
	to := lo
	if up {
		to = hi
	}
	p.insert(to, n)
	for i := range gaps {
		p.kids[lo+i].gap = gaps[i]
		if p.kind != list && (lo > 0 || i > 0) {
			p.kids[lo+i].gap = max(2, gaps[i])
		}
	}
	p.touch()
	return t.change()
}

// movable returns the first and last of the siblings that the selection touches.
func (t *tree) movable() (first, last *node) {
	own := t.touched()
	if len(own) == 0 {
		return nil, nil
	}
	a, b := unitOf(own[0]), unitOf(own[len(own)-1])
	for a != nil && b != nil && a.parent != b.parent {
		switch {
		case depth(a) > depth(b):
			a = unitOf(a.parent)
		case depth(b) > depth(a):
			b = unitOf(b.parent)
		default:
			a, b = unitOf(a.parent), unitOf(b.parent)
		}
	}
	if a == nil || b == nil {
		return nil, nil
	}
	return a, b
}

func depth(n *node) int {
	d := 0
	for ; n != nil; n = n.parent {
		d++
	}
	return d
}

// unitOf returns what is moved when a node is: the item that it begins, its table, or
// the block itself.
func unitOf(n *node) *node {
	for n != nil && n.parent != nil {
		switch {
		case n.kind == cell, n.kind == table && n.parent.kind == table, n.parent.kind == foreign:
			n = n.parent
		case n.parent.kind == item && n.parent.kids[0] == n, n.parent.kind == note:
			n = n.parent
		default:
			return n
		}
	}
	return nil
}
