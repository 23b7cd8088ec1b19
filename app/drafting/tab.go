package drafting

import (
	"safety365/bulletins"
)

// Tab puts a list item a level deeper, or up again with back; in a table it goes to
// the next cell.
func Tab(doc *bulletins.Document, sel selection, back bool) (change, bool) {
	t := growAll(doc, sel)
	n := t.caret.node
	if n == nil {
		return change{}, false
	}
	if n.kind == cell {
		return t.nextCell(n, back)
	}
	if n.kind == code && !back {
		if sel.Empty() {
			t.put(t.add(t.caret, typed("\t", nil)))
			return t.inline()
		}
		return change{}, false
	}
	done := false
	for _, own := range t.items() {
		if back {
			if own.parent.parent.kind == item {
				t.outdent(own)
				done = true
			}
		} else {
			done = t.indent(own) || done
		}
	}
	if !done {
		return change{}, false
	}
	return t.change()
}

// items lists the items that the selection touches, without those inside them.
func (t *tree) items() []*node {
	var out []*node
	for _, n := range t.touched() {
		own := n.within(item)
		if own == nil {
			continue
		}
		covered := false
		for _, o := range out {
			covered = covered || own.inside(o)
		}
		if !covered {
			out = append(out, own)
		}
	}
	return out
}

// touched lists the lines from one end of the selection to the other.
func (t *tree) touched() []*node {
	a, b := t.order(t.anchor, t.caret)
	var out []*node
	in := false
	for _, n := range t.root.leaves(nil) {
		if n == a.node {
			in = true
		}
		if in {
			out = append(out, n)
		}
		if n == b.node {
			break
		}
	}
	// A selection that ends where a paragraph begins does not mean that paragraph.
	if k := len(out); k > 1 && b.index == 0 && b.node == out[k-1] {
		out = out[:k-1]
	}
	return out
}
