package drafting

import (
	"slices"
	"strconv"
	"strings"

	"safety365/app/manuscript"
	"safety365/bulletins"
	"safety365/bulletins/kinds"
)

// InsertPicture puts a picture with a caption behind the caret's paragraph.
func InsertPicture(doc *bulletins.Document, sel selection, name, caption string) (change, bool) {
	if strings.TrimSpace(name) == "" {
		return change{}, false
	}
	t, ok := erased(doc, sel)
	if !ok {
		return change{}, false
	}
	n := &node{kind: figure, gap: 2, head: "![", tail: "](" + destination(name) + ")",
		line: &line{chars: typed(oneLine(caption), nil), read: true, setting: captionSetting}}
	t.putBlocks(n)
	t.put(t.finish(n))
	return t.change()
}

// InsertDirective puts a directive behind the caret's paragraph. Without a body it
// goes round the paragraphs that are selected, or has an empty one.
func InsertDirective(doc *bulletins.Document, sel selection, name string, attrs []bulletins.Attr, body string) (change, bool) {
	t := growAll(doc, sel)
	if t.caret.node == nil || name == "" {
		return change{}, false
	}
	empty := kinds.Schema().Directives[name].Empty
	if !sel.Empty() && body == "" && !empty {
		if c, ok := t.wrapIn(sel, name, attrs); ok {
			return c, true
		}
	}
	t, ok := erased(doc, sel)
	if !ok {
		return change{}, false
	}
	n := newDirective(name, attrs)
	if empty {
		n.kind, n.raw = rule, []string{n.head, n.tail}
		t.putBlocks(n)
		t.put(t.behind(n))
		return t.change()
	}
	var kids []*node
	for _, s := range linesOf(clean(body)) {
		kids = append(kids, newParagraph(typed(s, nil)))
	}
	if kids == nil {
		kids = append(kids, newParagraph(nil))
	}
	kids[0].gap = 0
	n.insert(0, kids...)
	t.putBlocks(n)
	t.put(t.finish(kids[len(kids)-1]))
	return t.change()
}

// newDirective makes a directive that holds nothing yet.
func newDirective(name string, attrs []bulletins.Attr) *node {
	return &node{kind: directive, gap: 2, head: "::: " + name + braced(attrs), tail: ":::"}
}

// braced writes attributes.
func braced(attrs []bulletins.Attr) string {
	var parts []string
	for _, a := range attrs {
		switch {
		case a.Key == "":
			parts = append(parts, attrValue(a.Value))
		case a.Value != "":
			parts = append(parts, a.Key+"="+attrValue(a.Value))
		}
	}
	if parts == nil {
		return ""
	}
	return " {" + strings.Join(parts, " ") + "}"
}

// wrapIn puts a directive round what the selection touches.
func (t *tree) wrapIn(sel selection, name string, attrs []bulletins.Attr) (change, bool) {
	first, last := t.selected(sel), t.selected(sel)
	if first == nil {
		first, last = t.movable()
	}
	if first == nil {
		return change{}, false
	}
	for first.parent.kind == list {
		first, last = first.parent, last.parent
	}
	if first.parent.kind == table || first.parent != last.parent {
		return change{}, false
	}
	p, a, b := first.parent, first.index(), last.index()
	own := slices.Clone(p.kids[a : b+1])
	n := newDirective(name, attrs)
	n.gap = first.gap
	p.kids = append(p.kids[:a:a], p.kids[b+1:]...)
	own[0].gap = 0
	n.insert(0, own...)
	for _, k := range own {
		for _, s := range (printer{tree: t}).lines(k) {
			s = strings.TrimLeft(s, " >")
			if colons := len(s) - len(strings.TrimLeft(s, ":")); colons >= len(n.tail) {
				n.tail = strings.Repeat(":", colons+1)
			}
		}
	}
	n.head = n.tail + strings.TrimLeft(n.head, ":")
	gap := n.gap
	t.place(p, a, n)
	n.gap = gap
	leaf := own[0].leaves(nil)
	if len(leaf) > 0 {
		t.put(start(leaf[0]))
	}
	return t.change()
}

// behind returns a place behind a block; a new paragraph if nothing follows.
func (t *tree) behind(n *node) pos {
	if p, i := n.parent, n.index(); i+1 < len(p.kids) {
		if all := p.kids[i+1].leaves(nil); len(all) > 0 {
			return start(all[0])
		}
	}
	return start(t.paragraphBeside(n, true))
}

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

// ToggleTask ticks the task at a range, or takes the tick away.
func ToggleTask(doc *bulletins.Document, rng bulletins.Range) (change, bool) {
	t := grow(doc, rng.Start, rng.End)
	var own *node
	t.walk(func(n *node) bool {
		if n.kind == item && n.task != bulletins.NoTask && n.from <= rng.End && rng.Start <= n.to {
			if own == nil || n.from <= rng.Start {
				own = n
			}
		}
		return true
	})
	if own == nil {
		return change{}, false
	}
	first := own.kids[0].line
	if first == nil {
		return change{}, false
	}
	at := strings.LastIndexByte(doc.Text[:first.at.Start], '[')
	if at < own.from || at+2 > len(doc.Text) {
		return change{}, false
	}
	sign := "x"
	if own.task == bulletins.TaskDone {
		sign = " "
	}
	return change{Edits: []manuscript.Edit{{Range: bulletins.Range{Start: at + 1, End: at + 2}, Text: sign}},
		After: manuscript.At(first.at.Start), Stay: true}, true
}

// Fix makes the edit that mends what a Diagnostic is about.
func Fix(doc *bulletins.Document, fix *bulletins.Fix) (change, bool) {
	if fix == nil || fix.Range.Start < 0 || fix.Range.Start > fix.Range.End || fix.Range.End > len(doc.Text) {
		return change{}, false
	}
	return change{Edits: []manuscript.Edit{{Range: fix.Range, Text: fix.Text}},
		After: manuscript.At(fix.Range.Start + len(fix.Text))}, true
}

// Unwrap takes the fences of the directive at a range away and keeps what it holds.
func Unwrap(doc *bulletins.Document, rng bulletins.Range) (change, bool) {
	t := grow(doc, rng.Start, rng.End)
	n := t.blockAt(rng, directive)
	if n == nil {
		return change{}, false
	}
	all := n.leaves(nil)
	t.unwrap(n)
	if len(all) > 0 {
		t.put(start(all[0]))
	}
	return t.change()
}

// Remove takes out the block, or the picture in the text, at a range.
func Remove(doc *bulletins.Document, rng bulletins.Range) (change, bool) {
	t := grow(doc, rng.Start, rng.End)
	var n *node
	t.walk(func(k *node) bool {
		if n == nil && k.kind != root && k.source() == rng {
			n = k
		}
		return true
	})
	if n == nil {
		n = t.blockAt(rng, directive)
	}
	if n != nil {
		t.put(t.drop(n))
		return t.change()
	}
	p := t.find(rng.Start)
	q := t.find(rng.End)
	if p.node == nil || p.node != q.node || p.node.line == nil || p.index == q.index {
		return change{}, false
	}
	t.remove(p.node, p.index, q.index)
	t.put(p)
	return t.inline()
}

// blockAt returns the block of a kind that stands at a range: the one that starts
// there, else the innermost round it.
func (t *tree) blockAt(rng bulletins.Range, kind nodeKind) *node {
	var exact, around *node
	t.walk(func(n *node) bool {
		if n.kind != kind {
			return true
		}
		switch r := n.source(); {
		case r == rng || exact == nil && r.Start == rng.Start:
			exact = n
		case r.Start <= rng.Start && rng.End <= r.End:
			around = n
		}
		return true
	})
	if exact != nil {
		return exact
	}
	return around
}

// oneLine puts a text on one line.
func oneLine(s string) string { return strings.Join(linesOf(clean(s)), " ") }

// InsertNote puts a reference to a new note behind the selection and the note at the
// end of the text. The caret goes to the note.
func InsertNote(doc *bulletins.Document, sel selection, text string) (change, bool) {
	at := manuscript.At(sel.End())
	t := growAll(doc, at)
	n := t.caret.node
	if n == nil || n.line == nil || n.kind == code || n.within(note) != nil {
		return change{}, false
	}
	label := freeLabel(doc)
	t.put(t.add(t.caret, []char{{kind: atom, spell: "[^" + label + "]", in: outsideCode(t.style(t.caret))}}))
	c, ok := t.inline()
	if !ok {
		return c, false
	}
	words, _ := paragraphSetting.spell(typed(oneLine(text), nil))
	end := len(strings.TrimRight(doc.Text, " \t\n"))
	for _, e := range c.Edits {
		end = max(end, e.Range.End)
	}
	tail := "\n\n"
	if isNoteLine(doc, end) {
		tail = "\n"
	}
	tail += "[^" + label + "]: " + words
	moved := end
	for _, e := range c.Edits {
		moved += len(e.Text) - (e.Range.End - e.Range.Start)
	}
	c.Edits = append(c.Edits, manuscript.Edit{Range: bulletins.Range{Start: end, End: end}, Text: tail})
	if len(doc.Text) == end {
		c.Edits[len(c.Edits)-1].Text += "\n"
	}
	c.After = manuscript.At(moved + len(tail))
	return c, true
}

// isNoteLine says whether the last line of a text defines a note.
func isNoteLine(doc *bulletins.Document, end int) bool {
	line := doc.Text[strings.LastIndexByte(doc.Text[:end], '\n')+1 : end]
	return strings.HasPrefix(line, "[^") && strings.Contains(line, "]:")
}

// freeLabel returns the next number that is no note's label.
func freeLabel(doc *bulletins.Document) string {
	for n := 1; ; n++ {
		label := strconv.Itoa(n)
		if doc.Notes[label] == nil && !strings.Contains(doc.Text, "[^"+label+"]") {
			return label
		}
	}
}

// noteLabels lists the notes that chars refer to.
func noteLabels(chars []char) []string {
	var out []string
	for i := range chars {
		if chars[i].kind == atom && chars[i].span.Kind == bulletins.NoteRef {
			out = append(out, chars[i].span.Name)
		}
	}
	return out
}

// withoutNotes adds to a change that the notes of some labels go, if nothing else
// refers to them.
func withoutNotes(doc *bulletins.Document, c change, labels []string) change {
	for _, label := range labels {
		if doc.Notes[label] == nil || strings.Count(doc.Text, "[^"+label+"]") != 2 {
			continue
		}
		r, ok := noteRange(doc, label)
		if !ok || slices.ContainsFunc(c.Edits, func(e manuscript.Edit) bool { return e.Range.End > r.Start && e.Range.Start < r.End }) {
			continue
		}
		before := 0
		for _, e := range c.Edits {
			if e.Range.End <= r.Start {
				before++
			}
		}
		c.Edits = slices.Insert(slices.Clone(c.Edits), before, manuscript.Edit{Range: r})
		if c.After.Caret > r.Start {
			c.After = manuscript.At(c.After.Caret - (r.End - r.Start))
		}
		c.Mode = manuscript.Single
	}
	return c
}

// noteRange returns where the definition of a note stands, with its line end.
func noteRange(doc *bulletins.Document, label string) (bulletins.Range, bool) {
	at := strings.Index(doc.Text, "\n[^"+label+"]:")
	if at < 0 {
		return bulletins.Range{}, false
	}
	found := doc.Notes[label]
	end := at + 1
	if k := len(found.Blocks); k > 0 {
		end = doc.NoteStarts[label] + found.Blocks[k-1].Source().End
	}
	if i := strings.IndexByte(doc.Text[end:], '\n'); i >= 0 {
		end += i
	} else {
		end = len(doc.Text)
	}
	for end == len(strings.TrimRight(doc.Text, "\n")) && at > 0 && doc.Text[at-1] == '\n' {
		at--
	}
	if strings.HasPrefix(doc.Text[end:], "\n\n") && strings.HasSuffix(doc.Text[:at+1], "\n\n") {
		at--
	}
	return bulletins.Range{Start: at, End: end}, at < end
}
