package word

import (
	"image"
	"slices"

	"safety365/bulletins/layout"
	"safety365/bulletins/page"
)

// backdrop is a picture that lies behind whole pages, such as the border of a
// certificate. As a frame it would drive the text from the page.
type backdrop struct {
	rel     string
	drawing *layout.Drawing
}

// backdropOf returns the drawing of what is fixed to the sheet, if it is as large as that or
// reaches into the text from above, if it is a line without a height, or turned: Word
// turns no text that stands in the page.
func (w *writer) backdropOf(f *layout.Fixed) *layout.Drawing {
	switch {
	case f.Turned:
		return w.turned(f)
	case !f.Artifact || len(f.Blocks) != 1:
		return nil
	}
	d, ok := f.Blocks[0].(*layout.Drawing)
	if !ok || len(d.Items) == 0 {
		return nil
	}
	top := w.flow.Theme.Area(max(f.Page, 1)).Y
	switch {
	case d.Size.H == 0:
		line := *d
		line.Size.H = page.Pt
		return &line
	case d.Size.H*2 >= w.flow.Theme.Page.Size.H, !f.Area && !f.Foot && !f.Here && f.At.Y < top && f.At.Y+d.Size.H > top:
		return d
	}
	return nil
}

// trimmed cuts a drawing off where it goes beyond the sheet, into the bleed: a frame does
// not begin there.
func (w *writer) trimmed(f *layout.Fixed) *layout.Fixed {
	d, ok := only(f.Blocks).(*layout.Drawing)
	if !ok || f.Area || f.Foot || f.Here || f.At.X >= 0 && f.At.Y >= 0 {
		return f
	}
	sheet := w.flow.Theme.Page.Size
	at := page.Rect{X: max(f.At.X, 0), Y: max(f.At.Y, 0)}
	at.W = min(f.At.X+d.Size.W, sheet.W) - at.X
	at.H = min(f.At.Y+d.Size.H, sheet.H) - at.Y
	cut := *d
	cut.Size = page.Size{W: at.W, H: at.H}
	cut.Items = []page.Item{moved(d.Items, f.At.X-at.X, f.At.Y-at.Y)}
	own := *f
	own.At, own.Blocks = at, []layout.Block{&cut}
	return &own
}

func moved(items []page.Item, x, y page.Length) *page.Group {
	return &page.Group{Transform: page.Matrix{A: 65536, D: 65536, E: x, F: y}, Items: items}
}

// turned draws what is fixed to the sheet upside down, as our pages have it.
func (w *writer) turned(f *layout.Fixed) *layout.Drawing {
	own := *f
	own.Page = 1
	d := &layout.Drawing{Size: page.Size{W: f.At.W, H: f.At.H}}
	alone := &layout.Flow{Info: w.flow.Info, Theme: w.flow.Theme, Fixed: []*layout.Fixed{&own}}
	_, _, err := layout.Build(w.ctx, alone, layout.Options{}, func(p *page.Page) error {
		d.Items = []page.Item{moved(p.Items, -f.At.X, -f.At.Y)}
		return nil
	})
	if err != nil {
		w.err = err
	}
	return d
}

// lay lays a backdrop behind the page that is open, and behind those that a break opens
// if it stands on every page.
func (w *writer) lay(f *layout.Fixed, d *layout.Drawing) {
	b := backdrop{w.drawn(d, true), d}
	w.hang(b, f)
	if f.Page == 0 && slices.Contains(w.flow.Fixed, f) {
		w.backdrops = append(w.backdrops, func() { w.hang(b, f) })
	}
}

// hang writes the paragraph that a backdrop hangs on.
func (w *writer) hang(b backdrop, f *layout.Fixed) {
	place := func(name, offset string) *node {
		return el(name, el("wp:posOffset", words(offset))).with("relativeFrom", "page")
	}
	p := spacer(0)
	w.sunk += page.Pt
	if w.breaks == "page" {
		w.broken(p)
	}
	p.add(w.behind(b.rel, b.drawing.Size, place("wp:positionH", emu(f.At.X)), place("wp:positionV", emu(f.At.Y))))
	w.into.add(p)
}

// clear makes a picture on white let through what lies behind it: a colour is mixed with
// as little white as there is in it.
func clear(img *image.RGBA) *image.NRGBA {
	out := image.NewNRGBA(img.Rect)
	for i := 0; i+3 < len(img.Pix); i += 4 {
		white := min(img.Pix[i], img.Pix[i+1], img.Pix[i+2])
		if alpha := 255 - int(white); alpha > 0 {
			for k := range 3 {
				out.Pix[i+k] = uint8((int(img.Pix[i+k]) - int(white)) * 255 / alpha)
			}
			out.Pix[i+3] = uint8(alpha)
		}
	}
	return out
}
