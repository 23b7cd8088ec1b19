package view

import (
	"safety365/bulletins"
	"safety365/bulletins/page"
)

// column is what a unit became: pieces of text and what is drawn round them. Places
// count from the unit's first byte, y from its top.
type column struct {
	pieces []piece
	shapes []shape
	labels []label
	images []picture
	parts  []part

	above, height, below page.Length       // above and below: the space that it wants round it
	places               []bulletins.Range // where the caret makes hidden marks appear
	spaces               bool              // how far those show depends on the caret
	used                 int               // the Set that used it last
}

// shape is something drawn under text.
type shape struct {
	kind shapeKind
	rect page.Rect
	fill ink
	edge ink
}

type shapeKind uint8

const (
	plainBox shapeKind = iota
	roundBox
	disc
	ring
	square
	openTask
	doneTask
)

// label is text that is not the document's.
type label struct {
	words []cell
	x     page.Length
	base  page.Length // its baseline
}

// picture is a picture at its place.
type picture struct {
	url  string
	rect page.Rect
	at   bulletins.Range
}

// part is a thing that can be hit.
type part struct {
	part Part
	at   bulletins.Range
	rect page.Rect
}

// sound says whether a column keeps what the rest relies on: places ascend and stay
// inside a unit of so many bytes.
func (c *column) sound(length int) bool {
	at := -1
	for i := range c.pieces {
		p := &c.pieces[i]
		if p.from <= at || p.to < p.from || p.to > length {
			return false
		}
		last := p.from
		for j := range p.cells {
			k := &p.cells[j]
			if k.kind == preeditCell {
				continue
			}
			if int(k.stop) < last || k.from < k.stop || k.to <= k.from {
				return false
			}
			last = int(k.to)
		}
		if p.to < last {
			return false
		}
		at = p.to
	}
	return true
}
