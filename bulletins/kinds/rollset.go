package kinds

import (
	"slices"
	"strconv"
	"strings"

	"safety365/bulletins"
	sheets "safety365/bulletins/intake/sheet"
	"safety365/bulletins/layout"
	"safety365/themes"
)

// leastKnown is how many columns of a table in the text must be those of a list to make
// it one.
const leastKnown = 3

// rollOf reads a table as one of the lists of the document's kind: the one of which it
// has most columns. It is nil if it has too few.
func (m *maker) rollOf(s *sheets.Table, least int) *roll {
	var best *roll
	most := 0
	for _, l := range m.scene.kind.lists {
		wanted := least
		if l.least > 0 {
			wanted = min(least, l.least)
		}
		r, known := newRoll(s, l, m.scene.lang, m.scene.roll)
		if known == len(s.Head) && known > 1 { // there is nothing else in it
			wanted = min(wanted, known)
		}
		if known > most && known >= wanted || least == 0 && best == nil {
			best, most = r, known
		}
	}
	if best != nil {
		best.partner = m.partnerOf(best.list)
	}
	return best
}

// tableWith makes a table of the text; one that is a list of the kind's is checked and
// completed.
func (m *maker) tableWith(b *bulletins.Table, ask *tableAsk) []layout.Block {
	if len(m.scene.kind.lists) == 0 || m.note {
		return []layout.Block{m.table(b, ask)}
	}
	if ask == nil {
		ask = &tableAsk{head: -1, place: themes.Center}
	}
	if n := len(b.Rows); ask.foot == 0 && n > 0 && len(b.Rows[n-1]) > 0 && sheets.IsTotal(bulletins.PlainText(b.Rows[n-1][0].Spans)) {
		ask.foot = 1
	}
	t := m.table(b, ask).(*layout.Table)
	r := m.rollOf(sheetOf(t), leastKnown)
	if r == nil {
		return []layout.Block{t}
	}
	_, body, foot := tableParts(b, ask)
	cells := append(slices.Clone(body), foot...)
	r.tell = func(severity bulletins.Severity, code string, row, col int, args ...string) {
		at := b.Range
		place := ""
		if row >= 0 && row < len(cells) && len(cells[row]) > 0 {
			at = cells[row][min(max(r.origin[col], 0), len(cells[row])-1)].Range
			place = r.Head[col] + " " + strconv.Itoa(row+1)
		}
		m.report(severity, code, at, append(args, "place", place)...)
	}
	return m.roll(t, r)
}

// dataRoll makes a list of a table file, and says at a place what is wrong with it.
func (m *maker) dataRoll(s *sheets.Table, file string, ask *tableAsk, at bulletins.Range, least int) []layout.Block {
	m.checkFileSums(s, file, at)
	t := m.dataTable(s, ask)
	r := m.rollOf(s, least)
	if r == nil {
		return []layout.Block{t}
	}
	m.tellOfFile(r, file, at)
	return m.roll(t, r)
}

// tellOfFile has a list say at a place what is wrong with it, naming the cell of its file.
func (m *maker) tellOfFile(r *roll, file string, at bulletins.Range) {
	r.tell = func(severity bulletins.Severity, code string, row, col int, args ...string) {
		place := file
		if row >= 0 {
			place = cellPlace(r.Table, file, row, col)
		}
		m.report(severity, code, at, append(args, "place", place)...)
	}
}

// roll checks a list and dresses its table.
func (m *maker) roll(t *layout.Table, r *roll) []layout.Block {
	m.rolled = true
	r.check()
	r.complete(false)
	m.conform(t, r)
	m.dress(t, r)
	m.join(t, r)
	m.choose(t, r)
	m.spare(t, r)
	if part := m.scene.kind.part; part != nil {
		return part(m, t, r)
	}
	return append([]layout.Block{t}, m.sumLine(r)...)
}

// sumLine is the line below a list that says what it adds up to.
func (m *maker) sumLine(r *roll) []layout.Block {
	if r.list.sum == nil {
		return nil
	}
	line := r.list.sum(r)
	if line == "" {
		return nil
	}
	return []layout.Block{m.words(line, m.styles.theme.Style("listsum"))}
}

// sheetOf reads a table that has been made as a list has it.
func sheetOf(t *layout.Table) *sheets.Table {
	s := &sheets.Table{HeadRows: sheetCells(t.Head), Rows: append(sheetCells(t.Rows), sheetCells(t.Foot)...)}
	s.Head = sheets.HeadNames(s.HeadRows, len(t.Columns))
	for i := range t.Foot {
		s.Totals = append(s.Totals, len(t.Rows)+i)
	}
	return s
}

func sheetCells(rows []layout.TableRow) [][]sheets.Cell {
	out := make([][]sheets.Cell, len(rows))
	for r, row := range rows {
		out[r] = make([]sheets.Cell, len(row.Cells))
		for c, cell := range row.Cells {
			out[r][c] = sheets.Cell{Text: flat(cell.Text), RowSpan: max(1, cell.RowSpan), ColSpan: max(1, cell.ColSpan)}
		}
	}
	for r, row := range out {
		for c, cell := range row {
			for i := r; cell.RowSpan > 0 && i < min(r+cell.RowSpan, len(out)); i++ {
				for k := c; k < min(c+cell.ColSpan, len(out[i])); k++ {
					if i != r || k != c {
						out[i][k] = sheets.Cell{}
					}
				}
			}
		}
	}
	return out
}

// flat is what a text says.
func flat(t *layout.Text) string {
	var b strings.Builder
	for _, in := range t.Inlines {
		if in.Break {
			b.WriteByte('\n')
		}
		b.WriteString(in.Text)
	}
	return strings.TrimSpace(b.String())
}

// conform gives the table the derived columns of its list.
func (m *maker) conform(t *layout.Table, r *roll) {
	columns := make([]layout.Column, len(r.origin))
	for c, from := range r.origin {
		if from >= 0 && from < len(t.Columns) {
			columns[c] = t.Columns[from]
		}
	}
	t.Columns = columns
	head, cell := m.styles.theme.Style("tablehead"), m.styles.theme.Style("table")
	at := 0
	for part, rows := range [][]layout.TableRow{t.Head, t.Rows, t.Foot} {
		style := cell
		from := r.Rows
		if part == 0 {
			style, from = head, r.HeadRows
		}
		for i := range rows {
			k := i
			if part > 0 {
				k, at = at, at+1
			}
			old := rows[i].Cells
			cells := make([]layout.Cell, len(r.origin))
			for c, o := range r.origin {
				own := from[k][c]
				if o >= 0 && o < len(old) && (part == 0 || flat(old[o].Text) == own.Text || m.printedCell(own.Text) == flat(old[o].Text)) {
					cells[c] = old[o]
					continue
				}
				cells[c] = layout.Cell{Text: m.lineText(own.Text, style), RowSpan: own.RowSpan, ColSpan: own.ColSpan}
			}
			rows[i].Cells = cells
		}
	}
}
