package sheet

import "strings"

// Table is a table without its file.
type Table struct {
	Title    string   // what stands above the table, "" if nothing does
	Sheet    string   // name of the sheet; "" in a CSV
	Sheets   []string // all sheets of the workbook that are shown
	Encoding string   // of a CSV: utf-8, gb18030, big5, utf-16

	Head     []string // name of each column; that of two rows is 组/项
	HeadRows [][]Cell // the head as it stands
	Rows     [][]Cell // the body; every row has as many cells as Head
	Totals   []int    // which of Rows add others up

	Before, After []string // lines round the table: 填报单位：…, 填表人：…
}

// Cell is a field of a table.
type Cell struct {
	Text string
	// Row and Col are the cell's place in the file, from 1.
	Row, Col int
	// RowSpan and ColSpan are how many rows and columns the cell goes over: 1 and 1,
	// more if it is merged, 0 and 0 if another cell covers it.
	RowSpan, ColSpan int
}

// Name returns the cell's place as spreadsheets write it: C5.
func (c Cell) Name() string { return cellName(c.Row, c.Col) }

// Value returns what a field of the body says: its text or, if another cell covers it,
// that one's.
func (t *Table) Value(row, col int) string {
	return owner(t.Rows, row, col).Text
}

// Column returns the first column with one of these names, or -1. Spaces, letter case
// and the group before a / do not matter: 时限 finds 整改/时 限.
func (t *Table) Column(names ...string) int {
	for _, name := range names {
		for i, h := range t.Head {
			if _, item, ok := strings.Cut(h, "/"); sameHead(h, name) || ok && sameHead(item, name) {
				return i
			}
		}
	}
	return -1
}

// Total says whether a row adds others up.
func (t *Table) Total(row int) bool {
	for _, r := range t.Totals {
		if r == row {
			return true
		}
	}
	return false
}

func sameHead(a, b string) bool { return strings.EqualFold(solid(a), solid(b)) }

// solid returns a text without its spaces.
func solid(s string) string { return strings.Join(strings.Fields(s), "") }

// owner returns the cell that shows at a place: itself, or the merged one over it.
func owner(rows [][]Cell, row, col int) Cell {
	c := rows[row][col]
	if c.RowSpan > 0 {
		return c
	}
	for r := row; r >= 0; r-- {
		for k := col; k >= 0; k-- {
			if o := rows[r][k]; o.RowSpan > row-r && o.ColSpan > col-k {
				return o
			}
		}
	}
	return c
}

// cellName writes a place, both numbers from 1.
func cellName(row, col int) string {
	name := []byte{}
	for ; col > 0; col = (col - 1) / 26 {
		name = append([]byte{byte('A' + (col-1)%26)}, name...)
	}
	return string(name) + itoa(row)
}
