package taking

import (
	"fmt"
	"strconv"
	"strings"

	"safety365/app/ui"
	"safety365/bulletins/intake"
	"safety365/bulletins/word"
)

// What was tracked and said in a Word file that is taken in. A tracked change is made
// before the text is cleaned, so the places of all behind it move.

// wordText is the Markdown of a Word file with the tracked changes that are made.
func (p *Pane) wordText(d decisions) string {
	return word.Apply(p.o.Word.Markdown, p.o.Word.Proposals, func(i int) bool { return d.accepted[i] })
}

// accept makes a tracked change or undoes it. What was decided about the text behind it
// stays so.
func (p *Pane) accept(i int, on bool) {
	edit := p.o.Word.Proposals[i].Edit
	if edit == nil || p.now.accepted[i] == on {
		return
	}
	start := p.rawPlace(edit.Range.Start, p.now)
	old, new := edit.Range.End-edit.Range.Start, len(edit.Text)
	if !on {
		old, new = new, old
	}
	p.now.move(func(c intake.Change) (intake.Change, bool) {
		switch {
		case c.End <= start:
			return c, true
		case c.Start >= start+old:
			return moved(c, new-old), true
		}
		return c, false
	})
	if delete(p.now.accepted, i); on {
		p.now.accepted[i] = true
	}
}

// rawPlace is where a place of the file's Markdown stands with the changes that are made.
func (p *Pane) rawPlace(at int, d decisions) int {
	to, last := at, 0
	for i, q := range p.o.Word.Proposals {
		if e := q.Edit; d.accepted[i] && e.Range.Start >= last && e.Range.Start < at {
			to += len(e.Text) - (min(e.Range.End, at) - e.Range.Start)
			last = e.Range.End
		}
	}
	return to
}

// moved is a change in a text that has become longer before it.
func moved(c intake.Change, by int) intake.Change {
	c.ID = strings.Replace(c.ID, "@"+strconv.Itoa(c.Start), "@"+strconv.Itoa(c.Start+by), 1)
	c.Start, c.End = c.Start+by, c.End+by
	return c
}

// left lists the tracked changes that were not made, and the comments.
func (p *Pane) left() string {
	if p.o.Word == nil {
		return ""
	}
	var b strings.Builder
	n := 0
	for i, q := range p.o.Word.Proposals {
		if !p.now.accepted[i] {
			n++
			words := ui.Say("taking-"+q.Kind.String(), "before", q.Before, "after", q.After, "note", q.Note)
			fmt.Fprintf(&b, "%d. %s: %s\n", n, by(q), words)
		}
	}
	return b.String()
}
