package layout

import (
	"cmp"
	"slices"

	"safety365/bulletins/page"
	"safety365/themes"
)

// Report finds out how well pages are set, so that two settings can be compared, or
// two engines. It is given the pages in order, as [Build] hands them over, and keeps
// of each only what the next one decides about, so memory stays flat.
//
// What lines say of themselves ([page.Line]) is taken as it is; word spaces, rivers,
// hyphens, missing glyphs and what stands at a page's head and foot are read from the
// display list.
type Report struct {
	theme *themes.Theme
	lies  *turning // of vertical text
	found func(Finding)

	totals   Totals
	number   int                     // of the page that is being added, from 1
	here     []Finding               // on it
	before   []Finding               // on those before, until it is known how they go on
	passages map[int]*passage        // of paragraphs that may go on, by their numbers
	heading  *Finding                // at the foot of the page before
	keeps    map[string]bool         // roles that stay with what follows
	line     lineText                // the line that is being looked at
	spare    []space                 // for the next line
	borrowed map[borrowing]*instance // fallbacks
	wanted   map[int32][]*instance   // fallbacks not yet seen on a page, by block
	absent   map[rune]*instance      // missing glyphs
	seen     int                     // fallbacks and missing glyphs
}

// Fault says what a Finding is about. The words never change their meaning.
type Fault string

const (
	Loose     Fault = "loose"     // too wide: the em added to each gap between Han, or the widest word space in normal ones
	Tight     Fault = "tight"     // too narrow: the share of its glue that was taken back
	Ragged    Fault = "ragged"    // not filled, because its gaps would have been too wide
	Emergency Fault = "emergency" // broken where no break is allowed
	Overfull  Fault = "overfull"  // longer than its measure, by so many pt
	Orphan    Fault = "orphan"    // the last line of a paragraph, of one character
	Club      Fault = "club"      // the first line of a paragraph, alone at the foot of a page or column
	Widow     Fault = "widow"     // the last line of a paragraph, alone at the head of one
	River     Fault = "river"     // spaces between words below each other, in so many lines
	Hyphens   Fault = "hyphens"   // so many lines in a row that end in one
	Foot      Fault = "foot"      // a heading at the foot of a page or column
)

// Faults lists all of them.
var Faults = []Fault{Loose, Tight, Ragged, Emergency, Overfull, Orphan, Club, Widow, River, Hyphens, Foot}

// From where on a line is found fault with.
const (
	looseGap   = 100  // thousandths of an em added to the gaps between Han
	looseSpace = 2200 // thousandths of a normal word space
	tightShare = 800  // thousandths of a line's glue
	riverLines = 4
	hyphenRow  = 2 // the longest row that is allowed
)

// Finding is something that a typesetter would look at.
type Finding struct {
	Fault     Fault
	Source    page.Source // where the line begins, or the river
	Page, Row int         // on paper, from 1; lines at one height are one row
	Paragraph int
	Role      string
	Value     Thousandths
	Unit      string // em, spaces, share, pt, lines; "" when Value says nothing
	Text      string // the beginning of the line
}

// Totals are sums over all pages.
type Totals struct {
	Pages, Lines int
	Count        map[Fault]int
	Hyphens      int
	Badness      int64       // the sum of the lines' costs, without those of ragged lines
	WidestGap    Thousandths // em added to the gaps between Han
	WidestSpace  Thousandths // between two words, in normal ones
	// Characters, in the order of their first places.
	Fallbacks, Missing []CharTotal
}

// CharTotal is a character that is not in the face wanted.
type CharTotal struct {
	Char         rune
	Wanted, Used string // faces; a missing one has only Used, which shows a box
	Count        int
	Source       page.Source // of the first
	Page, Row    int         // 0: outside the lines, or not found
}

// Share returns how many of a thousand lines have a fault.
func (t *Totals) Share(f Fault) Thousandths { return portion(int64(t.Count[f])*1_000_000, t.Lines) }

// Mean returns the badness of a line on average.
func (t *Totals) Mean() Thousandths { return portion(t.Badness*1000, t.Lines) }

func portion(sum int64, of int) Thousandths {
	if of == 0 {
		return 0
	}
	return Thousandths((sum + int64(of)/2) / int64(of))
}

// NewReport returns a Report on pages set with a theme. Found is told of every
// Finding, page by page; nil: only the totals are wanted.
func NewReport(theme *themes.Theme, found func(Finding)) *Report {
	var lies *turning
	if theme != nil && theme.Typeset.Vertical() {
		lies = &turning{}
	}
	return &Report{
		theme: theme, lies: lies, found: found, totals: Totals{Count: map[Fault]int{}}, passages: map[int]*passage{},
		keeps: map[string]bool{}, borrowed: map[borrowing]*instance{}, wanted: map[int32][]*instance{}, absent: map[rune]*instance{},
	}
}

// Add takes the next page.
func (r *Report) Add(p *page.Page) {
	r.totals.Pages++
	r.number = p.Number + 1
	rows := r.rowsOf(p)
	for i := range p.Lines {
		r.addLine(p, &p.Lines[i], rows[i])
	}
	for _, g := range r.passages { // what does not go on here has ended
		if g.page != r.number {
			r.endPassage(g)
		}
	}
	r.feet(p, rows)
	r.chars(p, rows)
	r.turn()
}

// Finish is for when no page follows.
func (r *Report) Finish() *Totals {
	r.number = 0
	for _, g := range r.passages {
		r.endPassage(g)
	}
	r.turn()
	r.totals.Fallbacks, r.totals.Missing = totalsOf(r.borrowed), totalsOf(r.absent)
	return &r.totals
}

// turn hands over the findings of the pages before.
func (r *Report) turn() {
	slices.SortStableFunc(r.before, func(a, b Finding) int {
		return cmp.Or(cmp.Compare(a.Page, b.Page), cmp.Compare(a.Row, b.Row), cmp.Compare(a.Paragraph, b.Paragraph), cmp.Compare(a.Fault, b.Fault), cmp.Compare(a.Source.Offset, b.Source.Offset))
	})
	for _, f := range r.before {
		if r.found != nil {
			r.found(f)
		}
	}
	r.before, r.here = r.here, r.before[:0]
}

// note keeps a finding till its page is done with.
func (r *Report) note(f Finding, fault Fault, value Thousandths, unit string) {
	f.Fault, f.Value, f.Unit = fault, value, unit
	r.totals.Count[fault]++
	if f.Page == r.number {
		r.here = append(r.here, f)
	} else {
		r.before = append(r.before, f)
	}
}

// addLine looks at a line.
func (r *Report) addLine(p *page.Page, l *page.Line, row int) {
	t := &r.line
	t.read(p, l)
	f := Finding{Source: t.source, Page: r.number, Row: row, Paragraph: l.Paragraph, Role: l.Role, Text: t.excerpt()}
	r.totals.Lines++
	r.totals.Badness += l.Cost
	if t.han {
		r.totals.WidestGap = max(r.totals.WidestGap, Thousandths(l.Loose))
		if l.Loose > looseGap {
			r.note(f, Loose, Thousandths(l.Loose), "em")
		}
	} else {
		widest := t.widest()
		r.totals.WidestSpace = max(r.totals.WidestSpace, widest)
		if widest > looseSpace {
			r.note(f, Loose, widest, "spaces")
		}
	}
	if l.Tight > tightShare {
		r.note(f, Tight, Thousandths(l.Tight), "share")
	}
	if l.Ragged {
		r.note(f, Ragged, 0, "")
	}
	if l.Emergency {
		r.note(f, Emergency, 0, "")
	}
	if l.Overfull > t.size/100 {
		r.note(f, Overfull, Thousandths(l.Overfull.MulDiv(1000, int64(page.Pt))), "pt")
	}
	if l.Orphan {
		r.note(f, Orphan, 0, "")
	}
	if !l.Apart {
		r.follow(l, f, t)
	}
}

// feet finds the headings at the foot of a column, and of the page before, which this
// page shows to go on.
func (r *Report) feet(p *page.Page, rows []int) {
	if r.heading != nil {
		r.note(*r.heading, Foot, 0, "")
		r.heading = nil
	}
	last, text := -1, false
	for i := range p.Lines {
		l := &p.Lines[i]
		if isNote(l.Role) || l.Apart {
			continue
		}
		if last >= 0 && r.keep(p.Lines[last].Role) && r.down(l) < r.down(&p.Lines[last]) && l.Paragraph != p.Lines[last].Paragraph {
			r.note(r.finding(p, last, rows), Foot, 0, "")
		}
		text = text || !r.keep(l.Role)
		last = i
	}
	// A page of nothing but headings is a cover.
	if last >= 0 && text && r.keep(p.Lines[last].Role) && !r.below(p, r.down(&p.Lines[last])) {
		f := r.finding(p, last, rows)
		r.heading = &f
	}
}

func (r *Report) finding(p *page.Page, i int, rows []int) Finding {
	l := &p.Lines[i]
	r.line.read(p, l)
	return Finding{Source: r.line.source, Page: r.number, Row: rows[i], Paragraph: l.Paragraph, Role: l.Role, Text: r.line.excerpt()}
}

// keep reports whether a role stays with what follows.
func (r *Report) keep(role string) bool {
	keep, known := r.keeps[role]
	if !known && role != "" && r.theme != nil {
		keep = r.theme.Style(role).KeepNext
		r.keeps[role] = keep
	}
	return keep
}

// Thousandths is a decimal with three places.
type Thousandths int64

func (n Thousandths) String() string { return page.Length(n).MulDiv(int64(page.Pt), 1000).Decimal(3) }

// MarshalJSON writes it as a number.
func (n Thousandths) MarshalJSON() ([]byte, error) { return []byte(n.String()), nil }
