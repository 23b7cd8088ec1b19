package layout

import (
	"safety365/bulletins/page"
	"safety365/themes"
)

// tableSetter sets one table: it lays a grid (tablegrid.go), measures the columns
// (tableneed.go, tablewidth.go), sets the cells (tablecell.go), makes rows of them
// (tablerow.go), cuts those that are too tall (tablestrip.go) and says where a page
// may break (below).
type tableSetter struct {
	*builder
	t       *Table
	look    *themes.Tables // with its rooms at the table's scale
	e       env            // x and w are the table's
	scale   int            // of the type, in per cent
	cut     bool           // words are hyphenated even where the style says otherwise
	tight   bool           // and come apart anywhere
	columns []Column
	edges   []page.Length // borders of the columns, from e.x
	head    grid
	body    grid
	foot    grid
}

// tablePart is the part of a table that a row belongs to.
type tablePart uint8

const (
	bodyPart tablePart = iota
	headPart
	footPart
)

// table sets a table: measured columns, then rows.
func (b *builder) table(t *Table, e env) {
	tag := b.tag(e.tag, page.Tag{Role: page.RoleTable})
	s := &tableSetter{builder: b, t: t, e: e}
	s.grids()
	s.measure()
	around := s.around(e)
	from := len(b.out.units)
	b.spaced(t.Style, false, func() {
		if t.Caption != nil && t.Look.Caption != "below" {
			b.caption(t.Caption, t.Look.Gap, true, around, tag)
		}
		s.rows(tag, around)
		if t.Caption != nil && t.Look.Caption == "below" {
			b.caption(t.Caption, t.Look.Gap, false, around, tag)
		}
	})
	b.rounded(from)
	if t.ID != "" && from < len(b.out.units) {
		first := &b.out.units[from]
		first.dests = append(first.dests, t.ID)
	}
}

// captionWidth is the least room, in em, that a caption has.
const captionWidth = 16

// around returns where the caption stands: over the table, or over a wider stretch
// of the column where the table is very narrow.
func (s *tableSetter) around(e env) env {
	out := e
	out.x, out.w = s.e.x, s.e.w
	if s.t.Caption == nil {
		return out
	}
	if least := min(captionWidth*s.t.Caption.Style.Size, e.w); out.w < least {
		switch s.t.Place {
		case themes.Left:
		case themes.Right:
			out.x -= least - out.w
		default:
			out.x = max(e.x, min(out.x-(least-out.w)/2, e.x+e.w-least))
		}
		out.w = least
	}
	return out
}

// caption sets the caption of a table or picture and keeps it with that.
func (b *builder) caption(c *Text, gap page.Length, above bool, e env, parent int32) {
	e.tag = parent
	text := *c
	text.Tag = page.RoleCaption
	if !above && len(b.out.units) > 0 {
		b.out.units[len(b.out.units)-1].keep = true
	}
	from := len(b.out.units)
	b.text(&text, e)
	if from == len(b.out.units) {
		return
	}
	if above {
		last := &b.out.units[len(b.out.units)-1]
		last.after, last.keep = max(last.after, gap), true
	} else if !b.out.units[from].aligned { // on a grid the line's own room is enough
		b.out.units[from].before = max(b.out.units[from].before, gap)
	}
	for i := from; i < len(b.out.units)-1; i++ {
		b.out.units[i].keep = true
	}
}

// rows sets the rows of the table and makes units of them.
func (s *tableSetter) rows(tag int32, around env) {
	s.set(s.head, tag, page.RoleTHead, headPart)
	s.set(s.body, tag, page.RoleTBody, bodyPart)
	s.set(s.foot, tag, page.RoleTFoot, footPart)
	s.alignDecimals()

	from := len(s.out.units)
	heads := s.bands(s.head, headPart)
	bodies := s.bands(s.body, bodyPart)
	feet := s.bands(s.foot, footPart)
	head := s.repeated(heads, s.continued(around))
	foot := s.repeated(feet, nil)
	if foot.room() > s.press.height/4 {
		foot = nil
	}

	for i, r := range heads {
		r.top, r.lastHead = i == 0, i == len(heads)-1
		s.place(r, nil, nil).keep = len(bodies)+len(feet) > 0 || i < len(heads)-1
	}
	var starts []int // first units of the body's rows
	for i, r := range bodies {
		starts = append(starts, len(s.out.units))
		r.top, r.headless = i == 0 && len(heads) == 0, len(heads) == 0
		if last := s.place(r, head, foot); i == len(bodies)-1 {
			last.foot, last.keep = nil, len(feet) > 0
		}
	}
	s.keepRows(starts)
	for i, r := range feet {
		r.top, r.firstFoot = i == 0 && len(heads)+len(bodies) == 0, i == 0
		s.place(r, nil, nil).keep = i < len(feet)-1
	}
	if from < len(s.out.units) {
		s.out.units[len(s.out.units)-1].last = true
	}
}

// place adds units for a row, several if it is too tall, and returns the last. Head
// and foot are what is repeated on the pages that begin and end with it.
func (s *tableSetter) place(r *rowUnit, head, foot *tableHead) *unit {
	limit := min(s.press.height*2/3, s.press.height-head.room()-foot.room()-s.captionHeight())
	pieces := []*rowUnit{r}
	if r.height() > limit {
		pieces = s.split(r, limit)
		if last := pieces[len(pieces)-1]; len(pieces) > 1 {
			whole := page.Length(0)
			for _, piece := range pieces {
				whole += piece.height()
			}
			last.tops[1] += r.grid.Up(whole) - whole
		}
	}
	for _, piece := range pieces {
		u := rowUnitOf(piece, s.out)
		u.head, u.foot, u.keep = head, foot, piece.keep
		u.aligned = !r.grid.None() && !piece.begun
		if piece.begun {
			u.head = s.padded(head, false)
		}
		if piece.open {
			u.foot = s.padded(foot, true)
		}
		s.add(u, s.e)
	}
	return &s.out.units[len(s.out.units)-1]
}

// keepRows keeps the first rows of the body together, and the last ones, so that
// there are so many before and after a page break.
func (s *tableSetter) keepRows(starts []int) {
	n := min(s.look.Rows, len(starts))
	if n < 2 {
		return
	}
	units := s.out.units
	end := len(units)
	keep := func(from, to int) { // the units [from, to)
		height := page.Length(0)
		for i := from; i < to; i++ {
			height += units[i].height
		}
		if height > s.press.height/3 {
			return
		}
		for i := from; i < to-1; i++ {
			units[i].keep = true
		}
	}
	last := end
	if n < len(starts) {
		last = starts[n]
	}
	keep(starts[0], last)
	keep(starts[len(starts)-n], end)
}

// captionHeight returns the room above the first row on its page.
func (s *tableSetter) captionHeight() page.Length {
	var h page.Length
	if s.t.Caption != nil {
		h = s.t.Caption.Style.Leading*2 + s.look.Gap
	}
	return min(h, s.press.height/6)
}

// continued sets the line above a repeated head.
func (s *tableSetter) continued(around env) []unit {
	if s.t.Continued == nil {
		return nil
	}
	sub := builder{press: s.press, setter: s.setter, out: &material{}}
	sub.text(s.t.Continued, env{x: around.x, w: around.w, frame: around.frame})
	units := sub.out.units
	for i := range units {
		units[i].before, units[i].after, units[i].dests, units[i].outline = 0, 0, nil, nil
		units[i].padTop, units[i].padBottom = 0, 0
	}
	if n := len(units); n > 0 {
		units[n-1].height = s.press.rowGrid().Up(units[n-1].height + s.look.Gap)
	}
	return units
}

// repeated returns what rows repeat on the pages that the table goes on to, below
// other units; nil if that is nothing, or too much to be repeated.
func (s *tableSetter) repeated(rows []*rowUnit, above []unit) *tableHead {
	h := &tableHead{units: above}
	for _, r := range rows {
		h.units = append(h.units, unit{height: r.height(), content: r, frame: s.e.frame})
	}
	for i := range h.units {
		h.height += h.units[i].height
	}
	if h.height > s.press.height/3 {
		if len(above) > 0 {
			return s.repeated(rows, nil)
		}
		return nil
	}
	if len(h.units) == 0 {
		return nil
	}
	return h
}

// padded returns what is repeated with the room between rule and text that a row
// lacks where it is cut.
func (s *tableSetter) padded(h *tableHead, above bool) *tableHead {
	pad := unit{height: s.look.PadY, frame: s.e.frame, content: &rowUnit{x: s.e.x, w: s.e.w, look: s.look, edges: s.edges, tops: []page.Length{0, s.look.PadY}}}
	out := &tableHead{height: pad.height + h.room()}
	if above {
		out.units = append(out.units, pad)
	}
	if h != nil {
		out.units = append(out.units, h.units...)
	}
	if !above {
		out.units = append(out.units, pad)
	}
	return out
}

// tableHead is what stands again at the top, or at the foot, of a page on which a
// table goes on.
type tableHead struct {
	units  []unit
	height page.Length
}

// room returns the height of what is repeated.
func (h *tableHead) room() page.Length {
	if h == nil {
		return 0
	}
	return h.height
}

// repeatFoot puts the foot of a table that goes on below the last unit of a page.
func (f *filling) repeatFoot() {
	if f.units == 0 {
		return
	}
	last := f.all[f.units-1]
	if last.artifact || last.u.foot == nil {
		return
	}
	f.all = f.all[:f.units]
	for i := range last.u.foot.units {
		u := &last.u.foot.units[i]
		f.all = append(f.all, placed{in: last.in, u: u, y: f.bottom, artifact: true, col: last.col, x: last.x})
		f.bottom += u.height
	}
	f.units = len(f.all)
}
