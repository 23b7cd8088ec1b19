package segment

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// kind says how a character behaves at the end of a line.
type kind uint8

const (
	han       kind = iota
	alnum          // letters, digits, kana
	space          // a typed space, a line break
	opening        // brackets and quotes
	closing        // brackets and quotes
	comma          // 、 ends a part of a list
	stop           // ， ： 。 … end a phrase
	dash           // ——
	connector      // · / + ～ join words
	bar            // ｜ parts them
	symbol         // anything else
)

// cell is a character with what is drawn on it.
type cell struct {
	start int  // offset in the text
	r     rune // Simplified
	kind  kind
	digit bool
	to    int // alnum: end of its stretch
}

// text is a text and what is known about it.
type text struct {
	*lexicon
	cells []cell
	runes []rune // cell by cell
	bytes int
}

func newText(s string) *text {
	t := &text{lexicon: words(), bytes: len(s), cells: make([]cell, 0, len(s)/3+8)}
	joined := false // the next character belongs to the one before
	flags := 0
	quotes := map[rune]bool{}
	for at := 0; at < len(s); {
		r, size := utf8.DecodeRuneInString(s[at:])
		k := kindOf(r)
		if len(t.cells) > 0 && (joined && k == t.cells[len(t.cells)-1].kind && (k == symbol || k == han || k == alnum) || extends(r)) {
			joined = r == '\u200d' || r == '\u2060' || r == '\ufeff'
			at += size
			continue
		}
		if regional(r) {
			if flags++; flags%2 == 0 && len(t.cells) > 0 {
				at += size
				continue
			}
		} else {
			flags = 0
		}
		joined = r == '\u200d' || r == '\u2060' || r == '\ufeff'
		if r == '"' || r == '\'' {
			if k = opening; quotes[r] {
				k = closing
			}
			quotes[r] = !quotes[r]
		}
		t.cells = append(t.cells, cell{start: at, r: t.simplify(fold(r)), kind: k, digit: k == alnum && unicode.IsDigit(r)})
		at += size
	}
	t.joinLatin()
	t.runes = make([]rune, len(t.cells))
	for i := range t.cells {
		t.runes[i] = t.cells[i].r
	}
	return t
}

// extends says whether a character is drawn on the one before it, or forbids a break
// there.
func extends(r rune) bool {
	if r < 0x300 {
		return r == 0xad // the soft hyphen parts syllables, not words
	}
	return unicode.In(r, unicode.Mn, unicode.Me, unicode.Mc) || r == '\u200c' || r == '\u200d' || r == '\u2060' ||
		r == '\ufeff' || r >= 0xfe00 && r <= 0xfe0f || r >= 0x1f3fb && r <= 0x1f3ff || r >= 0xe0020 && r <= 0xe007f
}

func regional(r rune) bool { return r >= 0x1f1e6 && r <= 0x1f1ff }

// fold returns the half-width form of a full-width letter, digit or mark.
func fold(r rune) rune {
	if r >= 0xff01 && r <= 0xff5e {
		return r - 0xfee0
	}
	return r
}

const (
	openings = "(（[［【〔〖{｛《〈「『“‘〝﹁﹃«‹"
	closings = ")）]］】〕〗}｝》〉」』”’〞﹂﹄»›%％‰℃°"
	stops    = "，,；;：:。．.！!？?…‥"
	dashes   = "—―⸺"
	joiners  = "·・‧•／/＋+～~〜-－–&＆＝=×_@#＃"
	bars     = "|｜丨│"
)

func kindOf(r rune) kind {
	switch {
	case r == 0xa0 || r == 0x202f:
		return connector
	case r == 0x200b || unicode.IsSpace(r):
		return space
	case r == '、':
		return comma
	case strings.ContainsRune(openings, r):
		return opening
	case strings.ContainsRune(closings, r):
		return closing
	case strings.ContainsRune(stops, r):
		return stop
	case strings.ContainsRune(dashes, r):
		return dash
	case strings.ContainsRune(joiners, r):
		return connector
	case strings.ContainsRune(bars, r):
		return bar
	case unicode.Is(unicode.Han, r) || r == '〇':
		return han
	case unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsNumber(r):
		return alnum
	}
	return symbol
}

// joinLatin makes one stretch of letters, digits and the marks between them: 2.5,
// GB/T, COVID-19, 10:30, A+B.
func (t *text) joinLatin() {
	for i := 0; i < len(t.cells); i++ {
		if t.cells[i].kind != alnum {
			continue
		}
		end := i + 1
		for end < len(t.cells) {
			if t.cells[end].kind == alnum {
				end++
				continue
			}
			if end+1 < len(t.cells) && t.cells[end+1].kind == alnum && strings.ContainsRune(".,:/-–—_&+@'’~·#=", t.cells[end].r) && t.joins(end) {
				end++
				continue
			}
			if strings.ContainsRune("%‰℃°", t.cells[end].r) {
				end++
				continue
			}
			break
		}
		for j := i; j < end; j++ {
			t.cells[j].kind = alnum
			t.cells[j].to = end
		}
		i = end - 1
	}
}

// joins says whether the mark at i joins what stands around it: stops and dashes do
// so between digits only.
func (t *text) joins(i int) bool {
	switch t.cells[i].r {
	case ',', ':', '—', '–', '~':
		return t.cells[i-1].digit && t.cells[i+1].digit
	}
	return true
}

func (t *text) has(i int, s string) bool {
	for _, r := range s {
		if i >= len(t.cells) || t.cells[i].r != r {
			return false
		}
		i++
	}
	return true
}

// endsWith says whether the text before i ends with s.
func (t *text) endsWith(i int, s string) bool {
	n := utf8.RuneCountInString(s)
	return i >= n && t.has(i-n, s)
}

// skipSpace passes one space.
func (t *text) skipSpace(i int) int {
	if i < len(t.cells) && t.cells[i].r == ' ' {
		return i + 1
	}
	return i
}
