package drafting

import (
	"slices"

	"safety365/bulletins"
)

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
