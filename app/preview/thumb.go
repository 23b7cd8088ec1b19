package preview

import (
	"image"
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// thumb is an entry of the list.
type thumb struct {
	widget.BaseWidget
	strip  *thumbnails
	number int
	shown  order
	img    *image.RGBA
	raster *canvas.Raster
	frame  *canvas.Rectangle
	label  *canvas.Text
}

func (t *thumbnails) make() fyne.CanvasObject {
	m := &thumb{strip: t, number: -1}
	m.raster = canvas.NewRaster(func(int, int) image.Image {
		if m.img == nil {
			return blank
		}
		return m.img
	})
	m.frame = canvas.NewRectangle(color.Transparent)
	m.frame.StrokeWidth = 1
	m.label = canvas.NewText("", colorOf(theme.ColorNameForeground))
	m.label.Alignment = fyne.TextAlignCenter
	m.ExtendBaseWidget(m)
	return m
}

// CreateRenderer makes the widget's renderer.
func (m *thumb) CreateRenderer() fyne.WidgetRenderer { return &thumbRenderer{m} }

type thumbRenderer struct{ *thumb }

func (r *thumbRenderer) Destroy() {}
func (r *thumbRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.raster, r.frame, r.label}
}
func (r *thumbRenderer) MinSize() fyne.Size {
	return fyne.NewSize(thumbWidth, r.strip.height+r.label.MinSize().Height+12)
}

func (r *thumbRenderer) Layout(size fyne.Size) {
	at := fyne.NewPos((size.Width-thumbWidth)/2, 6)
	r.raster.Move(at)
	r.raster.Resize(fyne.NewSize(thumbWidth, r.strip.height))
	r.frame.Move(at.SubtractXY(1, 1))
	r.frame.Resize(fyne.NewSize(thumbWidth+2, r.strip.height+2))
	r.label.Move(fyne.NewPos(0, at.Y+r.strip.height+2))
	r.label.Resize(fyne.NewSize(size.Width, r.label.MinSize().Height))
}

// Refresh takes up the colours of the theme.
func (r *thumbRenderer) Refresh() {
	r.label.Color = colorOf(theme.ColorNameForeground)
	r.label.TextSize = fyne.CurrentApp().Settings().Theme().Size(theme.SizeNameCaptionText)
	r.frame.StrokeColor = colorOf(theme.ColorNameSeparator)
	r.label.Refresh()
	r.frame.Refresh()
}
