package word

import (
	"strings"
)

// symbols are characters that fonts of symbols have at private places, by the last two
// digits of their codes.
var symbols = map[rune]rune{
	0xB7: '•', 0xA7: '▪', 0x6C: '●', 0x6E: '■', 0x71: '❑', 0x76: '❖', 0xD8: '➢', 0xFC: '✓', 0xFB: '✗', 0xFE: '☑', 0xFD: '☒',
	0xA8: '□', 0x6F: '□', 0x52: '☑', 0xA3: '□', 0xE0: '→', 0xDF: '←', 0xE8: '➔', 0x28: '☎', 0x46: '☞',
}

func symbol(c rune) rune {
	if c >= 0xF000 && c <= 0xF0FF {
		if s, ok := symbols[c-0xF000]; ok {
			return s
		}
		return '□'
	}
	return c
}

func symbolOf(hex string) string {
	c := rune(0)
	for _, d := range strings.ToLower(hex) {
		c = c<<4 | rune(strings.IndexRune("0123456789abcdef", d)&15)
	}
	if c < 0x100 {
		c += 0xF000
	}
	return string(symbol(c & 0xFFFF))
}
