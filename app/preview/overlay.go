package preview

import (
	"image"
	"image/color"
	"math"

	"safety365/bulletins/page"
)

// The colours of what lies over pages, the same in light and dark: pages are always
// white.
var (
	caretInk    = color.NRGBA{0x13, 0x79, 0x5B, 0xFF}
	bandInk     = color.NRGBA{0x13, 0x79, 0x5B, 0x24}
	marginInk   = color.NRGBA{0x1F, 0x8A, 0xC9, 0xFF}
	baselineInk = color.NRGBA{0x1F, 0x8A, 0xC9, 0x66}
	trimInk     = color.NRGBA{0xC2, 0x18, 0x5B, 0xFF}
	bleedInk    = color.NRGBA{0xC2, 0x18, 0x5B, 0x1C}
	safeInk     = color.NRGBA{0x2E, 0x7D, 0x32, 0xFF}
	faultInk    = color.NRGBA{0xD3, 0x2F, 0x2F, 0xFF}
	faultWash   = color.NRGBA{0xD3, 0x2F, 0x2F, 0x40}
)

// safety is how far from the cut nothing should stand that must not be cut.
var safety = page.MM(5000)

// tracer draws overlays over the picture of a page.
type tracer struct {
	img   *image.RGBA
	pen   int     // width of a line in pixels
	scale float64 // pixels in a point
	bleed page.Length
}

// drawOverlays draws those that an order names.
func drawOverlays(img *image.RGBA, o *order) {
	t := &tracer{img: img, scale: o.dpi / 72, pen: max(1, int(math.Round(o.dpi/110)))}
	p, theme := o.page, o.theme
	if o.bleed {
		t.bleed = p.Bleed
	}
	sheet := page.Rect{W: p.Trim.W, H: p.Trim.H}
	area := theme.Area(p.Number + 1)
	if o.has(Baseline) {
		body := theme.Style("body")
		t.grid(area, body.Leading, (body.Leading-body.Size)/2+body.Size*88/100, theme.Typeset.Vertical())
	}
	if o.has(Margins) {
		t.frame(area, marginInk)
	}
	if o.has(Safe) {
		t.frame(sheet.Inset(safety), safeInk)
	}
	if o.has(Trim) {
		t.outside(sheet)
		t.frame(sheet, trimInk)
	}
	if o.has(Faults) {
		t.faults(p)
	}
}

func (t *tracer) x(l page.Length) int { return int(math.Round((l + t.bleed).Points() * t.scale)) }

// box is a rectangle of the page in pixels.
func (t *tracer) box(r page.Rect) image.Rectangle {
	return image.Rect(t.x(r.X), t.x(r.Y), t.x(r.X+r.W), t.x(r.Y+r.H))
}

// fill paints a rectangle.
func (t *tracer) fill(r image.Rectangle, c color.NRGBA) {
	r = r.Intersect(t.img.Rect)
	a := uint32(c.A)
	mix := func(dst *uint8, src uint8) { *dst = uint8((uint32(*dst)*(255-a) + uint32(src)*a + 127) / 255) }
	for y := r.Min.Y; y < r.Max.Y; y++ {
		row := t.img.Pix[t.img.PixOffset(r.Min.X, y):t.img.PixOffset(r.Max.X, y)]
		for i := 0; i+3 < len(row); i += 4 {
			mix(&row[i], c.R)
			mix(&row[i+1], c.G)
			mix(&row[i+2], c.B)
		}
	}
}

// frame draws the outline of a rectangle, inside it.
func (t *tracer) frame(r page.Rect, c color.NRGBA) {
	b := t.box(r)
	t.fill(image.Rect(b.Min.X, b.Min.Y, b.Max.X, b.Min.Y+t.pen), c)
	t.fill(image.Rect(b.Min.X, b.Max.Y-t.pen, b.Max.X, b.Max.Y), c)
	t.fill(image.Rect(b.Min.X, b.Min.Y+t.pen, b.Min.X+t.pen, b.Max.Y-t.pen), c)
	t.fill(image.Rect(b.Max.X-t.pen, b.Min.Y+t.pen, b.Max.X, b.Max.Y-t.pen), c)
}

// grid draws the baselines of body text that fills the type area. Vertical lines run
// from the right.
func (t *tracer) grid(area page.Rect, leading, first page.Length, vertical bool) {
	if leading <= 0 {
		return
	}
	length := area.H
	if vertical {
		length = area.W
	}
	for at := first; at <= length; at += leading {
		if vertical {
			x := t.x(area.X + area.W - at)
			t.fill(image.Rect(x, t.x(area.Y), x+t.pen, t.x(area.Y+area.H)), baselineInk)
			continue
		}
		y := t.x(area.Y + at)
		t.fill(image.Rect(t.x(area.X), y, t.x(area.X+area.W), y+t.pen), baselineInk)
	}
}

// outside tints what is cut off.
func (t *tracer) outside(sheet page.Rect) {
	all, in := t.img.Rect, t.box(sheet)
	t.fill(image.Rect(all.Min.X, all.Min.Y, all.Max.X, in.Min.Y), bleedInk)
	t.fill(image.Rect(all.Min.X, in.Max.Y, all.Max.X, all.Max.Y), bleedInk)
	t.fill(image.Rect(all.Min.X, in.Min.Y, in.Min.X, in.Max.Y), bleedInk)
	t.fill(image.Rect(in.Max.X, in.Min.Y, all.Max.X, in.Max.Y), bleedInk)
}

// faults marks characters that no font has, and the ends of lines that are too long.
func (t *tracer) faults(p *page.Page) {
	for _, r := range faultsOf(p) {
		b := t.box(r).Inset(-t.pen)
		t.fill(b, faultWash)
		t.fill(image.Rect(b.Min.X, b.Max.Y, b.Max.X, b.Max.Y+2*t.pen), faultInk)
	}
}

// faultsOf lists where on a page a character is missing or a line goes beyond its
// measure.
func faultsOf(p *page.Page) []page.Rect {
	var out []page.Rect
	for _, l := range p.Lines {
		if l.Overfull <= page.Pt/100 || l.N == 0 || l.First >= len(p.Items) {
			continue
		}
		size, down := sizeOf(p.Items[l.First])
		at := l.Width - l.Overfull
		r := page.Rect{X: l.X + at, Y: l.Baseline - size, W: l.Overfull, H: size * 5 / 4}
		if down { // it runs downwards from Baseline, to the right of X
			r = page.Rect{X: l.X - size/4, Y: l.Baseline + at, W: size * 5 / 4, H: l.Overfull}
		}
		out = append(out, r)
	}
	var walk func(items []page.Item, m page.Matrix)
	walk = func(items []page.Item, m page.Matrix) {
		for _, it := range items {
			switch it := it.(type) {
			case *page.Group:
				walk(it.Items, it.Transform)
			case *page.GlyphRun:
				for i := range it.Glyphs {
					g := &it.Glyphs[i]
					if g.ID != 0 || g.Advance == 0 {
						continue
					}
					a := m.Apply(page.Point{X: it.Origin.X + g.X, Y: it.Origin.Y + g.Y - it.Size*88/100})
					b := m.Apply(page.Point{X: it.Origin.X + g.X + g.Advance, Y: it.Origin.Y + g.Y + it.Size*12/100})
					out = append(out, page.Rect{X: min(a.X, b.X), Y: min(a.Y, b.Y), W: abs(b.X - a.X), H: abs(b.Y - a.Y)})
				}
			}
		}
	}
	walk(p.Items, page.Matrix{})
	return out
}

// sizeOf is the size of a piece of a line, and whether the line runs downwards.
func sizeOf(it page.Item) (size page.Length, down bool) {
	switch it := it.(type) {
	case *page.GlyphRun:
		return it.Size, it.Vertical
	case *page.Group: // a turned run
		if len(it.Items) > 0 {
			size, _ = sizeOf(it.Items[0])
		}
	}
	return size, true
}

func abs(l page.Length) page.Length { return max(l, -l) }
