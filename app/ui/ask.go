package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// NewNotice returns a dialog that needs no answer, with a button that closes it.
func NewNotice(title, close string, content fyne.CanvasObject, w fyne.Window) *Dialog {
	d := NewDialog(title, content, w)
	d.SetButtons([]fyne.CanvasObject{NewButton(close, d.Hide)})
	return d
}

// NewQuestion returns a dialog that is answered by yes or no; closing it is no.
func NewQuestion(title, yes, no string, content fyne.CanvasObject, then func(bool), w fyne.Window) *Dialog {
	d := NewDialog(title, content, w)
	answer := false
	d.SetOnClosed(func() { then(answer) })
	ok := NewButton(yes, func() {
		answer = true
		d.Hide()
	})
	ok.Importance = widget.HighImportance
	d.SetButtons([]fyne.CanvasObject{NewButton(no, d.Hide), ok})
	return d
}
