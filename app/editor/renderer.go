package editor

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// renderer lays out the parts of an Editor: the bar for finding above, the column of
// text in the middle, the scroll bar at the right, and what floats over them.
type renderer struct {
	e       *Editor
	paper   *canvas.Rectangle
	objects []fyne.CanvasObject
}

// CreateRenderer is part of fyne.Widget.
func (e *Editor) CreateRenderer() fyne.WidgetRenderer {
	r := &renderer{e: e, paper: canvas.NewRectangle(color.Transparent)}
	r.colour()
	r.objects = []fyne.CanvasObject{r.paper, e.surface.Raster, e.caret.Rectangle, e.scroller, e.finder, e.hint}
	return r
}

func (r *renderer) Objects() []fyne.CanvasObject { return r.objects }
func (r *renderer) Destroy()                     { r.e.sleep() }

// MinSize leaves room for the bar for finding and a few lines.
func (r *renderer) MinSize() fyne.Size { return fyne.NewSize(320, 120) }

func (r *renderer) Layout(size fyne.Size) {
	e := r.e
	bar := float32(0)
	if e.finder.Visible() {
		bar = e.finder.MinSize().Height
		e.finder.Resize(fyne.NewSize(size.Width, bar))
		e.finder.Move(fyne.Position{})
	}
	r.paper.Resize(size)
	room := size.Width - scrollerWidth
	width := min(room, dips(e.size())*measureLimit)
	next := column{x: e.snap((room - width) / 2), y: e.snap(bar), width: e.snap(width), height: e.snap(size.Height - e.snap(bar))}
	e.scroller.Move(fyne.NewPos(size.Width-scrollerWidth, next.y))
	e.scroller.Resize(fyne.NewSize(scrollerWidth, max(0, next.height)))
	e.resettle(next)
}

// Refresh follows the theme.
func (r *renderer) Refresh() {
	e := r.e
	r.colour()
	r.paper.Refresh()
	e.caret.Refresh()
	e.scroller.Refresh()
	e.finder.Refresh()
	e.hint.Refresh()
	r.Layout(e.Size())
	e.update()
}

// colour takes the colours of the theme.
func (r *renderer) colour() {
	r.e.state.Colors = r.e.options.Colors()
	r.paper.FillColor = paint(r.e.state.Colors.Paper)
	r.e.caret.FillColor = paint(r.e.state.Colors.Caret)
}

// resettle moves the text to another place in the widget.
func (e *Editor) resettle(next column) {
	old := e.column
	if old == next {
		return
	}
	seen := e.focused && e.caretSeen()
	e.column = next
	e.surface.Move(fyne.NewPos(next.x, next.y))
	e.surface.Resize(fyne.NewSize(max(0, next.width), max(0, next.height)))
	if old.width != next.width {
		e.update()
	}
	if old.y != next.y && e.top > 0 { // the bar came or went: the text stays
		e.top += units(next.y - old.y)
	}
	e.top = e.clamp(e.top)
	if seen && !e.caretSeen() {
		e.follow()
	}
	e.redraw()
}

// snap moves a coordinate to a whole pixel, so that the picture stays sharp.
func (e *Editor) snap(v float32) float32 {
	scale := float32(1)
	if c := e.canvas(); c != nil && c.Scale() > 0 {
		scale = c.Scale()
	}
	return float32(int(v*scale)) / scale
}
