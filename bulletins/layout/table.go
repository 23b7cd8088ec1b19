package layout

import (
	"slices"

	"safety365/bulletins/page"
	"safety365/bulletins/paragraph"
	"safety365/themes"
)

// tableHead is what stands again at the top of a page on which a table goes on.
type tableHead struct {
	units  []unit
	height page.Length
}

// rowUnit is a row of a table, or a slice of one that is taller than a page.
type rowUnit struct {
	cells  []cellUnit
	x, w   page.Length
	height page.Length
	look   *themes.Tables
	edges  []page.Length // column borders, from x
	head   bool
	stripe bool
	open   bool // the row goes on in the next slice: no rule below
	top    bool // the first row: the frame stands above it
	// lastHead is the last row of the head.
	lastHead bool
}

// cellUnit is the set text of a cell.
type cellUnit struct {
	lines []placedLine
}

type placedLine struct {
	lineUnit
	y page.Length // top of the line in the row
}

// table sets a table: measured columns, then rows.
func (b *builder) table(t *Table, e env) {
	tag := b.tag(e.tag, page.Tag{Role: page.RoleTable})
	b.spaced(t.Style, false, func() {
		if t.Caption != nil && t.Look.Caption != "below" {
			b.caption(t.Caption, t.Look.Gap, true, e, tag)
		}
		b.rows(t, e, tag)
		if t.Caption != nil && t.Look.Caption == "below" {
			b.caption(t.Caption, t.Look.Gap, false, e, tag)
		}
	})
}

// caption sets the caption of a table or picture and keeps it with that.
func (b *builder) caption(c *Text, gap page.Length, above bool, e env, parent int32) {
	e.tag = parent
	text := *c
	text.Tag = page.RoleCaption
	if !above && len(b.out.units) > 0 {
		b.out.units[len(b.out.units)-1].keep = true
	}
	from := len(b.out.units)
	b.text(&text, e)
	if from == len(b.out.units) {
		return
	}
	if above {
		last := &b.out.units[len(b.out.units)-1]
		last.after, last.keep = max(last.after, gap), true
	} else {
		b.out.units[from].before = max(b.out.units[from].before, gap)
	}
	for i := from; i < len(b.out.units)-1; i++ {
		b.out.units[i].keep = true
	}
}

func (b *builder) rows(t *Table, e env, tag int32) {
	look := &t.Look
	edges := b.columns(t, e.w)
	row := func(r *Row, parent int32, head bool, i int) *rowUnit {
		u := &rowUnit{x: e.x, w: e.w, look: look, edges: edges, head: head, stripe: !head && i%2 == 1}
		tr := b.tag(parent, page.Tag{Role: page.RoleTR})
		for c := range edges[1:] {
			role := page.Tag{Role: page.RoleTD}
			if head {
				role = page.Tag{Role: page.RoleTH, Header: "Column"}
			}
			cell := b.tag(tr, role)
			if c < len(r.Cells) {
				u.cell(b, r.Cells[c].Text, t.Columns, c, cell)
			} else {
				u.cells = append(u.cells, cellUnit{})
			}
		}
		u.align()
		return u
	}
	from := len(b.out.units)
	head := &tableHead{}
	if len(t.Head) > 0 {
		parent := b.tag(tag, page.Tag{Role: page.RoleTHead})
		for i := range t.Head {
			r := row(&t.Head[i], parent, true, i)
			r.top, r.lastHead = i == 0, i == len(t.Head)-1
			u := b.rowUnit(r)
			u.keep = true
			b.add(u, e)
			head.units = append(head.units, b.out.units[len(b.out.units)-1])
			head.height += r.height
		}
	}
	if head.height > b.press.height/3 || len(head.units) == 0 {
		head = nil
	}
	parent := b.tag(tag, page.Tag{Role: page.RoleTBody})
	for i := range t.Rows {
		r := row(&t.Rows[i], parent, false, i)
		r.top = i == 0 && len(t.Head) == 0
		for _, slice := range r.slices(b.press.height * 2 / 3) {
			u := b.rowUnit(slice)
			u.head = head
			b.add(u, e)
		}
	}
	if from < len(b.out.units) {
		b.out.units[from].first = true
		b.out.units[len(b.out.units)-1].last = true
	}
}

func (b *builder) rowUnit(r *rowUnit) unit {
	u := unit{height: r.height, content: r}
	for i := range r.cells {
		for k := range r.cells[i].lines {
			for _, a := range r.cells[i].lines[k].line.Anchors {
				u.notes = append(u.notes, a-1)
				u.dests = append(u.dests, b.out.notes[a-1].Back)
			}
		}
	}
	return u
}

// cell sets the text of cell c of a row.
func (r *rowUnit) cell(b *builder, t *Text, columns []Column, c int, tag int32) {
	if t == nil {
		r.cells = append(r.cells, cellUnit{})
		return
	}
	x := r.edges[c] + r.look.PadX
	w := r.edges[c+1] - r.edges[c] - 2*r.look.PadX
	text := *t
	style := *t.Style
	text.Style = &style
	style.Indent = 0
	switch {
	case c < len(columns) && columns[c].Stated:
		style.Align = columns[c].Align
	case r.head:
		style.Align = themes.Center
	case style.Align == themes.Justify && w < 12*style.Size:
		style.Align = themes.Left // too narrow to be stretched
	}
	text.Inlines = slices.Clone(t.Inlines)
	for i := range text.Inlines {
		if text.Inlines[i].Style == nil {
			text.Inlines[i].Style = t.Style // one format for all cells of a style
		}
	}
	p, links := b.paragraph(&text, tag, tag, max(w, style.Size))
	cell := cellUnit{}
	y := r.look.PadY
	for i := range p.Lines {
		l := &p.Lines[i]
		height, base := style.Leading, baselineIn(style.Leading, style.Size)
		if l.Above > base {
			height += l.Above - base
			base = l.Above
		}
		cell.lines = append(cell.lines, placedLine{lineUnit{line: l, x: x, baseline: base, role: style.Role, paragraph: b.out.paragraphs, links: links}, y})
		y += height
	}
	b.out.paragraphs++
	r.cells = append(r.cells, cell)
	r.height = max(r.height, y+r.look.PadY)
}

// align puts the cells of a row in the middle of its height.
func (r *rowUnit) align() {
	if r.height == 0 {
		r.height = 2 * r.look.PadY
	}
	span := func(lines []placedLine) page.Length {
		if len(lines) == 0 {
			return 0
		}
		return lines[len(lines)-1].y - lines[0].y
	}
	tallest := page.Length(0)
	for i := range r.cells {
		tallest = max(tallest, span(r.cells[i].lines))
	}
	for i := range r.cells {
		lines := r.cells[i].lines
		down := (tallest - span(lines)) / 2
		for k := range lines {
			lines[k].y += down
		}
	}
}

// slices cuts a row that is taller than limit into pieces between its lines.
func (r *rowUnit) slices(limit page.Length) []*rowUnit {
	if r.height <= limit {
		return []*rowUnit{r}
	}
	var tops []page.Length
	for i := range r.cells {
		for k := range r.cells[i].lines {
			tops = append(tops, r.cells[i].lines[k].y)
		}
	}
	slices.Sort(tops)
	tops = slices.Compact(tops)
	var out []*rowUnit
	for i, from := range tops {
		to := r.height
		if i+1 < len(tops) {
			to = tops[i+1]
		}
		if i == 0 {
			from = 0
		}
		s := &rowUnit{x: r.x, w: r.w, look: r.look, edges: r.edges, stripe: r.stripe, height: to - from, open: i+1 < len(tops), top: r.top && i == 0}
		for k := range r.cells {
			var cell cellUnit
			for _, l := range r.cells[k].lines {
				if l.y >= from && l.y < to {
					l.y -= from
					cell.lines = append(cell.lines, l)
				}
			}
			s.cells = append(s.cells, cell)
		}
		out = append(out, s)
	}
	return out
}

// columns returns the borders of the columns: as wide as their longest cells if
// there is room, and otherwise narrowed in proportion to what they can give, never
// below their longest word.
func (b *builder) columns(t *Table, w page.Length) []page.Length {
	n := len(t.Columns)
	for _, r := range slices.Concat(t.Head, t.Rows) {
		n = max(n, len(r.Cells))
	}
	if n == 0 {
		return []page.Length{0, w}
	}
	whole, least := make([]page.Length, n), make([]page.Length, n)
	for _, r := range slices.Concat(t.Head, t.Rows) {
		for c := range r.Cells {
			if text := r.Cells[c].Text; text != nil {
				a, l := b.natural(text)
				whole[c], least[c] = max(whole[c], a), max(least[c], l)
			}
		}
	}
	pad := 2 * t.Look.PadX
	var sumWhole, sumLeast page.Length
	for c := range n {
		whole[c] += pad
		least[c] = min(max(least[c], 2*b.press.theme.Style("table").Size)+pad, whole[c])
		sumWhole, sumLeast = sumWhole+whole[c], sumLeast+least[c]
	}
	edges := make([]page.Length, n+1)
	for c := range n {
		var width page.Length
		switch {
		case sumWhole == 0:
			width = w / page.Length(n)
		case sumWhole <= w:
			width = whole[c] + (w-sumWhole).MulDiv(int64(whole[c]), int64(sumWhole))
		case sumLeast >= w:
			width = w.MulDiv(int64(least[c]), int64(sumLeast))
		default:
			width = least[c] + (w-sumLeast).MulDiv(int64(whole[c]-least[c]), int64(sumWhole-sumLeast))
		}
		edges[c+1] = edges[c] + width
	}
	edges[n] = w
	return edges
}

// natural returns the width of a cell's text in one line and of its longest piece.
// Tags and notes that it makes on the way are thrown away.
func (b *builder) natural(t *Text) (whole, least page.Length) {
	probe := builder{press: b.press, setter: b.setter, out: &material{}}
	in, _ := probe.input(t, 0)
	in.Indent, in.Align = 0, paragraph.Left
	return b.setter.Natural(in)
}
