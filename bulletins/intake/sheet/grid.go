package sheet

import (
	"cmp"
	"slices"
	"sort"
	"strings"
)

// grid is a sheet as its file has it: cells that say something, with their places, and
// the merged areas.
type grid struct {
	lines  []line
	merges []rect
	hidden map[int]bool // columns that are not shown
}

// line is a row; its cells are in the order of their columns.
type line struct {
	row    int
	hidden bool
	cells  []rawCell
}

type rawCell struct {
	col   int
	text  string
	plain bool // a number without a format, which may be a date
}

// rect is a merged area, all four from 1 and inclusive.
type rect struct{ top, left, bottom, right int }

// anchor moves the text of merged areas that begin in a hidden row or column to the
// first that is shown.
func (g *grid) anchor() {
	at := map[int]int{}
	for i, l := range g.lines {
		at[l.row] = i
	}
	for i, m := range g.merges {
		from, ok := at[m.top]
		if !ok || !g.lines[from].hidden && !g.hidden[m.left] {
			continue
		}
		old := g.lines[from].find(m.left)
		for ; m.left < m.right && g.hidden[m.left]; m.left++ {
		}
		row := from
		for row+1 < len(g.lines) && g.lines[row].hidden && g.lines[row+1].row <= m.bottom {
			row++
		}
		m.top = g.lines[row].row
		g.merges[i] = m
		if old != nil && (row != from || old.col != m.left) {
			g.lines[row].put(rawCell{m.left, old.text, old.plain})
		}
	}
}

func (l *line) find(col int) *rawCell {
	if i, ok := slices.BinarySearchFunc(l.cells, col, byCol); ok {
		return &l.cells[i]
	}
	return nil
}

func (l *line) put(c rawCell) {
	i, ok := slices.BinarySearchFunc(l.cells, c.col, byCol)
	if ok {
		l.cells[i] = c
		return
	}
	l.cells = slices.Insert(l.cells, i, c)
}

func byCol(c rawCell, col int) int { return cmp.Compare(c.col, col) }

// field is a cell of the dense table.
type field struct {
	Cell
	plain bool
}

// dense lays the cells out in rows of equal length without blank rows and columns, and
// counts what of it was hidden. ok is false if there would be too many cells.
func (g *grid) dense(all bool) (rows [][]field, hiddenRows, hiddenCols int, ok bool) {
	if !all {
		g.anchor()
	}
	var lines []line
	used, lost := map[int]bool{}, map[int]bool{}
	for _, l := range g.lines {
		l.cells = slices.DeleteFunc(l.cells, func(c rawCell) bool {
			hide := !all && g.hidden[c.col]
			if hide && c.text != "" {
				lost[c.col] = true
			}
			return hide || c.text == ""
		})
		if len(l.cells) == 0 {
			continue
		}
		if l.hidden && !all {
			hiddenRows++
			continue
		}
		lines = append(lines, l)
		for _, c := range l.cells {
			used[c.col] = true
		}
	}
	cols := make([]int, 0, len(used))
	for c := range used {
		cols = append(cols, c)
	}
	slices.Sort(cols)
	if len(lines)*len(cols) > MaxCells {
		return nil, 0, 0, false
	}
	rows = make([][]field, len(lines))
	for r, l := range lines {
		rows[r] = make([]field, len(cols))
		for c, col := range cols {
			rows[r][c].Cell = Cell{Row: l.row, Col: col, RowSpan: 1, ColSpan: 1}
		}
		for _, c := range l.cells {
			at, _ := slices.BinarySearch(cols, c.col)
			rows[r][at].Text, rows[r][at].plain = c.text, c.plain
		}
	}
	g.lay(rows, lines, cols)
	return rows, hiddenRows, len(lost), true
}

// lay lays the merged areas over the dense rows. Of two that overlap the first holds.
func (g *grid) lay(rows [][]field, lines []line, cols []int) {
	budget := 4 * MaxCells
	for _, m := range g.merges {
		top := sort.Search(len(lines), func(i int) bool { return lines[i].row >= m.top })
		bottom := sort.Search(len(lines), func(i int) bool { return lines[i].row > m.bottom })
		left := sort.SearchInts(cols, m.left)
		right := sort.SearchInts(cols, m.right+1)
		high, wide := bottom-top, right-left
		if high < 1 || wide < 1 || high*wide < 2 {
			continue
		}
		if budget -= high * wide; budget < 0 {
			return
		}
		text := ""
		if lines[top].row == m.top && cols[left] == m.left {
			text = rows[top][left].Text
		}
		if free(rows[top:bottom], left, right) {
			cover(rows[top:bottom], left, right, text)
		}
	}
}

func free(rows [][]field, left, right int) bool {
	for _, row := range rows {
		for _, f := range row[left:right] {
			if f.RowSpan != 1 || f.ColSpan != 1 {
				return false
			}
		}
	}
	return true
}

// cover makes one cell of an area. Its text is the first one's, as spreadsheets have it.
func cover(rows [][]field, left, right int, text string) {
	for _, row := range rows {
		for c := left; c < right; c++ {
			row[c] = field{Cell: Cell{Row: row[c].Row, Col: row[c].Col}}
		}
	}
	own := &rows[0][left]
	own.Text, own.RowSpan, own.ColSpan = text, len(rows), right-left
}

// trim takes the white space round a text away, and what cannot be seen.
func trim(s string) string {
	return strings.Trim(s, " \t\n\u00a0\u3000\u200b\ufeff")
}
