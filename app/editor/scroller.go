package editor

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// The scroll bar is as wide as a mouse needs it and shows narrow until it is there.
const (
	scrollerWidth = 12
	barWidth      = 5
	barLeast      = 28
)

// scroller is the bar at the right that shows which part of the text is seen, and
// moves it.
type scroller struct {
	widget.BaseWidget
	editor  *Editor
	bar     *canvas.Rectangle
	hovered bool
	grip    float32 // where in the bar it was taken
}

var (
	_ fyne.Draggable    = (*scroller)(nil)
	_ desktop.Mouseable = (*scroller)(nil)
	_ desktop.Hoverable = (*scroller)(nil)
)

func newScroller(e *Editor) *scroller {
	s := &scroller{editor: e, bar: canvas.NewRectangle(theme.Color(theme.ColorNameScrollBar))}
	s.ExtendBaseWidget(s)
	return s
}

// CreateRenderer is part of fyne.Widget.
func (s *scroller) CreateRenderer() fyne.WidgetRenderer { return &scrollerRenderer{s} }

type scrollerRenderer struct{ s *scroller }

func (r *scrollerRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.s.bar} }
func (r *scrollerRenderer) Destroy()                     {}
func (r *scrollerRenderer) MinSize() fyne.Size           { return fyne.NewSize(scrollerWidth, 0) }
func (r *scrollerRenderer) Layout(fyne.Size)             { r.s.update() }
func (r *scrollerRenderer) Refresh() {
	r.s.bar.FillColor = theme.Color(theme.ColorNameScrollBar)
	r.s.update()
	r.s.bar.Refresh()
}

// extent is how much the text can be scrolled, and what of the bar's room is left
// for that.
func (s *scroller) extent() (most, room, length float32) {
	e := s.editor
	most = dips(e.clamp(1 << 60))
	track := s.Size().Height
	if most <= 0 || track <= 0 {
		return 0, 0, 0
	}
	length = min(track, max(barLeast, track*track/(track+most)))
	return most, track - length, length
}

// update moves the bar to where the text is.
func (s *scroller) update() {
	most, room, length := s.extent()
	if most <= 0 || s.editor.column.width <= 0 {
		if s.bar.Visible() {
			s.bar.Hide()
		}
		return
	}
	width := float32(barWidth)
	if s.hovered {
		width = scrollerWidth - 2
	}
	s.bar.CornerRadius = width / 2
	pos := fyne.NewPos(scrollerWidth-width-1, dips(s.editor.top)/most*room)
	size := fyne.NewSize(width, length)
	if s.bar.Position() != pos {
		s.bar.Move(pos)
	}
	if s.bar.Size() != size {
		s.bar.Resize(size)
	}
	if !s.bar.Visible() {
		s.bar.Show()
	}
}

// to scrolls so that the bar's upper end stands at y.
func (s *scroller) to(y float32) {
	if most, room, _ := s.extent(); room > 0 {
		s.editor.scrollTo(units(y / room * most))
	}
}

// MouseDown is part of desktop.Mouseable: a click beside the bar brings it there.
func (s *scroller) MouseDown(event *desktop.MouseEvent) {
	_, _, length := s.extent()
	top := s.bar.Position().Y
	s.grip = event.Position.Y - top
	if s.grip < 0 || s.grip > length {
		s.grip = length / 2
		s.to(event.Position.Y - s.grip)
	}
}

// MouseUp is part of desktop.Mouseable.
func (s *scroller) MouseUp(*desktop.MouseEvent) {}

// Dragged is part of fyne.Draggable.
func (s *scroller) Dragged(event *fyne.DragEvent) { s.to(event.Position.Y - s.grip) }

// DragEnd is part of fyne.Draggable.
func (s *scroller) DragEnd() {}

// MouseIn is part of desktop.Hoverable.
func (s *scroller) MouseIn(*desktop.MouseEvent) { s.hovered = true; s.update() }

// MouseMoved is part of desktop.Hoverable.
func (s *scroller) MouseMoved(*desktop.MouseEvent) {}

// MouseOut is part of desktop.Hoverable.
func (s *scroller) MouseOut() { s.hovered = false; s.update() }
