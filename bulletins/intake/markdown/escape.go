package markdown

import (
	"regexp"
	"strings"
)

// What Markdown and our directives would read in a text that means nothing by it.
var (
	special = regexp.MustCompile("[\\\\*`]|_|~~|\\]\\(|\\]\\[|\\[\\^|<[A-Za-z/!?]|&#?[A-Za-z0-9]{1,31};|:[A-Za-z][A-Za-z0-9-]*\\[")
	opening = regexp.MustCompile(`^(#{1,6}( |$)|>|[-+] |[-+]$|(- ?){3,}$|=+$|:::|~~~|: |\||(\d{1,9})[.)]( |$)|\[\^|\[[^\]]*\]:)`)
)

// Escape writes a text so that nothing in it is a mark.
func Escape(s string) string {
	if !strings.ContainsAny(s, "\\*`_~[<&:") {
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
	return b.String() + s[last:]
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
