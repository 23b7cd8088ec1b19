package kinds

import (
	"safety365/bulletins/layout"
	"safety365/bulletins/page"
	"safety365/themes"
)

// canvas is a sheet that is filled by places, not by text: a poster, a card. Its measures
// are parts of the sheet, so that one design serves every size.
type canvas struct {
	*article
	flow *layout.Flow
	page int // that is being filled, from 1
	size page.Size
	safe page.Length // what lies nearer to the edge may be cut off
}

// safest is the least safe margin, in thousandths of a millimetre.
const safest = 5_000

func (a *article) canvas(flow *layout.Flow) *canvas {
	size := a.styles.theme.Page.Size
	return &canvas{article: a, flow: flow, page: 1, size: size, safe: max(page.MM(safest), min(size.W, size.H)/16)}
}

// box is a rectangle of the sheet in thousandths of its width and height.
func (c *canvas) box(x, y, w, h int64) page.Rect {
	return page.Rect{X: c.size.W.MulDiv(x, 1000), Y: c.size.H.MulDiv(y, 1000), W: c.size.W.MulDiv(w, 1000), H: c.size.H.MulDiv(h, 1000)}
}

// within is a rectangle inside the safe margins.
func (c *canvas) within(y, h int64) page.Rect {
	r := c.box(0, y, 1000, h)
	r.X, r.W = c.safe, c.size.W-2*c.safe
	return r
}

// put sets blocks at a place.
func (c *canvas) put(f layout.Fixed) {
	f.Page = c.page
	c.flow.Fixed = append(c.flow.Fixed, &f)
}

// paint fills a rectangle with a colour. What touches an edge of the sheet goes on into
// the bleed.
func (c *canvas) paint(r page.Rect, color string) {
	bleed := c.styles.theme.Page.Bleed
	left, top, right, bottom := r.X, r.Y, r.X+r.W, r.Y+r.H
	if left <= 0 {
		left -= bleed
	}
	if top <= 0 {
		top -= bleed
	}
	if right >= c.size.W {
		right += bleed
	}
	if bottom >= c.size.H {
		bottom += bleed
	}
	size := page.Size{W: right - left, H: bottom - top}
	ground := &page.Path{Fill: c.styles.theme.Color(color), Segments: rectangle(0, 0, size.W, size.H)}
	c.put(layout.Fixed{Artifact: true, At: page.Rect{X: left, Y: top, W: size.W, H: size.H},
		Blocks: []layout.Block{&layout.Drawing{Size: size, Items: []page.Item{ground}}}})
}

// fitted sets a text as large as its place lets it be.
func (c *canvas) fitted(text, role string, r page.Rect, lines int, valign string) *layout.Text {
	t := c.words(text, c.styles.theme.Style(role))
	t.Fit = &layout.Fit{Least: r.H / 24, Most: r.H, Lines: lines, Height: r.H}
	c.put(layout.Fixed{At: r, Blocks: []layout.Block{t}, Valign: valign})
	return t
}

// sized returns the style of a role at a size that goes by the sheet: so many thousandths
// of its shorter side.
func (c *canvas) sized(role string, thousandths int64) *themes.Style {
	size := min(c.size.W, c.size.H).MulDiv(thousandths, 1000)
	style := c.styles.theme.Style(role)
	return c.styles.derive("sized "+size.String(), style, func(own *themes.Style) {
		scale := func(l page.Length) page.Length { return l.MulDiv(int64(size), int64(max(style.Size, 1))) }
		own.Size, own.Leading = size, scale(style.Leading)
		own.Indent, own.Left, own.Right, own.Before, own.After = scale(style.Indent), scale(style.Left), scale(style.Right), scale(style.Before), scale(style.After)
		own.Tracking = scale(style.Tracking)
	})
}

// newPage goes on to the next sheet.
func (c *canvas) newPage() { c.page++ }
