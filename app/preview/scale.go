package preview

import (
	"math"
	"slices"

	"fyne.io/fyne/v2"
	"safety365/bulletins/page"
	"safety365/bulletins/raster"
	"safety365/themes"
)

// The scale of pages, in per cent of true size.
const (
	minPercent = 10
	maxPercent = 400
)

// steps are where the zoom buttons stop.
var steps = []float64{10, 25, 33, 50, 67, 75, 90, 100, 110, 125, 150, 175, 200, 250, 300, 400}

// offered are the scales of the menu.
var offered = []int{50, 75, 100, 125, 150, 200, 300}

// stepFrom returns the next stop above or below a scale.
func stepFrom(percent float64, up bool) float64 {
	if up {
		for _, s := range steps {
			if s > percent*1.01 {
				return s
			}
		}
		return maxPercent
	}
	for _, s := range slices.Backward(steps) {
		if s < percent*0.99 {
			return s
		}
	}
	return minPercent
}

// unitsPerInch is how an inch is shown at 100 %.
const unitsPerInch = 96

// format is the size in which pages are shown and drawn.
type format struct {
	sheet page.Size   // trimmed
	bleed page.Length // shown round it
	units float64     // of the canvas, in a point of the page
	pixel float64     // in a unit of the canvas
}

// maxDrawn bounds the pixels of a page's picture. What is larger is drawn as large as
// this and stretched.
const maxDrawn = 16 << 20

// dpi is the resolution at which pages are drawn.
func (f *format) dpi() float64 {
	dpi := f.units * f.pixel * 72
	w, h := f.width().Points()/72*dpi, f.height().Points()/72*dpi
	if w*h > maxDrawn {
		dpi *= math.Sqrt(maxDrawn / (w * h))
	}
	return dpi
}

func (f *format) width() page.Length  { return f.sheet.W + 2*f.bleed }
func (f *format) height() page.Length { return f.sheet.H + 2*f.bleed }

// size is that of a page on the desk, in whole pixels.
func (f *format) size() fyne.Size {
	o := raster.Options{DPI: f.units * f.pixel * 72, Bleed: f.bleed > 0}
	w, h := o.Size(&page.Page{Trim: f.sheet, Bleed: f.bleed})
	return fyne.NewSize(float32(float64(w)/f.pixel), float32(float64(h)/f.pixel))
}

// rect is where a rectangle of a page lies, from the page's corner on the desk.
func (f *format) rect(r page.Rect) (fyne.Position, fyne.Size) {
	at := func(l page.Length) float32 { return float32(l.Points() * f.units) }
	return fyne.NewPos(at(r.X+f.bleed), at(r.Y+f.bleed)), fyne.NewSize(at(r.W), at(r.H))
}

// point is the point of a page at a place from its corner on the desk.
func (f *format) point(at fyne.Position) page.Point {
	length := func(x float32) page.Length { return page.Length(float64(x) / f.units * float64(page.Pt)) }
	return page.Point{X: length(at.X) - f.bleed, Y: length(at.Y) - f.bleed}
}

// fitted returns the scale at which pages fit the view, with a pixel for rounding: else
// they would need bars to be scrolled by a part of it.
func fitted(fit Fit, a *arrangement, f *format) float64 {
	columns := float64(a.columns())
	width := ((float64(a.view.Width)-2*edge-(columns-1)*gap)/columns - 1/f.pixel) / f.width().Points()
	height := (float64(a.view.Height) - 2*edge - 1/f.pixel) / f.height().Points()
	if fit == FitPage {
		width = min(width, height)
	}
	return width * 72 / unitsPerInch * 100
}

// bleedOf is how much bleed is shown with an overlay.
func bleedOf(t *themes.Theme, overlays []Overlay) page.Length {
	if t != nil && slices.Contains(overlays, Trim) {
		return t.Page.Bleed
	}
	return 0
}
