package intake

import (
	"sort"
	"strings"
	"unicode"

	"safety365/bulletins"
)

// masks lists the verbatim stretches of a line, which no rule about marks may touch:
// code, addresses, paths, the targets of links, attributes, directives, comments, marks
// of ours, what is quoted in brackets as in JSON. What closes a stretch is looked for
// only once, so the time is in proportion to the line, whatever it holds.
func masks(s string) [][]int {
	if !strings.ContainsAny(s, "`@:[]{<⟦\\") && !strings.Contains(s, "www.") {
		return nil
	}
	m := masker{s: s, ahead: map[string]bulletins.Range{}}
	var found [][]int
	for i := 0; i < len(s); i = max(i+1, m.last) {
		from, to := m.stretch(i)
		if to <= i {
			continue
		}
		m.last = to
		// A mark behind an address is not of it.
		if strings.IndexByte("`[!<", s[from]) < 0 {
			to = from + len(strings.TrimRight(s[from:to], ",;:!?.)"))
		}
		found = append(found, []int{from, to})
	}
	return found
}

func masked(at [][]int, i int) bool {
	n := sort.Search(len(at), func(n int) bool { return at[n][1] > i })
	return n < len(at) && at[n][0] <= i
}

// masker looks for the verbatim stretches of a line.
type masker struct {
	s     string
	last  int                        // what is before that has been looked at
	ahead map[string]bulletins.Range // from where a mark was looked for last, and where it stood
}

// stretch returns the stretch of which the mark at i tells; it may begin before that.
// There is none if it ends at 0.
func (m *masker) stretch(i int) (from, to int) {
	rest := m.s[i:]
	switch {
	case rest[0] == '`':
		m.last = i + span(rest, isTick)
		if to = m.behind("`", m.last); to > 0 {
			to += span(m.s[to:], isTick)
		}
		return i, to
	case rest[0] == '@':
		return m.mail(i)
	case rest[0] == ':':
		return m.colon(i)
	case strings.HasPrefix(rest, "!["):
		return i, max(m.link(i+1), i+len("!["))
	case strings.HasPrefix(rest, `["`):
		return i, max(m.link(i), m.behind("]", i))
	case rest[0] == '[':
		return i, m.link(i)
	case strings.HasPrefix(rest, `{"`):
		return i, m.behind("}", i)
	case strings.HasPrefix(rest, `\\`) && span(rest[2:], isHost) > 0:
		return i, i + 2 + span(rest[2:], isPath)
	case strings.HasPrefix(rest, "]{"):
		return i, m.behind("}", i+len("]{"))
	case rest[0] == '<':
		return i, m.tag(i)
	case strings.HasPrefix(rest, markOpen):
		return i, m.behind(markClose, i)
	case strings.HasPrefix(rest, "www."):
		return i, m.address(i, len("www."))
	}
	return i, 0
}

// behind returns where the next mark ends, 0 if there is none.
func (m *masker) behind(mark string, from int) int {
	a, known := m.ahead[mark]
	if !known || from < a.Start || from > a.End {
		a = bulletins.Range{Start: from, End: len(m.s)}
		if n := strings.Index(m.s[from:], mark); n >= 0 {
			a.End = from + n
		}
		m.ahead[mark] = a
	}
	if a.End == len(m.s) {
		return 0
	}
	return a.End + len(mark)
}

// mail returns the address of e-mail round an @.
func (m *masker) mail(at int) (from, to int) {
	from = m.last + len(strings.TrimRightFunc(m.s[m.last:at], func(r rune) bool { return isWord(r) || strings.ContainsRune(".+-", r) }))
	host := at + 1 + span(m.s[at+1:], isHost)
	to = host
	for strings.HasPrefix(m.s[to:], ".") {
		n := span(m.s[to+1:], isHost)
		if n == 0 {
			break
		}
		to += 1 + n
	}
	if from == at || host == at+1 || to == host {
		return at, 0
	}
	return from, to
}

var schemes = []string{"https", "http", "ftp", "mailto", "tel", "file"}

// colon returns the address, the path or the directive round a colon.
func (m *masker) colon(i int) (from, to int) {
	for _, scheme := range schemes {
		if strings.HasSuffix(m.s[m.last:i], scheme) {
			return i - len(scheme), m.address(i-len(scheme), len(scheme)+1)
		}
	}
	rest := m.s[i+1:]
	if strings.HasPrefix(rest, `\`) && i > m.last && isLatin(rune(m.s[i-1])) {
		return i - 1, i + 1 + span(rest, func(r rune) bool {
			return !unicode.IsSpace(r) && !strings.ContainsRune("，。；：！？、“”", r)
		})
	}
	n := span(rest, func(r rune) bool { return 'a' <= r && r <= 'z' })
	if n == 0 || !strings.HasPrefix(rest[n:], "[") {
		return i, 0
	}
	to = m.behind("]", i+1+n)
	if to > 0 && strings.HasPrefix(m.s[to:], "{") {
		to = max(to, m.behind("}", to))
	}
	return i, to
}

// address returns where an address of the web ends, which has to go on behind its head.
func (m *masker) address(from, head int) int {
	n := span(m.s[from+head:], func(r rune) bool {
		return !unicode.IsSpace(r) && !unicode.Is(unicode.Han, r) && !strings.ContainsRune("，。、；：！？“”‘’（）《》【】<>", r)
	})
	if n == 0 {
		return 0
	}
	return from + head + n
}

// link returns where a link ends, or the mark of a note.
func (m *masker) link(from int) int {
	text := m.behind("]", from)
	if text > 0 && strings.HasPrefix(m.s[text:], "(") {
		if to := m.behind(")", text); to > 0 {
			return to
		}
	}
	if text <= from+len("[^]") || m.s[from+1] != '^' {
		return 0
	}
	if strings.HasPrefix(m.s[text:], ":") {
		text++
	}
	return text
}

// tag returns where a comment or an HTML tag ends.
func (m *masker) tag(from int) int {
	rest := m.s[from:]
	if strings.HasPrefix(rest, "<!--") {
		return m.behind("-->", from+len("<!--"))
	}
	rest = strings.TrimPrefix(rest[1:], "/")
	if rest == "" || !isLatin(rune(rest[0])) {
		return 0
	}
	return m.behind(">", from)
}

// span is how many bytes at the start of a text are characters of a kind.
func span(s string, is func(rune) bool) int {
	return len(s) - len(strings.TrimLeftFunc(s, is))
}

func isTick(r rune) bool { return r == '`' }
func isWord(r rune) bool { return r == '_' || '0' <= r && r <= '9' || isLatin(r) }
func isHost(r rune) bool { return r == '-' || isWord(r) }

// isPath says whether a character may stand in the path of a file.
func isPath(r rune) bool {
	return !unicode.IsSpace(r) && !strings.ContainsRune("，。；：！？、“”", r)
}

// plainly says whether marks of a line may be changed at all.
func plainly(l *line) bool {
	return l.open() && !strings.HasPrefix(l.text, ":::") && !strings.HasPrefix(l.text, "[^") && !ornament.MatchString(l.text) && !strings.HasPrefix(l.text, "|-")
}
