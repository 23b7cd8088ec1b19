package drafting

import (
	"slices"
	"strconv"
	"strings"

	"safety365/app/manuscript"
	"safety365/bulletins"
)

// InsertNote puts a reference to a new note behind the selection and the note at the
// end of the text. The caret goes to the note.
func InsertNote(doc *bulletins.Document, sel selection, text string) (change, bool) {
	at := manuscript.At(sel.End())
	t := growAll(doc, at)
	n := t.caret.node
	if n == nil || n.line == nil || n.kind == code || n.within(note) != nil {
		return change{}, false
	}
	label := freeLabel(doc)
	t.put(t.add(t.caret, []char{{kind: atom, spell: "[^" + label + "]", in: outsideCode(t.style(t.caret))}}))
	c, ok := t.inline()
	if !ok {
		return c, false
	}
	words, _ := paragraphSetting.spell(typed(oneLine(text), nil))
	end := len(strings.TrimRight(doc.Text, " \t\n"))
	for _, e := range c.Edits {
		end = max(end, e.Range.End)
	}
	tail := "\n\n"
	if isNoteLine(doc, end) {
		tail = "\n"
	}
	tail += "[^" + label + "]: " + words
	moved := end
	for _, e := range c.Edits {
		moved += len(e.Text) - (e.Range.End - e.Range.Start)
	}
	c.Edits = append(c.Edits, manuscript.Edit{Range: bulletins.Range{Start: end, End: end}, Text: tail})
	if len(doc.Text) == end {
		c.Edits[len(c.Edits)-1].Text += "\n"
	}
	c.After = manuscript.At(moved + len(tail))
	return c, true
}

// isNoteLine says whether the last line of a text defines a note.
func isNoteLine(doc *bulletins.Document, end int) bool {
	line := doc.Text[strings.LastIndexByte(doc.Text[:end], '\n')+1 : end]
	return strings.HasPrefix(line, "[^") && strings.Contains(line, "]:")
}

// freeLabel returns the next number that is no note's label.
func freeLabel(doc *bulletins.Document) string {
	for n := 1; ; n++ {
		label := strconv.Itoa(n)
		if doc.Notes[label] == nil && !strings.Contains(doc.Text, "[^"+label+"]") {
			return label
		}
	}
}

// noteLabels lists the notes that chars refer to.
func noteLabels(chars []char) []string {
	var out []string
	for i := range chars {
		if chars[i].kind == atom && chars[i].span.Kind == bulletins.NoteRef {
			out = append(out, chars[i].span.Name)
		}
	}
	return out
}

// withoutNotes adds to a change that the notes of some labels go, if nothing else
// refers to them.
func withoutNotes(doc *bulletins.Document, c change, labels []string) change {
	for _, label := range labels {
		if doc.Notes[label] == nil || strings.Count(doc.Text, "[^"+label+"]") != 2 {
			continue
		}
		r, ok := noteRange(doc, label)
		if !ok || slices.ContainsFunc(c.Edits, func(e manuscript.Edit) bool { return e.Range.End > r.Start && e.Range.Start < r.End }) {
			continue
		}
		before := 0
		for _, e := range c.Edits {
			if e.Range.End <= r.Start {
				before++
			}
		}
		c.Edits = slices.Insert(slices.Clone(c.Edits), before, manuscript.Edit{Range: r})
		if c.After.Caret > r.Start {
			c.After = manuscript.At(c.After.Caret - (r.End - r.Start))
		}
		c.Mode = manuscript.Single
	}
	return c
}

// noteRange returns where the definition of a note stands, with its line end.
func noteRange(doc *bulletins.Document, label string) (bulletins.Range, bool) {
	at := strings.Index(doc.Text, "\n[^"+label+"]:")
	if at < 0 {
		return bulletins.Range{}, false
	}
	found := doc.Notes[label]
	end := at + 1
	if k := len(found.Blocks); k > 0 {
		end = doc.NoteStarts[label] + found.Blocks[k-1].Source().End
	}
	if i := strings.IndexByte(doc.Text[end:], '\n'); i >= 0 {
		end += i
	} else {
		end = len(doc.Text)
	}
	for end == len(strings.TrimRight(doc.Text, "\n")) && at > 0 && doc.Text[at-1] == '\n' {
		at--
	}
	if strings.HasPrefix(doc.Text[end:], "\n\n") && strings.HasSuffix(doc.Text[:at+1], "\n\n") {
		at--
	}
	return bulletins.Range{Start: at, End: end}, at < end
}
