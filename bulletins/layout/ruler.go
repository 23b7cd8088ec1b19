package layout

import (
	"slices"

	"safety365/bulletins/page"
	"safety365/bulletins/paragraph"
	"safety365/themes"
)

// Ruler measures parts of a flow, for writers of formats that set text themselves. It
// belongs to one goroutine.
type Ruler struct {
	press  *press
	setter *paragraph.Setter
}

// NewRuler returns a Ruler for what stands in a flow.
func NewRuler(flow *Flow) *Ruler {
	p := newPress(flow, Options{})
	p.formats, _ = newFormats(flow.Theme)
	return &Ruler{press: p, setter: paragraph.NewSetter()}
}

// TurnedHead is a head of a table that runs downwards, or upwards, and how tall it stands.
type TurnedHead struct {
	Up     bool
	Height page.Length
}

// Columns returns the widths of the columns of a table in a measure, the size of its type
// in per cent, and its heads that are turned.
func (r *Ruler) Columns(t *Table, measure page.Length) (widths []page.Length, scale int, turned map[*Text]TurnedHead) {
	b := &builder{press: r.press, setter: r.setter, out: &material{}}
	s := &tableSetter{builder: b, t: t, e: env{w: measure}}
	s.grids()
	s.measure()
	for i := 1; i < len(s.edges); i++ {
		widths = append(widths, s.edges[i]-s.edges[i-1])
	}
	turned = map[*Text]TurnedHead{}
	s.head.cells(func(c *gridCell) {
		if c.turn != asItIs {
			turned[c.text] = TurnedHead{c.turn == upwards, c.tall}
		}
	})
	return widths, s.scale, turned
}

// Vertical returns where a vertical frame stands in a measure: the room at its left and at
// its right, its own sides left out, and how long its lines are, those of all its tiers
// together.
func (r *Ruler) Vertical(v *Vertical, measure page.Length) (left, right, height page.Length) {
	b := &builder{press: r.press, setter: r.setter, out: &material{}}
	tiers, length, e := b.tiers(v, env{w: measure})
	return e.x, measure - e.x - e.w, length * page.Length(max(len(tiers), 1))
}

// Height returns how tall blocks stand in a box of a width.
func (r *Ruler) Height(blocks []Block, box *themes.Style, width page.Length) page.Length {
	b := &builder{press: r.press, setter: r.setter, out: &material{}}
	return b.pane(blocks, box, width, 0).box.H
}

// Line returns how wide a text stands in one line, with nothing pressed together; what
// fills a line is left out.
func (r *Ruler) Line(t *Text) page.Length {
	own, style := *t, *t.Style
	style.Indent, style.Left, style.Right, style.Align = 0, 0, 0, themes.Left
	own.Style = &style
	own.Inlines = slices.DeleteFunc(slices.Clone(t.Inlines), func(l Inline) bool { return l.Fill })
	b := &builder{press: r.press, setter: r.setter, out: &material{}}
	p, _ := b.paragraph(&own, 0, endless)
	widest := page.Length(0)
	for i := range p.Lines {
		widest = max(widest, p.Lines[i].Width)
	}
	return widest
}

// Picture returns the size of a figure's picture in a measure.
func (r *Ruler) Picture(f *Figure, measure page.Length) page.Size {
	b := &builder{press: r.press, setter: r.setter, out: &material{}}
	return b.pictureSize(f, measure)
}

// Inline returns the size of a picture that stands in a line.
func (r *Ruler) Inline(p *Picture, s *themes.Style) page.Size {
	b := &builder{press: r.press, setter: r.setter, out: &material{}}
	box := b.inlineImage(p, s, 0)
	return page.Size{W: box.Width, H: box.Ascent + box.Descent}
}

// Narrow returns where a frame that is as wide as its widest line stands in a measure:
// the room at its left and at its right, its own indents left out.
func (r *Ruler) Narrow(f *Frame, measure page.Length) (left, right page.Length) {
	b := &builder{press: r.press, setter: r.setter, out: &material{}}
	e := b.narrow(f, env{w: measure})
	return e.x, measure - e.x - e.w
}

// Fit returns a text at the size that it asks for in a measure.
func (r *Ruler) Fit(t *Text, measure page.Length) *Text {
	if t.Fit == nil {
		return t
	}
	b := &builder{press: r.press, setter: r.setter, out: &material{}}
	return b.fit(t, measure)
}

// Shrunk returns the blocks of what is fixed, at the size that they have room at.
func (r *Ruler) Shrunk(f *Fixed) []Block {
	b := &builder{press: r.press, setter: r.setter, out: &material{}}
	return b.shrunk(f, f.At)
}

// Shown returns the pieces of a text as they are printed: with the quotation marks and
// dashes of its language, and full-width marks, where the theme asks for them.
func (r *Ruler) Shown(t *Text) []Inline {
	ts, lang, out := &r.press.theme.Typeset, r.press.langOf(t.Lang), t.Inlines
	if ts.Quotes && !t.Literal {
		out = quotes(out, lang)
	}
	if ts.Normalise && isHan(lang) && !t.Literal {
		out = normalise(out)
	}
	return out
}

// Initial parts a text after the first letter if that covers several lines of a measure:
// the letter, at its size, is the first piece then. It returns the text as it is, and 0
// lines, if it has none, and says whether the letter is as wide as a Han character.
func (r *Ruler) Initial(t *Text, measure page.Length) (parted *Text, lines int, wide bool) {
	b := &builder{press: r.press, setter: r.setter, out: &material{}}
	own, wide, ok := initialOf(t)
	if !ok {
		return t, 0, false
	}
	_, _, n := b.dropCap(t, b.tag(0, page.Tag{}), measure)
	if n.lines < 2 {
		return t, 0, false
	}
	own.Inlines[0].Style = b.initialStyle(own.Inlines[0].Style, t, n.lines, wide)
	return own, n.lines, wide
}
