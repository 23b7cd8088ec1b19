package view

import (
	"safety365/bulletins"
	"safety365/bulletins/page"
	"safety365/fonts"
)

// Draw returns what is visible of everything from a height on, as a page.
func (v *View) Draw(top, height page.Length) *page.Page {
	c := &v.state.Colors
	d := &drawing{v: v, top: top, height: height, palette: c.palette()}
	d.page = &page.Page{Trim: page.Size{W: v.state.Width, H: height}}
	d.fill(page.Rect{W: v.state.Width, H: height}, c.Paper)
	first := v.unitAt(top)
	last := first
	for last < len(v.units) && v.units[last].y < top+height {
		last++
	}
	bright, dim := d.palette, d.palette.dimmed(c.Paper)
	focus := v.locate(v.state.Selection.Caret)
	light := func(on bool) {
		if d.palette = bright; v.state.Focus && !on {
			d.palette = dim
		}
	}
	for i := first; i < last; i++ {
		light(i == focus.unit)
		d.under(&v.units[i])
	}
	d.selections()
	for i := first; i < last; i++ {
		u := &v.units[i]
		for j := range u.column.pieces {
			light(i == focus.unit && j == focus.piece)
			d.piece(u, &u.column.pieces[j])
		}
		light(i == focus.unit)
		d.over(u)
	}
	light(true)
	d.squiggles()
	if v.state.Active && !v.state.CaretOff {
		r := v.Caret(v.state.Selection.Caret)
		d.fill(d.local(r), c.Caret)
	}
	return d.page
}

// drawing is a page being drawn.
type drawing struct {
	v           *View
	page        *page.Page
	top, height page.Length
	palette     palette
}

// local returns a rectangle of the whole in the page.
func (d *drawing) local(r page.Rect) page.Rect { r.Y -= d.top; return r }

// visible says whether something at a height of the page can be seen in it.
func (d *drawing) visible(y, h page.Length) bool { return y < d.height && y+h > 0 }

func (d *drawing) add(item page.Item) { d.page.Items = append(d.page.Items, item) }

// fill fills what is visible of a rectangle of the page.
func (d *drawing) fill(r page.Rect, c page.Color) {
	bottom := min(r.Y+r.H, d.height)
	r.Y = max(r.Y, 0)
	if r.H = bottom - r.Y; r.H > 0 && r.W > 0 && c.Space != page.NoColor {
		d.add(&page.Path{Segments: page.RectPath(r), Fill: c})
	}
}

// under draws what lies under the text of a unit.
func (d *drawing) under(u *unit) {
	for i := range u.column.shapes {
		s := &u.column.shapes[i]
		r := s.rect
		r.X += d.v.left
		r.Y += u.y - d.top
		if d.visible(r.Y, r.H) {
			d.shape(s, r)
		}
	}
	for i := range u.column.pieces {
		p := &u.column.pieces[i]
		if y := u.y + p.y - d.top; d.visible(y, p.h) {
			d.washes(p, y)
		}
	}
}

// over draws what lies over a unit but its text: labels and pictures.
func (d *drawing) over(u *unit) {
	for i := range u.column.labels {
		l := &u.column.labels[i]
		if base := u.y + l.base - d.top; d.visible(base-d.v.state.Size*2, d.v.state.Size*3) {
			d.cells(l.words, d.v.left+l.x, base, page.Color{})
		}
	}
	for i := range u.column.images {
		im := &u.column.images[i]
		r := im.rect
		r.X += d.v.left
		r.Y += u.y - d.top
		if source := d.v.pictureOf(im.url); source != nil && d.visible(r.Y, r.H) {
			d.add(&page.Image{Rect: r, Source: source})
			at := bulletins.Range{Start: u.start + im.at.Start, End: u.start + im.at.End}
			if s := d.v.state.Selection; !s.Empty() && s.Start() <= at.Start && s.End() >= at.End {
				d.frame(r, d.v.state.Colors.Accent)
			}
		}
	}
}

// frame draws a line round a rectangle.
func (d *drawing) frame(r page.Rect, c page.Color) {
	d.add(&page.Path{Segments: page.RectPath(r.Inset(-2 * page.Pt)), Stroke: page.Stroke{Color: c, Width: 2 * page.Pt}})
}

// piece draws the rows of a piece that are visible.
func (d *drawing) piece(u *unit, p *piece) {
	y := u.y + p.y - d.top
	if !d.visible(y, p.h) {
		return
	}
	for i := range p.rows {
		if r := &p.rows[i]; d.visible(y+r.y, r.h) {
			x, base := d.v.left+p.x+r.x, y+r.y+r.baseline
			d.row(p, r, x, base)
		}
	}
	if d.v.state.Numbers {
		d.numbers(u, p, y)
	}
}

// row draws the cells of a row with what belongs to them.
func (d *drawing) row(p *piece, r *row, x, base page.Length) {
	d.cells(p.cells[r.first:r.last], x, base, page.Color{})
	d.decorations(p.cells[r.first:r.last], x, base)
	for i := range p.rubies {
		ruby := &p.rubies[i]
		if ruby.first < r.first || ruby.first >= r.last {
			continue
		}
		last := min(ruby.last, r.last)
		from := x + p.span(r.first, ruby.first)
		over := p.span(ruby.first, last)
		d.cells(ruby.words, from+(over-ruby.w)/2, base-p.size.MulDiv(98, 100), d.palette[quietInk])
	}
}

// cells draws cells from a point on, neighbours of one look as one run. A colour given
// goes before that of their style.
func (d *drawing) cells(cells []cell, x, base page.Length, c page.Color) {
	var run *page.GlyphRun
	var number uint16
	var face uint8
	for i := range cells {
		k := &cells[i]
		s := &d.v.styles[k.style]
		switch k.kind {
		case textCell, preeditCell:
			if run == nil || number != k.style || face != k.face || len(run.Text) > 1<<15 {
				run = d.run(s, k.face, x, base, c)
				number, face = k.style, k.face
			}
			run.Glyphs = append(run.Glyphs, page.Glyph{ID: fonts.GID(k.glyph), Start: uint16(len(run.Text)), X: x - run.Origin.X, Advance: k.advance})
			run.Text += k.text
		case clusterCell:
			d.cluster(k, s, x, base, c)
			run = nil
		case pictureCell:
			d.inlinePicture(k, s, x, base)
			run = nil
		}
		x += k.advance
	}
}

// run starts a run of glyphs.
func (d *drawing) run(s *style, face uint8, x, base page.Length, c page.Color) *page.GlyphRun {
	if c.Space == page.NoColor {
		c = d.palette[s.ink]
	}
	run := &page.GlyphRun{
		Face: d.v.library.faces[face], Size: s.size, Color: c, Lang: d.v.lang,
		Origin: page.Point{X: x, Y: base - s.rise}, Source: page.Source{Block: -1},
	}
	d.add(run)
	return run
}

// cluster draws several characters that are shown as one.
func (d *drawing) cluster(k *cell, s *style, x, base page.Length, c page.Color) {
	face, glyphs, _ := d.v.library.cluster(d.v.library.font(s.font), k.text, s.size)
	run := d.run(s, face, x, base, c)
	run.Text = k.text
	for i, g := range glyphs {
		advance := page.Length(0)
		if i == len(glyphs)-1 {
			advance = k.advance
		}
		run.Glyphs = append(run.Glyphs, page.Glyph{ID: g.id, X: g.x, Y: g.y, Advance: advance})
	}
}

// inlinePicture draws a picture in a line.
func (d *drawing) inlinePicture(k *cell, s *style, x, base page.Length) {
	gap := s.size / 10
	h := s.size.MulDiv(13, 10)
	r := page.Rect{X: x + gap, Y: base - s.size.MulDiv(102, 100), W: k.advance - 2*gap, H: h}
	source := d.v.pictureOf(k.text)
	if source == nil {
		d.add(&page.Path{Segments: roundRect(r, 3*page.Pt), Fill: d.palette[codeInk], Stroke: page.Stroke{Color: d.palette[quietInk], Width: page.Pt}})
		return
	}
	if source.Width > 0 {
		if fit := r.W.MulDiv(int64(source.Height), int64(source.Width)); fit < r.H {
			r.Y += (r.H - fit) / 2
			r.H = fit
		}
	}
	d.add(&page.Image{Rect: r, Source: source})
}
