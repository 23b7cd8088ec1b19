package layout

import (
	"safety365/bulletins/page"
	"safety365/bulletins/paragraph"
	"safety365/themes"
)

// Fit asks for the largest size of type, at the same ratio of leading to size, at which a
// text stands in its measure with no word divided, in lines that are about equally long.
// Where no size fits the least is taken and reported as fit-overfull.
type Fit struct {
	Least, Most page.Length // sizes
	Lines       int         // at most so many; 0: any number
	Height      page.Length // at most so much; 0: any
}

// fit returns a text at the size that it asks for, in a measure of its own. Sizes are
// tried downwards, each a fiftieth smaller, and then between the last two: a smaller
// one need not have better lines. A size whose lines part words that belong together is
// passed by, unless what is found below it is much smaller.
func (b *builder) fit(t *Text, measure page.Length) *Text {
	f := t.Fit
	least := max(f.Least, page.Pt)
	var loose page.Length // the largest at which no word is divided
	above := max(f.Most, least)
	for size := above; ; size = max(size-size/50-1, least) {
		switch b.parts(t, size, measure) {
		case paragraph.Words:
			return b.atSize(t, b.largest(t, size, above, measure))
		case paragraph.Bound:
			loose = max(loose, size)
		}
		if loose > 0 && size < loose*3/4 || size == least {
			break
		}
		above = size
	}
	if loose > 0 {
		return b.atSize(t, loose)
	}
	b.problem("fit-overfull", sourceOf(t), "size", least.Decimal(1), "text", shortened(plain(t)))
	return b.atSize(t, least)
}

// largest looks for a size that is not much larger than one that fits.
func (b *builder) largest(t *Text, fits, above, measure page.Length) page.Length {
	for above-fits > page.Pt/8 {
		size := fits + (above-fits)/2
		if b.parts(t, size, measure) == paragraph.Words {
			fits = size
		} else {
			above = size
		}
	}
	return fits
}

// parts says what the lines of a text part at a size: too many lines are as bad as a
// word that is divided.
func (b *builder) parts(t *Text, size, measure page.Length) paragraph.Cut {
	try := b.trial()
	own := try.atSize(t, size)
	p, _ := try.paragraph(own, 0, measure)
	n := len(p.Lines)
	if t.Fit.Lines > 0 && n > t.Fit.Lines || t.Fit.Height > 0 && page.Length(n)*own.Style.Leading > t.Fit.Height {
		return paragraph.Inside
	}
	worst := paragraph.Words
	for i := range p.Lines {
		l := &p.Lines[i]
		if l.Emergency || l.Overfull > 0 {
			return paragraph.Inside
		}
		worst = max(worst, l.Cut)
	}
	return worst
}

// atSize returns a text at a size of type, with the space round it that it has.
func (b *builder) atSize(t *Text, size page.Length) *Text {
	of, formats := t.Style, b.press.formats
	c, sized := *t, *formats.sized(of, of.Size, size)
	sized.Before, sized.After, sized.Left, sized.Right, sized.Box = of.Before, of.After, of.Left, of.Right, of.Box
	sized.Balance, sized.Hyphens = true, false
	c.Style, c.Fit, c.Inlines = &sized, nil, make([]Inline, len(t.Inlines))
	for i, l := range t.Inlines {
		if l.Style == nil {
			l.Style = of
		}
		l.Style = formats.sized(l.Style, of.Size, size)
		c.Inlines[i] = l
	}
	return &c
}

// smallest is how far fixed type shrinks, and step how much at a time, in per cent.
const (
	smallest = 60
	step     = 4
)

// fitted sets what is fixed, in smaller type if it must.
func (b *builder) fitted(f *Fixed, at page.Rect, tag int32) *pane {
	p := b.pane(b.shrunk(f, at), f.Style, at.W, tag)
	if over := p.box.H - at.H; at.H > 0 && over > page.Pt/100 {
		b.problem("fixed-overfull", -1, "by", over.Decimal(1), "text", excerptOf(p))
	}
	return p
}

// shrunk returns the blocks of what is fixed at the size that they have room at.
func (b *builder) shrunk(f *Fixed, at page.Rect) []Block {
	blocks := f.Blocks
	for percent := 100; f.Fit && at.H > 0 && percent >= smallest; percent -= step {
		if blocks = f.Blocks; percent < 100 {
			blocks = b.press.formats.scaling(percent).blocks(f.Blocks)
		}
		try := b.trial()
		if p := try.pane(blocks, f.Style, at.W, 0); p.box.H <= at.H && !try.overfull() {
			break
		}
	}
	return blocks
}

// overfull reports whether a line was too long.
func (b *builder) overfull() bool {
	for _, p := range b.out.problems {
		if p.Code == "line-overfull" || p.Code == "fit-overfull" {
			return true
		}
	}
	return false
}

// excerptOf returns the beginning of the first line of panes.
func excerptOf(panes ...*pane) (text string) {
	for _, p := range panes {
		if line := firstLine(p.asideUnit); line != nil && text == "" {
			text = excerpt(line)
		}
	}
	return text
}

// sourceOf returns where a text begins in its block, or -1.
func sourceOf(t *Text) int32 {
	for i := range t.Inlines {
		if o := t.Inlines[i].Source; o >= 0 {
			return o
		}
	}
	return -1
}

// measureOf returns the room that the lines of a text have in an env: where they begin
// and how long they are.
func measureOf(s *themes.Style, e env) (x, w page.Length) {
	x, w = e.x+s.Left, max(e.w-s.Left-s.Right, s.Size)
	if !s.Box.None() {
		x += s.Box.PadX + s.Box.BarSize
		w = max(w-2*s.Box.PadX-s.Box.BarSize, s.Size)
	}
	return x, w
}
