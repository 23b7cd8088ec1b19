package drafting

import (
	"safety365/bulletins"
)

// wrap puts a container round a node, in its place.
func (t *tree) wrap(n, round *node) {
	p, at := n.parent, n.index()
	p.kids[at] = round
	round.parent, round.gap = p, n.gap
	n.gap, n.parent = 0, round
	round.kids = []*node{n}
	n.touch()
}

// setItem makes an item's list one of another kind, as far as the item goes.
func (t *tree) setItem(own *node, role Role) {
	l := own.parent
	own.task = bulletins.NoTask
	if role == Tasks {
		own.task = bulletins.TaskOpen
	}
	own.head = ""
	ordered := role == Numbers
	if l.ordered == ordered {
		own.touch()
		return
	}
	at := own.index()
	before, behind := l.kids[:at:at], l.kids[at+1:]
	mid := &node{kind: list, start: 1, ordered: ordered, delim: '-', gap: 2}
	if ordered {
		mid.delim = '.'
	}
	home, i := l.parent, l.index()
	if home.kind == item {
		mid.gap = 1
	}
	var out []*node
	if len(before) > 0 {
		l.kids = before
		out = append(out, l)
	} else {
		mid.gap = l.gap
	}
	own.gap = 0
	mid.insert(0, own)
	out = append(out, mid)
	if len(behind) > 0 {
		rest := l.like()
		rest.gap = 2
		if home.kind == item {
			rest.gap = 1
		}
		rest.task = l.task
		behind[0].gap = 0
		rest.insert(0, behind...)
		out = append(out, rest)
	}
	home.kids = append(home.kids[:i:i], home.kids[i+1:]...)
	home.insert(i, out...)
	own.touch()
	l.raw = nil
}

// mergeLists makes one list of two of a kind that follow each other, as the parser
// would.
func (t *tree) mergeLists() {
	var visit func(*node)
	visit = func(p *node) {
		for i := 0; i+1 < len(p.kids); {
			a, b := p.kids[i], p.kids[i+1]
			if a.kind != list || b.kind != list || a.ordered != b.ordered || a.raw != nil && b.raw != nil || a.ordered && a.delim != b.delim {
				i++
				continue
			}
			b.kids[0].gap = 1
			if b.gap > 1 && (len(a.kids) > 1 && a.kids[1].gap > 1 || len(b.kids) > 1 && b.kids[1].gap > 1) {
				b.kids[0].gap = 2
			}
			for _, k := range b.kids {
				k.parent = a
			}
			a.kids = append(a.kids, b.kids...)
			p.kids = append(p.kids[:i+1:i+1], p.kids[i+2:]...)
			a.touch()
		}
		for _, k := range p.kids {
			visit(k)
		}
	}
	visit(t.root)
	t.mergeQuotes(t.root)
}

// mergeQuotes makes one quotation of two that follow each other, if they are new.
func (t *tree) mergeQuotes(p *node) {
	for i := 0; i+1 < len(p.kids); {
		a, b := p.kids[i], p.kids[i+1]
		if a.kind != quote || b.kind != quote || a.raw != nil && b.raw != nil || a.block != nil && b.block != nil {
			i++
			continue
		}
		b.kids[0].gap = 2
		for _, k := range b.kids {
			k.parent = a
		}
		a.kids, a.end = append(a.kids, b.kids...), 0
		p.kids = append(p.kids[:i+1:i+1], p.kids[i+2:]...)
		a.touch()
	}
}

// outOf takes the block that a node is in out of a quotation, which is parted round it.
func (t *tree) outOf(q, n *node) {
	k := n
	for k.parent != q {
		k = k.parent
	}
	at, home, i := k.index(), q.parent, q.index()
	before, behind := q.kids[:at:at], q.kids[at+1:]
	var out []*node
	k.raw = nil
	if len(before) > 0 {
		first := &node{kind: quote, gap: q.gap, block: q.block}
		first.insert(0, before...)
		out = append(out, first)
		k.gap = 2
	} else {
		k.gap = q.gap
	}
	out = append(out, k)
	if len(behind) > 0 {
		rest := &node{kind: quote, gap: 2, block: q.block}
		rest.insert(0, behind...)
		behind[0].gap = 0
		out = append(out, rest)
	}
	home.kids = append(home.kids[:i:i], home.kids[i+1:]...)
	home.insert(i, out...)
	for _, o := range out {
		o.touch()
	}
	if next := i + len(out); next < len(home.kids) {
		home.kids[next].gap = max(2, home.kids[next].gap)
	}
}
