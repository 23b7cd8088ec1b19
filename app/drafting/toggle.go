package drafting

import (
	"slices"

	"github.com/rivo/uniseg"

	"safety365/app/manuscript"
	"safety365/bulletins"
)

// Toggle gives what is selected a look, or takes it away if all of it has it. Each
// paragraph gets marks of its own. With nothing selected it is the word at the caret.
func Toggle(doc *bulletins.Document, sel selection, look Inline) (change, bool) {
	t := growAll(doc, sel)
	if t.caret.node == nil || t.caret.node.line == nil && sel.Empty() {
		return change{}, false
	}
	parts := t.parts()
	if sel.Empty() {
		parts = t.word()
	}
	all, any := true, false
	for _, p := range parts {
		chars := t.load(p.node)
		for i := p.from; i < p.to; i++ {
			if c := &chars[i]; c.kind != unseen && !c.isSpace() {
				any = true
				all = all && c.has(look)
			}
		}
	}
	if !any {
		return change{}, false
	}
	for _, p := range parts {
		p.set(t, look, !all)
	}
	if len(parts) == 1 && parts[0].node == t.caret.node && t.anchor.node == t.caret.node {
		return t.inline()
	}
	return t.change()
}

// InWord says whether the caret stands inside a word, with letters on both sides.
// A Han character is a word of its own.
func InWord(doc *bulletins.Document, caret int) bool {
	t := growAll(doc, manuscript.At(caret))
	if t.caret.node == nil || t.caret.node.line == nil {
		return false
	}
	for _, w := range t.word() {
		if w.from < t.caret.index && t.caret.index < w.to {
			return true
		}
	}
	return false
}

// part is a stretch of a line.
type part struct {
	node     *node
	from, to int
}

// parts are what is selected, line by line.
func (t *tree) parts() []part {
	a, b := t.order(t.anchor, t.caret)
	var out []part
	for _, n := range t.touched() {
		if n.line == nil || n.kind == code {
			continue
		}
		p := part{n, 0, len(t.load(n))}
		if n == a.node {
			p.from = a.index
		}
		if n == b.node {
			p.to = b.index
		}
		if p.from < p.to {
			out = append(out, p)
		}
	}
	return out
}

// word is the word at the caret, or nothing.
func (t *tree) word() []part {
	n := t.caret.node
	chars := t.load(n)
	if n.kind == code {
		return nil
	}
	text, offset, caret := plainText(chars), 0, len(plainText(chars[:t.caret.index]))
	for rest, state := text, -1; rest != ""; {
		var w string
		w, rest, state = uniseg.FirstWordInString(rest, state)
		end := offset + len(w)
		if offset <= caret && caret < end && !isBlank(w) && !allPunct(w) {
			return []part{{n, charAt(chars, offset), charAt(chars, end)}}
		}
		if caret == end && !isBlank(w) && !allPunct(w) && (rest == "" || isBlank(firstWord(rest)) || allPunct(firstWord(rest))) {
			return []part{{n, charAt(chars, offset), charAt(chars, end)}}
		}
		offset = end
	}
	return nil
}

func firstWord(s string) string {
	w, _, _ := uniseg.FirstWordInString(s, -1)
	return w
}

func allPunct(s string) bool {
	for _, c := range s {
		if !isMark(c) {
			return false
		}
	}
	return true
}

// charAt returns the index of the char at which a byte of the plain text begins.
func charAt(chars []char, at int) int {
	for i := range chars {
		if at <= 0 {
			return i
		}
		at -= len(chars[i].text)
	}
	return len(chars)
}

// set gives a stretch a look or takes it away. Spaces at its ends are left alone:
// they cannot begin or end emphasis.
func (p part) set(t *tree, look Inline, on bool) {
	chars := slices.Clone(t.load(p.node))
	if on {
		for p.from < p.to && (chars[p.from].isSpace() || chars[p.from].kind == unseen) {
			p.from++
		}
		for p.to > p.from && (chars[p.to-1].isSpace() || chars[p.to-1].kind == unseen) {
			p.to--
		}
	}
	m := newMark(look)
	for i := p.from; i < p.to; i++ {
		c := &chars[i]
		has := c.has(look)
		switch {
		case on && !has && m.literal():
			if c.kind == plain {
				c.in = append(slices.Clone(c.in), m)
				c.spell = ""
			}
		case on && !has:
			c.in = append([]*mark{m}, c.in...)
		case !on && has:
			if m.literal() {
				c.spell = ""
			}
			c.in = slices.DeleteFunc(slices.Clone(c.in), func(o *mark) bool {
				l, ok := o.look()
				return ok && l == look
			})
		}
	}
	p.node.line.chars, p.node.line.changed = chars, true
	p.node.touch()
}
