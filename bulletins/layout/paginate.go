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
	number   int
	units    []placed
	notes    []placed
	noteRule page.Length // y of the rule above the notes, if there are any
	from, to cursor
	rest     []rest     // notes that the page before left
	floats   []*placing // pictures that it left
	numbers  []noteNumber
	turned   bool // a landscape page
	rules    []columnRule
	sides    []placed
	fixed    []placed // on the sheet, among the blocks
	// What the document adds when its pages are known, see [run.complete].
	stands, imprint []placed
	lift            page.Length // of the notes, for the imprint
	blank           bool
	unnumbered      bool
}

// rest is a note or a part of one that waits for the next page.
type rest struct {
	in     *placing
	unit   int
	number int // on the page of its reference
}

// paginator puts units on pages.
type paginator struct {
	height  page.Length
	heights [2]page.Length // of upright and of landscape pages
	turned  bool           // the page being filled is a landscape one
	noteGap page.Length    // from the text to the rule, and from that to the first note
	rule    page.Length
	grid    themes.Grid
	byPage  bool // notes are numbered by page
	numbers map[*Note]int
	margin  sideMargin
	blocks  []*placing
	at      cursor
	rest    []rest
	floats  []*placing // pictures that had no room where they stand in the text
	number  int
	done    bool // no blocks follow those that are here
	slab    []placed
}

// filling is the page that is being filled. It only grows; a mark says how far it
// had come, so that it can go back there.
type filling struct {
	mark
	all   []placed
	notes []rest // whole notes and rests, in order
	// floats are the pictures that wait for the next page.
	floats          []*placing
	rules           []columnRule
	sides           []sideNote
	height, noteGap page.Length // of the page; above the rule of notes
	alone           bool        // it holds nothing but pictures that want a page
	x               page.Length // where the column begins that is being filled
	col             uint8
	fixed           []placed
}

// mark is the state of a filling.
type mark struct {
	units, notes, floats, rules int
	bottom                      page.Length // of the last unit
	after                       page.Length
	noteH                       page.Length
	at                          cursor // after the last unit
	top                         int    // where the column begins among the units
	// What stands at the top and the foot of the page, apart from the text.
	above, below page.Length
	sides        int
	sideH        page.Length // of the side notes, one below the other
	drawn        int         // pictures that none may stand above
	fixed        int         // on the sheet
	skip         page.Length // where the next unit stands at the highest
}

// next returns the plan of the next page; false when the blocks do not fill it yet
// and more may follow, or when there is nothing left.
func (p *paginator) next() (plan, bool) {
	if !p.pending() {
		return plan{}, false
	}
	p.begin()
	f := filling{all: p.slab[len(p.slab):], notes: p.rest[:len(p.rest):len(p.rest)], height: p.height, noteGap: p.noteGap}
	f.at = p.at
	f.mark.notes = len(f.notes)
	f.noteH = p.noteHeight(f.notes)
	if f.noteH > p.height*2/3 && p.more(f.at) {
		f.noteH = p.height * 2 / 3
	}
	if p.placeFloats(&f); f.alone {
		return p.close(&f), true
	}
	good, any := mark{}, false // as it was at the last break that is allowed
	keep := f.units == 0
	var figure mark // as it was before the picture being put
	for {
		f.at = p.normal(f.at)
		u, in, ok := p.unit(f.at)
		if !ok {
			if !p.done {
				return plan{}, false
			}
			return p.close(&f), true
		}
		if u.turned != p.turned {
			if !f.empty() || f.mark.notes > 0 {
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
				if any && f.units == before.units {
					f.mark = good
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
func (p *paginator) pending() bool { return len(p.rest) > 0 || len(p.floats) > 0 || p.more(p.at) }

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
		y = p.grid.Up(y)
	}
	f.all = append(f.all, placed{in: in, u: u, y: y, col: f.col, x: f.x})
	f.units = len(f.all)
	f.bottom = y + u.height + u.padBottom
	f.after = u.after
	p.bring(f, u, in)
	return f.bottom+u.foot.room()+f.noteH+f.above+f.below <= p.height && p.roomAside(f)
}

// bring puts the notes of a unit to those of the page.
func (p *paginator) bring(f *filling, u *unit, in *placing) {
	if len(u.notes) == 0 {
		return
	}
	f.notes = f.notes[:f.mark.notes]
	for _, n := range u.notes {
		if int(n) < len(in.notes) && in.notes[n] != nil {
			if in.m.notes[n].Side {
				p.side(f, u, in.notes[n])
				continue
			}
			f.notes = append(f.notes, rest{in.notes[n], 0, p.nextNumber(f)})
		}
	}
	f.mark.notes = len(f.notes)
	f.noteH = p.noteHeight(f.notes)
}

// splitNote lets the last note of a unit that itself fits go on at the foot of the
// next page, if at least a line of it has room.
func (p *paginator) splitNote(f *filling, u *unit) bool {
	if len(u.notes) == 0 || f.mark.notes == 0 || !p.roomAside(f) {
		return false
	}
	room := p.height - f.bottom - u.foot.room() - f.above - f.below
	last := f.mark.notes - 1
	if last > 0 {
		return p.noteHeight(f.notes[:last])+p.firstLine(f.notes[last]) <= room
	}
	return p.noteGap+p.rule+p.firstLine(f.notes[0]) <= room
}

func (p *paginator) firstLine(r rest) page.Length {
	if r.unit < len(r.in.m.units) {
		return r.in.m.units[r.unit].height
	}
	return 0
}

// noteHeight returns the room that notes take, with the rule above them.
func (p *paginator) noteHeight(notes []rest) page.Length {
	if len(notes) == 0 {
		return 0
	}
	h := p.noteGap + p.rule
	for _, r := range notes {
		for i := r.unit; i < len(r.in.m.units); i++ {
			h += r.in.m.units[i].height
		}
	}
	return h
}

// close makes the plan of a page and moves on. Notes that do not fit go on at the
// foot of the next page.
func (p *paginator) close(f *filling) plan {
	f.repeatFoot()
	pl := plan{number: p.number, units: f.all[:f.units:f.units], from: p.at, to: f.at, rest: p.rest, floats: p.floats,
		turned: p.turned, rules: f.rules[:f.mark.rules], fixed: f.fixed[:f.mark.fixed:f.mark.fixed]}
	p.keepSlab(f.units)
	p.number++
	p.at = p.normal(f.at)
	p.rest, p.floats = nil, slices.Clone(f.floats[:f.mark.floats])
	notes := f.notes[:f.mark.notes]
	room := p.height - f.bottom - p.noteGap - p.rule - f.above - f.below
	var height page.Length
fill:
	for k, r := range notes {
		for i := r.unit; i < len(r.in.m.units); i++ {
			u := &r.in.m.units[i]
			if height+u.height > room && (len(pl.units) > 0 || len(pl.notes) > 0) {
				p.rest = append([]rest{{r.in, i, r.number}}, notes[k+1:]...)
				break fill
			}
			pl.notes = append(pl.notes, placed{in: r.in, u: u, y: height})
			height += u.height
		}
	}
	top := p.height - height
	for i := range pl.notes {
		pl.notes[i].y += top
	}
	pl.noteRule = top - p.rule
	p.numberNotes(&pl, notes)
	if f.mark.sides > 0 {
		p.placeSides(f, &pl)
	}
	f.settle(&pl)
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
