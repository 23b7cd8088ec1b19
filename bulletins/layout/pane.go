package layout

import (
	"slices"

	"safety365/bulletins/page"
	"safety365/themes"
)

// A pane is blocks that stand in a column of their own, beside others or at a place of
// the sheet, with a box behind them. No page break divides it.
type pane struct {
	*asideUnit
	x, y  page.Length // of the blocks
	box   page.Rect
	frame *frame // fills the box; nil: there is none
}

// panesUnit is panes at their places, from the unit's corner.
type panesUnit struct {
	panes  []*pane
	turned page.Size // what they fill if they stand upside down
}

// pane sets blocks in a box of a width. Their tags go under tag.
func (b *builder) pane(blocks []Block, s *themes.Style, w page.Length, tag int32) *pane {
	p := &pane{box: page.Rect{W: w}}
	inner := w
	if s != nil && !s.Box.None() {
		p.frame = &frame{box: s.Box}
		p.x, p.y = s.Box.PadX+s.Box.BarSize, s.Box.PadY
		inner -= p.x + s.Box.PadX
	}
	p.asideUnit = b.apart(blocks, max(inner, page.Pt), tag)
	p.box.H = p.height + 2*p.y
	return p
}

// stretch makes the box of a pane taller. Valign says where its blocks stand then.
func (p *pane) stretch(h page.Length, valign string) {
	p.y += spareAbove(h-p.box.H, valign)
	p.box.H = max(h, p.box.H)
}

// move moves a pane as a whole.
func (p *pane) move(x, y page.Length) {
	p.x, p.y, p.box = p.x+x, p.y+y, shift(p.box, x, y)
}

// spareAbove is the part of spare height that goes above what does not need it.
func spareAbove(spare page.Length, valign string) page.Length {
	switch {
	case spare <= 0:
	case valign == "middle":
		return spare / 2
	case valign == "bottom":
		return spare
	}
	return 0
}

// spareBefore is the part of spare width that goes before what does not need it.
func spareBefore(spare page.Length, place themes.Align) page.Length {
	switch place {
	case themes.Right:
		return spare
	case themes.Center:
		return spare / 2
	}
	return 0
}

// apart sets blocks one below the other in a column of their own.
func (b *builder) apart(blocks []Block, w page.Length, tag int32) *asideUnit {
	return b.press.stacked(b.loose(blocks, w, tag))
}

// loose sets blocks and returns their units, which stand nowhere yet. What is fixed among
// them stays in the flow; breaks mean nothing.
func (b *builder) loose(blocks []Block, w page.Length, tag int32) []unit {
	in, from := b.in, len(b.out.units)
	b.in = intrusion{}
	b.blocks(blocks, env{w: w, tag: tag})
	set := slices.Clone(b.out.units[from:])
	b.out.units, b.in = b.out.units[:from], in
	units := set[:0]
	for _, u := range set {
		switch {
		case u.fixed != nil:
			b.out.units = append(b.out.units, u)
		case u.breakBefore, u.columnBreak && u.cols == nil, u.skip > 0:
		default:
			units = append(units, u)
		}
	}
	return units
}

// tallest is taller than any sheet.
const tallest = 1 << 20 * page.Pt

// stacked puts units below one another, those in columns side by side.
func (p *press) stacked(units []unit) *asideUnit {
	if !slices.ContainsFunc(units, func(u unit) bool { return u.cols != nil }) {
		return asideOf(units, 0)
	}
	if all := p.tiers(units, tallest); len(all) > 0 {
		return all[0]
	}
	return &asideUnit{}
}

// tiers puts units below one another as if they stood on pages of a height.
func (p *press) tiers(units []unit, height page.Length) []*asideUnit {
	pages := &paginator{height: height, heights: [2]page.Length{height, height}, grid: p.theme.Typeset.Grid,
		numbers: map[*Note]int{}, blocks: []*placing{{m: &material{units: units}}}, done: true}
	var out []*asideUnit
	for {
		pl, ok := pages.next()
		if !ok {
			return out
		}
		a := &asideUnit{units: pl.units, rules: pl.rules}
		for i := range a.units {
			u := &a.units[i]
			a.height = max(a.height, u.y+u.u.height+u.u.padBottom)
		}
		out = append(out, a)
	}
}

// notes lists the footnotes of what stands in panes, without side notes.
func (b *builder) notes(panes []*pane) []int32 {
	var out []int32
	for _, p := range panes {
		for i := range p.units {
			for _, n := range p.units[i].u.notes {
				if !b.out.notes[n].Side {
					out = append(out, n)
				}
			}
		}
	}
	return out
}

func (c *panesUnit) draw(d *drawer, x, y page.Length) {
	if c.turned != (page.Size{}) {
		from := len(d.page.Items)
		defer func() {
			items := slices.Clone(d.page.Items[from:])
			half := page.Matrix{A: -65536, D: -65536, E: 2*x + c.turned.W, F: 2*y + c.turned.H}
			d.page.Items = append(d.page.Items[:from], &page.Group{Transform: half, Items: items})
		}()
	}
	for _, p := range c.panes {
		if p.frame != nil {
			d.frame(p.frame, shift(p.box, x, y))
		}
		p.asideUnit.draw(d, x+p.x, y+p.y)
	}
}

// draw draws units that stand apart as if they were a page.
func (a *asideUnit) draw(d *drawer, x, y page.Length) {
	was := *d
	units := slices.Clone(a.units)
	for i := range units {
		units[i].in, units[i].artifact = d.in, d.artifact || units[i].artifact
	}
	d.left, d.apart = x, true
	d.units(units, y+a.top)
	d.columnRules(a.rules, page.Rect{X: x, Y: y + a.top})
	d.left, d.apart, d.in, d.artifact, d.lastRow, d.firstRow = was.left, was.apart, was.in, was.artifact, was.lastRow, was.firstRow
}

// each calls do for a unit and for those in its panes, with the corners of all.
func (u *unit) each(x, y page.Length, do func(u *unit, x, y page.Length)) {
	do(u, x, y)
	switch c := u.content.(type) {
	case *panesUnit:
		for _, p := range c.panes {
			for i := range p.units {
				in := &p.units[i]
				in.u.each(x+p.x+in.x, y+p.y+p.top+in.y, do)
			}
		}
	case *lyingUnit:
		t, at := into(false, shift(c.room, x, y))
		for i := range c.units {
			in := &c.units[i]
			in.u.each(at.X+in.x, at.Y+in.y, func(u *unit, x, y page.Length) {
				corner := t.rect(page.Rect{X: x, Y: y, H: u.height})
				do(u, corner.X, corner.Y)
			})
		}
	}
}
