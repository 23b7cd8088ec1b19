package view

import (
	"strings"

	"safety365/bulletins/page"
)

// gap adds the unit of what stands between two blocks, if it shows something.
func (v *View) gap(from, to int, before edge, quote, ends bool) {
	from = min(from, to)
	text := v.state.Document.Text[from:to]
	if !ends && from > 0 && (text == "\n\n" || text == "\n") {
		return
	}
	key := gapKey{text, bounds{before: before, after: blocked, starts: from == 0, ends: ends}, quote}
	if ends {
		key.after = open
	}
	c := v.gaps[key]
	if c == nil {
		key.text = strings.Clone(text) // not to keep the whole document
		c = v.makeGap(key)
		v.gaps[key] = c
	}
	c.used = v.round
	if len(c.pieces) > 0 {
		v.units = append(v.units, unit{start: from, end: to, column: c, make: func(int) *column { return v.makeGap(key) }})
	}
}

// makeGap makes the column of a gap. Lines that open with the mark of a quotation go on
// with the one above.
func (v *View) makeGap(key gapKey) *column {
	b := v.builder(key.text, -1)
	if key.quote {
		b.depth = maxDepth
	}
	b.gap(len(b.src), key.bounds)
	if key.quote {
		b.bars()
	}
	return b.finish()
}

// maxDepth is more than quotations stand inside each other.
const maxDepth = 100

// bars draws a quotation's bar beside the pieces of lines that belong to one.
func (b *builder) bars() {
	for i := range b.col.pieces {
		p := &b.col.pieces[i]
		start := strings.LastIndexByte(b.src[:p.from], '\n') + 1
		if !strings.Contains(b.src[start:p.from], ">") {
			continue
		}
		b.col.shapes = append(b.col.shapes, shape{kind: roundBox, fill: ruleInk, rect: page.Rect{X: p.x, Y: p.y, W: 3 * page.Pt, H: p.h}})
		p.x += b.em(110)
	}
}
