package layout

import (
	"slices"

	"safety365/bulletins/page"
	"safety365/themes"
)

// Fixed holds blocks at a place of the sheet. In Flow.Fixed its Page says where; among
// Blocks it stands on the page where the text before it ends. It takes no room in the
// text, and is painted behind it. On pages of vertical text it is horizontal.
type Fixed struct {
	Page  int           // in Flow.Fixed only: 1 is the first, -1 the last, 0 every page
	Style *themes.Style // its box; nil: none
	Tag   page.Role     // "" for none
	// At is where it stands, from the sheet's upper left corner, or from that of the type
	// area if Area. W 0: to the right edge of the sheet or area; H 0: as tall as its blocks.
	At   page.Rect
	Area bool
	// Foot says that At.Y is the distance of its lower edge from the foot of the sheet or
	// area.
	Foot   bool
	Blocks []Block
	Valign string // top, middle, bottom within At.H; "": top
	// Fit lets its type shrink together, in steps of 4 % down to 60 %, until the blocks
	// have room in At.H. What still has none is reported as fixed-overfull.
	Fit bool
	// Artifact says that it is decoration: it is not tagged.
	Artifact bool
	// Turned sets it upside down, about the middle of its place.
	Turned bool
	// Here, among blocks, says that At is from where the text has come to: from the left
	// edge of its blocks and the foot of what stands above, as for a seal over a date.
	// W 0 is then to their right edge. It is nothing in cells and in vertical text.
	Here bool
}

// Skip moves the text down to a distance below the top of the type area, if it is above
// it, on the page where it stands. On a grid the lines of the rest of the page are as far
// from each other as ever, but begin there.
type Skip struct{ To page.Length }

func (*Fixed) isBlock() {}
func (*Skip) isBlock()  {}

// fixedPlace says where on a sheet a unit stands; its height is known.
type fixedPlace struct {
	at                         page.Rect
	area, foot, artifact, here bool
}

// from returns the corner, from that of the type area. The text has come to here.
func (f *fixedPlace) from(size page.Size, area page.Rect, here page.Point) page.Point {
	if f.here {
		return page.Point{X: here.X + f.at.X, Y: here.Y + f.at.Y}
	}
	p, h := page.Point{X: f.at.X, Y: f.at.Y}, size.H
	if f.area {
		h = area.H
	}
	if f.foot {
		p.Y = h - f.at.Y - f.at.H
	}
	if !f.area {
		p.X, p.Y = p.X-area.X, p.Y-area.Y
	}
	return p
}

// fixed sets blocks at a place of the sheet: a unit apart from the text.
func (b *builder) fixed(f *Fixed, e env) {
	was := b.press
	b.press = was.horizontal()
	defer func() { b.press = was }()
	size, area := b.press.sheet(&plan{turned: b.press.lies})
	at, here := f.At, f.Here && !was.vertical
	if right := size.W; at.W == 0 {
		if here {
			right = e.w
		} else if f.Area {
			right = area.W
		}
		at.W = right - at.X
	}
	if here {
		at.X += e.x
	}
	tags, units := len(b.out.tags), len(b.out.units)
	tag := e.tag
	if f.Tag != "" {
		tag = b.tag(tag, page.Tag{Role: f.Tag})
	}
	p := b.fitted(f, at, tag)
	if at.H == 0 {
		at.H = p.box.H
	}
	p.stretch(at.H, f.Valign)
	if f.Artifact {
		b.out.tags = b.out.tags[:tags]
	}
	place := &fixedPlace{at, f.Area, f.Foot, f.Artifact, here}
	if y := area.Y + place.from(size, area, page.Point{}).Y; f.At.H == 0 && !f.Artifact && !here {
		if over := max(-y, y+at.H-size.H); over > page.Pt/100 {
			b.problem("fixed-overfull", -1, "by", over.Decimal(1), "text", excerptOf(p))
		}
	}
	u := unit{fixed: place, height: at.H, content: &panesUnit{panes: []*pane{p}, turned: upsideDown(f, at)}, cols: e.cols}
	u.notes = b.notes([]*pane{p})
	b.out.units = slices.Insert(b.out.units, units, u) // below what is fixed inside it
}

// upsideDown is the size of what is set upside down.
func upsideDown(f *Fixed, at page.Rect) page.Size {
	if !f.Turned {
		return page.Size{}
	}
	return page.Size{W: at.W, H: at.H}
}

// horizontal is what sets text on the same sheets in lines from left to right.
func (p *press) horizontal() *press {
	if !p.vertical {
		return p
	}
	q := *p
	q.vertical, q.width, q.height = false, p.height, p.width
	return &q
}

// stand takes a unit that has no room in the text: something fixed, or a skip.
func (p *paginator) stand(f *filling, u *unit, in *placing) bool {
	switch {
	case u.fixed != nil:
		f.fixed = append(f.fixed[:f.mark.fixed], placed{in: in, u: u, artifact: u.fixed.artifact, order: f.units, here: page.Point{X: f.x, Y: f.bottom}})
		f.mark.fixed++
		p.bring(f, u, in)
	case u.skip > 0:
		f.skip = max(f.skip, u.skip)
	default:
		return false
	}
	f.at.unit++
	return true
}

// empty reports whether nothing stands on a page yet.
func (f *filling) empty() bool { return f.units == 0 && f.mark.fixed == 0 }

// settleFixed finds the places of what is fixed on a page.
func (p *press) settleFixed(pl *plan) {
	if len(pl.fixed) == 0 && len(pl.stands) == 0 {
		return
	}
	size, area := p.sheet(pl)
	pl.fixed = slices.Clone(pl.fixed) // a page that was drawn before keeps its own
	for _, list := range [][]placed{pl.fixed, pl.stands} {
		for i := range list {
			at := list[i].u.fixed.from(size, area, list[i].here)
			list[i].x, list[i].y = at.X, at.Y
		}
	}
}

// fixed draws what is fixed on a page, behind its text: decoration, the mark of a
// draft, the rest.
func (p *press) fixed(d *drawer, pl *plan, area page.Rect, mark func()) {
	d.left, d.apart = area.X, true
	ground := func(u placed) bool { return u.artifact && u.u.fixed.artifact }
	for i := range pl.stands {
		if ground(pl.stands[i]) {
			d.units(pl.stands[i:i+1], area.Y)
		}
	}
	mark()
	for i := range pl.stands {
		if !ground(pl.stands[i]) {
			d.units(pl.stands[i:i+1], area.Y)
		}
	}
	d.units(pl.fixed, area.Y)
	d.apart = false
}
