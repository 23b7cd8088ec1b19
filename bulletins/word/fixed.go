package word

import (
	"safety365/bulletins/layout"
	"safety365/bulletins/page"
	"safety365/themes"
)

// imprint stands on the foot of the type area of the last page: frames, one a block,
// since LibreOffice gives the rules of a frame's paragraphs to the frame.
func (w *writer) imprint(c place) {
	if len(w.flow.Imprint) == 0 {
		return
	}
	area := w.flow.Theme.Area(1)
	y := area.Y + area.H - w.lastNotes(area.W)
	var tall []page.Length
	for _, b := range w.flow.Imprint {
		h := w.ruler.Height([]layout.Block{b}, nil, area.W)
		tall = append(tall, h)
		y -= h
	}
	for i, b := range w.flow.Imprint {
		if _, room := b.(*layout.Drawing); !room {
			w.fixed(&layout.Fixed{At: page.Rect{X: area.X, Y: y, W: area.W}, Blocks: []layout.Block{b}}, c)
		}
		y += tall[i]
	}
}

// lastNotes is how much room the notes of the last page take. Word has them below what
// stands at the foot of the text.
func (w *writer) lastNotes(width page.Length) page.Length {
	if len(w.noted) == 0 {
		return 0
	}
	bare := *w.flow
	bare.Imprint = nil
	last := 0
	book, _, err := layout.Build(w.ctx, &bare, layout.Options{}, func(*page.Page) error { last++; return nil })
	if err != nil {
		w.err = err
		return 0
	}
	height := page.Length(0)
	for n := range w.noted {
		if d, ok := book.Dests[n.ID]; ok && d.Page == last-1 {
			height += w.ruler.Height(n.Blocks, nil, width)
		}
	}
	if height > 0 { // and the rule above them
		height += w.flow.Theme.Style("body").Leading
	}
	return height
}

// fixed writes what stands at a place of the sheet: frames there. Frames take part in the
// order of the text.
func (w *writer) fixed(f *layout.Fixed, c place) {
	f = w.trimmed(f)
	if d := w.backdropOf(f); d != nil {
		w.lay(f, d)
		return
	}
	if w.breaks == "page" { // a frame does not begin a page
		w.into.add(w.broken(spacer(page.Pt)))
	}
	t := w.flow.Theme
	sheet := page.Rect{W: t.Page.Size.W, H: t.Page.Size.H}
	from := sheet
	if f.Area {
		from = t.Area(max(f.Page, 1))
	}
	width := f.At.W
	if width <= 0 {
		width = from.W - f.At.X
	}
	if f.Fit {
		own := *f
		own.At.W, own.Fit = width, false
		own.Blocks = w.ruler.Shrunk(&layout.Fixed{At: own.At, Style: f.Style, Blocks: f.Blocks, Fit: true})
		f = &own
	}
	height := f.At.H
	if height <= 0 {
		height = w.ruler.Height(f.Blocks, f.Style, width)
	}
	x, y := from.X+f.At.X, from.Y+f.At.Y
	if f.Foot {
		y = from.Y + from.H - f.At.Y - height
	}
	if f.Valign == "middle" || f.Valign == "bottom" {
		if spare := height - w.ruler.Height(f.Blocks, f.Style, width); f.Valign == "middle" {
			y += spare / 2
		} else {
			y += spare
		}
	}
	if row, ok := only(f.Blocks).(*layout.Row); ok && f.Style == nil && !f.Here {
		w.fixedRow(row, page.Rect{X: x, Y: y, W: width, H: height}, c)
		return
	}
	first := leading(f.Blocks)
	if first != nil { // Word's baseline is not where ours is
		y -= first.Leading*4/5 - (first.Leading-first.Size)/2 - first.Size*88/100
	}
	frame := el("w:framePr").with("w:w", twips(width), "w:wrap", "around", "w:vAnchor", "page", "w:hAnchor", "page", "w:x", twips(x), "w:y", twips(max(y, page.Pt/20)))
	if x == t.Area(1).X { // at the edge of the type area, wherever that is on the page
		frame = el("w:framePr").with("w:w", twips(width), "w:wrap", "around", "w:vAnchor", "page", "w:hAnchor", "margin", "w:xAlign", "left", "w:y", twips(max(y, page.Pt/20)))
	}
	if f.Here {
		frame = el("w:framePr").with("w:w", twips(width), "w:wrap", "around", "w:vAnchor", "text", "w:hAnchor", "text", "w:x", twips(f.At.X), "w:y", twips(f.At.Y))
	}
	gap, after, last, top := w.gap, w.after, w.last, w.atTop
	w.gap, w.after, w.atTop = 0, 0, true
	w.blocks(f.Blocks, place{width: width, frame: frame})
	w.gap, w.after, w.last, w.atTop = gap, after, last, top
}

// fixedRow writes what stands side by side at a place of the sheet: each cell is a frame.
// A table there would flow with the text in LibreOffice.
func (w *writer) fixedRow(r *layout.Row, at page.Rect, c place) {
	for i, width := range r.Widths(at.W) {
		cell := r.Cells[i]
		own := page.Rect{X: at.X, Y: at.Y, W: width}
		at.X += width + r.Gap
		if len(cell.Blocks) == 0 {
			continue
		}
		switch spare := at.H - w.ruler.Height(cell.Blocks, cell.Style, width); r.Valign {
		case "middle":
			own.Y += spare / 2
		case "bottom":
			own.Y += spare
		}
		w.fixed(&layout.Fixed{At: own, Style: cell.Style, Blocks: cell.Blocks}, c)
	}
}

// only is the block of a list that has one.
func only(list []layout.Block) layout.Block {
	if len(list) != 1 {
		return nil
	}
	return list[0]
}

// leading is the style of the text that blocks begin with.
func leading(list []layout.Block) *themes.Style {
	for _, b := range list {
		switch b := b.(type) {
		case *layout.Text:
			return b.Style
		case *layout.Frame:
			return leading(b.Blocks)
		default:
			return nil
		}
	}
	return nil
}
