package formula

import (
	"strings"
	"unicode/utf8"
)

// MaxLength bounds a formula in bytes.
const MaxLength = 1000

// Length returns how long the formula is that begins a text, with its dollars; 0: none
// does.
func Length(text string) int {
	text = text[:min(len(text), MaxLength)]
	if len(text) < 3 || text[0] != '$' || isSpace(text[1]) || text[1] == '$' {
		return 0
	}
	for i := 1; i < len(text); {
		c, n := utf8.DecodeRuneInString(text[i:])
		switch {
		case c == '\n', isWide(c):
			return 0
		case c == '\\' && strings.HasPrefix(text[i:], textCommand):
			n = len(textCommand) + braced(text[i+len(textCommand):])
		case c == '\\' && i+1 < len(text) && text[i+1] < utf8.RuneSelf:
			n++
		case c == '$':
			if isSpace(text[i-1]) || i+1 < len(text) && isDigit(text[i+1]) {
				return 0
			}
			return i + 1
		}
		i += n
	}
	return 0
}

// textCommand opens what is text inside a formula.
const textCommand = `\text{`

// braced returns the length of what a brace that was opened before s holds, with the
// brace that closes it, or that of a whole line if none does.
func braced(s string) int {
	depth := 1
	for i := 0; i < len(s); i++ {
		switch s[i] {
		case '\\':
			i++
		case '\n':
			return i
		case '{':
			depth++
		case '}':
			if depth--; depth == 0 {
				return i + 1
			}
		}
	}
	return len(s)
}

// isWide says whether a character is one of Chinese text: Han, a full-width mark, or a
// mark that Chinese shares with other scripts.
func isWide(c rune) bool {
	switch c {
	case '“', '”', '‘', '’', '—':
		return true
	}
	return c >= 0x2e80 && (c < 0x1d400 || c > 0x1d7ff) // but for mathematical letters
}

func isSpace(c byte) bool { return c == ' ' || c == '\t' || c == '\n' }

func isDigit(c byte) bool { return '0' <= c && c <= '9' }
