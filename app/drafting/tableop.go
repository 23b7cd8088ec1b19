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

// below goes to the cell under a cell; under the last row it adds one.
func (t *tree) below(c *node) (change, bool) {
	whole := c.parent.parent
	row, col := c.cellAt()
	if row+1 < len(whole.rows) && !t.wide {
		return t.goTo(whole.rows[row+1].kids[col])
	}
	if row+1 == len(whole.rows) {
		r := newRow(len(whole.aim))
		r.parent = whole
		whole.rows = append(whole.rows, r)
		whole.touch()
	}
	t.put(start(whole.rows[row+1].kids[col]))
	return t.change()
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

// TableOp does something with the table at the caret.
func TableOp(doc *bulletins.Document, sel selection, op Op) (change, bool) {
	t := growAll(doc, sel)
	n := t.caret.node
	if n == nil || n.kind != cell {
		return change{}, false
	}
	whole := n.parent.parent
	row, col := n.cellAt()
	cols, rows := len(whole.aim), len(whole.rows)
	whole.touch()
	switch op {
	case RowAbove, RowBelow:
		if op == RowBelow {
			row++
		}
		t.addRow(whole, row)
	case RowDelete:
		if rows == 1 {
			t.put(t.drop(whole))
			return t.change()
		}
		whole.rows = slices.Delete(whole.rows, row, row+1)
		row = min(row, len(whole.rows)-1)
	case ColumnLeft, ColumnRight:
		if op == ColumnRight {
			col++
		}
		t.addColumn(whole, col)
	case ColumnDelete:
		if cols == 1 {
			t.put(t.drop(whole))
			return t.change()
		}
		whole.aim = slices.Delete(slices.Clone(whole.aim), col, col+1)
		for _, r := range whole.rows {
			r.kids = slices.Delete(r.kids, col, col+1)
		}
		col = min(col, cols-2)
	case AlignLeft, AlignCenter, AlignRight:
		aim := [...]bulletins.Align{bulletins.AlignLeft, bulletins.AlignCenter, bulletins.AlignRight}[op-AlignLeft]
		a, b := t.columns(n)
		for i := a; i <= b; i++ {
			whole.aim[i] = aim
		}
		return t.change()
	case TableDelete:
		t.put(t.drop(whole))
		return t.change()
	default:
		return t.merge(n, op)
	}
	t.put(start(whole.rows[row].kids[col]))
	return t.change()
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

// columns are the first and last column that the selection touches in the table of a
// cell.
func (t *tree) columns(n *node) (a, b int) {
	_, a = n.cellAt()
	b = a
	if o := t.anchor.node; o != nil && o.kind == cell && o.parent.parent == n.parent.parent {
		_, other := o.cellAt()
		a, b = min(a, other), max(b, other)
	}
	return a, b
}

// merge joins cells or parts them again. What a cell that goes held is put behind the
// text of the one that it joins.
func (t *tree) merge(n *node, op Op) (change, bool) {
	whole := n.parent.parent
	row, col := n.cellAt()
	sign := map[Op]string{MergeLeft: "<", MergeUp: "^"}[op]
	text := plainOnly(t.load(n))
	switch {
	case op == Split:
		return t.part(whole, n)
	case op == MergeLeft && col == 0, op == MergeUp && row < 2, text == "<" || text == "^":
		return change{}, false
	}
	to := n
	for r, c := row, col; ; {
		if sign == "<" {
			c--
		} else {
			r--
		}
		to = whole.rows[r].kids[c]
		if s := t.signOf(to); s == "" || c == 0 && s == "<" || r == 0 {
			break
		} else {
			sign = s
		}
	}
	sign = map[Op]string{MergeLeft: "<", MergeUp: "^"}[op]
	if text != "" {
		rest := t.load(n)
		if len(trimSpaces(t.load(to))) > 0 {
			rest = append([]char{{kind: broken, text: "\n"}}, rest...)
		}
		t.add(t.finish(to), rest)
	}
	n.line.chars = []char{{text: sign, spell: sign}}
	whole.touch()
	t.put(t.finish(to))
	return t.change()
}

// signOf returns the mark of a cell that belongs to its neighbour, or "".
func (t *tree) signOf(c *node) string {
	if chars := trimSpaces(t.load(c)); len(chars) == 1 && chars[0].spell == chars[0].text && (chars[0].text == "<" || chars[0].text == "^") {
		return chars[0].text
	}
	return ""
}

// part has the cells that belong to a cell, or a cell that belongs to another, stand
// for themselves.
func (t *tree) part(whole, n *node) (change, bool) {
	row, col := n.cellAt()
	done := false
	clear := func(c *node) bool {
		if t.signOf(c) == "" {
			return false
		}
		c.line.chars, done = nil, true
		return true
	}
	if !clear(n) {
		for r := row; r < len(whole.rows) && (r == row || t.signOf(whole.rows[r].kids[col]) == "^"); r++ {
			if r > row {
				clear(whole.rows[r].kids[col])
			}
			for c := col + 1; c < len(whole.aim) && t.signOf(whole.rows[r].kids[c]) != ""; c++ {
				clear(whole.rows[r].kids[c])
			}
		}
	}
	if !done {
		return change{}, false
	}
	whole.touch()
	t.put(start(n))
	return t.change()
}
