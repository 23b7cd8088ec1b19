package drafting

import (
	"slices"
	"strings"

	"safety365/bulletins"
)

// SetBlock gives every paragraph that the selection touches a role. Asking a list for
// what it is gives body text back.
func SetBlock(doc *bulletins.Document, sel selection, role Role) (change, bool) {
	t := growAll(doc, sel)
	var own []*node
	for _, n := range t.touched() {
		if n.isText() && !n.isFixed() || n.kind == code {
			own = append(own, n)
		}
	}
	if len(own) == 0 {
		return change{}, false
	}
	same := true
	for _, n := range own {
		same = same && n.role() == role
	}
	switch {
	case same && (role == Bullets || role == Numbers || role == Tasks):
		role = Body
	case same && (role != Body || !anyQuoted(own)):
		return change{}, false
	}
	if role == CodeBlock {
		for _, run := range t.runs(own) {
			t.toCode(run)
		}
		return t.change()
	}
	for _, n := range own {
		if n.kind == code {
			n = t.fromCode(n)
		}
		for n != nil {
			next := t.sequel(n)
			t.setRole(n, role)
			n = next
		}
	}
	t.mergeLists()
	return t.change()
}

// runs parts lines where others stand between them.
func (t *tree) runs(own []*node) [][]*node {
	var out [][]*node
	next := false
	for _, n := range t.root.leaves(nil) {
		is := slices.Contains(own, n)
		if is && !next {
			out = append(out, nil)
		}
		if next = is; is {
			out[len(out)-1] = append(out[len(out)-1], n)
		}
	}
	return out
}

func anyQuoted(own []*node) bool {
	return slices.ContainsFunc(own, func(n *node) bool { return n.within(quote) != nil })
}

// role returns what a line is.
func (n *node) role() Role {
	switch {
	case n.kind == code:
		return CodeBlock
	case n.kind == heading:
		return Role(int(Heading1) + min(n.level, 4) - 1)
	}
	if own := n.parent; own != nil && own.kind == item && own.parent != nil {
		switch {
		case own.task != bulletins.NoTask:
			return Tasks
		case own.parent.ordered:
			return Numbers
		}
		return Bullets
	}
	if n.within(quote) != nil {
		return Quote
	}
	return Body
}

// setRole gives one paragraph a role.
func (t *tree) setRole(n *node, role Role) {
	isList := role == Bullets || role == Numbers || role == Tasks
	own := n.within(item)
	if isList && own != nil && own.kids[0] == n {
		t.setItem(own, role)
		if n.kind == heading {
			n.kind, n.line.setting = paragraph, itemSetting
		}
		return
	}
	for own != nil && own.inside(t.root) && (role != Quote || true) {
		t.lift(n)
		if now := n.within(item); now == own {
			break
		} else {
			own = now
		}
	}
	switch {
	case role >= Heading1 && role <= Heading4:
		n.kind, n.level, n.line.setting = heading, int(role-Heading1)+1, headingSetting
	case n.kind == heading:
		n.kind, n.line.setting, n.tail = paragraph, paragraphSetting, ""
	}
	n.line.void = false
	n.touch()
	if role == Body || role <= Heading4 && role >= Heading1 {
		if q := n.within(quote); q != nil && role == Body {
			t.outOf(q, n)
		}
		return
	}
	if role == Quote {
		if n.within(quote) == nil {
			t.wrap(n, &node{kind: quote})
		}
		return
	}
	l := &node{kind: list, start: 1, delim: '-', ordered: role == Numbers}
	if l.ordered {
		l.delim = '.'
	}
	i := &node{kind: item}
	if role == Tasks {
		i.task = bulletins.TaskOpen
	}
	t.wrap(n, l)
	t.wrap(n, i)
}

// wrap puts a container round a node, in its place.
func (t *tree) wrap(n, round *node) {
	p, at := n.parent, n.index()
	p.kids[at] = round
	round.parent, round.gap = p, n.gap
	n.gap, n.parent = 0, round
	round.kids = []*node{n}
	n.touch()
}

// lift takes the item round a node out of its list, or up to the next list.
func (t *tree) lift(n *node) {
	if own := n.within(item); own != nil {
		t.outdent(own)
	}
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

// toCode makes one block of code of paragraphs.
func (t *tree) toCode(own []*node) {
	var lines []string
	caret := 0
	for _, n := range own {
		if n == t.caret.node {
			caret = len([]rune(strings.Join(lines, "\n"))) + min(t.caret.index, len(t.load(n)))
			if len(lines) > 0 {
				caret++
			}
		}
		lines = append(lines, plainText(t.load(n)))
	}
	first := own[0]
	for first.within(item) != nil && first.parent.kids[0] == first {
		was := first.parent
		t.outdent(was)
		if first.parent == was {
			break
		}
	}
	fresh := &node{kind: code, head: "```", tail: "```", gap: first.gap}
	fresh.line = &line{setting: codeSetting, read: true, changed: true, chars: typed(strings.Join(lines, "\n"), nil)}
	first.parent.insert(first.index(), fresh)
	first.gap = 2
	for _, n := range own {
		if n.parent != nil {
			t.drop1(n)
		}
	}
	if p, i := fresh.parent, fresh.index(); i+1 < len(p.kids) {
		p.kids[i+1].gap = max(2, p.kids[i+1].gap)
	}
	if slices.Contains(own, t.caret.node) || t.caret.node.parent == nil {
		t.put(pos{fresh, min(caret, len(fresh.line.chars))})
	}
}

// fromCode makes a paragraph of each line of code and returns the first; sequel leads
// to the others.
func (t *tree) fromCode(n *node) *node {
	p, at := n.parent, n.index()
	var out []*node
	for _, s := range strings.Split(plainText(n.line.chars), "\n") {
		if s = strings.Trim(s, " \t\u3000"); s != "" {
			out = append(out, newParagraph(typed(s, nil)))
		}
	}
	if len(out) == 0 {
		out = append(out, newParagraph(nil))
	}
	gap := n.gap
	p.kids = append(p.kids[:at:at], p.kids[at+1:]...)
	t.place(p, at, out...)
	out[0].gap = gap
	for i := range out[1:] {
		out[i].block, out[i+1].block = nil, nil
	}
	t.put(start(out[0]))
	t.run = out
	return out[0]
}

// sequel returns the paragraph that was made with one before it, or nil.
func (t *tree) sequel(n *node) *node {
	if i := slices.Index(t.run, n); i >= 0 && i+1 < len(t.run) {
		return t.run[i+1]
	}
	return nil
}
