package view

import (
	"strings"

	"safety365/bulletins"
)

// inliner makes the cells of one piece from spans.
type inliner struct {
	*builder
	p     *piece
	stop  int   // where the caret stands before the next cell
	from  int   // where the source of the next cell starts, if before the cell itself; -1
	head  int   // bytes of text that take the style of a heading
	shown int   // bytes of text so far
	title style // of the heading
	apart bool  // marks are hidden behind the last cell
}

// inline adds the cells of spans to a piece, from where the builder stands up to end.
func (b *builder) inline(p *piece, spans []bulletins.Span, s style, head int, headStyle style, end int) {
	in := &inliner{builder: b, p: p, stop: b.at, from: -1, head: head, title: headStyle}
	in.spans(spans, s)
	in.tail(end)
	p.to = max(p.to, end)
}

// tail shows what stands behind the last span, spaces as well: they have just been
// typed.
func (in *inliner) tail(end int) {
	if end <= in.at {
		return
	}
	rest := in.src[in.at:end]
	if strings.Trim(rest, " \t\u3000") == "" {
		in.extend(in.at)
		in.text(in.at, end, in.body)
	} else {
		in.reach(end)
	}
}

func (in *inliner) spans(spans []bulletins.Span, s style) {
	for i := range spans {
		in.span(&spans[i], s)
	}
}

func (in *inliner) span(n *bulletins.Span, s style) {
	if n.End == n.Start { // characters without a place of their own
		if len(in.p.cells) > 0 {
			last := &in.p.cells[len(in.p.cells)-1]
			made := in.v.cell(last.text+n.Text, in.v.styles[last.style])
			last.text, last.kind, last.advance = made.text, clusterCell, made.advance
			in.shown += len(n.Text)
		}
		return
	}
	in.reach(n.Start)
	switch n.Kind {
	case bulletins.TextSpan:
		in.textSpan(n, s)
	case bulletins.CodeSpan, bulletins.Formula:
		in.code(n, s)
	case bulletins.ImageSpan:
		in.picture(n, s)
	case bulletins.LineBreak:
		in.add("\n", n.Start, n.End, s).kind = breakCell
		in.last().advance = 0
		in.shown++
	case bulletins.NoteRef:
		in.add(n.Name, n.Start, n.End, s.raised(38).in(linkInk))
	default:
		in.wrapped(n, s)
	}
}

// reach passes over the source before the next span. A backslash belongs to the
// character behind it; comments are shown; the rest is line ends and the marks that
// open lines.
func (in *inliner) reach(to int) {
	if to <= in.at {
		return
	}
	gap := in.src[in.at:to]
	from := in.at
	in.at = to
	if strings.HasSuffix(gap, `\`) {
		gap = gap[:len(gap)-1]
		in.from = to - 1
		to--
	}
	if strings.Trim(gap, " \t\n>\u3000") == "" {
		in.extend(to)
		return
	}
	trimmed := strings.TrimLeft(gap, " \t\n>")
	from += len(gap) - len(trimmed)
	in.extend(from)
	keep := in.from
	in.from = -1
	shown := strings.TrimRight(trimmed, " \t\n>")
	if i := strings.LastIndex(trimmed, "-->"); i >= 0 {
		shown = trimmed[:i+len("-->")]
	}
	in.text(from, from+len(shown), in.body.in(quietInk))
	if keep >= 0 {
		in.from = keep
	}
	in.at = max(in.at, to)
}

// extend lets a line end have the marks that open the next line.
func (in *inliner) extend(to int) {
	last := in.last()
	if last != nil && !in.apart && (last.kind == breakCell || last.kind == blankCell && last.text == " " && in.src[last.to-1] == '\n') {
		last.to = max(last.to, int32(to))
		in.stop = max(in.stop, to)
	}
}

func (in *inliner) last() *cell {
	if n := len(in.p.cells); n > 0 {
		return &in.p.cells[n-1]
	}
	return nil
}

// add adds a cell.
func (in *inliner) add(text string, from, to int, s style) *cell {
	if in.shown < in.head && s.ink != markInk && s.ink != quietInk {
		s.font.bold = s.font.bold || in.title.font.bold
		if in.title.font.role != sans && s.font.role == sans {
			s.font.role = in.title.font.role
		}
	}
	c := in.v.cell(text, s)
	if in.from >= 0 {
		from = min(from, in.from)
		in.from = -1
	}
	c.from, c.to = int32(from), int32(to)
	c.stop = int32(min(in.stop, from))
	if len(in.p.cells) == 0 {
		c.stop = int32(from)
	}
	in.p.cells = append(in.p.cells, c)
	in.stop, in.at, in.apart = to, max(in.at, to), false
	return in.last()
}

// text adds a stretch of source as it stands.
func (in *inliner) text(from, to int, s style) {
	for from < to {
		n := cluster(in.src[from:to])
		shown := in.src[from : from+n]
		if shown == "\n" {
			shown = " "
		}
		in.add(shown, from, from+n, s)
		from += n
	}
}

func (in *inliner) textSpan(n *bulletins.Span, s style) {
	source := in.src[n.Start:n.End]
	switch {
	case n.Text == "":
	case n.Text == source:
		for from := n.Start; from < n.End; {
			size := cluster(in.src[from:n.End])
			in.add(in.src[from:from+size], from, from+size, s)
			in.shown += size
			from += size
		}
	case n.Text == " " && strings.Contains(source, "\n"):
		in.add(" ", n.Start, n.End, s)
		in.shown++
	default:
		in.matched(n.Text, n.Start, n.End, s)
	}
	in.at = max(in.at, n.End)
}

// matched adds text that stands in the source with something left out or written
// otherwise: character by character as far as the source has them, else as one.
func (in *inliner) matched(text string, from, to int, s style) {
	places, ok := match(in.src[from:to], text)
	if !ok {
		in.add(text, from, to, s)
		in.shown += len(text)
		return
	}
	for i, at := 0, 0; at < len(text); i++ {
		n := cluster(text[at:])
		p := places[i]
		in.add(text[at:at+n], from+p.from, from+p.to, s)
		at += n
	}
	in.shown += len(text)
}

// match finds the characters of a text in the source that they come from.
func match(source, text string) ([]lineRange, bool) {
	var places []lineRange
	at := 0
	for text != "" {
		n := cluster(text)
		c := text[:n]
		for at < len(source) && !strings.HasPrefix(source[at:], c) && !(c == " " && source[at] == '\n') {
			at++
		}
		if at >= len(source) {
			return nil, false
		}
		end := at + n
		if source[at] == '\n' {
			end = at + 1
		}
		places = append(places, lineRange{at, end})
		at, text = end, text[n:]
	}
	return places, true
}
