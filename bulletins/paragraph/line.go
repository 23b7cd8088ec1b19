package paragraph

import (
	"safety365/bulletins/page"
	"safety365/fonts"
)

// line makes the finished line of a span.
func (s *Setter) line(i int, sp span, lines int) Line {
	in := s.in
	room := in.width(i) - in.indent(i)
	natural := s.breaker.natural(sp.from, sp.to)
	last := sp.to == len(s.atoms) || s.atoms[sp.to].forced
	l := Line{Measure: in.width(i), Emergency: sp.emergency, X: in.indent(i), Width: natural}
	if in.Rules.Protrude && in.Align != Right && in.Align != Center {
		l.X -= s.breaker.startMargin(sp.from)
	}
	extra := newShares(&s.breaker, sp, 0)
	slack := room - natural
	b := lineBuilder{s: s, line: &l, fills: page.Length(s.breaker.fills[sp.to] - s.breaker.fills[sp.from])}
	if b.fills > 0 && slack > 0 {
		b.left, slack = slack, 0
	}
	l.Cut = s.cut(sp.from)
	switch {
	case slack < 0:
		extra = newShares(&s.breaker, sp, slack)
		l.Overfull = max(0, -slack-extra.given())
		used, _ := s.breaker.shrinkCost(sp.from, sp.to, -slack)
		l.Cost = used * used
		if all := s.breaker.shrinkable(sp.from, sp.to); all > 0 {
			l.Tight = int(extra.given().MulDiv(1000, int64(all)))
		}
	case in.Align == Justify && !last:
		if extra = newShares(&s.breaker, sp, slack); extra.loose > raggedBeyond {
			l.Ragged = true
			extra = newShares(&s.breaker, sp, 0)
			break
		}
		l.Loose = extra.loose
		used, _ := s.breaker.stretchCost(sp.from, sp.to, slack)
		l.Cost = used * used
	case in.Cell > 0 && in.Align == Left:
		b.more = s.spread(sp, room, natural, last)
	case in.Align == Center:
		l.X += slack / 2
	case in.Align == Right:
		l.X += slack
	}
	l.Orphan = i > 0 && sp.to == len(s.atoms) && s.breaker.orphan(sp.from)
	b.x = l.X
	b.atoms(sp, extra)
	l.Width = b.x - l.X
	if f := in.Runs[s.atoms[sp.to-1].run].Format; f != nil {
		l.Width -= f.Tracking // none after the last character
	}
	return l
}

// lineBuilder lays the atoms of a line one after the other.
type lineBuilder struct {
	s    *Setter
	line *Line
	x    page.Length
	more map[int]page.Length // what gaps have beside their shares, by index

	run      *page.GlyphRun // the run being built
	input    int32          // its input run
	textFrom int32          // where its text begins there
	textTo   int32
	lastRun  int32
	fill     decoration
	link     decoration
	fills    page.Length // how many atoms take what the line leaves
	left     page.Length // what it leaves
}

// decoration is something that spans the atoms of one format or link.
type decoration struct {
	on    bool
	run   int32
	begin page.Length
	end   page.Length
}

func (b *lineBuilder) atoms(sp span, extra shares) {
	b.lastRun = -1
	for i := sp.from; i < sp.to; i++ {
		a := &b.s.atoms[i]
		var lead page.Length
		if i > sp.from {
			g := &b.s.gaps[i]
			w := g.width + extra.next(g) + b.more[i]
			if g.space.space {
				b.space(g, w)
			}
			own := min(g.own, w)
			if own < w && a.lead > 0 {
				lead = min(w-own, a.lead)
			}
			b.room(w - lead)
			b.x += w
		}
		b.atom(a, lead)
	}
	if sp.to < len(b.s.gaps) {
		b.lineEnd(&b.s.gaps[sp.to])
	}
	b.finish()
	b.decorate(-1, 0, 0)
}

// room adds to the advance of the glyph before.
func (b *lineBuilder) room(w page.Length) {
	if b.run != nil && len(b.run.Glyphs) > 0 {
		b.run.Glyphs[len(b.run.Glyphs)-1].Advance += w
	}
}

// atom lays an atom at the pen. Lead is the glue before it that is its own.
func (b *lineBuilder) atom(a *atom, lead page.Length) {
	r := &b.s.in.Runs[a.run]
	if r.Anchor != 0 && a.run != b.lastRun && a.start == 0 {
		b.line.Anchors = append(b.line.Anchors, r.Anchor)
	}
	b.lastRun = a.run
	if b.s.fills(a) {
		b.leader(a)
		return
	}
	b.decorate(a.run, b.x, b.x+a.width)
	if a.class == object {
		b.finish()
		b.line.Boxes = append(b.line.Boxes, PlacedBox{r.Box, b.x, r.Tag})
		b.line.Above, b.line.Below = max(b.line.Above, r.Box.Ascent), max(b.line.Below, r.Box.Descent)
		b.x += a.width
		return
	}
	b.line.Size = max(b.line.Size, r.Format.Size)
	for k := a.glyph; k < a.glyph+a.n; k++ {
		g := &b.s.glyphs[k]
		b.begin(a.run, g.face, g.start, a.upright)
		b.run.Glyphs = append(b.run.Glyphs, page.Glyph{ID: g.id, Start: uint16(g.start - b.textFrom), X: b.x + a.shift + g.x, Y: g.y, Advance: g.advance})
		b.textTo = max(b.textTo, g.end)
	}
	// The room of the atom, not of its glyph: a mark's body with its own glue.
	if n := len(b.run.Glyphs); a.n == 1 && a.class != word && a.ruby == 0 {
		b.run.Glyphs[n-1].Advance = a.width + lead
	}
	if a.ruby > 0 {
		b.ruby(a)
	}
	if r.Format.Sign == Dots && a.class == han {
		b.dot(a, r.Format)
	}
	b.x += a.width
}

// maxRunText bounds the text of a glyph run, whose glyphs count it in 16 bits.
const maxRunText = 60_000

// begin makes sure that the run being built can take a glyph of that input run,
// face and text offset.
func (b *lineBuilder) begin(input int32, face *fonts.Face, start int32, upright bool) {
	if b.run != nil && b.input == input && b.run.Face == face && b.run.Vertical == upright && start-b.textFrom < maxRunText && (start == b.textTo || start >= b.textFrom && start < b.textTo) {
		return
	}
	b.finish()
	r := &b.s.in.Runs[input]
	src := int32(-1)
	if r.Source >= 0 {
		src = r.Source + start
	}
	b.line.Runs = append(b.line.Runs, page.GlyphRun{
		Face: face, Size: r.Format.Size, Color: r.Format.Color, Lang: r.Format.Lang,
		Tag: page.TagID(r.Tag), Source: page.Source{Block: -1, Offset: src}, Vertical: upright,
	})
	b.run, b.input, b.textFrom, b.textTo = &b.line.Runs[len(b.line.Runs)-1], input, start, start
}

// finish completes the run being built: its text, and its origin at its first glyph.
func (b *lineBuilder) finish() {
	if b.run == nil {
		return
	}
	r := &b.s.in.Runs[b.input]
	b.run.Text = r.Text[b.textFrom:b.textTo]
	b.run.Origin = page.Point{X: b.run.Glyphs[0].X, Y: -r.Format.Rise}
	for i := range b.run.Glyphs {
		b.run.Glyphs[i].X -= b.run.Origin.X
	}
	b.run = nil
}

// space sets the glyph of a typed space, so that the text keeps it.
func (b *lineBuilder) space(g *gap, w page.Length) {
	f := b.s.in.Runs[g.space.run].Format
	face := f.Latin.Faces[0]
	if b.run != nil && b.input == g.space.run && b.run.Face.Has(' ') {
		face = b.run.Face
	}
	id, ok := face.Glyph(' ')
	if !ok {
		return
	}
	b.begin(g.space.run, face, g.space.start, false)
	b.run.Glyphs = append(b.run.Glyphs, page.Glyph{ID: id, Start: uint16(g.space.start - b.textFrom), X: b.x})
	b.textTo = max(b.textTo, g.space.end)
}

// lineEnd sets what a break leaves behind: a hyphen, or the space that keeps words
// apart for those who copy or hear the text.
func (b *lineBuilder) lineEnd(g *gap) {
	switch {
	case g.hyphen > 0 && b.run != nil:
		f := b.s.in.Runs[b.input].Format
		face, id := hyphenGlyph(f)
		input := b.input
		b.finish()
		b.line.Runs = append(b.line.Runs, page.GlyphRun{
			Face: face, Size: f.Size, Color: f.Color, Lang: f.Lang, Text: "\u00AD",
			Origin: page.Point{X: b.x, Y: -f.Rise},
			Glyphs: []page.Glyph{{ID: id, Advance: g.hyphen}},
			Tag:    page.TagID(b.s.in.Runs[input].Tag), Source: page.Source{Block: -1, Offset: -1},
		})
		b.x += g.hyphen
	case g.space.space:
		b.space(g, 0)
	}
}
