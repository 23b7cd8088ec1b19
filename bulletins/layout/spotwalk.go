package layout

import "safety365/bulletins/page"

// walker calls line for each line of text, and thing for each unit that is something
// else, with its room on the page.
type walker struct {
	line  func(*spotLine)
	thing func(*placing, page.Rect)
	turn  *turning // of what it is going through
}

// walk goes through all that stands on a page.
func (p *Pages) walk(pl *plan, line func(*spotLine), thing func(*placing, page.Rect)) {
	upright := walker{line: line, thing: thing}
	text := upright
	size, area := p.run.press.sheet(pl)
	sheet := area
	if p.run.press.vertical {
		text.turn = &turning{at: size.W}
		sheet = page.Rect{X: area.Y, Y: size.W - area.X - area.W, W: area.H, H: area.W}
	}
	text.units(pl.units, sheet)
	text.units(pl.notes, shift(sheet, 0, -pl.lift))
	text.units(pl.imprint, sheet)
	text.units(pl.sides, sheet)
	upright.units(pl.fixed, area)
	upright.units(pl.stands, area)
}

// units goes through placed units of a column.
func (w *walker) units(units []placed, column page.Rect) {
	for i := range units {
		u := &units[i]
		if f := u.u.fixed; f != nil && f.artifact {
			continue
		}
		w.unit(u.in, u.artifact, u.u, page.Rect{X: column.X + u.x, Y: column.Y + u.y, W: column.W, H: u.u.height})
	}
}

// unit goes through a unit whose room is r.
func (w *walker) unit(in *placing, artifact bool, u *unit, r page.Rect) {
	switch c := u.content.(type) {
	case *lineUnit:
		w.at(in, artifact, c, r.X, r.Y, u.height)
	case *rowUnit:
		for k := range c.cells {
			w.cell(in, artifact, &c.cells[k], r.X+c.x, r.Y)
		}
	case *asideUnit:
		w.aside(in, artifact, c, r.X, r.Y, r.W)
	case *panesUnit:
		for _, p := range c.panes {
			w.aside(in, artifact, p.asideUnit, r.X+p.x, r.Y+p.y, p.box.W)
		}
	case *lyingUnit:
		room := shift(c.room, r.X, r.Y)
		w.lying(false, room, func(w *walker, x, y page.Length) { w.aside(in, artifact, c.asideUnit, x, y, room.H) })
	default:
		switch c := c.(type) {
		case *figureUnit:
			r = shift(c.rect, r.X, r.Y)
		case *drawingUnit:
			r = shift(c.rect, r.X, r.Y)
		}
		if !artifact {
			w.thing(in, w.turn.rect(r))
		}
	}
}

// at goes to a line whose room has a corner and a height.
func (w *walker) at(in *placing, artifact bool, l *lineUnit, x, top, height page.Length) {
	x += l.x
	w.line(&spotLine{l, in, artifact, x, top + l.baseline, page.Rect{X: x, Y: top, W: l.line.Measure, H: height}, w.turn})
}

// cell goes through the lines of a cell of a row at a corner.
func (w *walker) cell(in *placing, artifact bool, c *cellUnit, x, y page.Length) {
	lines := func(w *walker, lines []cellLine, x, y page.Length) {
		for i := range lines {
			l := &lines[i]
			w.at(in, artifact, &l.lineUnit, x, y+l.y, l.h)
		}
	}
	lines(w, c.lines, x, y)
	if t := c.lying; t != nil {
		w.lying(t.left, shift(t.room, x, y), func(w *walker, x, y page.Length) { lines(w, t.lines, x, y) })
	}
}

// lying goes through what lies on its side in a room of the page.
func (w *walker) lying(left bool, room page.Rect, do func(w *walker, x, y page.Length)) {
	inner := *w
	var at page.Point
	inner.turn, at = into(left, room)
	do(&inner, at.X, at.Y)
}

// aside goes through units that stand apart.
func (w *walker) aside(in *placing, artifact bool, a *asideUnit, x, y, width page.Length) {
	for i := range a.units {
		u := &a.units[i]
		w.unit(in, artifact || u.artifact, u.u, page.Rect{X: x + u.x, Y: y + a.top + u.y, W: width, H: u.u.height})
	}
}
