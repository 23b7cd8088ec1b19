package layout

import (
	"slices"

	"safety365/bulletins/page"
	"safety365/themes"
)

// rowUnit is a row of a table, or rows that a merged cell holds together, or a piece
// of such that is taller than a page.
type rowUnit struct {
	x, w     page.Length
	look     *themes.Tables
	edges    []page.Length // column borders, from x
	least    page.Length   // height of a row
	tops     []page.Length // of its rows, from its own top; the last is its height
	cells    []cellUnit
	part     tablePart
	grid     themes.Grid // of whose lines its rows are so many; the zero value: of none
	below    page.Length // rule below it
	stripe   bool
	top      bool // the first row: the frame stands above it
	headless bool // no head is repeated above it
	lastHead bool // the last row of the head
	// firstFoot is the first row of the foot.
	firstFoot bool
	// begun and open say that a piece begins or ends inside a row; keep, that no page
	// breaks after it.
	begun, open, keep bool
	// carried is what stands again if a page begins with this piece: the text of
	// merged cells that began before.
	carried []cellLine
}

func (r *rowUnit) height() page.Length { return r.tops[len(r.tops)-1] }

// rowUnitOf wraps rows; the notes of their lines come with them.
func rowUnitOf(r *rowUnit, out *material) unit {
	u := unit{height: r.height(), content: r}
	for i := range r.cells {
		for _, l := range r.cells[i].all() {
			for _, a := range l.line.Anchors {
				u.notes = append(u.notes, a-1)
				u.dests = append(u.dests, out.notes[a-1].Back)
			}
		}
	}
	return u
}

// bands makes rows of the set cells of a part; rows that a merged cell joins are
// one.
func (s *tableSetter) bands(g grid, part tablePart) []*rowUnit {
	var out []*rowUnit
	for from := 0; from < len(g); {
		to := from + 1
		for r := from; r < to; r++ {
			for _, c := range g[r] {
				to = max(to, c.row+c.rows)
			}
		}
		u := &rowUnit{x: s.e.x, w: s.e.w, look: s.look, below: s.look.Row, edges: s.edges, part: part, grid: s.press.rowGrid(), stripe: part == bodyPart && len(out)%2 == 1}
		for r := from; r < to; r++ {
			for col, c := range g[r] {
				if c.row == r && c.col == col {
					c.set.row = r - from
					u.cells = append(u.cells, *c.set)
				}
			}
		}
		if part == bodyPart {
			u.least = s.t.RowHeight
		}
		u.stack(to - from)
		out = append(out, u)
		from = to
	}
	// Rows that belong together are told from the next ones by a rule.
	for i := 0; i+1 < len(out) && part == bodyPart && s.look.Row == 0; i++ {
		if len(out[i].tops) > 2 || len(out[i+1].tops) > 2 {
			out[i].below = s.look.Span
		}
	}
	return out
}

// stack finds the heights of n rows and puts the text of the cells into them.
func (r *rowUnit) stack(n int) {
	heights := make([]page.Length, n)
	inset := r.look.PadY
	if !r.grid.None() { // rounding up gives room enough
		inset /= 2
	}
	pad := 2 * inset
	for i := range heights {
		heights[i] = max(pad, r.least)
	}
	tall := slices.Clone(r.cells)
	slices.SortStableFunc(tall, func(a, b cellUnit) int { return a.rows - b.rows })
	for i := range tall {
		c := &tall[i]
		over := heights[c.row : c.row+c.rows]
		lack := c.height + pad
		for _, h := range over {
			lack -= h
		}
		if lack <= 0 {
			continue
		}
		for k := range over { // evenly, the odd bits at the end
			more := lack / page.Length(len(over)-k)
			over[k] += more
			lack -= more
		}
	}
	r.tops = make([]page.Length, n+1)
	for i, h := range heights {
		r.tops[i+1] = r.tops[i] + r.grid.Up(h)
	}
	for i := range r.cells {
		c := &r.cells[i]
		top := r.tops[c.row] + inset
		room := r.tops[c.row+c.rows] - r.tops[c.row] - pad - c.height
		switch c.valign {
		case "top":
		case "bottom":
			top += room
		default:
			top += room / 2
		}
		c.lying = c.lying.at(top)
		c.lines = slices.Clone(c.lines)
		for k := range c.lines {
			c.lines[k].y += top
		}
	}
}

// ground paints what lies behind rows; it is painted before all text, for text may
// reach into the rows below.
func (r *rowUnit) ground(d *drawer, x, y page.Length) {
	ground := page.Rect{X: x + r.x, Y: y, W: r.w, H: r.height()}
	switch {
	case r.part == headPart:
		d.rect(ground, r.look.Fill)
	case r.stripe:
		d.rect(ground, r.look.Stripe)
	}
	for i := range r.cells {
		c := &r.cells[i]
		if c.fill.Space == page.NoColor || c.col+c.cols >= len(r.edges) || c.row+c.rows >= len(r.tops) {
			continue
		}
		at := page.Rect{X: x + r.x + r.edges[c.col], Y: y + r.tops[c.row], W: r.edges[c.col+c.cols] - r.edges[c.col], H: r.tops[c.row+c.rows] - r.tops[c.row]}
		d.rect(at, c.fill)
	}
}

// draw draws rows: their text and their rules.
func (r *rowUnit) draw(d *drawer, x, y page.Length) {
	x += r.x
	for i := range r.cells {
		for k := range r.cells[i].lines {
			l := &r.cells[i].lines[k]
			d.line(&l.lineUnit, x+l.x, y+l.y+l.baseline)
		}
		if t := r.cells[i].lying; t != nil {
			t.draw(d, x, y)
		}
	}
	if d.firstRow && len(r.carried) > 0 {
		was := d.artifact
		d.artifact = true
		for k := range r.carried {
			l := &r.carried[k]
			d.line(&l.lineUnit, x+l.x, y+l.y+l.baseline)
		}
		d.artifact = was
	}
	r.rules(d, x, y)
}

// rules draws the rules of rows.
func (r *rowUnit) rules(d *drawer, x, y page.Length) {
	look := r.look
	rule := func(x, y, w, h page.Length) { d.rect(page.Rect{X: x, Y: y, W: w, H: h}, look.Color) }
	switch {
	case r.top || d.firstRow && r.headless:
		rule(x, y-look.Frame/2, r.w, look.Frame)
	case r.firstFoot:
		rule(x, y-look.Head/2, r.w, look.Head)
	}
	below := r.below
	switch {
	case d.lastRow:
		below = look.Frame
	case r.lastHead:
		below = look.Head
	}
	if d.lastRow || r.lastHead {
		rule(x, y+r.height()-below/2, r.w, below)
	} else {
		r.across(len(r.tops)-2, below, func(from, to page.Length) { rule(x+from, y+r.height()-below/2, to-from, below) })
	}
	for i := range len(r.tops) - 2 {
		r.across(i, look.Row, func(from, to page.Length) { rule(x+from, y+r.tops[i+1]-look.Row/2, to-from, look.Row) })
	}
	if r.part == headPart && look.Row == 0 && look.Span > 0 {
		r.underSpans(func(from, to, at page.Length) { rule(x+from, y+at-look.Span/2, to-from, look.Span) })
	}
	if look.Column > 0 {
		r.between(func(edge, from, to page.Length) { rule(x+edge-look.Column/2, y+from, look.Column, to-from) })
	}
}

// at returns the cell at a place, or nil.
func (r *rowUnit) at(row, col int) *cellUnit {
	for i := range r.cells {
		c := &r.cells[i]
		if row >= c.row && row < c.row+c.rows && col >= c.col && col < c.col+c.cols {
			return c
		}
	}
	return nil
}

// across calls do for the stretches of the border below a row that no cell crosses.
func (r *rowUnit) across(row int, width page.Length, do func(from, to page.Length)) {
	if width <= 0 || len(r.edges) < 2 {
		return
	}
	from := 0
	n := len(r.edges) - 1
	for col := 0; col <= n; col++ {
		crossed := col == n
		if !crossed {
			if c := r.at(row, col); c != nil {
				crossed = c.open || row+1 < c.row+c.rows
			}
		}
		if crossed {
			if from < col {
				do(r.edges[from], r.edges[col])
			}
			from = col + 1
		}
	}
}

// between calls do for the stretches of the borders between columns that no cell
// crosses.
func (r *rowUnit) between(do func(edge, from, to page.Length)) {
	for col := 1; col < len(r.edges)-1; col++ {
		from := 0
		for row := 0; row < len(r.tops); row++ {
			crossed := row == len(r.tops)-1
			if !crossed {
				c := r.at(row, col)
				crossed = c != nil && c.col < col
			}
			if crossed {
				if from < row {
					do(r.edges[col], r.tops[from], r.tops[row])
				}
				from = row + 1
			}
		}
	}
}

// underSpans calls do for the rules below the heads that go over several columns
// and have others below them.
func (r *rowUnit) underSpans(do func(from, to, at page.Length)) {
	last := len(r.tops) - 1
	for i := range r.cells {
		c := &r.cells[i]
		below := c.row + c.rows
		if c.cols < 2 || below == last && r.lastHead {
			continue
		}
		inset := r.look.PadX / 2
		do(r.edges[c.col]+inset, r.edges[c.col+c.cols]-inset, r.tops[below])
	}
}
