package layout

import (
	"safety365/bulletins/page"
	"safety365/bulletins/paragraph"
	"safety365/themes"
)

// On a page with a grid each line of text stands with its baseline on a line of the
// grid: all of them begin at multiples of its pitch (unit.aligned), and the theme has
// given them heights of whole pitches. What is no line of the grid, such as a row of
// a table, takes the room that it needs, and the next line begins on the grid again.

// baseline returns where the baseline of a style lies in its leading.
func (p *press) baseline(s *themes.Style) page.Length {
	g := p.theme.Typeset.Grid
	if !g.On(s.Leading) {
		return baselineIn(s.Leading, s.Size)
	}
	// That of the body on the last line that it takes, whatever its size.
	return s.Leading - g.Pitch + baselineIn(g.Pitch, p.theme.Style("body").Size)
}

// align puts a line on the grid: what an inline picture needs above or below it is
// rounded up to whole lines. It returns how much the baseline goes down for that.
func (p *press) align(u *unit, s *themes.Style, tall bool) page.Length {
	g := p.theme.Typeset.Grid
	if !g.On(s.Leading) {
		return 0
	}
	u.aligned = true
	more := g.Up(u.height) - u.height
	u.height += more
	if tall {
		return more
	}
	return 0
}

// framed gives a picture the room of whole lines and puts it into their middle.
func (p *press) framed(u unit, f *figureUnit) unit {
	g := p.theme.Typeset.Grid
	if g.None() {
		return u
	}
	u.aligned = true
	over := g.Up(u.height+g.Pitch/3) - u.height
	f.rect.Y += over / 2
	for i := range f.missing {
		f.missing[i].y += over / 2
	}
	u.height += over
	return u
}

// rounded shares what the units from an index on, up to the next line of the grid,
// leave of whole lines: half of it goes above them.
func (b *builder) rounded(from int) {
	g, units := b.press.theme.Typeset.Grid, b.out.units[from:]
	if g.None() || len(units) == 0 || units[0].aligned {
		return
	}
	total, last := units[0].before, 0
	for last < len(units) && !units[last].aligned {
		total += units[last].height
		last++
	}
	over := g.Up(total+units[last-1].after) - total
	units[0].before += over / 2
}

// gridAlign says how lines meet the margins: in the cells of a strict grid none is
// stretched.
func gridAlign(ts *themes.Typeset, s *themes.Style) paragraph.Align {
	if ts.Grid.Strict && s.Cell > 0 && s.Align == themes.Justify {
		return paragraph.Left
	}
	return paragraph.Align(s.Align)
}

// strictCell returns the cell of a strict grid in which the characters of a style stand.
func strictCell(ts *themes.Typeset, s *themes.Style) page.Length {
	if ts.Grid.Strict && gridAlign(ts, s) == paragraph.Left {
		return s.Cell
	}
	return 0
}

// rowGrid returns the grid of whose lines the rows of tables are whole numbers: a strict
// one. On others they take the room that they need.
func (p *press) rowGrid() themes.Grid {
	if g := p.theme.Typeset.Grid; g.Strict {
		return g
	}
	return themes.Grid{}
}
