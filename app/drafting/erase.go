package drafting

import (
	"slices"

	"safety365/bulletins"
)

// erase takes out what stands between two places. Whole blocks go; of tables, pictures
// and code that are touched only in part, the text goes; two paragraphs become one.
func (t *tree) erase(a, b pos) pos {
	a, b = t.order(a, b)
	if a.node == b.node {
		if a.node.line == nil {
			t.wide = true
			return t.drop(a.node)
		}
		t.remove(a.node, a.index, b.index)
		return a
	}
	t.wide = true
	all := t.root.leaves(nil)
	from, to := slices.Index(all, a.node), slices.Index(all, b.node)
	if from < 0 || to < 0 {
		return a
	}
	first, last := t.whole(all, from, to, a, true), t.whole(all, from, to, b, false)
	if first != nil && first == last { // from its first cell to its last: only the text
		first, last = nil, nil
	}
	var gone []*node
	for _, n := range all[from+1 : to] {
		t.doom(&gone, n, a.node, b.node)
	}
	for _, n := range []*node{first, last} {
		if n != nil && !slices.Contains(gone, n) {
			gone = append(gone, n)
		}
	}
	if first == nil && a.node.line != nil {
		t.remove(a.node, a.index, len(t.load(a.node)))
	} else if first == nil && a.index == 0 {
		first = a.node
		gone = append(gone, first)
	}
	if last == nil && b.node.line != nil {
		t.remove(b.node, 0, b.index)
	} else if last == nil && b.index > 0 && b.node.line == nil {
		last = b.node
		gone = append(gone, last)
	}
	return t.close(a, b, first, last, gone)
}

// close takes out what is doomed and joins what is left at both ends.
func (t *tree) close(a, b pos, first, last *node, gone []*node) pos {
	var here *node // stands where the first block was
	if first != nil {
		here = newParagraph(nil)
		here.gap = first.gap
		here.line.void = true
		first.parent.insert(first.index(), here)
		first.gap = 2
	}
	for _, n := range gone {
		if n.parent != nil {
			t.drop1(n)
		}
	}
	open, shut := a.node.isText() && !a.node.isFixed(), b.node.isText() && !b.node.isFixed()
	switch {
	case here != nil && last == nil && shut:
		t.discard(b.node, here)
		return start(b.node)
	case here != nil:
		return start(here)
	case open && last == nil && shut:
		at := t.join(a.node, b.node)
		return at
	case last == nil && shut && b.node.empty() && len(b.node.parent.kids) > 1:
		t.drop1(b.node)
	}
	return a
}

// whole returns the object that one end of a selection stands in, if the selection
// goes over all of it.
func (t *tree) whole(all []*node, from, to int, at pos, first bool) *node {
	n := at.node.object()
	if n == nil || n.kind == directive || at.node.line == nil {
		return nil
	}
	if first {
		if at.index > 0 || from > 0 && all[from-1].inside(n) || all[to].inside(n) {
			return nil
		}
		return n
	}
	if at.index < len(t.load(at.node)) || to+1 < len(all) && all[to+1].inside(n) || all[from].inside(n) {
		return nil
	}
	return n
}

// doom notes that a line between the ends of a selection goes, and with it its table
// or picture if neither end stands in that.
func (t *tree) doom(gone *[]*node, n, a, b *node) {
	if n.parent.kind == foreign {
		if o := n.parent; !a.inside(o) && !b.inside(o) {
			if !slices.Contains(*gone, o) {
				*gone = append(*gone, o)
			}
			return
		}
		t.remove(n, 0, len(t.load(n)))
		return
	}
	o := n.object()
	if o != nil && o.kind != directive && (a.inside(o) || b.inside(o)) {
		t.remove(n, 0, len(t.load(n)))
		return
	}
	if o == nil || o.kind == directive {
		o = n
	}
	if !slices.Contains(*gone, o) {
		*gone = append(*gone, o)
	}
}

// erased returns the tree of a selection after what is selected was taken out.
func erased(doc *bulletins.Document, sel selection) (*tree, bool) {
	t := growAll(doc, sel)
	if t.caret.node == nil {
		return t, false
	}
	if n := t.selected(sel); n != nil {
		t.wide = true
		t.put(t.drop(n))
	} else if !sel.Empty() {
		t.put(t.erase(t.anchor, t.caret))
		if n := t.caret.node; t.wide && n.kind == heading && len(t.root.kids) == 1 && n.parent == t.root && n.empty() {
			n.kind = paragraph // all of the text went
		}
	}
	return t, true
}

// done returns the change of a tree of which one line or more have changed.
func (t *tree) done() (change, bool) {
	switch {
	case t.wide:
		return t.change()
	case t.caret.node.line == nil:
		return change{}, false
	}
	return t.inline()
}
