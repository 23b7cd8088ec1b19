package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// Sheet is a dialog of its own making: nothing but its content, over the window.
type Sheet struct {
	popup  *widget.PopUp
	closed []func()
}

// NewSheet makes a sheet as large as wanted, or as the window has room for.
func NewSheet(content fyne.CanvasObject, c fyne.Canvas, size fyne.Size) *Sheet {
	s := newSheet(content, c)
	room := c.Size()
	s.popup.Resize(fyne.NewSize(min(size.Width, room.Width-40), min(size.Height, room.Height-40)))
	return s
}

func newSheet(content fyne.CanvasObject, c fyne.Canvas) *Sheet {
	return &Sheet{popup: widget.NewModalPopUp(container.NewPadded(content), c)}
}

// Show shows the sheet; Open shows it so that Escape closes it.
func (s *Sheet) Show() { s.popup.Show() }

// Hide closes the sheet.
func (s *Sheet) Hide() {
	if s.popup.Hidden {
		return
	}
	s.popup.Hide()
	for _, f := range s.closed {
		f()
	}
}

// SetOnClosed has f called when the sheet is closed, besides what was set before.
func (s *Sheet) SetOnClosed(f func()) { s.closed = append(s.closed, f) }
