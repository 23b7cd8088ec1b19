package layout

import (
	"slices"

	"safety365/bulletins/page"
	"safety365/themes"
)

// Notes stand at the foot of the page of their reference, across the page or, where the
// theme says so, those of text in columns at the foot of their column. Notes of columns
// that do not fit go on in the next column, others on the next page. What stands at the
// foot of columns is above what goes across. Where a page has several sets of columns, the
// notes of each make a layer, the later above the earlier, so that what has been filled
// keeps its room.

// rest is a note or a part of one that waits for the next page.
type rest struct {
	in     *placing
	unit   int
	number int        // on the page of its reference
	cols   *columnSet // at the foot of whose columns it stands; nil: across the page
}

// notePiece is a note, or its units up to some, at a foot of a page.
type notePiece struct {
	rest
	to int
	foot
}

// foot is where notes stand. The zero value is the foot of the page.
type foot struct {
	layer int
	col   int // from 1; beyond the last column: they wait for the next page
}

// waits reports whether a piece has found no room on its page.
func (n *notePiece) waits() bool { return n.cols != nil && n.col > n.cols.n }

// height returns what the units of a piece take.
func (n *notePiece) height() (h page.Length) {
	for i := n.unit; i < n.to; i++ {
		h += n.in.m.units[i].height
	}
	return h
}

// noteFoot says how notes stand below text.
type noteFoot struct {
	gap, rule page.Length // from the text to the rule, and from that to the first note
	rise      page.Length // of the last line on a grid, whose lines are higher
	grid      themes.Grid
	byColumn  bool
}

func (p *press) noteFoot() noteFoot {
	n, g := &p.theme.Footnotes, p.theme.Typeset.Grid
	f := noteFoot{gap: n.Gap, rule: n.Rule.Gap + n.Rule.Width, grid: g, byColumn: n.Columns}
	if !g.None() {
		s, body := p.theme.Style("footnote"), p.theme.Style("body")
		f.rise = max(0, g.Pitch-baselineIn(g.Pitch, body.Size)-s.Leading+baselineIn(s.Leading, s.Size))
	}
	return f
}

// room returns what notes of a height take with their rule. On a grid these are whole
// lines, the last one on a line of the text.
func (n *noteFoot) room(notes page.Length) page.Length {
	if notes == 0 {
		return 0
	}
	return n.grid.Up(n.gap + n.rule + notes + n.rise)
}

// sum adds up the notes at a foot.
func sum(notes []notePiece, at foot) (h page.Length) {
	for i := range notes {
		if notes[i].foot == at {
			h += notes[i].height()
		}
	}
	return h
}

// height returns the room of the notes at a foot.
func (n *noteFoot) height(notes []notePiece, at foot) page.Length { return n.room(sum(notes, at)) }

// layer returns the room of a layer of notes: that of its highest foot.
func (n *noteFoot) layer(notes []notePiece, layer int) (h page.Length) {
	for i := range notes {
		if at := notes[i].foot; at.layer == layer && !notes[i].waits() {
			h = max(h, n.height(notes, at))
		}
	}
	return h
}

// columns returns the room of all notes at the feet of columns.
func (n *noteFoot) columns(notes []notePiece) (h page.Length) {
	for layer := layers(notes); layer > 0; layer-- {
		h += n.layer(notes, layer)
	}
	return h
}

// layers returns the number of the highest layer of notes.
func layers(notes []notePiece) (highest int) {
	for i := range notes {
		highest = max(highest, notes[i].layer)
	}
	return highest
}

// cut parts the notes at a foot: what has room stays there, with must at least one unit,
// and the rest is over.
func (n *noteFoot) cut(notes []notePiece, at foot, room page.Length, must bool) (kept []notePiece, over []rest) {
	var h page.Length
	for _, piece := range notes {
		if piece.foot != at {
			kept = append(kept, piece)
			continue
		}
		to := piece.unit
		if len(over) == 0 {
			to = n.fit(&piece, h, room, must && h == 0)
		}
		if to < piece.to {
			over = append(over, rest{piece.in, to, piece.number, piece.cols})
		}
		if to > piece.unit {
			piece.to = to
			h += piece.height()
			kept = append(kept, piece)
		}
	}
	return kept, over
}

// fit returns up to where a piece has room below notes of a height; it is cut only where
// a page may break. With must, it has room for one unit.
func (n *noteFoot) fit(piece *notePiece, h, room page.Length, must bool) int {
	units, to := piece.in.m.units, piece.unit
	for to < piece.to && (n.room(h+units[to].height) <= room || must && to == piece.unit) {
		h += units[to].height
		to++
	}
	most := to
	for to > piece.unit && to < piece.to && units[to-1].keep {
		to--
	}
	if to == piece.unit && must {
		return most
	}
	return to
}

// takeRest puts what the page before has left at the foot of a page. Text to come keeps a
// third of it.
func (p *paginator) takeRest(f *filling) {
	room := p.height
	if p.more(f.at) {
		room = p.height * 2 / 3
	}
	for _, r := range p.rest {
		if r.cols != nil {
			f.enter(r.cols)
			p.carry(f, r, 1, room, true)
			continue
		}
		f.notes = append(f.notes, notePiece{rest: r, to: len(r.in.m.units)})
	}
	f.noteH = min(p.foot.height(f.notes, foot{}), room) + p.foot.columns(f.notes)
}

// enter begins a layer for the notes of columns, unless these are the last ones.
func (m *mark) enter(cols *columnSet) {
	if m.cols != cols {
		m.cols = cols
		m.layer++
	}
}

// carry puts a note at the feet of the columns from a number on, so much in each, and
// leaves to the next page what has no room. With must, the first column takes at least
// one unit if it has no other notes.
func (p *paginator) carry(f *filling, r rest, col int, room page.Length, must bool) {
	units := r.in.m.units
	for ; col <= r.cols.n && r.unit < len(units); col++ {
		n := notePiece{rest: r, to: len(units), foot: foot{f.layer, col}}
		h := sum(f.notes, n.foot)
		n.to = p.foot.fit(&n, h, room, must && h == 0)
		must = false
		if n.to > n.unit {
			f.notes = append(f.notes, n)
			r.unit = n.to
		}
	}
	if r.unit < len(units) {
		f.notes = append(f.notes, notePiece{rest: r, to: len(units), foot: foot{f.layer, r.cols.n + 1}})
	}
}

// bring puts the notes of a unit to those of the page.
func (p *paginator) bring(f *filling, u *unit, in *placing) {
	if len(u.notes) == 0 {
		return
	}
	for _, n := range u.notes {
		if int(n) < len(in.notes) && in.notes[n] != nil {
			if in.m.notes[n].Side {
				p.side(f, u, in.notes[n])
				continue
			}
			f.brought++
			piece := notePiece{rest: rest{in: in.notes[n], number: f.brought}, to: len(in.notes[n].m.units)}
			if p.foot.byColumn && u.cols != nil {
				piece.cols, piece.foot = u.cols, f.foot()
			}
			f.notes = append(f.notes, piece)
		}
	}
	f.noteH = p.foot.height(f.notes, foot{}) + p.foot.columns(f.notes)
}

// splitNote lets the last note of a unit that itself fits go on at the foot of the
// next page, if at least a line of it has room.
func (p *paginator) splitNote(f *filling, u *unit) bool {
	if len(u.notes) == 0 || len(f.notes) == 0 || !p.roomAside(f) {
		return false
	}
	last := len(f.notes) - 1
	return f.notes[last].cols == nil && p.startOf(f.notes, last) <= p.height-f.floor-u.foot.room()-f.above-f.below
}

// startOf returns the room of the notes at a foot up to where the last one may be cut.
func (p *paginator) startOf(notes []notePiece, last int) page.Length {
	begun := slices.Clone(notes[:last+1])
	n := &begun[last]
	for to := n.unit + 1; to < n.to; to++ {
		if !n.in.m.units[to-1].keep {
			n.to = to
		}
	}
	return p.foot.height(begun, begun[last].foot)
}

// splitBelow lets the last note of a unit that itself fits into a column go on in the
// next one.
func (p *paginator) splitBelow(f *filling, b *band, u *unit, limit page.Length) bool {
	last := len(f.notes) - 1
	bottom := f.reach() + u.foot.room()
	if len(u.notes) == 0 || u.keep || last < 0 || f.notes[last].foot != f.foot() || bottom > limit || !p.roomAside(f) {
		return false
	}
	if p.startOf(f.notes, last) > b.room-bottom {
		return false
	}
	p.cutNotes(f, b, b.room-bottom)
	return true
}

// cutNotes leaves at the foot of a column what has room there; the rest goes on in the
// next ones.
func (p *paginator) cutNotes(f *filling, b *band, room page.Length) {
	if !p.foot.byColumn {
		return
	}
	kept, over := p.foot.cut(f.notes, f.foot(), room, false)
	f.notes = kept
	for _, r := range over {
		p.carry(f, r, int(f.col)+1, (b.room-b.top)*2/3, false)
	}
	f.noteH = p.foot.height(f.notes, foot{}) + p.foot.columns(f.notes)
}

// noteRule is the rule above the notes at a foot: where it begins, and the room it has;
// 0 is all of the page.
type noteRule struct{ x, y, w page.Length }

// placeNotes gives the notes of a page their places, and leaves what has no room to the
// next one. It returns where they begin.
func (p *paginator) placeNotes(f *filling, pl *plan) page.Length {
	kept, over := p.foot.cut(f.notes, foot{}, p.height-f.floor-f.above-f.below, len(pl.units) == 0)
	p.rest = nil
	stay := kept[:0]
	for _, n := range kept {
		if n.waits() {
			p.rest = append(p.rest, n.rest)
		} else {
			stay = append(stay, n)
		}
	}
	p.rest = append(p.rest, over...)
	top := p.height - p.foot.height(stay, foot{}) - p.foot.columns(stay)
	y := top
	for layer := layers(stay); layer >= 0; layer-- {
		y += p.foot.layer(stay, layer)
		for i := range stay {
			at := stay[i].foot
			if at.layer == layer && !slices.ContainsFunc(stay[:i], func(o notePiece) bool { return o.foot == at }) {
				p.foot.place(pl, stay, at, y)
			}
		}
	}
	return top
}

// place puts the notes of a foot above a line.
func (n *noteFoot) place(pl *plan, notes []notePiece, at foot, bottom page.Length) {
	y := bottom - n.rise - sum(notes, at)
	rule := noteRule{y: y - n.rule}
	for i := range notes {
		piece := &notes[i]
		if piece.foot != at {
			continue
		}
		if c := piece.cols; c != nil {
			rule.x, rule.w = c.outer.x+c.x(at.col-1), c.w
		}
		for k := piece.unit; k < piece.to; k++ {
			u := &piece.in.m.units[k]
			pl.notes = append(pl.notes, placed{in: piece.in, u: u, y: y, x: rule.x, col: uint8(at.col)})
			y += u.height
		}
	}
	pl.noteRules = append(pl.noteRules, rule)
}

// noteRules draws the rules above notes.
func (d *drawer) noteRules(rules []noteRule, look themes.Rule, area page.Rect) {
	for _, r := range rules {
		room := r.w
		if room == 0 {
			room = area.W
		}
		w := look.Length
		if w == 0 || w > room {
			w = room
		}
		d.rect(page.Rect{X: area.X + r.x, Y: area.Y + r.y, W: w, H: look.Width}, look.Color)
	}
}
