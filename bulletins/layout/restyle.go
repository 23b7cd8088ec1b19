package layout

import (
	"safety365/bulletins/page"
	"safety365/themes"
)

// restyling makes copies of blocks in other styles and sizes. Blocks are never changed,
// for a Session knows them by their pointers.
type restyling struct {
	style  func(*themes.Style) *themes.Style // of one that is not nil
	length func(page.Length) page.Length
	scale  int // of tables, in per cent of what they say
	// plain lines take no more than the room of their characters.
	plain bool
}

// scaling makes everything larger or smaller. The styles are the same pointers each time.
func (f *formats) scaling(percent int) restyling {
	length := func(l page.Length) page.Length { return l.MulDiv(int64(percent), 100) }
	return restyling{scale: percent, length: length, style: func(s *themes.Style) *themes.Style {
		return f.sized(s, s.Size, length(s.Size))
	}}
}

// sizedKey names a style at another size.
type sizedKey struct {
	style    *themes.Style
	from, to page.Length
}

// sized returns a style with all its lengths in the ratio of two sizes.
func (f *formats) sized(s *themes.Style, from, to page.Length) *themes.Style {
	if from == to || from <= 0 {
		return s
	}
	key := sizedKey{s, from, to}
	if v, ok := f.of.Load(key); ok {
		return v.(*themes.Style)
	}
	own := *s
	for _, l := range []*page.Length{&own.Size, &own.Leading, &own.Indent, &own.Left, &own.Right, &own.Before, &own.After,
		&own.Tracking, &own.Cell, &own.Raise, &own.Box.PadX, &own.Box.PadY} {
		*l = l.MulDiv(int64(to), int64(from))
	}
	v, _ := f.of.LoadOrStore(key, &own)
	return v.(*themes.Style)
}

func (r restyling) of(s *themes.Style) *themes.Style {
	if s == nil {
		return nil
	}
	return r.style(s)
}

func (r restyling) blocks(blocks []Block) []Block {
	out := make([]Block, len(blocks))
	for i, blk := range blocks {
		out[i] = r.block(blk)
	}
	return out
}

func (r restyling) block(blk Block) Block {
	switch blk := blk.(type) {
	case *Text:
		return r.text(blk)
	case *Item:
		c := *blk
		c.Label, c.Blocks, c.Indent, c.Gap = r.text(c.Label), r.blocks(c.Blocks), r.length(c.Indent), r.length(c.Gap)
		return &c
	case *Frame:
		c := *blk
		c.Style, c.Blocks = r.of(c.Style), r.blocks(c.Blocks)
		return &c
	case *Row:
		c := *blk
		c.Style, c.Gap, c.Cells = r.of(c.Style), r.length(c.Gap), make([]RowCell, len(blk.Cells))
		for i, cell := range blk.Cells {
			cell.Blocks, cell.Style = r.blocks(cell.Blocks), r.of(cell.Style)
			c.Cells[i] = cell
		}
		return &c
	case *Vertical:
		c := *blk
		c.Style, c.Height, c.Blocks = r.of(c.Style), r.length(c.Height), r.blocks(c.Blocks)
		return &c
	case *Columns:
		c := *blk
		c.Blocks, c.Gap = r.blocks(c.Blocks), r.length(c.Gap)
		return &c
	case *Across:
		return &Across{r.blocks(blk.Blocks)}
	case *Table:
		c := *blk
		if c.Scale == 0 {
			c.Scale = 100
		}
		c.Scale = c.Scale * r.scale / 100
		c.Style, c.Caption, c.Continued = r.of(c.Style), r.text(c.Caption), r.text(c.Continued)
		return &c
	case *Figure:
		c := *blk
		c.Style, c.Caption, c.Width, c.Height = r.of(c.Style), r.text(c.Caption), r.length(c.Width), r.length(c.Height)
		return &c
	case *Divider:
		c := *blk
		c.Style = r.of(c.Style)
		return &c
	}
	return blk
}

func (r restyling) text(t *Text) *Text {
	if t == nil {
		return nil
	}
	c := *t
	c.Style, c.Inlines = r.of(t.Style), make([]Inline, len(t.Inlines))
	for i, l := range t.Inlines {
		l.Style, l.Fill = r.of(l.Style), l.Fill && !r.plain
		c.Inlines[i] = l
	}
	c.Spread = t.Spread && !r.plain
	if f := t.Fit; f != nil {
		own := *f
		own.Most = max(r.length(f.Most), f.Least)
		c.Fit = &own
	}
	return &c
}
