package drafting

import (
	"slices"
	"strings"

	"safety365/bulletins"
)

// InsertLink makes a link of what is selected, or of text if nothing is. With a link
// at the caret it changes that one; without an address it takes it away.
func InsertLink(doc *bulletins.Document, sel selection, url, text string) (change, bool) {
	t := growAll(doc, sel)
	n := t.caret.node
	if n == nil || n.line == nil || n.kind == code || t.anchor.node != n {
		return change{}, false
	}
	url = strings.TrimSpace(oneLine(url))
	p := part{n, min(t.anchor.index, t.caret.index), max(t.anchor.index, t.caret.index)}
	if p.from == p.to {
		p = t.linkAt()
	}
	chars := slices.Clone(t.load(n))
	if p.from == p.to {
		if text = oneLine(text); text == "" {
			text = url
		}
		if url == "" || text == "" {
			return change{}, false
		}
		in := append(t.style(t.caret), linkMark(url, ""))
		t.put(t.add(t.caret, typed(text, in)))
		return t.inline()
	}
	title := ""
	for i := p.from; i < p.to; i++ {
		chars[i].in = slices.DeleteFunc(slices.Clone(chars[i].in), func(m *mark) bool {
			if m.kind == bulletins.LinkSpan {
				_, title = m.target()
			}
			return m.kind == bulletins.LinkSpan
		})
	}
	m := linkMark(url, title)
	for i := p.from; i < p.to && url != ""; i++ {
		chars[i].in = append([]*mark{m}, chars[i].in...)
	}
	n.line.chars = chars
	n.touch()
	if text = oneLine(text); text != "" && text != plainText(chars[p.from:p.to]) && url != "" {
		in := chars[p.from].in
		t.remove(n, p.from, p.to)
		end := t.add(pos{n, p.from}, typed(text, in))
		t.anchor, t.caret = pos{n, p.from}, end
	}
	return t.inline()
}

// linkAt is the link at the caret.
func (t *tree) linkAt() part {
	n, chars := t.caret.node, t.load(t.caret.node)
	for _, i := range []int{t.caret.index - 1, t.caret.index} {
		if i < 0 || i >= len(chars) {
			continue
		}
		for _, m := range chars[i].in {
			if m.kind != bulletins.LinkSpan {
				continue
			}
			p := part{n, i, i + 1}
			for p.from > 0 && slices.Contains(chars[p.from-1].in, m) {
				p.from--
			}
			for p.to < len(chars) && slices.Contains(chars[p.to].in, m) {
				p.to++
			}
			return p
		}
	}
	return part{n, t.caret.index, t.caret.index}
}

// InsertRuby puts a reading over what is selected; without one it takes it away.
func InsertRuby(doc *bulletins.Document, sel selection, reading string) (change, bool) {
	t := growAll(doc, sel)
	parts := t.parts()
	if sel.Empty() && t.caret.node != nil && t.caret.node.line != nil {
		parts = t.word()
	}
	if len(parts) != 1 || parts[0].node != t.caret.node {
		return change{}, false
	}
	p := parts[0]
	var words []string
	for _, w := range strings.Fields(clean(reading)) {
		words = append(words, attrValue(w))
	}
	m := &mark{kind: bulletins.Directed, name: "ruby", open: ":ruby[", close: "]{" + strings.Join(words, " ") + "}"}
	var b strings.Builder
	for _, w := range strings.Fields(clean(reading)) {
		b.WriteString("\x01" + w + "\x02")
	}
	m.sign = signOf(m.kind, m.name, b.String())
	chars := slices.Clone(t.load(p.node))
	for i := p.from; i < p.to; i++ {
		c := &chars[i]
		c.in = slices.DeleteFunc(slices.Clone(c.in), func(o *mark) bool { return o.name == "ruby" })
		if len(words) > 0 {
			c.in = append([]*mark{m}, c.in...)
		}
	}
	p.node.line.chars = chars
	p.node.touch()
	return t.inline()
}
