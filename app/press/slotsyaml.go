package press

import "strings"

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
