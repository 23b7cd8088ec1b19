package kinds

import (
	"fmt"

	"safety365/bulletins/layout"
)

// staged writes what stands at places of the sheet.
func (d *dumper) staged(b layout.Block) {
	switch b := b.(type) {
	case *layout.Fixed:
		words := fmt.Sprintf("fixed page %d at %v,%v %v×%v", b.Page, b.At.X, b.At.Y, b.At.W, b.At.H)
		if b.Area {
			words += " area"
		}
		if b.Foot {
			words += " foot"
		}
		if b.Fit {
			words += " fit"
		}
		if b.Artifact {
			words += " artifact"
		}
		d.line("%s %s %s %s", words, b.Valign, style(b.Style), b.Tag)
		d.inner(b.Blocks...)
	case *layout.Skip:
		d.line("skip to %v", b.To)
	case *layout.Row:
		d.line("row gap %v %s %s %s", b.Gap, b.Valign, style(b.Style), b.Tag)
		for _, c := range b.Cells {
			d.depth++
			d.line("cell %d %s", c.Share, style(c.Style))
			d.inner(c.Blocks...)
			d.depth--
		}
	case *layout.Vertical:
		d.line("vertical %s %s height %v %v even %v", style(b.Style), b.Tag, b.Height, b.Place, b.Even)
		d.inner(b.Blocks...)
	case *layout.Drawing:
		d.line("drawing %s %v %q", style(b.Style), b.Size, b.Alt)
	}
}

// ends writes what a flow has beside its blocks.
func (d *dumper) ends(f *layout.Flow) {
	d.prefix = "  = "
	for _, x := range f.Fixed {
		d.staged(x)
	}
	if len(f.Imprint) > 0 {
		d.line("imprint even %v", f.ImprintEven)
		d.inner(f.Imprint...)
	}
}

func tall(f *layout.Figure) string {
	if f.Height == 0 {
		return ""
	}
	return fmt.Sprintf(" height %v", f.Height)
}
