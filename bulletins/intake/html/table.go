package html

import (
	"strconv"
	"strings"

	"golang.org/x/net/html"

	"safety365/bulletins/intake/markdown"
)

// table writes a table with its spans; one that only lays out a page gives the blocks
// of its cells.
func (w *writer) table(n *html.Node) []block {
	rows, head, captions := tableRows(n)
	if w.cell || len(rows) == 0 || layout(n, rows, w.page) {
		var out []block
		for _, c := range captions {
			out = append(out, w.flow(c)...)
		}
		for _, row := range rows {
			for _, c := range row {
				out = append(out, w.flow(c)...)
			}
		}
		return out
	}
	title := ""
	for _, c := range captions {
		title += " " + textOf(c)
	}
	return []block{{text: markdown.Table(w.grid(rows, head), head, title)}}
}

// tableRows returns the cells of a table's rows, and how many rows its head has.
func tableRows(n *html.Node) (rows [][]*html.Node, head int, captions []*html.Node) {
	heads := true // so far
	var visit func(n *html.Node, inHead bool)
	visit = func(n *html.Node, inHead bool) {
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			switch c.Data {
			case "thead", "tbody", "tfoot":
				visit(c, c.Data == "thead")
			case "caption":
				captions = append(captions, c)
			case "tr":
				var cells []*html.Node
				all := true // cells of a head
				for k := c.FirstChild; k != nil; k = k.NextSibling {
					if k.Data == "td" || k.Data == "th" {
						cells = append(cells, k)
						all = all && k.Data == "th"
					}
				}
				if len(cells) == 0 {
					continue
				}
				rows = append(rows, cells)
				if heads = heads && (inHead || all); heads {
					head = len(rows)
				}
			}
		}
	}
	visit(n, false)
	if head == len(rows) {
		head = 0
	}
	if head == 0 && len(rows) > 0 {
		head = firstRow(rows)
	}
	return rows, head, captions
}

// firstRow returns how many rows the head has if none is marked: the first, with those
// that its merged cells go over; 0 if they go over too many.
func firstRow(rows [][]*html.Node) int {
	most := 1
	for _, c := range rows[0] {
		most = max(most, spanOf(c, "rowspan"))
	}
	if most > 1 && most >= min(len(rows), 4) {
		return 0
	}
	return most
}

// layout says whether a table lays out a page: it says so, has a single row or column
// with blocks in it, or holds another table or headings.
func layout(n *html.Node, rows [][]*html.Node, p *page) bool {
	if role := attr(n, "role"); role == "presentation" || role == "none" {
		return true
	}
	columns := 0
	for _, row := range rows {
		columns = max(columns, len(row))
	}
	if columns == 1 || len(rows) == 1 && p.weights[n].block && p.weights[n].text > 200*columns {
		return true
	}
	for _, row := range rows {
		for _, c := range row {
			if find(c, func(k *html.Node) bool { return k.Data == "table" || isHeading(k) }) != nil {
				return true
			}
		}
	}
	return false
}

// grid lays the cells out; those that another covers hold < or ^. Cells past the limit
// of a table are set as rows without spans.
func (w *writer) grid(rows [][]*html.Node, head int) [][]string {
	var grid [][]string
	width := 0 // up to the last cell that begins there; spans may go further
	put := func(r, c int, text string) {
		for len(grid) <= r {
			grid = append(grid, nil)
		}
		for len(grid[r]) <= c {
			grid[r] = append(grid[r], "\x00")
		}
		grid[r][c] = text
	}
	for r, row := range rows {
		put(r, 0, at(grid, r, 0))
		c := 0
		for _, cell := range row {
			for at(grid, r, c) != "\x00" {
				c++
			}
			across, down := spanOf(cell, "colspan"), min(spanOf(cell, "rowspan"), len(rows)-r)
			if r < head {
				down = min(down, head-r) // a span ends with its part of the table
			}
			if (c+across)*len(rows) > maxCells {
				across, down = 1, 1
			}
			width = max(width, c+1)
			text := w.cellText(cell)
			for i := range down {
				for k := range across {
					switch {
					case i == 0 && k == 0:
						put(r, c, text)
					case at(grid, r+i, c+k) != "\x00": // two cells overlap
					case i > 0:
						put(r+i, c+k, "^")
					default:
						put(r, c+k, "<")
					}
				}
			}
			c += across
		}
	}
	for r, row := range grid {
		for len(row) < width {
			row = append(row, "")
		}
		row = row[:width]
		for c := range row {
			if row[c] == "\x00" {
				row[c] = ""
			}
		}
		grid[r] = row
	}
	return grid
}

// at returns what stands in a place of the grid, "\x00" if nothing does yet.
func at(grid [][]string, r, c int) string {
	if r < len(grid) && c < len(grid[r]) {
		return grid[r][c]
	}
	return "\x00"
}

func spanOf(n *html.Node, name string) int {
	span, err := strconv.Atoi(strings.TrimSpace(attr(n, name)))
	if err != nil || span < 1 {
		return 1
	}
	return min(span, maxSpan)
}

// cellText writes what a cell holds on one line.
func (w *writer) cellText(n *html.Node) string {
	cell := w.cell
	w.cell = true
	blocks := w.flow(n)
	w.cell = cell
	return markdown.Cell(joinBlocks(blocks))
}
