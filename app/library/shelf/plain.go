package shelf

import (
	"bytes"
	"regexp"
	"strings"
	"unicode/utf8"
)

// Readers of hits know no marks, so a line is shown without them: without a heading's
// signs, the keys of the front matter, the addresses of links. What is left out is
// found by expressions over one line; that is not parsing, but it is only shown.

// hidden are the parts of a line that a reader does not see, by what may stand there.
var (
	hiddenOpening = regexp.MustCompile(`^[\s\x{3000}]*(?:(?:>[ \t]*)|(?:#{1,6}(?:[ \t]+|$))|(?:[-*+][ \t]+(?:\[[ xX]\][ \t]+)?)|(?:\[\^[^\]]*\]:[ \t]*))*`)
	hiddenFence   = regexp.MustCompile("^[ \t]*(?::::+[^{]*|```+.*|~~~+.*)")
	hiddenWhole   = regexp.MustCompile(`^[ \t]*(?:[|:\- \t]*-{2,}[|:\- \t]*|\*{3,}|:::+)[ \t]*$`)
	hiddenInside  = []*regexp.Regexp{
		regexp.MustCompile(`\*+|~~|` + "`+"),
		regexp.MustCompile(`\]\([^)]*\)(?:\{[^}]*\})?|!?\[\^[^\]]*\]|!\[|\[`), // links, pictures, notes
		regexp.MustCompile(`:[a-z]+\[|\](?:\{[^}]*\})?`),                      // :mark[…]{…}
		regexp.MustCompile(`\{[#.][^}]*\}|<!--.*?-->`),
		regexp.MustCompile(`^[ \t]*\||\|[ \t]*$`), // edges of a table
	}
	// hiddenKey is the key of a front matter's line, with what opens its value.
	hiddenKey    = regexp.MustCompile(`^[ \t]*(?:-[ \t]+)?(?:[A-Za-z_]+:(?:[ \t]+|$))?`)
	hiddenQuote  = regexp.MustCompile(`[\[\]{}"]|(?:^|[ ,{])[a-z_]+:[ \t]`)
	hiddenAttr   = regexp.MustCompile(`[{}"]|[a-z_-]+=`)
	cellBoundary = regexp.MustCompile(`[ \t]*\|[ \t]*`)
)

// hide marks the bytes of a line that a reader does not see.
func hide(line []byte, front bool) []bool {
	hidden := make([]bool, len(line))
	cover := func(from int, e *regexp.Regexp) {
		for _, loc := range e.FindAllIndex(line[from:], -1) {
			for i := loc[0]; i < loc[1]; i++ {
				hidden[from+i] = true
			}
		}
	}
	switch {
	case front:
		cover(0, hiddenKey)
		cover(0, hiddenQuote)
	case hiddenWhole.Match(line):
		cover(0, hiddenWhole)
	case hiddenFence.Match(line):
		cover(0, hiddenFence)
		cover(len(hiddenFence.Find(line)), hiddenAttr)
	default:
		cover(0, hiddenOpening)
		for _, e := range hiddenInside {
			cover(0, e)
		}
	}
	return hidden
}

// visible says whether a reader sees anything of a part of a line.
func visible(hidden []bool, from, to int) bool {
	for i := from; i < min(to, len(hidden)); i++ {
		if !hidden[i] {
			return true
		}
	}
	return false
}

// excerptBefore and excerptLength bound what is shown of a line, in characters.
const (
	excerptBefore = 16
	excerptLength = 120
)

// excerpt is what is shown of a line round a match, and where that stands in it.
func excerpt(line []byte, hidden []bool, from, to int) (text string, start, end int) {
	var b strings.Builder
	for i := 0; i < len(line); {
		if i == from {
			start = b.Len()
		}
		_, size := utf8.DecodeRune(line[i:])
		if hidden == nil || !hidden[i] {
			b.Write(line[i : i+size])
		}
		if i += size; i <= to {
			end = b.Len()
		}
	}
	return shorten(b.String(), start, max(start, end))
}

// shorten cuts a line to what is worth showing round a match.
func shorten(text string, start, end int) (string, int, int) {
	from := start
	for n := 0; from > 0 && n < excerptBefore; n++ {
		_, size := utf8.DecodeLastRuneInString(text[:from])
		from -= size
	}
	if utf8.RuneCountInString(text[:from]) <= excerptBefore/2 { // not worth an ellipsis
		from = 0
	}
	to, n := from, 0
	for to < len(text) && n < excerptLength {
		_, size := utf8.DecodeRuneInString(text[to:])
		to += size
		n++
	}
	end = min(end, to)
	head, tail := "", ""
	if from > 0 {
		head = "…"
	}
	if to < len(text) {
		tail = "…"
	}
	part := text[from:to]
	left := len(part) - len(strings.TrimLeft(part, " \t\u3000"))
	if left > start-from {
		left = start - from
	}
	shift := len(head) - from - left
	shown := cellBoundary.ReplaceAllStringFunc(strings.TrimRight(part[left:], " \t\r\n"), sameLength)
	last := len(head) + len(shown)
	return head + shown + tail, min(start+shift, last), min(end+shift, last)
}

// sameLength puts blanks in the place of the border between two cells, so that places
// in the text stay right.
func sameLength(border string) string { return string(bytes.Repeat([]byte{' '}, len(border))) }
