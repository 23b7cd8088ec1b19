package preview

import (
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
)

// scroller moves the desk below the view, and with Ctrl changes the scale.
type scroller struct {
	container.Scroll
	preview *Preview
}

func newScroller(p *Preview) *scroller {
	s := &scroller{preview: p}
	s.Content, s.Direction = p.desk, container.ScrollBoth
	s.OnScrolled = func(fyne.Position) { p.look() }
	s.ExtendBaseWidget(s)
	return s
}

// Scrolled takes the wheel.
func (s *scroller) Scrolled(e *fyne.ScrollEvent) {
	p := s.preview
	switch held := modifiers(); {
	case held&fyne.KeyModifierShortcutDefault != 0:
		p.zoomAt(p.percent*math.Exp(float64(e.Scrolled.DY)/100), s.Offset.Add(e.Position))
		return
	case held&fyne.KeyModifierShift != 0 && e.Scrolled.DX == 0:
		e.Scrolled.DX, e.Scrolled.DY = e.Scrolled.DY, 0
	}
	p.byHand()
	if !p.turnBy(e.Scrolled.DY) {
		s.Scroll.Scrolled(e)
	}
}

// modifiers are the keys held down; the driver of tests does not say.
func modifiers() fyne.KeyModifier {
	if d, ok := fyne.CurrentApp().Driver().(desktop.Driver); ok {
		return d.CurrentKeyModifiers()
	}
	return 0
}
