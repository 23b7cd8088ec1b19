package drafting

import (
	"slices"
)

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
