package themes

import (
	"slices"
	"strconv"
	"strings"

	"safety365/bulletins/page"
)

// Grid is the grid of a page of so many lines of so many characters, such as the
// 22 × 28 of official documents (GB/T 9704-2012, 5.2.3). The zero value is none.
//
// The grid fills the type area exactly: the em of the first line touches its top, the
// em of the last its bottom, and the cells of a line its sides. So it states pitches,
// and the size of the type has no part in them.
type Grid struct {
	Lines, Chars int
	Pitch        page.Length // of baselines
	Cell         page.Length // room of a full-width character
	Strict       bool        // every character stands in a cell: no mark gives up room, no line is stretched
}

// None reports whether there is no grid.
func (g Grid) None() bool { return g.Lines == 0 }

// Up returns a height rounded up to whole lines.
func (g Grid) Up(h page.Length) page.Length {
	if g.Pitch <= 0 {
		return h
	}
	return (h + g.Pitch - 1) / g.Pitch * g.Pitch
}

// On reports whether lines of a leading stand on the grid.
func (g Grid) On(leading page.Length) bool {
	return g.Pitch > 0 && leading >= g.Pitch && leading%g.Pitch == 0
}

// gridSpec is off, or lines x characters.
type gridSpec struct{ lines, chars int }

// IsGrid reports whether a text says off, or how many lines of how many characters.
func IsGrid(s string) bool {
	var g gridSpec
	return g.parse(s) == nil
}

// Bounds of a grid.
const (
	leastGrid = 2
	mostGrid  = 200
)

func (g *gridSpec) parse(s string) *fault {
	if s == "off" {
		*g = gridSpec{}
		return nil
	}
	before, after, _ := strings.Cut(strings.NewReplacer("×", "x", "X", "x", "*", "x", " ", "").Replace(s), "x")
	lines, err1 := strconv.Atoi(before)
	chars, err2 := strconv.Atoi(after)
	if err1 != nil || err2 != nil || min(lines, chars) < leastGrid || max(lines, chars) > mostGrid {
		return wrong("theme-grid", "value", s)
	}
	*g = gridSpec{lines, chars}
	return nil
}

// offGrid are the roles that keep a leading of their own: what stands in tables, in
// notes and outside the type area.
var offGrid = []string{"table", "tablehead", "footnote", "header", "footer", "pagenumber", "draftmark"}

// blocks are the roles of what has a height of its own: the space round it is what
// it leaves of whole lines, and that of boxes too.
var blocks = []string{"figure", "tableblock"}

// A body whose size is further from the cell than this, in thousandths of the cell,
// takes the size of the cell: letters would overlap, or stand like beads.
const (
	closestFit = 1020
	widestFit  = 800
)

// layGrid measures the grid. Half of the room between two lines is added above and
// below the type area, so that it holds whole pitches and lines need not know that
// they are first or last. If the size of the body does not go with the grid, it
// returns the settings with one that does.
func (t *Theme) layGrid(root *node, s typesetSpec, r *report) *node {
	if s.Grid.lines == 0 {
		return nil
	}
	area, em := t.Area(1), t.styles["body"].Size
	if t.Typeset.Vertical() {
		area.W, area.H = area.H, area.W
	}
	g := Grid{Lines: s.Grid.lines, Chars: s.Grid.chars, Strict: s.Cells == "strict", Cell: area.W / page.Length(s.Grid.chars)}
	at, size := root.at("typeset", "grid"), root.at("styles", "body", "size")
	fitted := size != nil && size.file == fittedFile
	if !fitted && (em > g.Cell.MulDiv(closestFit, 1000) || em < g.Cell.MulDiv(widestFit, 1000)) && g.Cell > leastSize {
		fit := func(l page.Length) *node {
			return &node{file: fittedFile, line: at.line, col: at.col, text: l.Decimal(5) + "pt"}
		}
		styles, typeset := root.child("styles"), root.child("typeset").without("size")
		if t.Typeset.Measure > 0 { // as it was in the size that it was stated for
			typeset = typeset.with("measure", fit(t.Typeset.Measure))
		}
		return root.with("styles", styles.with("body", styles.child("body").with("size", fit(g.Cell)))).with("typeset", typeset)
	}
	if g.Pitch = (area.H - em) / page.Length(g.Lines-1); g.Pitch < em || g.Cell <= leastSize {
		r.node(at, "theme-grid-tight", "value", at.text)
		return nil
	}
	first, last := &t.Page.Top, &t.Page.Bottom
	if t.Typeset.Vertical() { // lines run from the right edge to the left
		first, last = &t.Page.Outer, &t.Page.Inner
	}
	over := g.Pitch*page.Length(g.Lines) - area.H
	*first -= over / 2
	*last -= over - over/2
	t.Typeset.Grid = g
	return nil
}

// fittedFile is where values stand that were fitted to the grid.
const fittedFile = "typeset.grid"

// alignStyles puts the leadings and spaces of all roles on the grid, and gives text of
// the body's size its cells.
func (t *Theme) alignStyles() {
	g := t.Typeset.Grid
	if g.None() {
		return
	}
	body := *t.styles["body"]
	t.Lists.Indent = t.Lists.Indent.MulDiv(int64(g.Cell), int64(body.Size))
	for role, s := range t.styles {
		if slices.Contains(offGrid, role) {
			continue
		}
		// A line takes as many lines of the grid as its characters need.
		s.Leading = max(g.Pitch, g.Up(s.Size.MulDiv(9, 8)))
		if s.Box.None() && !slices.Contains(blocks, role) {
			s.Before, s.After = g.spaces(s.Before, s.After)
		}
		s.Box.PadY = max(0, s.Box.PadY-max(0, g.Pitch-s.Size)/2)
		if s.Size == body.Size {
			for _, l := range []*page.Length{&s.Indent, &s.Left, &s.Right} {
				*l = l.MulDiv(int64(g.Cell), int64(body.Size))
			}
			s.Cell = g.Cell
		}
	}
}

// spaces returns the spaces above and below a text rounded to whole lines, and their
// sum as well: what the two lose together the larger gets.
func (g Grid) spaces(before, after page.Length) (page.Length, page.Length) {
	a, b := g.Nearest(before), g.Nearest(after)
	switch lost := g.Nearest(before+after) - a - b; {
	case lost > 0 && before >= after:
		a += lost
	case lost > 0:
		b += lost
	}
	return a, b
}

// Nearest returns a space rounded to whole lines.
func (g Grid) Nearest(l page.Length) page.Length {
	return (l + g.Pitch/2) / g.Pitch * g.Pitch
}
