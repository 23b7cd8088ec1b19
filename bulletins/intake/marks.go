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
// round Chinese. Brackets alone may be meant, as in 刚果(布): they change only in a text
// whose other marks have lost their width, or whose brackets do not pair otherwise.
func (d *draft) marks() {
	var lines []*line
	for _, l := range d.lines {
		if plainly(l) && strings.ContainsAny(l.text, ",;:?!()") && hasWide(l.text) {
			lines = append(lines, l)
			d.narrowed = d.narrowed || narrowed(l.text)
		}
	}
	for _, l := range lines {
		d.change("I40", l, widened(l.text, d.narrowed, mostChanges-len(d.changes)))
	}
}

// narrowed says whether marks of a line have lost their width.
func narrowed(s string) bool { return len(widened(s, false, 1)) > 0 }

// widened lists the edits of marks, or the first of them. A mark that becomes full-width is Chinese to its
// neighbours on both sides.
func widened(s string, brackets bool, most int) []edit {
	mask := masks(s)
	wide := wideBrackets(s, mask, brackets)
	foreign := foreignEnds(s)
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
		if see(i, r); foreign[i] {
			chinese = false
		}
	}
	var edits []edit
	for i, is := range wide {
		if is && len(edits) < most {
			edits = append(edits, edit{from: i, to: i + 1, after: wideForms[s[i]]})
		}
	}
	return edits
}

// partners are the marks that close a stretch of text, and what opens it.
var partners = map[rune]rune{'”': '“', '’': '‘', '）': '（', '》': '《', '」': '「', '』': '『', '】': '【'}

// foreignEnds finds the marks that close words of another script, as in “Safety first!”:
// what stands before them is not Chinese by what stands behind.
func foreignEnds(s string) map[int]bool {
	var out map[int]bool
	latin := map[rune]bool{} // whether nothing but letters stands since a mark that opens
	for i, r := range s {
		switch open := partners[r]; {
		case open != 0:
			if latin[open] {
				if out == nil {
					out = map[int]bool{}
				}
				out[i] = true
			}
			delete(latin, open)
		case strings.ContainsRune("“‘（《「『【", r):
			latin[r] = strings.IndexFunc(head(s[i+utf8.RuneLen(r):], 1), isLatin) == 0
		case isHan(r):
			clear(latin)
		}
	}
	return out
}

func hasWide(s string) bool { return strings.IndexFunc(s, bulletins.IsHan) >= 0 }

// kept says whether a mark stays as it is by what stands directly beside it: between
// digits, in an address, before a picture.
func kept(s string, i int) bool {
	before, _ := utf8.DecodeLastRuneInString(s[:i])
	after, _ := utf8.DecodeRuneInString(s[i+1:])
	return unicode.IsDigit(before) && unicode.IsDigit(after) || s[i] == ':' && after == '/' || s[i] == '!' && after == '['
}

// wideBrackets says at which bytes of a line brackets become full-width ones: all that
// hold Chinese, or only those whose other half is full-width.
func wideBrackets(s string, mask [][]int, all bool) []bool {
	out := make([]bool, len(s))
	var open []int
	han := -1 // the last ideograph
	for i, r := range s {
		switch {
		case isHan(r):
			han = i
		case !strings.ContainsRune("()（）", r) || masked(mask, i):
		case r == '(' || r == '（':
			open = append(open, i)
		case len(open) > 0:
			from := open[len(open)-1]
			open = open[:len(open)-1]
			narrow, mixed := s[from] == '(' && r == ')', (s[from] == '(') != (r == ')')
			if han > from && (mixed || narrow && all && !isFormula(s, from, i)) {
				out[from], out[i] = s[from] == '(', r == ')'
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
