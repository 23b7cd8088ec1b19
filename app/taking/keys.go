package taking

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// key does what a key says about the line chosen.
func (p *Pane) key(name fyne.KeyName) bool {
	l, ok := p.chosenLine()
	switch name {
	case fyne.KeySpace:
		if ok {
			p.flip(l)
		}
	case fyne.KeyReturn, fyne.KeyEnter:
		if ok && l.open() && l.confirmable {
			p.answer.confirm()
		} else {
			p.list.pick(p.list.at + 1)
		}
	case fyne.KeyF8:
		p.nextOpen()
	default:
		return false
	}
	return true
}

// shortcut takes the last decision back or makes it again; Ctrl+Enter makes the document.
func (p *Pane) shortcut(s fyne.Shortcut) {
	switch s := s.(type) {
	case *fyne.ShortcutUndo:
		p.undo()
	case *fyne.ShortcutRedo:
		p.redo()
	case *desktop.CustomShortcut:
		if (s.KeyName == fyne.KeyReturn || s.KeyName == fyne.KeyEnter) && s.Modifier == fyne.KeyModifierShortcutDefault && !p.create.Disabled() {
			p.take()
		}
	}
}

// nextOpen goes to the next line that waits for somebody to look at it, if need be in
// the whole list.
func (p *Pane) nextOpen() {
	n := len(p.listed)
	for i := 1; i <= n; i++ {
		at := (max(p.list.at, -1) + i + n) % n
		if p.lines[p.listed[at]].open() {
			p.list.pick(at)
			return
		}
	}
	for _, l := range p.lines {
		if l.open() && p.bar.chosen != "" {
			p.bar.choose("")
			p.nextOpen()
			return
		}
	}
}
