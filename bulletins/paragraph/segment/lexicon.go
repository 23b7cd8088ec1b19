package segment

import (
	"bytes"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	lexiconfiles "safety365/assets/lexicon"
)

// class says what a word is, as far as it matters here.
type class uint8

const (
	other class = iota
	noun
	verb
	adverb
	place
	adjective
	name
	number
	latin
)

// hasNoParts is the flag of words that are never parted: sayings, names.
const hasNoParts = 8

// Costs are eight times the binary logarithm of a word's rarity.
const (
	unknownCost = 216 // of a character that is no word
	termCost    = 119 // of a term: one word in 30,000
	oftenCost   = 80  // of a common one: one in 1,000
	numberCost  = 104
	nameCost    = 112
	commonCost  = 153 // the rarest word that is taken for a part of a compound
)

const (
	firstHan = 0x3400
	lastHan  = 0x9fff
)

// lexicon is what is known about words. Words are strings of Simplified characters.
type lexicon struct {
	units                   []uint16 // of all words, in order
	starts                  []uint32 // of each word in units, and the end
	heads                   []uint32 // by first character: its first word, and the end
	costs                   []uint8
	flags                   []uint8
	terms                   map[string]term
	longest                 map[rune]uint8 // term that begins so, in characters
	traditional, simplified []uint16
}

// term is a word of terms.txt.
type term struct {
	class class
	cost  int32
	parts []uint8 // how many characters stand before each place where it may be parted
	whole bool    // four characters or more, and no parts
}

// entry is a word that was found.
type entry struct {
	length int // in characters
	cost   int32
	class  class
	parts  []uint8
	whole  bool
}

// words is the lexicon, unpacked when it is first asked for. The packed list is part
// of the program, so a fault in it is one of ours.
var words = sync.OnceValue(func() *lexicon {
	l, err := unpack(lexiconfiles.Words)
	if err != nil {
		panic(err)
	}
	l.addTerms(lexiconfiles.Terms)
	return l
})

// unpack reads what assets/lexicon/make.py wrote.
func unpack(packed []byte) (*lexicon, error) {
	parts, err := lexiconfiles.Parts(packed)
	if err != nil {
		return nil, err
	}
	n := len(parts[0])
	l := &lexicon{
		starts: make([]uint32, n+1),
		heads:  make([]uint32, lastHan-firstHan+2),
		costs:  bytes.Clone(parts[4]),
		flags:  bytes.Clone(parts[5]),
	}
	size := 0
	for i := range n {
		size += int(parts[0][i]) + int(parts[1][i])
	}
	l.units = make([]uint16, 0, size)
	from, before, head := 0, 0, 0
	for i := range n {
		shared, rest := int(parts[0][i]), int(parts[1][i])
		at := len(l.units)
		if shared > at-before || rest > len(parts[2])-from || shared+rest == 0 {
			return nil, lexiconfiles.ErrDamaged
		}
		l.units = append(l.units, l.units[before:before+shared]...)
		for range rest {
			l.units = append(l.units, uint16(parts[2][from])<<8|uint16(parts[3][from]))
			from++
		}
		first := int(l.units[at]) - firstHan
		if first < 0 || first > lastHan-firstHan || head > first+1 {
			return nil, lexiconfiles.ErrDamaged
		}
		for ; head <= first; head++ {
			l.heads[head] = uint32(i)
		}
		l.starts[i] = uint32(at)
		before = at
	}
	l.starts[n] = uint32(len(l.units))
	for ; head < len(l.heads); head++ {
		l.heads[head] = uint32(n)
	}
	if len(parts[6]) != len(parts[7]) || len(parts[6]) != len(parts[8]) || len(parts[6]) != len(parts[9]) {
		return nil, lexiconfiles.ErrDamaged
	}
	for i := range parts[6] {
		l.traditional = append(l.traditional, uint16(parts[6][i])<<8|uint16(parts[7][i]))
		l.simplified = append(l.simplified, uint16(parts[8][i])<<8|uint16(parts[9][i]))
	}
	return l, nil
}

// simplify returns the Simplified form under which a character is looked up.
func (l *lexicon) simplify(r rune) rune {
	if r < firstHan || r > 0xffff {
		return r
	}
	if i, ok := slices.BinarySearch(l.traditional, uint16(r)); ok {
		return rune(l.simplified[i])
	}
	return r
}

var classes = map[string]class{
	"noun": noun, "verb": verb, "adverb": adverb, "place": place,
	"adjective": adjective, "name": name, "other": other,
}

func (l *lexicon) addTerms(list string) {
	l.terms = make(map[string]term, 2048)
	l.longest = make(map[rune]uint8, 1024)
	kind, cost := noun, int32(termCost)
	for line := range strings.Lines(list) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		if name, ok := strings.CutPrefix(line, "="); ok {
			cost = termCost
			if name, ok = strings.CutSuffix(strings.TrimSpace(name), " common"); ok {
				cost = oftenCost
			}
			kind = classes[name]
			continue
		}
		for word := range strings.FieldsSeq(line) {
			l.addTerm(word, kind, cost)
		}
	}
}

func (l *lexicon) addTerm(word string, kind class, cost int32) {
	t := term{class: kind, cost: cost}
	var key []rune
	for _, r := range word {
		if r == '·' {
			t.parts = append(t.parts, uint8(len(key)))
			continue
		}
		key = append(key, l.simplify(r))
	}
	t.whole = len(t.parts) == 0
	l.terms[string(key)] = t
	l.longest[key[0]] = max(l.longest[key[0]], uint8(min(len(key), 255)))
}

// find calls yield with each word that the text begins with. Text is Simplified.
func (l *lexicon) find(text []rune, yield func(entry)) {
	var t term
	terms := 0
	if len(text) > 0 {
		terms = min(int(l.longest[text[0]]), len(text))
	}
	key := make([]byte, 0, 64)
	low, high := l.range1(text)
	for n := 1; n <= len(text) && (n <= terms || low < high); n++ {
		key = utf8.AppendRune(key, text[n-1])
		found := entry{length: n}
		if n > 1 {
			low, high = l.narrow(low, high, n-1, text[n-1])
		}
		if low < high && l.length(low) == n {
			found.cost = int32(l.costs[low])
			found.class = class(l.flags[low] &^ hasNoParts)
			found.whole = l.flags[low]&hasNoParts != 0
			low++
		}
		if n <= terms {
			var ok bool
			if t, ok = l.terms[string(key)]; ok {
				if found.cost == 0 || found.cost > t.cost {
					found.cost = t.cost
				}
				found.class, found.parts, found.whole = t.class, t.parts, t.whole
			}
		}
		if found.cost != 0 {
			yield(found)
		}
	}
}

// range1 returns the words that begin with the text's first character.
func (l *lexicon) range1(text []rune) (low, high int) {
	if len(text) == 0 || text[0] < firstHan || text[0] > lastHan {
		return 0, 0
	}
	return int(l.heads[text[0]-firstHan]), int(l.heads[text[0]-firstHan+1])
}

// narrow keeps those words of a range with character r at place n; all of them are
// longer than n and agree in the characters before.
func (l *lexicon) narrow(low, high, n int, r rune) (int, int) {
	from := low + search(high-low, func(i int) bool { return rune(l.units[int(l.starts[low+i])+n]) >= r })
	to := from + search(high-from, func(i int) bool { return rune(l.units[int(l.starts[from+i])+n]) > r })
	return from, to
}

func search(n int, f func(int) bool) int {
	low, high := 0, n
	for low < high {
		if mid := int(uint(low+high) >> 1); f(mid) {
			high = mid
		} else {
			low = mid + 1
		}
	}
	return low
}

func (l *lexicon) length(word int) int { return int(l.starts[word+1] - l.starts[word]) }

// parts returns where a compound may be parted: into common words of two characters
// or more, the likeliest way.
func (l *lexicon) parts(word []rune) []uint8 {
	if len(word) > 16 {
		return nil
	}
	const far = 1 << 20
	var best [17]int32
	var back [17]uint8
	for i := range word {
		best[i+1] = far
	}
	for i := range word {
		if best[i] >= far {
			continue
		}
		l.find(word[i:], func(e entry) {
			to := i + e.length
			if e.length < 2 || e.length == len(word) || e.cost > commonCost || e.class == name {
				return
			}
			if cost := best[i] + e.cost; cost < best[to] {
				best[to], back[to] = cost, uint8(i)
			}
		})
	}
	if best[len(word)] >= far {
		return nil
	}
	var cuts []uint8
	for at := back[len(word)]; at > 0; at = back[at] {
		cuts = append(cuts, at)
	}
	slices.Reverse(cuts)
	return cuts
}
