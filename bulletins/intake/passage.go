package intake

import (
	"strings"

	"safety365/assets/lexicon"
)

// passage is a text, its characters in Simplified form, and which of them may be known
// beside the one that follows: seen so in the text, or perhaps in a word.
type passage struct {
	text, simplified []rune
	seen, word       []bool
}

// extend puts parts of a line in a passage behind its first n characters.
func (ev *evidence) extend(s *passage, n int, parts ...string) {
	s.text, s.simplified = s.text[:n], s.simplified[:n]
	for _, part := range parts {
		for _, r := range part {
			s.text, s.simplified = append(s.text, r), append(s.simplified, fold(r))
		}
	}
	known := max(0, n-1)
	s.seen, s.word = s.seen[:known], s.word[:known]
	for i := known + 1; i < len(s.text); i++ {
		s.seen = append(s.seen, ev.pairs[[2]rune{s.text[i-1], s.text[i]}])
		s.word = append(s.word, lexicon.MayJoin(s.simplified[i-1], s.simplified[i]))
	}
}

// longest returns twice the length of the longest passage through a character that is
// a word or, which counts one more, stands elsewhere in the text; 0 is none. The
// passage holds another ideograph.
func (ev *evidence) longest(s *passage, p int) int {
	least := 0
	if strings.ContainsRune("，。、；：！？", s.text[p]) {
		least = 1 // a mark may stand anywhere
	}
	if !s.mayJoin(p-1) && !s.mayJoin(p) {
		return least
	}
	for n := min(passageLength, len(s.text)); n >= 2; n-- {
		best := 0
		for from := max(0, p-n+1); from <= p && from+n <= len(s.text); from++ {
			switch {
			case !hasHanBut(s.text[from:from+n], p-from):
			case ev.inText(s, from, from+n):
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

func (s *passage) isWord(from, to int) bool {
	return all(s.word[from:to-1]) && lexicon.Has(string(s.simplified[from:to]))
}

// mayJoin says whether a character may be known beside the one that follows it.
func (s *passage) mayJoin(p int) bool {
	return p >= 0 && p < len(s.seen) && (s.seen[p] || s.word[p])
}

// sides counts the neighbours with which a character is known to stand. A mark closes
// what is before it and need not know what follows.
func (s *passage) sides(p int) int {
	n := 0
	if p > 0 && s.joined(p-1) {
		n++
		if !isHan(s.text[p]) {
			n++
		}
	}
	if p+1 < len(s.text) && isHan(s.text[p]) && s.joined(p) {
		n++
	}
	return n
}

// joined says whether a character is known beside the one that follows it.
func (s *passage) joined(p int) bool { return s.seen[p] || s.isWord(p, p+2) }

func hasHanBut(s []rune, p int) bool {
	for i, r := range s {
		if i != p && isHan(r) {
			return true
		}
	}
	return false
}

func (ev *evidence) inText(s *passage, from, to int) bool {
	if ev.effort < 0 || !all(s.seen[from:to-1]) {
		return false
	}
	ev.effort -= len(ev.text)
	return strings.Contains(ev.text, string(s.text[from:to]))
}

func all(of []bool) bool {
	for _, yes := range of {
		if !yes {
			return false
		}
	}
	return true
}
