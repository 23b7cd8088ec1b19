package layout

import "safety365/bulletins/page"

// A picture may leave its place in the text: it goes to the top or the foot of its page
// or of the next one that has room, to a page of its own, or, where it does not fit, to
// the top of the next page, and the text after it fills the page. Pictures keep their
// order, and none stands after what ends the document. What stands at a page's top or
// foot takes room from it; where it stands is settled when the page is closed.

// floatPlace is where a picture goes.
type floatPlace uint8

const (
	inText    floatPlace = iota // where it stands in the text
	whereFits                   // there, or at the top of the next page
	pageTop
	pageFoot
	ownPage
)

var floatPlaces = map[string]floatPlace{"top": pageTop, "bottom": pageFoot, "page": ownPage}

// floats says where a picture goes.
func (f *Figure) floats() floatPlace {
	if place := floatPlaces[f.Place]; place != inText {
		return place
	}
	if f.Look.Float && f.Side == "" {
		return whereFits
	}
	return inText
}

// float puts a picture where it goes or off to a later page; false: it is to be put
// where it stands.
func (p *paginator) float(f *filling, in *placing) bool {
	place := in.m.place
	switch {
	case f.mark.floats > 0, place == ownPage, place != pageFoot && f.below > 0:
	case place == whereFits:
		return false
	case (place == pageFoot || f.drawn == 0 && p.number > 0) && p.fix(f, in): // none stands above the title
		f.at = cursor{f.at.block + 1, 0}
		return true
	}
	p.wait(f, in)
	return true
}

// fix puts a picture at the top or the foot of a page, below those that are there, if
// it has room.
func (p *paginator) fix(f *filling, in *placing) bool {
	before, empty := f.mark, f.units == f.top
	a := asideOf(in.m.units, 0)
	y, units := f.above, in.m.units
	room := p.grid.Up(a.height + units[len(units)-1].after)
	if in.m.place == pageFoot {
		y, room = f.below+units[0].before, p.grid.Up(a.height+units[0].before)
		f.below += room
		f.drawn++
	} else {
		f.above += room
	}
	f.all = f.all[:f.units]
	for i := range a.units {
		u := a.units[i]
		f.all = append(f.all, placed{in: in, u: u.u, y: y + u.y, fixed: in.m.place})
		p.bring(f, u.u, in)
	}
	f.units = len(f.all)
	if empty { // it is still the top for the text
		f.top = f.units
	}
	if f.bottom+f.noteH+f.above+f.below > p.height {
		f.mark = before
		return false
	}
	return true
}

// settle moves the text of a page below what stands at its top, and what stands at its
// foot there, above its notes. Pictures alone on a page stand in the middle.
func (f *filling) settle(pl *plan, foot page.Length) {
	foot -= f.below
	down := f.above
	if f.alone {
		down = max(0, (foot-f.bottom)/2)
	}
	if down == 0 && f.below == 0 {
		return
	}
	for i := range pl.units {
		switch u := &pl.units[i]; u.fixed {
		case inText:
			u.y += down
		case pageFoot:
			u.y += foot
		}
	}
	for i := range pl.fixed {
		pl.fixed[i].here.Y += down
	}
	for i := range pl.sides {
		s := &pl.sides[i]
		s.y = min(s.y+down, max(s.y, f.height-s.u.height))
	}
	for i := range pl.rules {
		pl.rules[i].from += down
		pl.rules[i].to += down
	}
}

// placeFloats puts the pictures that wait on a page, as many as fit.
func (p *paginator) placeFloats(f *filling) {
	f.floats = p.floats[:len(p.floats):len(p.floats)]
	at := f.at
	for len(f.floats) > 0 && p.placeFloat(f, f.floats[0]) {
		f.floats = f.floats[1:]
	}
	f.at = at
	f.mark.floats = len(f.floats)
}

// placeFloat puts a picture that waits at the top of a page, or at its foot. The first
// is put however tall it is.
func (p *paginator) placeFloat(f *filling, in *placing) bool {
	before, own := f.mark, in.m.place == ownPage
	if before.units > 0 && own != f.alone {
		return false
	}
	if in.m.place == pageFoot && p.fix(f, in) {
		return true
	}
	fits := f.below == 0
	for i := range in.m.units {
		fits = p.put(f, &in.m.units[i], in) && fits
	}
	if !fits && before.units > 0 {
		f.mark = before
		return false
	}
	f.alone = own
	f.drawn++
	return true
}

// wait puts a picture off to the next page.
func (p *paginator) wait(f *filling, in *placing) {
	f.floats = append(f.floats[:f.mark.floats], in)
	f.mark.floats++
	f.at = cursor{f.at.block + 1, 0}
}
