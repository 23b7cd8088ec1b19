package intake

import (
	"strings"

	"safety365/assets/lexicon"
)

// longest returns twice the length of the longest passage through a character that is
// a word or, which counts one more, stands elsewhere in the text; 0 is none. The
// passage holds another ideograph.
func (ev *evidence) longest(s passage, p int) int {
	least := 0
	if strings.ContainsRune("，。、；：！？", s.text[p]) {
		least = 1 // a mark may stand anywhere
	}
	if !ev.mayJoin(s, p-1) && !ev.mayJoin(s, p) {
		return least
	}
	for n := min(passageLength, len(s.text)); n >= 2; n-- {
		best := 0
		for from := max(0, p-n+1); from <= p && from+n <= len(s.text); from++ {
			switch {
			case !hasHanBut(s.text[from:from+n], p-from):
			case ev.inText(s.text[from : from+n]):
				return 2*n + 1
			case s.isWord(from, from+n):
				best = 2 * n
			}
		}
		if best > 0 {
			return best
		}
	}
	return least
}

// passage is a text and its characters in Simplified form.
type passage struct{ text, simplified []rune }

func newPassage(s string) passage { return passage{[]rune(s), []rune(simplify(s))} }

func (s passage) isWord(from, to int) bool {
	for i := from + 1; i < to; i++ {
		if !lexicon.MayJoin(s.simplified[i-1], s.simplified[i]) {
			return false
		}
	}
	return lexicon.Has(string(s.simplified[from:to]))
}

// mayJoin says whether a character may be known beside the one that follows it.
func (ev *evidence) mayJoin(s passage, p int) bool {
	return p >= 0 && p+1 < len(s.text) &&
		(ev.pairs[[2]rune{s.text[p], s.text[p+1]}] || lexicon.MayJoin(s.simplified[p], s.simplified[p+1]))
}

// sides counts the neighbours with which a character is known to stand. A mark closes
// what is before it and need not know what follows.
func (ev *evidence) sides(s passage, p int) int {
	n := 0
	if p > 0 && ev.joined(s, p-1) {
		n++
		if !isHan(s.text[p]) {
			n++
		}
	}
	if p+1 < len(s.text) && isHan(s.text[p]) && ev.joined(s, p) {
		n++
	}
	return n
}

// joined says whether a character is known beside the one that follows it.
func (ev *evidence) joined(s passage, p int) bool {
	return ev.pairs[[2]rune{s.text[p], s.text[p+1]}] || s.isWord(p, p+2)
}

func hasHanBut(s []rune, p int) bool {
	for i, r := range s {
		if i != p && isHan(r) {
			return true
		}
	}
	return false
}

func (ev *evidence) inText(s []rune) bool {
	for i := 1; i < len(s); i++ {
		if !ev.pairs[[2]rune{s[i-1], s[i]}] {
			return false
		}
	}
	if ev.effort < 0 {
		return false
	}
	ev.effort -= len(ev.text)
	return strings.Contains(ev.text, string(s))
}
