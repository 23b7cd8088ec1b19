package editor

import (
	"context"

	"safety365/app/ui"
	"safety365/bulletins/page"
	"safety365/bulletins/raster"
)

// background runs f beside the goroutine of the widgets. Tests put a runner of their
// own in its place.
var background = ui.Go

// warmLimit bounds how many pictures are remembered as decoded.
const warmLimit = 1000

// warm takes pictures that nobody has decoded yet out of a page, and decodes them
// aside; when they are ready the surface is drawn again. A photograph takes long
// enough to decode that one would feel it while scrolling.
func (s *surface) warm(p *page.Page, dpi float64) {
	var items []page.Item
	for i, item := range p.Items {
		im, ok := item.(*page.Image)
		if !ok || s.ready[im.Source.Hash] {
			if items != nil {
				items = append(items, item)
			}
			continue
		}
		if items == nil {
			items = append(items, p.Items[:i]...)
		}
		items = append(items, &page.Path{Segments: page.RectPath(im.Rect), Fill: s.editor.state.Colors.Card})
		s.decode(im, dpi)
	}
	if items != nil {
		p.Items = items
	}
}

// decode has one picture decoded and made as large as it is shown.
func (s *surface) decode(im *page.Image, dpi float64) {
	hash := im.Source.Hash
	if s.waiting[hash] {
		return
	}
	s.waiting[hash] = true
	alone := *im
	alone.Rect.X, alone.Rect.Y = 0, 0
	p := &page.Page{Trim: page.Size{W: alone.Rect.W, H: alone.Rect.H}, Items: []page.Item{&alone}}
	background(func() {
		// A picture that cannot be decoded is found out once more when it is drawn.
		ink.Draw(context.Background(), p, raster.Options{DPI: dpi})
		ui.Do(func() {
			if len(s.ready) > warmLimit {
				clear(s.ready)
			}
			delete(s.waiting, hash)
			s.ready[hash] = true
			s.redraw()
		})
	})
}
