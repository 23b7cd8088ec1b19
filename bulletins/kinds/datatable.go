package kinds

import (
	"strings"
	"time"

	"safety365/bulletins"
	sheets "safety365/bulletins/intake/sheet"
	"safety365/bulletins/layout"
)

// dataTable makes a table of a table file as it stands there.
func (m *maker) dataTable(s *sheets.Table, ask *tableAsk) *layout.Table {
	t := &layout.Table{Style: m.styles.block("tableblock", "caption"), Look: m.styles.theme.Tables,
		Measure: ask.measure, Place: ask.place, Scale: ask.scale, Valign: ask.valign, ID: ask.id}
	t.Columns = make([]layout.Column, len(s.Head))
	ask.shape(t.Columns)
	t.Head = m.dataRows(s.HeadRows, "tablehead")
	rows := s.Rows
	if n := len(rows); n > 0 && s.Total(n-1) && ask.foot == 0 {
		t.Foot = m.dataRows(rows[n-1:], "table")
		rows = rows[:n-1]
	}
	t.Rows = m.dataRows(rows, "table")
	caption := &bulletins.Table{}
	if ask.caption == "" && s.Title != "" {
		caption.Caption = []bulletins.Span{{Range: bulletins.Range{Start: -1, End: -1}, Text: s.Title}}
	}
	m.tableCaption(t, caption, ask)
	return t
}

func (m *maker) dataRows(rows [][]sheets.Cell, role string) []layout.TableRow {
	style := m.styles.theme.Style(role)
	out := make([]layout.TableRow, len(rows))
	for r, row := range rows {
		for _, c := range row {
			text := &layout.Text{Style: style, Lang: m.scene.lang}
			for i, line := range strings.Split(c.Text, "\n") {
				if i > 0 {
					text.Inlines = append(text.Inlines, layout.Inline{Break: true, Source: -1})
				}
				if line = m.printedCell(line); line != "" {
					text.Inlines = append(text.Inlines, layout.Inline{Text: line, Source: -1})
				}
			}
			out[r].Cells = append(out[r].Cells, layout.Cell{Text: text, ColSpan: c.ColSpan, RowSpan: c.RowSpan})
		}
	}
	return out
}

// printedCell is a cell as it is printed: a date as tables have it.
func (m *maker) printedCell(text string) string {
	t, err := time.Parse(time.DateOnly, text)
	if err != nil {
		return text
	}
	return m.phrase("date-short", "year", t.Format("2006"), "month", m.phrase("month-short-"+t.Format("1")), "day", digits(m.scene.lang, "day-digits", t.Day()))
}
