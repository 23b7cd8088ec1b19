package word

import (
	"regexp"
	"strings"

	"safety365/bulletins"
)

// gone proposes that a paragraph be taken out.
func (k *comparer) gone(o *paragraph, c change, tracked bool) {
	q := Proposal{Kind: Delete, Author: c.author, Date: c.date, Tracked: tracked, Before: o.text, Around: excerpt(o.text), owner: o}
	if _, row := k.rowAt(o); row || o.note != "" { // its cell stays
		q.begin, q.end = 0, len(o.text)
		k.propose(o, q, 0, len(o.text))
		return
	}
	q.Range, q.Edit, q.Conflict = k.removal(o)
	k.out = append(k.out, q)
}

// removal is the edit that takes a paragraph out, or why there is none.
func (k *comparer) removal(o *paragraph) (bulletins.Range, *bulletins.Fix, string) {
	at, ok := k.lines(o)
	switch {
	case k.foreign(o):
		return at, nil, "word-conflict-fields"
	case !ok || k.shared(o, at):
		return at, nil, "word-conflict-place"
	}
	for range 2 { // the empty line below goes too
		if at.End < len(k.doc.Text) && k.doc.Text[at.End] == '\n' {
			at.End++
		}
	}
	return at, &bulletins.Fix{Range: at}, ""
}

// shared reports whether other paragraphs stand in the same lines.
func (k *comparer) shared(o *paragraph, at bulletins.Range) bool {
	for i := range k.ours {
		other := &k.ours[i]
		if other == o || other.top != o.top || other.top < 0 {
			continue
		}
		if in, ok := k.lines(other); ok && in.Start < at.End && at.Start < in.End {
			return true
		}
	}
	return false
}

// entryMark is what an entry of a list begins with, in Markdown and as it is printed.
var (
	entryMark = regexp.MustCompile(`^\s*([-*+]|[0-9]{1,9}[.)])\s+(\[[ xX]\]\s+)?`)
	typedMark = regexp.MustCompile(`^[^\t]{1,8}\t`)
)

// added proposes a paragraph that the document has not, between two of ours.
func (k *comparer) added(p *para, above, next int) {
	text := strings.TrimSpace(p.text(true))
	if _, hash, ok := base(p); ok && k.marked && p.text(true) == p.text(false) && hash == hashOf(p.text(false)) {
		return // it was taken out of the document since
	}
	c, tracked := change{}, false
	for _, r := range p.runs {
		if r.change != nil && !r.change.deleted {
			c, tracked = *r.change, true
		}
	}
	if tracked && p.text(false) != "" || text == "" {
		tracked = false
	}
	defer k.remarksOf(p, len(k.out))
	if text == "" {
		return
	}
	q := Proposal{Kind: Insert, Author: c.author, Date: c.date, Tracked: tracked, After: text, Around: excerpt(text)}
	if !tracked {
		q.Author, q.Date = "", change{}.date
	}
	edit := k.insertion(p, above, next)
	_, _, gone := base(p)
	switch {
	case edit == nil:
		q.Range, q.Conflict = k.near(&k.ours[max(above, 0)]), "word-conflict-place"
	case gone && k.marked: // a paragraph that the document no longer has was changed
		q.Range, q.Conflict, q.answers[Theirs] = edit.Range, "word-conflict-changed", edit
	default:
		q.Range, q.Edit = edit.Range, edit
	}
	k.out = append(k.out, q)
}

// insertion writes a paragraph of a copy into the document: below the one of ours above
// it, or over the next one if that above does not stand in the text.
func (k *comparer) insertion(p *para, above, next int) *bulletins.Fix {
	if above >= 0 {
		if edit := k.beside(p, &k.ours[above], true); edit != nil {
			return edit
		}
	}
	if next >= 0 {
		return k.beside(p, &k.ours[next], false)
	}
	return nil
}

// beside writes a paragraph of a copy below one of ours or over it; nil: that has no place
// in the text.
func (k *comparer) beside(p *para, o *paragraph, below bool) *bulletins.Fix {
	lines, ok := k.lines(o)
	_, row := k.rowAt(o)
	switch {
	case !ok || o.note != "":
		return nil
	case row && k.cells[p].rowOf != nil && k.cells[p] != k.placed[o]:
		return nil
	case row && k.cells[p].rowOf != nil: // in a cell, on a line of its own
		if below {
			_, edit, _ := k.place(o, len(o.text), len(o.text), "\n"+strings.TrimSpace(p.text(true)))
			return edit
		}
		_, edit, _ := k.place(o, 0, 0, strings.TrimSpace(p.text(true))+"\n")
		return edit
	case row && below:
		return k.under(p, k.tableEnd(lines.End), "")
	case row:
		return nil
	case below:
		return k.under(p, lines.End, entryMark.FindString(k.doc.Text[lines.Start:lines.End]))
	case fenceLine.MatchString(k.doc.Text[lines.Start:lines.End]): // the block begins above it
		return nil
	}
	return &bulletins.Fix{Range: bulletins.Range{Start: lines.Start, End: lines.Start}, Text: labelled(p) + "\n\n"}
}

// under writes a paragraph of a copy below a line that ends at a place and begins with
// the mark of an entry of a list, or none.
func (k *comparer) under(p *para, at int, mark string) *bulletins.Fix {
	text := strings.TrimSpace(p.text(true))
	var written string
	if mark != "" && (p.bullet || p.number != "" || typedMark.MatchString(text)) {
		written = "\n" + mark + typed(typedMark.ReplaceAllString(text, ""), false, false)
	} else {
		written = "\n\n" + labelled(p)
		if rest := strings.TrimSpace(k.lineBelow(at)); rest != "" && !strings.HasPrefix(rest, ":::") {
			written += "\n"
		}
	}
	return &bulletins.Fix{Range: bulletins.Range{Start: at, End: at}, Text: written}
}

// labelled is a paragraph of a copy as Markdown, with the mark of an entry of a list if it
// stands before it.
func labelled(p *para) string {
	text := strings.TrimSpace(p.text(true))
	label := typedMark.FindString(text)
	rest := typed(text[len(label):], label == "", false)
	label = strings.TrimSuffix(label, "\t")
	switch {
	case markdownNumber.MatchString(label):
		return label + " " + rest
	case strings.ContainsAny(label, "•◦▪–"):
		return "- " + rest
	}
	return label + rest
}

// tableEnd is where the table ends whose row ends at a place, with its fence.
func (k *comparer) tableEnd(at int) int {
	for tableLine.MatchString(k.lineBelow(at)) {
		at += 1 + len(k.lineBelow(at))
	}
	start := strings.LastIndex(k.doc.Text[:at], "\n\n") + 1
	if strings.HasPrefix(strings.TrimSpace(k.doc.Text[start:at]), "::: table") && strings.TrimSpace(strings.TrimLeft(k.lineBelow(at), ":")) == "" {
		at += 1 + len(k.lineBelow(at))
	}
	return min(at, len(k.doc.Text))
}

// home reports whether an added paragraph has come home before: it stands where it would
// go. Spaces behind a number are Word's or ours.
func (k *comparer) home(p *para, at int) bool {
	squeezed := func(text string) string { return strings.Join(strings.Fields(text), "") }
	return at < len(k.ours) && squeezed(k.ours[at].text) == squeezed(p.text(true))
}

// remarksOf keeps the comments of a paragraph that the document has not.
func (k *comparer) remarksOf(p *para, at int) {
	for _, r := range p.runs {
		for _, id := range r.comments {
			if c := k.comments[id]; c != nil {
				if _, ok := k.remarks[id]; ok {
					continue
				}
				k.remarks[id] = len(k.out)
				q := Proposal{Kind: Comment, Author: c.author, Date: c.date, Tracked: true, Before: r.text, Note: c.text, Around: excerpt(p.text(true))}
				if at < len(k.out) {
					q.Range = k.out[at].Range
				}
				k.out = append(k.out, q)
			}
		}
	}
}
