package drafting

import (
	"slices"
	"strings"

	"safety365/bulletins"
	"safety365/bulletins/kinds"
)

// Paste puts plain text in the place of the selection. Each line is a paragraph, or in
// a list an item; blank lines go. Lines with tabs, as spreadsheets give them, are a
// table, or fill the cells of the table at the caret. Nothing in it becomes a mark.
func Paste(doc *bulletins.Document, sel selection, text string) (change, bool) {
	text = strings.Trim(clean(text), "\n")
	t, ok := erased(doc, sel)
	if !ok || text == "" {
		return change{}, false
	}
	n := t.caret.node
	if n.kind == code {
		t.put(t.add(t.caret, typed(text, nil)))
		return t.done()
	}
	grid := gridOf(text)
	switch {
	case n.kind == cell && grid != nil:
		return t.fillCells(n, grid)
	case grid != nil && len(grid) > 1:
		t.putTable(grid)
		return t.change()
	}
	lines := linesOf(text)
	if len(lines) == 0 {
		if trimmed := strings.Trim(text, "\n"); trimmed != "" && !strings.Contains(trimmed, "\n") {
			return Type(doc, sel, strings.ReplaceAll(trimmed, "\t", " "))
		}
		return change{}, false
	}
	if !strings.Contains(text, "\n") { // a piece of a line keeps its spaces
		lines = []string{strings.ReplaceAll(text, "\t", " ")}
		if t.caret.node.line != nil && t.opens() {
			lines[0] = strings.TrimLeft(lines[0], " \u3000")
		}
	}
	if n.line == nil {
		t.enter()
		t.wide = true
	}
	return t.pasteLines(lines)
}

// linesOf returns the lines of a text that are not blank, without the spaces round
// them.
func linesOf(text string) []string {
	var out []string
	for s := range strings.SplitSeq(text, "\n") {
		if s = strings.Trim(strings.ReplaceAll(s, "\t", " "), " \u3000"); s != "" {
			out = append(out, s)
		}
	}
	return out
}

// gridOf returns the cells of a text whose lines all have tabs, or nil.
func gridOf(text string) [][]string {
	if !strings.Contains(text, "\t") {
		return nil
	}
	var out [][]string
	cols := 0
	for s := range strings.SplitSeq(text, "\n") {
		if strings.Trim(s, " ") == "" {
			continue
		}
		row := strings.Split(s, "\t")
		if len(row) < 2 {
			return nil
		}
		for i := range row {
			row[i] = strings.Trim(row[i], " \u3000")
		}
		cols = max(cols, len(row))
		out = append(out, row)
	}
	return out
}

// pasteLines puts lines in at the caret, each of them but the first as a paragraph of
// its own.
func (t *tree) pasteLines(lines []string) (change, bool) {
	n := t.caret.node
	if n.kind == cell || n.kind == figure || n.parent.kind == foreign {
		lines = []string{strings.Join(lines, " ")}
	}
	in := t.style(t.caret)
	if len(lines) == 1 {
		t.freshen()
		t.put(t.add(t.caret, typed(lines[0], in)))
		return t.proved()
	}
	t.wide = true
	t.put(t.add(t.caret, typed(lines[0], in)))
	at := t.caret
	rest := slices.Clone(t.load(n)[at.index:])
	t.remove(n, at.index, len(n.line.chars))
	own := n.parent
	inList := own.kind == item && own.kids[0] == n
	var fresh []*node
	for _, s := range lines[1:] {
		fresh = append(fresh, newParagraph(typed(s, nil)))
	}
	last := fresh[len(fresh)-1]
	t.put(t.finish(last))
	last.line.chars = append(last.line.chars, rest...)
	if !inList {
		t.place(own, n.index()+1, fresh...)
		return t.change()
	}
	gap := 1
	if len(own.parent.kids) > 1 {
		gap = own.parent.kids[1].gap
	}
	var items []*node
	for _, p := range fresh {
		i := &node{kind: item, gap: gap}
		if own.task != bulletins.NoTask {
			i.task = bulletins.TaskOpen
		}
		p.gap = 0
		i.insert(0, p)
		items = append(items, i)
	}
	others := own.kids[1:]
	own.kids, own.end = own.kids[:1], 0
	end := items[len(items)-1]
	end.insert(1, others...)
	own.parent.insert(own.index()+1, items...)
	return t.change()
}

// putTable puts a table of texts at the caret.
func (t *tree) putTable(grid [][]string) {
	cols := 0
	for _, row := range grid {
		cols = max(cols, len(row))
	}
	n := newTable(len(grid), cols)
	for r, row := range grid {
		for c, s := range row {
			n.rows[r].kids[c].line.chars = typed(s, nil)
		}
	}
	t.putBlocks(n)
	last := n.rows[len(n.rows)-1].kids[cols-1]
	t.put(t.finish(last))
}

// fillCells puts texts into the cells from one on; the table grows as it must.
func (t *tree) fillCells(n *node, grid [][]string) (change, bool) {
	whole := n.parent.parent
	row, col := n.cellAt()
	last := n
	for r, texts := range grid {
		if row+r == len(whole.rows) {
			t.addRow(whole, len(whole.rows))
		}
		for c, s := range texts {
			if col+c == len(whole.aim) {
				t.addColumn(whole, len(whole.aim))
			}
			last = whole.rows[row+r].kids[col+c]
			last.line.chars, last.line.read = typed(s, nil), true
		}
	}
	whole.touch()
	t.put(t.finish(last))
	return t.change()
}

// putBlocks puts blocks at the caret: in the place of an empty paragraph, else behind
// or before the caret's, or between its two halves.
func (t *tree) putBlocks(blocks ...*node) {
	n := t.caret.node
	if o := n.object(); o != nil && o.kind != directive {
		t.place(o.parent, o.index()+1, blocks...)
		return
	}
	if n.parent.kind == foreign {
		t.place(n.parent.parent, n.parent.index()+1, blocks...)
		return
	}
	if own := n.within(note); own != nil { // notes hold no blocks
		t.place(own.parent, own.index(), blocks...)
		return
	}
	chars := t.load(n)
	before, behind := trimSpaces(chars[:t.caret.index]), trimSpaces(chars[t.caret.index:])
	p, at := n.parent, n.index()
	first := p.kind == item && at == 0
	switch {
	case first && len(behind) == 0 && len(before) == 0 && len(p.kids) == 1:
		n.cut()
		t.place(p, 0, blocks...)
		blocks[0].gap = 0
	case first && len(before) == 0:
		t.place(p, at+1, blocks...)
	case len(before) == 0 && len(behind) == 0 && !first && n.kind == paragraph:
		gap := n.gap
		n.cut()
		t.place(p, at, blocks...)
		blocks[0].gap = gap
		if at > 0 {
			blocks[0].gap = max(gap, 2)
		}
		p.end = min(p.end, 1)
	case len(before) == 0 && !first:
		t.place(p, at, blocks...)
	case len(behind) == 0:
		t.place(p, at+1, blocks...)
	default:
		rest := slices.Clone(chars[t.caret.index:])
		t.remove(n, t.caret.index, len(chars))
		t.place(p, at+1, append(blocks, newParagraph(rest))...)
	}
}

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
