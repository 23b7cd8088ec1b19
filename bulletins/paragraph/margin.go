package paragraph

import "safety365/bulletins/page"

// hangs are the marks that may stand in the margin at a line's end (顿号、逗号、句号).
const hangs = "、，。"

// protrusion is how much of a character's width stands in the margin at the end and
// at the beginning of a line of words, in hundredths (after Hàn Thế Thành,
// Micro-typographic extensions to the TeX typesetting system, 2000).
var protrusion = map[rune]struct{ end, start int64 }{
	'.': {70, 0}, ',': {70, 0}, ';': {30, 0}, ':': {30, 0}, '!': {20, 0}, '?': {10, 0},
	'-': {50, 0}, '–': {30, 0}, '—': {20, 0},
	'”': {50, 0}, '’': {60, 0}, '“': {0, 50}, '‘': {0, 60}, '"': {50, 50}, '\'': {60, 60},
	')': {20, 0}, '(': {0, 10},
}

// endMargin returns how much of the last atom of a line stands in the margin.
func (b *breaker) endMargin(from, to int) page.Length {
	a := &b.s.atoms[to-1]
	rules := &b.s.in.Rules
	switch {
	case rules.Hanging && a.trail > 0 && (a.class == comma || a.class == stop):
		// Never one of a row of marks.
		if to-2 >= from && b.s.atoms[to-2].mark() || !hangable(a.first) {
			return 0
		}
		return a.width
	case rules.Protrude && to < len(b.s.gaps) && b.s.gaps[to].hyphen > 0:
		return b.s.gaps[to].hyphen / 2
	case rules.Protrude && a.class == word && !b.s.code(a):
		return b.lastGlyph(a).MulDiv(protrusion[a.last].end, 100)
	}
	return 0
}

// startMargin returns how much of the first atom of a line stands in the margin.
func (b *breaker) startMargin(from int) page.Length {
	a := &b.s.atoms[from]
	if !b.s.in.Rules.Protrude || a.class != word || a.n == 0 || b.s.code(a) {
		return 0
	}
	return b.s.glyphs[a.glyph].advance.MulDiv(protrusion[a.first].start, 100)
}

func (b *breaker) lastGlyph(a *atom) page.Length {
	if a.n == 0 {
		return 0
	}
	return b.s.glyphs[a.glyph+a.n-1].advance
}

func hangable(r rune) bool {
	for _, h := range hangs {
		if h == r {
			return true
		}
	}
	return false
}
