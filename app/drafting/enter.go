package drafting

import (
	"safety365/bulletins"
)

// Enter begins a new paragraph: what that is depends on where the caret stands.
func Enter(doc *bulletins.Document, sel selection) (change, bool) {
	t, ok := erased(doc, sel)
	if !ok {
		return change{}, false
	}
	if p := t.caret.node; p.kind == cell {
		return t.below(p)
	}
	if !t.enter() {
		return change{}, false
	}
	if t.caret.node.kind == code {
		return t.done()
	}
	return t.change()
}

// enter splits the paragraph at the caret.
func (t *tree) enter() bool {
	p := t.caret
	n := p.node
	switch {
	case n.line == nil:
		t.paragraphBeside(n, p.index > 0)
		return true
	case n.kind == code:
		t.put(t.add(p, []char{{text: "\n", spell: "\n"}}))
		return true
	case n.kind == figure:
		t.paragraphBeside(n, true)
		return true
	case n.parent.kind == foreign:
		if p.index < len(t.load(n)) {
			return false
		}
		t.paragraphBeside(n.parent, true)
		return true
	case n.parent.kind == item && n == n.parent.kids[0]:
		t.enterItem()
		return true
	case len(t.load(n)) == 0 && t.leave(n):
		return true
	}
	t.split()
	return true
}
