package drafting

import (
	"strings"

	"safety365/app/manuscript"
	"safety365/bulletins"
)

// Marks for the ends of the selection while a tree is printed. They are no characters
// of any text; a text that holds them all the same is refused by clean.
const (
	caretSign  = "\ufdd0"
	anchorSign = "\ufdd1"
)

// printer prints a tree.
type printer struct {
	*tree
	signs bool
}

// change returns the change that makes the text what the tree says.
func (t *tree) change() (change, bool) {
	p := printer{t, true}
	for _, at := range []pos{t.caret, t.anchor} {
		for n := at.node; n != nil; n = n.parent {
			if n.line != nil || n.kind != rule {
				n.raw = nil
			}
		}
	}
	lines := p.inside(t.root)
	out := strings.Join(lines, "\n")
	if body := t.doc.Meta.Range.End; t.at.Start == body && body > 0 && t.text[body-1] != '\n' && !strings.HasPrefix(out, "\n") {
		out = "\n" + out
	}
	out, caret, anchor := cutSigns(out)
	if anchor < 0 {
		anchor = caret
	}
	if caret < 0 {
		caret, anchor = len(out), len(out)
	}
	after := selection{Anchor: t.at.Start + anchor, Caret: t.at.Start + caret}
	e := between(t.text[t.at.Start:t.at.End], out)
	e.Range.Start += t.at.Start
	e.Range.End += t.at.Start
	return change{Edits: []manuscript.Edit{e}, After: after}, true
}

// lines prints a node without what the blocks round it put before its lines.
func (p printer) lines(n *node) []string {
	if n.raw != nil {
		return p.object(n)
	}
	switch n.kind {
	case paragraph:
		return strings.Split(p.words(n), "\n")
	case heading:
		text := p.words(n)
		return []string{strings.TrimRight(strings.Repeat("#", n.level)+" "+text+n.tail, "\n")}
	case figure:
		return strings.Split(n.head+p.words(n)+n.tail, "\n")
	case code:
		return p.code(n)
	case table:
		return p.table(n)
	case quote:
		return prefixed(p.inside(n), "> ", "> ", ">")
	case list:
		return p.items(n)
	case note:
		return prefixed(p.inside(n), n.head, strings.Repeat(" ", 4), "")
	case directive:
		return p.directive(n)
	case foreign:
		return p.foreign(n)
	}
	return p.inside(n)
}

// inside prints the kids of a node.
func (p printer) inside(n *node) []string {
	var out []string
	for i, k := range n.kids {
		blank := k.gap
		if i > 0 {
			blank--
		}
		for range blank {
			out = append(out, "")
		}
		out = append(out, p.lines(k)...)
	}
	for range n.end {
		out = append(out, "")
	}
	return out
}

// words prints the text of a line, with the signs of the selection.
func (p printer) words(n *node) string {
	s := n.line.setting
	switch n.kind {
	case heading:
		s = headingSetting
		s.after = n.tail + "\n"
	case paragraph:
		if n.parent.kind != foreign {
			s = n.paragraphSetting()
		}
	}
	p.load(n)
	text, at := s.spell(n.line.chars)
	if !p.signs {
		return text
	}
	c, a := p.tree.caret, p.tree.anchor
	switch {
	case c.node == n && a.node == n:
		from, to := at.ends(a.index, c.index)
		if from == to {
			return put(text, to, caretSign)
		} else if from < to {
			return put(put(text, to, caretSign), from, anchorSign)
		}
		return put(put(text, from, anchorSign), to, caretSign)
	case c.node == n:
		return put(text, at.outer[min(c.index, len(at.outer)-1)], caretSign)
	case a.node == n:
		return put(text, at.outer[min(a.index, len(at.outer)-1)], anchorSign)
	}
	return text
}

func put(text string, at int, sign string) string { return text[:at] + sign + text[at:] }

// paragraphSetting returns what a paragraph stands in.
func (n *node) paragraphSetting() setting {
	if n.parent != nil && n.parent.kind == item && n.parent.kids[0] == n {
		if n.parent.task != bulletins.NoTask {
			return taskSetting
		}
		return itemSetting
	}
	return paragraphSetting
}
