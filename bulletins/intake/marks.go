package intake

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"safety365/bulletins"
)

var (
	wideMarks = map[byte]string{',': "，", ';': "；", ':': "：", '?': "？", '!': "！"}
	wideForms = map[byte]string{',': "，", ';': "；", ':': "：", '?': "？", '!': "！", '(': "（", ')': "）"}
)

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
	chinese := false // is what stands before, and in the second pass behind
	see := func(i int, r rune) {
		if chinese && !wide[i] && r < 0x80 && wideMarks[s[i]] != "" && !masked(mask, i) && !kept(s, i) {
			wide[i] = true
		}
		// Quotation marks, dashes and dots are as Chinese as what stands beyond them.
		if !strings.ContainsRune("“”‘’—…·", r) {
			chinese = bulletins.IsHan(r) || wide[i]
		}
	}
	for i, r := range s {
		see(i, r)
	}
	chinese = false
	for i := len(s); i > 0; {
		r, size := utf8.DecodeLastRuneInString(s[:i])
		i -= size
		see(i, r)
	}
	var edits []edit
	for i, is := range wide {
		if is {
			edits = append(edits, edit{from: i, to: i + 1, after: wideForms[s[i]]})
		}
	}
	return edits
}

func hasWide(s string) bool { return strings.IndexFunc(s, bulletins.IsHan) >= 0 }

// kept says whether a mark stays as it is by what stands directly beside it: between
// digits, in an address, before a picture.
func kept(s string, i int) bool {
	before, _ := utf8.DecodeLastRuneInString(s[:i])
	after, _ := utf8.DecodeRuneInString(s[i+1:])
	return unicode.IsDigit(before) && unicode.IsDigit(after) || s[i] == ':' && after == '/' || s[i] == '!' && after == '['
}

// wideBrackets says at which bytes of a line brackets become full-width ones.
func wideBrackets(s string, mask [][]int) []bool {
	out := make([]bool, len(s))
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
				out[from], out[i] = true, true
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
