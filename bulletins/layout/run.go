package layout

import (
	"slices"

	"safety365/bulletins/page"
)

// run is one way through a flow.
type run struct {
	flow     *Flow
	opts     Options
	press    *press
	setters  *setters
	pages    *paginator
	book     *page.Book
	problems []Problem
	// fontProblems are those of the fonts that the theme names.
	fontProblems []Problem
	seen         map[*Note]bool
	hold         bool // pages wait until their number is known
	count        int
	total        int
	numbers      int // paragraphs so far
	heads        *furniture
	// What the flow has beside its blocks, see [run.begin].
	standing  []standing
	imprint   []*material
	foot      []*placing // of the imprint
	additions []*placing
	early     int // paragraphs of what comes before the text
}

func newRun(flow *Flow, opts Options) *run { return newRunWith(flow, opts, newSetters(opts)) }

func newRunWith(flow *Flow, opts Options, s *setters) *run {
	r := &run{
		flow: flow, opts: opts, press: newPress(flow, opts), setters: s,
		book: &page.Book{Info: flow.Info, Dests: map[string]page.Dest{}, Tags: page.NewTagTree()},
		seen: map[*Note]bool{},
	}
	r.press.formats, r.fontProblems = newFormats(flow.Theme)
	r.problems = slices.Clone(r.fontProblems)
	r.pages = r.press.paginator()
	r.heads = newFurniture(flow, r.press)
	r.hold = r.heads.wantsTotal() || flow.waits()
	return r
}

func newPress(flow *Flow, opts Options) *press {
	area := flow.Theme.Area(1)
	vertical := flow.Theme.Typeset.Vertical()
	if vertical {
		area.W, area.H = area.H, area.W
	}
	p := &press{vertical: vertical, theme: flow.Theme, lang: flow.Info.Language, width: area.W, height: area.H}
	look := &flow.Theme.Columns
	p.cols = columnsIn(env{w: p.width}, flow.Theme.Page.Columns, look.Gap, flow.Theme.Style("body").Size, look.Rule)
	return p
}

func (p *press) paginator() *paginator {
	n := &p.theme.Footnotes
	return &paginator{height: p.height, heights: [2]page.Length{p.height, p.across().height}, foot: p.noteFoot(),
		grid: p.theme.Typeset.Grid, byPage: n.Restart == "page", numbers: map[*Note]int{},
		margin: p.sideMargin()}
}

// place gives materials their place in the flow: tags, paragraph numbers, notes.
func (r *run) place(ms []*material, from int) {
	for i, m := range ms {
		pl := r.placing(m, r.flow.source(from+i))
		r.pages.blocks = append(r.pages.blocks, pl)
		for k, n := range m.notes {
			if r.seen[n] && !n.Side || m.noteUnits[k] == nil { // equal blocks share their side notes
				pl.notes = append(pl.notes, nil)
				continue
			}
			r.seen[n] = true
			note := r.placing(m.noteUnits[k], n.Source)
			if note.note = n; n.Side { // its text stands among the block's
				note.note, note.source = nil, pl.source
			}
			pl.notes = append(pl.notes, note)
		}
		r.problems = append(r.problems, pl.problems()...)
		r.tell(pl)
	}
}

// source returns the top-level block that a block comes from.
func (f *Flow) source(block int) int32 {
	if block < len(f.Sources) {
		return f.Sources[block]
	}
	return -1
}

func (r *run) placing(m *material, source int32) *placing {
	pl := &placing{m: m, source: source, paragraph: r.numbers}
	r.numbers += m.paragraphs
	if r.book.Tags != nil {
		pl.tags = r.tag(m)
	}
	return pl
}

// tell passes on the fallbacks of a block and its notes.
func (r *run) tell(pl *placing) {
	if r.opts.Fallback == nil {
		return
	}
	for _, f := range pl.m.fallbacks {
		f.Block = pl.source
		r.opts.Fallback(f)
	}
	for _, n := range pl.notes {
		if n != nil {
			r.tell(n)
		}
	}
}

// problems returns what was found amiss in a block and its notes.
func (pl *placing) problems() []Problem {
	var out []Problem
	for _, p := range pl.m.problems {
		p.Block, p.Note = pl.source, pl.noteOf()
		out = append(out, p)
	}
	for _, n := range pl.notes {
		if n != nil {
			out = append(out, n.problems()...)
		}
	}
	return out
}

// tag adds the tags of a material to the book and returns the number of the first.
func (r *run) tag(m *material) page.TagID {
	first := page.TagID(len(r.book.Tags.Nodes))
	for _, t := range m.tags {
		parent := page.RootTag
		if t.parent != 0 {
			parent = first + page.TagID(t.parent) - 1
		}
		r.book.Tags.Add(parent, t.Tag)
	}
	return first
}

// index notes the bookmarks and destinations of a page.
func (r *run) index(pl *plan) {
	_, area := r.press.sheet(pl)
	pl.each(func(p *placed) {
		if p.artifact {
			return
		}
		p.u.each(area.X+p.x, area.Y+p.y, func(u *unit, x, y page.Length) {
			at := page.Dest{Page: pl.number, At: page.Point{X: x, Y: y}}
			if r.press.vertical && p.u.fixed == nil {
				at.At.Y = area.Y
			}
			for _, name := range u.dests {
				if _, ok := r.book.Dests[name]; !ok && name != "" {
					r.book.Dests[name] = at
				}
			}
			if o := u.outline; o != nil {
				r.outline(o, p.in, at)
			}
		})
	})
}

func (r *run) outline(o *outline, in *placing, at page.Dest) {
	id := o.id
	if id == "" {
		id = outlineDest(o, len(r.book.Outline)+1)
		r.book.Dests[id] = at
	}
	e := page.OutlineEntry{Title: o.title, Level: o.level, Dest: id}
	if in.tags > 0 && o.tag > 0 {
		e.Tag = in.tags + page.TagID(o.tag) - 1
	}
	r.book.Outline = append(r.book.Outline, e)
}

// levelled closes the gaps in the levels of bookmarks.
func levelled(entries []page.OutlineEntry) []page.OutlineEntry {
	var open []int // stated levels of the entries above
	for i := range entries {
		for len(open) > 0 && open[len(open)-1] >= entries[i].Level {
			open = open[:len(open)-1]
		}
		open = append(open, entries[i].Level)
		entries[i].Level = len(open)
	}
	return entries
}

// draw makes a page of its plan.
func (p *press) draw(pl *plan, heads *furniture, total int) *page.Page {
	t := p.theme
	size, area := p.sheet(pl)
	out := &page.Page{Number: pl.number, Label: itoa(pl.number + 1), Trim: size, Bleed: t.Page.Bleed}
	d := &drawer{page: out, numbers: pl.numbers, unnumbered: pl.unnumbered}
	p.fixed(d, pl, area, func() { heads.mark(d) })
	if pl.blank {
		return out
	}
	sheet, first, line := area, len(out.Items), len(out.Lines)
	if p.vertical {
		area = page.Rect{X: sheet.Y, Y: out.Trim.W - sheet.X - sheet.W, W: sheet.H, H: sheet.W}
	}
	d.left = area.X
	d.units(pl.units, area.Y)
	d.columnRules(pl.rules, area)
	noted := area
	noted.Y -= pl.lift
	d.noteRules(pl.noteRules, t.Footnotes.Rule, noted)
	d.units(pl.notes, noted.Y)
	d.units(pl.imprint, area.Y)
	d.units(pl.sides, area.Y)
	if p.vertical {
		(&turning{at: out.Trim.W}).turn(out, first, line)
	}
	heads.draw(d, pl.number+1, total, sheet)
	return out
}
