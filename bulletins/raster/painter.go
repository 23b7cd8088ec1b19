package raster

import (
	"context"
	"image"
	"math"

	"safety365/bulletins/page"
	"safety365/fonts"
)

// painter draws the items of one page.
type painter struct {
	*Renderer
	canvas
	*filler
	ctx     context.Context
	missing []error // pictures that could not be drawn
}

// items draws in paint order; its error is the context's.
func (p *painter) items(items []page.Item, m matrix, cl *clip) error {
	for _, item := range items {
		if err := p.ctx.Err(); err != nil {
			return err
		}
		switch it := item.(type) {
		case *page.GlyphRun:
			p.text(it, m, cl)
		case *page.Path:
			p.path(it, m, cl)
		case *page.Image:
			p.image(it, m, cl)
		case *page.Group:
			inner := m.times(fromPage(it.Transform))
			cl := cl
			if it.Clip != nil {
				cl = p.clip(it.Clip, inner, cl)
			}
			if cl.box.Empty() {
				continue
			}
			if err := p.items(it.Items, inner, cl); err != nil {
				return err
			}
		}
	}
	return nil
}

func (p *painter) text(r *page.GlyphRun, m matrix, cl *clip) {
	if r.Color.Space == page.NoColor || r.Face.Load() != nil {
		return
	}
	em := r.Size.Points() / float64(r.Face.UnitsPerEm())
	scale := glyphScale{r.Face, float32(m.a * em), float32(m.b * em), float32(-m.c * em), float32(-m.d * em)}
	color := inkOf(r.Color)
	for _, g := range r.Glyphs {
		at := m.at(page.Point{X: r.Origin.X + g.X, Y: r.Origin.Y + g.Y})
		if !(math.Abs(at.x) < 1<<20 && math.Abs(at.y) < 1<<20) {
			continue
		}
		x, y := int(math.Floor(at.x*4+0.5)), int(math.Floor(at.y*4+0.5))
		mask := p.mask(scale, g.ID, x&3, y&3)
		p.stamp(mask, x>>2, y>>2, color, cl)
	}
}

func (p *painter) mask(scale glyphScale, gid fonts.GID, qx, qy int) *glyphMask {
	key := uint32(gid)<<4 | uint32(qx)<<2 | uint32(qy)
	m := p.glyphs.find(scale, key)
	if m == nil {
		m = p.makeMask(scale, gid, qx, qy)
		p.glyphs.store(scale, key, m)
	}
	return m
}

// stamp paints a mask whose origin is at (x, y).
func (p *painter) stamp(m *glyphMask, x, y int, color ink, cl *clip) {
	box := m.box.Add(image.Pt(x, y))
	width := box.Dx()
	for y := max(box.Min.Y, cl.box.Min.Y); y < min(box.Max.Y, cl.box.Max.Y); y++ {
		from := (y - box.Min.Y) * width
		p.row(cl, box.Min.X, y, m.cover[from:from+width], color)
	}
}

func (p *painter) path(it *page.Path, m matrix, cl *clip) {
	lines := flatten(it.Segments, m.scale())
	if it.Fill.Space != page.NoColor {
		p.fillLines(lines, m, it.EvenOdd, it.Fill, cl)
	}
	if it.Stroke.Color.Space != page.NoColor {
		p.reset()
		p.addStroke(lines, &it.Stroke, m)
		p.paint(false, it.Stroke.Color, cl)
	}
}

func (p *painter) fillLines(lines []polyline, m matrix, evenOdd bool, color page.Color, cl *clip) {
	if r, ok := rectangle(lines, m); ok {
		c := inkOf(color)
		p.fillRect(r, cl.box, func(x, y int, cover []byte) { p.row(cl, x, y, cover, c) })
		return
	}
	p.reset()
	p.addPolylines(lines, m)
	p.paint(evenOdd, color, cl)
}

// paint fills the outline in the filler.
func (p *painter) paint(evenOdd bool, color page.Color, cl *clip) {
	c := inkOf(color)
	p.fill(cl.box, evenOdd, func(x, y int, cover []byte) { p.row(cl, x, y, cover, c) })
}

// clip returns cl narrowed by a path.
func (p *painter) clip(path []page.Segment, m matrix, cl *clip) *clip {
	lines := flatten(path, m.scale())
	r, isRect := rectangle(lines, m)
	p.reset()
	p.addPolylines(lines, m)
	out := &clip{box: p.bounds(cl.box)}
	if isRect && r.whole() && cl.mask == nil {
		return out
	}
	out.mask = make([]byte, out.box.Dx()*out.box.Dy())
	p.fill(out.box, false, func(x, y int, cover []byte) {
		x, cover = p.cut(cl, x, y, cover)
		copy(out.mask[(y-out.box.Min.Y)*out.box.Dx()+x-out.box.Min.X:], cover)
	})
	return out
}
