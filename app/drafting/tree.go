package drafting

import (
	"slices"

	"safety365/bulletins"
)

// order puts two places in the order of the text.
func (t *tree) order(a, b pos) (pos, pos) {
	if a.node == b.node {
		if a.index > b.index {
			return b, a
		}
		return a, b
	}
	for _, n := range t.root.leaves(nil) {
		switch n {
		case a.node:
			return a, b
		case b.node:
			return b, a
		}
	}
	return a, b
}

// put puts the caret somewhere and selects nothing.
func (t *tree) put(p pos) { t.caret, t.anchor = p, p }

// start and finish are the ends of a line.
func start(n *node) pos { return pos{n, 0} }

func (t *tree) finish(n *node) pos {
	if n.line == nil {
		return pos{n, 1}
	}
	return pos{n, len(t.load(n))}
}

// remove takes chars out of a line.
func (t *tree) remove(n *node, from, to int) {
	if from >= to {
		return
	}
	chars := t.load(n)
	n.line.chars = slices.Concat(chars[:from:from], chars[to:])
	n.line.changed = true
	n.touch()
}

// add puts chars into a line and the caret behind them.
func (t *tree) add(p pos, chars []char) pos {
	old := t.load(p.node)
	p.node.line.chars = slices.Concat(old[:p.index:p.index], chars, old[p.index:])
	p.node.line.changed = true
	p.node.touch()
	return pos{p.node, p.index + len(chars)}
}

// object is a node that is taken as a whole: selected first, then removed.
func (n *node) object() *node {
	for ; n != nil; n = n.parent {
		switch n.kind {
		case table:
			if n.parent.kind == table {
				continue
			}
			return n
		case figure, code, rule, directive:
			return n
		}
	}
	return nil
}

// source is where the block of a node stands.
func (n *node) source() bulletins.Range {
	if n.block == nil {
		return bulletins.Range{Start: n.from, End: n.to}
	}
	r := n.block.Source()
	return bulletins.Range{Start: r.Start + n.base, End: r.End + n.base}
}

// selected returns the object that is selected as a whole.
func (t *tree) selected(sel selection) *node {
	if sel.Empty() {
		return nil
	}
	var found *node
	t.walk(func(n *node) bool {
		if found == nil && n.kind != root && n.object() == n && n.source() == (bulletins.Range{Start: sel.Start(), End: sel.End()}) {
			found = n
		}
		return found == nil
	})
	return found
}

// walk calls f with every node that is a block, until it says no.
func (t *tree) walk(f func(*node) bool) {
	var visit func(*node) bool
	visit = func(n *node) bool {
		if !f(n) {
			return false
		}
		for _, k := range n.kids {
			if !visit(k) {
				return false
			}
		}
		return true
	}
	visit(t.root)
}

// choose returns the change that selects an object and alters nothing.
func (t *tree) choose(n *node) (change, bool) {
	r := n.source()
	return change{After: selection{Anchor: r.Start, Caret: r.End}}, true
}
