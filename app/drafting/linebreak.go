package drafting

import (
	"safety365/bulletins"
)

// LineBreak begins a new line in the same paragraph.
func LineBreak(doc *bulletins.Document, sel selection) (change, bool) {
	t, ok := erased(doc, sel)
	if !ok {
		return change{}, false
	}
	n := t.caret.node
	switch {
	case n.line == nil:
		return change{}, false
	case n.kind == code:
		t.put(t.add(t.caret, []char{{text: "\n", spell: "\n"}}))
	case len(trimSpaces(t.load(n)[:t.caret.index])) == 0 || n.kind == figure:
		return change{}, false // there is no line yet that could be broken
	default:
		t.put(t.add(t.caret, []char{{kind: broken, text: "\n", in: outsideCode(t.style(t.caret))}}))
	}
	return t.done()
}
