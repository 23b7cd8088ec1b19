package layout

import (
	"strings"

	"safety365/bulletins/page"
	"safety365/bulletins/paragraph"
	"safety365/themes"
)

// A head that is wider than what stands below it can be turned, so that its column need
// not be wider for it: one in Chinese runs from top to bottom and stands in the middle,
// one in other letters is read from bottom to top and begins at the foot of the head.

// headTurn is how a head is turned.
type headTurn uint8

const (
	asItIs headTurn = iota
	downwards
	upwards
)

// How many em a turned head is tall before it is broken, and how many an upright one of
// Latin letters is wide that is not worth turning.
const (
	tallHan   = 8
	tallLatin = 14
	wideLatin = 2
)

// lyingText is the text of a cell that lies on its side.
type lyingText struct {
	left  bool       // it is turned to the left
	room  page.Rect  // on the page, from the corner of its row unit
	lines []cellLine // from the upper left corner of what lies
}

// turnHeads finds the heads that are to be turned. The upright needs of all cells are known.
func (s *tableSetter) turnHeads() {
	if !s.t.TurnHeads || s.press.vertical {
		return
	}
	widest := s.widest()
	s.head.cells(func(c *gridCell) {
		if c.cols > 1 || c.text == nil || c.need.whole <= widest[c.col] || pictures(c.text) {
			return
		}
		if strings.ContainsFunc(plain(c.text), isWide) {
			c.turn = downwards
		} else if c.need.whole > wideLatin*c.text.Style.Size {
			c.turn = upwards
		} else {
			return
		}
		s.need(c)
		if col := &s.columns[c.col]; !col.Stated { // in the middle, as the head above it
			col.Align, col.Stated = themes.Center, true
		}
	})
}

// widest returns how wide heads may be, by column, that need not be turned: as wide as
// the text of the column, or as what stands below them.
func (s *tableSetter) widest() []page.Length {
	out := make([]page.Length, len(s.columns))
	for i, c := range s.columns {
		switch {
		case c.Part > 0:
			out[i] = endless // it has room enough
		case c.Length > 0:
			out[i] = c.Length
		case c.Share > 0:
			out[i] = s.e.w.MulDiv(int64(c.Share), 100) - 2*s.t.Look.PadX
		}
	}
	s.all(func(c *gridCell) {
		switch {
		case c.part == headPart || c.cols > 1:
		case s.columns[c.col].Decimal && c.need.number:
			out[c.col] = max(out[c.col], c.need.left+c.need.right)
		default:
			out[c.col] = max(out[c.col], c.need.whole)
		}
	})
	return out
}

// lay makes the input of a head that is turned.
func (s *tableSetter) lay(c *gridCell, in *paragraph.Input, em page.Length) {
	in.Vertical = c.turn == downwards
	in.Align, in.Indent, in.Balance = paragraph.Left, 0, true
	most := s.press.height / page.Length(4*max(len(s.head), 1))
	tall := tallLatin * em
	if in.Vertical {
		tall = tallHan * em
	}
	in.Measure = max(min(tall, most), em)
	if c.word > in.Measure {
		in.Measure = max(min(c.word, most), em)
	}
	in.Hyphens = c.word > in.Measure
}

// needTurned measures a head that is turned: it needs the width of its lines.
func (s *tableSetter) needTurned(c *gridCell, text *Text) {
	probe := builder{press: s.press, setter: s.setter, out: &material{}}
	in, links := probe.input(text, 0)
	c.word = c.need.word
	s.lay(c, in, text.Style.Size)
	room := s.lyingText(c, s.setter.Set(in), text.Style, links).room
	c.tall = room.H
	c.need = cellNeed{pieces: []page.Length{room.W}, whole: room.W, word: room.W, part: room.W}
}

// lyingText puts the lines of a head that is turned below one another. The room round the
// characters of its lines is the column's.
func (s *tableSetter) lyingText(c *gridCell, p *paragraph.Paragraph, style *themes.Style, links []Link) *lyingText {
	lines, height := s.cellLines(p, style, 0, links)
	t, inset := &lyingText{left: c.turn == upwards, lines: lines}, (style.Leading-style.Size)/2
	t.room.W = max(height-2*inset, page.Pt)
	for i := range lines {
		t.room.H = max(t.room.H, lines[i].line.X+lines[i].line.Width)
	}
	for i := range lines {
		l := &lines[i]
		l.y -= inset
		if !t.left {
			l.x = (t.room.H-l.line.Width)/2 - l.line.X
		}
	}
	return t
}

// setTurned sets the text of a head that is turned, in the middle of its column.
func (s *tableSetter) setTurned(c *gridCell, text *Text, tag int32) {
	in, links := s.input(text, tag)
	s.lay(c, in, text.Style.Size)
	t := s.lyingText(c, s.lines(in), text.Style, links)
	t.room.X = s.left(c) + (s.width(c)-t.room.W)/2
	c.set.lying, c.set.height, c.set.valign = t, t.room.H, "middle"
	if t.left {
		c.set.valign = "bottom"
	}
	s.out.paragraphs++
}

// draw draws the text in a row unit whose corner is at (x, y).
func (t *lyingText) draw(d *drawer, x, y page.Length) {
	apart := d.apart
	d.apart = true
	d.lying(t.left, shift(t.room, x, y), func(d *drawer, x, y page.Length) {
		for i := range t.lines {
			l := &t.lines[i]
			d.line(&l.lineUnit, x+l.x, y+l.y+l.baseline)
		}
	})
	d.apart = apart
}

// all returns the lines of a cell, however they stand.
func (c *cellUnit) all() []cellLine {
	if c.lying != nil {
		return c.lying.lines
	}
	return c.lines
}

// at returns the text with its room at a height of the row unit.
func (t *lyingText) at(y page.Length) *lyingText {
	if t == nil {
		return nil
	}
	c := *t
	c.room.Y = y
	return &c
}
