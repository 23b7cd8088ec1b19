package layout

import (
	"safety365/bulletins/page"
	"safety365/bulletins/paragraph"
)

// spread sets the one line of a text with its characters evenly over the measure: as
// much after each of them as the measure leaves. What needs more than a line is set as
// any text.
func (b *builder) spread(t *Text, tag int32, w page.Length) (*paragraph.Paragraph, []Link, narrowing) {
	in, links := b.input(t, tag)
	align := in.Align
	in.Measure, in.Indent, in.Align = w, 0, paragraph.Left
	width := func() page.Length {
		p := b.setter.Set(in)
		if len(p.Lines) != 1 {
			return -1
		}
		return p.Lines[0].Width
	}
	if natural := width(); natural >= 0 && natural < w {
		const one = page.Pt / 64 // so little that the line still has room
		track(in, one)
		if gaps := (width() - natural) / one; gaps > 0 {
			track(in, (w-natural)/gaps-one)
		} else {
			track(in, -one)
		}
		return b.lines(in), links, narrowing{}
	}
	in.Align = align
	return b.lines(in), links, narrowing{}
}

// track moves the characters of a paragraph apart.
func track(in *paragraph.Input, by page.Length) {
	for i := range in.Runs {
		if r := &in.Runs[i]; r.Format != nil {
			f := *r.Format
			f.Tracking += by
			r.Format = &f
		}
	}
}
