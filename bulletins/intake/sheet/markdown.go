package sheet

import (
	"slices"

	"safety365/bulletins/intake/markdown"
)

// Markdown writes the table as Markdown, with its title as the caption. Merged cells
// and several rows of head are written as package kinds reads them.
func (t *Table) Markdown() string {
	head := t.HeadRows
	if len(head) == 0 && slices.ContainsFunc(t.Head, func(h string) bool { return h != "" }) {
		head = [][]Cell{cellsOf(t.Head)}
	}
	grid := append(marked(head), marked(t.Rows)...)
	return markdown.Table(grid, len(head), t.Title)
}

// marked writes the cells of a part; < and ^ stand for those that another covers.
func marked(rows [][]Cell) [][]string {
	grid := make([][]string, len(rows))
	for r, row := range rows {
		grid[r] = make([]string, len(row))
	}
	for r, row := range rows {
		for c, cell := range row {
			if cell.RowSpan == 0 {
				continue
			}
			for i := range min(cell.RowSpan, len(rows)-r) {
				for k := range min(cell.ColSpan, len(rows[r+i])-c) {
					grid[r+i][c+k] = "<"
					if i > 0 {
						grid[r+i][c+k] = "^"
					}
				}
			}
			grid[r][c] = markdown.Cell(markdown.Escape(cell.Text))
		}
	}
	return grid
}
