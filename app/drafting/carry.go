package drafting

import (
	"strings"
	"unicode/utf8"

	"safety365/app/manuscript"
	"safety365/bulletins"
)

// Marked returns what is selected as Markdown that PasteMarked takes. Its looks are
// whole, wherever among the marks it begins and ends. A piece of one line is a
// paragraph.
func Marked(doc *bulletins.Document, sel selection) string {
	raw := doc.Text[sel.Start():sel.End()]
	t := growAll(doc, sel)
	a, b := t.order(t.anchor, t.caret)
	switch {
	case a.node == nil || a.node.line == nil || a.node.kind == code:
		return raw
	case a.node != b.node && a.node.isText() && b.node.isText():
		return t.markedLines(sel, a, b)
	case a.node != b.node:
		return raw
	}
	empty := manuscript.New("", "")
	piece, _ := erased(empty.Document(), empty.Selection())
	piece.enter()
	piece.wide = true
	piece.put(piece.add(piece.caret, fit(t.load(a.node)[a.index:b.index], piece.caret.node)))
	c, ok := piece.done()
	if !ok {
		return raw
	}
	empty.Apply(c)
	return strings.Trim(empty.Text(), "\n")
}

// markedLines is Marked of several lines: the first and the last one are cut to what
// is selected of them.
func (t *tree) markedLines(sel selection, a, b pos) string {
	start, end := sel.Start(), sel.End()
	m := manuscript.New(t.doc.Name, t.text)
	cut := func(from, to int) {
		if c, ok := Backspace(m.Document(), selection{Anchor: from, Caret: to}); ok {
			long := len(m.Text())
			m.Apply(c)
			end -= long - len(m.Text())
		}
	}
	last := b.node.span()
	switch {
	case b.index == len(t.load(b.node)):
		end = max(end, last.End)
	case b.index > 0:
		end = last.End
		cut(sel.End(), last.End)
	}
	if first := a.node.span(); a.index == 0 {
		start = min(start, first.Start)
	} else {
		start = first.Start
		cut(first.Start, sel.Start())
	}
	return m.Text()[start:max(start, min(end, len(m.Text())))]
}

// Carry puts what is selected to another place and selects it there. It is taken
// from where it was unless it is copied.
func (d Drafter) Carry(doc *bulletins.Document, sel selection, to int, copied bool) (change, bool) {
	if sel.Empty() || sel.Start() <= to && to <= sel.End() {
		return change{}, false
	}
	// Both halves are tried on a text of its own, so that they are one change.
	m := manuscript.New(doc.Name, doc.Text)
	put := func() (change, bool) { return PasteMarked(doc, manuscript.At(to), Marked(doc, sel)) }
	if d.Source {
		put = func() (change, bool) { return d.Paste(doc, manuscript.At(to), doc.Text[sel.Start():sel.End()]) }
	}
	c, ok := put()
	if !ok {
		return change{}, false
	}
	m.Apply(c)
	start, _, _ := differing(doc.Text, m.Text())
	there := selection{Anchor: min(start, m.Selection().Caret), Caret: m.Selection().Caret}
	if !copied {
		from := sel
		if grown := len(m.Text()) - len(doc.Text); to < sel.Start() {
			from = selection{Anchor: sel.Start() + grown, Caret: sel.End() + grown}
		}
		long := len(m.Text())
		if c, ok = d.Backspace(m.Document(), from); !ok {
			return change{}, false
		}
		m.Apply(c)
		if gone := long - len(m.Text()); to > sel.End() {
			there.Anchor -= gone
			there.Caret -= gone
		}
	}
	start, old, new := differing(doc.Text, m.Text())
	return change{
		Edits: []manuscript.Edit{{Range: bulletins.Range{Start: start, End: old}, Text: m.Text()[start:new]}},
		After: selection{Anchor: boundary(m.Text(), there.Anchor), Caret: boundary(m.Text(), there.Caret)},
	}, true
}

// boundary is the nearest place between characters at or before an offset.
func boundary(text string, at int) int {
	at = max(0, min(at, len(text)))
	for at > 0 && at < len(text) && !utf8.RuneStart(text[at]) {
		at--
	}
	return at
}

// differing is where two texts differ: old[start:a] became new[start:b].
func differing(old, new string) (start, a, b int) {
	n := min(len(old), len(new))
	for start < n && old[start] == new[start] {
		start++
	}
	for start > 0 && start < n && !(utf8.RuneStart(old[start]) && utf8.RuneStart(new[start])) {
		start--
	}
	a, b = len(old), len(new)
	for a > start && b > start && old[a-1] == new[b-1] {
		a--
		b--
	}
	for a < len(old) && !utf8.RuneStart(old[a]) {
		a++
		b++
	}
	return start, a, b
}
