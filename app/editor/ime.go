package editor

import (
	"fyne.io/fyne/v2"

	"safety365/app/editor/view"
	"safety365/app/ime"
)

// Commit is part of ime.Client.
func (e *Editor) Commit(text string) {
	e.clearPreedit()
	e.insert(text)
}

// Preedit is part of ime.Client.
func (e *Editor) Preedit(text string, caret int) {
	e.state.Preedit = view.Preedit{Text: text, Caret: caret}
	e.update()
	e.follow()
	e.wake()
	ime.Moved(e)
}

// CaretRect is part of ime.Client.
func (e *Editor) CaretRect() (fyne.Position, fyne.Size) {
	pos, size := e.caretPlace()
	return pos.Add(fyne.CurrentApp().Driver().AbsolutePositionForObject(e)), size
}

// clearPreedit forgets what was being composed.
func (e *Editor) clearPreedit() { e.state.Preedit = view.Preedit{} }

// FocusGained is part of fyne.Focusable.
func (e *Editor) FocusGained() {
	e.focused = true
	ime.Focus(e, true)
	e.update()
	e.moved()
}

// FocusLost is part of fyne.Focusable.
func (e *Editor) FocusLost() {
	e.focused = false
	e.shift = false
	ime.Blur(e)
	e.clearPreedit()
	if !e.hint.held { // a press on its button takes the focus as well
		e.hint.hide()
	}
	e.sleep()
	e.update()
}
