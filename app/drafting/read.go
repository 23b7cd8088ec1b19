package drafting

import (
	"strings"
	"unicode/utf8"

	"safety365/bulletins"
)

// reader turns the spans of a paragraph into chars.
type reader struct {
	text string // of the whole document
	base int    // where the ranges of the spans count from
	out  []char
	in   []*mark
	// escaped is the backslash before the next character.
	escaped bool
}

// readChars returns the chars of spans that stand in a range of the text.
func readChars(text string, spans []bulletins.Span, base int, at bulletins.Range) []char {
	r := reader{text: text, base: base}
	r.out = make([]char, 0, at.End-at.Start)
	end := r.spans(spans, at.Start)
	r.gap(end, at.End)
	return r.out
}

// spans reads siblings, the first of which may start at from, and returns where they
// end.
func (r *reader) spans(spans []bulletins.Span, from int) int {
	for i := range spans {
		s := &spans[i]
		start, end := s.Start+r.base, s.End+r.base
		if start < from { // it has no place of its own
			start = from
		}
		r.gap(from, start)
		r.span(s, start, max(start, end))
		from = max(start, end)
	}
	return from
}

func (r *reader) add(kind charKind, text, spell string, lo, hi int) *char {
	r.out = append(r.out, char{kind: kind, text: text, spell: spell, in: r.in, lo: lo, hi: hi})
	return &r.out[len(r.out)-1]
}

// gap reads what stands between spans: a backslash, a comment, a line end that shows
// nothing. What begins a line belongs to the blocks round the paragraph.
func (r *reader) gap(from, to int) {
	r.escaped = false
	for from < to {
		if r.text[from] == '\n' {
			r.add(unseen, "", "\n", from, from+1)
			from++
			continue
		}
		end := to
		if i := strings.IndexByte(r.text[from:to], '\n'); i >= 0 {
			end = from + i
		}
		part := r.text[from:end]
		if from > 0 && r.text[from-1] == '\n' {
			part = strings.TrimLeft(part, " \t>")
		}
		switch {
		case end == to && part == `\`:
			r.escaped = true
		case strings.Trim(part, " \t\u3000") == "":
			if end == to && to > from && r.atEnd(to) { // spaces that end the paragraph
				for i, c := range part {
					r.add(plain, string(c), string(c), end-len(part)+i, end-len(part)+i+utf8.RuneLen(c))
				}
			}
		default:
			if strings.HasSuffix(part, `\`) && end == to && !strings.HasSuffix(part, "-->") {
				part, r.escaped = part[:len(part)-1], true
			}
			r.add(unseen, "", part, end-len(part), end)
		}
		from = end
	}
}

// atEnd says whether a place is at the end of its line.
func (r *reader) atEnd(at int) bool { return at == len(r.text) || r.text[at] == '\n' }

func (r *reader) span(s *bulletins.Span, start, end int) {
	switch s.Kind {
	case bulletins.TextSpan:
		r.words(s, start, end)
	case bulletins.CodeSpan, bulletins.Formula:
		r.code(s, start, end)
	case bulletins.LineBreak:
		spell := r.text[start:end]
		if strings.HasSuffix(spell, "\n") {
			spell = "\\\n"
		}
		r.add(broken, "\n", spell, start, end)
	case bulletins.ImageSpan, bulletins.NoteRef:
		r.add(atom, "", strings.ReplaceAll(r.text[start:end], "\n", " "), start, end).span = *s
	default:
		r.marked(s, start, end)
	}
	r.escaped = false
}

func (r *reader) words(s *bulletins.Span, start, end int) {
	source := r.text[start:end]
	if len(source) != len(s.Text) || source != s.Text {
		if start == end && len(r.out) > 0 && r.out[len(r.out)-1].hi == end && r.out[len(r.out)-1].kind == plain {
			r.out[len(r.out)-1].text += s.Text // the rest of an entity
			return
		}
		if strings.Contains(source, "\n") {
			source = "\n"
		}
		r.add(plain, s.Text, source, start, end)
		return
	}
	for i := 0; i < len(source); {
		_, n := utf8.DecodeRuneInString(source[i:])
		lo, spell := start+i, source[i:i+n]
		if r.escaped && i == 0 {
			lo, spell = lo-1, r.text[lo-1:lo+n]
		}
		r.add(plain, source[i:i+n], spell, lo, start+i+n)
		i += n
	}
}

// code reads a code span or a formula. In a table its text has no backslashes before
// pipes; all else stands there as it is shown, but for line ends.
func (r *reader) code(s *bulletins.Span, start, end int) {
	source := strings.ReplaceAll(r.text[start:end], "\n", " ")
	ticks := max(1, len(source)-len(strings.TrimLeft(source, "`")))
	at := ticks
	if i := strings.Index(source[ticks:], s.Text); i >= 0 {
		at += i
	} else if strings.HasPrefix(source[ticks:], " ") && !strings.HasPrefix(s.Text, " ") {
		at++
	}
	var chars []char
	from := start + at
	for i, c := range s.Text {
		text := s.Text[i : i+utf8.RuneLen(c)]
		spell := text
		if c == '|' && strings.HasPrefix(source[from-start:], `\|`) {
			spell = `\|`
		}
		if !strings.HasPrefix(source[from-start:], spell) {
			chars = nil
			break
		}
		chars = append(chars, char{text: text, spell: spell, lo: from, hi: from + len(spell)})
		from += len(spell)
	}
	if len(chars) == 0 {
		r.add(atom, "", source, start, end).span = *s
		return
	}
	m := &mark{kind: s.Kind, open: source[:at], close: source[from-start:], sign: signOf(s.Kind, "", "")}
	r.inside(m, func() {
		for i := range chars {
			chars[i].in = r.in
		}
		r.out = append(r.out, chars...)
	})
}

func (r *reader) inside(m *mark, read func()) {
	was := r.in
	r.in = append(was[:len(was):len(was)], m)
	read()
	r.in = was
}

// marked reads a span that has others in it.
func (r *reader) marked(s *bulletins.Span, start, end int) {
	open, closing := 0, 0
	m := &mark{kind: s.Kind, name: s.Name}
	switch s.Kind {
	case bulletins.Emphasis:
		open, closing = 1, 1
	case bulletins.Strong, bulletins.Strike:
		open, closing = 2, 2
	case bulletins.Directed:
		open = len(":") + len(s.Name) + len("[")
	case bulletins.LinkSpan:
		if len(s.Children) == 1 && s.Children[0].Range == s.Range { // an address in the text
			r.spans(s.Children, start)
			return
		}
		open = 1
	}
	inner := min(start+open, end)
	last := inner
	if n := len(s.Children); n > 0 {
		last = max(last, s.Children[n-1].End+r.base)
	}
	bracket := "]"
	if strings.HasPrefix(r.text[start:], "<") {
		bracket = ">"
	}
	if closing == 0 {
		if i := strings.Index(r.text[last:end], bracket); i >= 0 {
			last += i
		}
	} else {
		last = max(inner, end-closing)
	}
	m.open, m.close = r.text[start:inner], strings.ReplaceAll(r.text[last:end], "\n", " ")
	m.sign = signOf(s.Kind, s.Name, meaning(s))
	if last == inner { // nothing in it
		r.add(unseen, "", m.open+m.close, start, end)
		return
	}
	r.inside(m, func() {
		was := len(r.out)
		r.gap(r.spans(s.Children, inner), last)
		if len(r.out) == was {
			r.add(unseen, "", "", inner, last)
		}
	})
}

// meaning is what the marks of a span say beside their kind.
func meaning(s *bulletins.Span) string {
	if s.Kind == bulletins.LinkSpan {
		return s.URL + "\x00" + s.Title
	}
	var b strings.Builder
	for _, a := range s.Attrs {
		b.WriteString(a.Key + "\x01" + a.Value + "\x02")
	}
	return b.String()
}
