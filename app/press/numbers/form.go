package numbers

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/width"
)

// form is how a number is written, with {year}, {month} and {n} for what changes.
type form struct {
	text   string
	digits int // of n at least, if it has leading zeros
}

// number is a number in its parts; n is 0 if it is none that can be counted on.
type number struct {
	form
	year, n int // year 0: the row goes on over the years
}

var (
	digits = regexp.MustCompile(`\d+`)
	months = regexp.MustCompile(`/(I|II|III|IV|V|VI|VII|VIII|IX|X|XI|XII)/`)
	roman  = []string{"", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"}
)

// maxNumber bounds a number, in bytes; what is longer is no number.
const maxNumber = 200

// parse reads a number. The place in the row is its first number that is not the year
// and does not belong to a word, or else the first that does: 012/SE/K3, SA07.
func parse(text string) number {
	text = strings.TrimSpace(width.Fold.String(text))
	if len(text) > maxNumber {
		return number{}
	}
	var year, free, bound []int
	for _, at := range digits.FindAllStringIndex(text, -1) {
		before, _ := utf8.DecodeLastRuneInString(text[:at[0]])
		switch value, _ := strconv.Atoi(text[at[0]:at[1]]); {
		case year == nil && at[1]-at[0] == 4 && value >= 1949 && value < 2200:
			year = at
		case free == nil && !unicode.Is(unicode.Latin, before):
			free = at
		case bound == nil:
			bound = at
		}
	}
	if free == nil {
		free = bound
	}
	if free == nil {
		return number{}
	}
	out := number{}
	written := text[free[0]:free[1]]
	out.n, _ = strconv.Atoi(written)
	if strings.HasPrefix(written, "0") {
		out.digits = len(written)
	}
	parts := []struct {
		at   []int
		word string
	}{{free, "{n}"}, {year, "{year}"}}
	if year != nil {
		out.year, _ = strconv.Atoi(text[year[0]:year[1]])
		if year[0] > free[0] {
			parts[0], parts[1] = parts[1], parts[0]
		}
	}
	for _, p := range parts { // the last one first
		if p.at != nil {
			text = text[:p.at[0]] + p.word + text[p.at[1]:]
		}
	}
	out.text = months.ReplaceAllString(text, "/{month}/")
	return out
}

// row is what numbers of one row share.
func (f form) row() string {
	return strings.NewReplacer("號", "号", "辦", "办", "(", "〔", ")", "〕", "[", "〔", "]", "〕", " ", "").Replace(f.text)
}

// write writes a number.
func (f form) write(n int, date time.Time) string {
	return strings.NewReplacer("{n}", fmt.Sprintf("%0*d", f.digits, n), "{year}", strconv.Itoa(date.Year()), "{month}", roman[date.Month()]).Replace(f.text)
}
