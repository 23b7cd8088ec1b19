package word

import (
	"slices"

	"safety365/bulletins/layout"
	"safety365/bulletins/page"
)

// vertical writes a vertical frame among horizontal text: a table of one cell whose text
// runs from top to bottom.
func (w *writer) vertical(v *layout.Vertical, c place) {
	f := &layout.Frame{Style: v.Style, Blocks: v.Blocks}
	if w.flow.Theme.Typeset.Vertical() || v.Style == nil {
		w.frame(f, c)
		return
	}
	left, right, height := w.ruler.Vertical(v, c.room())
	s := scaled(v.Style, c.scale)
	spare := s.Size / 2 // Word's lines are a little wider than ours
	w.gap = max(w.gap, s.Before)
	row := w.boxed(c.in(max(left-spare, 0), max(right-spare, 0)), s.Box, func(in place) {
		in.width = height
		w.blocks(v.Blocks, in)
	})
	row.kids = append([]*node{el("w:trPr", el("w:cantSplit"), rowHeight(height+2*s.Box.PadY))}, row.kids...)
	row.child("w:tc").child("w:tcPr").add(val("w:textDirection", "tbRl"))
	w.gap = max(w.gap, s.After)
}

// rowHeight is the least height of a row; text that runs downwards is broken there.
func rowHeight(h page.Length) *node {
	return el("w:trHeight").with("w:val", twips(h), "w:hRule", "atLeast")
}

// headTurned reports whether a column has a turned head, below which cells stand in the
// middle.
func (g *grid) headTurned(col int) bool {
	return slices.ContainsFunc(g.t.Head, func(r layout.TableRow) bool {
		if col >= len(r.Cells) {
			return false
		}
		_, turned := g.turned[r.Cells[col].Text]
		return turned
	})
}

// direction is how a turned head runs.
func direction(h layout.TurnedHead) *node {
	if h.Up {
		return val("w:textDirection", "btLr")
	}
	return val("w:textDirection", "tbRl")
}
