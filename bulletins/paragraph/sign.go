package paragraph

import "safety365/bulletins/page"

// kappa is the handle of a cubic that draws a quarter of a circle, in thousandths of
// the radius.
const kappa = 552

// dot draws the emphasis dot of a character: below it, in a vertical line at its
// right (CLREQ, emphasis dots).
func (b *lineBuilder) dot(a *atom, f *Format) {
	r := f.Size * 65 / 1000
	x, y := b.x+a.width/2, f.Size*30/100-f.Rise
	if b.s.in.Vertical { // at the right of the character
		y = -f.Size*106/100 - f.Rise
	}
	k := r.MulDiv(kappa, 1000)
	at := func(dx, dy page.Length) page.Point { return page.Point{X: x + dx, Y: y + dy} }
	b.line.Drawn = append(b.line.Drawn, &page.Path{Fill: f.Color, Segments: []page.Segment{
		{Op: page.MoveTo, P: [3]page.Point{at(r, 0)}},
		{Op: page.CubicTo, P: [3]page.Point{at(r, k), at(k, r), at(0, r)}},
		{Op: page.CubicTo, P: [3]page.Point{at(-k, r), at(-r, k), at(-r, 0)}},
		{Op: page.CubicTo, P: [3]page.Point{at(-r, -k), at(-k, -r), at(0, -r)}},
		{Op: page.CubicTo, P: [3]page.Point{at(k, -r), at(r, -k), at(r, 0)}},
		{Op: page.ClosePath},
	}})
}

// wave draws the wavy line below a title, in whole waves of about a third of an em.
func (b *lineBuilder) wave(from, to page.Length, f *Format, pen page.Length) {
	if to <= from {
		return
	}
	n := max(1, int64((to-from+f.Size/6)/(f.Size/3)))
	y, high := f.Size*20/100-f.Rise, f.Size*6/100
	p := &page.Path{Stroke: page.Stroke{Color: f.Color, Width: pen, Round: true}}
	at := func(i int64, quarters int64) page.Length { return from + (to-from).MulDiv(4*i+quarters, 4*n) }
	p.Segments = append(p.Segments, page.Segment{Op: page.MoveTo, P: [3]page.Point{{X: from, Y: y}}})
	for i := range n {
		p.Segments = append(p.Segments,
			page.Segment{Op: page.CubicTo, P: [3]page.Point{{X: at(i, 1), Y: y - 2*high}, {X: at(i, 1), Y: y - 2*high}, {X: at(i, 2), Y: y}}},
			page.Segment{Op: page.CubicTo, P: [3]page.Point{{X: at(i, 3), Y: y + 2*high}, {X: at(i, 3), Y: y + 2*high}, {X: at(i, 4), Y: y}}})
	}
	b.line.Drawn = append(b.line.Drawn, p)
}
