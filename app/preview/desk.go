package preview

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// desk is what the pages lie on. It takes clicks and keys. It must not be Scrollable:
// to Fyne that would make it its own clip, as large as all pages.
type desk struct {
	widget.BaseWidget
	preview *Preview
	needs   fyne.Size
	objects []fyne.CanvasObject
	band    *canvas.Rectangle // the line of the caret
	bar     *canvas.Rectangle // the caret
}

var (
	_ fyne.Draggable = (*desk)(nil)
	_ fyne.Tappable  = (*desk)(nil)
	_ fyne.Focusable = (*desk)(nil)
)

func newDesk(p *Preview) *desk {
	d := &desk{preview: p, band: canvas.NewRectangle(bandInk), bar: canvas.NewRectangle(caretInk)}
	d.band.Hide()
	d.bar.Hide()
	d.ExtendBaseWidget(d)
	return d
}

// CreateRenderer makes the widget's renderer.
func (d *desk) CreateRenderer() fyne.WidgetRenderer { return &deskRenderer{d} }

// MinSize is the room that all pages take.
func (d *desk) MinSize() fyne.Size { return d.needs }

// Dragged moves the pages with the hand.
func (d *desk) Dragged(e *fyne.DragEvent) {
	d.preview.byHand()
	d.preview.dragging = true
	at := d.preview.scroll.Offset
	d.preview.moveTo(fyne.NewPos(at.X-e.Dragged.DX, at.Y-e.Dragged.DY))
}

// DragEnd lets go.
func (d *desk) DragEnd() {
	d.preview.byHand()
	d.preview.dragging = false
}

// Tapped leads to the text that was clicked at.
func (d *desk) Tapped(e *fyne.PointEvent) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(d); c != nil {
		c.Focus(d)
	}
	d.preview.jump(e.Position)
}

// FocusGained and FocusLost show which part of the window has the keys.
func (d *desk) FocusGained() { d.preview.showFocus(true) }
func (d *desk) FocusLost()   { d.preview.showFocus(false) }

// TypedRune takes + and - for the scale.
func (d *desk) TypedRune(r rune) {
	switch r {
	case '+', '=':
		d.preview.ZoomIn()
	case '-':
		d.preview.ZoomOut()
	}
}

// TypedKey moves the pages.
func (d *desk) TypedKey(e *fyne.KeyEvent) { d.preview.key(e.Name) }

// fill puts the leaves and the caret on the desk. Only the caret is refreshed, to have
// the canvas painted: to refresh the desk would send all textures again.
func (d *desk) fill(leaves []*leaf) {
	d.objects = make([]fyne.CanvasObject, 0, 6*len(leaves)+2)
	for _, l := range leaves {
		d.objects = append(d.objects, l.objects()...)
	}
	d.objects = append(d.objects, d.band, d.bar)
	canvas.Refresh(d.bar)
}

type deskRenderer struct{ desk *desk }

func (r *deskRenderer) Layout(fyne.Size)             {}
func (r *deskRenderer) MinSize() fyne.Size           { return r.desk.needs }
func (r *deskRenderer) Objects() []fyne.CanvasObject { return r.desk.objects }
func (r *deskRenderer) Destroy()                     {}

// Refresh takes up the colours of the theme.
func (r *deskRenderer) Refresh() {
	line, shade := r.desk.preview.edgeColors()
	for _, l := range r.desk.preview.leaves {
		l.paint(line, shade)
	}
}

// colorOf is a colour of the application's theme.
func colorOf(name fyne.ThemeColorName) color.Color {
	s := fyne.CurrentApp().Settings()
	return s.Theme().Color(name, s.ThemeVariant())
}
