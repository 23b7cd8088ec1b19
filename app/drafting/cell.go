package drafting

import (
	"slices"
	"strings"

	"safety365/bulletins"
)

// newCell makes a cell of chars.
func newCell(chars []char) *node {
	return &node{kind: cell, line: &line{chars: chars, read: true, changed: true, setting: cellSetting}}
}

// newRow makes a row of empty cells.
func newRow(cols int) *node {
	r := &node{kind: table, width: cols}
	for range cols {
		c := newCell(nil)
		c.parent = r
		r.kids = append(r.kids, c)
	}
	return r
}

// newTable makes an empty table. Its first row is the header.
func newTable(rows, cols int) *node {
	n := &node{kind: table, aim: make([]bulletins.Align, cols), gap: 2}
	for range rows {
		r := newRow(cols)
		r.parent = n
		n.rows = append(n.rows, r)
	}
	return n
}

// InsertTable puts an empty table behind the caret's paragraph; its first row is the
// header.
func InsertTable(doc *bulletins.Document, sel selection, rows, cols int) (change, bool) {
	if rows < 1 || cols < 1 || rows*cols > 10_000 {
		return change{}, false
	}
	t, ok := erased(doc, sel)
	if !ok {
		return change{}, false
	}
	n := newTable(rows, cols)
	t.putBlocks(n)
	t.put(start(n.rows[0].kids[0]))
	return t.change()
}

// below goes to the end of the cell under a cell. Under the last row it adds one; if
// that row is empty the table is left, as a list is.
func (t *tree) below(c *node) (change, bool) {
	whole := c.parent.parent
	row, col := c.cellAt()
	if row > 0 && row+1 == len(whole.rows) && t.emptyRow(whole.rows[row]) {
		if row > 1 {
			whole.rows = whole.rows[:row]
		}
		whole.touch()
		t.paragraphBeside(whole, true)
		return t.change()
	}
	if row+1 < len(whole.rows) && !t.wide && !c.line.changed {
		to, ok := t.goTo(whole.rows[row+1].kids[col])
		to.After.Anchor = to.After.Caret
		return to, ok
	}
	if row+1 == len(whole.rows) {
		r := newRow(len(whole.aim))
		r.parent = whole
		whole.rows = append(whole.rows, r)
		whole.touch()
	}
	t.put(t.finish(whole.rows[row+1].kids[col]))
	return t.change()
}

// emptyRow says whether all cells of a row show nothing.
func (t *tree) emptyRow(r *node) bool {
	for _, c := range r.kids {
		if len(trimSpaces(t.load(c))) > 0 {
			return false
		}
	}
	return true
}

// goTo puts the caret into a cell and selects its text.
func (t *tree) goTo(c *node) (change, bool) {
	if _, col := c.cellAt(); col >= c.parent.width { // it has no place yet
		c.parent.parent.touch()
		t.put(start(c))
		return t.change()
	}
	at := c.line.at
	t.load(c)
	shown := trimSpaces(c.line.chars)
	if len(shown) > 0 {
		at.End = max(at.Start, shown[len(shown)-1].hi)
	}
	if len(shown) > 0 && shown[len(shown)-1].hi < c.line.at.End && strings.Trim(t.text[shown[len(shown)-1].hi:c.line.at.End], " ") != "" {
		at.End = c.line.at.End
	}
	return change{After: selection{Anchor: at.Start, Caret: at.End}}, true
}

// nextCell goes to the cell after or before one; behind the last it adds a row.
func (t *tree) nextCell(c *node, back bool) (change, bool) {
	whole := c.parent.parent
	row, col := c.cellAt()
	cols := len(whole.aim)
	at := row*cols + col + 1
	if back {
		at -= 2
	}
	switch {
	case at < 0:
		return change{}, false
	case at < cols*len(whole.rows):
		return t.goTo(whole.rows[at/cols].kids[at%cols])
	}
	r := newRow(cols)
	r.parent = whole
	whole.rows = append(whole.rows, r)
	whole.touch()
	t.put(start(r.kids[0]))
	return t.change()
}

// TableMoveCell puts the caret into the cell above or below, if there is one.
func TableMoveCell(doc *bulletins.Document, sel selection, up bool) (change, bool) {
	t := growAll(doc, sel)
	n := t.caret.node
	if n == nil || n.kind != cell {
		return change{}, false
	}
	row, col := n.cellAt()
	if row++; up {
		row -= 2
	}
	whole := n.parent.parent
	if row < 0 || row >= len(whole.rows) {
		return change{}, false
	}
	c := whole.rows[row].kids[col]
	if col >= c.parent.width {
		return t.goTo(c)
	}
	at := min(c.line.at.Start, c.line.at.End)
	return change{After: selection{Anchor: at, Caret: at}}, true
}

func (t *tree) addRow(whole *node, at int) {
	r := newRow(len(whole.aim))
	r.parent = whole
	whole.rows = slices.Insert(whole.rows, at, r)
}

func (t *tree) addColumn(whole *node, at int) {
	whole.aim = slices.Insert(slices.Clone(whole.aim), at, bulletins.AlignDefault)
	for _, r := range whole.rows {
		c := newCell(nil)
		c.parent = r
		r.kids = slices.Insert(r.kids, at, c)
		r.width = len(whole.aim)
	}
}
