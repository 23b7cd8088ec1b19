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
	Share  int           // in per cent of the width without gaps; 0: an equal part of the rest
	Style  *themes.Style // its box; nil: none
}

func (*Row) isBlock() {}

// row sets blocks side by side: one unit.
func (b *builder) row(r *Row, e env) {
	if len(r.Cells) == 0 {
		return
	}
	b.box(&Frame{Style: r.Style, Tag: r.Tag}, e, func(e env) {
		widths := r.Widths(e.w)
		panes := make([]*pane, len(r.Cells))
		x, height := e.x, page.Length(0)
		for i, c := range r.Cells {
			panes[i] = b.pane(c.Blocks, c.Style, widths[i], e.tag)
			panes[i].move(x, 0)
			x += widths[i] + r.Gap
			height = max(height, panes[i].box.H)
		}
		for _, p := range panes {
			if r.Equal {
				p.stretch(height, r.Valign)
			} else {
				p.move(0, spareAbove(height-p.box.H, r.Valign))
			}
		}
		if over := height - b.press.height; over > 0 {
			b.problem("fixed-overfull", -1, "by", over.Decimal(1), "text", excerptOf(panes...))
		}
		b.add(unit{height: height, content: &panesUnit{panes: panes}, notes: b.notes(panes)}, e)
	})
}

// Widths shares a width out among the cells.
func (r *Row) Widths(w page.Length) []page.Length {
	room := max(w-page.Length(len(r.Cells)-1)*r.Gap, 0)
	out, rest, equal := make([]page.Length, len(r.Cells)), room, 0
	for i, c := range r.Cells {
		if c.Share > 0 {
			out[i] = room.MulDiv(int64(c.Share), 100)
			rest -= out[i]
		} else {
			equal++
		}
	}
	for i, c := range r.Cells {
		if c.Share == 0 {
			out[i] = max(rest, 0) / page.Length(equal)
		}
	}
	return out
}
