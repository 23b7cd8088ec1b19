package word

import (
	"regexp"
	"strings"

	"safety365/bulletins"
)

// sourceOf returns the source that a piece of a paragraph stands in as it is, and where
// that begins in the document's text; false: it does not stand there.
func (k *comparer) sourceOf(o *paragraph, p piece) (start int, ok bool) {
	if p.source < 0 {
		return 0, false
	}
	source, at := "", 0
	switch {
	case o.note != "":
		label := strings.TrimPrefix(o.note, "fn:")
		n := k.doc.Notes[label]
		if n == nil {
			return 0, false
		}
		source, at = n.Top.Source, k.doc.NoteStarts[label]
	case o.top >= 0 && int(o.top) < len(k.doc.Blocks):
		source, at = k.doc.Blocks[o.top].Source, k.doc.Starts[o.top]
	default:
		return 0, false
	}
	from, to := int(p.source), int(p.source)+p.length
	if to > len(source) || source[from:to] != o.text[p.at:p.at+p.length] {
		return 0, false
	}
	return at + from, true
}

// place says where a stretch of a paragraph stands in the document, and how it is
// changed there; without an edit, why it is not. Marks of emphasis inside the stretch
// stay.
func (k *comparer) place(o *paragraph, a, b int, with string) (bulletins.Range, *bulletins.Fix, string) {
	why := "word-conflict-place"
	if k.foreign(o) {
		why = "word-conflict-fields"
	}
	var at bulletins.Range
	text, first, whole := "", true, true
	for _, p := range o.pieces {
		from, to := max(a, p.at), min(b, p.at+p.length)
		touches := from < to || a == b && p.at <= a && a <= p.at+p.length && first
		if !touches {
			continue
		}
		start, ok := k.sourceOf(o, p)
		if !ok {
			whole = false
			if p.source < 0 {
				why = "word-conflict-fields"
			}
			continue
		}
		from, to = start+from-p.at, start+max(from, to)-p.at
		if first {
			at, first = bulletins.Range{Start: from, End: to}, false
			continue
		}
		text += k.doc.Text[at.End:from]
		at.End = to
	}
	if first {
		return k.near(o), nil, why
	}
	if !whole {
		return at, nil, why
	}
	if strings.Contains(with, "\n") {
		with = strings.ReplaceAll(with, "\n", "<br>")
	}
	text = emptyMarks.ReplaceAllString(text, "")
	return at, &bulletins.Fix{Range: at, Text: escape(with, false, o.cell) + text}, ""
}

// emptyMarks are marks of emphasis with nothing between them.
var emptyMarks = regexp.MustCompile(`^(\*\*\*\*|~~~~)`)

// foreign reports whether nothing of a paragraph stands in the text of the document.
func (k *comparer) foreign(o *paragraph) bool {
	for _, p := range o.pieces {
		if p.source >= 0 {
			return false
		}
	}
	return true
}

// near is about where a paragraph stands.
func (k *comparer) near(o *paragraph) bulletins.Range {
	if o.top >= 0 && int(o.top) < len(k.doc.Starts) {
		return bulletins.Range{Start: k.doc.Starts[o.top], End: k.doc.Starts[o.top]}
	}
	return bulletins.Range{}
}

// lines are the whole lines of the document that a paragraph stands in.
func (k *comparer) lines(o *paragraph) (bulletins.Range, bool) {
	at, ok := bulletins.Range{Start: -1}, false
	for _, p := range o.pieces {
		start, found := k.sourceOf(o, p)
		if !found {
			continue
		}
		if !ok {
			at.Start = start
		}
		at.End, ok = start+p.length, true
	}
	if !ok {
		return k.near(o), false
	}
	text := k.doc.Text
	at.Start = strings.LastIndexByte(text[:at.Start], '\n') + 1
	if end := strings.IndexByte(text[at.End:], '\n'); end >= 0 {
		at.End += end
	} else {
		at.End = len(text)
	}
	return at, true
}

// gone proposes that a paragraph be taken out.
func (k *comparer) gone(o *paragraph, c change, tracked bool) {
	q := Proposal{Kind: Delete, Author: c.author, Date: c.date, Tracked: tracked, Before: o.text, Around: excerpt(o.text), owner: o}
	if o.cell || o.note != "" { // its cell stays
		q.begin, q.end = 0, len(o.text)
		k.propose(o, q, 0, len(o.text))
		return
	}
	at, ok := k.lines(o)
	q.Range = at
	switch {
	case k.foreign(o):
		q.Conflict = "word-conflict-fields"
	case !ok || k.shared(o, at):
		q.Conflict = "word-conflict-place"
	default:
		for range 2 { // the empty line below goes too
			if at.End < len(k.doc.Text) && k.doc.Text[at.End] == '\n' {
				at.End++
			}
		}
		q.Edit = &bulletins.Fix{Range: at}
	}
	k.out = append(k.out, q)
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
	if !ok {
		q.Conflict = "word-conflict-place"
		k.out = append(k.out, q)
		return
	}
	body := escape(strings.ReplaceAll(typedMark.ReplaceAllString(text, ""), "\n", "<br>"), mark == "", false)
	written := "\n\n" + body
	switch {
	case mark != "" && (p.bullet || p.number != "" || typedMark.MatchString(text)):
		written = "\n" + mark + body
	case at == k.start():
		written = body + "\n\n"
	}
	q.Edit = &bulletins.Fix{Range: q.Range, Text: written}
	k.out = append(k.out, q)
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
