package ui

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"
)

// A sheet is as large as is wanted and as the window has room for, now and later.
func TestSheetFollowsWindow(t *testing.T) {
	test.NewTempApp(t)
	w := test.NewTempWindow(t, widget.NewLabel(""))
	w.Resize(fyne.NewSize(900, 600))
	content := widget.NewLabel("")
	s := NewSheet(content, w.Canvas(), fyne.NewSize(1000, 500))
	Open(s)
	for _, room := range []fyne.Size{{Width: 900, Height: 600}, {Width: 500, Height: 300}, {Width: 1600, Height: 1000}} {
		w.Resize(room)
		got := s.shade.content.Size()
		if want := fyne.NewSize(min(1000, room.Width-margin), min(500, room.Height-margin)); got != want {
			t.Errorf("in %v it is %v, not %v", room, got, want)
		}
	}
	s.Hide()
	if Covered() {
		t.Error("it is still there")
	}
}

// What would be lost with a sheet is asked for, when it is closed and when all is left.
func TestSheetAsks(t *testing.T) {
	test.NewTempApp(t)
	w := test.NewTempWindow(t, widget.NewLabel(""))
	s := NewSheet(widget.NewLabel(""), w.Canvas(), fyne.NewSize(100, 100))
	var agree func()
	s.SetGuard(func(close func()) bool { agree = close; return true })
	Open(s)
	left := false
	Leave(func() { left = true })
	if Escape(); !s.open || left {
		t.Fatal("it was closed unasked")
	}
	Leave(func() { left = true })
	if agree(); s.open || !left {
		t.Error("nobody left though the user agreed")
	}
}
