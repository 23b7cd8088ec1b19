package view

import (
	"slices"
	"sort"
	"strings"

	"safety365/bulletins"
	"safety365/bulletins/page"
)

// unit is a stretch of the text that is made and kept as a whole: a top-level block, a
// gap between two, the front matter, or in source mode a line.
type unit struct {
	start, end int         // in the text
	y          page.Length // of its column, from the top of everything
	column     *column
	make       func(anchor int) *column // makes it again, with marks shown; nil: it has none
}

// gapKey is all that the look of a gap depends on.
type gapKey struct {
	text string
	bounds
	quote bool // a quotation stands before it
}

// units finds the units of the document and makes those that are not known.
func (v *View) layUnits() {
	d := v.state.Document
	v.units = v.units[:0]
	at, before := 0, open
	quote := false
	if r := d.Meta.Range; r.End > r.Start {
		v.gap(at, r.Start, before, quote, false)
		v.units = append(v.units, unit{start: r.Start, end: r.End, column: v.frontColumn(r.End - r.Start)})
		at = r.End
		if at > 0 && at <= len(d.Text) && d.Text[at-1] == '\n' {
			at--
		}
		before = blocked
	}
	var last *bulletins.TopBlock
	for _, top := range v.tops() {
		v.gap(at, top.start, before, quote, false)
		v.units = append(v.units, unit{
			start: top.start, end: top.start + len(top.Source), column: v.blockColumn(top.TopBlock),
			make: func(anchor int) *column { return v.makeBlock(top.TopBlock, anchor) },
		})
		at, before = top.start+len(top.Source), blocked
		_, quote = top.Block.(*bulletins.Quote)
		last = top.TopBlock
	}
	if last == nil || closedBlock(last) {
		before = open
	}
	v.gap(at, len(d.Text), before, quote, true)
	if !slices.ContainsFunc(v.units, func(u unit) bool { return len(u.column.pieces) > 0 }) {
		b := v.builder("", -1)
		b.blank(lineRange{})
		v.units = append(v.units, unit{start: len(d.Text), end: len(d.Text), column: b.finish()})
	}
}

// topAt is a top-level block at its place.
type topAt struct {
	*bulletins.TopBlock
	start int
}

// tops returns the top-level blocks in order, with those that only define notes.
func (v *View) tops() []topAt {
	d := v.state.Document
	out := v.topList[:0]
	for i, top := range d.Blocks {
		out = append(out, topAt{top, d.Starts[i]})
	}
	blocks := len(out)
	for label, note := range d.Notes {
		if note.Top != nil && note.Top.Block == nil {
			out = append(out, topAt{note.Top, d.NoteStarts[label]})
		}
	}
	if len(out) > blocks {
		slices.SortFunc(out, func(a, b topAt) int { return a.start - b.start })
		out = slices.CompactFunc(out, func(a, b topAt) bool { return a.start == b.start })
	}
	v.topList = out
	return out
}

// closedBlock says whether a paragraph may begin on the line behind a block.
func closedBlock(top *bulletins.TopBlock) bool {
	switch n := top.Block.(type) {
	case *bulletins.Rule:
		return true
	case *bulletins.Code:
		return strings.Count(top.Source, "\n") > strings.Count(n.Text, "\n")
	case *bulletins.Directive:
		b := builder{src: top.Source}
		_, closed := b.closingFence(n)
		return closed || len(n.Blocks) == 0 && isEmptyDirective(n.Name)
	}
	return false
}

// blockColumn returns the column of a block as it is without the caret in it.
func (v *View) blockColumn(top *bulletins.TopBlock) *column {
	c := v.blocks[top]
	if c == nil {
		c = v.makeBlock(top, -1)
		v.blocks[top] = c
	}
	c.used = v.round
	return c
}

// makeBlock makes the column of a block, or shows its source if the parser's places
// cannot be right.
func (v *View) makeBlock(top *bulletins.TopBlock, anchor int) *column {
	composing := v.composing
	if c := v.tryBlock(top, anchor); c != nil {
		return c
	}
	v.composing = composing
	return v.rawColumn(top.Source)
}

// tryBlock makes the column of a block; it returns nil if that cannot be done. No fault
// in here may cost a writer the view of the text.
func (v *View) tryBlock(top *bulletins.TopBlock, anchor int) (made *column) {
	defer func() {
		if !v.strict && recover() != nil {
			made = nil
		}
	}()
	b := v.builder(top.Source, anchor)
	for _, note := range top.Notes {
		b.notes = append(b.notes, note)
	}
	slices.SortFunc(b.notes, func(x, y *bulletins.Note) int { return strings.Compare(x.Label, y.Label) })
	sort.SliceStable(b.notes, func(i, j int) bool { return noteStart(b.notes[i]) < noteStart(b.notes[j]) })
	var blocks []bulletins.Block
	if top.Block != nil {
		blocks = append(blocks, top.Block)
	}
	before := b.blocks(blocks, open)
	before = b.notesUpTo(len(b.src), before)
	b.gap(len(b.src), between(before, blocked))
	if c := b.finish(); !b.bad && c.sound(len(b.src)) {
		return c
	}
	return nil
}

func noteStart(n *bulletins.Note) int {
	if len(n.Blocks) == 0 {
		return 0
	}
	return n.Blocks[0].Source().Start
}

// rawColumn shows a stretch of source as it was typed.
func (v *View) rawColumn(src string) *column {
	b := v.builder(src, -1)
	for at := 0; at <= len(src); {
		end := b.lineEnd(at)
		b.raw(lineRange{at, end})
		at = end + 1
	}
	b.leave(b.em(45))
	b.col.above = b.em(45)
	return b.finish()
}
