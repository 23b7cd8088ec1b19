package word

import "safety365/bulletins/layout"

// backdrop is a picture that lies behind whole pages, such as the border of a
// certificate. As a frame it would drive the text from the page.
type backdrop struct {
	rel     string
	drawing *layout.Drawing
}

// backdropOf returns the drawing of what is fixed to the sheet, if it is so large.
func (w *writer) backdropOf(f *layout.Fixed) *layout.Drawing {
	if !f.Artifact || len(f.Blocks) != 1 {
		return nil
	}
	d, ok := f.Blocks[0].(*layout.Drawing)
	if !ok || len(d.Items) == 0 || d.Size.H*2 < w.flow.Theme.Page.Size.H {
		return nil
	}
	return d
}

// lay lays a backdrop behind the page that is open, and behind those that a break opens
// if it stands on every page.
func (w *writer) lay(f *layout.Fixed, d *layout.Drawing) {
	b := backdrop{w.drawn(d), d}
	w.hang(b, f)
	if f.Page == 0 {
		w.backdrops = append(w.backdrops, func() { w.hang(b, f) })
	}
}

// hang writes the paragraph that a backdrop hangs on.
func (w *writer) hang(b backdrop, f *layout.Fixed) {
	place := func(name, offset string) *node {
		return el(name, el("wp:posOffset", words(offset))).with("relativeFrom", "page")
	}
	p := spacer(0)
	if w.breaks == "page" {
		p.child("w:pPr").add(el("w:pageBreakBefore")).sortKids(paragraphOrder)
		w.breaks = ""
	}
	p.add(w.behind(b.rel, b.drawing.Size, place("wp:positionH", emu(f.At.X)), place("wp:positionV", emu(f.At.Y))))
	w.into.add(p)
}
