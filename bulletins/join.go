package bulletins

import "strings"

// Line ends inside a paragraph. Between two Han characters or full-width marks a
// line end is nothing, for Chinese is set without spaces; else it is a space.

// joinLines resolves the marks that stand for line ends.
func joinLines(spans []Span) []Span {
	var leaves []*Span
	collectLeaves(spans, &leaves)
	for i, s := range leaves {
		if s.Kind == TextSpan && s.Text == lineEndMark {
			s.Text = between(before(leaves, i), after(leaves, i))
		}
	}
	return withoutEmpty(spans)
}

// collectLeaves lists the spans that show something, in order.
func collectLeaves(spans []Span, out *[]*Span) {
	for i := range spans {
		s := &spans[i]
		switch s.Kind {
		case NoteRef:
		case TextSpan, CodeSpan, Formula, ImageSpan, LineBreak:
			*out = append(*out, s)
		default:
			collectLeaves(s.Children, out)
		}
	}
}

// before returns the character before a line end; 0 stands for the edge of the
// paragraph or a forced break, beside which a line end is nothing.
func before(leaves []*Span, i int) rune {
	for i--; i >= 0; i-- {
		switch s := leaves[i]; {
		case s.Kind == LineBreak:
			return 0
		case s.Kind == ImageSpan:
			return 'x'
		case s.Text != "":
			c, _ := lastRune(s.Text)
			return c
		}
	}
	return 0
}

func after(leaves []*Span, i int) rune {
	for i++; i < len(leaves); i++ {
		switch s := leaves[i]; {
		case s.Kind == LineBreak:
			return 0
		case s.Kind == ImageSpan:
			return 'x'
		case s.Text != "" && s.Text != lineEndMark:
			c, _ := firstRune(s.Text)
			return c
		}
	}
	return 0
}

// between returns what a line end between two characters is shown as.
func between(a, b rune) string {
	switch {
	case a == 0 || b == 0 || a == ' ' || b == ' ':
		return ""
	case IsHan(a) && (IsHan(b) || isHanMark(b)), isHanMark(a) && IsHan(b):
		return ""
	}
	return " "
}

func withoutEmpty(spans []Span) []Span {
	out := spans[:0]
	for _, s := range spans {
		if s.Kind == TextSpan && s.Text == "" {
			continue
		}
		if len(s.Children) > 0 {
			s.Children = withoutEmpty(s.Children)
		}
		out = append(out, s)
	}
	if len(out) == 0 {
		return nil
	}
	return out
}

// opening are the characters that are dropped where a paragraph opens: a writer's
// own indent, which the layout does better.
const opening = " \t\u3000"

// trimOpening drops the spaces that open a paragraph.
func trimOpening(spans []Span) []Span {
	for len(spans) > 0 {
		s := &spans[0]
		if s.Kind != TextSpan || len(s.Text) != s.End-s.Start {
			break
		}
		rest := strings.TrimLeft(s.Text, opening+lineEndMark)
		if rest != "" {
			s.Start += len(s.Text) - len(rest)
			s.Text = rest
			break
		}
		spans = spans[1:]
	}
	return spans
}
