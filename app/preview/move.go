package preview

import (
	"fyne.io/fyne/v2"

	"safety365/bulletins/page"
)

// moveTo scrolls the desk, no further than it goes.
func (p *Preview) moveTo(at fyne.Position) {
	needs, view := p.desk.needs, p.layout.view
	at.X = max(0, min(at.X, needs.Width-view.Width))
	at.Y = max(0, min(at.Y, needs.Height-view.Height))
	if at == p.scroll.Offset {
		return
	}
	p.scroll.ScrollToOffset(at)
	p.look()
}

// anchored does f, which changes the scale or the arrangement, so that the page under
// a point of the desk stays where it is on the screen.
func (p *Preview) anchored(at fyne.Position, f func()) {
	if p.pages() == 0 {
		f()
		return
	}
	number, point := p.pointAt(at)
	screen := at.Subtract(p.scroll.Offset)
	f()
	inside, _ := p.format.rect(page.Rect{X: point.X, Y: point.Y})
	now := p.layout.place(number).Add(inside)
	p.moveTo(now.Subtract(screen))
}

// zoomAt changes the scale; what is at a point of the desk stays there.
func (p *Preview) zoomAt(percent float64, at fyne.Position) {
	percent = min(max(percent, minPercent), maxPercent)
	if percent == p.percent {
		return
	}
	p.anchored(at, func() {
		p.state.Fit, p.state.Percent = FitNone, int(percent+0.5)
		p.percent = percent
		p.arrange()
	})
	p.changed()
}

// SetZoom shows pages at a scale, in per cent of true size.
func (p *Preview) SetZoom(percent int) { p.zoomAt(float64(percent), p.middle()) }

// ZoomIn and ZoomOut go to the next usual scale.
func (p *Preview) ZoomIn()  { p.zoomAt(stepFrom(p.percent, true), p.middle()) }
func (p *Preview) ZoomOut() { p.zoomAt(stepFrom(p.percent, false), p.middle()) }

// SetFit lets the scale follow the view.
func (p *Preview) SetFit(f Fit) { p.change(func(s *State) { s.Fit = f }) }

// SetMode changes how pages lie.
func (p *Preview) SetMode(m Mode) {
	number := p.number
	p.change(func(s *State) { s.Mode = m })
	p.GoTo(number)
}

// Page is the page that is looked at, from 0.
func (p *Preview) Page() int { return p.number }

// GoTo brings the top of a page into view.
func (p *Preview) GoTo(number int) {
	if p.pages() == 0 {
		return
	}
	number = min(max(number, 0), p.pages()-1)
	if p.state.Mode == Single {
		if number != p.number {
			p.turned(number)
			p.arrange()
			p.placeCaret()
		}
		p.moveTo(fyne.NewPos(p.scroll.Offset.X, 0))
		return
	}
	p.moveTo(fyne.NewPos(p.scroll.Offset.X, p.layout.place(number).Y-edge))
	p.turned(number) // the last pages may not reach the middle of the view
}

// Next and Previous turn the pages.
func (p *Preview) Next()     { p.GoTo(p.number + p.stride()) }
func (p *Preview) Previous() { p.GoTo(p.number - p.stride()) }

func (p *Preview) stride() int {
	if p.state.Mode == Facing && p.number == 0 {
		return 1
	}
	return p.layout.columns()
}

// turnBy turns the page when one that lies alone is scrolled beyond its end.
func (p *Preview) turnBy(dy float32) bool {
	if p.state.Mode != Single || dy == 0 {
		return false
	}
	end := max(0, p.desk.needs.Height-p.layout.view.Height)
	switch {
	case dy < 0 && p.scroll.Offset.Y >= end-1 && p.number+1 < p.pages():
		p.GoTo(p.number + 1)
	case dy > 0 && p.scroll.Offset.Y <= 1 && p.number > 0:
		p.GoTo(p.number - 1)
		p.moveTo(fyne.NewPos(p.scroll.Offset.X, p.desk.needs.Height))
	default:
		return false
	}
	return true
}

// line is how far an arrow key scrolls.
const line = 48

// key moves the pages by a key.
func (p *Preview) key(name fyne.KeyName) {
	at, view := p.scroll.Offset, p.layout.view
	p.byHand()
	switch name {
	case fyne.KeyPageDown, fyne.KeySpace:
		if !p.turnBy(-1) {
			p.moveTo(fyne.NewPos(at.X, at.Y+view.Height-line))
		}
	case fyne.KeyPageUp:
		if !p.turnBy(1) {
			p.moveTo(fyne.NewPos(at.X, at.Y-view.Height+line))
		}
	case fyne.KeyHome:
		p.GoTo(0)
	case fyne.KeyEnd:
		p.GoTo(p.pages() - 1)
		p.moveTo(fyne.NewPos(p.scroll.Offset.X, p.desk.needs.Height))
	case fyne.KeyDown:
		p.moveTo(fyne.NewPos(at.X, at.Y+line))
	case fyne.KeyUp:
		p.moveTo(fyne.NewPos(at.X, at.Y-line))
	case fyne.KeyLeft:
		p.moveTo(fyne.NewPos(at.X-line, at.Y))
	case fyne.KeyRight:
		p.moveTo(fyne.NewPos(at.X+line, at.Y))
	}
}

// jump leads to the text at a point of the desk.
func (p *Preview) jump(at fyne.Position) {
	if p.pages() == 0 || p.options.Jump == nil {
		return
	}
	number, point := p.pointAt(at)
	if offset, ok := p.sheets.Offset(number, point); ok {
		p.options.Jump(offset)
	}
}
