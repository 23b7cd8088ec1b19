package kinds

import (
	"strconv"
	"strings"
	"time"

	"safety365/bulletins/layout"
	"safety365/themes"
)

// progressKeys are the columns of a list that its sheet has in front of the months.
var progressKeys = []string{"hazard-number", "problem", "hazard", "unit", "owner-unit", "leader", "owner", "deadline"}

// progressSheet is the sheet of a list, its sums, and the tables of leaders and units.
func progressSheet(m *maker, r *roll) []layout.Block {
	months := r.months()
	if len(months) == 0 {
		return nil
	}
	title := m.styles.theme.Style("blocktitle")
	out := []layout.Block{m.words(m.phrase("progress"), title), m.monthTable(r, months)}
	heads := []string{"progress-all", "progress-done", "progress-ongoing", "progress-tardy"}
	for _, key := range []string{"leader", "owner-unit", "unit", "owner"} {
		t := m.countedBy(r, key, heads, func(row int) []bool {
			now := courseOf(r, row, r.day)
			return []bool{true, now >= solved, now == ongoing, now == tardy}
		})
		if t != nil {
			out = append(out, m.words(m.phrase("progress-by", "column", r.name(key)), title), t)
		}
	}
	return out
}

// monthTable has a row for each problem or hazard and, behind them, the sums of the months.
func (m *maker) monthTable(r *roll, months []month) *layout.Table {
	var rows []int
	for row := range r.Rows {
		if r.item(row) {
			rows = append(rows, row)
		}
	}
	t := m.excerpt(r, progressKeys, rows).(*layout.Table)
	before := len(t.Columns)
	for _, key := range []string{"hazard", "problem"} {
		if r.has(key) {
			for c, cell := range t.Head[0].Cells {
				if flat(cell.Text) == r.name(key) {
					t.Columns[c].Part = 1000
				}
			}
		}
	}
	head := m.styles.theme.Style("tablehead")
	for i, mon := range months {
		t.Head[0].Cells = append(t.Head[0].Cells, layout.Cell{Text: m.words(m.monthHead(mon, i == 0 || mon.first.Month() == time.January), head)})
		t.Columns = append(t.Columns, layout.Column{Align: themes.Center, Stated: true})
		for k, row := range rows {
			t.Rows[k].Cells = append(t.Rows[k].Cells, layout.Cell{Text: m.monthCell(r, row, mon)})
		}
	}
	if len(rows) > 0 {
		t.Rows = append(t.Rows, m.monthSums(r, rows, months, before)...)
	}
	return t
}

// monthHead names a month, with its year where one begins.
func (m *maker) monthHead(mon month, year bool) string {
	name := m.phrase("month-head", "month", m.phrase("month-"+strconv.Itoa(int(mon.first.Month()))))
	if year {
		return m.phrase("month-head-year", "year", strconv.Itoa(mon.first.Year()), "month", name)
	}
	return name
}

// monthCell says how far a row had come in a month.
func (m *maker) monthCell(r *roll, row int, mon month) *layout.Text {
	style := m.styles.theme.Style("table")
	if mon.column >= 0 {
		if words := strings.TrimSpace(r.Value(row, mon.column)); words != "" {
			return m.words(words, style)
		}
	}
	now := courseOf(r, row, mon.last)
	switch now {
	case unknown:
		return &layout.Text{Style: style}
	case tardy:
		style = m.styles.theme.Style("listalarm")
	case solved, shut:
		style = m.styles.theme.Style("listdone")
	}
	return m.words(m.phrase(courseWords[now]), style)
}

// monthSums are the rows that count what was there at the end of each month: all, done,
// overdue.
func (m *maker) monthSums(r *roll, rows []int, months []month, before int) []layout.TableRow {
	head, cell := m.styles.theme.Style("tablehead"), m.styles.theme.Style("table")
	var out []layout.TableRow
	for _, sum := range []struct {
		label  string
		counts func(course) bool
	}{
		{"progress-all", func(c course) bool { return c != unknown }},
		{"progress-done", func(c course) bool { return c >= solved }},
		{"progress-tardy", func(c course) bool { return c == tardy }},
	} {
		line := layout.TableRow{Cells: []layout.Cell{{Text: m.words(m.phrase(sum.label), head), ColSpan: before}}}
		for range before - 1 {
			line.Cells = append(line.Cells, layout.Cell{Text: &layout.Text{Style: cell}})
		}
		for _, mon := range months {
			n := 0
			for _, row := range rows {
				if sum.counts(courseOf(r, row, mon.last)) {
					n++
				}
			}
			line.Cells = append(line.Cells, layout.Cell{Text: m.words(strconv.Itoa(n), cell)})
		}
		out = append(out, line)
	}
	return out
}
