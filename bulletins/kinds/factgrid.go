package kinds

import (
	"strings"

	"safety365/bulletins/layout"
	"safety365/bulletins/page"
	"safety365/themes"
)

// factGrid is a table of labels and values, two of them a row; one that is empty leaves
// room to write.
func (a *article) factGrid(pairs ...pair) []layout.Block {
	var named [][2]string
	for _, p := range pairs {
		named = append(named, [2]string{a.phrase(p.label), p.value})
	}
	return []layout.Block{a.grid(named)}
}

// longFact is from how many half-ems on a value has a row of its own.
const longFact = 40

// grid is a table of labels and values, two of them a row, long ones by themselves.
func (a *article) grid(pairs [][2]string) *layout.Table {
	t := a.bareTable(4)
	label, cell := a.styles.theme.Style("factlabel"), a.styles.theme.Style("table")
	widest := page.Length(0)
	put := func(p [2]string, wide bool) {
		widest = max(widest, a.lineWidth(p[0], label))
		value := layout.Cell{Text: a.lineText(p[1], cell)}
		cells := []layout.Cell{{Text: a.words(p[0], label)}, value}
		if wide {
			cells[1].ColSpan = 3
			cells = append(cells, layout.Cell{Text: a.lineText("", cell)}, layout.Cell{Text: a.lineText("", cell)})
		}
		if n := len(t.Rows); n > 0 && !wide && len(t.Rows[n-1].Cells) == 2 {
			t.Rows[n-1].Cells = append(t.Rows[n-1].Cells, cells...)
			return
		}
		t.Rows = append(t.Rows, layout.TableRow{Cells: cells})
	}
	for i, p := range pairs {
		open := len(t.Rows) > 0 && len(t.Rows[len(t.Rows)-1].Cells) == 2
		long := func(p [2]string) bool { return halfEms(p[1]) > longFact || strings.Contains(p[1], "\n") }
		put(p, !open && (long(p) || i+1 == len(pairs) || long(pairs[i+1])))
	}
	width := min(widest+label.Size/2, a.styles.theme.Area(1).W/4)
	t.Columns[0].Length, t.Columns[2].Length = width, width
	t.Columns[1].Part, t.Columns[3].Part = 1000, 1000
	t.Look.Row, t.Look.Column = max(t.Look.Row, t.Look.Head), max(t.Look.Column, t.Look.Head)
	return t
}

// lineText is a text in which line ends stay.
func (m *maker) lineText(words string, style *themes.Style) *layout.Text {
	t := &layout.Text{Style: style, Lang: m.scene.lang}
	for i, line := range filled(strings.Split(words, "\n")) {
		if i > 0 {
			t.Inlines = append(t.Inlines, layout.Inline{Break: true, Source: -1})
		}
		t.Inlines = append(t.Inlines, layout.Inline{Text: line, Source: -1})
	}
	return t
}
