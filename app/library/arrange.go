package library

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// Layouts of the start page.

// column is as wide as there is room, but not wider than text can be read.
type column struct{ max, margin float32 }

func (c *column) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var size fyne.Size
	for _, o := range objects {
		size = size.Max(o.MinSize())
	}
	return size.AddWidthHeight(2*c.margin, 0)
}

func (c *column) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	width := min(size.Width-2*c.margin, c.max)
	for _, o := range objects {
		o.Resize(fyne.NewSize(width, size.Height))
		o.Move(fyne.NewPos((size.Width-width)/2, 0))
	}
}

// columns puts objects side by side, equally wide, or below one another where that is
// too narrow.
type columns struct {
	gap   float32
	width float32 // at the last Layout
}

const narrowColumn = 240

func (c *columns) beside(n int) bool {
	return c.width == 0 || c.width >= float32(n)*narrowColumn+float32(n-1)*c.gap
}

func (c *columns) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var size fyne.Size
	for i, o := range objects {
		m := o.MinSize()
		size.Width = max(size.Width, m.Width)
		switch {
		case c.beside(len(objects)):
			size.Height = max(size.Height, m.Height)
		case i > 0:
			size.Height += c.gap + m.Height
		default:
			size.Height += m.Height
		}
	}
	return size
}

func (c *columns) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	c.width = size.Width
	if !c.beside(len(objects)) {
		y := float32(0)
		for _, o := range objects {
			o.Move(fyne.NewPos(0, y))
			o.Resize(fyne.NewSize(size.Width, o.MinSize().Height))
			y += o.MinSize().Height + c.gap
		}
		return
	}
	n := float32(max(len(objects), 2)) // one alone takes no more than its half
	width := (size.Width - (n-1)*c.gap) / n
	for i, o := range objects {
		o.Move(fyne.NewPos(float32(i)*(width+c.gap), 0))
		o.Resize(fyne.NewSize(width, o.MinSize().Height))
	}
}

// shelves puts tiles in rows, as many in a row as there is room for.
type shelves struct{ width float32 }

const shelfGap = 12

func (s *shelves) perRow(objects []fyne.CanvasObject) int {
	if len(objects) == 0 {
		return 1
	}
	w := objects[0].MinSize().Width
	return max(1, int((s.width+shelfGap)/(w+shelfGap)))
}

func (s *shelves) MinSize(objects []fyne.CanvasObject) fyne.Size {
	if len(objects) == 0 {
		return fyne.Size{}
	}
	rows := (len(objects) + s.perRow(objects) - 1) / s.perRow(objects)
	one := objects[0].MinSize()
	return fyne.NewSize(one.Width, float32(rows)*(one.Height+shelfGap)-shelfGap)
}

func (s *shelves) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	s.width = size.Width
	n := s.perRow(objects)
	for i, o := range objects {
		one := o.MinSize()
		o.Resize(one)
		o.Move(fyne.NewPos(float32(i%n)*(one.Width+shelfGap), float32(i/n)*(one.Height+shelfGap)))
	}
}

// tall gives an object a least height, wide a width.
type tall struct{ height float32 }

func (t *tall) MinSize(objects []fyne.CanvasObject) fyne.Size {
	size := objects[0].MinSize()
	return fyne.NewSize(size.Width, max(size.Height, t.height))
}

func (t *tall) Layout(objects []fyne.CanvasObject, size fyne.Size) { objects[0].Resize(size) }

type wide struct{ width float32 }

func (w *wide) MinSize(objects []fyne.CanvasObject) fyne.Size {
	size := objects[0].MinSize()
	return fyne.NewSize(max(size.Width, w.width), size.Height)
}

func (w *wide) Layout(objects []fyne.CanvasObject, size fyne.Size) { objects[0].Resize(size) }

// space is room between two objects.
func space(height float32) fyne.CanvasObject {
	r := canvas.NewRectangle(color.Transparent)
	r.SetMinSize(fyne.NewSize(0, height))
	return r
}

// panel is a ground in a colour of the theme.
type panel struct {
	widget.BaseWidget
	color fyne.ThemeColorName
}

func newPanel(color fyne.ThemeColorName) *panel {
	p := &panel{color: color}
	p.ExtendBaseWidget(p)
	return p
}

// CreateRenderer implements fyne.Widget.
func (p *panel) CreateRenderer() fyne.WidgetRenderer {
	return &panelRenderer{panel: p, ground: canvas.NewRectangle(color.Transparent)}
}

type panelRenderer struct {
	panel  *panel
	ground *canvas.Rectangle
}

func (r *panelRenderer) Destroy()                     {}
func (r *panelRenderer) MinSize() fyne.Size           { return fyne.Size{} }
func (r *panelRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.ground} }
func (r *panelRenderer) Layout(size fyne.Size)        { r.ground.Resize(size); r.Refresh() }
func (r *panelRenderer) Refresh() {
	th, v := current()
	r.ground.FillColor = th.Color(r.panel.color, v)
	r.ground.Refresh()
}
