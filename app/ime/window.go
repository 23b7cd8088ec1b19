package ime

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver"
)

// native runs f with what the system calls a window.
func native(w fyne.Window, f func(context any)) {
	if n, ok := w.(driver.NativeWindow); ok {
		n.RunNative(f)
	}
}

// windowOf returns the window that a client stands in.
func windowOf(c Client, windows []fyne.Window) fyne.Window {
	if c == nil || len(windows) == 0 {
		return nil
	}
	object, _ := c.(fyne.CanvasObject)
	if a, ok := c.(interface{ anchor() fyne.CanvasObject }); ok {
		object = a.anchor()
	}
	if object != nil {
		canvas := fyne.CurrentApp().Driver().CanvasForObject(object)
		for _, w := range windows {
			if w.Canvas() == canvas {
				return w
			}
		}
	}
	return windows[0]
}
