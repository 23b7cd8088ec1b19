package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// shade covers the window and holds a box in its middle, whose size follows that of the
// window. Fyne's pop-ups do not: they shrink with it and stay small.
type shade struct {
	widget.BaseWidget
	content fyne.CanvasObject
	size    fyne.Size // that is wanted for the content
}

var _ desktop.Hoverable = (*shade)(nil)

func newShade(content fyne.CanvasObject) *shade {
	s := &shade{content: content}
	s.ExtendBaseWidget(s)
	return s
}

// Tapped, MouseIn, MouseMoved and MouseOut keep the mouse from what lies below.
func (s *shade) Tapped(*fyne.PointEvent)        {}
func (s *shade) MouseIn(*desktop.MouseEvent)    {}
func (s *shade) MouseMoved(*desktop.MouseEvent) {}
func (s *shade) MouseOut()                      {}

// want gives the content another size.
func (s *shade) want(size fyne.Size) {
	s.size = size
	s.Refresh()
}

// CreateRenderer implements fyne.Widget.
func (s *shade) CreateRenderer() fyne.WidgetRenderer {
	r := &shadeRenderer{shade: s, cover: canvas.NewRectangle(nil), ground: canvas.NewRectangle(nil)}
	r.blur = canvas.NewBlur(theme.Size(theme.SizeNameModalBlurRadius))
	r.paint()
	return r
}

type shadeRenderer struct {
	shade         *shade
	blur          *canvas.Blur
	cover, ground *canvas.Rectangle
}

func (r *shadeRenderer) Destroy()           {}
func (r *shadeRenderer) MinSize() fyne.Size { return r.shade.content.MinSize() }
func (r *shadeRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.blur, r.cover, r.ground, r.shade.content}
}

func (r *shadeRenderer) Refresh() {
	r.paint()
	r.Layout(r.shade.Size())
	r.shade.content.Refresh()
	canvas.Refresh(r.shade)
}

func (r *shadeRenderer) paint() {
	r.cover.FillColor = theme.Color(theme.ColorNameShadow)
	r.ground.FillColor = theme.Color(theme.ColorNameOverlayBackground)
	r.ground.Shadow.Color = theme.Color(theme.ColorNameShadow)
	r.ground.Shadow.BlurRadius, r.ground.Shadow.Offset = 14, fyne.NewPos(0, 4) // as a pop-up of Fyne
	r.ground.CornerRadius = theme.Size(theme.SizeNamePopupRadius)
}

// Layout puts the content into the middle, as large as is wanted and as there is room.
// Words may need more height once they have their width.
func (r *shadeRenderer) Layout(room fyne.Size) {
	r.blur.Resize(room)
	r.cover.Resize(room)
	if room.IsZero() {
		return
	}
	most := room.SubtractWidthHeight(min(margin, room.Width), min(margin, room.Height))
	least := r.place(room, most)
	if now := r.shade.content.MinSize(); now != least {
		r.place(room, most)
		r.shade.content.Refresh()
	}
}

// place puts the content into the middle, and returns the least size that it had before.
func (r *shadeRenderer) place(room, most fyne.Size) (least fyne.Size) {
	least = r.shade.content.MinSize()
	size := r.shade.size.Min(most).Max(least).Min(room)
	at := fyne.NewPos((room.Width-size.Width)/2, (room.Height-size.Height)/2)
	for _, o := range []fyne.CanvasObject{r.ground, r.shade.content} {
		o.Move(at)
		o.Resize(size)
	}
	return least
}
