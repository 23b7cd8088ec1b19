package kinds

import (
	"strconv"
	"strings"
)

// numerals write a number in the manner of the digit that stands for 1 in a
// pattern. A writer that cannot reach a number returns "".
var numerals = []struct {
	one   rune
	write func(n int) string
}{
	{'1', strconv.Itoa},
	{'１', fullWidth},
	{'①', circled},
	{'一', chinese},
	{'a', func(n int) string { return letters(n, 'a') }},
	{'A', func(n int) string { return letters(n, 'A') }},
	{'i', roman},
	{'I', func(n int) string { return strings.ToUpper(roman(n)) }},
}

// number writes n after a pattern for the number 1, such as "1.", "（1）", "①",
// "a)", "i." or "一、". A number that its manner cannot write stands in Arabic
// digits, in brackets if nothing else sets it off.
func number(pattern string, n int) string {
	for i, c := range pattern {
		for _, numeral := range numerals {
			if numeral.one != c {
				continue
			}
			before, after := pattern[:i], pattern[i+len(string(c)):]
			word := numeral.write(n)
			if word == "" {
				word = strconv.Itoa(n)
				if before == "" && after == "" {
					word = "(" + word + ")"
				}
			}
			return before + word + after
		}
	}
	return pattern
}

func fullWidth(n int) string {
	return strings.Map(func(c rune) rune {
		if c >= '0' && c <= '9' {
			return c - '0' + '０'
		}
		return c
	}, strconv.Itoa(n))
}

// circled writes ① to ⑳, which the bundled fonts have.
func circled(n int) string {
	if n < 1 || n > 20 {
		return ""
	}
	return string(rune('①' + n - 1))
}

// letters writes a … z, aa, ab …
func letters(n int, first rune) string {
	word := ""
	for ; n > 0; n = (n - 1) / 26 {
		word = string(first+rune((n-1)%26)) + word
	}
	return word
}

var romans = []struct {
	value int
	word  string
}{
	{1000, "m"}, {900, "cm"}, {500, "d"}, {400, "cd"}, {100, "c"}, {90, "xc"},
	{50, "l"}, {40, "xl"}, {10, "x"}, {9, "ix"}, {5, "v"}, {4, "iv"}, {1, "i"},
}

func roman(n int) string {
	if n > 3999 {
		return ""
	}
	var b strings.Builder
	for _, r := range romans {
		for ; n >= r.value; n -= r.value {
			b.WriteString(r.word)
		}
	}
	return b.String()
}

// chinese writes 一 to 九千九百九十九.
func chinese(n int) string {
	if n < 1 || n > 9999 {
		return ""
	}
	digits, places := []rune("零一二三四五六七八九"), []string{"", "十", "百", "千"}
	var b strings.Builder
	zero := false
	for place, weight := 3, 1000; place >= 0; place, weight = place-1, weight/10 {
		d := n / weight % 10
		switch {
		case d == 0:
			zero = b.Len() > 0
			continue
		case zero:
			b.WriteRune(digits[0])
			zero = false
		}
		if d != 1 || place != 1 || b.Len() > 0 { // 十一, but 一百一十一
			b.WriteRune(digits[d])
		}
		b.WriteString(places[place])
	}
	return b.String()
}

// hanNumber reads a small number in either script, 0 if it is none.
func hanNumber(word string) int {
	if n, err := strconv.Atoi(word); err == nil {
		return n
	}
	word = strings.NewReplacer("两", "二", "兩", "二").Replace(word)
	for n := 1; n < 100; n++ {
		if chinese(n) == word {
			return n
		}
	}
	return 0
}
