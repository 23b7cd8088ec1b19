package drafting

import (
	"github.com/rivo/uniseg"

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

// unit returns the chars beside the caret that go at once.
func (t *tree) unit(back bool, units func(string, bool) int) (from, to int) {
	chars := t.load(t.caret.node)
	from, to = t.caret.index, t.caret.index
	if back {
		for from > 0 && !chars[from-1].shows() {
			from--
		}
		if from == 0 || len(trimSpaces(chars[:from])) == 0 && t.caret.node.kind != code {
			return to, to
		}
		if chars[from-1].kind != plain {
			return from - 1, to
		}
		low := from
		for low > 0 && from-low < 64 && chars[low-1].kind == plain {
			low--
		}
		return t.cutUnit(chars[low:from], low, true, units), to
	}
	for to < len(chars) && !chars[to].shows() {
		to++
	}
	if to == len(chars) {
		return from, from
	}
	if chars[to].kind != plain {
		return from, to + 1
	}
	high := to
	for high < len(chars) && high-to < 64 && chars[high].kind == plain {
		high++
	}
	return from, t.cutUnit(chars[to:high], to, false, units)
}

// cutUnit returns the index at which a unit at the end or the start of chars ends.
func (t *tree) cutUnit(chars []char, first int, back bool, units func(string, bool) int) int {
	size := units(plainText(chars), back)
	if back {
		i := len(chars)
		for size > 0 && i > 0 {
			i--
			size -= len(chars[i].text)
		}
		return first + i
	}
	i := 0
	for size > 0 && i < len(chars) {
		size -= len(chars[i].text)
		i++
	}
	return first + i
}

// clusters returns how many bytes the last or first character of a text takes.
func clusters(text string, back bool) int {
	last := 0
	for rest, state := text, -1; rest != ""; {
		var c string
		c, rest, _, state = uniseg.FirstGraphemeClusterInString(rest, state)
		if last = len(c); !back {
			break
		}
	}
	return last
}

// words returns how many bytes the last or first word of a text takes, with the
// spaces behind it.
func words(text string, back bool) int {
	var sizes []int
	var spaces []bool
	for rest, state := text, -1; rest != ""; {
		var w string
		w, rest, state = uniseg.FirstWordInString(rest, state)
		sizes = append(sizes, len(w))
		spaces = append(spaces, isBlank(w))
	}
	size := 0
	if back {
		for i := len(sizes) - 1; i >= 0; i-- {
			size += sizes[i]
			if !spaces[i] {
				break
			}
		}
		return size
	}
	for i := range sizes {
		if i > 0 && !spaces[i] && size > 0 {
			break
		}
		size += sizes[i]
	}
	return size
}

func isBlank(s string) bool {
	for _, c := range s {
		if c != ' ' && c != '\t' && c != '\u3000' && c != '\u00a0' && c != '\n' {
			return false
		}
	}
	return true
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

// joinBack joins a paragraph to what stands before it.
func (t *tree) joinBack(n *node) (change, bool) {
	before := n.previous()
	if before == nil {
		return change{}, false
	}
	all := before.leaves(nil)
	if o := before.object(); len(all) == 0 || o == before {
		return t.choose(before)
	}
	last := all[len(all)-1]
	if o := last.object(); o != nil && !n.inside(o) {
		return t.choose(o)
	}
	if last.isFixed() {
		return change{}, false
	}
	if last.empty() && last.kind == paragraph && last.parent.kind != item {
		t.drop1(last)
		t.put(start(n))
		return t.change()
	}
	t.put(t.join(last, n))
	return t.change()
}

// previous returns the node before, leaving out what is not shown.
func (n *node) previous() *node {
	for i := n.index() - 1; i >= 0; i-- {
		if k := n.parent.kids[i]; k.kind != foreign || len(k.pics) > 0 {
			return k
		}
	}
	return nil
}

// deleteAtEnd is Delete with nothing behind the caret in its paragraph.
func (t *tree) deleteAtEnd() (change, bool) {
	n := t.caret.node
	if !n.isText() || n.isFixed() {
		return change{}, false
	}
	all := t.root.leaves(nil)
	var next *node
	for i := range all[:len(all)-1] {
		if all[i] == n {
			next = all[i+1]
		}
	}
	if next == nil {
		return change{}, false
	}
	home := n.within(directive)
	if own := n.within(note); own != nil {
		home = own
	}
	if home != nil && !next.inside(home) || next.within(note) != n.within(note) {
		return change{}, false
	}
	void := n.empty() && n.kind == paragraph && len(n.parent.kids) > 1 && n.parent.kind != item
	if o := outermost(next, n); o != nil {
		if void {
			t.drop1(n)
			t.put(start(next))
			return t.change()
		}
		return t.choose(o)
	}
	if next.isFixed() {
		return change{}, false
	}
	if void {
		t.drop1(n)
		t.put(start(next))
		return t.change()
	}
	t.put(t.join(n, next))
	return t.change()
}

// outermost returns the largest object round a node that another is not in.
func outermost(n, other *node) *node {
	var out *node
	for o := n.object(); o != nil && !other.inside(o); {
		out = o
		if o.parent == nil {
			break
		}
		o = o.parent.object()
	}
	return out
}

// unquote takes a paragraph at the start of a quotation out of it.
func (t *tree) unquote(n *node) {
	q := n.parent
	at, home := q.index(), q.parent
	gap := q.gap
	if len(q.kids) == 1 {
		n.gap = gap
		q.kids = nil
		home.kids[at] = n
		n.parent = home
		n.touch()
		return
	}
	q.kids = q.kids[1:]
	q.kids[0].gap = 0
	q.touch()
	n.raw = nil
	home.insert(at, n)
	n.gap = gap
	q.gap = 2
}

// unwrap puts the kids of a container in its place.
func (t *tree) unwrap(p *node) {
	at, home := p.index(), p.parent
	for i, k := range p.kids {
		if i == 0 {
			k.gap = p.gap
		}
	}
	next := at + len(p.kids)
	home.kids = append(home.kids[:at:at], home.kids[at+1:]...)
	home.insert(at, p.kids...)
	if next < len(home.kids) {
		home.kids[next].gap = max(2, home.kids[next].gap)
	}
	p.kids, p.parent = nil, nil
}
