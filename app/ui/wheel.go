package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// Wheel lies over a form and gives what the mouse wheel does to the form's scroll.
// Otherwise an entry under the pointer would keep it, even one that has nothing to
// scroll. Nothing else is taken: Fyne looks for each event who wants it.
type Wheel struct {
	widget.BaseWidget
	scroll *container.Scroll
}

var _ fyne.Scrollable = (*Wheel)(nil)

// NewWheel returns the wheel of a scroll.
func NewWheel(scroll *container.Scroll) *Wheel {
	w := &Wheel{scroll: scroll}
	w.ExtendBaseWidget(w)
	return w
}

// Scrolled is part of fyne.Scrollable.
func (w *Wheel) Scrolled(e *fyne.ScrollEvent) { w.scroll.Scrolled(e) }

// CreateRenderer is part of fyne.Widget.
func (w *Wheel) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.NewWithoutLayout())
}
