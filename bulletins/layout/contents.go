package layout

import (
	"slices"

	"safety365/bulletins/page"
	"safety365/themes"
)

// Contents is the table of contents: the headings of the flow with their pages.
// Layout makes its entries when all headings are known, and their numbers when all
// pages are.
type Contents struct {
	Levels []*themes.Style // of entries by level; the last serves all deeper
	Depth  int             // how many levels are listed
}

func (*Contents) isBlock() {}

// entry is a line of the contents.
type entry struct {
	title string
	level int
	dest  string
	page  int // from 0
}

// fields says which blocks of a flow can be set only when the pages are known.
func fields(blocks []Block) []int {
	var out []int
	for i, blk := range blocks {
		if refers(blk) {
			out = append(out, i)
		}
	}
	return out
}

// refers reports whether a block holds contents or the number of a page.
func refers(blk Block) bool {
	switch blk := blk.(type) {
	case *Contents:
		return true
	case *Text:
		return slices.ContainsFunc(blk.Inlines, func(l Inline) bool { return l.PageOf != "" })
	case *Frame:
		return slices.ContainsFunc(blk.Blocks, refers)
	case *Vertical:
		return slices.ContainsFunc(blk.Blocks, refers)
	case *Columns:
		return slices.ContainsFunc(blk.Blocks, refers)
	case *Across:
		return slices.ContainsFunc(blk.Blocks, refers)
	case *Item:
		return slices.ContainsFunc(blk.Blocks, refers)
	case *Turn:
		return slices.ContainsFunc(blk.Blocks, refers)
	case *Fixed:
		return slices.ContainsFunc(blk.Blocks, refers)
	case *Row:
		return slices.ContainsFunc(blk.Cells, func(c RowCell) bool { return slices.ContainsFunc(c.Blocks, refers) })
	}
	return false
}

// entriesOf lists the headings of materials, the title of the document left out.
func entriesOf(ms []*material) []entry {
	var out []entry
	n, firsts := 0, 0
	for _, m := range ms {
		for i := range m.units {
			m.units[i].each(0, 0, func(u *unit, _, _ page.Length) {
				if o := u.outline; o != nil && (u.fixed == nil || !u.fixed.artifact) {
					n++
					if o.level == 1 {
						firsts++
					}
					out = append(out, entry{title: o.title, level: o.level, dest: outlineDest(o, n)})
				}
			})
		}
	}
	if firsts == 1 && out[0].level == 1 {
		out = out[1:]
	}
	least := 1 << 30
	for _, e := range out {
		least = min(least, e.level)
	}
	for i := range out {
		out[i].level -= least - 1
	}
	return out
}

// outlineDest is the destination of the n-th heading.
func outlineDest(o *outline, n int) string {
	if o.id != "" {
		return o.id
	}
	return "h-" + itoa(n)
}

// maxRounds bounds how often pages are made again because a number that they print
// became longer and moved what it counts.
const maxRounds = 4

// resolve sets the blocks that print page numbers again until the numbers are right.
func (r *run) resolve(fields []int) {
	for range maxRounds {
		start := *r.pages
		var plans []plan
		for {
			pl, ok := r.pages.next()
			if !ok {
				break
			}
			plans = append(plans, pl)
		}
		plans = r.complete(plans)
		*r.pages = start
		r.pages.slab = nil
		dests := map[string]int{}
		outlines := 0
		for i := range plans {
			plans[i].each(func(p *placed) {
				if p.artifact {
					return
				}
				p.u.each(0, 0, func(u *unit, _, _ page.Length) {
					if u.outline != nil {
						outlines++
						dests[outlineDest(u.outline, outlines)] = plans[i].number
					}
					for _, d := range u.dests {
						if _, ok := dests[d]; !ok {
							dests[d] = plans[i].number
						}
					}
				})
			})
		}
		if !r.press.know(dests) {
			return
		}
		for _, i := range fields {
			r.pages.blocks[i].m = r.press.set(r.setters.all[0], r.flow.Blocks[i])
		}
	}
}

// know takes over the pages of destinations and reports whether any number that is
// printed has changed.
func (p *press) know(dests map[string]int) bool {
	changed := len(p.dests) != len(dests)
	for d, n := range dests {
		changed = changed || p.dests[d] != n
	}
	p.dests = dests
	for i := range p.entries {
		p.entries[i].page = dests[p.entries[i].dest]
	}
	return changed
}

// contents sets the entries: the title at the left, the page at the right end of its
// last line, dots between.
func (b *builder) contents(c *Contents, e env) {
	toc := b.tag(e.tag, page.Tag{Role: page.RoleTOC})
	for _, en := range b.press.entries {
		if c.Depth > 0 && en.level > c.Depth || len(c.Levels) == 0 {
			continue
		}
		style := c.Levels[min(en.level, len(c.Levels))-1]
		item := b.tag(toc, page.Tag{Role: page.RoleTOCI})
		b.contentsEntry(en, style, e, item)
	}
}

func (b *builder) contentsEntry(en entry, style *themes.Style, e env, item int32) {
	gap := style.Size
	number := &Text{Style: style, Inlines: []Inline{{Text: itoa(en.page + 1), Source: -1}}}
	in, _ := b.input(number, 0)
	numberWidth, _ := b.setter.Natural(in)
	room := max(numberWidth, 2*style.Size) + gap
	link := &Link{Dest: en.dest}
	own := *style
	own.Right += room
	own.Align = themes.Left
	t := &Text{Style: &own, Tag: page.RoleReference, Inlines: []Inline{{Text: en.title, Style: style, Link: link, Source: -1}}}
	inner := e
	inner.tag = item
	from := len(b.out.units)
	b.text(t, inner)
	if from == len(b.out.units) {
		return
	}
	last := &b.out.units[len(b.out.units)-1]
	title, ok := last.content.(*lineUnit)
	if !ok {
		return
	}
	tag := b.tag(item, page.Tag{Role: page.RoleReference})
	set, links := b.paragraph(&Text{Style: style, Inlines: []Inline{{Text: itoa(en.page + 1), Style: style, Link: link, Source: -1}}}, tag, e.w)
	if len(set.Lines) == 0 {
		return
	}
	line := &set.Lines[0]
	right := e.x + e.w - style.Right
	x := right - line.Width - line.X
	last.label = &leaderUnit{
		lineUnit: lineUnit{line: line, x: x, role: style.Role, paragraph: b.out.paragraphs, links: links},
		baseline: title.baseline,
		from:     title.x + title.line.X + title.line.Width + style.Size/2, to: right - line.Width - style.Size/2,
		size: style.Size, color: style.Color,
	}
	b.out.paragraphs++
}

// leaderUnit is the number at the end of an entry with the dots before it.
type leaderUnit struct {
	lineUnit
	baseline page.Length
	from, to page.Length
	size     page.Length
	color    page.Color
}

func (l *leaderUnit) draw(d *drawer, x, y page.Length) {
	// Dots stand on a grid from the right, so that those of all entries line up.
	pitch, side := l.size/2, l.size/11
	for at := l.to; at >= l.from; at -= pitch {
		d.rect(page.Rect{X: x + at, Y: y + l.baseline - side*2, W: side, H: side}, l.color)
	}
	d.line(&l.lineUnit, x+l.x, y+l.baseline)
}
