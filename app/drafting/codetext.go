package drafting

import (
	"slices"
	"strings"
)

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
