package view

import (
	"strconv"

	"safety365/bulletins/page"
)

const (
	margin       = 28 * page.Pt // beside the text
	numberMargin = 52 * page.Pt // with line numbers in it
	maxMeasure   = 46           // em
)

// margins finds where the column of text stands.
func (v *View) margins() {
	left, right := page.Length(margin), page.Length(margin)
	if v.state.Numbers {
		left = max(left, numberMargin)
	}
	v.measure = max(min(v.state.Width-left-right, v.state.Size*maxMeasure), v.state.Size*4)
	v.left = max(left, (v.state.Width-v.measure)/2)
}

// numbers draws the numbers of source lines beside the rows that they begin with.
func (d *drawing) numbers(u *unit, p *piece, y page.Length) {
	if !p.numbered {
		return
	}
	at := u.start + p.from
	number := d.v.state.Document.Position(at).Line
	for i := range p.rows {
		r := &p.rows[i]
		if i > 0 {
			if !p.lined || p.cells[r.first-1].kind != breakCell {
				continue
			}
			number++
		}
		if d.visible(y+r.y, r.h) {
			d.number(number, y+r.y+r.baseline)
		}
	}
}

func (d *drawing) number(n int, base page.Length) {
	s := style{size: d.v.state.Size.MulDiv(72, 100), ink: quietInk}
	words, w := d.v.words(strconv.Itoa(n), s, numberMargin)
	x := d.v.left - 14*page.Pt - w
	d.cells(words, x, base, d.v.state.Colors.Number)
}
