package kinds

import (
	"safety365/bulletins/layout"
	"safety365/bulletins/page"
	"safety365/themes"
)

// particular is a row of a table of particulars: a label, by its phrase, and what it
// labels. Two short ones that follow each other share a row.
type particular struct {
	label, words string
	short        bool
}

// particulars makes a ruled table of labels and values, leaving the empty ones out.
func (a *article) particulars(list ...particular) []layout.Block {
	var shown []particular
	paired := false
	for _, p := range list {
		if p.words != "" {
			shown = append(shown, p)
		}
	}
	for i := 1; i < len(shown); i++ {
		paired = paired || shown[i-1].short && shown[i].short
	}
	if len(shown) == 0 {
		return nil
	}
	label, cell := a.styles.theme.Style("factlabel"), a.styles.theme.Style("table")
	var widest [2]page.Length // of the labels of either column
	width := 2
	if paired {
		width = 4
	}
	t := &layout.Table{Style: a.styles.theme.Style("particulars"), Look: a.gridLook(), Columns: make([]layout.Column, width)}
	add := func(row *layout.TableRow, p particular) {
		words := a.phrase(p.label)
		side := len(row.Cells) / 2
		widest[side] = max(widest[side], a.lineWidth(words, label))
		row.Cells = append(row.Cells, layout.Cell{Text: a.words(words, label)}, layout.Cell{Text: a.words(p.words, cell)})
	}
	for i := 0; i < len(shown); i++ {
		var row layout.TableRow
		add(&row, shown[i])
		switch {
		case width == 2:
		case shown[i].short && i+1 < len(shown) && shown[i+1].short:
			i++
			add(&row, shown[i])
		default:
			row.Cells[1].ColSpan = width - 1
			for len(row.Cells) < width {
				row.Cells = append(row.Cells, layout.Cell{Text: &layout.Text{Style: cell}})
			}
		}
		t.Rows = append(t.Rows, row)
	}
	for c := 0; c < width; c += 2 {
		t.Columns[c].Length = min(widest[c/2]*9/8+label.Size/2, a.styles.theme.Area(1).W/4)
		t.Columns[c+1].Part = 1000
	}
	return []layout.Block{t}
}

// gridLook is the look of a form: the theme's tables with thin rules between all cells.
func (m *maker) gridLook() themes.Tables {
	look := m.styles.theme.Tables
	thin := look.Span
	if look.Row > 0 {
		thin = look.Row
	}
	look.Frame, look.Head = max(look.Frame, thin), max(look.Head, thin)
	look.Row, look.Column = thin, thin
	return look
}
