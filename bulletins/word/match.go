package word

import (
	"strconv"
	"strings"
)

// mark notes a mark of ours where it stands.
func (p *para) mark(name string) {
	p.marks, p.starts = append(p.marks, name), append(p.starts, len(p.runs))
}

// base is the number and the hash that a paragraph had when it was written. The mark of
// one that was taken out may stand before its own.
func base(p *para) (number int, hash string, ok bool) {
	own := hashOf(p.text(false))
	for _, m := range p.marks {
		n, h, is := numberOf(m)
		if !is || h == lastMark {
			continue
		}
		if number, hash, ok = n, h, true; h == own {
			break
		}
	}
	return number, hash, ok
}

// numberOf reads the name of a mark of ours. LibreOffice adds to the names of those in
// frames.
func numberOf(mark string) (number int, hash string, ok bool) {
	n, hash, cut := strings.Cut(strings.TrimPrefix(mark, markPrefix), "_")
	hash, _, _ = strings.Cut(hash, "_")
	number, err := strconv.Atoi(n)
	return number, hash, cut && err == nil && number >= 0
}

// match pairs paragraphs of a copy, by their places in theirs, with ours: by the marks
// that we gave them, by their text, by likeness between two that were found.
func (k *comparer) match(ours []int, theirs []*para) map[int]int {
	pairs, taken := map[int]int{}, map[int]bool{}
	hashes := map[string][]int{}
	for _, i := range ours {
		h := hashOf(k.ours[i].text)
		hashes[h] = append(hashes[h], i)
	}
	take := func(j, i int) { pairs[j], taken[i] = i, true }
	near := func(list []int, at int) int {
		best := -1
		for _, i := range list {
			if !taken[i] && (best < 0 || abs(i-at) < abs(best-at)) {
				best = i
			}
		}
		return best
	}
	marked := func(blank bool) {
		for j, p := range theirs {
			n, h, ok := base(p)
			if _, done := pairs[j]; done || !ok || !k.marked || blank != (p.text(false) == "") {
				continue
			}
			if i := near(hashes[h], n); i >= 0 {
				take(j, i)
			}
		}
	}
	marked(false)
	for j, p := range theirs {
		if _, ok := pairs[j]; ok {
			continue
		}
		n, _, _ := base(p)
		if text := p.text(false); text != "" {
			if i := near(hashes[hashOf(text)], max(n, k.expected(pairs, j))); i >= 0 {
				take(j, i)
			}
		}
	}
	marked(true) // LibreOffice moves the marks of frames that begin a page
	for j, p := range theirs {
		if _, ok := pairs[j]; ok || p.text(false) == "" {
			continue
		}
		from, to := k.between(pairs, j, len(theirs))
		best, most, asked := -1, leastLike, 0
		for _, i := range ours {
			if taken[i] || i <= from || i >= to || asked > mostAsked {
				continue
			}
			asked++
			if l := likeness(k.ours[i].text, p.text(false)); l > most {
				best, most = i, l
			}
		}
		if best < 0 && p.cell { // a cell keeps its place, whatever it says now
			best = k.only(ours, taken, from, to)
		}
		if best >= 0 {
			take(j, best)
		}
	}
	return pairs
}

// only returns the one paragraph between two of ours that nothing was found for, if it is
// a cell; -1: there is none such.
func (k *comparer) only(ours []int, taken map[int]bool, from, to int) int {
	found := -1
	for _, i := range ours {
		if taken[i] || i <= from || i >= to {
			continue
		}
		if found >= 0 || !k.ours[i].cell {
			return -1
		}
		found = i
	}
	return found
}

// mostAsked bounds how many paragraphs one is compared with.
const mostAsked = 12

// leastLike is how much two paragraphs must have in common, in per cent, to be one that
// was changed.
const leastLike = 40

func abs(n int) int { return max(n, -n) }

// expected is about where a paragraph of a copy would stand among ours.
func (k *comparer) expected(pairs map[int]int, j int) int {
	for at := j - 1; at >= 0; at-- {
		if i, ok := pairs[at]; ok {
			return i + 1
		}
	}
	return 0
}

// between are the paragraphs of ours that the neighbours of one of theirs are.
func (k *comparer) between(pairs map[int]int, j, count int) (from, to int) {
	from, to = -1, len(k.ours)
	for at := j - 1; at >= 0; at-- {
		if i, ok := pairs[at]; ok {
			from = i
			break
		}
	}
	for at := j + 1; at < count; at++ {
		if i, ok := pairs[at]; ok && i > from {
			to = i
			break
		}
	}
	return from, to
}
