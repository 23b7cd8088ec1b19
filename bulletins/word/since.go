package word

import "strings"

// leastShare is one paragraph in how many must have been ours when a copy was written, and
// must be like one of ours now; of a copy of another document the marks mean nothing.
const leastShare = 5

// countMarks says whether the marks in a copy are those of our document, and how many
// paragraphs that had when the copy was written. What the front matter says counts only
// if there is nothing else: documents of one office have it in common.
func (k *comparer) countMarks(list []*para) {
	ours := map[string]bool{}
	own := k.inText()
	for i := range k.ours {
		if o := &k.ours[i]; own == 0 || !k.foreign(o) {
			ours[hashOf(o.text)] = true
		}
	}
	marks, hits := 0, 0
	for _, p := range list {
		for _, m := range p.marks {
			if n, hash, ok := numberOf(m); ok && hash == lastMark {
				k.count = n
			}
		}
		if _, hash, ok := base(p); ok && p.text(false) != "" {
			marks++
			if ours[hash] {
				hits++
			}
		}
	}
	if own > 0 {
		marks = min(marks, own)
	}
	k.marked = hits > 0 && hits*leastShare >= marks
}

// inText is how many paragraphs of ours stand in the text of the document.
func (k *comparer) inText() (n int) {
	for i := range k.ours {
		if o := &k.ours[i]; o.text != "" && !k.foreign(o) {
			n++
		}
	}
	return n
}

// isOther reports whether a copy is that of another document: hardly a paragraph of it is
// like one of ours.
func (k *comparer) isOther(pairs map[int]int, theirs []*para) bool {
	alike, written := 0, 0
	for j, p := range theirs {
		if strings.TrimSpace(p.text(false)) != "" {
			written++
		}
		if i, ok := pairs[j]; ok && !k.foreign(&k.ours[i]) {
			alike++
		}
	}
	own := k.inText()
	return !k.marked && own > 0 && written > 0 && alike*leastShare < min(own, written)
}

// was says whether a paragraph of ours that a copy has not was there when the copy was
// written: a number is missing where it would be, for which no paragraph without a mark stands
// there. One that came later is nobody's change.
func (k *comparer) was(known map[int]int, taken map[int]bool, i int) bool {
	if !k.marked || k.count == 0 {
		return true
	}
	from, to, missing := -1, k.count, 0
	for at := i - 1; at >= 0; at-- {
		if n, ok := known[at]; ok {
			from = n
			break
		}
		if taken[at] {
			missing--
		}
	}
	for at := i + 1; at < len(k.ours); at++ {
		if n, ok := known[at]; ok {
			to = n
			break
		}
		if taken[at] {
			missing--
		}
	}
	for n := from + 1; n < to; n++ {
		if !k.numbers[n] {
			missing++
		}
	}
	return missing > 0 || from > to // moved about: nothing can be said
}

// taken says which tracked changes of a paragraph, by their runs, have been made in a
// text of ours already: the copy came home before. It is false if the text cannot have
// come about in that way.
func taken(text string, p *para) (made map[int]bool, ok bool) {
	made = map[int]bool{}
	failed := map[[2]int]bool{} // runs and places from which there is no way on
	var from func(i, at int) bool
	from = func(i, at int) bool {
		if i == len(p.runs) {
			return at == len(text)
		}
		if failed[[2]int{i, at}] {
			return false
		}
		r := &p.runs[i]
		stays := strings.HasPrefix(text[at:], r.text)
		deleted := r.change != nil && r.change.deleted
		if deleted && from(i+1, at) {
			made[i] = true
			return true
		}
		if stays && from(i+1, at+len(r.text)) {
			made[i] = r.change != nil && !deleted
			return true
		}
		if r.change != nil && !deleted && from(i+1, at) {
			return true
		}
		failed[[2]int{i, at}] = true
		return false
	}
	return made, from(0, 0)
}
