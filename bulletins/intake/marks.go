package intake

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"safety365/bulletins"
)

var wideMarks = map[byte]string{',': "，", ';': "；", ':': "：", '?': "？", '!': "！"}

// marks is I40: ASCII marks beside Chinese become full-width ones, and so do brackets
// round Chinese.
func (d *draft) marks() {
	for _, l := range d.lines {
		if !plainly(l) || !strings.ContainsAny(l.text, ",;:?!()") || !hasWide(l.text) {
			continue
		}
		d.change("I40", l, widened(l.text))
	}
}

// widened lists the edits of marks. A mark that becomes full-width is Chinese to its
// neighbours on both sides.
func widened(s string) []edit {
	mask := masks(s)
	wide := wideBrackets(s, mask)
	try := func(i int) {
		if after, isMark := wideMarks[s[i]]; isMark && wide[i] == "" && !masked(mask, i) && beside(s, i, wide) {
			wide[i] = after
		}
	}
	for i := range len(s) {
		try(i)
	}
	for i := len(s) - 1; i >= 0; i-- {
		try(i)
	}
	var edits []edit
	for i := range len(s) {
		if after := wide[i]; after != "" {
			edits = append(edits, edit{from: i, to: i + 1, after: after})
		}
	}
	return edits
}

func hasWide(s string) bool { return strings.IndexFunc(s, bulletins.IsHan) >= 0 }

// beside says whether a mark has Chinese for a neighbour: an ideograph, a mark, or a
// bracket that becomes one.
func beside(s string, i int, wide map[int]string) bool {
	before, _ := utf8.DecodeLastRuneInString(s[:i])
	after, _ := utf8.DecodeRuneInString(s[i+1:])
	if unicode.IsDigit(before) && unicode.IsDigit(after) {
		return false
	}
	if s[i] == ':' && after == '/' || s[i] == '!' && after == '[' {
		return false
	}
	return wideBefore(s[:i]) || wideAfter(s[i+1:]) || wide[i-1] != "" || wide[i+1] != ""
}

// shared are the marks that Chinese shares with other scripts. They are as Chinese as
// what stands beyond them.
const (
	shared     = "“”‘’—…·"
	mostShared = 8 // in a row
)

func wideBefore(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(strings.TrimRight(tail(s, mostShared), shared))
	return bulletins.IsHan(r)
}

func wideAfter(s string) bool {
	r, _ := utf8.DecodeRuneInString(strings.TrimLeft(head(s, mostShared), shared))
	return bulletins.IsHan(r)
}

// wideBrackets says which brackets become full-width ones.
func wideBrackets(s string, mask [][]int) map[int]string {
	out := map[int]string{}
	var open []int
	han := -1 // the last ideograph
	for i, r := range s {
		switch {
		case isHan(r):
			han = i
		case r != '(' && r != ')' || masked(mask, i):
		case r == '(':
			open = append(open, i)
		case len(open) > 0:
			from := open[len(open)-1]
			open = open[:len(open)-1]
			if han > from && !isFormula(s, from, i) {
				out[from], out[i] = "（", "）"
			}
		}
	}
	return out
}

// isFormula says whether a bracket belongs to a function, as in R=P(事故)×C.
func isFormula(s string, from, to int) bool {
	if from == 0 || !isLatin(rune(s[from-1])) {
		return false
	}
	after, _ := utf8.DecodeRuneInString(strings.TrimLeft(s[to+1:], " "))
	before := strings.TrimRight(strings.TrimRightFunc(s[:from], isLatin), " ")
	last, _ := utf8.DecodeLastRuneInString(before)
	return strings.ContainsRune("=×÷*+-/<>≤≥≈", after) || last != utf8.RuneError && strings.ContainsRune("=×÷*+-/<>≤≥≈", last)
}

func isLatin(r rune) bool { return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' }
