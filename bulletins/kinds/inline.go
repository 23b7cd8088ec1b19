package kinds

import (
	"strings"

	"safety365/bulletins"
	"safety365/bulletins/layout"
	"safety365/themes"
)

// run is the state of text inside a paragraph: what the marks round it add up to.
type run struct {
	style *themes.Style
	lang  string // "": the document's
	link  *layout.Link
	depth int
}

// inliner turns spans into the inlines of one paragraph.
type inliner struct {
	*maker
	paragraph *themes.Style
	out       []layout.Inline
	waiting   *layout.Note // a side note that nothing stands before
}

// maxMarks bounds marks inside marks, like maxDepth.
const maxMarks = 128

// marks are the roles of the spans that only change the look.
var marks = map[bulletins.SpanKind]string{
	bulletins.Emphasis: "emphasis",
	bulletins.Strong:   "strong",
	bulletins.Strike:   "strike",
}

// inlineDirectives are the roles of the inline directives that do so.
var inlineDirectives = map[string]string{"sup": "sup", "sub": "sub", "mark": "mark", "em": "em", "name": "name", "book": "book", "sc": "sc"}

func (m *maker) inlines(spans []bulletins.Span, style *themes.Style) []layout.Inline {
	w := inliner{maker: m, paragraph: style}
	if len(spans) > 0 {
		w.out = make([]layout.Inline, 0, len(spans))
	}
	w.spans(spans, run{style: style})
	return w.out
}

// reportMark reports a mark of package intake. One that proposes something is confirmed
// by taking its signs away.
func (w *inliner) reportMark(s *bulletins.Span, mark string) {
	at := s.Range
	var fix *bulletins.Fix
	if s.End-s.Start == len(s.Text) { // nothing in it is escaped
		at.Start += strings.Index(s.Text, mark)
		at.End = at.Start + len(mark)
		if inner := strings.TrimSuffix(strings.TrimPrefix(mark, "⟦"), "⟧"); !strings.Contains(inner, "?") {
			fix = &bulletins.Fix{Range: at, Text: inner}
		}
	}
	d := problem(bulletins.Error, "intake-mark", at, "text", mark)
	d.Fix = fix
	w.found = append(w.found, d)
}

func (w *inliner) spans(spans []bulletins.Span, r run) {
	if r.depth++; r.depth > maxMarks {
		w.add(layout.Inline{Text: bulletins.PlainText(spans), Source: -1}, r)
		return
	}
	for i := range spans {
		w.span(&spans[i], r)
	}
}

func (w *inliner) span(s *bulletins.Span, r run) {
	switch s.Kind {
	case bulletins.TextSpan:
		if mark := intakeMark(s.Text); mark != "" {
			w.reportMark(s, mark)
		}
		if s.Text != "" {
			w.add(layout.Inline{Text: s.Text, Source: int32(s.Start)}, r)
		}
	case bulletins.Emphasis, bulletins.Strong, bulletins.Strike:
		r.style = w.styles.mark(marks[s.Kind], r.style)
		w.spans(s.Children, r)
	case bulletins.CodeSpan:
		r.style = w.styles.mark("codespan", r.style)
		w.add(layout.Inline{Text: s.Text, Source: w.codeSource(s), Code: true}, r)
	case bulletins.Formula:
		w.formula(s, r)
	case bulletins.LinkSpan:
		w.link(s, r)
	case bulletins.ImageSpan:
		picture := w.image(s.URL, s.Text, s.Title, s.Range)
		w.add(layout.Inline{Image: &picture, Source: int32(s.Start)}, r)
	case bulletins.LineBreak:
		w.add(layout.Inline{Break: true, Source: int32(s.Start)}, r)
	case bulletins.NoteRef:
		w.noteRef(s, r)
	case bulletins.Directed:
		w.directed(s, r)
	}
}

// add appends a piece in the look of r.
func (w *inliner) add(l layout.Inline, r run) {
	if r.style != w.paragraph {
		l.Style = r.style
	}
	l.Lang, l.Link = r.lang, r.link
	if w.scene.foreign {
		l.Source = -1
	}
	if w.waiting != nil && l.Text != "" && l.Note == nil {
		l.Side, w.waiting = w.waiting, nil
	}
	w.out = append(w.out, l)
}

func (w *inliner) directed(s *bulletins.Span, r run) {
	switch s.Name {
	case "page":
		w.pageReference(s, r)
		return
	case "ref":
		w.reference(s, r)
		return
	case "side":
		w.side(s, r)
		return
	case "ruby":
		w.ruby(s, r)
		return
	}
	if role, ok := inlineDirectives[s.Name]; ok {
		r.style = w.styles.mark(role, r.style)
	} else if s.Name == "lang" {
		if tag := s.Attrs.Get(""); tag != "" && tag != w.scene.lang {
			r.lang = tag
		} else if tag != "" {
			r.lang = "" // back in the document's language
		}
	}
	w.spans(s.Children, r)
}

// noteRef adds the mark of a note. What refers to nothing is shown as typed.
func (w *inliner) noteRef(s *bulletins.Span, r run) {
	n := w.noteOf(s.Name)
	if n == nil {
		text := w.source(s.Range)
		if text == "" {
			text = "[^" + s.Name + "]"
		}
		w.add(layout.Inline{Text: text, Source: int32(s.Start)}, r)
		return
	}
	r.style, r.link = w.styles.mark("footnotemark", r.style), nil
	w.add(layout.Inline{Text: n.Label, Source: int32(s.Start), Note: n}, r)
}

// codeSource finds the text of a code span in the source, inside its backticks.
func (w *inliner) codeSource(s *bulletins.Span) int32 {
	return int32(s.Start + max(0, strings.Index(w.source(s.Range), s.Text)))
}
