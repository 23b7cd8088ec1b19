package layout

import "safety365/bulletins/page"

// walker calls line for each line of text, and thing for each unit that is something
// else.
type walker struct {
	line  func(*spotLine)
	thing func(*placing, page.Rect)
}

// walk goes through all that stands on a page. What is fixed among vertical text is left
// out: it is the only part of such a page that is not turned.
func (p *Pages) walk(pl *plan, w walker) {
	sheet := p.sheet(pl)
	lists := [][]placed{pl.units, pl.notes, pl.imprint, pl.sides}
	if !p.run.press.vertical {
		lists = append(lists, pl.fixed, pl.stands)
	}
	for k, units := range lists {
		top := sheet.Y
		if k == 1 {
			top -= pl.lift
		}
		for i := range units {
			u := &units[i]
			if f := u.u.fixed; f != nil && f.artifact {
				continue
			}
			w.unit(u.in, u.artifact, u.u, page.Rect{X: sheet.X + u.x, Y: top + u.y, W: sheet.W, H: u.u.height})
		}
	}
}

// unit goes through a unit whose room is r.
func (w *walker) unit(in *placing, artifact bool, u *unit, r page.Rect) {
	at := func(l *lineUnit, x, top, height page.Length) {
		x += l.x
		w.line(&spotLine{l, in, artifact, x, top + l.baseline, page.Rect{X: x, Y: top, W: l.line.Measure, H: height}})
	}
	switch c := u.content.(type) {
	case *lineUnit:
		at(c, r.X, r.Y, u.height)
	case *rowUnit:
		for k := range c.cells {
			for n := range c.cells[k].lines {
				l := &c.cells[k].lines[n]
				at(&l.lineUnit, r.X+c.x, r.Y+l.y, l.h)
			}
		}
	case *asideUnit:
		w.aside(in, artifact, c, r.X, r.Y, r.W)
	case *panesUnit:
		for _, p := range c.panes {
			w.aside(in, artifact, p.asideUnit, r.X+p.x, r.Y+p.y, p.box.W)
		}
	default:
		switch c := c.(type) {
		case *figureUnit:
			r = shift(c.rect, r.X, r.Y)
		case *drawingUnit:
			r = shift(c.rect, r.X, r.Y)
		}
		if !artifact {
			w.thing(in, r)
		}
	}
}

// aside goes through units that stand apart.
func (w *walker) aside(in *placing, artifact bool, a *asideUnit, x, y, width page.Length) {
	for i := range a.units {
		u := &a.units[i]
		w.unit(in, artifact || u.artifact, u.u, page.Rect{X: x + u.x, Y: y + a.top + u.y, W: width, H: u.u.height})
	}
}
