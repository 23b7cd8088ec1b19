package view

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"safety365/bulletins"
	"safety365/bulletins/paragraph/segment"
)

// Word returns the word at an offset: of Chinese what the dictionary takes for one, of
// other scripts the letters and digits between which it stands.
func (v *View) Word(offset int) bulletins.Range {
	at := v.locate(offset)
	p := v.piece(at)
	if len(p.cells) == 0 {
		return bulletins.Range{Start: v.offset(at), End: v.offset(at)}
	}
	i := min(at.stop, len(p.cells)-1)
	if i > 0 && i == at.stop && !wordy(&p.cells[i]) && wordy(&p.cells[i-1]) {
		i-- // a caret behind a word is at it
	}
	from, to := p.word(i)
	u := &v.units[at.unit]
	return bulletins.Range{Start: u.start + int(p.cells[from].from), End: u.start + int(p.cells[to-1].to)}
}

// wordy says whether a cell is part of a word.
func wordy(c *cell) bool {
	r, _ := utf8.DecodeRuneInString(c.text)
	return c.kind != breakCell && c.kind != pictureCell && (unicode.IsLetter(r) || unicode.IsNumber(r))
}

func isHanCell(c *cell) bool {
	r, _ := utf8.DecodeRuneInString(c.text)
	return wordy(c) && bulletins.IsHan(r)
}

// word returns the cells of the word that holds a cell.
func (p *piece) word(i int) (from, to int) {
	same := func(j int) bool {
		a, b := &p.cells[i], &p.cells[j]
		if wordy(a) != wordy(b) || isHanCell(a) != isHanCell(b) || b.kind == breakCell {
			return false
		}
		return wordy(a) || a.text == b.text // a row of the same mark
	}
	from, to = i, i+1
	// Hidden marks part words, so that a word can be replaced without breaking them.
	for from > 0 && same(from-1) && p.cells[from-1].to == p.cells[from].from {
		from--
	}
	for to < len(p.cells) && same(to) && p.cells[to-1].to == p.cells[to].from {
		to++
	}
	if !isHanCell(&p.cells[i]) {
		return from, to
	}
	return p.chinese(from, to, i)
}

// maxRun is how many characters of Chinese are looked at round a word.
const maxRun = 60

// chinese narrows a run of Chinese down to the word that holds a cell.
func (p *piece) chinese(from, to, i int) (int, int) {
	from, to = max(from, i-maxRun), min(to, i+maxRun)
	var text strings.Builder
	starts := map[int]int{}
	for j := from; j < to; j++ {
		starts[text.Len()] = j
		text.WriteString(p.cells[j].text)
	}
	for _, b := range segment.Breaks(text.String()) {
		j, ok := starts[b.At]
		switch {
		case !ok:
		case j <= i:
			from = max(from, j)
		default:
			to = min(to, j)
		}
	}
	return from, to
}

// wordRight returns the start of the next word.
func (v *View) wordRight(at place, offset int) int {
	p := v.piece(at)
	if at.stop >= len(p.cells) {
		return v.after(at, offset)
	}
	_, to := p.word(at.stop)
	for to < len(p.cells) && p.cells[to].kind == blankCell {
		to++
	}
	return max(v.offset(place{at.unit, at.piece, to}), v.after(at, offset))
}

// wordLeft returns the start of the word before the caret.
func (v *View) wordLeft(at place, offset int) int {
	p, i := v.piece(at), at.stop
	for i > 0 && p.cells[i-1].kind == blankCell {
		i--
	}
	if i == 0 {
		if at.stop > 0 {
			return v.offset(place{at.unit, at.piece, 0})
		}
		return v.before(at, offset)
	}
	from, _ := p.word(i - 1)
	return min(v.offset(place{at.unit, at.piece, from}), v.before(at, offset))
}

// Paragraph returns the paragraph at an offset, without the marks that open it.
func (v *View) Paragraph(offset int) bulletins.Range {
	at := v.locate(offset)
	p, start := v.piece(at), v.units[at.unit].start
	return bulletins.Range{Start: start + p.from, End: start + p.to}
}
