package layout

import "safety365/bulletins/page"

// grid is the rows of a part of a table; a cell stands at each place that it covers.
type grid [][]*gridCell

// gridCell is a cell at its place in a grid.
type gridCell struct {
	text       *Text
	row, col   int // of its upper left
	rows, cols int // how many it goes over
	part       tablePart
	turn       headTurn
	need       cellNeed
	word, tall page.Length // of a head that is turned: its longest word, and how tall it stands
	set        *cellUnit
}

// grids lays the parts of the table. The columns are as many as the widest row has.
func (s *tableSetter) grids() {
	n := len(s.t.Columns)
	for _, rows := range [][]TableRow{s.t.Head, s.t.Rows, s.t.Foot} {
		for _, r := range rows {
			n = max(n, len(r.Cells))
		}
	}
	s.columns = append(make([]Column, 0, n), s.t.Columns...)
	s.columns = s.columns[:n]
	s.head = layGrid(s.t.Head, n, headPart)
	s.body = layGrid(s.t.Rows, n, bodyPart)
	s.foot = layGrid(s.t.Foot, n, footPart)
}

// layGrid lays rows on a grid. A cell never covers one that says something; rows
// that are nothing but the lower ends of cells above are dropped.
func layGrid(rows []TableRow, n int, part tablePart) grid {
	g := make(grid, len(rows))
	for r := range g {
		g[r] = make([]*gridCell, n)
	}
	free := func(r, c int) bool {
		return g[r][c] == nil && (c >= len(rows[r].Cells) || rows[r].Cells[c].Text == nil || len(rows[r].Cells[c].Text.Inlines) == 0)
	}
	for r := range g {
		for c := range n {
			if g[r][c] != nil {
				continue
			}
			cell := &gridCell{row: r, col: c, rows: 1, cols: 1, part: part}
			if c < len(rows[r].Cells) {
				from := &rows[r].Cells[c]
				cell.text = from.Text
				for cell.cols < from.ColSpan && c+cell.cols < n && free(r, c+cell.cols) {
					cell.cols++
				}
			down:
				for cell.rows < from.RowSpan && r+cell.rows < len(g) {
					for k := range cell.cols {
						if !free(r+cell.rows, c+k) {
							break down
						}
					}
					cell.rows++
				}
			}
			for i := range cell.rows {
				for k := range cell.cols {
					g[r+i][c+k] = cell
				}
			}
		}
	}
	return g.compact()
}

// compact drops the rows in which no cell begins, but for the first.
func (g grid) compact() grid {
	out := g[:0:0]
	for r, row := range g {
		begins := len(row) == 0
		for _, c := range row {
			begins = begins || c.row == r
		}
		if begins {
			out = append(out, row)
			continue
		}
		for c, cell := range row {
			if c == cell.col {
				cell.rows--
			}
		}
	}
	for r, row := range out {
		for c, cell := range row {
			if c == cell.col && (r == 0 || out[r-1][c] != cell) {
				cell.row = r
			}
		}
	}
	return out
}

// cells calls do for each cell of a grid, in reading order.
func (g grid) cells(do func(c *gridCell)) {
	for r, row := range g {
		for c, cell := range row {
			if cell.row == r && cell.col == c {
				do(cell)
			}
		}
	}
}

// all calls do for each cell of the table.
func (s *tableSetter) all(do func(c *gridCell)) {
	for _, g := range []grid{s.head, s.body, s.foot} {
		g.cells(do)
	}
}

// left and width say where the text of a cell stands, from the table's left edge.
func (s *tableSetter) left(c *gridCell) page.Length { return s.edges[c.col] + s.look.PadX }

func (s *tableSetter) width(c *gridCell) page.Length {
	return s.edges[c.col+c.cols] - s.edges[c.col] - 2*s.look.PadX
}
