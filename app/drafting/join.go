package drafting

import (
	"slices"
)

// joinBack joins a paragraph to what stands before it.
func (t *tree) joinBack(n *node) (change, bool) {
	before := n.previous()
	if before == nil {
		return change{}, false
	}
	all := before.leaves(nil)
	if o := before.object(); len(all) == 0 || o == before {
		return t.choose(before)
	}
	last := all[len(all)-1]
	if o := last.object(); o != nil && !n.inside(o) {
		return t.choose(o)
	}
	if last.isFixed() {
		return change{}, false
	}
	if last.empty() && last.kind == paragraph && last.parent.kind != item {
		t.drop1(last)
		t.put(start(n))
		return t.change()
	}
	t.put(t.join(last, n))
	return t.change()
}

// previous returns the node before, leaving out what is not shown.
func (n *node) previous() *node {
	for i := n.index() - 1; i >= 0; i-- {
		if k := n.parent.kids[i]; k.kind != foreign || len(k.pics) > 0 {
			return k
		}
	}
	return nil
}

// deleteAtEnd is Delete with nothing behind the caret in its paragraph.
func (t *tree) deleteAtEnd() (change, bool) {
	n := t.caret.node
	if !n.isText() || n.isFixed() {
		return change{}, false
	}
	all := t.root.leaves(nil)
	var next *node
	for i := range all[:len(all)-1] {
		if all[i] == n {
			next = all[i+1]
		}
	}
	if next == nil {
		return change{}, false
	}
	home := n.within(directive)
	if own := n.within(note); own != nil {
		home = own
	}
	if home != nil && !next.inside(home) || next.within(note) != n.within(note) {
		return change{}, false
	}
	void := n.empty() && n.kind == paragraph && len(n.parent.kids) > 1 && n.parent.kind != item
	if o := outermost(next, n); o != nil {
		if void {
			t.drop1(n)
			t.put(start(next))
			return t.change()
		}
		return t.choose(o)
	}
	if next.isFixed() {
		return change{}, false
	}
	if void {
		t.drop1(n)
		t.put(start(next))
		return t.change()
	}
	t.put(t.join(n, next))
	return t.change()
}

// outermost returns the largest object round a node that another is not in.
func outermost(n, other *node) *node {
	var out *node
	for o := n.object(); o != nil && !other.inside(o); {
		out = o
		if o.parent == nil {
			break
		}
		o = o.parent.object()
	}
	return out
}

// unquote takes a paragraph at the start of a quotation out of it.
func (t *tree) unquote(n *node) {
	q := n.parent
	at, home := q.index(), q.parent
	gap := q.gap
	if len(q.kids) == 1 {
		n.gap = gap
		q.kids = nil
		home.kids[at] = n
		n.parent = home
		n.touch()
		return
	}
	q.kids = q.kids[1:]
	q.kids[0].gap = 0
	q.touch()
	n.raw = nil
	home.insert(at, n)
	n.gap = gap
	q.gap = 2
}

// unwrap puts the kids of a container in its place.
func (t *tree) unwrap(p *node) {
	at, home := p.index(), p.parent
	for i, k := range p.kids {
		if i == 0 {
			k.gap = p.gap
		}
	}
	next := at + len(p.kids)
	home.kids = append(home.kids[:at:at], home.kids[at+1:]...)
	home.insert(at, p.kids...)
	if next < len(home.kids) {
		home.kids[next].gap = max(2, home.kids[next].gap)
	}
	p.kids, p.parent = nil, nil
}

// drop takes a block out, with what it leaves empty round it, and returns a place near
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
