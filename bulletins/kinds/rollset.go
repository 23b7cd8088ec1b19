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
	day, _ := bulletins.ParseDate(m.scene.roll.day)
	for _, l := range m.scene.kind.lists {
		wanted := least
		if l.least > 0 {
			wanted = min(least, l.least)
		}
		if r, known := newRoll(s, l, m.scene.lang, day); known > most && known >= wanted || least == 0 && best == nil {
			best, most = r, known
		}
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
	t := m.dataTable(s, ask)
	r := m.rollOf(s, least)
	if r == nil {
		return []layout.Block{t}
	}
	r.tell = func(severity bulletins.Severity, code string, row, col int, args ...string) {
		place := file
		if row >= 0 {
			place += " " + r.Rows[row][col].Name()
		}
		m.report(severity, code, at, append(args, "place", place)...)
	}
	return m.roll(t, r)
}

// roll checks a list and dresses its table.
func (m *maker) roll(t *layout.Table, r *roll) []layout.Block {
	r.check()
	r.complete(false)
	m.conform(t, r)
	m.dress(t, r)
	m.join(t, r)
	m.choose(t, r)
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

// centred are the columns whose cells stand in the middle.
var centred = []string{"number", "level", "state", "closed", "frequency", "found-on", "deadline", "done-on", "rechecked-on"}

// dress gives columns and cells the look that goes with what they say.
func (m *maker) dress(t *layout.Table, r *roll) {
	for _, key := range centred {
		if c, ok := r.cols[key]; ok && !t.Columns[c].Stated {
			t.Columns[c].Align, t.Columns[c].Stated = themes.Center, true
		}
	}
	for key, c := range r.cols {
		if part := r.list.parts[key]; part > 0 && t.Columns[c].Length == 0 && t.Columns[c].Share == 0 && t.Columns[c].Part == 0 {
			t.Columns[c].Part = 1000 * part
		}
	}
	for _, key := range centred {
		if c, ok := r.cols[key]; ok {
			for row := range t.Rows {
				if in := t.Rows[row].Cells[c].Text.Inlines; len(in) == 1 {
					in[0].Text = m.printedCell(in[0].Text)
				}
			}
		}
	}
	if r.list.role == nil {
		return
	}
	for row := range t.Rows {
		for key, c := range r.cols {
			text := t.Rows[row].Cells[c].Text
			if role := r.list.role(r, key, flat(text)); role != "" {
				own := *text
				own.Style = m.styles.theme.Style(role)
				t.Rows[row].Cells[c].Text = &own
			}
		}
	}
}

// join makes one cell of equal neighbours in the columns of groups, each group inside
// that of the column before.
func (m *maker) join(t *layout.Table, r *roll) {
	starts := make([]bool, len(t.Rows)) // a group of the columns before begins
	for _, key := range r.list.groups {
		c, ok := r.cols[key]
		if !ok {
			continue
		}
		for from := 0; from < len(t.Rows); {
			to := from + 1
			words := flat(t.Rows[from].Cells[c].Text)
			for to < len(t.Rows) && words != "" && !starts[to] && t.Rows[to].Cells[c].RowSpan <= 1 && sameGroup(words, flat(t.Rows[to].Cells[c].Text), r, to) {
				to++
			}
			if to-from > 1 && t.Rows[from].Cells[c].RowSpan <= 1 {
				t.Rows[from].Cells[c].RowSpan = to - from
				for i := from + 1; i < to; i++ {
					t.Rows[i].Cells[c] = layout.Cell{Text: m.empty(t.Rows[i].Cells[c].Text)}
				}
			}
			starts[from] = true
			from = to
		}
	}
}

func sameGroup(words, next string, r *roll, row int) bool {
	return next == words || next == "" && r.item(row)
}

// empty is a text that says nothing.
func (m *maker) empty(t *layout.Text) *layout.Text {
	own := *t
	own.Inlines = nil
	return &own
}

// choose leaves the columns that the front matter names, in its order.
func (m *maker) choose(t *layout.Table, r *roll) {
	if len(m.scene.roll.columns) == 0 {
		return
	}
	var picked []int
	for _, name := range strings.Split(m.scene.roll.columns, "\n") {
		c := r.Column(name)
		for _, key := range r.list.columns {
			if at, ok := r.cols[key]; c < 0 && ok && slices.ContainsFunc(namesOf(key), func(n string) bool { return strings.EqualFold(n, name) }) {
				c = at
			}
		}
		if c < 0 {
			r.tell(bulletins.Warning, "list-choice", -1, 0, "name", name, "known", strings.Join(r.Head, ", "))
			continue
		}
		if !slices.Contains(picked, c) {
			picked = append(picked, c)
		}
	}
	if len(picked) == 0 {
		return
	}
	head := layout.TableRow{}
	columns := []layout.Column{}
	for _, c := range picked {
		_, name, ok := strings.Cut(r.Head[c], "/")
		if !ok {
			name = r.Head[c]
		}
		head.Cells = append(head.Cells, layout.Cell{Text: m.words(name, m.styles.theme.Style("tablehead"))})
		columns = append(columns, t.Columns[c])
	}
	t.Head, t.Columns = []layout.TableRow{head}, columns
	for _, rows := range [][]layout.TableRow{t.Rows, t.Foot} {
		for i, row := range rows {
			var cells []layout.Cell
			for _, c := range picked {
				cell := row.Cells[c]
				cell.ColSpan = min(cell.ColSpan, 1)
				cells = append(cells, cell)
			}
			rows[i].Cells = cells
		}
	}
}
