package preview

import (
	"slices"

	"fyne.io/fyne/v2"

	"safety365/app/ui"
	"safety365/bulletins/page"
)

// arrange works out the scale and lays the pages on the desk.
func (p *Preview) arrange() {
	if p.sheets == nil {
		return
	}
	t := p.sheets.Theme
	p.format.sheet, p.format.bleed = t.Page.Size, bleedOf(t, p.state.Overlays)
	p.format.pixel = p.pixels()
	p.layout = arrangement{mode: p.state.Mode, pages: p.pages(), view: p.scroll.Size(), single: p.number, backward: t.Typeset.Vertical()}
	if p.state.Fit != FitNone && p.layout.view.Width > 2*edge {
		p.percent = fitted(p.state.Fit, &p.layout, &p.format)
	}
	p.percent = min(max(p.percent, minPercent), maxPercent)
	p.format.units = p.percent / 100 * unitsPerInch / 72
	p.layout.page = p.format.size()
	if needs := p.layout.size(); needs != p.desk.needs {
		p.desk.needs = needs
		p.scroll.Refresh()
	}
	p.look()
	p.placeCaret()
	if now := p.rounded(); now != p.told {
		p.told = now
		p.bar.update()
		if p.options.Zoomed != nil {
			p.options.Zoomed(now)
		}
	}
}

// rounded is the scale in whole per cent.
func (p *Preview) rounded() int { return int(p.percent + 0.5) }

// pixels is how many pixels of the screen a unit of the canvas has.
func (p *Preview) pixels() float64 {
	if c := fyne.CurrentApp().Driver().CanvasForObject(p); c != nil {
		const long = 10000
		if x, _ := c.PixelCoordinateForPosition(fyne.NewPos(long, 0)); x > 0 {
			return float64(x) / long
		}
	}
	return 1
}

// check is called while pages are painted. When the window has gone to a screen of other
// pixels, all is worked out again.
func (p *Preview) check() {
	if p.pixels() != p.format.pixel {
		ui.Do(p.arrange)
	}
}

// look brings the leaves in line with what is in view: pages that came into view get
// one, with the picture if it is there; the missing pictures are asked for.
func (p *Preview) look() {
	top, height := p.scroll.Offset.Y, p.layout.view.Height
	first, last := p.layout.within(top, top+height)
	near, far := p.layout.within(top-height/2, top+height*3/2)
	moved := false
	for n, l := range p.leaves {
		if n < near || n >= far {
			l.clear()
			p.free = append(p.free, l)
			delete(p.leaves, n)
			moved = true
		}
	}
	var orders, later []order
	for n := near; n < far; n++ {
		moved = moved || p.leaves[n] == nil
		l := p.leaf(n)
		l.place(p.layout.place(n), p.layout.page)
		o := orderOf(p.sheets.Pages.Page(n), &p.format, p.state.Overlays, p.sheets.Theme)
		if img := p.room.get(o); img != nil {
			l.show(o, img)
		}
		if n >= first && n < last {
			orders = append(orders, o)
		} else {
			later = append(later, o)
		}
	}
	if moved {
		p.fill()
	}
	p.room.want(append(orders, later...), len(orders))
	p.wants.Store(&wish{first, last, p.format, p.state.Overlays})
	p.notice()
}

// leaf returns the leaf of a page.
func (p *Preview) leaf(n int) *leaf {
	l := p.leaves[n]
	if l == nil {
		if k := len(p.free) - 1; k >= 0 {
			l, p.free = p.free[k], p.free[:k]
		} else {
			l = newLeaf(p.check)
		}
		l.number = n
		l.paint(p.edgeColors())
		p.leaves[n] = l
	}
	return l
}

// fill puts the leaves on the desk in the order of their pages.
func (p *Preview) fill() {
	all := make([]*leaf, 0, len(p.leaves))
	for _, l := range p.leaves {
		all = append(all, l)
	}
	slices.SortFunc(all, func(a, b *leaf) int { return a.number - b.number })
	p.desk.fill(all)
}

// post tells the widgets' goroutine, once, that pictures are ready.
func (p *Preview) post() {
	if p.posted.CompareAndSwap(false, true) {
		ui.Do(func() {
			p.posted.Store(false)
			p.take()
		})
	}
}

// take shows the pictures that have come.
func (p *Preview) take() {
	if p.sheets == nil {
		return
	}
	for n, l := range p.leaves {
		if n >= p.pages() {
			continue
		}
		o := orderOf(p.sheets.Pages.Page(n), &p.format, p.state.Overlays, p.sheets.Theme)
		if l.shown == o {
			continue
		}
		if img := p.room.get(o); img != nil {
			l.show(o, img)
		}
	}
}

// notice finds the page that is looked at: the one in the middle of the view.
func (p *Preview) notice() {
	if p.state.Mode != Single {
		p.turned(p.layout.at(p.middle()))
	}
}

func (p *Preview) turned(number int) {
	if number == p.number {
		return
	}
	p.number = number
	p.bar.update()
	p.thumbs.choose(number)
	if p.options.Turned != nil {
		p.options.Turned(number)
	}
}

// middle is the point of the desk in the middle of the view.
func (p *Preview) middle() fyne.Position {
	return p.scroll.Offset.AddXY(p.layout.view.Width/2, p.layout.view.Height/2)
}

// pointAt is the point of a page at a place on the desk.
func (p *Preview) pointAt(at fyne.Position) (number int, point page.Point) {
	number = p.layout.at(at)
	return number, p.format.point(at.Subtract(p.layout.place(number)))
}
