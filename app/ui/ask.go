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

// AskLeave asks whether what is not kept yet is to be given up; closing the dialog is to
// stay, which is proposed. The words and labels are: what is asked, what would be lost,
// to stay, to leave.
func AskLeave(title, words, stay, leave string, do func(), w fyne.Window) {
	d := NewDialog(title, NewText(words), w)
	no := NewButton(stay, d.Hide)
	no.Importance = widget.HighImportance
	yes := NewButton(leave, func() {
		d.Hide()
		do()
	})
	d.SetButtons([]fyne.CanvasObject{yes, no})
	d.Resize(fyne.NewSize(480, 0))
	Open(d)
	w.Canvas().Focus(no)
}
