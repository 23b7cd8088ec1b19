package kinds

import (
	"slices"
	"strings"

	"safety365/bulletins"
	"safety365/bulletins/layout"
	"safety365/bulletins/page"
	"safety365/themes"
)

// aligns are the alignments that a column can ask for.
var aligns = map[bulletins.Align]themes.Align{
	bulletins.AlignLeft: themes.Left, bulletins.AlignCenter: themes.Center, bulletins.AlignRight: themes.Right,
}

// table makes a table as it asks for, if it does.
func (m *maker) table(b *bulletins.Table, ask *tableAsk) layout.Block {
	if ask == nil {
		ask = &tableAsk{head: -1}
	}
	// The role of cells says nothing about the room round a table.
	t := &layout.Table{Style: m.styles.block("tableblock", "caption"), Look: m.styles.theme.Tables,
		Measure: ask.measure, Place: ask.place, Scale: ask.scale, Valign: ask.valign, TurnHeads: ask.turned, ID: ask.id}
	for _, a := range b.Aligns {
		align, stated := aligns[a]
		t.Columns = append(t.Columns, layout.Column{Align: align, Stated: stated})
	}
	ask.shape(t.Columns)
	head, body, foot := tableParts(b, ask)
	m.checkTextSums(head, body, foot)
	t.Head = m.rows(head, "tablehead", 0)
	t.Rows = m.rows(body, "table", ask.group)
	t.Foot = m.rows(foot, "table", 0)
	m.tableCaption(t, b, ask)
	return t
}

// tableParts parts the rows of a table. A first row without words is no head: it is
// what Markdown asks for.
func tableParts(b *bulletins.Table, ask *tableAsk) (head, body, foot [][]bulletins.Cell) {
	body = b.Rows
	n := 0
	for _, c := range b.Header {
		if len(c.Spans) > 0 {
			body = append([][]bulletins.Cell{b.Header}, b.Rows...)
			n = 1
			break
		}
	}
	if ask.head >= 0 {
		n = min(ask.head, len(body))
	}
	head, body = body[:n], body[n:]
	n = len(body) - min(ask.foot, len(body))
	return head, body[:n], body[n:]
}

// tableCaption makes the caption, and the line that says that the table goes on.
func (m *maker) tableCaption(t *layout.Table, b *bulletins.Table, ask *tableAsk) {
	style := m.styles.theme.Style("tablecaption")
	inlines, plain := m.inlines(b.Caption, style), bulletins.PlainText(b.Caption)
	if len(inlines) == 0 && ask.caption != "" {
		plain = ask.caption
		inlines = m.attribute(ask.from, "caption", ask.caption, style).Inlines
		ask.caption = "" // the first table has it
	}
	if len(inlines) == 0 {
		return
	}
	inlines = m.captioned(tableCaption, inlines, plain)
	t.Caption = &layout.Text{Style: style, Inlines: inlines, Tag: page.RoleCaption, Lang: m.scene.lang}
	if !t.Look.Continued {
		return
	}
	t.Continued = &layout.Text{Style: style, Tag: page.RoleCaption, Lang: m.scene.lang}
	for _, in := range inlines {
		if in.Note == nil && in.Image == nil && !in.Break {
			in.Link, in.Source = nil, -1
			t.Continued.Inlines = append(t.Continued.Inlines, in)
		}
	}
	t.Continued.Inlines = append(t.Continued.Inlines, layout.Inline{Text: continuedPhrase(m.scene.lang), Source: -1})
}

// rows makes the rows of a part of a table. Cells that hold < or ^ continue the cell
// at their left or above them, and so do empty ones in the first group columns.
func (m *maker) rows(part [][]bulletins.Cell, role string, group int) []layout.TableRow {
	style := m.styles.theme.Style(role)
	part = slices.Clone(part) // merge may empty cells
	spans := m.merge(part, group)
	out := make([]layout.TableRow, len(part))
	for r, row := range part {
		cells := make([]layout.Cell, len(row))
		for c := range row {
			s := spans[r][c]
			text := &layout.Text{Style: style, Lang: m.scene.lang}
			if s.rows > 0 {
				text.Inlines = m.inlines(row[c].Spans, style)
			}
			cells[c] = layout.Cell{Text: text}
			if s.rows > 1 || s.cols > 1 {
				cells[c].RowSpan, cells[c].ColSpan = s.rows, s.cols
			}
		}
		out[r].Cells = cells
	}
	return out
}

// span is how many rows and columns a cell goes over; none if another covers it.
type span struct{ rows, cols int }

// merge finds the merged cells of a part of a table.
func (m *maker) merge(part [][]bulletins.Cell, group int) [][]span {
	type owner struct{ row, col int }
	owners := make([][]owner, len(part))
	spans := make([][]span, len(part))
	sizes := map[owner]int{}
	for r, row := range part {
		owners[r], spans[r] = make([]owner, len(row)), make([]span, len(row))
		grouped := true // every cell at the left continues the one above
		for c, cell := range row {
			own := owner{r, c}
			mark := m.mergeMark(cell)
			above := r > 0 && c < len(part[r-1])
			switch {
			case mark == "<" && c > 0:
				own = owners[r][c-1]
			case mark == "^" && above, c < group && grouped && above && mark == "":
				own = owners[r-1][c]
			case mark == "<" || mark == "^":
				m.report(bulletins.Warning, "table-merge", cell.Range, "mark", mark)
			}
			grouped = grouped && own.row < r
			owners[r][c] = own
			sizes[own]++
			s := &spans[own.row][own.col]
			s.rows, s.cols = max(s.rows, r-own.row+1), max(s.cols, c-own.col+1)
		}
	}
	for r := range part {
		for c := range part[r] {
			at := owner{r, c}
			if s := spans[r][c]; s.rows*s.cols == sizes[at] {
				continue
			}
			m.report(bulletins.Warning, "table-merge-shape", part[r][c].Range)
			spans[r][c] = span{1, 1}
			for i := range owners {
				for k := range owners[i] {
					if owners[i][k] == at && (i != r || k != c) {
						owners[i][k], spans[i][k] = owner{i, k}, span{1, 1}
						sizes[owner{i, k}] = 1
						part[i] = slices.Clone(part[i])
						part[i][k].Spans = nil
					}
				}
			}
		}
	}
	return spans
}

// mergeMark returns < or ^ if that is all that a cell holds as typed, so that \< is
// just a character; what it holds otherwise matters only in being nothing.
func (m *maker) mergeMark(c bulletins.Cell) string {
	text := strings.TrimSpace(m.source(c.Range))
	if text == "" || m.top.Source == "" {
		text = strings.TrimSpace(bulletins.PlainText(c.Spans))
	}
	if text == "" && len(c.Spans) > 0 {
		return "…"
	}
	return text
}
