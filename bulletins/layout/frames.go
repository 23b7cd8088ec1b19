package layout

import (
	"safety365/bulletins/page"
	"safety365/themes"
)

// frames draws what stands behind units: for each frame one box from its first to
// its last unit on the page, outer frames first.
func (d *drawer) frames(units []placed, top page.Length) {
	type extent struct{ x, y0, y1 page.Length }
	type part struct { // of a frame, in a column
		*frame
		col uint8
	}
	var order []part
	extents := map[part]*extent{}
	for i := range units {
		p := &units[i]
		for f := p.u.frame; f != nil; f = f.parent {
			of, x := part{frame: f}, page.Length(0)
			if f.cols != nil {
				of.col, x = p.col, p.x
			}
			y0, y1 := p.y-p.u.padTop, p.y+p.u.height+p.u.padBottom
			if e := extents[of]; e != nil {
				e.y0, e.y1 = min(e.y0, y0), max(e.y1, y1)
				continue
			}
			extents[of] = &extent{x, y0, y1}
			order = append(order, of)
		}
	}
	for depth := maxFrames; depth >= 0 && len(order) > 0; depth-- {
		// The outermost have the fewest parents.
		for _, f := range order {
			if maxFrames-f.depth() == depth {
				e := extents[f]
				d.frame(f.frame, page.Rect{X: d.left + e.x + f.x, Y: top + e.y0, W: f.w, H: e.y1 - e.y0})
			}
		}
	}
}

// maxFrames bounds how deep frames are nested in drawing.
const maxFrames = 64

func (f *frame) depth() int {
	n := 0
	for f = f.parent; f != nil && n < maxFrames; f = f.parent {
		n++
	}
	return n
}

func (d *drawer) frame(f *frame, r page.Rect) {
	box := f.box
	if t := f.tone; t != nil {
		box = toned(box, t)
	}
	d.rect(r, box.Fill)
	if box.Border.Space != page.NoColor && box.Width > 0 {
		d.item(&page.Path{Segments: page.RectPath(r.Inset(box.Width / 2)), Stroke: page.Stroke{Color: box.Border, Width: box.Width}})
	}
	d.rect(page.Rect{X: r.X, Y: r.Y, W: box.BarSize, H: r.H}, box.Bar)
	d.rect(page.Rect{X: r.X, Y: r.Y - box.Rule/2, W: r.W, H: box.Rule}, box.Above)
	d.rect(page.Rect{X: r.X, Y: r.Y + r.H - box.Rule/2, W: r.W, H: box.Rule}, box.Below)
}

// toned returns a box with the colours of a tone.
func toned(box themes.Box, t *themes.Tone) themes.Box {
	for _, c := range []struct {
		to   *page.Color
		from page.Color
	}{{&box.Fill, t.Fill}, {&box.Border, t.Border}, {&box.Bar, t.Bar}} {
		if c.from.Space != page.NoColor {
			*c.to = c.from
		}
	}
	return box
}
