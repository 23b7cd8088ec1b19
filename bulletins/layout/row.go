package layout

import (
	"safety365/bulletins/page"
	"safety365/themes"
)

// Row sets blocks side by side. No page break divides it.
type Row struct {
	Style  *themes.Style // the space round it and its box; nil: none
	Tag    page.Role     // "" for none
	Cells  []RowCell
	Gap    page.Length // between two cells
	Valign string      // top, middle, bottom of the cells; "": top
	Equal  bool        // boxes are as tall as the tallest
}

// RowCell is one of the columns of a Row.
type RowCell struct {
	Blocks []Block
	Share  int           // in per cent of the width; 0: an equal part of the rest
	Style  *themes.Style // its box; nil: none
}

func (*Row) isBlock() {}

// row sets blocks side by side.
func (b *builder) row(r *Row, e env) {
	for _, c := range r.Cells {
		b.blocks(c.Blocks, e)
	}
}
