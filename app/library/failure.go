package library

import (
	"errors"
	"io/fs"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"

	"safety365/app/library/shelf"
	"safety365/app/ui"
)

// fail says what went wrong.
func (l *List) fail(what string, err error) { fail(l.o.Window, l.o.Failed, what, err) }

func fail(w fyne.Window, failed func(string, error), what string, err error) {
	switch {
	case failed != nil:
		failed(what, err)
	case w != nil:
		dialog.ShowInformation(what, Why(err), w)
	}
}

// Why says for people why something could not be done with a file: what Failed was
// given.
func Why(err error) string {
	switch {
	case errors.Is(err, fs.ErrExist):
		return ui.Say("library-why-exists")
	case errors.Is(err, fs.ErrNotExist):
		return ui.Say("library-why-gone")
	case errors.Is(err, fs.ErrPermission):
		return ui.Say("library-why-permission")
	case errors.Is(err, shelf.ErrName):
		return ui.Say("library-why-name")
	case errors.Is(err, shelf.ErrBinary), errors.Is(err, shelf.ErrTooLarge):
		return reasonOf(err)
	}
	return err.Error()
}
