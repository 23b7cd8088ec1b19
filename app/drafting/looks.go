package drafting

import (
	"unicode"

	"safety365/bulletins"
)

// Looks tells what holds at the selection.
func Looks(doc *bulletins.Document, sel selection) Look {
	var l Look
	t := growAll(doc, sel)
	n := t.caret.node
	if n == nil {
		return l
	}
	l.Role = n.roleOr(Body)
	if sel.Empty() {
		l.Inlines = inlinesOf(t.style(t.caret), n)
	} else {
		l.Inlines = t.common()
	}
	if n.kind == cell {
		l.InTable, l.Table = true, n.parent.parent.source()
		l.Row, l.Col = n.cellAt()
	}
	for p := n; p != nil; p = p.parent {
		if p.kind == item {
			l.Depth++
		}
		if d, ok := p.block.(*bulletins.Directive); ok && l.Directive == "" {
			l.Directive, l.Block = d.Name, p.source()
		}
	}
	l.Link = t.link()
	return l
}

func (n *node) roleOr(role Role) Role {
	if n.line == nil || n.kind == cell || n.kind == figure {
		return role
	}
	return n.role()
}

// common are the looks that all of the selection has.
func (t *tree) common() Inlines {
	all, any := ^Inlines(0), false
	for _, p := range t.parts() {
		chars := t.load(p.node)
		for i := p.from; i < p.to; i++ {
			if c := &chars[i]; c.kind != unseen && !c.isSpace() {
				all &= inlinesOf(c.in, p.node)
				any = true
			}
		}
	}
	if !any {
		return 0
	}
	return all
}

func inlinesOf(in []*mark, _ *node) Inlines {
	var s Inlines
	for _, m := range in {
		if l, ok := m.look(); ok {
			s |= 1 << l
		}
	}
	return s
}

// link is where the link at the caret leads.
func (t *tree) link() string {
	n := t.caret.node
	if n.line == nil || n.kind == code {
		return ""
	}
	chars := t.load(n)
	for _, i := range []int{t.caret.index - 1, t.caret.index} {
		if i < 0 || i >= len(chars) {
			continue
		}
		for _, m := range chars[i].in {
			if m.kind == bulletins.LinkSpan {
				url, _ := m.target()
				return url
			}
		}
	}
	return ""
}

// isMark says whether a character is punctuation or a symbol.
func isMark(c rune) bool { return unicode.IsPunct(c) || unicode.IsSymbol(c) }
