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
	cache map[string]verdict
}

type verdict struct {
	best   int
	unique bool
}

// Contexts of a site, in characters, and the longest passage looked for.
const (
	contextLength = 6
	passageLength = 7
)

func newEvidence(d *draft, sites []*site) *evidence {
	ev := &evidence{pairs: map[[2]rune]bool{}, cache: map[string]verdict{}}
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

// best returns the candidate of a site that alone is supported best.
func (ev *evidence) best(s *site) (int, bool) {
	left, right := context(s)
	key := left + "\x00" + s.line.text[s.from:s.to] + "\x00" + right
	v, ok := ev.cache[key]
	if !ok {
		v = ev.decide(s, left)
		ev.cache[key] = v
	}
	return v.best, v.unique
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

func (ev *evidence) decide(s *site, left string) verdict {
	varying := s.varying()
	var best score
	at, equal := -1, false
	for i, text := range s.texts {
		right := head(s.line.text[s.ends[i]:], contextLength)
		runes := []rune(left + text + right)
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
		case this == best:
			equal = equal || s.texts[at] != text
		default:
			best, at, equal = this, i, false
		}
	}
	return verdict{at, at >= 0 && !equal}
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
		if s.ends[i+1] != s.ends[0] {
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
func (ev *evidence) longest(s []rune, p int) (long int) {
	if strings.ContainsRune("，。、；：！？", s[p]) {
		defer func() { long = max(long, 1) }() // a mark may stand anywhere
	}
	for n := min(passageLength, len(s)); n >= 2; n-- {
		best := 0
		for from := max(0, p-n+1); from <= p && from+n <= len(s); from++ {
			switch passage := s[from : from+n]; {
			case !hasHanBut(passage, p-from):
			case ev.inText(passage):
				return 2*n + 1
			case lexicon.Has(simplify(string(passage))):
				best = 2 * n
			}
		}
		if best > 0 {
			return best
		}
	}
	return 0
}

// sides counts the neighbours with which a character is known to stand. A mark closes
// what is before it and need not know what follows.
func (ev *evidence) sides(s []rune, p int) int {
	n := 0
	if p > 0 && ev.known(s[p-1:p+1]) {
		n++
		if !isHan(s[p]) {
			n++
		}
	}
	if p+1 < len(s) && isHan(s[p]) && ev.known(s[p:p+2]) {
		n++
	}
	return n
}

func (ev *evidence) known(s []rune) bool {
	return ev.inText(s) || lexicon.Has(simplify(string(s)))
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
