package intake

import (
	"cmp"
	"strings"

	"safety365/assets/lexicon"
)

// evidence is what tells one candidate from another: the rest of the same text, and
// the words that the program knows. How frequent something is never counts.
type evidence struct {
	text  string // the lines without their damaged stretches
	pairs map[[2]rune]bool
	cache map[string][]int
}

// Contexts of a site, in characters, and the longest passage looked for.
const (
	contextLength = 6
	passageLength = 7
)

func newEvidence(d *draft, sites []*site) *evidence {
	ev := &evidence{pairs: map[[2]rune]bool{}, cache: map[string][]int{}}
	of := map[*line][]*site{}
	for _, s := range sites {
		of[s.line] = append(of[s.line], s)
	}
	var b strings.Builder
	for _, l := range d.lines {
		if !l.open() {
			continue
		}
		from := 0
		for _, s := range of[l] {
			b.WriteString(l.text[from:s.from] + "\n")
			from = s.to
		}
		b.WriteString(l.text[from:] + "\n")
	}
	ev.text = b.String()
	var last rune
	for _, r := range ev.text {
		ev.pairs[[2]rune{last, r}] = true
		last = r
	}
	return ev
}

// best returns the candidates of a site that are supported best; there are none if not
// all of a candidate is supported at all.
func (ev *evidence) best(s *site) []int {
	left, right := context(s)
	key := left + "\x00" + s.line.text[s.from:s.to] + "\x00" + right
	v, ok := ev.cache[key]
	if !ok {
		v = ev.decide(s, left)
		ev.cache[key] = v
	}
	return v
}

// context returns the characters round a site.
func context(s *site) (left, right string) {
	before := []rune(s.line.text[:s.from])
	after := []rune(head(s.line.text[s.to:], contextLength))
	return string(before[max(0, len(before)-contextLength):]), string(after)
}

// head returns the first characters of a text.
func head(s string, n int) string {
	for i := range s {
		if n--; n < 0 {
			return s[:i]
		}
	}
	return s
}

// score is how well a candidate is supported: its least supported character, then on
// how many sides its characters hang together with their neighbours, then all of them.
type score struct{ least, sides, sum int }

func (a score) less(b score) bool {
	return cmp.Or(cmp.Compare(a.least, b.least), cmp.Compare(a.sides, b.sides), cmp.Compare(a.sum, b.sum)) < 0
}

func (ev *evidence) decide(s *site, left string) []int {
	varying := s.varying()
	var best score
	var at []int
	for i, text := range s.texts {
		right := head(s.line.text[s.end(i):], contextLength)
		runes := newPassage(left + text + right)
		offset := len([]rune(left))
		n := len([]rune(text))
		this := score{least: 2*passageLength + 2}
		for p := range n {
			if varying != nil && !varying[p] {
				continue
			}
			long := ev.longest(runes, offset+p)
			this.least, this.sides, this.sum = min(this.least, long), this.sides+ev.sides(runes, offset+p), this.sum+long
			if long == 0 {
				break
			}
		}
		switch {
		case this.least == 0 || this.less(best):
		case this == best && len(at) > 0:
			if s.texts[at[0]] != text {
				at = append(at, i)
			}
		default:
			best, at = this, []int{i}
		}
	}
	return at
}

// varying says in which characters the candidates of a certain site differ; nil are
// all. What damage only may be must be supported in every character.
func (s *site) varying() []bool {
	if !s.certain || len(s.texts) == 0 {
		return nil
	}
	first := []rune(s.texts[0])
	out := make([]bool, len(first))
	different := false
	for i, text := range s.texts[1:] {
		if s.end(i+1) != s.end(0) {
			return nil
		}
		other := []rune(text)
		if len(other) != len(first) {
			return nil
		}
		for j := range first {
			if first[j] != other[j] {
				out[j], different = true, true
			}
		}
	}
	if !different { // one candidate, of characters that are rare
		return nil
	}
	return out
}

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
	return strings.Contains(ev.text, string(s))
}
