package word

import (
	"regexp"
	"strings"

	"safety365/bulletins"
)

// gone proposes that a paragraph be taken out.
func (k *comparer) gone(o *paragraph, c change, tracked bool) {
	q := Proposal{Kind: Delete, Author: c.author, Date: c.date, Tracked: tracked, Before: o.text, Around: excerpt(o.text), owner: o}
	if o.cell || o.note != "" { // its cell stays
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

// added proposes a paragraph that the document has not, below one of ours.
func (k *comparer) added(p *para, above int) {
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
	at, mark, ok := k.below(above)
	q.Range = bulletins.Range{Start: at, End: at}
	_, _, gone := base(p)
	gone = gone && k.marked
	switch edit := k.insertion(p, at, mark); {
	case !ok:
		q.Conflict = "word-conflict-place"
	case gone: // a paragraph that the document no longer has was changed
		q.Conflict, q.answers[Theirs] = "word-conflict-changed", edit
	default:
		q.Edit = edit
	}
	k.out = append(k.out, q)
}

// insertion writes a paragraph of a copy into the document, below what ends there and
// begins with the mark of an entry of a list, or none.
func (k *comparer) insertion(p *para, at int, mark string) *bulletins.Fix {
	text := strings.TrimSpace(p.text(true))
	body := typed(typedMark.ReplaceAllString(text, ""), mark == "", false)
	written := "\n\n" + body
	switch {
	case mark != "" && (p.bullet || p.number != "" || typedMark.MatchString(text)):
		written = "\n" + mark + body
	case at == k.start():
		written = body + "\n\n"
	}
	return &bulletins.Fix{Range: bulletins.Range{Start: at, End: at}, Text: written}
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

// start is where the text of the document begins.
func (k *comparer) start() int {
	if len(k.doc.Starts) > 0 {
		return k.doc.Starts[0]
	}
	return len(k.doc.Text)
}

// below is where a paragraph below one of ours would begin, and the mark of the entry of
// a list that it would follow.
func (k *comparer) below(above int) (at int, mark string, ok bool) {
	for ; above >= 0; above-- {
		o := &k.ours[above]
		if o.note != "" {
			continue
		}
		lines, found := k.lines(o)
		if !found {
			continue
		}
		if o.cell && int(o.top) < len(k.doc.Blocks) { // below the whole table
			end := k.doc.Starts[o.top] + len(strings.TrimRight(k.doc.Blocks[o.top].Source, "\n"))
			return end, "", true
		}
		return lines.End, entryMark.FindString(k.doc.Text[lines.Start:lines.End]), true
	}
	return k.start(), "", len(k.doc.Starts) > 0
}
