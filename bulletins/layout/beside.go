package layout

import (
	"slices"

	"safety365/bulletins/page"
	"safety365/bulletins/paragraph"
	"safety365/themes"
)

// A picture at a side has the text after it beside it: it takes no height of its own,
// and narrows the lines of the paragraphs that follow until it has ended. What takes
// part stays on one page. Blocks are otherwise set without knowing each other, so
// these few are set again, one after the other, and at most maxBeside of them.

// maxBeside is how many blocks may stand beside a picture.
const maxBeside = 12

// measureBeside is how many em text beside a picture must have for its lines.
const measureBeside = 9

// intrusion is the room that a picture takes at a side of what follows.
type intrusion struct {
	right bool
	w     page.Length
	h     page.Length // down from the end of the unit before; 0: none
	after page.Length // of that unit
	begun bool        // a paragraph stands beside it
}

// isBeside reports whether a block is a picture that wants text beside it.
func isBeside(blk Block) bool {
	f, ok := blk.(*Figure)
	return ok && f.Side != ""
}

// flowsBeside reports whether the first of blocks may stand beside a picture.
func flowsBeside(blocks []Block) bool {
	if len(blocks) == 0 {
		return false
	}
	t, ok := blocks[0].(*Text)
	return ok && t.Outline == 0 && !t.Literal && !t.Spread && t.Fit == nil && t.Drop < 2 && t.Style.Box.None() && !t.Style.KeepNext &&
		t.Style.Align != themes.Center && t.Style.Align != themes.Right && !refers(t)
}

// blocks sets blocks that stand below one another.
func (b *builder) blocks(blocks []Block, e env) {
	for i, blk := range blocks {
		b.blockBefore(blk, blocks[i+1:], e)
	}
}

// blockBefore sets a block, knowing what follows.
func (b *builder) blockBefore(blk Block, next []Block, e env) {
	if f, ok := blk.(*Figure); !ok || f.Side == "" || b.in.h > 0 || !b.figureBeside(f, next, e) {
		b.block(blk, e)
	}
	if b.in.h > 0 && !flowsBeside(next) {
		b.add(unit{height: b.in.h, follow: true}, e)
		b.in = intrusion{}
	}
}

// chains sets the blocks again that stand beside pictures.
func (p *press) chains(s *paragraph.Setter, blocks []Block, ms []*material) {
	for i := range blocks {
		if !isBeside(blocks[i]) {
			continue
		}
		end := min(len(blocks), i+1+maxBeside)
		var in intrusion
		for k := i; k == i || k < end && in.h > 0; k++ {
			b := &builder{press: p, setter: s, out: &material{}, in: in}
			b.blockBefore(blocks[k], blocks[k+1:end], p.env())
			ms[k], in = b.finish(blocks[k]), b.in
		}
	}
}

// nearBeside reports whether a picture may have the block after these beside it.
func nearBeside(blocks []Block) bool {
	return slices.ContainsFunc(blocks[max(0, len(blocks)-maxBeside-1):], isBeside)
}

// figureBeside sets a picture at a side, unless the text beside it would be too narrow
// or less than two lines.
func (b *builder) figureBeside(f *Figure, next []Block, e env) bool {
	if !flowsBeside(next) {
		return false
	}
	t := next[0].(*Text)
	size, gap := t.Style.Size, t.Style.Size*3/2
	own := *f
	if f.Width == 0 && f.Share == 0 {
		own.Share = 40
	}
	w := b.pictureSize(&own, e.w).W
	if b.press.vertical {
		w = b.pictureSize(&own, e.w).H
	}
	if e.w-w-gap < measureBeside*size || !flowsBeside(next[1:]) && !b.twoLines(t, e.w-w-gap) {
		return false
	}
	side := e
	side.w = w
	if f.Side == "right" {
		side.x += e.w - w
	}
	own.Share, own.Width = 100, 0
	from := len(b.out.units)
	b.figure(&own, side)
	a := asideOf(slices.Clone(b.out.units[from:]), (t.Style.Leading-size)/2)
	b.out.units = b.out.units[:from]
	u := unit{keep: true, content: a, before: t.Style.Before}
	for i := range a.units {
		u.notes, u.dests = append(u.notes, a.units[i].u.notes...), append(u.dests, a.units[i].u.dests...)
	}
	b.add(u, e)
	b.in = intrusion{right: f.Side == "right", w: w + gap, h: a.height + size/2}
	return true
}

// twoLines reports whether a paragraph has two lines in a width.
func (b *builder) twoLines(t *Text, w page.Length) bool {
	trial := builder{press: b.press, setter: b.setter, out: &material{}}
	p, _ := trial.paragraph(t, 0, w)
	return len(p.Lines) > 1
}

// beside sets a paragraph beside a picture.
func (b *builder) beside(t *Text, tag int32, w page.Length) (*paragraph.Paragraph, []Link, narrowing) {
	in, links := b.input(t, tag)
	n := narrowing{left: b.in.w}
	if b.in.right {
		n.left, n.right = 0, b.in.w
	}
	if room := b.in.h - b.in.gap(t.Style); room > 0 {
		n.lines = int((room + t.Style.Leading - 1) / t.Style.Leading)
	}
	n.narrow(in, w)
	return b.lines(in), links, n
}

// gap is the space before a paragraph beside a picture; the first has none.
func (in *intrusion) gap(s *themes.Style) page.Length {
	if !in.begun {
		return 0
	}
	return max(in.after, s.Before)
}

// pass goes on below the lines of a paragraph, which stay together as far as the
// picture reaches.
func (in *intrusion) pass(units []unit, s *themes.Style) {
	if !in.begun {
		units[0].before = 0
	}
	in.h -= in.gap(s)
	for i := range units {
		in.h -= units[i].height
		units[i].keep = units[i].keep || in.h > 0
	}
	in.after, in.begun = s.After, true
	if in.h <= 0 {
		*in = intrusion{}
	}
}

// asideUnit is units that stand beside others.
type asideUnit struct {
	units  []placed
	top    page.Length
	height page.Length
	rules  []columnRule
}

// asideOf stacks units.
func asideOf(units []unit, top page.Length) *asideUnit {
	a := &asideUnit{top: top}
	after := page.Length(0)
	for i := range units {
		u := &units[i]
		if i > 0 {
			a.height += max(after, u.before)
		}
		a.units = append(a.units, placed{u: u, y: a.height + u.padTop})
		a.height += u.padTop + u.height + u.padBottom
		after = u.after
	}
	return a
}
