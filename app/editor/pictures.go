package editor

import (
	"fyne.io/fyne/v2"

	"safety365/app/drafting"
	"safety365/app/manuscript"
)

// pickPicture asks for a picture file and puts it at the caret.
func (e *Editor) pickPicture() {
	e.options.PickPicture(func(file string) {
		e.addPicture(file)
		e.TakeFocus()
	})
}

// addPicture copies a file into the document's folder and puts the picture at the
// caret.
func (e *Editor) addPicture(file string) bool {
	name, ok := e.added(file)
	if ok {
		doc, sel := e.now()
		e.apply(drafting.InsertPicture(doc, sel, name, ""))
	}
	return ok
}

// added copies a file into the document's folder.
func (e *Editor) added(file string) (name string, ok bool) {
	if e.options.AddPicture == nil || file == "" {
		return "", false
	}
	name, err := e.options.AddPicture(file)
	e.failed(err)
	return name, err == nil
}

// Drop takes files that were dropped on a place of the canvas: pictures go into the
// text there. It says whether the place is the editor's.
func (e *Editor) Drop(files []string, pos fyne.Position) bool {
	at := pos.Subtract(fyne.CurrentApp().Driver().AbsolutePositionForObject(e))
	if at.X < 0 || at.X > e.Size().Width || !e.within(at) || at.Y > e.Size().Height {
		return false
	}
	e.manuscript.Select(manuscript.At(e.view.At(e.point(at)).Offset))
	for _, file := range files {
		e.addPicture(file)
	}
	e.TakeFocus()
	return true
}
