package editor

import (
	"context"
	"image"
	"image/color"
	"image/draw"
	"math"

	"fyne.io/fyne/v2/canvas"

	"safety365/bulletins/page"
	"safety365/bulletins/raster"
)

// ink draws the text of all editors, which share the glyphs that it remembers.
var ink = raster.New()

// surface is the picture of the text that can be seen.
type surface struct {
	*canvas.Raster
	editor  *Editor
	picture *image.RGBA
	stale   bool
	drawn   int // how often it was drawn, for tests

	ready, waiting map[[32]byte]bool // pictures in the text, by hash: decoded, and being decoded
}

func newSurface(e *Editor) *surface {
	s := &surface{editor: e, stale: true, ready: map[[32]byte]bool{}, waiting: map[[32]byte]bool{}}
	s.Raster = canvas.NewRaster(s.draw)
	return s
}

// redraw has a new picture made when the window is painted next.
func (s *surface) redraw() {
	s.stale = true
	s.Refresh()
}

// draw returns a picture of w × h pixels.
func (s *surface) draw(w, h int) image.Image {
	if w <= 0 || h <= 0 || s.Size().Width <= 0 || s.editor.state.Document == nil {
		return image.NewUniform(color.Transparent)
	}
	if size := (image.Point{w, h}); !s.stale && s.picture != nil && s.picture.Rect.Size() == size {
		return s.picture
	}
	s.stale = false
	s.drawn++
	scale := float64(w) / float64(s.Size().Width)
	// A pixel more than is seen, lest the last row of pixels is half paper.
	p := *s.editor.view.Draw(s.editor.top, page.Length(math.Ceil(float64(h+1)/scale*float64(page.Pt))))
	p.Trim = page.Size{W: page.Length(float64(w) / scale * float64(page.Pt)), H: page.Length(float64(h) / scale * float64(page.Pt))}
	p.Bleed = 0
	s.warm(&p, 72*scale)
	// An error names pictures that cannot be shown; in their place is a crossed box.
	img, _ := ink.Draw(context.Background(), &p, raster.Options{DPI: 72 * scale, Into: s.picture})
	if img == nil {
		img = image.NewRGBA(image.Rect(0, 0, w, h))
		draw.Draw(img, img.Rect, image.NewUniform(paint(s.editor.state.Colors.Paper)), image.Point{}, draw.Src)
	}
	s.picture = img
	return img
}

// paint is the look of a colour.
func paint(c page.Color) color.Color { return color.NRGBA{c.R, c.G, c.B, 255} }
