package word

import "strings"

// tracked proposes the tracked changes and the comments of a paragraph, but for those
// that were made already; of one that is in conflict, its comments. Its text differs from
// ours by untracked edits.
func (k *comparer) tracked(o *paragraph, p *para, made map[int]bool, untracked []textEdit, conflict bool) {
	at, from := 0, len(k.out) // in the text before the changes
	for i := range p.runs {
		r := &p.runs[i]
		start := at
		if r.change == nil || r.change.deleted != made[i] { // it is in the text
			at += len(r.text)
		}
		a, ok := before(untracked, start)
		b, ok2 := before(untracked, at)
		why := ""
		if !(ok && ok2) {
			why = "word-conflict-place"
		}
		a, b = min(a, len(o.text)), min(max(a, b), len(o.text))
		if c := r.change; c != nil && r.text != "" && !made[i] && !conflict {
			q := Proposal{Author: c.author, Date: c.date, Tracked: true, Conflict: why}
			if c.deleted {
				q.Before = r.text
			} else {
				q.After = r.text
			}
			k.joined(o, q, a, b, from)
		}
		for _, id := range r.comments {
			k.remark(o, id, r.text, a, b)
		}
	}
}

// before turns a place in a text with untracked edits into that before them; false: it
// is inside one.
func before(edits []textEdit, at int) (int, bool) {
	shift := 0
	for _, e := range edits {
		from := e.from + shift
		switch {
		case at < from || at == from && e.from != e.to:
			return at - shift, true
		case at < from+len(e.with):
			return e.from, false
		}
		shift += len(e.with) - (e.to - e.from)
	}
	return at - shift, true
}

// joined proposes a change of a stretch of ours, or adds it to the one before if that is
// the same person's and touches it.
func (k *comparer) joined(o *paragraph, q Proposal, a, b, from int) {
	if n := len(k.out); n > from {
		last := &k.out[n-1]
		if last.Kind != Comment && last.Author == q.Author && last.end == a && last.Conflict == q.Conflict && (last.Before == "" || q.Before == "" || last.After == "") && last.owner == o {
			q.Before, q.After = last.Before+q.Before, last.After+q.After
			a = last.begin
			k.out = k.out[:n-1]
		}
	}
	k.propose(o, q, a, b)
}

func (k *comparer) propose(o *paragraph, q Proposal, a, b int) {
	switch {
	case q.Before == "":
		q.Kind = Insert
	case q.After == "":
		q.Kind = Delete
	default:
		q.Kind = Replace
	}
	q.Around, q.owner, q.begin, q.end = excerpt(o.text), o, a, b
	place, edit, why := k.place(o, a, b, q.After)
	q.Range = place
	switch {
	case q.Conflict != "":
	case edit == nil:
		q.Conflict = why
	default:
		q.Edit = edit
	}
	q.After = strings.ReplaceAll(q.After, lineEnd, "¶")
	k.out = append(k.out, q)
}
