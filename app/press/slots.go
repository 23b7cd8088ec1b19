package press

import (
	"regexp"
	"strings"

	"safety365/bulletins/kinds"
)

// fillSlots puts values in place of {{name}}. A value cannot become a mark: in the front
// matter it is quoted, in the text what Markdown would read is escaped. Line ends in a
// value become <br>, or spaces where that would not be understood.
func fillSlots(text, lang string, value func(name string) string) string {
	var b strings.Builder
	b.Grow(len(text) + len(text)/8)
	state := fillState{lang: lang, value: value}
	for line := range strings.SplitAfterSeq(text, "\n") {
		body, end, _ := strings.Cut(line, "\n")
		if strings.HasSuffix(line, "\n") {
			end = "\n" + end
		}
		filled := state.line(strings.TrimSuffix(body, "\r"))
		b.WriteString(filled)
		b.WriteString(end)
	}
	return b.String()
}

// fillState is where in a text a line is.
type fillState struct {
	lang  string
	value func(string) string
	lines int
	front bool   // inside the front matter
	block int    // above 0: in a block of YAML text, whose lines are indented as far
	fence string // what ends the code that the line stands in
}

var (
	blockText = regexp.MustCompile(`^(\s*)(?:- )?[^#]*[:\-]\s*[|>][+\-\d]*\s*$`)
	codeFence = regexp.MustCompile("^\\s{0,3}(```+|~~~+)")
)

func (s *fillState) line(line string) string {
	s.lines++
	trimmed := strings.TrimSpace(line)
	switch {
	case s.lines == 1 && strings.TrimPrefix(trimmed, "\ufeff") == "---":
		s.front = true
		return line
	case s.front && (trimmed == "---" || trimmed == "..."):
		s.front = false
		return line
	case s.front:
		return s.yaml(line)
	}
	if fence := codeFence.FindStringSubmatch(line); fence != nil {
		switch {
		case s.fence == "":
			s.fence = fence[1]
		case strings.HasPrefix(fence[1], s.fence):
			s.fence = ""
		}
	}
	if s.fence != "" {
		return s.raw(line)
	}
	return s.markdown(line)
}

// raw puts values in as they are, in one line.
func (s *fillState) raw(line string) string {
	return slot.ReplaceAllStringFunc(line, func(found string) string { return flatten(s.get(found)) })
}

func (s *fillState) get(found string) string { return s.value(slot.FindStringSubmatch(found)[1]) }

func flatten(value string) string { return strings.Join(strings.Fields(value), " ") }

// yaml fills a line of the front matter. A value that holds a slot is quoted as a whole.
func (s *fillState) yaml(line string) string {
	indent := len(line) - len(strings.TrimLeft(line, " "))
	if s.block > 0 && (indent >= s.block || strings.TrimSpace(line) == "") {
		return s.raw(line)
	}
	s.block = 0
	if blockText.MatchString(line) {
		s.block = indent + 1
	}
	if !slot.MatchString(line) {
		return line
	}
	var b strings.Builder
	rest, flow := line, 0
	for rest != "" {
		switch c := rest[0]; {
		case c == '"' || c == '\'':
			end := closingQuote(rest, c)
			b.WriteString(s.quoted(rest[:end], c))
			rest = rest[end:]
		case c == '#' && (b.Len() == 0 || strings.HasSuffix(b.String(), " ")):
			b.WriteString(rest)
			rest = ""
		case !strings.HasPrefix(rest, "{{") && (c == '[' || c == '{'):
			flow++
			b.WriteByte(c)
			rest = rest[1:]
		case flow > 0 && (c == ']' || c == '}'):
			flow--
			b.WriteByte(c)
			rest = rest[1:]
		case c == ' ' || c == ',' && flow > 0 || c == '-' && strings.HasPrefix(rest, "- "):
			b.WriteByte(c)
			rest = rest[1:]
		default:
			end, key := plainEnd(rest, flow > 0)
			word := rest[:end]
			switch trimmed := strings.TrimRight(word, " "); {
			case key || !slot.MatchString(word):
				b.WriteString(word)
			default:
				b.WriteString(`"` + s.escaped(trimmed, '"') + `"` + word[len(trimmed):])
			}
			rest = rest[end:]
			if key {
				b.WriteByte(':')
				rest = rest[1:]
			}
		}
	}
	return b.String()
}

// closingQuote is the end of a quoted value.
func closingQuote(s string, quote byte) int {
	for i := 1; i < len(s); i++ {
		switch {
		case s[i] == '\\' && quote == '"':
			i++
		case s[i] == quote && quote == '\'' && i+1 < len(s) && s[i+1] == quote:
			i++
		case s[i] == quote:
			return i + 1
		}
	}
	return len(s)
}

// plainEnd is the end of a value without quotes, or of a key.
func plainEnd(s string, flow bool) (end int, key bool) {
	for i := 0; i < len(s); i++ {
		if at := slot.FindStringIndex(s[i:]); at != nil && at[0] == 0 {
			i += at[1] - 1
			continue
		}
		switch c := s[i]; {
		case c == ':' && (i+1 == len(s) || s[i+1] == ' '):
			return i, true
		case c == '#' && i > 0 && s[i-1] == ' ', flow && strings.IndexByte(",]}", c) >= 0:
			return i, false
		}
	}
	return len(s), false
}

// quoted fills a value in quotes.
func (s *fillState) quoted(word string, quote byte) string {
	return slot.ReplaceAllStringFunc(word, func(found string) string { return quotable(flatten(s.get(found)), quote) })
}

// escaped fills a value that gets quotes; what it was besides is escaped as well.
func (s *fillState) escaped(word string, quote byte) string {
	var b strings.Builder
	at := 0
	for _, found := range slot.FindAllStringIndex(word, -1) {
		b.WriteString(quotable(word[at:found[0]], quote))
		b.WriteString(quotable(flatten(s.get(word[found[0]:found[1]])), quote))
		at = found[1]
	}
	b.WriteString(quotable(word[at:], quote))
	return b.String()
}

func quotable(value string, quote byte) string {
	if quote == '\'' {
		return strings.ReplaceAll(value, "'", "''")
	}
	return strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(value)
}

// markdown fills a line of the text.
func (s *fillState) markdown(line string) string {
	var b strings.Builder
	at := 0
	for _, found := range slot.FindAllStringIndex(line, -1) {
		before := line[:found[0]]
		b.WriteString(line[at:found[0]])
		value := s.get(line[found[0]:found[1]])
		at = found[1]
		switch open := openAttrs(before); {
		case open == '"':
			b.WriteString(strings.NewReplacer(`"`, `\"`, `\`, "＼").Replace(flatten(value)))
		case open == '=':
			b.WriteString(`"` + strings.NewReplacer(`"`, `\"`, `\`, "＼").Replace(flatten(value)) + `"`)
		case open != 0:
			b.WriteString(strings.NewReplacer(`"`, "”", "'", "’", `\`, "＼", "}", "｝", " ", "\u00a0").Replace(flatten(value)))
		case strings.Count(before, "`")%2 == 1:
			b.WriteString(strings.ReplaceAll(flatten(value), "`", "'"))
		default:
			b.WriteString(escapeMarks(kinds.PrintedDate(s.lang, value), strings.TrimSpace(before) == ""))
		}
	}
	b.WriteString(line[at:])
	return b.String()
}

// openAttrs says whether the end of a piece of a line stands inside of attributes: in
// quotes, right behind =, or elsewhere (a brace); 0 if it does not.
func openAttrs(before string) byte {
	before = slot.ReplaceAllString(before, "x")
	i := strings.LastIndexByte(before, '{')
	if i < 0 || strings.IndexByte(before[i:], '}') >= 0 {
		return 0
	}
	head := strings.TrimSpace(before[:i])
	if !strings.HasPrefix(head, ":::") && !strings.HasPrefix(head, "#") && !strings.HasSuffix(head, "]") && !strings.HasSuffix(head, ")") {
		return 0
	}
	switch inner := before[i:]; {
	case strings.Count(strings.ReplaceAll(inner, `\"`, ""), `"`)%2 == 1, strings.Count(inner, "“") > strings.Count(inner, "”"):
		return '"'
	case strings.HasSuffix(inner, "="):
		return '='
	}
	return '{'
}

// marks are the characters that Markdown reads anywhere; opening those at the start of
// a line.
const marks = "\\`*_[]<>{}|~^&"

var opening = regexp.MustCompile(`^(#|[-+=:]|\d{1,9}[.)])`)

// escapeMarks writes a value so that it is nothing but text. first: it opens its line.
func escapeMarks(value string, first bool) string {
	var b strings.Builder
	value = strings.TrimSpace(value)
	if first {
		if m := opening.FindString(value); m != "" {
			b.WriteString(m[:len(m)-1] + `\`)
			value = value[len(m)-1:]
			b.WriteByte(value[0])
			value = value[1:]
		}
	}
	for _, c := range value {
		switch {
		case c == '\n':
			b.WriteString("<br>")
			continue
		case c == '\r':
			continue
		case strings.ContainsRune(marks, c):
			b.WriteByte('\\')
		}
		b.WriteRune(c)
	}
	return b.String()
}
