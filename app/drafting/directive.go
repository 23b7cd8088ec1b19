package drafting

import (
	"slices"
	"strings"

	"safety365/bulletins"
	"safety365/bulletins/kinds"
)

// InsertDirective puts a directive behind the caret's paragraph. Without a body it
// goes round the paragraphs that are selected, or has an empty one.
func InsertDirective(doc *bulletins.Document, sel selection, name string, attrs []bulletins.Attr, body string) (change, bool) {
	t := growAll(doc, sel)
	if t.caret.node == nil || name == "" {
		return change{}, false
	}
	empty := kinds.Schema().Directives[name].Empty
	if !sel.Empty() && body == "" && !empty {
		if c, ok := t.wrapIn(sel, name, attrs); ok {
			return c, true
		}
	}
	t, ok := erased(doc, sel)
	if !ok {
		return change{}, false
	}
	n := newDirective(name, attrs)
	if empty {
		n.kind, n.raw = rule, []string{n.head, n.tail}
		t.putBlocks(n)
		t.put(t.behind(n))
		return t.change()
	}
	var kids []*node
	for _, s := range linesOf(clean(body)) {
		kids = append(kids, newParagraph(typed(s, nil)))
	}
	if kids == nil {
		kids = append(kids, newParagraph(nil))
	}
	kids[0].gap = 0
	n.insert(0, kids...)
	t.putBlocks(n)
	t.put(t.finish(kids[len(kids)-1]))
	return t.change()
}

// newDirective makes a directive that holds nothing yet.
func newDirective(name string, attrs []bulletins.Attr) *node {
	return &node{kind: directive, gap: 2, head: "::: " + name + braced(attrs), tail: ":::"}
}

// braced writes attributes.
func braced(attrs []bulletins.Attr) string {
	var parts []string
	for _, a := range attrs {
		switch {
		case a.Key == "":
			parts = append(parts, attrValue(a.Value))
		case a.Value != "":
			parts = append(parts, a.Key+"="+attrValue(a.Value))
		}
	}
	if parts == nil {
		return ""
	}
	return " {" + strings.Join(parts, " ") + "}"
}

// wrapIn puts a directive round what the selection touches.
func (t *tree) wrapIn(sel selection, name string, attrs []bulletins.Attr) (change, bool) {
	first, last := t.selected(sel), t.selected(sel)
	if first == nil {
		first, last = t.movable()
	}
	if first == nil {
		return change{}, false
	}
	for first.parent.kind == list {
		first, last = first.parent, last.parent
	}
	if first.parent.kind == table || first.parent != last.parent {
		return change{}, false
	}
	p, a, b := first.parent, first.index(), last.index()
	own := slices.Clone(p.kids[a : b+1])
	n := newDirective(name, attrs)
	n.gap = first.gap
	p.kids = append(p.kids[:a:a], p.kids[b+1:]...)
	own[0].gap = 0
	n.insert(0, own...)
	for _, k := range own {
		for _, s := range (printer{tree: t}).lines(k) {
			s = strings.TrimLeft(s, " >")
			if colons := len(s) - len(strings.TrimLeft(s, ":")); colons >= len(n.tail) {
				n.tail = strings.Repeat(":", colons+1)
			}
		}
	}
	n.head = n.tail + strings.TrimLeft(n.head, ":")
	gap := n.gap
	t.place(p, a, n)
	n.gap = gap
	leaf := own[0].leaves(nil)
	if len(leaf) > 0 {
		t.put(start(leaf[0]))
	}
	return t.change()
}

// behind returns a place behind a block; a new paragraph if nothing follows.
func (t *tree) behind(n *node) pos {
	if p, i := n.parent, n.index(); i+1 < len(p.kids) {
		if all := p.kids[i+1].leaves(nil); len(all) > 0 {
			return start(all[0])
		}
	}
	return start(t.paragraphBeside(n, true))
}
