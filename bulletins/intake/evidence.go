package intake

import (
	"cmp"
	"strings"
)

// evidence is what tells one candidate from another: the rest of the same text, and
// the words that the program knows. How frequent something is never counts.
type evidence struct {
	text   string // the lines without their damaged stretches
	pairs  map[[2]rune]bool
	cache  map[string]verdict
	effort int // bytes that may still be searched
	left   int // candidates that may still be weighed
}

// Limits of what is weighed in all sites of a text: bytes that are searched, and
// candidates. They are those of a megabyte that is full of damage.
const (
	mostSearch  = 1 << 30
	mostWeighed = 1 << 20
)

// Contexts of a site, in characters, and the longest passage looked for.
const (
	contextLength = 6
	passageLength = 7
)

func newEvidence(d *draft, sites []*site) *evidence {
	ev := &evidence{pairs: map[[2]rune]bool{}, cache: map[string]verdict{}, effort: mostSearch, left: mostWeighed}
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

// verdict is what is put in place of a site, and how much of the line it replaces.
type verdict struct {
	text      string
	size      int
	certainty Certainty
}

// verdict proposes the candidate that alone is supported best. Of several it returns
// what they have in common.
func (ev *evidence) verdict(s *site) verdict {
	left, right := context(s)
	key := left + "\x00" + s.line.text[s.from:s.to] + "\x00" + right
	v, ok := ev.cache[key]
	if !ok {
		v = ev.weigh(s, left)
		ev.cache[key] = v
	}
	return v
}

func (ev *evidence) weigh(s *site, left string) verdict {
	if s.count() > ev.left {
		return verdict{unknownMark, s.to - s.from, Unknown}
	}
	ev.left -= s.count()
	best := ev.best(s, left)
	certainty := Unknown
	if len(best) == 1 {
		certainty = Probable
	}
	text, to := s.common(best)
	return verdict{text, to - s.from, certainty}
}

// score is how well a candidate is supported: its least supported character, then on
// how many sides its characters hang together with their neighbours, then all of them.
type score struct{ least, sides, sum int }

func (a score) less(b score) bool {
	return cmp.Or(cmp.Compare(a.least, b.least), cmp.Compare(a.sides, b.sides), cmp.Compare(a.sum, b.sum)) < 0
}

// best returns the candidates of a site that are supported best; there are none if not
// all of a candidate is supported at all.
func (ev *evidence) best(s *site, left string) []int {
	varying := s.varying()
	var best score
	var at []int
	var runes passage
	ev.extend(&runes, 0, left)
	offset := len(runes.text)
	for i := range s.count() {
		text, to := s.option(i)
		ev.extend(&runes, offset, text, head(s.line.text[to:], contextLength))
		n := length(text)
		this := score{least: 2*passageLength + 2}
		for p := range n {
			if varying != nil && !varying[p] {
				continue
			}
			long := ev.longest(&runes, offset+p)
			this.least, this.sides, this.sum = min(this.least, long), this.sides+runes.sides(offset+p), this.sum+long
			if long == 0 {
				break
			}
		}
		switch {
		case this.least == 0 || this.less(best):
		case this == best && len(at) > 0:
			if same, _ := s.option(at[0]); same != text {
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
	if !s.certain || s.count() == 0 {
		return nil
	}
	text, end := s.option(0)
	first := []rune(text)
	out := make([]bool, len(first))
	different := false
	for i := range s.count() {
		text, to := s.option(i)
		other := []rune(text)
		if len(other) != len(first) || to != end {
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
