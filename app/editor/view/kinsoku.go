package view

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"safety365/bulletins"
)

// class is what a character is at the end of a row.
type class uint8

const (
	word   class = iota // letters, digits and what is written with them
	han                 // stands alone
	space               // a row may end after it
	glue                // a space at which no row ends
	opener              // never ends a row
	closer              // never begins one
	quote               // straight: nobody knows which
	pair                // dashes and ellipses are not parted
)

const (
	openers = "（〔［｛〈《「『【〖“‘([{«‹￥$€£#№§"
	closers = "，。、；：？！）〕］｝〉》」』】〗”’,.;:?!)]}»›%％‰℃°′″·・～々〻ーゝゞヽヾぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ"
)

// classes are the classes of characters that the tables name.
var classes = func() map[rune]class {
	m := map[rune]class{'"': quote, '\'': quote, '—': pair, '…': pair, '\u00a0': glue, '\u202f': glue, '\u2060': glue}
	for _, r := range openers {
		m[r] = opener
	}
	for _, r := range closers {
		m[r] = closer
	}
	return m
}()

// low are the classes of ASCII, which is asked most.
var low = func() (table [0x80]class) {
	for r := range table {
		table[r] = classes[rune(r)]
	}
	table[' '], table['\t'] = space, space
	return
}()

func classOf(r rune) class {
	if r < 0x80 {
		return low[max(r, 0)]
	}
	if c, ok := classes[r]; ok {
		return c
	}
	switch {
	case bulletins.IsHan(r):
		return han
	case unicode.IsSpace(r):
		return space
	case unicode.IsLetter(r), unicode.IsNumber(r), unicode.IsMark(r):
		return word
	}
	return han // symbols, arrows, emoji
}

// ends returns the first and the last character of a cell.
func (c *cell) ends() (first, last rune) {
	first, n := utf8.DecodeRuneInString(c.text)
	if n == len(c.text) {
		return first, first
	}
	last, _ = utf8.DecodeLastRuneInString(c.text)
	return first, last
}

// mayBreak says whether a row may end between two cells.
func mayBreak(a, b *cell) bool {
	if a.kind == pictureCell || b.kind == pictureCell {
		return b.kind == pictureCell || !strings.ContainsAny(b.text, closers)
	}
	_, left := a.ends()
	right, _ := b.ends()
	before, after := classOf(left), classOf(right)
	switch {
	case left == '\u3000' || right == '\u3000':
		return true
	case before == glue || after == glue, after == closer, before == opener:
		return false
	case before == space:
		return true
	case after == space:
		return false
	case before == quote || after == quote:
		return false
	case before == pair && after == pair:
		return left != right
	case before == word && after == pair: // 2024—2026
		return !isWordLetter(left)
	case (before == word || before == closer) && (after == word || after == opener):
		return breaksWord(left, right)
	}
	return true
}

// breaksWord says whether a row may end inside a word, between two characters of it.
func breaksWord(left, right rune) bool {
	switch {
	case bulletins.IsHan(left) || bulletins.IsHan(right) || isSharedMark(left) || isSharedMark(right):
		return true
	case left == '-' || left == '/':
		return unicode.IsLetter(right)
	}
	return false
}

// spaced says whether Han and another script meet, which keep a distance.
func spaced(a, b *cell) bool {
	_, left := a.ends()
	right, _ := b.ends()
	return isHanLetter(left) && isWordLetter(right) || isWordLetter(left) && isHanLetter(right)
}

// halves are the full-width marks that fill half of their square, the rest is blank.
const (
	leftHalves  = "，。、；：”’）》」』】〉〕"
	rightHalves = "“‘（《「『【〈〔"
)

// squeezed says whether two full-width marks stand side by side, so that the first
// takes only half a square.
func squeezed(a, b *cell) bool {
	left, right := strings.Contains(leftHalves, a.text), strings.Contains(rightHalves, a.text)
	if !left && !right {
		return false
	}
	return strings.Contains(rightHalves, b.text) || left && strings.Contains(leftHalves, b.text)
}

func isHanLetter(r rune) bool { return r >= 0x3400 && r <= 0x9fff || r >= 0x20000 && r <= 0x3ffff }

func isWordLetter(r rune) bool {
	return r >= '0' && r <= '9' || r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' ||
		r >= 0xc0 && r < 0x250 && unicode.IsLetter(r) || r >= 0x370 && r < 0x530
}
