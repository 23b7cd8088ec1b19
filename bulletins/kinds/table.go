package kinds

import (
	"safety365/bulletins"
	"safety365/bulletins/layout"
	"safety365/bulletins/page"
	"safety365/themes"
)

// aligns are the alignments that a column can ask for.
var aligns = map[bulletins.Align]themes.Align{
	bulletins.AlignLeft: themes.Left, bulletins.AlignCenter: themes.Center, bulletins.AlignRight: themes.Right,
}

func (m *maker) table(b *bulletins.Table) layout.Block {
	// The role of cells says nothing about the room round a table.
	t := &layout.Table{Style: m.styles.block("tableblock", "caption"), Look: m.styles.theme.Tables}
	for _, a := range b.Aligns {
		align, stated := aligns[a]
		t.Columns = append(t.Columns, layout.Column{Align: align, Stated: stated})
	}
	head := m.row(b.Header, "tablehead")
	for _, cell := range head.Cells {
		if len(cell.Text.Inlines) > 0 { // a head without words is none
			t.Head = []layout.Row{head}
			break
		}
	}
	for _, row := range b.Rows {
		t.Rows = append(t.Rows, m.row(row, "table"))
	}
	style := m.styles.theme.Style("tablecaption")
	if inlines := m.inlines(b.Caption, style); len(inlines) > 0 {
		t.Caption = &layout.Text{Style: style, Inlines: inlines, Tag: page.RoleCaption, Lang: m.scene.lang}
	}
	return t
}

func (m *maker) row(cells []bulletins.Cell, role string) layout.Row {
	style := m.styles.theme.Style(role)
	var r layout.Row
	for _, c := range cells {
		r.Cells = append(r.Cells, layout.Cell{Text: &layout.Text{Style: style, Inlines: m.inlines(c.Spans, style), Lang: m.scene.lang}})
	}
	return r
}
