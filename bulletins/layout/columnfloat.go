package layout

import "safety365/bulletins/page"

// In columns a picture goes to the top or the foot of the column that it stands in, or of
// the next one that has room. Those that wait are parked; they keep their order, and come
// before what ends their columns.

// parked is a picture in columns, by its first unit.
type parked struct {
	in   *placing
	unit int
}

// units returns the units of the picture.
func (w *parked) units() []unit {
	return w.in.m.units[w.unit : w.unit+w.in.m.units[w.unit].floats]
}

// reach returns how far down a column goes, with the pictures at its top and foot.
func (f *filling) reach() page.Length { return f.bottom + f.colAbove + f.colBelow }

// fits reports whether a column goes no further than to a limit, and room is left for its
// notes and for the foot of a table.
func (p *paginator) fits(f *filling, b *band, limit, foot page.Length) bool {
	bottom := f.reach() + foot
	return bottom <= limit && bottom+p.foot.height(f.notes, f.foot()) <= b.room && p.roomAside(f)
}

// unpark puts the pictures that wait into a column, as many as have room. One that has
// none in the tallest column is put all the same.
func (p *paginator) unpark(f *filling, b *band, limit page.Length) {
	for len(f.parked) > 0 && f.parked[0].units()[0].cols == b.set {
		must := f.units == f.top && f.colAbove+f.colBelow == 0 && p.must(f, b, limit)
		if !p.fixIn(f, b, f.parked[0], limit, must) {
			return
		}
		f.parked = f.parked[1:]
	}
}

// floatIn puts a picture where it goes in its columns, or parks it; false: it is to be put
// where it stands.
func (p *paginator) floatIn(f *filling, b *band, w parked, limit page.Length) bool {
	units := w.units()
	place := units[0].float
	switch {
	case len(f.parked) > 0, place != pageFoot && f.colBelow > 0, place == pageTop && f.colDrawn > 0, place == ownPage && f.units > 0:
	case place == whereFits:
		with := *f
		with.bottom += max(f.after, units[0].before) + asideOf(units, 0).height
		if f.units == f.top || p.fits(&with, b, limit, 0) {
			return false
		}
	case p.fixIn(f, b, w, limit, false):
		f.at.unit += len(units)
		return true
	}
	f.parked = append(f.parked[:len(f.parked):len(f.parked)], w)
	f.at.unit += len(units)
	return true
}

// fixIn puts a picture at the top or the foot of a column, below those that are there, if
// it has room or must.
func (p *paginator) fixIn(f *filling, b *band, w parked, limit page.Length, must bool) bool {
	before, empty := f.mark, f.units == f.top
	units := w.units()
	a, last := asideOf(units, 0), &units[len(units)-1]
	y, place := b.top+f.colAbove, pageTop
	if units[0].float == pageFoot {
		y, place = f.colBelow+units[0].before, pageFoot
		f.colBelow += p.grid.Up(units[0].before + a.height)
	} else {
		f.colAbove += p.grid.Up(a.height + last.after)
	}
	f.all = f.all[:f.units]
	for i := range a.units {
		u := a.units[i]
		f.all = append(f.all, placed{in: w.in, u: u.u, y: y + u.y, fixed: place, col: f.col, x: f.x})
		p.bring(f, u.u, w.in)
	}
	f.units = len(f.all)
	if empty { // it is still the top for the text
		f.top = f.units
	}
	if !must && !p.fits(f, b, limit, 0) {
		f.mark = before
		return false
	}
	f.drawn++
	return true
}

// settleColumn moves the text of a column that was filled from a mark on below what stands
// at its top, and what stands at its foot to there.
func (f *filling) settleColumn(begin *mark, foot page.Length) {
	if f.colAbove == 0 && f.colBelow == 0 {
		return
	}
	for i := begin.units; i < f.units; i++ {
		u := &f.all[i]
		switch u.fixed {
		case inText:
			u.y += f.colAbove
		case pageFoot:
			u.y += foot
		}
		u.fixed = inText
	}
	for i := begin.fixed; i < f.mark.fixed; i++ {
		f.fixed[i].here.Y += f.colAbove
	}
	for i := begin.sides; i < f.mark.sides; i++ {
		f.sides[i].y += f.colAbove
	}
	f.bottom += f.colAbove
	if f.colBelow > 0 {
		f.bottom = foot + f.colBelow
	}
	f.colAbove, f.colBelow = 0, 0
}
