package bulletins

import "strings"

// split cuts the body of a text into pieces that can be parsed each on its own
// with the result of parsing the whole. It looks at lines only, once each, and
// knows too little to be exact; it errs on the side of keeping lines together, and
// where it lets a piece end with something open the parser joins the next.
//
// A piece may end before a line that starts in the first column (so that no list
// item, note or description goes on) when nothing is open and
//
//   - a blank line stands before it, or
//   - it is a heading, or opens with two ideographic spaces, or follows a heading.
func split(text string, start int, schema *Schema) []Range {
	s := splitter{text: text, schema: schema, start: -1}
	for at := start; at < len(text); {
		end := len(text)
		if i := strings.IndexByte(text[at:], '\n'); i >= 0 {
			end = at + i
		}
		s.line(at, end)
		at = end + 1
	}
	s.cut()
	return s.pieces
}

type splitter struct {
	text   string
	schema *Schema
	pieces []Range

	start, end int  // of the piece; start is -1 when there is none
	blank      bool // the line before is blank
	heading    bool // the piece is one heading and nothing else
	list       bool // there is a list in the piece
	terms      bool // there is a definition list in the piece

	fence      byte // ` or ~ when inside fenced code
	fenceLen   int
	comment    bool
	directives []int // colons of the open directives
}

func (s *splitter) line(at, end int) {
	line := s.text[at:end]
	body := strings.TrimLeft(line, " \t")
	indent := len(line) - len(body)
	if s.inside(body) {
		s.end = end
		return
	}
	if body == "" {
		s.blank = true
		return
	}
	if s.start >= 0 && indent == 0 && s.border(line, at) {
		s.cut()
	}
	if s.start < 0 {
		s.start = at
		s.heading = indent == 0 && isHeadingLine(line)
	} else {
		s.heading = false
	}
	s.end, s.blank = end, false
	s.note(body, indent)
}

// inside deals with a line of fenced code or of a comment.
func (s *splitter) inside(body string) bool {
	switch {
	case s.fence != 0:
		if leading(body, s.fence) >= s.fenceLen && strings.Trim(body, string(rune(s.fence))+" \t") == "" {
			s.fence = 0
		}
		return true
	case s.comment:
		s.comment = !strings.Contains(body, "-->")
		return true
	}
	return false
}

// border says whether the piece may end before a line in the first column.
func (s *splitter) border(line string, at int) bool {
	switch {
	case len(s.directives) > 0:
		return false
	case s.heading || isHeadingLine(line):
		return true
	case strings.HasPrefix(line, "\u3000\u3000"):
		return !s.terms || !s.isTerm(at)
	case !s.blank:
		return false
	case s.list && isListMarker(line), isDescription(line):
		return false
	case s.terms && s.isTerm(at):
		return false
	}
	return true
}

// isTerm says whether the paragraph that starts there is followed by a
// description, so that it belongs to the definition list before it.
func (s *splitter) isTerm(at int) bool {
	blank := false
	for at < len(s.text) {
		line, rest, _ := strings.Cut(s.text[at:], "\n")
		at = len(s.text) - len(rest)
		switch {
		case strings.TrimLeft(line, " \t") == "":
			blank = true
		case isDescription(line):
			return true
		case blank:
			return false
		}
	}
	return false
}

// note takes down what a line opens or closes.
func (s *splitter) note(body string, indent int) {
	s.list = s.list || isListMarker(body)
	s.terms = s.terms || isDescription(body)
	for isListMarker(body) {
		body = strings.TrimLeft(strings.TrimLeft(body, "0123456789")[1:], " \t")
		if body == "" {
			return
		}
	}
	if indent > 3 {
		return
	}
	switch body[0] {
	case '`', '~':
		if n := leading(body, body[0]); n >= 3 && (body[0] == '~' || strings.IndexByte(body[n:], '`') < 0) {
			s.fence, s.fenceLen = body[0], n
		}
	case '<':
		s.comment = strings.HasPrefix(body, "<!--") && !strings.Contains(body[2:], "-->")
	case ':':
		s.directive(body)
	}
}

func (s *splitter) directive(body string) {
	head, ok := readFence(body)
	switch {
	case !ok:
	case head.name != "" || head.braces:
		if !s.schema.empty(head.name) {
			s.directives = append(s.directives, head.colons)
		}
	default:
		if i := closedBy(head.colons, s.directives); i >= 0 {
			s.directives = s.directives[:i]
		}
	}
}

// closedBy returns the index of the open directive that a closing fence closes:
// the innermost with as many colons, else the innermost with fewer; or -1.
func closedBy(colons int, open []int) int {
	shorter := -1
	for i := len(open) - 1; i >= 0; i-- {
		if open[i] == colons {
			return i
		}
		if open[i] < colons && shorter < 0 {
			shorter = i
		}
	}
	return shorter
}

// cut ends the piece.
func (s *splitter) cut() {
	if s.start >= 0 {
		s.pieces = append(s.pieces, Range{s.start, s.end})
	}
	*s = splitter{text: s.text, schema: s.schema, pieces: s.pieces, start: -1, directives: s.directives[:0]}
}

// leading counts how many times a character stands at the start.
func leading[T string | []byte](s T, c byte) int {
	n := 0
	for n < len(s) && s[n] == c {
		n++
	}
	return n
}

func isHeadingLine(line string) bool {
	n := leading(line, '#')
	return n > 0 && n <= 6 && (n == len(line) || line[n] == ' ' || line[n] == '\t')
}

func isDescription(line string) bool {
	return len(line) > 1 && line[0] == ':' && (line[1] == ' ' || line[1] == '\t')
}

func isListMarker(line string) bool {
	i := 0
	switch c := line[0]; {
	case c == '-' || c == '+' || c == '*':
	case '0' <= c && c <= '9':
		for i < len(line) && '0' <= line[i] && line[i] <= '9' {
			i++
		}
		if i == len(line) || line[i] != '.' && line[i] != ')' {
			return false
		}
	default:
		return false
	}
	return i+1 == len(line) || line[i+1] == ' ' || line[i+1] == '\t'
}
