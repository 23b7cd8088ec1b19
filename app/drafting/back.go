package drafting

import (
	"safety365/app/manuscript"
	"safety365/bulletins"
)

// Backspace takes out what is selected, or what a reader takes for the character
// before the caret. At the start of a paragraph it makes less of it: a heading or an
// item becomes a paragraph, a paragraph joins the one before. What is no text is
// selected first. Marks, fences, pipes and the front matter are never torn.
func Backspace(doc *bulletins.Document, sel selection) (change, bool) {
	return deleteSome(doc, sel, true, clusters)
}

// Delete is Backspace towards the end.
func Delete(doc *bulletins.Document, sel selection) (change, bool) {
	return deleteSome(doc, sel, false, clusters)
}

// DeleteWordBack takes out the word before the caret.
func DeleteWordBack(doc *bulletins.Document, sel selection) (change, bool) {
	return deleteSome(doc, sel, true, words)
}

// DeleteWordForward takes out the word behind the caret.
func DeleteWordForward(doc *bulletins.Document, sel selection) (change, bool) {
	return deleteSome(doc, sel, false, words)
}

func deleteSome(doc *bulletins.Document, sel selection, back bool, units func(string, bool) int) (change, bool) {
	if !sel.Empty() {
		t, ok := erased(doc, sel)
		if !ok {
			return change{}, false
		}
		return t.done()
	}
	t := growAll(doc, sel)
	n := t.caret.node
	switch {
	case n == nil:
		return change{}, false
	case n.line == nil && (t.caret.index > 0) == back:
		return t.choose(n)
	case n.line == nil:
		return change{}, false
	}
	from, to := t.unit(back, units)
	if from == to {
		if back {
			return t.backAtStart()
		}
		return t.deleteAtEnd()
	}
	labels := noteLabels(t.load(n)[from:to])
	t.remove(n, from, to)
	t.put(pos{n, from})
	c, ok := t.done()
	c.Mode = manuscript.Deleting
	return withoutNotes(doc, c, labels), ok
}

// backAtStart is Backspace with nothing before the caret in its paragraph.
func (t *tree) backAtStart() (change, bool) {
	n := t.caret.node
	p := n.parent
	switch {
	case n.kind == figure:
		return t.choose(n)
	case n.kind == cell:
		return change{}, false
	case n.kind == code:
		if len(n.line.chars) > 0 {
			return change{}, false
		}
		fresh := newParagraph(nil)
		fresh.gap = n.gap
		p.insert(n.index(), fresh)
		n.cut()
		fresh.gap = n.gap
		t.put(start(fresh))
		return t.change()
	case p.kind == foreign:
		return change{}, false
	case n.kind == heading:
		n.kind, n.line.setting = paragraph, paragraphSetting
		n.touch()
		t.put(pos{n, 0})
		return t.change()
	case p.kind == item && p.kids[0] == n:
		t.outdent(p)
		return t.change()
	case p.kind == quote && p.kids[0] == n:
		t.unquote(n)
		return t.change()
	case p.kind == directive && p.kids[0] == n:
		if len(p.kids) > 1 {
			return change{}, false
		}
		t.unwrap(p)
		return t.change()
	case p.kind == note && p.kids[0] == n:
		return change{}, false
	}
	return t.joinBack(n)
}
