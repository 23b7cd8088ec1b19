package library

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"safety365/app/ui"
)

// objects lists what is drawn for an object, itself included. (LaidOutObjects of
// Fyne's package makes every widget anew.)
func objects(o fyne.CanvasObject) []fyne.CanvasObject {
	out := []fyne.CanvasObject{o}
	var parts []fyne.CanvasObject
	switch o := o.(type) {
	case fyne.Widget:
		parts = test.WidgetRenderer(o).Objects()
	case *fyne.Container:
		parts = o.Objects
	}
	for _, p := range parts {
		out = append(out, objects(p)...)
	}
	return out
}

// button finds a button by its words.
func button(t *testing.T, o fyne.CanvasObject, words string) *ui.Button {
	t.Helper()
	for _, o := range objects(o) {
		if b, ok := o.(*ui.Button); ok && b.Text == words {
			return b
		}
	}
	t.Fatalf("no button %q", words)
	return nil
}

// overlayButton finds a button of the dialog that is shown.
func overlayButton(t *testing.T, w fyne.Window, words string) *ui.Button {
	t.Helper()
	top := w.Canvas().Overlays().Top()
	if top == nil {
		t.Fatalf("no dialog with a button %q", words)
	}
	return button(t, top, words)
}
