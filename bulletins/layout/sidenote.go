package layout

import (
	"slices"

	"safety365/bulletins/page"
	"safety365/bulletins/paragraph"
)

// A side note stands in the outer margin, its first line beside the line that it
// belongs to. It takes no room from the text; of notes that come too close the later
// goes down, and those that would go beyond the page's foot are pushed up. Where all
// notes of a page would not fit into the margin, the page ends before.

// Aside is a side note to the text that follows.
type Aside struct{ Note *Note }

func (*Aside) isBlock() {}

// sideNote is a side note on the page that is being filled.
type sideNote struct {
	in *placing
	y  page.Length // of the line that it belongs to: its baseline
}

// sideMargin is where side notes stand.
type sideMargin struct {
	gap       page.Length // between two
	odd, even page.Length // where they begin, from the left edge of the text
	turned    page.Length // on landscape pages
}

// sideMargin finds the place of the side notes of a theme.
func (p *press) sideMargin() sideMargin {
	w, gap := p.theme.Sidenotes()
	out := p.theme.Area(1).W + gap
	m := sideMargin{gap: p.theme.Style("sidenote").Leading / 2, odd: out, even: out}
	if p.theme.Page.Mirror {
		m.even = -gap - w
	}
	m.turned = p.across().width + gap
	sheet := &p.theme.Page
	if w, left := p.theme.TurnedSidenotes(); left {
		m.turned = max(-gap-w, -sheet.Bottom)
	} else { // where the margin is too narrow, on the page at least
		m.turned = min(m.turned, sheet.Size.H-sheet.Bottom-w)
	}
	return m
}

// aside sets a side note to what follows.
func (b *builder) aside(a *Aside, e env) {
	b.out.notes = append(b.out.notes, a.Note)
	b.add(unit{keep: true, notes: []int32{int32(len(b.out.notes) - 1)}}, e)
}

// keepSides gives the first line of a paragraph the side notes that no line has, for
// what they belong to is not seen.
func (b *builder) keepSides(units []unit, from int) {
	for n := from; n < len(b.out.notes); n++ {
		has := func(u unit) bool { return slices.Contains(u.notes, int32(n)) }
		if b.out.notes[n].Side && !slices.ContainsFunc(units, has) {
			units[0].notes = append(units[0].notes, int32(n))
		}
	}
}

// setSide sets a side note: one unit, for it is not parted. One that is taller than a
// page is told of.
func (p *press) setSide(s *paragraph.Setter, n *Note) *material {
	b := &builder{press: p, setter: s, out: &material{}}
	w, _ := p.theme.Sidenotes()
	if p.lies {
		w, _ = p.theme.TurnedSidenotes()
	}
	b.blocks(n.Blocks, env{w: w, tag: b.tag(0, page.Tag{Role: page.RoleNote})})
	a := asideOf(b.out.units, 0)
	if over := a.height - p.height; over > 0 {
		at, text := int32(-1), ""
		if line := firstLine(a); line != nil {
			at, text = source(line), excerpt(line)
		}
		b.problem("sidenote-overfull", at, "by", over.Decimal(1), "text", text)
	}
	b.out.units = []unit{{height: a.height, content: a}}
	b.out.noteUnits = make([]*material, len(b.out.notes)) // a note in a note brings nothing
	return b.out
}

// baselineOf returns where the first baseline of a unit lies.
func baselineOf(u *unit) page.Length {
	switch c := u.content.(type) {
	case *lineUnit:
		return c.baseline
	case *asideUnit:
		if len(c.units) > 0 {
			return c.top + c.units[0].y + baselineOf(c.units[0].u)
		}
	}
	return 0
}

// side puts a side note to those of the page.
func (p *paginator) side(f *filling, u *unit, note *placing) {
	y := f.all[len(f.all)-1].y + baselineOf(u)
	if u.content == nil {
		y += baselineOf(&note.m.units[0]) // of the line that follows
	}
	f.sides = append(f.sides[:f.mark.sides], sideNote{note, y})
	f.mark.sides++
	f.sideH += note.m.units[0].height + p.margin.gap
}

// roomAside reports whether the side notes of a page have room below one another.
func (p *paginator) roomAside(f *filling) bool { return f.sideH <= p.height+p.margin.gap }

// placeSides finds the places of the side notes of a page.
func (p *paginator) placeSides(f *filling, pl *plan) {
	notes := slices.Clone(f.sides[:f.mark.sides])
	slices.SortStableFunc(notes, func(a, b sideNote) int { return int(a.y - b.y) })
	x := p.margin.odd
	if pl.turned {
		x = p.margin.turned
	} else if pl.number%2 == 1 {
		x = p.margin.even
	}
	bottom := page.Length(0)
	for _, n := range notes {
		u := &n.in.m.units[0]
		y := max(n.y-baselineOf(u), bottom)
		pl.sides = append(pl.sides, placed{in: n.in, u: u, x: x, y: y})
		bottom = y + u.height + p.margin.gap
	}
	limit := p.height
	for i := len(pl.sides) - 1; i >= 0; i-- {
		s := &pl.sides[i]
		s.y = max(0, min(s.y, limit-s.u.height))
		limit = s.y - p.margin.gap
	}
}
