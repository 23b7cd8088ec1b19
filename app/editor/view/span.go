package view

import (
	"strings"

	"safety365/bulletins"
	"safety365/bulletins/page"
)

// wrapped adds a span that has text between marks.
func (in *inliner) wrapped(n *bulletins.Span, s style) {
	shown := in.shows(n.Range, len(n.Children) > 0)
	in.marks(n.Start, n.Start+openMark(n, in.src), shown, false)
	first := len(in.p.cells)
	in.spans(n.Children, spanStyle(n, s))
	if reading := reading(n); reading != "" && len(in.p.cells) > first {
		in.ruby(first, reading, s)
	}
	in.from = -1 // a backslash before the closing marks is one of them
	in.marks(in.at, n.End, shown, true)
}

// shows says whether the marks of a span are shown: the caret is in it, or it holds
// nothing else that could be seen.
func (b *builder) shows(r bulletins.Range, content bool) bool {
	if !content {
		return true
	}
	b.col.places = append(b.col.places, r)
	return b.anchor >= r.Start && b.anchor <= r.End
}

// marks passes over marks, showing them or not.
func (in *inliner) marks(from, to int, shown, closing bool) {
	from = max(from, in.at)
	if to <= from {
		return
	}
	if shown {
		in.extend(from)
		in.text(from, to, in.body.in(markInk))
	} else {
		in.extend(from)
		in.apart = true
		if closing {
			in.stop = to
		}
	}
	in.at = to
}

// openMark returns the length of the mark that opens a span.
func openMark(n *bulletins.Span, src string) int {
	most := n.End - n.Start
	if len(n.Children) > 0 {
		most = n.Children[0].Start - n.Start
	}
	length := most
	switch n.Kind {
	case bulletins.Emphasis:
		length = 1
	case bulletins.Strong, bulletins.Strike:
		length = 2
	case bulletins.LinkSpan:
		if c := src[n.Start]; c == '[' || c == '<' {
			length = 1
		}
	case bulletins.Directed:
		length = len(n.Name) + len(":[")
	}
	return max(0, min(length, most))
}

// spanStyle returns how the text of a span looks.
func spanStyle(n *bulletins.Span, s style) style {
	switch n.Kind {
	case bulletins.Strong:
		s.font.bold = true
	case bulletins.Emphasis:
		s.font.italic = true
	case bulletins.Strike:
		return s.with(struck)
	case bulletins.LinkSpan:
		return s.in(linkInk).with(underlined)
	case bulletins.Directed:
		return directedStyle(n.Name, s)
	}
	return s
}

// directedStyle returns how the text of an inline directive looks.
func directedStyle(name string, s style) style {
	switch name {
	case "em":
		return s.with(dotted)
	case "name":
		return s.with(underlined)
	case "book":
		return s.with(waved)
	case "mark":
		return s.with(marked)
	case "sup":
		return s.raised(38)
	case "sub":
		return s.raised(-16)
	case "page", "ref": // a number that is known on the page alone
		return s.in(linkInk)
	case "side":
		return s.in(quietInk)
	}
	return s
}

// code adds a code span, or a formula as it is written.
func (in *inliner) code(n *bulletins.Span, s style) {
	ticks := 0
	if n.Kind == bulletins.Formula {
		ticks = len("$")
	}
	for n.Start+ticks < n.End && in.src[n.Start+ticks] == '`' {
		ticks++
	}
	if 2*ticks >= n.End-n.Start {
		in.text(n.Start, n.End, s.in(markInk))
		return
	}
	shown := in.shows(n.Range, strings.TrimSpace(n.Text) != "")
	from, to := n.Start+ticks, n.End-ticks
	if len(n.Text) == to-from-2 && in.src[from] != n.Text[0] { // a space on either side
		from, to = from+1, to-1
	}
	if s = s.with(coded); n.Kind == bulletins.Formula {
		s.font.italic = true
	} else {
		s = s.role(mono)
		s.size = s.size.MulDiv(92, 100)
	}
	in.marks(n.Start, from, shown, false)
	if last := in.last(); last != nil && last.kind != breakCell {
		last.advance += codeGap
	}
	if strings.ReplaceAll(in.src[from:to], "\n", " ") == n.Text {
		in.text(from, to, s)
		in.shown += len(n.Text)
	} else {
		in.matched(n.Text, from, to, s)
		in.at = max(in.at, to)
	}
	if last := in.last(); last != nil {
		last.advance += codeGap
	}
	in.marks(in.at, n.End, shown, true)
}

// codeGap parts the wash of code from the text beside it.
const codeGap = 4 * page.Pt

// picture adds a picture inside a line as one character.
func (in *inliner) picture(n *bulletins.Span, s style) {
	c := in.add(n.URL, n.Start, n.End, s)
	c.kind, c.advance = pictureCell, s.size.MulDiv(14, 10)
	if source := in.v.pictureOf(n.URL); source != nil && source.Height > 0 {
		wide := s.size.MulDiv(13, 10).MulDiv(int64(source.Width), int64(source.Height))
		c.advance = min(max(wide, s.size/2), s.size*8) + s.size/5
	}
	in.shown += len(n.Text)
}

// reading returns the reading of a ruby.
func reading(n *bulletins.Span) string {
	if n.Kind != bulletins.Directed || n.Name != "ruby" {
		return ""
	}
	var words []string
	for _, a := range n.Attrs {
		if a.Key == "" {
			words = append(words, a.Value)
		}
	}
	return strings.Join(words, " ")
}

// ruby puts a reading over the cells from first on; where it is wider, they stand
// farther apart.
func (in *inliner) ruby(first int, reading string, s style) {
	words, w := in.v.words(reading, s.scaled(52), 40*s.size)
	last := len(in.p.cells)
	if have := in.p.span(first, last); w+s.size/6 > have {
		extra := (w + s.size/6 - have) / page.Length(last-first)
		for i := first; i < last; i++ {
			in.p.cells[i].advance += extra
		}
	}
	in.p.rubies = append(in.p.rubies, ruby{first, last, words, w})
}
