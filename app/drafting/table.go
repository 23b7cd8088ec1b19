package drafting

import (
	"slices"
	"strings"

	"safety365/bulletins"
)

// table makes the rows and cells of a table. Its kids are in rows: the first is the
// header.
func (g *grower) table(n *node, v *bulletins.Table, rows []row) {
	n.kind, n.aim = table, slices.Clone(v.Aligns)
	own := append([][]bulletins.Cell{v.Header}, v.Rows...)
	k := 0
	for i, r := range rows {
		if i == 1 { // the line of dashes
			continue
		}
		if k == len(own) {
			break
		}
		tr := &node{kind: table, parent: n, from: r.start, to: r.end}
		places := cells(g.text, r)
		for c := range v.Aligns {
			td := &node{kind: cell, parent: tr, base: n.base, from: r.start, to: r.end, line: &line{setting: cellSetting}}
			if c < len(places) {
				td.line.at = places[c]
				td.line.spans = own[k][c].Spans
				if places[c].Start == places[c].End {
					td.line.read = true
				}
			} else {
				td.line.at, td.line.read = bulletins.Range{Start: r.end, End: r.end}, true
			}
			tr.kids = append(tr.kids, td)
		}
		if len(places) < len(v.Aligns) {
			tr.width = len(places) // the cells behind have no place yet
		} else {
			tr.width = len(v.Aligns)
		}
		if len(places) > len(v.Aligns) { // what stands there too much is kept
			tr.tail = g.text[places[len(v.Aligns)].Start:r.end]
		}
		n.rows = append(n.rows, tr)
		k++
	}
}

// cells returns the places between the pipes of a row, without a space at either
// side.
func cells(text string, r row) []bulletins.Range {
	from, to := r.pre, r.end
	for from < to && (text[from] == ' ' || text[from] == '\t') {
		from++
	}
	for from < to && (text[to-1] == ' ' || text[to-1] == '\t') {
		to--
	}
	if from < to && text[from] == '|' {
		from++
	}
	if from < to && text[to-1] == '|' {
		to--
	}
	var out []bulletins.Range
	for from < to {
		end := from
		for end < to && !(text[end] == '|' && (end == from || text[end-1] != '\\')) {
			end++
		}
		out = append(out, inner(text, from, end))
		from = end + 1
	}
	return out
}

// inner leaves out the space at either side of a cell.
func inner(text string, from, to int) bulletins.Range {
	if strings.Trim(text[from:to], " \t") == "" {
		if from < to && text[from] == ' ' {
			from++
		}
		return bulletins.Range{Start: from, End: from}
	}
	for from < to && (text[from] == ' ' || text[from] == '\t') {
		from++
	}
	if text[to-1] == ' ' {
		to--
	}
	return bulletins.Range{Start: from, End: to}
}

// cellAt returns the row and column of a cell.
func (n *node) cellAt() (row, col int) {
	for r, line := range n.parent.parent.rows {
		if line == n.parent {
			return r, slices.Index(line.kids, n)
		}
	}
	return -1, -1
}
