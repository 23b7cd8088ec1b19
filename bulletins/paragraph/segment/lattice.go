package segment

import "strings"

// token is a word, a number, a stretch of Latin or a mark.
type token struct {
	from, to int // cells
	kind     kind
	class    class
	parts    []uint8 // after how many characters of a compound it may be parted
	whole    bool
	spaced   bool // a space was typed before it
	known    bool // it stands in the lexicon
}

func (k token) size() int { return k.to - k.from }

// edge is the last step of the best way to a place.
type edge struct {
	cost  int32
	from  int
	found entry
}

// tokens cuts the text: of all ways to cover it with words, the likeliest (a unigram
// model; the sum of costs is least). Of two that are as likely the one with the
// longer last word is taken.
func (t *text) tokens() []token {
	const far = 1<<31 - 1
	best := make([]edge, len(t.cells)+1)
	for i := range t.cells {
		best[i+1].cost = far
	}
	step := func(from int, e entry) {
		to := from + e.length
		if cost := best[from].cost + e.cost; cost < best[to].cost {
			best[to] = edge{cost, from, e}
		}
	}
	for i := range t.cells {
		c := &t.cells[i]
		if best[i].cost == far {
			continue // inside a stretch of Latin
		}
		if c.kind == alnum {
			step(i, entry{length: c.to - i, cost: numberCost, class: latin})
		} else {
			step(i, entry{length: 1, cost: unknownCost})
		}
		if c.kind == han || c.digit {
			t.numberEnds(i, func(end int, full bool) {
				e := entry{length: end - i, cost: numberCost, class: number}
				if !full {
					e.cost += 24
				}
				step(i, e)
			})
		}
		if c.kind != han {
			continue
		}
		end := i + 1
		for end < len(t.cells) && end-i < 16 && t.cells[end].kind == han {
			end++
		}
		t.find(t.runes[i:end], func(e entry) { step(i, e) })
		t.names(i, end, step)
	}
	var all []token
	for at := len(t.cells); at > 0; at = best[at].from {
		b := &best[at]
		k := token{from: b.from, to: at, kind: t.cells[b.from].kind, class: b.found.class, whole: b.found.whole, parts: b.found.parts}
		k.known = b.found.cost != unknownCost
		all = append(all, k)
	}
	for i, j := 0, len(all)-1; i < j; i, j = i+1, j-1 {
		all[i], all[j] = all[j], all[i]
	}
	return t.tidy(all)
}

// tidy drops spaces, joins characters that are no words, and looks for the parts of
// compounds.
func (t *text) tidy(all []token) []token {
	out := all[:0]
	spaced := false
	for _, k := range all {
		if k.kind == space {
			spaced = true
			continue
		}
		k.spaced, spaced = spaced, false
		if t.single(&k) && verbs[t.string(k)] {
			k.class = verb
		}
		out = append(out, k)
	}
	all = out
	out = make([]token, 0, len(all))
	for i := 0; i < len(all); i++ {
		k := all[i]
		n := i + 1
		if t.foreign(out, k) {
			for n < len(all) && t.foreign(out, all[n]) && !all[n].spaced {
				n++
			}
			k.to, k.whole, k.known = all[n-1].to, true, false
			out = append(out, k)
			i = n - 1
			continue
		}
		if t.loose(k) {
			for n < len(all) && t.loose(all[n]) && !all[n].spaced {
				n++
			}
			// A one-character suffix belongs to what it follows: 检查组|来_我省.
			if i > 0 && !k.spaced && out[len(out)-1].kind == han && out[len(out)-1].size() > 1 && suffixes[t.string(k)] &&
				(n-i == 1 || t.string(all[i+1]) == "来") {
				out[len(out)-1] = t.suffixed(out[len(out)-1], k)
				continue
			}
		}
		if n-i > 1 {
			out = append(out, pairs(all[i:n])...)
			i = n - 1
			continue
		}
		if k.kind == han && k.class != number && len(k.parts) == 0 && !k.whole && k.size() > 3 {
			k.parts = t.parts(t.runes[k.from:k.to])
		}
		out = append(out, k)
	}
	return out
}

// foreign says whether a character goes on with a name after its middle dot:
// 阿卜杜拉·艾则孜.
func (t *text) foreign(before []token, k token) bool {
	if len(before) == 0 || !t.single(&k) {
		return false
	}
	dot := before[len(before)-1]
	return dot.kind == connector && t.cells[dot.from].r == '·'
}

// suffixed returns a word with its suffix.
func (t *text) suffixed(k, suffix token) token {
	if k.class == verb || k.class == adjective || k.class == other {
		k.class = noun
	}
	k.to = suffix.to
	return k
}

// pairs makes words of characters that are none: two or three are one word, more are
// words of two.
func pairs(loose []token) []token {
	var out []token
	for len(loose) > 0 {
		n := 2
		if len(loose) == 3 {
			n = 3
		}
		n = min(n, len(loose))
		k := loose[0]
		k.to = loose[n-1].to
		k.whole, k.known = true, false
		out = append(out, k)
		loose = loose[n:]
	}
	return out
}

// loose says whether a token is one Han character that has no duty in the sentence.
func (t *text) loose(k token) bool {
	if k.kind != han || k.size() != 1 || k.class == number {
		return false
	}
	_, duty := duties[t.string(k)]
	return !duty
}

func (t *text) string(k token) string { return string(t.runes[k.from:k.to]) }

// names finds persons' names beside a title or a verb of speaking: 县委书记黄晓君,
// 黄晓君强调.
func (t *text) names(i, end int, step func(int, entry)) {
	surname := 0
	if surnames[string(t.runes[i])] {
		surname = 1
	}
	if i+1 < end && doubleSurnames[string(t.runes[i:i+2])] {
		surname = 2
	}
	if surname == 0 {
		return
	}
	after := false
	for _, title := range titles {
		if t.endsWith(i, title) {
			after = true
			break
		}
	}
	for given := 1; given <= 2 && i+surname+given <= end; given++ {
		to := i + surname + given
		if !t.givenName(i+surname, to, after || t.has(to, "同志") || t.has(to, "先生") || t.has(to, "女士")) {
			continue
		}
		if after || t.nameEnds(to) {
			step(i, entry{length: surname + given, cost: nameCost + 24*int32(2-given), class: name, whole: true})
		}
	}
}

// givenName says whether the characters may be a given name: no particles, and no
// common word unless a title says that here is a name.
func (t *text) givenName(from, to int, after bool) bool {
	for _, r := range t.runes[from:to] {
		if strings.ContainsRune(notInNames, r) {
			return false
		}
	}
	if after || to-from == 1 {
		return after || !surnamesOnly[string(t.runes[from-1])]
	}
	ok := true
	t.find(t.runes[from:to], func(e entry) {
		if e.length == to-from && e.class != name {
			ok = false
		}
	})
	return ok
}

func (t *text) nameEnds(at int) bool {
	if at < len(t.cells) && t.cells[at].r == ':' {
		return true
	}
	for _, s := range speaking {
		if t.has(at, s) {
			return true
		}
	}
	for _, s := range titles {
		if t.has(at, s) {
			return true
		}
	}
	return false
}
