package paragraph

import (
	"strings"

	"safety365/bulletins/page"
	"safety365/bulletins/paragraph/segment"
)

// fills reports whether an atom takes what its line leaves.
func (s *Setter) fills(a *atom) bool { return a.class == object && s.in.Runs[a.run].Fill }

// objectWidth returns the width of what is no text. A fill keeps what it parts a quarter
// of an em apart.
func (s *Setter) objectWidth(r *Run) page.Length {
	if r.Fill {
		return r.Format.Size / 4
	}
	return r.Box.Width
}

// joined are the leaders that make one line without gaps.
const joined = "_＿—─-"

// leader lays a fill: its share of what the line leaves, with its leader.
func (b *lineBuilder) leader(a *atom) {
	b.finish()
	share := b.left / b.fills
	b.left, b.fills = b.left-share, b.fills-1
	r, w := &b.s.in.Runs[a.run], a.width+share
	b.decorate(a.run, b.x, b.x+w)
	b.line.Size = max(b.line.Size, r.Format.Size)
	if run, ok := b.copies(r, w); ok {
		b.line.Runs = append(b.line.Runs, run)
	}
	b.x += w
}

// copies makes the run of a leader: as many copies as have room, at the right so that
// those of lines below one another stand in columns; or a line from end to end.
func (b *lineBuilder) copies(r *Run, w page.Length) (page.GlyphRun, bool) {
	f := r.Format
	run := page.GlyphRun{Size: f.Size, Color: f.Color, Lang: f.Lang, Source: page.Source{Block: -1, Offset: -1}}
	var one []page.Glyph
	var pen page.Length
	for at, c := range r.Leader {
		if run.Face == nil {
			run.Face, _ = b.s.wordFace(f, c)
			if isChinese(f.Lang) && c != '_' && c != '.' {
				run.Face, _ = f.Han.Face(c)
			}
		}
		id, ok := run.Face.Glyph(c)
		if !ok {
			return run, false
		}
		width := page.Length(run.Face.Sfnt().Advance(id)).MulDiv(int64(f.Size), int64(run.Face.UnitsPerEm()))
		one = append(one, page.Glyph{ID: id, Start: uint16(at), X: pen, Advance: width})
		pen += width
	}
	if pen <= 0 {
		return run, false
	}
	n, x, pitch := int(min(w/pen, maxRunText/page.Length(len(r.Leader)))), b.x, pen
	if strings.Trim(r.Leader, joined) == "" && n > 0 {
		if n++; w%pen == 0 {
			n--
		}
		if n > 1 {
			pitch = (w - pen) / page.Length(n-1)
		}
	} else {
		x += w - page.Length(n)*pen
	}
	if n == 0 {
		return run, false
	}
	run.Origin = page.Point{X: x, Y: -f.Rise}
	for k := range n {
		for _, g := range one {
			g.X += page.Length(k) * pitch
			g.Start += uint16(k * len(r.Leader))
			run.Glyphs = append(run.Glyphs, g)
		}
		run.Glyphs[len(run.Glyphs)-1].Advance += pitch - pen
	}
	run.Text = strings.Repeat(r.Leader, n)
	return run, true
}

// cut says what a line that begins at an atom parts.
func (s *Setter) cut(from int) Cut {
	switch {
	case from == 0 || s.atoms[from].forced:
		return Words
	case s.gaps[from].cost >= insideWord:
		return Inside
	case s.gaps[from].cost >= headingCost[segment.Bound]:
		return Bound
	}
	return Words
}
