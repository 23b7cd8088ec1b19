package raster

import (
	"context"
	"errors"
	"fmt"
	"image"
	"math"
	"sync"

	"safety365/bulletins/page"
)

// MaxPixels bounds a picture of a page: A0 at 300 dpi.
const MaxPixels = 140_000_000

// What a Renderer remembers unless told otherwise.
const (
	DefaultGlyphBytes   = 32 << 20
	DefaultPictureBytes = 96 << 20
)

// Renderer draws pages. It may be used from several goroutines at once.
type Renderer struct {
	glyphs   *glyphCache
	pictures *pictureCache
	fillers  sync.Pool
}

// New returns a Renderer that remembers nothing yet.
func New() *Renderer { return NewSized(DefaultGlyphBytes, DefaultPictureBytes) }

// NewSized returns a Renderer that remembers that many bytes of glyph masks and of
// pictures.
func NewSized(glyphBytes, pictureBytes int) *Renderer {
	return &Renderer{
		glyphs:   newGlyphCache(glyphBytes),
		pictures: newPictureCache(pictureBytes),
		fillers:  sync.Pool{New: func() any { return &filler{} }},
	}
}

// Options say how a page is drawn.
type Options struct {
	DPI   float64
	Bleed bool        // the bleed is drawn as well; otherwise the trimmed page
	Into  *image.RGBA // drawn into if it has the right size and starts at (0, 0), to spare an allocation; what it shows is lost
}

// Size returns the pixels of a page.
func (o Options) Size(p *page.Page) (width, height int) {
	var extra page.Length
	if o.Bleed {
		extra = 2 * p.Bleed
	}
	pixels := func(l page.Length) int { return int(max(1, math.Round(l.Points()*o.DPI/72))) }
	return pixels(p.Trim.W + extra), pixels(p.Trim.H + extra)
}

// Draw draws a page. When ctx ends it returns nil and ctx's error soon. A picture
// that cannot be shown leaves a crossed grey box; then Draw returns the page and
// an error naming each such picture.
func (r *Renderer) Draw(ctx context.Context, p *page.Page, o Options) (*image.RGBA, error) {
	if !(o.DPI > 0 && o.DPI <= 10_000) {
		return nil, fmt.Errorf("raster: resolution %v dpi", o.DPI)
	}
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	w, h := o.Size(p)
	if int64(w)*int64(h) > MaxPixels {
		return nil, fmt.Errorf("raster: page %d would be %d × %d pixels", p.Number, w, h)
	}
	img := o.Into
	if img == nil || img.Rect != image.Rect(0, 0, w, h) {
		img = image.NewRGBA(image.Rect(0, 0, w, h))
	}
	f := r.fillers.Get().(*filler)
	defer r.fillers.Put(f)
	pt := &painter{Renderer: r, ctx: ctx, canvas: canvas{img: img}, filler: f}
	pt.white()
	scale := o.DPI / 72
	m := matrix{a: scale, d: scale}
	if o.Bleed {
		m.e = p.Bleed.Points() * scale
		m.f = m.e
	}
	if err := pt.items(p.Items, m, &clip{box: img.Rect}); err != nil {
		return nil, err
	}
	return img, errors.Join(pt.missing...)
}
