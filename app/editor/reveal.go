package editor

import (
	"fyne.io/fyne/v2"

	"safety365/app/ime"
	"safety365/app/manuscript"
	"safety365/bulletins"
)

// Select selects, and brings the caret in sight.
func (e *Editor) Select(s manuscript.Selection) {
	e.manuscript.Select(s)
	e.follow()
}

// Reveal puts the caret at an offset, in the upper third of the window, and takes
// the focus. What stands in the front matter is shown by the form of its fields.
func (e *Editor) Reveal(offset int) {
	e.RevealRange(bulletins.Range{Start: offset, End: offset})
}

// RevealRange does so with a stretch of text, which is selected.
func (e *Editor) RevealRange(r bulletins.Range) {
	if body := e.body(); r.Start < body {
		e.scrollTo(0)
		if e.options.EditFields != nil {
			e.options.EditFields()
		}
		return
	}
	e.manuscript.Select(manuscript.Selection{Anchor: r.Start, Caret: r.End})
	e.TakeFocus()
	if at := e.view.Caret(r.Start); at.Y < e.top || at.Y+at.H > e.top+e.height()*2/3 {
		e.scrollTo(at.Y - e.height()/3)
	}
	e.follow()
}

// TakeFocus has the keys come here.
func (e *Editor) TakeFocus() {
	c := e.canvas()
	if c == nil {
		return
	}
	had := e.focused
	c.Focus(e)
	if had && c.Focused() == fyne.Focusable(e) {
		ime.Focus(e, true) // a form had the input method meanwhile
	}
}

func (e *Editor) canvas() fyne.Canvas {
	return fyne.CurrentApp().Driver().CanvasForObject(e)
}

// failed tells the user of an error.
func (e *Editor) failed(err error) {
	if err != nil && e.options.Failed != nil {
		e.options.Failed(err)
	}
}
