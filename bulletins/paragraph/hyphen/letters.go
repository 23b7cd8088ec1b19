package hyphen

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// maxLetters is one less than the bits of a word's mask.
const maxLetters = 63

// letters are those of one word, small and without accents.
type letters struct {
	of [maxLetters]byte
	at [maxLetters]int32 // where each begins
	n  int

	capitals int
	first    bool // the first is a capital
}

// read reads word[from:to]. It reports whether these are Latin letters, and not too
// many; none at all are well.
func (l *letters) read(word string, from, to int) bool {
	l.n, l.capitals, l.first = 0, 0, false
	for i, r := range word[from:to] {
		switch {
		case 'a' <= r && r <= 'z':
		case 'A' <= r && r <= 'Z':
			l.capital()
			r |= 0x20
		case r < utf8.RuneSelf:
			return false
		case unicode.Is(unicode.M, r):
			if l.n == 0 {
				return false
			}
			continue
		default:
			if unicode.IsUpper(r) {
				l.capital()
				r = unicode.ToLower(r)
			}
			if r = plain(r); r == 0 {
				return false
			}
		}
		if l.n == maxLetters {
			return false
		}
		l.of[l.n], l.at[l.n] = byte(r), int32(from+i)
		l.n++
	}
	return true
}

func (l *letters) capital() {
	l.capitals++
	l.first = l.first || l.n == 0
}

// whole reports whether the word is never hyphenated for its capitals: APD, BPJS,
// iPhone, PhD.
func (l *letters) whole() bool {
	switch l.capitals {
	case 0:
		return false
	case l.n:
		return l.n <= 5
	}
	return l.capitals > 1 || !l.first
}

// accented holds the small letters that patterns take for the plain one before them.
var accented = strings.Fields(`
	aàáâãäåāăą cçćĉċč dďđ eèéêëēĕėęě gĝğġģ hĥħ iìíîïĩīĭįı jĵ kķ lĺļľŀł nñńņň
	oòóôõöøōŏő rŕŗř sśŝşšș tţťŧț uùúûüũūŭůűų wŵ yýÿŷ zźżž`)

// plain returns a small letter without its accent, or 0 when it has no plain one.
func plain(r rune) rune {
	for _, row := range accented {
		if strings.ContainsRune(row, r) {
			return rune(row[0])
		}
	}
	return 0
}
