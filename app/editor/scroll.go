package editor

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"safety365/bulletins/page"
)

// clamp keeps a scroll offset inside the text. Under the end of a text that fills the
// window a third of it may stand empty, so that one need not write at the lower edge.
func (e *Editor) clamp(top page.Length) page.Length {
	text, window := e.view.Height(), e.height()
	most := text - window
	if most > 0 || e.settings.Typewriter {
		most += window / 3
	}
	return max(0, min(top, most))
}

// scrollTo moves the text in the window.
func (e *Editor) scrollTo(top page.Length) {
	top = e.whole(e.clamp(top))
	if top == e.top {
		return
	}
	e.top = top
	e.hint.hide()
	e.redraw()
}

// whole rounds a length to whole pixels: glyphs and pictures that keep their place in
// the pixels need not be made again.
func (e *Editor) whole(l page.Length) page.Length {
	pixel := page.Pt
	if c := e.canvas(); c != nil && c.Scale() > 0 {
		pixel = units(1 / c.Scale())
	}
	return l / pixel * pixel
}

// follow brings the caret in sight.
func (e *Editor) follow() {
	if e.column.width <= 0 {
		return
	}
	at := e.view.Caret(e.manuscript.Selection().Caret)
	window := e.height()
	margin := min(at.H, (window-at.H)/2)
	switch {
	case e.settings.Typewriter && !e.pointer.selecting:
		e.scrollTo(at.Y + at.H/2 - window/2)
	case at.Y-margin < e.top:
		e.scrollTo(at.Y - margin)
	case at.Y+at.H+margin > e.top+window:
		e.scrollTo(at.Y + at.H + margin - window)
	}
}

// wheel is how much farther the text goes than Fyne's lists do: two lines a notch.
const wheel = 2

// Scrolled is part of fyne.Scrollable. With Ctrl the wheel zooms.
func (e *Editor) Scrolled(event *fyne.ScrollEvent) {
	if e.modifiers()&fyne.KeyModifierShortcutDefault == 0 {
		e.scrollTo(e.top - wheel*units(event.Scrolled.DY))
		return
	}
	switch {
	case event.Scrolled.DY > 0:
		e.SetZoom(nextZoom(e.Zoom(), 1))
	case event.Scrolled.DY < 0:
		e.SetZoom(nextZoom(e.Zoom(), -1))
	}
}

// modifiers are the keys that are held, where the driver knows.
func (e *Editor) modifiers() fyne.KeyModifier {
	if d, ok := fyne.CurrentApp().Driver().(desktop.Driver); ok {
		return d.CurrentKeyModifiers()
	}
	return held
}

// held stands for the keys that are held in tests, whose driver does not know.
var held fyne.KeyModifier

// zooms are the steps of the zoom, per cent.
var zooms = []int{50, 60, 70, 80, 90, 100, 110, 125, 150, 175, 200, 250, 300, 400}

// nextZoom is the step after a zoom, or before it.
func nextZoom(zoom, by int) int {
	if by < 0 {
		for i := len(zooms) - 1; i >= 0; i-- {
			if zooms[i] < zoom {
				return zooms[i]
			}
		}
		return zooms[0]
	}
	for _, z := range zooms {
		if z > zoom {
			return z
		}
	}
	return zooms[len(zooms)-1]
}

// Zoom returns how large the text is shown, per cent.
func (e *Editor) Zoom() int {
	if e.settings.Zoom == 0 {
		return 100
	}
	return e.settings.Zoom
}

// SetZoom shows the text larger or smaller.
func (e *Editor) SetZoom(percent int) {
	e.change(func(s *Settings) { s.Zoom = max(zooms[0], min(percent, zooms[len(zooms)-1])) })
}

// SetSource shows the text as it is kept, marks and all, or as what it is.
func (e *Editor) SetSource(on bool) { e.change(func(s *Settings) { s.Source = on }) }

// SetNumbers numbers the lines.
func (e *Editor) SetNumbers(on bool) { e.change(func(s *Settings) { s.Numbers = on }) }

// SetFocusMode dims all but the paragraph of the caret.
func (e *Editor) SetFocusMode(on bool) { e.change(func(s *Settings) { s.Focus = on }) }

// SetTypewriter keeps the line of the caret in the middle.
func (e *Editor) SetTypewriter(on bool) { e.change(func(s *Settings) { s.Typewriter = on }) }

// change alters the settings and says so.
func (e *Editor) change(alter func(*Settings)) {
	old := e.settings
	alter(&e.settings)
	if e.settings == old {
		return
	}
	if e.settings.Source != old.Source {
		e.finder.search()
	}
	e.BaseWidget.Refresh()
	if e.settings.Typewriter || e.settings.Source != old.Source {
		e.follow()
	}
	e.moved()
	if e.options.Changed != nil {
		e.options.Changed(e.settings)
	}
}
