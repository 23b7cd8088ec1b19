package taking

import (
	"slices"
	"sort"

	"fyne.io/fyne/v2"
)

// anchor is a place that both texts have, as they are shown.
type anchor struct{ raw, clean int }

// anchorsOf are the beginnings and ends of both texts and the changes between them, in
// order.
func anchorsOf(lines []line, raw, clean int) []anchor {
	all := []anchor{{0, 0}}
	for _, l := range lines {
		if !l.gone && !l.tracked {
			all = append(all, anchor{l.inRaw.Start, l.inClean.Start}, anchor{l.inRaw.End, l.inClean.End})
		}
	}
	slices.SortStableFunc(all, func(a, b anchor) int { return a.raw - b.raw })
	out := all[:1]
	for _, a := range append(all, anchor{raw, clean}) {
		if last := out[len(out)-1]; a.raw > last.raw && a.clean >= last.clean {
			out = append(out, a)
		}
	}
	return out
}

// across is the place of one text that belongs to a place of the other.
func across(at int, n int, from, to func(i int) int) int {
	i := sort.Search(n, func(i int) bool { return from(i) > at }) - 1
	switch {
	case i < 0:
		return 0
	case i+1 == n:
		return to(i)
	}
	return to(i) + (at-from(i))*(to(i+1)-to(i))/(from(i+1)-from(i))
}

// together has both texts scrolled together.
func (p *Pane) together() {
	p.raw.scrolled = func() { p.beside(p.raw, p.clean) }
	p.clean.scrolled = func() { p.beside(p.clean, p.raw) }
	p.raw.tapped = func(at int) { p.tappedAt(at, func(l line) (int, int) { return l.inRaw.Start, l.inRaw.End }) }
	p.clean.tapped = func(at int) { p.tappedAt(at, func(l line) (int, int) { return l.inClean.Start, l.inClean.End }) }
	for _, t := range []*text{p.raw, p.clean} {
		t.key, t.shortcut = p.key, p.shortcut
	}
}

// beside scrolls the other text to what one shows.
func (p *Pane) beside(one, other *text) {
	if p.out == nil {
		return
	}
	a := p.out.anchors
	raw, clean := func(i int) int { return a[i].raw }, func(i int) int { return a[i].clean }
	if one == p.clean {
		raw, clean = clean, raw
	}
	other.showTop(across(one.top(), len(a), raw, clean))
}

// tappedAt chooses the line of a change that was tapped in a text.
func (p *Pane) tappedAt(at int, place func(line) (from, to int)) {
	for n, i := range p.listed {
		if from, to := place(p.lines[i]); from <= at && at < to {
			p.list.pick(n)
			break
		}
	}
	p.focus()
}

// focus gives the keys to the list, from which a click took them.
func (p *Pane) focus() {
	if c := fyne.CurrentApp().Driver().CanvasForObject(p.list); c != nil {
		c.Focus(p.list)
	}
}
