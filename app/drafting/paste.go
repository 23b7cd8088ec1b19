package drafting

import (
	"slices"
	"strings"

	"safety365/bulletins"
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
