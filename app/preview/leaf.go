package preview

import (
	"image"
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// leaf is what shows one page: paper, its edges and a picture.
type leaf struct {
	number int
	shown  order
	img    *image.RGBA // nil: nothing is drawn yet
	paper  *canvas.Rectangle
	edges  [4]*canvas.Rectangle // above, left, below, right
	raster *canvas.Raster
	size   fyne.Size
}

// Widths of a page's edges; the lower and the right one are its shadow.
const (
	hairline = 1
	shadow   = 3
)

// newLeaf returns a leaf that calls painted each time its picture goes to the screen.
func newLeaf(painted func()) *leaf {
	l := &leaf{paper: canvas.NewRectangle(color.White)}
	for i := range l.edges {
		l.edges[i] = canvas.NewRectangle(color.Transparent)
	}
	l.raster = canvas.NewRaster(func(int, int) image.Image {
		painted()
		if l.img == nil {
			return blank
		}
		return l.img
	})
	l.raster.Hide()
	return l
}

// show puts a picture on the leaf.
func (l *leaf) show(o order, img *image.RGBA) {
	if l.img == img {
		l.shown = o
		return
	}
	l.shown, l.img = o, img
	l.raster.Show()
	l.paper.Hide() // it would only be painted over
	l.raster.Refresh()
}

// clear makes the leaf ready for another page. The Refresh lets go of its texture,
// which would otherwise be kept for a minute.
func (l *leaf) clear() {
	l.shown, l.img = order{}, nil
	l.raster.Refresh()
	l.raster.Hide()
	l.paper.Show()
}

// place moves the leaf to its place on the desk.
func (l *leaf) place(at fyne.Position, size fyne.Size) {
	l.paper.Move(at)
	l.raster.Move(at)
	w, h := size.Width, size.Height
	for i, r := range []struct{ x, y, w, h float32 }{
		{-hairline, -hairline, w + 2*hairline, hairline},
		{-hairline, 0, hairline, h},
		{shadow, h, w, shadow},
		{w, shadow, shadow, h - shadow},
	} {
		l.edges[i].Move(at.AddXY(r.x, r.y))
		l.edges[i].Resize(fyne.NewSize(r.w, r.h))
	}
	if size != l.size {
		l.size = size
		l.paper.Resize(size)
		l.raster.Resize(size)
	}
}

// paint gives the edges their colours.
func (l *leaf) paint(line, shade color.Color) {
	for i, e := range l.edges {
		e.FillColor = line
		if i > 1 {
			e.FillColor = shade
		}
		e.Refresh()
	}
}

func (l *leaf) objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{l.edges[0], l.edges[1], l.edges[2], l.edges[3], l.paper, l.raster}
}

// blank is a page of which there is no picture yet.
var blank = &image.RGBA{Pix: []uint8{255, 255, 255, 255}, Stride: 4, Rect: image.Rect(0, 0, 1, 1)}
