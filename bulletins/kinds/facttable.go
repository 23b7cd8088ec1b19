package kinds

import (
	"strings"

	"safety365/bulletins/layout"
)

// factTable sets labelled values of the front matter as a table like that of a facts
// block, leaving the empty ones out. A value of several lines keeps them.
func (a *article) factTable(pairs ...pair) []layout.Block {
	t := &layout.Table{Style: a.styles.block("tableblock", "caption"), Look: a.styles.theme.Tables, Columns: make([]layout.Column, 2)}
	cell := a.styles.theme.Style("table")
	for _, p := range pairs {
		if strings.TrimSpace(p.value) == "" {
			continue
		}
		value := &layout.Text{Style: cell, Lang: a.scene.lang}
		for i, line := range filled(strings.Split(p.value, "\n")) {
			if i > 0 {
				value.Inlines = append(value.Inlines, layout.Inline{Break: true, Source: -1})
			}
			value.Inlines = append(value.Inlines, layout.Inline{Text: line, Source: -1})
		}
		t.Rows = append(t.Rows, layout.TableRow{Cells: []layout.Cell{{Text: a.words(a.phrase(p.label), cell)}, {Text: value}}})
	}
	if len(t.Rows) == 0 {
		return nil
	}
	a.labelled(t, record{style: "factlabel"})
	return []layout.Block{t}
}
