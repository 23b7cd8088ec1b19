package pdf

import (
	"unicode"
	"unicode/utf8"

	"safety365/bulletins/page"
)

// run shows a row of glyphs.
func (e *encoder) run(r *page.GlyphRun) {
	size := milli(r.Size)
	if len(r.Glyphs) == 0 || size <= 0 || r.Color.Space == page.NoColor || r.Face == nil {
		return
	}
	slots, err := e.w.slots(r.Face)
	if err != nil {
		e.err = err
		return
	}
	e.beginText(r.Tag)
	if _, ok := e.w.boxes[r.Tag]; ok {
		e.extend(r.Tag, runBounds(r)) // lettering of a drawing
	}
	e.fill(r.Color)
	line := textLine{e: e, run: r, size: size}
	if !r.Vertical {
		line.setSpacing()
	}
	for i := 0; i < len(r.Glyphs); {
		n := clusterLength(r, i)
		line.cluster(slots, i, n)
		i += n
	}
	line.flush()
}

// clusterLength returns how many glyphs from i on are one for copying: those that
// show the same characters, and the combining marks that follow.
func clusterLength(r *page.GlyphRun, i int) int {
	n := 1
	for i+n < len(r.Glyphs) && (r.Glyphs[i+n].Start == r.Glyphs[i].Start || startsWithMark(r, i+n)) {
		n++
	}
	return n
}

func startsWithMark(r *page.GlyphRun, i int) bool {
	at := int(r.Glyphs[i].Start)
	if at >= len(r.Text) || r.Text[at] < 0xCC || r.Text[at] >= 0xE4 && r.Text[at] <= 0xEE {
		return false // ASCII, Latin, Han: nearly everything
	}
	c, _ := utf8.DecodeRuneInString(r.Text[at:])
	return unicode.Is(unicode.M, c)
}

// clusterText returns the characters of glyph i; damaged offsets give none.
func clusterText(r *page.GlyphRun, i, n int) string {
	start, end := int(r.Glyphs[i].Start), len(r.Text)
	if i+n < len(r.Glyphs) {
		end = int(r.Glyphs[i+n].Start)
		if end < start { // not in the order of the text
			end = len(r.Text)
			for _, g := range r.Glyphs {
				if s := int(g.Start); s > start && s < end {
					end = s
				}
			}
		}
	}
	if start > end || end > len(r.Text) {
		return ""
	}
	return r.Text[start:end]
}

// runBounds returns the rectangle of a run's em boxes.
func runBounds(r *page.GlyphRun) page.Rect {
	first, last := r.Glyphs[0], r.Glyphs[len(r.Glyphs)-1]
	if r.Vertical {
		return page.Rect{X: r.Origin.X - r.Size/2, Y: r.Origin.Y + first.Y - r.Size, W: 2 * r.Size, H: last.Y - first.Y + last.Advance + r.Size}
	}
	return page.Rect{X: r.Origin.X + first.X, Y: r.Origin.Y - r.Size, W: last.X - first.X + last.Advance, H: r.Size + r.Size/4}
}
