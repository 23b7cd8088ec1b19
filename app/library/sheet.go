package library

import (
	"image"
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"safety365/app/library/thumbs"
	"safety365/app/ui"
)

// sheet shows the first page of a document; until that is made, an empty page.
//
// A picture is asked for when the sheet is painted, for only then its pixels are
// known, and what nobody sees is not made.
type sheet struct {
	widget.BaseWidget
	maker  *thumbs.Maker
	min    fyne.Size
	source thumbs.Source
	shown  bool // there is a source

	img    *image.RGBA // what is painted; nil: an empty page
	made   image.Point // the box for which img was made
	failed bool
	asked  image.Point // the box that was asked for
	turn   int         // counts sources and boxes, so that late pictures are known
	cancel func()

	paper  *canvas.Rectangle
	raster *canvas.Raster
	broken *widget.Icon
}

func newSheet(maker *thumbs.Maker, min fyne.Size) *sheet {
	s := &sheet{maker: maker, min: min, cancel: func() {}}
	s.paper = canvas.NewRectangle(color.White)
	s.paper.StrokeWidth = 1
	s.raster = canvas.NewRaster(s.paint)
	s.broken = widget.NewIcon(theme.BrokenImageIcon())
	s.broken.Hide()
	s.ExtendBaseWidget(s)
	return s
}

// show puts another document onto the sheet.
func (s *sheet) show(source thumbs.Source) {
	if s.shown && s.source == source {
		return
	}
	s.drop()
	// The page as it was stays until the new one is made, if it is the same document.
	if s.source.Path != source.Path || s.source.Path == "" {
		s.img = nil
	}
	s.source, s.shown = source, true
	s.Refresh()
}

// clear shows an empty page.
func (s *sheet) clear() {
	s.drop()
	s.source, s.shown, s.img = thumbs.Source{}, false, nil
	s.Refresh()
}

// drop forgets what was asked for.
func (s *sheet) drop() {
	s.cancel()
	s.cancel = func() {}
	s.turn++
	s.asked, s.made, s.failed = image.Point{}, image.Point{}, false
	s.broken.Hide()
}

var blank = func() image.Image {
	img := image.NewRGBA(image.Rect(0, 0, 1, 1))
	img.Set(0, 0, color.White)
	return img
}()

// paint is called with the pixels that the page has on the screen.
func (s *sheet) paint(w, h int) image.Image {
	if s.shown && w > 0 && h > 0 {
		s.want(w)
	}
	if s.img == nil {
		return blank
	}
	return s.img
}

// want asks for a picture for the whole sheet, when the page on it is so many pixels
// wide.
func (s *sheet) want(width int) {
	scale := float32(width) / max(s.raster.Size().Width, 1)
	box := image.Pt(int(s.Size().Width*scale+0.5), int(s.Size().Height*scale+0.5))
	if near(box, s.asked) || near(box, s.made) {
		return
	}
	s.cancel()
	s.turn++
	turn := s.turn
	s.asked = box
	if img, ok := s.maker.Get(s.source, box); ok {
		s.img, s.made, s.failed = img, box, img == nil
		ui.Do(s.Refresh) // not while painting
		return
	}
	s.cancel = s.maker.Ask(s.source, box, func(img *image.RGBA, err error) {
		ui.Do(func() {
			if turn == s.turn {
				s.img, s.made, s.failed = img, box, img == nil
				s.Refresh()
			}
		})
	})
}

// near says whether two boxes differ only by how a size was rounded.
func near(a, b image.Point) bool {
	d := a.Sub(b)
	return d.X >= -2 && d.X <= 2 && d.Y >= -2 && d.Y <= 2
}

// CreateRenderer implements fyne.Widget.
func (s *sheet) CreateRenderer() fyne.WidgetRenderer { return &sheetRenderer{s} }

type sheetRenderer struct{ *sheet }

// Destroy is called when the sheet has not been seen for a while; it may be again.
func (r *sheetRenderer) Destroy() { r.drop() }

func (r *sheetRenderer) MinSize() fyne.Size { return r.min }
func (r *sheetRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.paper, r.raster, r.broken}
}

// Layout puts the page into the middle, as large as it fits: A4 until it is known.
func (r *sheetRenderer) Layout(size fyne.Size) {
	w, h := float32(210), float32(297)
	if r.img != nil {
		w, h = float32(r.img.Rect.Dx()), float32(r.img.Rect.Dy())
	}
	scale := min(size.Width/w, size.Height/h)
	page := fyne.NewSize(w*scale, h*scale)
	at := fyne.NewPos((size.Width-page.Width)/2, (size.Height-page.Height)/2)
	r.paper.Move(at.SubtractXY(0.5, 0.5))
	r.paper.Resize(page.AddWidthHeight(1, 1))
	r.raster.Move(at)
	r.raster.Resize(page)
	r.broken.Resize(fyne.NewSquareSize(min(page.Width, 32)))
	r.broken.Move(at.AddXY((page.Width-r.broken.Size().Width)/2, (page.Height-r.broken.Size().Height)/2))
}

func (r *sheetRenderer) Refresh() {
	th, v := r.Theme(), fyne.CurrentApp().Settings().ThemeVariant()
	r.paper.StrokeColor = th.Color(theme.ColorNameInputBorder, v)
	r.paper.Shadow = canvas.Shadow{Color: th.Color(theme.ColorNameShadow, v), BlurRadius: 5, Offset: fyne.NewPos(0, 1)}
	r.broken.Hidden = !r.failed
	r.Layout(r.Size())
	r.paper.Refresh()
	canvas.Refresh(r.raster)
	r.broken.Refresh()
}
