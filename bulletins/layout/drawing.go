package layout

import (
	"safety365/bulletins/page"
	"safety365/themes"
)

// Drawing is a block of vector shapes: rules, codes, frames, stripes.
type Drawing struct {
	Style *themes.Style // spaces round it, and where it stands across; nil: at the left
	Size  page.Size
	Items []page.Item // from its upper left corner
	Alt   string      // what it shows; "": it is decoration and not tagged
}

func (*Drawing) isBlock() {}

// drawingUnit is a drawing in its place.
type drawingUnit struct {
	rect  page.Rect // from the unit's corner
	items []page.Item
	tag   int32
}

func (b *builder) drawing(g *Drawing, e env) {
	u := &drawingUnit{rect: page.Rect{X: e.x, W: g.Size.W, H: g.Size.H}, items: g.Items}
	if s := g.Style; s != nil {
		u.rect.X += s.Left + spareBefore(e.w-s.Left-s.Right-g.Size.W, s.Align)
	}
	if g.Alt != "" {
		u.tag = b.tag(e.tag, page.Tag{Role: page.RoleFigure, Alt: g.Alt})
	}
	b.spaced(g.Style, false, func() { b.add(unit{height: g.Size.H, content: u}, e) })
}

func (u *drawingUnit) draw(d *drawer, x, y page.Length) {
	for _, it := range u.items {
		d.item(d.moved(it, x+u.rect.X, y+u.rect.Y, u.tag))
	}
}
