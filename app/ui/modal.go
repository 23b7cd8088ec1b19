package ui

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// modal is something that lies over the window: a dialog.
type modal interface {
	Show()
	Hide()
	SetOnClosed(func())
}

// modals are those that are open, the newest last.
var modals []modal

// Open shows a dialog so that Escape closes it. Fyne's dialogs know no keys.
func Open(d modal) {
	d.SetOnClosed(func() { closed(d) })
	modals = append(modals, d)
	d.Show()
}

// Uncovered is called when the last dialog has been closed.
var Uncovered = func() {}

func closed(d modal) {
	if i := slices.Index(modals, d); i >= 0 {
		if modals = slices.Delete(modals, i, i+1); !Covered() {
			Uncovered()
		}
	}
}

// Popup is a small thing over the window that Escape closes as well as a click beside
// it, of which Fyne tells nobody.
type Popup struct {
	*widget.PopUp
	At fyne.Position
}

// Show shows it at its place.
func (p Popup) Show() { p.ShowAtPosition(p.At) }

// SetOnClosed does nothing: that a popup is closed is seen by looking at it.
func (Popup) SetOnClosed(func()) {}

// forget leaves out popups that were closed without saying so.
func forget() {
	modals = slices.DeleteFunc(modals, func(m modal) bool {
		p, ok := m.(Popup)
		return ok && !p.Visible()
	})
}

// Covered says whether a dialog is open: the window under it takes no commands.
func Covered() bool {
	forget()
	over := func(w fyne.Window) bool { return w.Canvas().Overlays().Top() != nil }
	return len(modals) > 0 && slices.ContainsFunc(fyne.CurrentApp().Driver().AllWindows(), over)
}

// Escape closes the newest dialog and says whether there was one.
func Escape() bool {
	if forget(); len(modals) == 0 {
		return false
	}
	modals[len(modals)-1].Hide()
	return true
}

// Leave calls then, once the user agrees to lose what a sheet over the window still has
// to lose.
func Leave(then func()) {
	for _, m := range slices.Backward(modals) {
		s, ok := m.(interface{ sheet() *Sheet })
		if !ok {
			continue
		}
		if s := s.sheet(); s.guard != nil && s.guard(func() { s.Close(); Leave(then) }) {
			return
		}
	}
	then()
}

func (s *Sheet) sheet() *Sheet { return s }
