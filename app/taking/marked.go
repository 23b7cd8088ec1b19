package taking

import (
	"slices"
	"strings"

	"safety365/bulletins"
	"safety365/bulletins/word"
)

// write shows the document's text with all that the reviewer did in it: what goes and
// what comes stand there both, until it is decided about them.
func (r *Review) write() {
	w := &writer{plain: r.o.Plain, at: r.c.Body, text: r.c.Text}
	for w.at < len(w.text) && w.text[w.at] == '\n' {
		w.at++
	}
	r.places = make([]bulletins.Range, len(r.c.Proposals))
	var order []int
	for i, p := range r.c.Proposals {
		order = append(order, i)
		if p.Kind == word.Comment {
			w.remarks = append(w.remarks, p.Range)
		}
	}
	slices.SortStableFunc(order, func(a, b int) int { return r.c.Proposals[a].Range.Start - r.c.Proposals[b].Range.Start })
	for _, i := range order {
		r.places[i] = w.proposal(r.c.Proposals[i], r.edit(i, r.choices[i]), r.choices[i])
	}
	w.upTo(len(r.c.Text))
	r.text.set(strings.TrimRight(w.out.String(), "\n"), w.marks)
}

// writer writes a text with marks.
type writer struct {
	plain   func(string) string
	text    string
	at      int               // how far it has been written
	remarks []bulletins.Range // of the text, about which something was said
	out     strings.Builder
	marks   []mark
}

// proposal writes what was proposed for a place and what became of it, and returns where
// it stands. What is about a place that has been written already, or about the front
// matter, points there.
func (w *writer) proposal(p word.Proposal, e *bulletins.Fix, c choice) bulletins.Range {
	from := p.Range.Start
	if e != nil {
		from = e.Range.Start
	}
	w.upTo(from)
	start := w.out.Len()
	switch {
	case from < w.at:
	case p.Kind == word.Comment: // changes may stand inside it
		return bulletins.Range{Start: start, End: start + p.Range.End - p.Range.Start}
	case e == nil && c == rejected:
		w.upTo(p.Range.End)
	case e == nil:
		w.upTo(p.Range.End)
		w.put(p.After, remarked)
	default:
		w.edit(*e, c)
	}
	return bulletins.Range{Start: start, End: w.out.Len()}
}

// edit writes what stands in a place, and what is to stand there.
func (w *writer) edit(e bulletins.Fix, c choice) {
	old, new := w.plain(w.text[e.Range.Start:e.Range.End]), w.plain(e.Text)
	switch c {
	case accepted, both:
		w.put(new, settled)
	case rejected:
		w.put(old, plain)
	default:
		if old == new { // it is only to look otherwise
			w.put(old, remarked)
			break
		}
		w.put(old, went)
		w.put(new, came)
	}
	w.at = e.Range.End
}

// upTo writes the text as it is. About some of it something may have been said.
func (w *writer) upTo(end int) {
	for w.at < end {
		next, l := end, plain
		for _, r := range w.remarks {
			if r.Start <= w.at && w.at < r.End {
				l = remarked
			}
			for _, edge := range []int{r.Start, r.End} {
				if w.at < edge && edge < next {
					next = edge
				}
			}
		}
		w.put(w.plain(w.text[w.at:next]), l)
		w.at = next
	}
}

// put writes words with a look.
func (w *writer) put(words string, l look) {
	start := w.out.Len()
	w.out.WriteString(words)
	if l != plain && words != "" {
		w.marks = append(w.marks, mark{bulletins.Range{Start: start, End: w.out.Len()}, l})
	}
}
