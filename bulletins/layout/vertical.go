package layout

import (
	"safety365/bulletins/page"
	"safety365/bulletins/paragraph"
	"safety365/themes"
)

// Vertical sets blocks in lines that run from top to bottom among lines that run from
// left to right. It is as wide as its lines need; those that have no room beside one
// another go on below, in tiers, between which a page may break. Among vertical text it
// is a box like any other.
type Vertical struct {
	Style  *themes.Style // the space round it, its sides and its box; nil: none
	Tag    page.Role     // "" for none
	Height page.Length   // of its lines; 0: what they need, up to twelve em
	Place  themes.Align  // left, middle or right of the column
	Even   bool          // the lines of each paragraph are about equally long
	Blocks []Block
}

func (*Vertical) isBlock() {}

// How long vertical lines are at most, in em, if nothing is stated, and at least.
const (
	verticalHeight = 12
	leastHeight    = 2
)

// lyingUnit is units that lie on their side and are turned when they are drawn.
type lyingUnit struct {
	*asideUnit
	room page.Rect // on the page, from the unit's corner
}

func (u *lyingUnit) draw(d *drawer, x, y page.Length) {
	d.lying(false, shift(u.room, x, y), u.asideUnit.draw)
}

// vertical sets a vertical frame.
func (b *builder) vertical(v *Vertical, e env) {
	if v.Tag != "" {
		e.tag = b.tag(e.tag, page.Tag{Role: v.Tag})
	}
	f := &Frame{Style: v.Style}
	if b.press.vertical {
		sides, _ := v.insets()
		w := b.lineLength(v, e.w-sides) + sides
		e.x, e.w = e.x+spareBefore(e.w-w, v.Place), w
		b.box(f, e, func(e env) { b.blocks(b.ragged(v, e.w), e) })
		return
	}
	from := len(b.out.units)
	tiers, length, e := b.tiers(v, e)
	b.box(f, e, func(e env) {
		for i, a := range tiers {
			u := unit{height: length, content: &lyingUnit{a, page.Rect{X: e.x + e.w - a.height, W: a.height, H: length}}}
			if i > 0 {
				u.before = b.emOf(v)
			}
			for k := range a.units {
				u.notes = append(u.notes, a.units[k].u.notes...)
			}
			b.add(u, e)
		}
	})
	b.rounded(from)
}

// tiers sets the lines of a vertical frame. It returns how long they are, and where the
// frame stands that is as wide as they need.
func (b *builder) tiers(v *Vertical, e env) ([]*asideUnit, page.Length, env) {
	sides, padding := v.insets()
	room, tall := max(e.w-sides, page.Pt), max(b.press.height-padding, page.Pt)
	was, lies := b.press, *b.press
	lies.vertical, lies.width, lies.height = true, tall, room
	b.press = &lies
	length := b.lineLength(v, tall)
	lies.width = length
	tiers := b.press.tiers(b.loose(b.ragged(v, length), length, e.tag), room)
	b.press = was

	var w page.Length
	for _, a := range tiers {
		w = max(w, a.height)
	}
	if over := max(w-room, v.Height-tall); over > page.Pt/100 && len(tiers) > 0 {
		at, text := int32(-1), ""
		if line := firstLine(tiers[0]); line != nil {
			at, text = source(line), excerpt(line)
		}
		b.problem("vertical-overfull", at, "by", over.Decimal(1), "text", text)
	}
	w = min(w, room) + sides
	e.x, e.w = e.x+spareBefore(e.w-w, v.Place), w
	return tiers, length, e
}

// insets are what the sides and the box of a vertical frame take across and down.
func (v *Vertical) insets() (across, down page.Length) {
	if s := v.Style; s != nil {
		return s.Left + s.Right + 2*s.Box.PadX + s.Box.BarSize, 2 * s.Box.PadY
	}
	return 0, 0
}

// emOf returns the em that a vertical frame counts in.
func (b *builder) emOf(v *Vertical) page.Length {
	if v.Style != nil {
		return v.Style.Size
	}
	return b.press.theme.Style("body").Size
}

// ragged returns the blocks of a vertical frame in the styles that they have there: short
// lines of Latin letters, and even ones, are not stretched.
func (b *builder) ragged(v *Vertical, length page.Length) []Block {
	if !v.Even && (isHan(b.press.lang) || length >= raggedLatin*b.emOf(v)) {
		return v.Blocks
	}
	same := func(l page.Length) page.Length { return l }
	style := func(s *themes.Style) *themes.Style { return b.press.formats.ragged(raggedKey{s, v.Even}) }
	return restyling{scale: 100, length: same, style: style}.blocks(v.Blocks)
}

// lineLength returns how long the lines of a vertical frame are where there is so much
// room for them.
func (b *builder) lineLength(v *Vertical, room page.Length) page.Length {
	em, length := b.emOf(v), v.Height
	if length <= 0 {
		length = verticalHeight * em
	}
	length = min(max(length, leastHeight*em), max(room, page.Pt))
	if v.Height <= 0 || v.Even {
		length = min(max(b.natural(b.ragged(v, length), length), em), length)
	}
	return length
}

// firstLine returns the first line of text of units, or nil.
func firstLine(a *asideUnit) (line *paragraph.Line) {
	for i := range a.units {
		a.units[i].u.each(0, 0, func(u *unit, _, _ page.Length) {
			if l, ok := u.content.(*lineUnit); ok && line == nil {
				line = l.line
			}
		})
	}
	return line
}

// raggedKey names a style whose lines are not stretched, and perhaps about equally long.
type raggedKey struct {
	style *themes.Style
	even  bool
}

// ragged returns such a style, the same pointer each time.
func (f *formats) ragged(key raggedKey) *themes.Style {
	if v, ok := f.of.Load(key); ok {
		return v.(*themes.Style)
	}
	own := *key.style
	own.Balance = own.Balance || key.even
	if own.Align == themes.Justify {
		own.Align = themes.Left
	}
	v, _ := f.of.LoadOrStore(key, &own)
	return v.(*themes.Style)
}
