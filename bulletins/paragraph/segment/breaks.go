// Package segment finds where a line of a Chinese heading may end.
//
// Chinese is written without spaces, yet a title is broken between words: 回行时，要
// 做到词意完整 (GB/T 9704-2012, 7.3.1). [Breaks] returns the places between the words
// of a text, each with what it costs the reader when a line ends there. Places that
// it does not return are inside a word.
//
// Words are found by the likeliest path through all words that the text might hold
// (a unigram model), over a list of 120,000 words with counts and the terms of work
// safety and government (assets/lexicon). Numbers with their counters, dates and
// names beside titles have rules of their own (number.go, lattice.go). Traditional
// characters are looked up under their Simplified forms, one by one. Tables say which
// words may not begin or end a line (tables.go).
//
// The lexicon is unpacked at the first call. All functions may be called from several
// goroutines; the same text always has the same breaks.
package segment

import "strings"

// Strength says how good a place is for the end of a line; less is better.
type Strength uint8

const (
	Phrase Strength = iota // after a mark or a typed space, before 关于
	Word                   // between words
	Part                   // between the parts of a compound (安全·生产), or in a short quotation
	Bound                  // between words that belong together: before 的, after 对, after 讲
)

// Break is a place where a line may end.
type Break struct {
	At       int // offset in the text; spaces stand before it
	Strength Strength
	Tie      uint8 // among places of one strength: 0 the words are loosely tied, 2 closely
}

// Breaks returns the places between the words of a text, in order. A heading of two
// hundred characters takes well under a millisecond.
func Breaks(s string) []Break {
	if len(s) == 0 {
		return nil
	}
	t := newText(s)
	all := t.tokens()
	if len(all) < 1 {
		return nil
	}
	out := make([]Break, 0, len(all)+4)
	for i := range all {
		if i > 0 {
			if b, ok := t.between(all, i); ok {
				out = append(out, b)
			}
		}
		for _, n := range all[i].parts {
			out = append(out, Break{At: t.cells[all[i].from+int(n)].start, Strength: Part, Tie: 1})
		}
	}
	t.quotations(all, out)
	return out
}

// between returns the break between a token and the one before.
func (t *text) between(all []token, i int) (b Break, ok bool) {
	x, y := &all[i-1], &all[i]
	b = Break{At: t.cells[y.from].start, Strength: Word, Tie: 1}
	left, right := duties[t.string(*x)], duties[t.string(*y)]
	switch {
	// Marks.
	case x.kind == opening, y.kind == closing, y.kind == comma, y.kind == stop:
		return b, false
	case x.kind == dash && y.kind == dash && !y.spaced:
		return b, false
	case y.kind == connector, y.kind == bar && !y.spaced:
		return b, false
	case x.kind == connector:
		b.Strength, b.Tie = Part, 2
		return b, t.cells[x.from].r != '\u00a0' && t.cells[x.from].r != '\u202f'
	case t.label(all, i):
		b.Strength, b.Tie = Bound, 2
		return b, true
	case x.kind == comma:
		b.Strength = Phrase
		return b, true
	case x.kind == stop, x.kind == bar, y.kind == bar:
		b.Strength, b.Tie = Phrase, 0
		return b, true
	case x.kind == dash:
		b.Strength = Phrase
		return b, true
	case y.kind == dash:
		b.Tie = 0
		return b, true

	// A typed space parts phrases, but beside Latin it is only room.
	case y.spaced && x.kind != alnum && y.kind != alnum && x.class != number && y.class != number:
		b.Strength, b.Tie = Phrase, 0
		return b, true

	// Numbers.
	case x.class == number && y.class == number:
		if t.has(x.to-1, "年") && t.endsWith(y.to, "日") || t.endsWith(x.to, "年") {
			b.Strength = Part
		}
		return b, true
	case x.kind == alnum && y.kind == alnum:
		if t.cells[x.from].digit != t.cells[y.from].digit { // GB 2894, 85 dB
			b.Strength, b.Tie = Bound, 2
		}
		return b, y.spaced

	case t.single(x) && left&bindsLeft != 0 && y.class == number && t.ahead(x): // 前三季度
		b.Strength, b.Tie = Bound, 2
		return b, true

	// Function words.
	case t.string(*y) == "关于" && right != 0 && x.kind != opening:
		b.Strength, b.Tie = Phrase, 0
		return b, true
	case left&bindsRight != 0 && !t.closesPhrase(all, i-1):
		b.Strength, b.Tie = Bound, 2
		return b, true
	case left&begins != 0 && !t.closesPhrase(all, i-1):
		b.Strength, b.Tie = Bound, 2
		return b, true
	case right&bindsLeft != 0 && !t.beginsNumber(all, i):
		b.Strength, b.Tie = Bound, 2
		return b, true
	case right&begins != 0:
		b.Tie = 0
		return b, true

	// Words of one character lean on a neighbour.
	case t.single(x) && left == 0 && x.class != noun && x.class != place && x.class != other:
		b.Strength, b.Tie = Bound, 2
		return b, true
	case t.single(x) && left == 0 && (i == 1 || all[i-2].kind != han || y.spaced || t.string(all[i-2]) == "的"):
		b.Strength, b.Tie = Bound, 2
		return b, true
	case t.single(y) && right == 0 && (y.class == noun || y.class == place || y.class == other || t.last(all, i)):
		b.Strength, b.Tie = Bound, 2
		return b, true

	// Names with titles, places with their councils.
	case x.class == name && t.title(y), y.class == name && t.title(x):
		b.Strength, b.Tie = Part, 1
		return b, true
	case x.class == place && y.kind == han && regions[string(t.runes[y.from])]:
		b.Strength, b.Tie = Part, 1
		return b, true
	}
	b.Tie = t.tie(x, y)
	return b, true
}

func (t *text) single(k *token) bool { return k.kind == han && k.size() == 1 && k.class != number }

// last says whether no Han follows a token directly.
func (t *text) last(all []token, i int) bool {
	return i+1 == len(all) || all[i+1].kind != han || all[i+1].spaced
}

// title says whether a word is one that stands beside a name: 书记, 副市长.
func (t *text) title(k *token) bool {
	if k.kind != han {
		return false
	}
	for _, s := range titles {
		if t.endsWith(k.to, s) {
			return true
		}
	}
	return false
}

func (t *text) verbal(k *token) bool { return k.class == verb || k.class == adverb }

// closesPhrase says whether a token has nothing after it to be bound to.
func (t *text) closesPhrase(all []token, i int) bool {
	return i+1 == len(all) || all[i+1].kind == comma || all[i+1].kind == stop || all[i+1].kind == closing
}

// beginsNumber says whether a localizer stands before a number: 前三季度, 上一年.
func (t *text) beginsNumber(all []token, i int) bool {
	return i+1 < len(all) && t.ahead(&all[i]) && all[i+1].class == number && !all[i+1].spaced
}

// ahead says whether a localizer may also stand before a number.
func (t *text) ahead(k *token) bool {
	return k.size() == 1 && strings.ContainsRune("前后上下", t.runes[k.from])
}

// label says whether a break stands after the number of a heading: 一、 （二） 3.
func (t *text) label(all []token, i int) bool {
	if i > 4 || i >= len(all) {
		return false
	}
	at := 0
	bracket := all[0].kind == opening
	if bracket {
		at++
	}
	if at >= len(all) || all[at].class != number && !(all[at].size() <= 2 && t.numeric(all[at])) {
		return false
	}
	at++
	if at >= len(all) {
		return false
	}
	switch k := all[at]; {
	case bracket:
		return k.kind == closing && i <= at+1
	case k.kind == comma, k.kind == stop && t.cells[k.from].r == '.':
		return i <= at+1 && all[at-1].size() <= 4
	}
	return false
}

func (t *text) numeric(k token) bool {
	for i := k.from; i < k.to; i++ {
		if !t.cells[i].digit && !isNumeral(t.cells[i].r) {
			return false
		}
	}
	return true
}

// tie says how closely two words belong together. A verb begins something new and
// holds on to its object; what describes holds on to what it describes.
func (t *text) tie(x, y *token) uint8 {
	last := t.string(*y)
	switch {
	case x.class == verb && !t.verbal(y):
		return 2
	case x.class == adverb, x.class == adjective:
		return 2
	case x.class == number && y.class != verb:
		return 2
	case y.kind == opening && x.class == verb, x.kind == closing && kindsOfDocuments[last]:
		return 2
	case kindsOfDocuments[last]:
		return 2
	case x.class == place:
		return 1
	case t.verbal(y) && !t.verbal(x):
		return 0
	}
	return 1
}

// shortQuotation is the length up to which a quotation or a title in brackets is
// kept on one line if possible, in characters.
const shortQuotation = 6

// quotations weakens breaks inside short quotations.
func (t *text) quotations(all []token, breaks []Break) {
	open := -1
	for i := range all {
		switch all[i].kind {
		case opening:
			open = i
		case closing:
			if open < 0 || all[i].from-all[open].to > shortQuotation {
				open = -1
				continue
			}
			from, to := t.cells[all[open].from].start, t.cells[all[i].from].start
			for j := range breaks {
				if b := &breaks[j]; b.At > from && b.At < to {
					b.Strength = max(b.Strength, Part)
				}
			}
			open = -1
		}
	}
}
