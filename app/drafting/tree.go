package drafting

import (
	"slices"
	"strings"

	"safety365/app/manuscript"
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

// at puts the caret somewhere and selects nothing.
func (t *tree) put(p pos) { t.caret, t.anchor = p, p }

// start and finish are the ends of a line.
func start(n *node) pos { return pos{n, 0} }

func (t *tree) finish(n *node) pos {
	if n.line == nil {
		return pos{n, 1}
	}
	return pos{n, len(t.load(n))}
}

// inline returns the change of one line, made where it stands.
func (t *tree) inline() (change, bool) {
	n := t.caret.node
	l := n.line
	if t.apart(n) {
		n.touch()
		return t.change()
	}
	s := l.setting
	if n.kind == paragraph && n.parent.kind != foreign {
		s = n.paragraphSetting()
	}
	text, at := s.spell(l.chars)
	anchor, caret := at.ends(t.anchor.index, t.caret.index)
	if prefix := prefixOf(n.parent); prefix != "" && strings.Contains(text, "\n") {
		shift := func(at int) int { return at + len(prefix)*strings.Count(text[:at], "\n") }
		caret, anchor = shift(caret), shift(anchor)
		text = strings.ReplaceAll(text, "\n", "\n"+prefix)
	}
	if l.void && text != "" {
		text, caret, anchor = l.lead+text+l.trail, caret+len(l.lead), anchor+len(l.lead)
	} else if l.at.Start == l.at.End && text != "" && n.kind == heading {
		text, caret, anchor = l.lead+text, caret+len(l.lead), anchor+len(l.lead)
	}
	e := between(t.text[l.at.Start:l.at.End], text)
	e.Range = bulletins.Range{Start: e.Range.Start + l.at.Start, End: e.Range.End + l.at.Start}
	return change{Edits: []manuscript.Edit{e}, After: selection{Anchor: l.at.Start + anchor, Caret: l.at.Start + caret}}, true
}

// apart says whether the line of a node cannot be changed where it stands.
func (t *tree) apart(n *node) bool {
	switch n.kind {
	case code:
		fence := strings.TrimLeft(n.head, " ")
		return n.line.void || n.tail == "" || strings.Contains(plainText(n.line.chars), fence[:len(fence)-len(strings.TrimLeft(fence, fence[:1]))])
	case heading:
		if strings.Contains(n.line.setting.after, "=") && len(trimSpaces(n.line.chars)) == 0 {
			return true // nothing to underline
		}
	case paragraph:
		if n.parent.kind == foreign && len(trimSpaces(n.line.chars)) == 0 {
			return true
		}
	case cell:
		_, col := n.cellAt()
		return col >= n.parent.width
	}
	return n.line.at == (bulletins.Range{})
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

// select_ returns the change that selects an object and alters nothing.
func (t *tree) choose(n *node) (change, bool) {
	r := n.source()
	return change{After: selection{Anchor: r.Start, Caret: r.End}}, true
}

// drop takes a node out, with what it leaves empty round it, and returns a place near
// where it was.
func (t *tree) drop(n *node) pos {
	next := t.beside(n)
	for n.parent != nil && n.parent.kind != root && len(n.parent.kids) == 1 {
		n = n.parent
	}
	p, i := n.parent, n.index()
	if i < 0 {
		return next
	}
	n.cut()
	if next.node == nil {
		fresh := newParagraph(nil)
		fresh.gap = 0
		if i > 0 {
			fresh.gap = 2
		}
		p.insert(min(i, len(p.kids)), fresh)
		return start(fresh)
	}
	return next
}

// beside returns a place in a line beside a node: behind it if there is one, in the
// same container, else before it.
func (t *tree) beside(n *node) pos {
	for n.parent != nil && n.parent.kind != root && len(n.parent.kids) == 1 {
		n = n.parent
	}
	if n.parent == nil {
		return pos{}
	}
	i := n.index()
	if i+1 < len(n.parent.kids) {
		if l := n.parent.kids[i+1].leaves(nil); len(l) > 0 {
			return start(l[0])
		}
	}
	if i > 0 {
		if l := n.parent.kids[i-1].leaves(nil); len(l) > 0 {
			return t.finish(l[len(l)-1])
		}
	}
	return pos{}
}

// join puts the text of b behind that of a, and what else b's item holds behind it.
func (t *tree) join(a, b *node) pos {
	at := t.finish(a)
	chars := t.load(b)
	a.line.chars = slices.Concat(a.line.chars[:at.index:at.index], chars)
	a.line.changed, a.line.void = true, false
	a.touch()
	t.discard(a, b)
	return at
}

// discard takes out a paragraph that was joined to a; what hangs on its item goes to
// a's.
func (t *tree) discard(a, b *node) {
	p := b.parent
	if p.kind == item && p.kids[0] == b && len(p.kids) > 1 {
		rest := p.kids[1:]
		to, at := a.parent, a.index()+1
		if to == p {
			b.cut()
			return
		}
		for _, k := range rest {
			k.gap = max(1, k.gap)
			if to.kind != item {
				k.gap = max(2, k.gap)
			}
		}
		p.kids = p.kids[:1]
		if p.within(item) == nil || !a.inside(p) {
			t.drop1(p)
		}
		to.insert(at, rest...)
		if at+len(rest) < len(to.kids) && to.kind != item {
			to.kids[at+len(rest)].gap = max(2, to.kids[at+len(rest)].gap)
		}
		return
	}
	t.drop1(b)
}

// inside says whether a node stands in another.
func (n *node) inside(o *node) bool {
	for ; n != nil; n = n.parent {
		if n == o {
			return true
		}
	}
	return false
}

// drop1 takes a node out with the containers that hold nothing else.
func (t *tree) drop1(n *node) {
	for n.parent != nil && n.parent.kind != root && len(n.parent.kids) == 1 {
		n = n.parent
	}
	n.cut()
}
