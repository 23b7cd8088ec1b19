package bulletins

import (
	"strings"
	"unicode/utf8"
)

// Numbered headings of Chinese documents (GB/T 9704): 一、 （一） 1. （1）.

const hanDigits = "〇零一二三四五六七八九十百"

// numberedHeading returns the level of a paragraph that begins with a heading's
// number, and how many bytes of its text the heading takes.
func numberedHeading(spans []Span) (level, head int) {
	if c := firstChar(spans); !isNumberStart(c) {
		return 0, 0
	}
	text := PlainText(spans)
	level = numberLevel(text)
	if level == 0 {
		return 0, 0
	}
	if i := strings.Index(text, "。"); i >= 0 {
		return level, i + len("。")
	}
	return level, len(text)
}

func firstChar(spans []Span) rune {
	for len(spans) > 0 {
		s := &spans[0]
		if s.Kind == TextSpan {
			c, _ := firstRune(s.Text)
			return c
		}
		spans = s.Children
	}
	return 0
}

func isNumberStart(c rune) bool {
	return c == '（' || c == '(' || '0' <= c && c <= '9' || c != utf8.RuneError && strings.ContainsRune(hanDigits, c)
}

// numberLevel returns the level of the number that a text begins with, or 0.
func numberLevel(text string) int {
	rest, bracket := strings.CutPrefix(text, "（")
	if !bracket {
		rest, bracket = strings.CutPrefix(text, "(")
	}
	if bracket {
		number, after, ok := cutNumber(rest)
		if !ok || !hasAny(&after, "）", ")") || after == "" {
			return 0
		}
		if isASCIIDigit(number[0]) {
			return 4
		}
		return 2
	}
	number, after, ok := cutNumber(text)
	switch {
	case !ok:
		return 0
	case !isASCIIDigit(number[0]):
		if hasAny(&after, "、") && after != "" {
			return 1
		}
	case hasAny(&after, ".", "．") && after != "" && !isASCIIDigit(after[0]):
		return 3
	}
	return 0
}

// cutNumber cuts digits of one kind, at most three Arabic or five Chinese.
func cutNumber(s string) (number, rest string, ok bool) {
	n := 0
	for n < len(s) && isASCIIDigit(s[n]) {
		n++
	}
	if n > 0 {
		return s[:n], s[n:], n <= 3
	}
	for range 6 {
		c, size := utf8.DecodeRuneInString(s[n:])
		if size == 0 || !strings.ContainsRune(hanDigits, c) || c == utf8.RuneError {
			break
		}
		n += size
	}
	return s[:n], s[n:], n > 0 && n <= len("二十三十二")
}

// hasAny cuts one of the prefixes.
func hasAny(s *string, prefixes ...string) bool {
	for _, p := range prefixes {
		if rest, ok := strings.CutPrefix(*s, p); ok {
			*s = rest
			return true
		}
	}
	return false
}

func isASCIIDigit(c byte) bool { return '0' <= c && c <= '9' }
