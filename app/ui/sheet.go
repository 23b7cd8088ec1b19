package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// Sheet is a dialog of its own making: nothing but its content, over the window.
type Sheet struct {
	shade  *shade
	canvas fyne.Canvas
	open   bool
	guard  func(close func()) bool
	closed []func()
}

// margin is what a sheet leaves free of the window, at both sides together.
const margin = 40

// NewSheet makes a sheet as large as wanted, or as the window has room for, also when
// that becomes another.
func NewSheet(content fyne.CanvasObject, c fyne.Canvas, size fyne.Size) *Sheet {
	s := newSheet(content, c)
	s.shade.size = size
	return s
}

func newSheet(content fyne.CanvasObject, c fyne.Canvas) *Sheet {
	return &Sheet{shade: newShade(container.NewPadded(content)), canvas: c}
}

// Show shows the sheet; Open shows it so that Escape closes it.
func (s *Sheet) Show() {
	if !s.open {
		s.open = true
		s.shade.Show()
		s.canvas.Overlays().Add(s.shade)
		s.shade.Resize(s.canvas.Size())
		s.shade.Refresh()
	}
}

// SetGuard has ask called before the sheet is closed. Ask says whether there is something
// to lose; then it asks the user, and closes the sheet if they agree.
func (s *Sheet) SetGuard(ask func(close func()) bool) { s.guard = ask }

// Hide closes the sheet, unless its guard asks first.
func (s *Sheet) Hide() {
	if s.open && (s.guard == nil || !s.guard(s.Close)) {
		s.Close()
	}
}

// Close closes the sheet unasked.
func (s *Sheet) Close() {
	if !s.open {
		return
	}
	s.open = false
	s.canvas.Overlays().Remove(s.shade)
	s.shade.Hide()
	for _, f := range s.closed {
		f()
	}
}

// SetOnClosed has f called when the sheet is closed, besides what was set before.
func (s *Sheet) SetOnClosed(f func()) { s.closed = append(s.closed, f) }
