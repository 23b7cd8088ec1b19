package drafting

import (
	"slices"
	"strings"

	"safety365/bulletins"
)

// object prints what has not changed, with the signs of the selection beside it.
func (p printer) object(n *node) []string {
	out := n.raw
	for _, at := range []struct {
		pos
		sign string
	}{{p.tree.caret, caretSign}, {p.tree.anchor, anchorSign}} {
		if at.node != n || n.line != nil || !p.signs || len(out) == 0 {
			continue
		}
		out = slices.Clone(out)
		if at.index == 0 {
			out[0] = at.sign + out[0]
		} else {
			out[len(out)-1] += at.sign
		}
	}
	return out
}

// foreign prints definitions with those of their lines changed that have changed. Once
// one is empty they are paragraphs.
func (p printer) foreign(n *node) []string {
	var source strings.Builder
	starts := make([]int, len(n.home))
	for i, r := range n.home {
		if i > 0 {
			source.WriteByte('\n')
		}
		starts[i] = source.Len()
		source.WriteString(p.text[min(r.pre, r.end):r.end])
	}
	place := func(at int) int {
		for i, r := range n.home {
			if at <= r.end {
				return starts[i] + max(0, at-r.pre)
			}
		}
		return source.Len()
	}
	out, void := source.String(), false
	var words []string
	for _, k := range slices.Backward(n.pics) {
		text := p.words(k)
		out = out[:place(k.line.at.Start)] + text + out[place(k.line.at.End):]
		if void = void || k.empty(); !k.empty() || strings.ContainsAny(text, caretSign+anchorSign) {
			words = append([]string{text}, words...)
		}
	}
	if void {
		out = strings.Join(words, "\n\n")
	}
	return strings.Split(out, "\n")
}

// prefixed puts something before lines: the first, the further ones, and those that
// are blank.
func prefixed(lines []string, first, further, blank string) []string {
	out := make([]string, len(lines))
	for i, s := range lines {
		switch {
		case i == 0 && (s != "" || first != further):
			out[i] = first + s
		case s == "":
			out[i] = blank
		default:
			out[i] = further + s
		}
	}
	return out
}

func (p printer) directive(n *node) []string {
	var body []string
	head := n.head
	if !n.kids[0].isVoidOf(n) || p.tree.caret.node == n.kids[0] {
		body = prefixed(p.inside(n), strings.Repeat(" ", n.width), strings.Repeat(" ", n.width), "")
	}
	if body == nil && p.tree.anchor.node == n.kids[0] && p.signs {
		head += anchorSign
	}
	out := append([]string{head}, body...)
	if n.tail != "" {
		out = append(out, n.tail)
	}
	return out
}

// isVoidOf says whether the node is all that stands in another, and empty.
func (n *node) isVoidOf(o *node) bool {
	return len(o.kids) == 1 && n.line != nil && n.line.void && len(n.line.chars) == 0
}

// items prints a list.
func (p printer) items(n *node) []string {
	var out []string
	number := 0
	for i, k := range n.kids {
		for range k.gap - 1 {
			if i > 0 {
				out = append(out, "")
			}
		}
		if k.kind != item { // a paragraph without text, that still parts nothing
			out = append(out, p.lines(k)...)
			continue
		}
		marker := n.marker(number)
		number++
		if k.raw != nil && strings.HasPrefix(strings.TrimLeft(k.raw[0], " "), strings.TrimRight(marker, " ")) && k.isMarked(marker) {
			out = append(out, k.raw...)
			continue
		}
		if k.head != "" && strings.TrimSpace(k.head) == strings.TrimSpace(marker) && k.head == strings.TrimLeft(k.head, " ") && strings.HasSuffix(k.head, " ") {
			marker = k.head
		}
		box := ""
		if k.kids[0].kind == paragraph {
			box = [...]string{"", "[ ] ", "[x] "}[k.task]
		}
		further := strings.Repeat(" ", len(marker))
		if len(k.kids) > 1 && k.kids[0].empty() && k.task == bulletins.NoTask { // or the rest would be no part of it
			k.kids[1].gap = 1
		}
		lines := p.inside(k)
		if k.end > 0 {
			lines = lines[:len(lines)-k.end]
		}
		out = append(out, prefixed(lines, marker+box, further, "")...)
	}
	return out
}

// isMarked says whether an item that has not changed still has the right marker.
func (n *node) isMarked(marker string) bool {
	return n.head != "" && strings.TrimSpace(n.head) == strings.TrimSpace(marker)
}

// marker returns the marker of an item with a space.
func (n *node) marker(i int) string {
	if !n.ordered {
		return string(n.delim) + " "
	}
	at := n.start
	if !n.same {
		at += i
	}
	return itoa(at) + string(n.delim) + " "
}

func (p printer) code(n *node) []string {
	text := p.words(n)
	open := strings.TrimLeft(n.head, " ")
	fence := open[:len(open)-len(strings.TrimLeft(open, open[:1]))]
	rest := open[len(fence):]
	for strings.Contains(text, fence) {
		fence += fence[:1]
	}
	out := []string{fence + rest}
	switch {
	case len(n.line.chars) > 0 || p.tree.caret.node == n:
		out = append(out, strings.Split(text, "\n")...)
	case text != "": // the other end of a selection
		out[0] += text
	}
	return append(out, fence)
}

func (p printer) table(n *node) []string {
	var out []string
	for i, r := range n.rows {
		var b strings.Builder
		b.WriteByte('|')
		for _, c := range r.kids {
			text := p.words(c)
			b.WriteString(" " + text + " |")
		}
		if r.tail != "" {
			b.WriteString(" " + strings.TrimRight(r.tail, " |") + " |")
		}
		out = append(out, b.String())
		if i == 0 {
			out = append(out, ruleOf(n.aim))
		}
	}
	return out
}

// ruleOf is the line of dashes of a table.
func ruleOf(aim []bulletins.Align) string {
	var b strings.Builder
	b.WriteByte('|')
	for _, a := range aim {
		b.WriteString([...]string{"---", ":--", ":-:", "--:"}[a] + "|")
	}
	return b.String()
}
