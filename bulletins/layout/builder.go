package layout

import (
	"slices"

	"safety365/bulletins/page"
	"safety365/bulletins/paragraph"
	"safety365/themes"
)

// builder sets one top-level block.
type builder struct {
	press  *press
	setter *paragraph.Setter
	out    *material
	in     intrusion // a picture at the side of what follows
}

// env is where blocks stand: the stretch of the column that they fill, what lies
// behind them and the tag above them.
type env struct {
	x, w   page.Length
	frame  *frame
	cols   *columnSet // the columns that they stand in, w being the width of one; or nil
	tag    int32
	table  bool // inside a cell
	free   bool // in columns, and in nothing else: pictures may leave their place
	indent page.Length
}

// press holds what all builders of a flow share.
type press struct {
	theme    *themes.Theme
	lang     string
	width    page.Length // of the column
	height   page.Length
	cols     *columnSet // of the whole text; nil: none
	formats  *formats
	lies     bool           // the page is a landscape one
	vertical bool           // lines run from top to bottom, columns from right to left
	entries  []entry        // headings, for contents
	dests    map[string]int // pages of destinations, once they are known
}

// set sets a block on a setter.
func (p *press) set(s *paragraph.Setter, blk Block) *material {
	if t, ok := blk.(*Turn); ok {
		return p.setTurn(s, t)
	}
	b := &builder{press: p, setter: s, out: &material{}}
	b.block(blk, p.env())
	return b.finish(blk)
}

// finish completes the material of a top-level block.
func (b *builder) finish(blk Block) *material {
	if a, ok := blk.(*Across); ok && len(a.Blocks) == 1 {
		blk = a.Blocks[0]
	}
	if f, ok := blk.(*Figure); ok {
		b.out.figure, b.out.place = true, f.floats()
	}
	b.setNotes()
	return b.out
}

// tag adds a local tag and returns its number.
func (b *builder) tag(parent int32, t page.Tag) int32 {
	b.out.tags = append(b.out.tags, tag{t, parent})
	return int32(len(b.out.tags))
}

// add appends a unit.
func (b *builder) add(u unit, e env) {
	u.frame, u.cols = e.frame, e.cols
	b.out.units = append(b.out.units, u)
}

func (b *builder) block(blk Block, e env) {
	switch blk := blk.(type) {
	case *Text:
		b.text(blk, e)
	case *Frame:
		b.box(blk, e, func(e env) { b.blocks(blk.Blocks, e) })
	case *Item:
		b.item(blk, e, e.tag)
	case *Table:
		b.table(blk, e)
	case *Figure:
		b.figure(blk, e)
	case *Divider:
		b.divider(blk, e)
	case *Contents:
		b.contents(blk, e)
	case *Columns:
		b.columns(blk, e)
	case *Across:
		b.across(blk, e)
	case *Aside:
		b.aside(blk, e)
	case *Row:
		b.row(blk, e)
	case *Vertical:
		b.vertical(blk, e)
	case *Drawing:
		b.drawing(blk, e)
	case *Fixed:
		b.fixed(blk, e)
	case *Skip:
		b.add(unit{skip: max(blk.To, 0)}, e)
	case *ColumnBreak:
		b.add(unit{columnBreak: true}, e)
	case *Break:
		b.add(unit{breakBefore: true}, e)
	}
}

// spaced sets blocks and puts space before the first and after the last unit, or
// room inside a box.
func (b *builder) spaced(style *themes.Style, boxed bool, set func()) {
	from := len(b.out.units)
	set()
	first, last := b.ends(from)
	if first == nil || style == nil {
		return
	}
	if boxed {
		first.padTop += style.Box.PadY
		last.padBottom += style.Box.PadY
		first.before, last.after = 0, 0
	}
	first.before, last.after = max(first.before, style.Before), max(last.after, style.After)
	if style.KeepPrevious {
		first.follow = true
	}
	if style.KeepTogether && b.height(from) <= b.press.height/4 {
		for i := from; i < len(b.out.units)-1; i++ {
			b.out.units[i].keep = true
		}
	}
	if style.KeepNext {
		last.keep = true
	}
}

// ends returns the first and the last of the units from an index on that have room in
// the text; nil: there are none.
func (b *builder) ends(from int) (first, last *unit) {
	for i := from; i < len(b.out.units); i++ {
		u := &b.out.units[i]
		if u.fixed != nil || u.skip > 0 {
			continue
		}
		if first == nil {
			first = u
		}
		last = u
	}
	return first, last
}

// height returns what the units from an index on take, without the space between.
func (b *builder) height(from int) page.Length {
	var h page.Length
	for i := from; i < len(b.out.units); i++ {
		if u := &b.out.units[i]; u.fixed == nil {
			h += u.height
		}
	}
	return h
}

// box sets what stands in a frame: a list, a quotation, a callout.
func (b *builder) box(f *Frame, e env, set func(env)) {
	if f.Tag != "" {
		e.tag = b.tag(e.tag, page.Tag{Role: f.Tag, Ordered: f.Ordered})
	}
	if f.Natural {
		e = b.narrow(f, e)
	}
	boxed := false
	e.free = false
	if s := f.Style; s != nil {
		e.x += s.Left
		e.w -= s.Left + s.Right
		if boxed = !s.Box.None() || f.Tone != nil; boxed {
			e.frame = &frame{parent: e.frame, box: s.Box, tone: f.Tone, cols: e.cols, x: e.x, w: e.w}
			inset := s.Box.PadX
			e.x += inset + s.Box.BarSize
			e.w -= 2*inset + s.Box.BarSize
		}
	}
	b.spaced(f.Style, boxed, func() { set(e) })
}

// item sets an entry of a list: its label on the first baseline of its blocks.
func (b *builder) item(it *Item, e env, list int32) {
	tag := b.tag(list, page.Tag{Role: page.RoleLI})
	lbl := int32(0)
	if it.Label != nil {
		lbl = b.tag(tag, page.Tag{Role: page.RoleLbl})
	}
	inner := e
	inner.free = false
	inner.tag = b.tag(tag, page.Tag{Role: page.RoleLBody})
	inner.x += it.Indent
	inner.w -= it.Indent
	from := len(b.out.units)
	b.blocks(it.Blocks, inner)
	label := b.label(it, e, lbl)
	if label == nil {
		return
	}
	first, _ := b.ends(from)
	if first == nil {
		b.add(unit{height: it.labelHeight(b.press)}, e)
		first, _ = b.ends(from)
	}
	first.before = max(first.before, it.Gap)
	if line, ok := first.content.(*lineUnit); ok {
		label.baseline = line.baseline
		first.label = label
		return
	}
	if first.content == nil || first.label != nil {
		first.label = label
		return
	}
	// The blocks do not begin with a line: the label has one of its own.
	u := unit{before: first.before, height: it.labelHeight(b.press), keep: true, label: label, frame: e.frame}
	b.out.units = slices.Insert(b.out.units, from, u)
}

func (it *Item) labelHeight(p *press) page.Length {
	if it.Label != nil {
		return it.Label.Style.Leading
	}
	return p.theme.Style("body").Leading
}

// label sets the label of an item, or draws its box.
func (b *builder) label(it *Item, e env, tag int32) *labelUnit {
	if it.Task != NoTask {
		s := b.press.theme.Style("body")
		return &labelUnit{task: it.Task, x: e.x, size: s.Size, color: s.Color, baseline: b.press.baseline(s), tag: tag}
	}
	if it.Label == nil {
		return nil
	}
	s := it.Label.Style
	p, links := b.paragraph(it.Label, tag, max(it.Indent*2, e.w))
	if len(p.Lines) == 0 {
		return nil
	}
	line := &p.Lines[0]
	x := e.x
	if s.Align == themes.Right {
		x += it.Indent - line.X - line.Width - s.Size/3
	} else if s.Align == themes.Center {
		x += (it.Indent-line.Width)/2 - line.X
	}
	b.out.paragraphs++
	return &labelUnit{lineUnit: &lineUnit{line: line, x: x, role: s.Role, paragraph: b.out.paragraphs - 1, links: links}, baseline: b.press.baseline(s)}
}

// divider sets a break in the text. At the top of a page the page is the break.
func (b *builder) divider(d *Divider, e env) {
	s := d.Style
	from := len(b.out.units)
	if d.Look.Rule.Width > 0 && d.Look.Text == "" {
		w := d.Look.Rule.Length
		if w == 0 || w > e.w {
			w = e.w
		}
		b.add(unit{before: s.Before, after: s.After, height: s.Leading, content: &ruleUnit{x: e.x + (e.w-w)/2, y: s.Leading / 2, w: w, rule: d.Look.Rule}}, e)
	} else {
		b.text(&Text{Style: s, Inlines: []Inline{{Text: d.Look.Text, Source: -1}}, Tag: artifact}, e)
	}
	for i := from; i < len(b.out.units); i++ {
		b.out.units[i].dropAtTop = true
	}
}

// artifact is the role of text that is no content.
const artifact page.Role = "Artifact"
