package paragraph

import "safety365/bulletins/page"

// decorate follows the formats and links along the line: where one ends, its
// background, strike or link area is added. Run -1 ends the line.
func (b *lineBuilder) decorate(run int32, x0, x1 page.Length) {
	b.extend(&b.fill, run, x0, x1, b.sameLook, b.endLook)
	b.extend(&b.link, run, x0, x1, b.sameLink, b.endLink)
}

func (b *lineBuilder) extend(d *decoration, run int32, x0, x1 page.Length, same func(a, b int32) bool, end func(d decoration)) {
	if d.on && run >= 0 && same(d.run, run) {
		d.end = x1
		return
	}
	if d.on {
		end(*d)
	}
	*d = decoration{on: run >= 0, run: run, begin: x0, end: x1}
}

func (b *lineBuilder) sameLook(x, y int32) bool {
	f, g := b.s.in.Runs[x].Format, b.s.in.Runs[y].Format
	return f == g && (x == y || f.Sign != NameLine && f.Sign != BookLine) // names that meet have a line each
}

func (b *lineBuilder) sameLink(x, y int32) bool {
	return b.s.in.Runs[x].Link == b.s.in.Runs[y].Link && b.s.in.Runs[x].Tag == b.s.in.Runs[y].Tag
}

func (b *lineBuilder) endLook(d decoration) {
	f := b.s.in.Runs[d.run].Format
	if f == nil {
		return
	}
	w := d.end - d.begin
	if f.Fill.Space != page.NoColor {
		pad := f.Size / 8
		b.line.Fills = append(b.line.Fills, Shape{page.Rect{X: d.begin - pad/2, Y: -f.Size*88/100 - pad - f.Rise, W: w + pad, H: f.Size + 2*pad}, f.Fill})
	}
	pen := max(f.Size/20, page.Pt/4)
	if f.Strike {
		b.line.Rules = append(b.line.Rules, Shape{page.Rect{X: d.begin, Y: -f.Size*3/10 - pen/2 - f.Rise, W: w, H: pen}, f.Color})
	}
	switch f.Sign {
	case NameLine:
		gap := f.Size / 14
		b.line.Rules = append(b.line.Rules, Shape{page.Rect{X: d.begin + gap, Y: f.Size*17/100 - f.Rise, W: max(w-2*gap, pen), H: pen}, f.Color})
	case BookLine:
		b.wave(d.begin+f.Size/14, d.end-f.Size/14, f, pen)
	}
	if f.Underline {
		b.line.Rules = append(b.line.Rules, Shape{page.Rect{X: d.begin, Y: f.Size*14/100 - f.Rise, W: w, H: pen}, f.Color})
	}
}

func (b *lineBuilder) endLink(d decoration) {
	r := &b.s.in.Runs[d.run]
	if r.Link == 0 || r.Format == nil {
		return
	}
	em := r.Format.Size
	b.line.Links = append(b.line.Links, LinkArea{r.Link, page.Rect{X: d.begin, Y: -em*88/100 - r.Format.Rise, W: d.end - d.begin, H: em}, r.Tag})
}
