package kinds

import (
	"slices"
	"strconv"
	"strings"

	"safety365/bulletins"
	"safety365/bulletins/layout"
	"safety365/bulletins/page"
	"safety365/themes"
)

// record is a block of rows that are all made alike. They are written as a list, the
// parts of each parted by ｜, or as a table, which is then the author's own.
type record struct {
	// columns are the phrases of the headings; nil: the first part of a row is its
	// label, and a colon parts it from the rest.
	columns []string
	// numbered has a column of numbers in front.
	numbered bool
	// sort says what the rows are, for what is said about them.
	style string // the role of labels and of the head
}

// records are the blocks of that sort.
var records = map[string]record{
	"facts":                {style: "factlabel"},
	"contact":              {style: "factlabel"},
	"agenda":               {style: "tablehead", columns: []string{"agenda-time", "agenda-item", "agenda-speaker", "agenda-material"}},
	"attendees":            {style: "tablehead", numbered: true, columns: []string{"attendee-name", "attendee-unit", "attendee-post", "attendee-phone"}},
	"group-table":          {style: "tablehead", columns: []string{"group-name", "group-leader", "group-members", "group-area"}},
	"responsibility-chain": {style: "tablehead", columns: []string{"chain-level", "chain-unit", "chain-duty", "chain-person"}},
	"targets":              {style: "tablehead", numbered: true, columns: []string{"target-name", "target-wanted", "target-actual", "target-score"}},
}

// record makes one of them: its lists as tables, the rest as always.
func (m *maker) record(d *bulletins.Directive, at place) []layout.Block {
	r := records[d.Name]
	ask := m.askOf(d)
	if ask.caption == "" {
		ask.caption = strings.TrimSpace(d.Attrs.Get("title"))
	}
	var out []layout.Block
	for _, b := range d.Blocks {
		switch b := b.(type) {
		case *bulletins.Table:
			out = append(out, m.table(b, ask))
		case *bulletins.List:
			out = append(out, m.recordTable(r, b, ask))
		default:
			out = append(out, m.blocks([]bulletins.Block{b}, at.inside())...)
			continue
		}
		ask.id, ask.caption = "", ""
	}
	return out
}

// recordTable makes a table of a list.
func (m *maker) recordTable(r record, l *bulletins.List, ask *tableAsk) *layout.Table {
	width := max(2, len(r.columns))
	rows := make([][]bulletins.Cell, 0, len(l.Items))
	for _, item := range l.Items {
		rows = append(rows, m.recordRow(r, item, width))
	}
	used := usedColumns(rows, width)
	for i, row := range rows {
		rows[i] = pick(row, used)
	}
	source := &bulletins.Table{Range: l.Range, Aligns: make([]bulletins.Align, len(used)), Rows: rows}
	t := m.table(source, ask).(*layout.Table)
	if r.columns == nil {
		m.labelled(t, r)
		return t
	}
	t.Head = []layout.TableRow{{}}
	for _, c := range used {
		t.Head[0].Cells = append(t.Head[0].Cells, layout.Cell{Text: m.words(m.phrase(r.columns[c]), m.styles.theme.Style(r.style))})
	}
	if r.numbered {
		m.numberRows(t)
	}
	return t
}

// recordRow parts an item of a list into cells.
func (m *maker) recordRow(r record, item *bulletins.ListItem, width int) []bulletins.Cell {
	row := make([]bulletins.Cell, width)
	for i := range row {
		row[i].Range = bulletins.Range{Start: item.End, End: item.End}
	}
	for i, b := range item.Blocks {
		p, ok := b.(*bulletins.Paragraph)
		if !ok || i > 0 {
			m.report(bulletins.Warning, "record-row", b.Source())
			continue
		}
		parts := splitSpans(p.Spans, "｜|", width)
		if r.columns == nil && len(parts) == 1 {
			parts = splitSpans(p.Spans, "：:｜|", width)
		}
		for c, spans := range parts {
			row[c].Spans = spans
			if n := len(spans); n > 0 {
				row[c].Range = bulletins.Range{Start: spans[0].Start, End: spans[n-1].End}
			}
		}
	}
	return row
}

// splitSpans parts text at the first of some marks, at most into so many parts.
func splitSpans(spans []bulletins.Span, marks string, most int) [][]bulletins.Span {
	out := [][]bulletins.Span{nil}
	add := func(s bulletins.Span) {
		if s.Kind != bulletins.TextSpan || strings.TrimSpace(s.Text) != "" {
			out[len(out)-1] = append(out[len(out)-1], s)
		}
	}
	for _, s := range spans {
		for s.Kind == bulletins.TextSpan && len(out) < most {
			i := strings.IndexAny(s.Text, marks)
			if i < 0 {
				break
			}
			before, after := s, s
			mark := len(string([]rune(s.Text[i:])[0]))
			before.Text, after.Text = s.Text[:i], s.Text[i+mark:]
			before.End, after.Start = min(s.Start+i, s.End), min(s.Start+i+mark, s.End)
			add(trimmed(before))
			out = append(out, nil)
			s = trimmed(after)
		}
		add(s)
	}
	return out
}

// trimmed is a piece of text without the spaces at its ends.
func trimmed(s bulletins.Span) bulletins.Span {
	left := len(s.Text) - len(strings.TrimLeft(s.Text, " \u3000"))
	s.Text = strings.Trim(s.Text, " \u3000")
	s.Start = min(s.Start+left, s.End)
	s.End = max(s.Start, min(s.End, s.Start+len(s.Text)))
	return s
}

// usedColumns are the columns that hold anything; the first two always count.
func usedColumns(rows [][]bulletins.Cell, width int) []int {
	var used []int
	for c := range width {
		if c < 2 || slices.ContainsFunc(rows, func(row []bulletins.Cell) bool { return len(row[c].Spans) > 0 }) {
			used = append(used, c)
		}
	}
	return used
}

func pick(row []bulletins.Cell, columns []int) []bulletins.Cell {
	var out []bulletins.Cell
	for _, c := range columns {
		out = append(out, row[c])
	}
	return out
}

// labelled gives the first column the look of labels, as wide as they want. A label
// without a value has room for a hand to write it.
func (m *maker) labelled(t *layout.Table, r record) {
	style := m.styles.theme.Style(r.style)
	widest := page.Length(0)
	for _, row := range t.Rows {
		text := row.Cells[0].Text
		text.Style = style
		if len(row.Cells) > 1 && len(row.Cells[1].Text.Inlines) == 0 {
			text.Style = m.styles.derive("tall", style, func(own *themes.Style) { own.Leading *= 2 })
		}
		words := ""
		for _, in := range text.Inlines {
			words += in.Text
		}
		widest = max(widest, m.lineWidth(words, style))
	}
	if len(t.Columns) > 0 && t.Columns[0].Length == 0 {
		t.Columns[0].Length = min(widest*9/8+style.Size/2, m.styles.theme.Area(1).W/3)
	}
}

// numberRows puts a column of numbers in front.
func (m *maker) numberRows(t *layout.Table) {
	cell := func(words, role string) layout.Cell {
		return layout.Cell{Text: m.words(words, m.styles.theme.Style(role))}
	}
	t.Columns = append([]layout.Column{{}}, t.Columns...)
	for i := range t.Head {
		t.Head[i].Cells = append([]layout.Cell{cell(m.phrase("row-number"), "tablehead")}, t.Head[i].Cells...)
	}
	for i := range t.Rows {
		t.Rows[i].Cells = append([]layout.Cell{cell(strconv.Itoa(i+1), "table")}, t.Rows[i].Cells...)
	}
}
