package layout

import (
	"safety365/bulletins/page"
	"safety365/bulletins/paragraph"
	"safety365/themes"
)

// figureUnit is a picture, or the box that stands for a missing one.
type figureUnit struct {
	rect    page.Rect // from the unit's corner
	source  *page.ImageSource
	tag     int32
	missing []placedLine
	color   page.Color
	fill    page.Color
}

// figure sets a picture with its caption. Both stand side by side under one node,
// for a Figure with text in it would hide the text behind its alternative.
func (b *builder) figure(f *Figure, e env) {
	if f.Caption != nil {
		e.tag = b.tag(e.tag, page.Tag{Role: page.RoleDiv})
	}
	from := len(b.out.units)
	b.spaced(f.Style, false, func() {
		if f.Caption != nil && f.Look.Caption == "above" {
			b.caption(f.Caption, f.Look.Gap, true, e, e.tag)
		}
		b.picture(f, e)
		if f.Caption != nil && f.Look.Caption != "above" {
			b.caption(f.Caption, f.Look.Gap, false, e, e.tag)
		}
	})
	if first := &b.out.units[from]; e.free {
		first.float, first.floats = f.floats(), len(b.out.units)-from
	}
}

func (b *builder) picture(f *Figure, e env) {
	size := b.pictureSize(f, e.w)
	if b.press.vertical { // stands upright when the page is turned
		room := min(e.w, b.press.height*3/5)
		size = b.pictureSize(f, room)
		size.W, size.H = size.H, size.W
	}
	u := &figureUnit{
		rect:   page.Rect{X: e.x + f.indent(e.w-size.W), W: size.W, H: size.H},
		source: f.Picture.Source,
		tag:    b.tag(e.tag, page.Tag{Role: page.RoleFigure, Alt: f.Picture.Alt}),
	}
	if u.source == nil {
		b.placeholder(u, &f.Picture)
	}
	b.add(b.press.framed(unit{height: size.H, content: u}, u), e)
}

// indent is where a picture begins that leaves some room free: in the middle, unless its
// style stands at a side.
func (f *Figure) indent(free page.Length) page.Length {
	switch {
	case f.Style == nil:
		return free / 2
	case f.Style.Align == themes.Left:
		return 0
	case f.Style.Align == themes.Right:
		return free
	}
	return free / 2
}

// dotsPerInch is the resolution at which a picture without a stated width is shown.
const dotsPerInch = 150

// pictureSize returns the size of a picture in a column: as asked for, else its own
// at 150 dpi, never wider than the column nor taller than two fifths of it.
func (b *builder) pictureSize(f *Figure, room page.Length) page.Size {
	src := f.Picture.Source
	if src == nil {
		if f.Height > 0 {
			return page.Size{W: min(room, f.Height*3/2), H: f.Height}
		}
		return page.Size{W: room * 2 / 3, H: room / 4}
	}
	w := page.Length(src.Width) * page.Inch / dotsPerInch
	if f.Width > 0 {
		w = f.Width
	} else if f.Share > 0 {
		w = room.MulDiv(int64(f.Share), 100)
	}
	w = min(w, room)
	if f.Height > 0 { // as wide as its proportions and the room want, never distorted
		if w = f.Height.MulDiv(int64(src.Width), int64(src.Height)); f.Width > 0 {
			w = min(w, f.Width)
		}
		w = max(min(w, room), page.Pt)
		return page.Size{W: w, H: max(w.MulDiv(int64(src.Height), int64(src.Width)), page.Pt)}
	}
	h := w.MulDiv(int64(src.Height), int64(src.Width))
	if limit := b.press.height * 2 / 5; h > limit {
		w, h = w.MulDiv(int64(limit), int64(h)), limit
	}
	return page.Size{W: max(w, page.Pt), H: max(h, page.Pt)}
}

// placeholder sets the words of a missing picture in the middle of its box.
func (b *builder) placeholder(u *figureUnit, p *Picture) {
	s := p.Style
	if s == nil {
		s = b.press.theme.Style("missing")
	}
	style := *s
	style.Align, style.Box, style.Indent = themes.Center, themes.Box{}, 0
	u.color, u.fill = s.Color, s.Box.Fill
	t := &Text{Style: &style, Inlines: []Inline{{Text: p.Missing, Source: -1, Style: s}}}
	set, _ := b.paragraph(t, 0, max(u.rect.W-2*style.Size, style.Size))
	y := (u.rect.H - page.Length(len(set.Lines))*style.Leading) / 2
	for i := range set.Lines {
		u.missing = append(u.missing, placedLine{lineUnit{line: &set.Lines[i], x: u.rect.X + style.Size, baseline: baselineIn(style.Leading, style.Size), role: style.Role, paragraph: -1}, y})
		y += style.Leading
	}
}

// proportions are the width and height of a picture as it stands among lines: on its side
// where these are turned when they are drawn, which pictures are not.
func (p *press) proportions(src *page.ImageSource) (across, down int64) {
	across, down = int64(src.Width), int64(src.Height)
	if p.vertical {
		across, down = down, across
	}
	return across, down
}

// inlineImage makes a picture that stands in a line, no taller than two lines.
func (b *builder) inlineImage(p *Picture, s *themes.Style, tag int32) *paragraph.Box {
	h := s.Size * 2
	box := &paragraph.Box{Width: h, Ascent: h * 4 / 5, Descent: h / 5}
	if p.Source == nil {
		box.Items = []page.Item{&page.Path{Segments: page.RectPath(page.Rect{Y: -box.Ascent, W: h, H: h}.Inset(page.Pt / 2)), Stroke: page.Stroke{Color: s.Color, Width: page.Pt / 2}, Tag: page.TagID(tag)}}
		return box
	}
	across, down := b.press.proportions(p.Source)
	w := page.Length(across) * page.Inch / dotsPerInch
	if natural := w.MulDiv(down, across); natural < h {
		h = max(natural, page.Pt)
	} else {
		w = h.MulDiv(across, down)
	}
	if w = max(w, page.Pt); w > b.press.width/2 {
		h = h.MulDiv(int64(b.press.width/2), int64(w))
		w = b.press.width / 2
	}
	box.Width, box.Ascent = w, h*4/5
	if b.press.vertical { // in the middle of its line
		box.Ascent = h/2 + s.Size*38/100
	}
	box.Descent = h - box.Ascent
	box.Items = []page.Item{&page.Image{Rect: page.Rect{Y: -box.Ascent, W: w, H: h}, Source: p.Source, Tag: page.TagID(tag)}}
	return box
}
