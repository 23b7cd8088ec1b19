package markdown

import (
	"regexp"
	"strings"

	"safety365/bulletins/formula"
)

// What Markdown and our directives would read in a text that means nothing by it.
var (
	special = regexp.MustCompile("[\\\\*`]|_|~~|\\]\\(|\\]\\[|\\[\\^|<[A-Za-z/!?]|&#?[A-Za-z0-9]{1,31};|:[A-Za-z][A-Za-z0-9-]*\\[")
	opening = regexp.MustCompile(`^(#{1,6}( |$)|>|[-+] |[-+]$|(- ?){3,}$|=+$|:::|~~~|: |\||(\d{1,9})[.)]( |$)|\[\^|\[[^\]]*\]:)`)
)

// Escape writes a text so that nothing in it is a mark.
func Escape(s string) string {
	if !strings.ContainsAny(s, "\\*`_~[<&:$") {
		return s
	}
	var b strings.Builder
	last := 0
	for _, at := range special.FindAllStringIndex(s, -1) {
		if s[at[0]] == '_' && inWord(s, at[0]) {
			continue
		}
		b.WriteString(s[last:at[0]] + `\`)
		last = at[0]
	}
	return dollars(b.String() + s[last:])
}

// dollars escapes the dollars of a line of Markdown that would open a formula. Money is
// left as it is, and so is code.
func dollars(s string) string {
	at := dollarsIn(s)
	for k := len(at) - 1; k >= 0; k-- { // whether one opens depends on those behind it
		if formula.Length(s[at[k]:]) > 0 {
			s = s[:at[k]] + `\` + s[at[k]:]
		}
	}
	return s
}

// dollarsIn lists the dollars that are not escaped and not in code.
func dollarsIn(s string) (at []int) {
	for i := 0; i < len(s); i++ {
		switch s[i] {
		case '\\':
			i++
		case '`':
			ticks := s[i : len(s)-len(strings.TrimLeft(s[i:], "`"))]
			i += len(ticks) - 1
			if end := strings.Index(s[i+1:], ticks); end >= 0 {
				i += end + len(ticks)
			}
		case '$':
			at = append(at, i)
		}
	}
	return at
}

// label writes a text that stands between brackets: the words of a link, a caption.
func label(s string) string {
	var b strings.Builder
	for {
		i := strings.IndexAny(s, "[]")
		if i < 0 {
			b.WriteString(Escape(s))
			return b.String()
		}
		b.WriteString(Escape(s[:i]) + `\` + s[i:i+1])
		s = s[i+1:]
	}
}

// inWord says whether an underscore stands between letters or digits, where it is no
// mark.
func inWord(s string, at int) bool {
	word := func(i int) bool {
		return i >= 0 && i < len(s) && (s[i] >= '0' && s[i] <= '9' || s[i]|0x20 >= 'a' && s[i]|0x20 <= 'z')
	}
	return word(at-1) && word(at+1)
}

// Start writes a paragraph, escaped otherwise, so that its beginning is no mark: a
// number keeps its full stop and makes no list.
func Start(s string) string {
	m := opening.FindStringSubmatchIndex(s)
	if m == nil {
		return s
	}
	if m[8] >= 0 { // the digits
		return s[:m[9]] + `\` + s[m[9]:]
	}
	return `\` + s
}
