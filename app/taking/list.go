package taking

import (
	"fyne.io/fyne/v2"

	"safety365/app/ui"
)

// list is a list whose lines are gone through with the arrow keys: the one that is
// reached is the chosen one.
type list struct {
	ui.List
	at int
	// What is done with the line chosen; false: nothing.
	key      func(name fyne.KeyName) bool
	shortcut func(fyne.Shortcut) // may be nil
}

func newList(length func() int, create func() fyne.CanvasObject, update func(int, fyne.CanvasObject), chosen func(int)) *list {
	l := &list{at: -1}
	l.Length, l.CreateItem, l.UpdateItem = length, create, update
	l.OnSelected = func(i int) {
		l.at = i
		l.Highlight(i)
		chosen(i)
	}
	l.ExtendBaseWidget(l)
	return l
}

// stride is how many lines PageUp and PageDown pass.
const stride = 8

// TypedKey is called by Fyne while the list has the focus.
func (l *list) TypedKey(k *fyne.KeyEvent) {
	switch k.Name {
	case fyne.KeyUp:
		l.pick(l.at - 1)
	case fyne.KeyDown:
		l.pick(l.at + 1)
	case fyne.KeyPageUp:
		l.pick(l.at - stride)
	case fyne.KeyPageDown:
		l.pick(l.at + stride)
	case fyne.KeyHome:
		l.pick(0)
	case fyne.KeyEnd:
		l.pick(l.Length() - 1)
	default:
		if l.key == nil || !l.key(k.Name) {
			l.List.TypedKey(k)
		}
	}
}

// pick chooses a line, or the nearest that there is.
func (l *list) pick(i int) {
	if n := l.Length(); n > 0 {
		l.Select(max(0, min(i, n-1)))
	}
}

// FocusGained is called by Fyne.
func (l *list) FocusGained() {
	l.List.FocusGained()
	l.pick(l.at)
}

// TypedShortcut is called by Fyne.
func (l *list) TypedShortcut(s fyne.Shortcut) {
	if l.shortcut != nil {
		l.shortcut(s)
	}
}
