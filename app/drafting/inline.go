package drafting

import (
	"strings"

	"safety365/app/manuscript"
	"safety365/bulletins"
)

// inline returns the change of one line, made where it stands.
func (t *tree) inline() (change, bool) {
	n := t.caret.node
	l := n.line
	if t.apart(n) {
		n.touch()
		return t.change()
	}
	s := l.setting
	if n.kind == paragraph && n.parent.kind != foreign {
		s = n.paragraphSetting()
	}
	text, at := s.spell(l.chars)
	anchor, caret := at.ends(t.anchor.index, t.caret.index)
	if prefix := prefixOf(n.parent); prefix != "" && strings.Contains(text, "\n") {
		shift := func(at int) int { return at + len(prefix)*strings.Count(text[:at], "\n") }
		caret, anchor = shift(caret), shift(anchor)
		text = strings.ReplaceAll(text, "\n", "\n"+prefix)
	}
	if l.void && text != "" {
		text, caret, anchor = l.lead+text+l.trail, caret+len(l.lead), anchor+len(l.lead)
	} else if l.at.Start == l.at.End && text != "" && n.kind == heading {
		text, caret, anchor = l.lead+text, caret+len(l.lead), anchor+len(l.lead)
	}
	e := between(t.text[l.at.Start:l.at.End], text)
	e.Range = bulletins.Range{Start: e.Range.Start + l.at.Start, End: e.Range.End + l.at.Start}
	return change{Edits: []manuscript.Edit{e}, After: selection{Anchor: l.at.Start + anchor, Caret: l.at.Start + caret}}, true
}

// apart says whether the line of a node cannot be changed where it stands.
func (t *tree) apart(n *node) bool {
	switch n.kind {
	case code:
		fence := strings.TrimLeft(n.head, " ")
		return n.line.void || n.tail == "" || strings.Contains(plainText(n.line.chars), fence[:len(fence)-len(strings.TrimLeft(fence, fence[:1]))])
	case heading:
		if strings.Contains(n.line.setting.after, "=") && len(trimSpaces(n.line.chars)) == 0 {
			return true // nothing to underline
		}
	case paragraph:
		if n.parent.kind == foreign && len(trimSpaces(n.line.chars)) == 0 {
			return true
		}
	case cell:
		_, col := n.cellAt()
		return col >= n.parent.width
	}
	return n.line.at == (bulletins.Range{})
}
