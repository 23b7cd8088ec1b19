package drafting

import (
	"slices"

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
	if own := n.parent; isList && own.kind == item && own.kids[0] == n {
		t.setItem(own, role)
		if n.kind == heading {
			n.kind, n.line.setting = paragraph, itemSetting
		}
		return
	}
	for n.parent.kind == item {
		t.outdent(n.parent)
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
