package word

import (
	"safety365/bulletins/layout"
	"safety365/bulletins/page"
	"safety365/themes"
)

// place is where blocks stand.
type place struct {
	left, right page.Length // indents that are not the style's own
	width       page.Length // of the column or cell
	frame       *node       // the frame of the paragraphs, or nil
	top         bool        // in the text itself, not in a cell, frame or note
	across      int         // columns of a cell
	scale       int         // size of the type in per cent; 0: 100
}

// in moves the sides of a place inwards.
func (c place) in(left, right page.Length) place {
	c.left += left
	c.right += right
	return c
}

// room is the width between the indents.
func (c place) room() page.Length { return max(c.width-c.left-c.right, page.Pt) }

func (w *writer) blocks(list []layout.Block, c place) {
	for _, b := range list {
		w.block(b, c)
	}
}

// block writes a block where c says.
func (w *writer) block(b layout.Block, c place) {
	if c.top {
		w.enter(b)
	}
	switch b := b.(type) {
	case *layout.Text:
		w.text(b, c, nil)
	case *layout.Frame:
		w.frame(b, c)
	case *layout.Item:
		w.item(b, c)
	case *layout.Table:
		w.table(b, c)
	case *layout.Figure:
		w.figure(b, c)
	case *layout.Row:
		w.row(b, c)
	case *layout.Vertical:
		w.vertical(b, c)
	case *layout.Drawing:
		w.drawing(b, c)
	case *layout.Divider:
		w.divider(b, c)
	case *layout.Contents:
		w.contents(b, c)
	case *layout.Columns:
		w.columns(b, c)
	case *layout.Across:
		w.across(b, c)
	case *layout.Turn:
		w.turn(b, c)
	case *layout.Fixed:
		w.fixed(b, c)
	case *layout.Skip:
		if c.top && w.last == nil {
			w.gap = max(w.gap, w.onGrid(b.To)-w.sunk)
			w.atTop = w.gap <= 0
		}
	case *layout.Aside:
		w.asides = append(w.asides, b.Note)
	case *layout.Break:
		if w.framed() { // a frame stands on the page of what follows it
			w.into.add(spacer(page.Pt))
		}
		w.breaks, w.gap, w.after = "page", 0, 0
		if c.top {
			for _, lay := range w.backdrops {
				lay()
			}
		}
	case *layout.ColumnBreak:
		w.breaks = "column"
	}
}

// frame writes blocks that belong together. A box is a table of one cell: Word, WPS and
// LibreOffice keep its sides and its colour, whatever stands in it.
func (w *writer) frame(f *layout.Frame, c place) {
	if f.Natural {
		left, right := w.ruler.Narrow(f, c.room())
		spare := w.flow.Theme.Style("body").Size / 2 // Word's lines are a little wider than ours
		c = c.in(max(left-spare, 0), max(right-spare, 0))
	}
	if f.Style == nil {
		w.blocks(f.Blocks, c)
		return
	}
	s := scaled(f.Style, c.scale)
	w.gap = max(w.gap, s.Before)
	box := s.Box
	if f.Tone != nil {
		box.Fill, box.Border, box.Bar = f.Tone.Fill, f.Tone.Border, f.Tone.Bar
	}
	if box.None() {
		w.blocks(f.Blocks, c.in(s.Left, s.Right))
	} else {
		inner := c.in(s.Left, s.Right)
		w.boxed(inner, box, func(c place) { w.blocks(f.Blocks, c) })
	}
	w.gap = max(w.gap, s.After)
}

// boxed writes what make writes into a table of one cell with a box's sides, and returns
// its row.
func (w *writer) boxed(c place, box themes.Box, make func(place)) *node {
	width := c.room()
	borders := el("w:tblBorders")
	for _, b := range boxSides(box) {
		borders.add(b)
	}
	props := el("w:tblPr", el("w:tblW").with("w:w", twips(width), "w:type", "dxa"), el("w:tblInd").with("w:w", twips(c.left), "w:type", "dxa"),
		borders, val("w:tblLayout", "fixed").rename("w:type"), cellMargins("w:tblCellMar", box.PadX+box.BarSize/2, box.PadY))
	cell := w.cell(width, width-2*box.PadX-box.BarSize, c, make)
	cell.child("w:tcPr").add(shade(box.Fill))
	row := el("w:tr", cell)
	w.addTable(el("w:tbl", props, el("w:tblGrid", el("w:gridCol").with("w:w", twips(width))), row), c)
	return row
}

// boxSides are the borders of a box as a table has them.
func boxSides(b themes.Box) []*node {
	n := boxBorders(b)
	if n == nil {
		return nil
	}
	for _, side := range n.kids {
		for i := 0; i < len(side.attrs); i += 2 {
			if side.attrs[i] == "w:space" {
				side.attrs[i+1] = "0"
			}
		}
	}
	return n.kids
}

// item writes a label that hangs beside blocks. Labels are text, as they were typed.
func (w *writer) item(it *layout.Item, c place) {
	w.gap = max(w.gap, it.Gap)
	label := it.Label
	if it.Task != layout.NoTask {
		box := "☐"
		if it.Task == layout.DoneTask {
			box = "☑"
		}
		style := *w.flow.Theme.Style("list")
		style.Font, style.Latin = "symbol", "symbol"
		label = &layout.Text{Style: &style, Inlines: []layout.Inline{{Text: box, Style: &style, Source: -1}}}
	}
	inner := c.in(it.Indent, 0)
	rest := it.Blocks
	if label != nil && plainText(label) != "" {
		text, depth := firstText(it.Blocks)
		if text == nil {
			text = &layout.Text{Style: label.Style}
		} else {
			rest = depth
		}
		w.text(text, inner, w.hanging(label, it.Indent))
	}
	w.blocks(rest, inner)
}

// hanging is a label left of a paragraph.
type hanging struct {
	*layout.Text
	indent page.Length // from where it begins
	full   bool        // it takes all of that: the text follows at once
}

// hanging places a label in the room left of a paragraph.
func (w *writer) hanging(label *layout.Text, room page.Length) *hanging {
	style := label.Style
	width := w.ruler.Line(label)
	if spare := room - width; spare > 0 {
		switch style.Align {
		case themes.Right:
			room -= max(spare-style.Size/3, 0)
		case themes.Center:
			room -= spare / 2
		}
	}
	return &hanging{label, room, width > room-page.Pt}
}

// firstText returns the text that blocks begin with and what follows it.
func firstText(list []layout.Block) (*layout.Text, []layout.Block) {
	if len(list) == 0 {
		return nil, nil
	}
	t, ok := list[0].(*layout.Text)
	if !ok {
		return nil, nil
	}
	return t, list[1:]
}

func plainText(t *layout.Text) string {
	s := ""
	for _, l := range t.Inlines {
		s += l.Text
	}
	return s
}

// divider writes characters or a rule.
func (w *writer) divider(d *layout.Divider, c place) {
	if d.Look.Text != "" {
		s := *d.Style
		s.Align, s.Indent = themes.Center, 0
		w.text(&layout.Text{Style: &s, Inlines: []layout.Inline{{Text: d.Look.Text, Source: -1}}}, c, nil)
		return
	}
	s := *d.Style
	length := d.Look.Rule.Length
	if room := c.room() - s.Left - s.Right; length > 0 && length < room {
		s.Left, s.Right = s.Left+(room-length)/2, s.Right+(room-length)/2
	}
	s.Box, s.Indent, s.Leading = themes.Box{}, 0, 2*page.Pt
	s.Box.Above, s.Box.Rule = d.Look.Rule.Color, d.Look.Rule.Width
	w.text(&layout.Text{Style: &s}, c, nil)
}

// framed reports whether a frame was written last.
func (w *writer) framed() bool {
	n := len(w.into.kids)
	if n == 0 || w.into.kids[n-1].name != "w:p" {
		return false
	}
	props := w.into.kids[n-1].child("w:pPr")
	return props != nil && props.child("w:framePr") != nil
}

// broken is a paragraph that begins the page that a break asked for.
func (w *writer) broken(p *node) *node {
	p.child("w:pPr").add(el("w:pageBreakBefore")).sortKids(paragraphOrder)
	w.breaks = ""
	return p
}

// spacer is a paragraph of nothing but a height.
func spacer(height page.Length) *node {
	line := twips(max(height, page.Pt))
	return el("w:p", el("w:pPr", val("w:snapToGrid", "0"), el("w:spacing").with("w:before", "0", "w:after", "0", "w:line", line, "w:lineRule", "exact"),
		el("w:ind").with("w:firstLineChars", "0", "w:firstLine", "0"), el("w:rPr", val("w:sz", "2"))))
}

// scaled returns a style with its type in per cent.
func scaled(s *themes.Style, percent int) *themes.Style {
	if percent == 0 || percent == 100 || s == nil {
		return s
	}
	out := *s
	for _, l := range []*page.Length{&out.Size, &out.Leading, &out.Indent, &out.Left, &out.Right, &out.Before, &out.After} {
		*l = l.MulDiv(int64(percent), 100)
	}
	return &out
}
