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
