package ui

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

func closed(d modal) {
	for i, m := range modals {
		if m == d {
			modals = append(modals[:i], modals[i+1:]...)
			return
		}
	}
}

// Covered says whether a dialog is open: the window under it takes no commands.
func Covered() bool { return len(modals) > 0 }

// Escape closes the newest dialog and says whether there was one.
func Escape() bool {
	if len(modals) == 0 {
		return false
	}
	modals[len(modals)-1].Hide()
	return true
}
