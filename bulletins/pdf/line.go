package pdf

import (
	"strconv"
	"strings"
	"unicode"

	"safety365/bulletins/page"
)

// The pen is followed in nanopoints (1e-9 pt): a width in thousandths of 1/1000 em
// times a size in thousandths of a point is one exactly, so that what is computed
// here is what a reader's program computes from the numbers in the file.
const (
	nanoPerMilli   = 1_000_000
	nanoPerSpacing = 100_000           // character spacing is written in 1/10000 pt
	tolerance      = 2 * nanoPerMilli  // a glyph may stray so far before it is put right
	drifted        = 10 * nanoPerMilli // so far a pen with whole widths may be off before it is put right
	spacingSame    = nanoPerMilli      // steps that differ by less are the same spacing
)

// nano converts a length to nanopoints: 1e9/65536 is 1953125/128.
func nano(l page.Length) int64 { return int64(l) * 1_953_125 >> 7 }

// textLine shows glyphs from one line position on.
type textLine struct {
	e        *encoder
	run      *page.GlyphRun
	size     int64
	open     bool
	adjusted bool  // show holds numbers
	pen, y   int64 // nanopoints along the line; milli across
	drift    int64 // how far MuPDF, which rounds widths to 1/1000 em, is ahead
	subset   *subset
}

// cluster shows the glyphs from i to i+n, which stand for one text.
func (l *textLine) cluster(slots *faceSlots, i, n int) {
	r := l.run
	text := shownText(clusterText(r, i, n))
	private := strings.ContainsFunc(text, func(c rune) bool { return unicode.Is(unicode.Co, c) })
	if private {
		l.beginPrivate(text)
	}
	if n > 1 {
		if placed, ok := l.placed(i, n); ok {
			l.glyph(l.e.w.clusterSlot(slots, placed, text), r.Glyphs[i])
			n = 0
		}
	}
	for k := range n {
		l.glyph(l.e.w.slot(slots, r.Glyphs[i+k].ID, text), r.Glyphs[i+k])
		text = nothing
	}
	if private {
		l.flush()
		l.e.buf = append(l.e.buf, "EMC\n"...)
	}
}

// beginPrivate says again what the following glyphs stand for: PDF/A wants it of
// characters for private use.
func (l *textLine) beginPrivate(text string) {
	l.flush()
	e := l.e
	e.buf = append(e.buf, "/Span<</ActualText<FEFF"...)
	e.buf = append(appendUTF16(e.buf, text), ">>>BDC\n"...)
}

// placed returns the glyphs of a cluster in font units, if that is exact enough.
func (l *textLine) placed(i, n int) ([]placedGlyph, bool) {
	r, upem := l.run, int64(l.run.Face.UnitsPerEm())
	first := r.Glyphs[i]
	out := make([]placedGlyph, n)
	for k, g := range r.Glyphs[i : i+n] {
		var units [2]int16
		for axis, d := range [2]page.Length{g.X - first.X, first.Y - g.Y} {
			u := d.MulDiv(upem, int64(r.Size))
			units[axis] = int16(u)
			if off := r.Size.MulDiv(int64(u), upem) - d; page.Length(units[axis]) != u || off > page.Pt/300 || off < -page.Pt/300 {
				return nil, false
			}
		}
		out[k] = placedGlyph{g.ID, units[0], units[1]}
	}
	return out, true
}

// glyph shows one slot at the place of g.
func (l *textLine) glyph(s slotRef, g page.Glyph) {
	e := l.e
	at := page.Point{X: l.run.Origin.X + g.X, Y: l.run.Origin.Y + g.Y}
	y := milli(e.rec.boxes.top - at.Y)
	target := nano(e.rec.boxes.left + at.X)
	if !l.open || l.run.Vertical || y != l.y || s.subset != l.subset || l.drift > drifted || l.drift < -drifted {
		l.flush()
		l.moveTo(s.subset, milliPoint{milli(e.rec.boxes.left + at.X), y})
	} else if off := target - l.pen; off > tolerance || off < -tolerance {
		l.adjust(off)
	}
	e.show = appendEscaped(e.show, byte(s.code>>8))
	e.show = appendEscaped(e.show, byte(s.code))
	width := s.subset.slots[s.code].width
	l.pen += width*l.size + e.state.spacing*nanoPerSpacing
	l.drift += ((width+500)/1000*1000 - width) * l.size
}

// moveTo starts a line of glyphs at a place.
func (l *textLine) moveTo(s *subset, at milliPoint) {
	e := l.e
	if e.state.font != s || e.state.size != l.size {
		e.state.font, e.state.size = s, l.size
		e.buf = append(e.buf, "/F"...)
		e.buf = strconv.AppendInt(e.buf, int64(s.index+1), 10)
		e.buf = append(e.buf, ' ')
		e.buf = append(appendMilli(e.buf, l.size), " Tf\n"...)
	}
	e.buf = append(appendNumbers(e.buf, at.x-e.line.x, at.y-e.line.y), "Td"...)
	e.line = at
	l.open, l.subset, l.y, l.pen, l.drift = true, s, at.y, at.x*nanoPerMilli, 0
}

// adjust moves the pen within a line. Numbers of TJ are thousandths of the em to
// the left, with as many decimals as the size needs.
func (l *textLine) adjust(off int64) {
	places := 1
	for limit := int64(20_000); l.size > limit && places < 4; limit *= 10 {
		places++
	}
	unit := l.size * 1000 / pow10[places]
	n := (2*off + unit) / (2 * unit)
	if off < 0 {
		n = -((unit - 2*off) / (2 * unit))
	}
	l.pen += n * unit
	l.e.show = append(l.e.show, ')')
	l.e.show = append(appendFixed(l.e.show, -n, places), '(')
	l.adjusted = true
}

// flush writes the glyphs that were collected.
func (l *textLine) flush() {
	e := l.e
	if !l.open {
		return
	}
	if l.adjusted {
		e.buf = append(append(append(e.buf, "[("...), e.show...), ")]TJ\n"...)
	} else {
		e.buf = append(append(append(e.buf, '('), e.show...), ")Tj\n"...)
	}
	e.show = e.show[:0]
	l.open, l.adjusted = false, false
}

// setSpacing sets the character spacing to what most glyphs of the run are moved
// by beyond their width. The candidate is found by majority vote.
func (l *textLine) setSpacing() {
	r, e := l.run, l.e
	if len(r.Glyphs) < 2 {
		return
	}
	var candidate, votes int64
	upem := int64(r.Face.UnitsPerEm())
	sfnt := r.Face.Sfnt()
	for i, g := range r.Glyphs[:len(r.Glyphs)-1] {
		step := nano(r.Glyphs[i+1].X-g.X) - int64(sfnt.Advance(g.ID))*1_000_000/upem*l.size
		switch off := step - candidate; {
		case votes == 0:
			candidate, votes = step, 1
		case -spacingSame < off && off < spacingSame:
			votes++
		default:
			votes--
		}
	}
	spacing := (candidate + nanoPerSpacing/2) / nanoPerSpacing
	if candidate < 0 {
		spacing = (candidate - nanoPerSpacing/2) / nanoPerSpacing
	}
	if candidate < tolerance/2 && candidate > -tolerance/2 || votes < 3 && spacing != e.state.spacing {
		spacing = 0
	}
	if d := (spacing - e.state.spacing) * nanoPerSpacing; d < spacingSame && d > -spacingSame && spacing != 0 {
		return
	}
	if spacing != e.state.spacing {
		e.state.spacing = spacing
		e.buf = append(appendFixed(e.buf, spacing, 4), " Tc\n"...)
	}
}
