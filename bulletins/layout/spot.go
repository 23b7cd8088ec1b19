package layout

import (
	"strings"

	"safety365/bulletins/page"
	"safety365/bulletins/paragraph"
)

// Origin is a place in the text of a document: a byte of a top-level block or of the
// block that defines a note.
type Origin struct {
	Block  int32  // top-level block; -1: none, or a note's
	Note   string // ID of the note; "": none
	Offset int32  // -1: the block as a whole
}

// Spot is a place on a page together with the one in the text that it comes from.
type Spot struct {
	Origin
	Page  int
	Caret page.Rect // where a caret before the character stands; its width is 0, or its height where lines run downwards
	Line  page.Rect // the line, or what is no text
	Text  string    // the characters of a line that comes from none of the text's blocks
}

// Find returns where a place in the text stands. Characters that are not printed (the
// marks of Markdown) stand where the nearest ones of their block do. It is false for
// a block that is on no page.
func (p *Pages) Find(at Origin) (Spot, bool) {
	f := finder{pages: p, want: at}
	if at.Note != "" {
		f.note()
	} else {
		f.block()
	}
	if f.line != nil {
		return f.spot(), true
	}
	f.best.Origin = at
	return f.best, f.found
}

// At returns what of the text stands at a point of a page, or nearest to it. It is
// false for a page without text.
func (p *Pages) At(number int, at page.Point) (Spot, bool) {
	if number < 0 || number >= len(p.plans) {
		return Spot{}, false
	}
	near := nearest{at: at}
	p.walk(&p.plans[number], near.line, near.thing)
	if near.in == nil {
		return Spot{}, false
	}
	out := near.spot()
	out.Page = number
	return out, true
}

// spotLine is a line where it stands, before it is turned.
type spotLine struct {
	*lineUnit
	in       *placing
	artifact bool
	x, y     page.Length // left end of its measure, and baseline
	box      page.Rect   // its measure by its leading
	turn     *turning
}

// noteOf returns the ID of the note that a placing sets, "" for text.
func (pl *placing) noteOf() string {
	if pl.note == nil {
		return ""
	}
	return pl.note.ID
}

func (pl *placing) origin(offset int32) Origin { return Origin{pl.source, pl.noteOf(), offset} }

// reading reports whether a run of a line is a reading (ruby): it has the source of
// the run that it stands beside.
func reading(line *paragraph.Line, run int) bool {
	offset := line.Runs[run].Source.Offset
	for i := range run {
		if offset >= 0 && line.Runs[i].Source.Offset == offset {
			return true
		}
	}
	return false
}

// glyphCell is the room of a glyph in its line. Those of a line do not overlap, as
// glyphs do where the empty half of a mark is left out.
type glyphCell struct {
	run      *page.GlyphRun
	start    int32 // in the run's text
	from, to page.Length
}

// cells returns the cells of a line, from the left end of its measure.
func cells(line *paragraph.Line) []glyphCell {
	var out []glyphCell
	var pen page.Length
	for i := range line.Runs {
		run := &line.Runs[i]
		if reading(line, i) {
			continue
		}
		for k := range run.Glyphs {
			g := &run.Glyphs[k]
			from := run.Origin.X + g.X
			if len(out) > 0 {
				from = max(from, pen)
				if last := &out[len(out)-1]; last.from == last.to {
					last.to = from
				}
			}
			pen = max(from, run.Origin.X+g.X+g.Advance)
			out = append(out, glyphCell{run, int32(g.Start), from, pen})
		}
	}
	if n := len(out) - 1; n >= 0 && out[n].from == out[n].to {
		out[n].to = max(out[n].to, line.X+line.Width)
	}
	return out
}

// caretIn returns where a caret before a byte of a run stands.
func caretIn(line *paragraph.Line, run *page.GlyphRun, at int32) page.Length {
	x, start := page.Length(-1), int32(-1)
	for _, c := range cells(line) {
		switch {
		case c.run != run:
		case at >= int32(len(run.Text)):
			x = max(x, c.to)
		case c.start <= at && c.start > start || start < 0:
			x, start = c.from, c.start
		}
	}
	return x
}

// spot makes a Spot of a place in a line, x from the left end of its measure.
func (l *spotLine) spot(run *page.GlyphRun, x page.Length) Spot {
	return Spot{
		Caret: l.turn.rect(page.Rect{X: l.x + x, Y: l.y + run.Origin.Y - run.Size*88/100, H: run.Size}),
		Line:  l.turn.rect(l.ink()),
	}
}

// ink is where the characters of a line stand, by its leading.
func (l *spotLine) ink() page.Rect {
	return page.Rect{X: l.x + l.line.X, Y: l.box.Y, W: l.line.Width, H: l.box.H}
}

// Seek returns the first line of a page that comes from none of the text's blocks and
// whose characters pass the test: a title or a signature that stands in the front
// matter.
func (p *Pages) Seek(number int, test func(text string) bool) (Spot, bool) {
	var out Spot
	found := false
	if number < 0 || number >= len(p.plans) {
		return out, false
	}
	p.walk(&p.plans[number], func(l *spotLine) {
		if found || l.artifact || l.in.source >= 0 || l.in.note != nil || len(l.line.Runs) == 0 {
			return
		}
		if text := textOf(l.line); test(text) {
			first := &l.line.Runs[0]
			out, found = l.spot(first, first.Origin.X), true
			out.Origin, out.Text, out.Page = l.in.origin(-1), text, number
		}
	}, func(*placing, page.Rect) {})
	return out, found
}

// textOf returns the characters of a line.
func textOf(line *paragraph.Line) string {
	var b strings.Builder
	for i := range line.Runs {
		b.WriteString(line.Runs[i].Text)
	}
	return b.String()
}
