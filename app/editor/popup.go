package editor

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"safety365/app/ime"
	"safety365/app/ui"
)

// popup is a form or a choice that floats over the window. A click beside it or
// Escape closes it, and the keys come back to the editor. (Fyne's own does not tell
// when it closes.)
type popup struct {
	widget.BaseWidget
	editor *Editor
	back   *canvas.Rectangle
	scroll *container.Scroll
	at     fyne.Position // what it belongs to: a rectangle of the canvas
	size   fyne.Size
	closed func()
}

var (
	_ fyne.Tappable          = (*popup)(nil)
	_ fyne.SecondaryTappable = (*popup)(nil)
	_ fyne.Focusable         = (*popup)(nil)
)

// popupEdge is the room round the content.
const popupEdge = 10

// popUp shows content by a rectangle of the canvas.
func (e *Editor) popUp(content fyne.CanvasObject, at fyne.Position, size fyne.Size) *popup {
	e.hint.hide()
	p := &popup{editor: e, back: canvas.NewRectangle(color.Transparent), at: at, size: size}
	p.back.CornerRadius = 6
	p.back.StrokeWidth = 1
	p.scroll = container.NewVScroll(content)
	p.ExtendBaseWidget(p)
	if e.canvas() != nil {
		ui.Open(p)
	}
	return p
}

// Show puts the popup over the window, with the keys.
func (p *popup) Show() {
	c := p.editor.canvas()
	c.Overlays().Add(p)
	c.Focus(p)
}

// Hide is close.
func (p *popup) Hide() { p.close() }

// SetOnClosed says what is called when the popup is closed.
func (p *popup) SetOnClosed(f func()) { p.closed = f }

// atCaret is where a popup about the caret opens.
func (e *Editor) atCaret() (fyne.Position, fyne.Size) { return e.CaretRect() }

// below is where a popup of a button opens; without a button it is the caret.
func (e *Editor) below(o fyne.CanvasObject) (fyne.Position, fyne.Size) {
	if o == nil {
		return e.atCaret()
	}
	return fyne.CurrentApp().Driver().AbsolutePositionForObject(o), o.Size()
}

// close takes the popup away.
func (p *popup) close() {
	c := p.editor.canvas()
	if c == nil || !p.open() {
		return
	}
	c.Unfocus()
	c.Overlays().Remove(p)
	if p.closed != nil {
		p.closed()
	}
	p.editor.TakeFocus()
}

// open says whether it is still there.
func (p *popup) open() bool {
	for _, o := range p.editor.canvas().Overlays().List() {
		if o == fyne.CanvasObject(p) {
			return true
		}
	}
	return false
}

// Tapped is part of fyne.Tappable.
func (p *popup) Tapped(event *fyne.PointEvent) {
	in := event.Position.Subtract(p.back.Position())
	if size := p.back.Size(); in.X < 0 || in.Y < 0 || in.X > size.Width || in.Y > size.Height {
		p.close()
	}
}

// TappedSecondary is part of fyne.SecondaryTappable.
func (p *popup) TappedSecondary(event *fyne.PointEvent) { p.Tapped(event) }

// FocusGained is part of fyne.Focusable.
func (p *popup) FocusGained() { ime.Blur(p.editor) }

// FocusLost is part of fyne.Focusable.
func (p *popup) FocusLost() {}

// TypedRune is part of fyne.Focusable.
func (p *popup) TypedRune(rune) {}

// TypedKey is part of fyne.Focusable.
func (p *popup) TypedKey(k *fyne.KeyEvent) { p.key(nil, k.Name, false) }

// key is what fields in a popup do about keys of the popup.
func (p *popup) key(_ *field, k fyne.KeyName, _ bool) bool {
	switch k {
	case fyne.KeyEscape, fyne.KeyReturn, fyne.KeyEnter:
		p.close()
		return true
	}
	return false
}

// CreateRenderer is part of fyne.Widget.
func (p *popup) CreateRenderer() fyne.WidgetRenderer {
	r := &popupRenderer{p}
	r.Refresh()
	return r
}

type popupRenderer struct{ p *popup }

func (r *popupRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.p.back, r.p.scroll}
}
func (r *popupRenderer) Destroy()           {}
func (r *popupRenderer) MinSize() fyne.Size { return fyne.Size{} }

func (r *popupRenderer) Refresh() {
	r.p.back.FillColor = theme.Color(theme.ColorNameOverlayBackground)
	r.p.back.StrokeColor = theme.Color(theme.ColorNameInputBorder)
	r.p.back.Shadow = canvas.Shadow{Color: theme.Color(theme.ColorNameShadow), BlurRadius: 12, Offset: fyne.NewPos(0, 3)}
	r.p.back.Refresh()
	r.Layout(r.p.Size())
	r.p.scroll.Refresh()
}

// Layout puts the content below its rectangle, else above it, and always inside the
// window.
func (r *popupRenderer) Layout(room fyne.Size) {
	p := r.p
	edge := fyne.NewSquareSize(2 * popupEdge)
	size := p.scroll.Content.MinSize().Add(edge).Min(room)
	pos := fyne.NewPos(p.at.X, p.at.Y+p.size.Height+3)
	if pos.Y+size.Height > room.Height {
		pos.Y = p.at.Y - size.Height - 3
		if pos.Y < 0 {
			pos.Y = room.Height - size.Height
		}
	}
	pos.X = max(0, min(pos.X, room.Width-size.Width))
	p.back.Move(pos)
	p.back.Resize(size)
	p.scroll.Move(pos.AddXY(popupEdge, popupEdge))
	p.scroll.Resize(size.Subtract(edge))
}
