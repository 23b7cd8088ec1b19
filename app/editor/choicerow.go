package editor

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"safety365/app/look"
)

// choiceRow is a line of a list to choose from: a name and what it is.
type choiceRow struct {
	widget.BaseWidget
	back     *canvas.Rectangle
	name     *canvas.Text
	about    *canvas.Text
	picked   func()
	escaped  func()
	selected bool
}

var (
	_ fyne.Tappable     = (*choiceRow)(nil)
	_ fyne.Focusable    = (*choiceRow)(nil)
	_ desktop.Hoverable = (*choiceRow)(nil)
)

func newChoiceRow(name, about string, picked func()) *choiceRow {
	r := &choiceRow{back: canvas.NewRectangle(color.Transparent), picked: picked}
	r.name = canvas.NewText(name, color.Transparent)
	r.name.TextStyle.Bold = true
	r.about = canvas.NewText(about, color.Transparent)
	r.back.CornerRadius = 4
	r.ExtendBaseWidget(r)
	return r
}

// CreateRenderer is part of fyne.Widget.
func (r *choiceRow) CreateRenderer() fyne.WidgetRenderer {
	r.paint()
	return widget.NewSimpleRenderer(container.NewStack(r.back, container.NewPadded(container.NewVBox(r.name, r.about))))
}

func (r *choiceRow) paint() {
	r.name.Color = theme.Color(theme.ColorNameForeground)
	r.name.TextSize = theme.TextSize()
	r.about.Color = theme.Color(look.Quiet)
	r.about.TextSize = theme.CaptionTextSize()
	r.back.FillColor = theme.Color(theme.ColorNameOverlayBackground)
	if r.selected {
		r.back.FillColor = theme.Color(theme.ColorNameHover)
	}
	r.back.Refresh()
}

func (r *choiceRow) choose(on bool) {
	r.selected = on
	r.paint()
}

// Tapped is part of fyne.Tappable.
func (r *choiceRow) Tapped(*fyne.PointEvent) { r.picked() }

// MouseIn is part of desktop.Hoverable.
func (r *choiceRow) MouseIn(*desktop.MouseEvent) { r.choose(true) }

// MouseMoved is part of desktop.Hoverable.
func (r *choiceRow) MouseMoved(*desktop.MouseEvent) {}

// MouseOut is part of desktop.Hoverable.
func (r *choiceRow) MouseOut() { r.choose(false) }

// FocusGained is part of fyne.Focusable.
func (r *choiceRow) FocusGained() { r.choose(true) }

// FocusLost is part of fyne.Focusable.
func (r *choiceRow) FocusLost() { r.choose(false) }

// TypedRune is part of fyne.Focusable.
func (r *choiceRow) TypedRune(rune) {}

// TypedKey is part of fyne.Focusable.
func (r *choiceRow) TypedKey(k *fyne.KeyEvent) {
	c := fyne.CurrentApp().Driver().CanvasForObject(r)
	switch k.Name {
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		r.picked()
	case fyne.KeyEscape:
		r.escaped()
	case fyne.KeyDown:
		c.FocusNext()
	case fyne.KeyUp:
		c.FocusPrevious()
	}
}
