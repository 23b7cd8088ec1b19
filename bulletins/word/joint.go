package word

import (
	"regexp"
	"slices"
	"strings"

	"safety365/bulletins"
)

// lineEnd stands in a text for the end of a paragraph that a reviewer made there.
const lineEnd = "\u2029"

// parted cuts what a reviewer made one paragraph of several of ours, where the marks of
// these stand; what was one for two is kept in joints. The mark of a paragraph that was
// copied counts once.
func (k *comparer) parted(list []*para) []*para {
	var out []*para
	for _, p := range list {
		for i := 1; i < len(p.marks); i++ {
			at := p.starts[i]
			if _, hash, ok := numberOf(p.marks[i]); !ok || hash == lastMark || !hasText(p.runs[:at]) || !hasText(p.runs[at:]) {
				continue
			}
			first, rest := *p, *p
			first.runs, first.marks, first.starts = p.runs[:at:at], p.marks[:i], p.starts[:i]
			rest.runs, rest.marks, rest.starts = p.runs[at:], p.marks[i:], slices.Clone(p.starts[i:])
			for n := range rest.starts {
				rest.starts[n] -= at
			}
			first.deleted = nil
			k.joints[&first] = change{}
			k.cells[&first], k.cells[&rest] = k.cells[p], k.cells[p]
			out = append(out, &first)
			p, i = &rest, 0
		}
		if p.deleted != nil && !p.allDeleted() && p.text(true) != "" {
			k.joints[p] = *p.deleted
		}
		out = append(out, p)
	}
	for _, p := range out {
		n, _, ok := base(p)
		if ok && k.numbers[n] {
			p.marks, p.starts = nil, nil
		}
		if ok {
			k.numbers[n] = true
		}
	}
	return out
}

func hasText(runs []runIn) bool {
	return slices.ContainsFunc(runs, func(r runIn) bool { return strings.TrimSpace(r.text) != "" })
}

// rejoined makes one paragraph again of those that a reviewer made of one of ours, with
// the end between them as a change; it says which were taken up by the one above.
func (k *comparer) rejoined(pairs map[int]int, theirs []*para) map[int]bool {
	done := map[int]bool{}
	for j := 0; j < len(theirs); j++ {
		i, ok := pairs[j]
		if !ok {
			continue
		}
		p, old := theirs[j], k.ours[i].text
		for next := j + 1; next < len(theirs) && p.text(false) != old; next++ {
			q := theirs[next]
			tail := q.text(false)
			_, paired := pairs[next]
			_, _, own := base(q)
			if paired || own || strings.TrimSpace(tail) == "" || k.cells[q] != k.cells[p] || !fits(old, p.text(false), tail) {
				break
			}
			p.runs = append(slices.Clone(p.runs), runIn{text: lineEnd, change: p.inserted})
			p.runs = append(p.runs, q.runs...)
			p.inserted = q.inserted
			done[next] = true
		}
	}
	return done
}

// fits reports whether a paragraph was cut in two: together they are more like it.
func fits(old, head, tail string) bool {
	return strings.HasSuffix(old, tail) && strings.HasPrefix(old, head) || likeness(old, head+tail) > max(likeness(old, head), leastJoined)
}

// leastJoined is how much what was cut must have in common with the whole, in per cent.
const leastJoined = 70

// betweenMarks is what may stand between two paragraphs that become one.
var betweenMarks = regexp.MustCompile(`^([*~_]*)[ \t]*\n\s*([*~_]*)$`)

// join proposes that a paragraph of ours go on with the next one.
func (k *comparer) join(o, next *paragraph, c change) {
	q := Proposal{Kind: Delete, Author: c.author, Date: c.date, Tracked: c != change{}, Before: "¶", Around: excerpt(o.text), owner: o, begin: len(o.text), end: len(o.text)}
	q.Conflict = "word-conflict-place"
	if k.foreign(o) || k.foreign(next) {
		q.Conflict = "word-conflict-fields"
	}
	q.Range = k.near(o)
	end, ok := k.end(o)
	start, ok2 := k.begins(next)
	if ok && ok2 && end <= start && o.note == next.note {
		q.Range = bulletins.Range{Start: end, End: start}
		if m := betweenMarks.FindStringSubmatch(k.doc.Text[end:start]); m != nil {
			q.Conflict, q.Edit = "", &bulletins.Fix{Range: q.Range, Text: m[1] + m[2]}
		}
	}
	k.out = append(k.out, q)
}

// end is where the text of a paragraph ends in the document, if its last words stand
// there.
func (k *comparer) end(o *paragraph) (int, bool) {
	if len(o.pieces) == 0 {
		return 0, false
	}
	p := o.pieces[len(o.pieces)-1]
	at, ok := k.sourceOf(o, p)
	return at + p.length, ok && p.at+p.length == len(o.text)
}

// begins is where it begins there.
func (k *comparer) begins(o *paragraph) (int, bool) {
	if len(o.pieces) == 0 || o.pieces[0].at > 0 {
		return 0, false
	}
	return k.sourceOf(o, o.pieces[0])
}
