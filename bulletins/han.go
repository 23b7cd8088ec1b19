package bulletins

import "unicode"

// hanBlocks are the characters that are set solid, without spaces between words:
// ideographs, kana, bopomofo and the full-width marks.
var hanBlocks = &unicode.RangeTable{
	R16: []unicode.Range16{
		{0x2e80, 0x303f, 1}, // radicals, CJK symbols and punctuation
		{0x3041, 0x312f, 1}, // kana, bopomofo
		{0x3190, 0x9fff, 1},
		{0xf900, 0xfaff, 1},
		{0xfe10, 0xfe1f, 1}, // vertical forms
		{0xfe30, 0xfe6f, 1}, // compatibility forms, small forms
		{0xff01, 0xffef, 1}, // full-width forms
	},
	R32: []unicode.Range32{{0x20000, 0x3ffff, 1}},
}

// IsHan says whether a character belongs to text set without spaces: Han, kana,
// bopomofo and the marks that are always full-width.
func IsHan(c rune) bool { return c >= 0x2e80 && unicode.Is(hanBlocks, c) }

// isHanMark says whether a character is one of the marks that Chinese shares with
// other scripts: quotes, dash, ellipsis, middle dot.
func isHanMark(c rune) bool {
	switch c {
	case '“', '”', '‘', '’', '—', '…', '·':
		return true
	}
	return false
}
