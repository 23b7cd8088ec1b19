package ui

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
)

// Escape closes a dialog whichever control in it has the focus; Enter presses the
// button that has it.
func TestKeysInDialogs(t *testing.T) {
	test.NewTempApp(t)
	w := test.NewTempWindow(t, nil)
	w.Resize(fyne.NewSize(600, 400))
	controls := map[string]fyne.Focusable{
		"button": NewButton("删除", func() { t.Error("Escape pressed the button") }),
		"check":  NewCheck("全部", nil),
		"select": NewSelect([]string{"甲", "乙"}, nil),
		"slider": NewSlider(80, 200, 10),
		"list":   NewList(func() int { return 1 }, func() fyne.CanvasObject { return NewButton("", nil) }, func(int, fyne.CanvasObject) {}),
	}
	for name, c := range controls {
		answered, answer := 0, true
		Open(NewQuestion("确认", "是", "否", container.NewVBox(c.(fyne.CanvasObject)), func(yes bool) { answered, answer = answered+1, yes }, w))
		w.Canvas().Focus(c)
		c.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
		if Covered() || w.Canvas().Overlays().Top() != nil || answered != 1 || answer {
			t.Errorf("%s: open %v, answered %d times, last %v", name, Covered(), answered, answer)
		}
	}
	for _, name := range []string{"select", "slider"} {
		ground := test.WidgetRenderer(controls[name].(fyne.Widget)).Objects()[0].(*canvas.Rectangle)
		if ground.StrokeWidth == 0 || ground.StrokeColor == nil {
			t.Errorf("%s has no edge", name)
		}
	}
	pressed := 0
	b := NewButton("确定", func() { pressed++ })
	w.SetContent(b)
	b.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	b.Disable()
	b.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if pressed != 1 {
		t.Errorf("Enter pressed it %d times", pressed)
	}
}
