package layout

import (
	"slices"

	"safety365/bulletins/page"
	"safety365/themes"
)

// placing is a material in its place in the flow.
type placing struct {
	m         *material
	source    int32      // top-level block
	tags      page.TagID // number of its first tag
	paragraph int        // number of its first paragraph
	notes     []*placing // its notes, nil for those that an earlier reference brought
	note      *Note      // that it sets; nil: text
}

// cursor is a place between units of a flow.
type cursor struct{ block, unit int }

// placed is a unit at its height on a page.
type placed struct {
	in       *placing
	u        *unit
	y        page.Length // of its content; padTop is above it
	artifact bool        // a repeated head
	col      uint8       // the column that it stands in, from 1; 0: across the page
	x        page.Length // where that begins
	fixed    floatPlace  // at the top or foot of the page, apart from the text
	order    int         // of what is fixed on the sheet: it is read before that unit
	here     page.Point  // where the text had come to then
	late     bool        // it is read after the text
}

// plan says what stands on a page.
type plan struct {
	number    int
	units     []placed
	notes     []placed
	noteRules []noteRule
	from, to  cursor
	rest      []rest     // notes that the page before left
	floats    []*placing // pictures that it left
	parked    []parked   // and those of columns
	numbers   []noteNumber
	turned    bool // a landscape page
	rules     []columnRule
	sides     []placed
	fixed     []placed // on the sheet, among the blocks
	// What the document adds when its pages are known, see [run.complete].
	stands, imprint []placed
	lift            page.Length // of the notes, for the imprint
	blank           bool
	unnumbered      bool
}

// paginator puts units on pages.
type paginator struct {
	height  page.Length
	heights [2]page.Length // of upright and of landscape pages
	turned  bool           // the page being filled is a landscape one
	foot    noteFoot
	grid    themes.Grid
	byPage  bool // notes are numbered by page
	numbers map[*Note]int
	margin  sideMargin
	blocks  []*placing
	at      cursor
	rest    []rest
	floats  []*placing // pictures that had no room where they stand in the text
	parked  []parked
	number  int
	done    bool // no blocks follow those that are here
	slab    []placed
}

// filling is the page that is being filled. It only grows; a mark says how far it
// had come, so that it can go back there.
type filling struct {
	mark
	all []placed
	// floats are the pictures that wait for the next page.
	floats []*placing
	rules  []columnRule
	sides  []sideNote
	height page.Length // of the page
	alone  bool        // it holds nothing but pictures that want a page
	x      page.Length // where the column begins that is being filled
	col    uint8
	first  int // its first unit
	fixed  []placed
}

// mark is the state of a filling.
type mark struct {
	units, floats, rules int
	bottom               page.Length // of the last unit
	after                page.Length
	notes                []notePiece
	brought              int // notes that are new on this page
	layer                int // the last layer of notes, and the columns that it stands below
	cols                 *columnSet
	noteH                page.Length // the room of notes below text across the page
	floor                page.Length // how far down text and the notes of columns go
	at                   cursor      // after the last unit
	top                  int         // where the column begins among the units
	// What stands at the top and the foot of the page, apart from the text.
	above, below page.Length
	// What stands at the top and the foot of the column being filled, and what waits for the
	// next one.
	colAbove, colBelow page.Length
	colDrawn           int // pictures in its text
	parked             []parked
	sides              int
	sideH              page.Length // of the side notes, one below the other
	drawn              int         // pictures that none may stand above
	fixed              int         // on the sheet
	skip               page.Length // where the next unit stands at the highest
	phase              page.Length // of the lines of a grid, behind a skip
}

// next returns the plan of the next page; false when the blocks do not fill it yet
// and more may follow, or when there is nothing left.
func (p *paginator) next() (plan, bool) {
	if !p.pending() {
		return plan{}, false
	}
	p.begin()
	f := filling{all: p.slab[len(p.slab):], height: p.height}
	f.at = p.at
	f.parked = p.parked[:len(p.parked):len(p.parked)]
	p.takeRest(&f)
	if p.placeFloats(&f); f.alone {
		return p.close(&f), true
	}
	good, any := mark{}, false // as it was at the last break that is allowed
	keep := f.units == 0
	var figure mark // as it was before the picture being put
	for {
		f.at = p.normal(f.at)
		u, in, ok := p.unit(f.at)
		if !ok && !p.done {
			return plan{}, false
		}
		if len(f.parked) > 0 && (!ok || u.cols != f.parked[0].units()[0].cols) {
			switch p.band(&f, &f.parked[0].units()[0]) {
			case lacking:
				return plan{}, false
			case full:
				return p.close(&f), true
			}
			continue
		}
		if !ok {
			return p.close(&f), true
		}
		if u.turned != p.turned {
			if !f.empty() || len(f.notes) > 0 {
				return p.close(&f), true
			}
			p.lieAs(u.turned)
			f.height = p.height
		}
		if u.breakBefore {
			f.at.unit++
			if !f.empty() {
				return p.close(&f), true
			}
			continue
		}
		if p.stand(&f, u, in) {
			continue
		}
		if u.columnBreak && u.cols == nil || u.dropAtTop && f.units == f.top && p.number > 0 {
			f.at.unit++
			continue
		}
		if in.m.figure && f.at.unit == 0 {
			if in.m.place != inText && u.cols == nil {
				if p.float(&f, in) {
					continue
				}
				figure = f.mark
			}
			f.drawn++
		}
		if u.follow && f.mark.floats > 0 && f.units > 0 {
			return p.close(&f), true // what ends the document comes after its pictures
		}
		before := f.mark
		if !keep && !u.follow {
			good, any = before, true
		}
		if u.cols != nil {
			end := p.band(&f, u)
			if end == lacking {
				return plan{}, false
			}
			if end == full {
				if any && f.units == before.units && f.at == before.at {
					f.mark = good
				}
				if f.empty() && f.at == p.normal(p.at) && len(f.notes)+len(p.floats)+len(p.parked) == 0 {
					p.put(&f, u, in) // no page is empty for want of room
				}
				return p.close(&f), true
			}
			keep = false
			continue
		}
		if p.put(&f, u, in) {
			keep = u.keep
			continue
		}
		if in.m.place == whereFits && figure.units > 0 {
			f.mark = figure
			p.wait(&f, in)
			continue
		}
		switch {
		case p.splitNote(&f, u):
			return p.close(&f), true
		case any:
			f.mark = good
		case before.units > 0:
			f.mark = before // what should stay together is taller than a page
		}
		return p.close(&f), true // or the unit is
	}
}

// pending reports whether anything is left to be put on a page.
func (p *paginator) pending() bool {
	return len(p.rest) > 0 || len(p.floats) > 0 || len(p.parked) > 0 || p.more(p.at)
}

func (p *paginator) more(at cursor) bool {
	for {
		at = p.normal(at)
		u, _, ok := p.unit(at)
		if !ok || !u.breakBefore && !u.columnBreak && u.skip == 0 {
			return ok
		}
		at.unit++
	}
}

// normal moves a cursor that stands behind the last unit of a block to the next
// block that has one.
func (p *paginator) normal(at cursor) cursor {
	for at.block < len(p.blocks) && at.unit >= len(p.blocks[at.block].m.units) {
		at = cursor{at.block + 1, 0}
	}
	return at
}

// unit returns the unit at a normal cursor.
func (p *paginator) unit(at cursor) (*unit, *placing, bool) {
	if at.block >= len(p.blocks) {
		return nil, nil, false
	}
	return &p.blocks[at.block].m.units[at.unit], p.blocks[at.block], true
}

// put adds a unit to the page and reports whether it and its notes fit.
func (p *paginator) put(f *filling, u *unit, in *placing) bool {
	f.at.unit++
	f.all = f.all[:f.units]
	y := f.bottom
	if f.units > f.top {
		y += max(f.after, u.before)
	}
	if f.skip > y && p.grid.Pitch > 0 { // the lines below it are as far from the grid as it is
		f.phase = f.skip % p.grid.Pitch
	}
	y, f.skip = max(y, f.skip), 0
	if f.units == f.top && u.head != nil {
		for i := range u.head.units {
			h := &u.head.units[i]
			f.all = append(f.all, placed{in: in, u: h, y: y, artifact: true, col: f.col, x: f.x})
			y += h.height
		}
	}
	y += u.padTop
	if u.aligned {
		y = p.grid.Up(y-f.phase) + f.phase
	}
	f.all = append(f.all, placed{in: in, u: u, y: y, col: f.col, x: f.x})
	f.units = len(f.all)
	f.bottom = y + u.height + u.padBottom
	f.after = u.after
	p.bring(f, u, in)
	f.floor = f.bottom + p.foot.columns(f.notes)
	return f.bottom+u.foot.room()+f.noteH+f.above+f.below <= p.height && p.roomAside(f)
}

// close makes the plan of a page and moves on.
func (p *paginator) close(f *filling) plan {
	text := f.bottom
	f.repeatFoot()
	f.floor += f.bottom - text
	pl := plan{number: p.number, units: f.all[:f.units:f.units], from: p.at, to: f.at, rest: p.rest, floats: p.floats, parked: p.parked,
		turned: p.turned, rules: f.rules[:f.mark.rules], fixed: f.fixed[:f.mark.fixed:f.mark.fixed]}
	p.keepSlab(f.units)
	p.number++
	p.at = p.normal(f.at)
	p.floats, p.parked = slices.Clone(f.floats[:f.mark.floats]), slices.Clone(f.parked)
	foot := p.placeNotes(f, &pl)
	p.numberNotes(&pl, f.notes)
	if f.mark.sides > 0 {
		p.placeSides(f, &pl)
	}
	f.settle(&pl, foot)
	return pl
}

// slabSize is how many placed units are allocated at once.
const slabSize = 4096

// keepSlab moves the slab behind the units of a page.
func (p *paginator) keepSlab(n int) {
	if cap(p.slab)-len(p.slab) < n+slabSize/4 {
		p.slab = make([]placed, 0, slabSize)
		return
	}
	p.slab = p.slab[:len(p.slab)+n]
}
