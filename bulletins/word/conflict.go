package word

import (
	"slices"
	"strings"

	"safety365/bulletins"
)

// Answer says how a conflict ends.
type Answer uint8

const (
	Mine   Answer = iota // the document stays as it is
	Theirs               // it says what the copy says
	Both                 // both changes are made or, where they meet, both texts kept
)

func (a Answer) String() string { return [...]string{"mine", "theirs", "both"}[a] }

// Answers are the ways in which a conflict can end; of what is none, or must be mended by
// hand, there are none. Mine is always the first.
func (p *Proposal) Answers() []Answer {
	var out []Answer
	for a := Theirs; a <= Both; a++ {
		if p.answers[a] != nil {
			out = append(out, a)
		}
	}
	if out == nil {
		return nil
	}
	return append([]Answer{Mine}, out...)
}

// Answered returns a conflict that ends in a way, for [Apply]: its Edit is made if it is
// accepted; of Mine, and of an answer that it does not have, it has none.
func (p Proposal) Answered(a Answer) Proposal {
	if p.Conflict != "" {
		p.Edit = p.answers[a]
	}
	return p
}

// meet proposes what became of a paragraph that was changed in the document as well: one
// conflict with both texts. The text that both began with is known if all changes of the
// copy are tracked.
func (k *comparer) meet(o *paragraph, p *para, tracked bool) {
	now := p.text(true)
	q := Proposal{Kind: Replace, Tracked: tracked, Before: o.text, After: now, Conflict: "word-conflict-changed", Around: excerpt(o.text), owner: o, end: len(o.text)}
	var authors []string
	for _, r := range p.runs {
		if c := r.change; c != nil && !slices.Contains(authors, c.author) {
			authors, q.Date = append(authors, c.author), c.date
		}
	}
	q.Author = strings.Join(authors, ", ")
	q.Range, _, _ = k.place(o, 0, len(o.text), "")
	switch {
	case strings.TrimSpace(now) == "":
		q.Kind, q.After = Delete, ""
		q.Range, q.answers[Theirs], _ = k.removal(o)
	default:
		q.answers[Theirs] = k.rewritten(o, compareTexts(o.text, now))
		q.answers[Both] = k.beneath(o, p)
		if was := p.text(false); tracked {
			if edits, ok := merged(compareTexts(was, o.text), compareTexts(was, now)); ok {
				q.answers[Both] = k.rewritten(o, edits)
			}
		}
	}
	switch {
	case k.foreign(o):
		q.Conflict = "word-conflict-fields"
	case q.Answers() == nil:
		q.Conflict = "word-conflict-place"
	}
	k.out = append(k.out, q)
}

// merged turns edits of a text that both began with into edits of what ours made of it;
// false: they meet.
func merged(ours, theirs []textEdit) ([]textEdit, bool) {
	out := make([]textEdit, 0, len(theirs))
	at, shift := 0, 0
	for _, e := range theirs {
		for at < len(ours) && ours[at].to < e.from {
			shift += len(ours[at].with) - (ours[at].to - ours[at].from)
			at++
		}
		if at < len(ours) && ours[at].from <= e.to {
			return nil, false
		}
		out = append(out, textEdit{e.from + shift, e.to + shift, e.with})
	}
	return out, true
}

// rewritten makes one edit of the document of several edits of a paragraph, or none if
// one of them has no place there.
func (k *comparer) rewritten(o *paragraph, edits []textEdit) *bulletins.Fix {
	var whole *bulletins.Fix
	for _, e := range edits {
		_, edit, _ := k.place(o, e.from, e.to, e.with)
		switch {
		case edit == nil:
			return nil
		case whole == nil:
			whole = edit
		case edit.Range.Start < whole.Range.End:
			return nil
		default:
			whole.Text += k.doc.Text[whole.Range.End:edit.Range.Start] + edit.Text
			whole.Range.End = edit.Range.End
		}
	}
	return whole
}

// beneath puts the copy's text of a paragraph below ours; in a cell or a note on a line of
// its own.
func (k *comparer) beneath(o *paragraph, p *para) *bulletins.Fix {
	if k.foreign(o) {
		return nil
	}
	if _, row := k.rowAt(o); row || o.note != "" {
		_, edit, _ := k.place(o, len(o.text), len(o.text), "\n"+p.text(true))
		return edit
	}
	lines, ok := k.lines(o)
	if !ok || k.shared(o, lines) {
		return nil
	}
	return k.under(p, lines.End, entryMark.FindString(k.doc.Text[lines.Start:lines.End]))
}
