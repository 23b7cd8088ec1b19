package view

import (
	"unicode/utf8"

	"github.com/rivo/uniseg"

	"safety365/bulletins/page"
)

// cell is the smallest thing that the caret steps over: as a rule what a reader takes
// for one character. Places are bytes of its unit's source.
type cell struct {
	text     string // as shown
	advance  page.Length
	from, to int32 // the source that it stands for, hidden bytes that belong to it included
	stop     int32 // where the caret stands before it: between what is hidden there
	style    uint16
	glyph    uint16 // of a cell of one character
	face     uint8
	kind     cellKind
}

type cellKind uint8

const (
	textCell    cellKind = iota
	clusterCell          // several characters shown as one
	blankCell            // takes room and shows nothing
	breakCell            // ends its row
	pictureCell          // text is its address
	preeditCell          // stands for nothing in the source yet
)

// cluster returns how many bytes the first character of a text takes, as a reader
// counts characters.
func cluster(s string) int {
	r, n := utf8.DecodeRuneInString(s)
	if n == len(s) {
		return n
	}
	next, _ := utf8.DecodeRuneInString(s[n:])
	if alone(r) && alone(next) {
		return n
	}
	first, _, _, _ := uniseg.FirstGraphemeClusterInString(s, -1)
	return len(first)
}

// alone says whether a character never joins the ones beside it.
func alone(r rune) bool {
	switch {
	case r < 0x300:
		return r != 0xa9 && r != 0xae && r != '\r'
	case r >= 0x4e00 && r <= 0x9fff, r >= 0xff01 && r <= 0xff60, r >= 0x3000 && r <= 0x3029:
		return true
	}
	return r >= 0x2010 && r <= 0x2027
}
