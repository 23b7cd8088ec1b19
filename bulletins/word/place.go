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
		if !ok && a == b {
			continue // the next piece begins there
		}
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
	text = emptyMarks.ReplaceAllString(text, "")
	written := typed(with, false, o.cell)
	if line := k.lineOf(at.Start); fenceLine.MatchString(line) { // in what a block is given
		if strings.ContainsAny(with, "\n\"{}"+lineEnd) {
			return at, nil, why
		}
		written = with
	}
	if strings.Contains(written, lineEnd) {
		lines, ok := k.lines(o)
		if !ok || k.shared(o, lines) && o.note == "" {
			return at, nil, why
		}
		written = strings.ReplaceAll(written, lineEnd, k.parting(o, k.doc.Text[lines.Start:at.Start]))
	}
	return at, &bulletins.Fix{Range: at, Text: written + text}, ""
}

// typed is a text of a copy as Markdown.
func typed(text string, first, cell bool) string {
	return strings.ReplaceAll(escape(text, first, cell), "\n", "<br>")
}

// parting is what parts two paragraphs in the document that were one; before is what
// stands left of it in its lines. Emphasis ends with a paragraph.
func (k *comparer) parting(o *paragraph, before string) string {
	parting := "\n\n" + strings.Repeat(" ", len(entryMark.FindString(before)))
	quote := quoteMark.FindString(before)
	switch _, row := k.rowAt(o); {
	case row:
		return "<br>"
	case o.note != "":
		parting = "\n\n    "
	case quote != "":
		parting = "\n" + quote + "\n" + quote
	}
	for _, mark := range []string{"**", "~~"} {
		if strings.Count(before, mark)%2 == 1 {
			parting = mark + parting + mark
		}
	}
	return parting
}

// quoteMark is what the lines of a quotation begin with.
var quoteMark = regexp.MustCompile(`^[ \t]*(>[ \t]*)+`)

// emptyMarks are marks of emphasis with nothing between them.
var emptyMarks = regexp.MustCompile(`^(\*\*\*\*|~~~~)`)

// fenceLine is the first line of a block of ours.
var fenceLine = regexp.MustCompile(`^\s*:{3,}`)

// lineOf is the line that a place stands in, up to there.
func (k *comparer) lineOf(at int) string {
	return k.doc.Text[strings.LastIndexByte(k.doc.Text[:at], '\n')+1 : at]
}

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
