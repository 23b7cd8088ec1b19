package hyphen

import (
	"math/bits"
	"strings"
	"unicode/utf8"
)

// Points returns the byte offsets at which a word may be hyphenated, in rising order.
// lang is a BCP 47 tag: en-GB has British English, every other en American, id and ms
// have Indonesian; all others have no points. The word is letters in any case, with
// their combining marks; an apostrophe parts it into words of their own. A word with
// anything else in it, with letters that are not Latin or of more than 63 letters has
// no points, nor has an abbreviation: up to five capitals, or capitals inside a word.
//
// Points may be called from several goroutines at once.
func Points(word, lang string) []int { return AppendPoints(nil, word, lang) }

// AppendPoints appends the Points of a word to dst.
func AppendPoints(dst []int, word, lang string) []int {
	tongue := tongueOf(lang)
	if tongue == none || len(word) < 4 {
		return dst
	}
	n := len(dst)
	var l letters
	for from := 0; from < len(word); {
		to, next := len(word), len(word)
		if i := strings.IndexAny(word[from:], "'’ʼ"); i >= 0 {
			_, size := utf8.DecodeRuneInString(word[from+i:])
			to, next = from+i, from+i+size
		}
		if !l.read(word, from, to) {
			return dst[:n]
		}
		if !l.whole() {
			for mask := l.points(tongue); mask != 0; mask &= mask - 1 {
				dst = append(dst, int(l.at[bits.TrailingZeros64(mask)]))
			}
		}
		from = next
	}
	return dst
}

type tongue int

const (
	none tongue = iota
	american
	british
	indonesian
)

func tongueOf(lang string) tongue {
	primary, rest := subtag(lang)
	switch {
	case strings.EqualFold(primary, "id"), strings.EqualFold(primary, "ms"):
		return indonesian
	case !strings.EqualFold(primary, "en"):
		return none
	}
	for rest != "" {
		primary, rest = subtag(rest)
		if strings.EqualFold(primary, "gb") {
			return british
		}
		if len(primary) == 1 { // an extension, which names no region
			break
		}
	}
	return american
}

// points returns the points of a word: bit i says that it may break before letter i.
func (l *letters) points(t tongue) uint64 {
	switch t {
	case american:
		return loadAmerican().english(l)
	case british:
		return loadBritish().english(l)
	case indonesian:
		return loadTable().indonesian(l)
	}
	return 0
}

func subtag(lang string) (first, rest string) {
	if i := strings.IndexAny(lang, "-_"); i >= 0 {
		return lang[:i], lang[i+1:]
	}
	return lang, ""
}

// inside keeps the points that leave so many letters before and after them.
func inside(mask uint64, n, before, after int) uint64 {
	if n < before+after {
		return 0
	}
	return mask >> before << before & (1<<(n-after+1) - 1)
}
