package layout

import (
	"sort"

	"safety365/bulletins/page"
)

// finder looks for a place in the text.
type finder struct {
	pages *Pages
	want  Origin
	best  Spot // something of the block that is no text
	found bool

	line     *spotLine
	run      *page.GlyphRun
	page     int
	distance int32
}

// block looks at the pages that hold blocks of the wanted source.
func (f *finder) block() {
	blocks, plans := f.pages.blocks, f.pages.plans
	first, last := -1, -1
	for i, pl := range blocks {
		if pl.source == f.want.Block {
			if first < 0 {
				first = i
			}
			last = i
		}
	}
	if first < 0 || f.want.Block < 0 {
		return
	}
	i := sort.Search(len(plans), func(i int) bool { return plans[i].to.block >= first })
	for ; i < len(plans) && (plans[i].from.block <= last || len(plans[i].floats)+len(plans[i].parked) > 0); i++ {
		f.search(&plans[i], func(in *placing) bool { return in.source == f.want.Block && in.note == nil })
	}
}

// note looks at the pages that hold parts of the wanted note.
func (f *finder) note() {
	for i := range f.pages.plans {
		pl := &f.pages.plans[i]
		if len(pl.notes) > 0 {
			f.search(pl, func(in *placing) bool { return in.noteOf() == f.want.Note })
		}
	}
}

// search takes the run of a page whose text is nearest to the wanted place.
func (f *finder) search(pl *plan, wanted func(*placing) bool) {
	f.pages.walk(pl, func(l *spotLine) {
		if l.artifact || !wanted(l.in) {
			return
		}
		for i := range l.line.Runs {
			if run := &l.line.Runs[i]; run.Source.Offset >= 0 && !reading(l.line, i) && f.closer(run) {
				f.line, f.run, f.page, f.distance = l, run, pl.number, f.away(run)
			}
		}
	}, func(in *placing, r page.Rect) {
		if !f.found && wanted(in) {
			f.found = true
			f.best = Spot{Page: pl.number, Line: r, Caret: page.Rect{X: r.X, Y: r.Y, H: r.H}}
		}
	})
}

// away says how far the wanted byte is from a run: 0 inside it.
func (f *finder) away(run *page.GlyphRun) int32 {
	from, to := run.Source.Offset, run.Source.Offset+int32(len(run.Text))
	switch want := max(f.want.Offset, 0); {
	case want < from:
		return 2*(from-want) + 1
	case want >= to:
		return 2 * (want - to + 1)
	}
	return 0
}

// closer compares a run with the best so far.
func (f *finder) closer(run *page.GlyphRun) bool {
	if f.line == nil {
		return true
	}
	d := f.away(run)
	return d < f.distance || d == f.distance && run.Source.Offset > f.run.Source.Offset
}

// spot is what was found.
func (f *finder) spot() Spot {
	out := f.line.spot(f.run, caretIn(f.line.line, f.run, max(f.want.Offset, 0)-f.run.Source.Offset))
	out.Page, out.Origin = f.page, f.want
	return out
}
