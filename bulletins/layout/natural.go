package layout

import (
	"safety365/bulletins/page"
	"safety365/themes"
)

// trial returns a builder whose work is thrown away.
func (b *builder) trial() *builder {
	return &builder{press: b.press, setter: b.setter, out: &material{}}
}

// narrow gives a frame that is as wide as its widest line its place in an env.
func (b *builder) narrow(f *Frame, e env) env {
	var left, right, inset page.Length
	if s := f.Style; s != nil {
		left, right, inset = s.Left, s.Right, 2*s.Box.PadX+s.Box.BarSize
	}
	room := e.w - left - right
	spare := max(room-inset-b.natural(f.Blocks, room-inset), 0)
	e.x += spareBefore(spare, f.Place)
	e.w -= spare
	return e
}

// natural returns how wide blocks are that have a measure to fill: as their widest line,
// for which they are set at the left.
func (b *builder) natural(blocks []Block, measure page.Length) page.Length {
	left := restyling{scale: 100, plain: true, length: func(l page.Length) page.Length { return l }, style: b.press.formats.atLeft}
	try := b.trial()
	try.blocks(left.blocks(blocks), env{w: measure})
	var w page.Length
	for i := range try.out.units {
		w = max(w, try.out.units[i].reach(measure))
	}
	return min(w, measure)
}

// leftKey names a style whose lines begin at the left.
type leftKey struct{ style *themes.Style }

// atLeft returns a style aligned left, the same pointer each time.
func (f *formats) atLeft(s *themes.Style) *themes.Style {
	if s.Align == themes.Left {
		return s
	}
	key := leftKey{s}
	if v, ok := f.of.Load(key); ok {
		return v.(*themes.Style)
	}
	own := *s
	own.Align = themes.Left
	v, _ := f.of.LoadOrStore(key, &own)
	return v.(*themes.Style)
}

// reach returns how wide a measure must at least be for a unit that was set in one.
func (u *unit) reach(measure page.Length) page.Length {
	if u.fixed != nil {
		return 0
	}
	switch c := u.content.(type) {
	case *lineUnit: // what is at the right of its own measure stays there
		return measure - c.line.Measure + c.line.X + c.line.Width
	case *figureUnit:
		return c.rect.W
	case *rowUnit:
		return c.x + c.w
	case *drawingUnit:
		return c.rect.X + c.rect.W
	case *panesUnit, *lyingUnit:
		return measure
	}
	return 0
}
