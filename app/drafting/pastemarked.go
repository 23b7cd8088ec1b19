package drafting

import (
	"slices"
	"strings"

	"safety365/bulletins"
	"safety365/bulletins/kinds"
)

// PasteMarked puts Markdown of our own in the place of the selection as it is: a piece
// of a paragraph into the paragraph, blocks as blocks.
func PasteMarked(doc *bulletins.Document, sel selection, markdown string) (change, bool) {
	t, ok := erased(doc, sel)
	markdown = strings.Trim(clean(markdown), "\n")
	if !ok || strings.TrimSpace(markdown) == "" {
		return change{}, false
	}
	n := t.caret.node
	source := &tree{}
	d := bulletins.Parse("", "\n"+markdown+"\n", kinds.Schema())
	source = grow(d, 0, len(d.Text))
	source.root.kids = slices.DeleteFunc(source.root.kids, func(k *node) bool { return k.kind == paragraph && k.line.void })
	kids := source.root.kids
	for _, leaf := range source.root.leaves(nil) {
		source.load(leaf)
	}
	sole := len(kids) == 1 && kids[0].kind == paragraph
	fixed := n.line == nil || n.kind == cell || n.kind == figure || n.kind == code || n.parent.kind == foreign
	switch {
	case len(kids) == 0:
		return Paste(doc, sel, markdown)
	case n.line == nil && sole:
		t.enter()
		t.wide = true
		fallthrough
	case sole && n.kind != code:
		t.put(t.add(t.caret, fit(kids[0].line.chars, t.caret.node)))
		return t.done()
	case n.kind == code:
		t.put(t.add(t.caret, typed(shownText(source), nil)))
		return t.done()
	case fixed && n.line != nil:
		return Paste(doc, sel, shownText(source))
	}
	t.wide = true
	t.pasteBlocks(kids)
	return t.change()
}

// fit makes chars ready to stand in another line: spaces that opened or ended theirs
// stay, line ends go where there are no lines.
func fit(chars []char, n *node) []char {
	out := slices.Clone(chars)
	for i := range out {
		if out[i].kind == unseen && out[i].spell == "\n" {
			out[i].spell = ""
		}
		if n.kind == cell && out[i].kind == plain && out[i].text == "|" {
			out[i].spell = ""
		}
	}
	return out
}

// pasteBlocks puts blocks at the caret. Text at either end joins the halves of the
// caret's paragraph.
func (t *tree) pasteBlocks(kids []*node) {
	n := t.caret.node
	if n.line != nil && n.isText() && !n.isFixed() && kids[0].kind == paragraph && len(trimSpaces(t.load(n)[:t.caret.index])) > 0 {
		t.put(t.add(t.caret, kids[0].line.chars))
		kids = kids[1:]
	}
	t.putBlocks(kids...)
	last := kids[len(kids)-1]
	p := last.parent
	i := last.index()
	if i+1 < len(p.kids) && last.kind == paragraph && p.kids[i+1].kind == paragraph && p.kids[i+1].line.at == (bulletins.Range{}) {
		t.put(t.join(last, p.kids[i+1]))
		return
	}
	if all := last.leaves(nil); len(all) > 0 {
		t.put(t.finish(all[len(all)-1]))
	} else {
		t.put(t.beside(last))
	}
}

// shownText is what a tree shows, a line for each paragraph.
func shownText(t *tree) string {
	var out []string
	for _, n := range t.root.leaves(nil) {
		if n.line != nil {
			out = append(out, plainText(t.load(n)))
		}
	}
	return strings.Join(out, "\n")
}
