package word

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"safety365/bulletins"
)

// What a line may begin with that Markdown would take for a mark of its own. Numbers and
// dashes are left: a typed list is a list.
var lineStart = regexp.MustCompile("^(#{1,6}([ \t]|$)|>|:::|：：：|```|~~~|(-[ ]*){3,}$|(=+|-+)$)")

var directiveStart = regexp.MustCompile(`^:[a-z]+\[`)

// escape writes a text so that Markdown shows just that. In a cell of a table the bars
// are escaped too.
func escape(text string, first, cell bool) string {
	var b strings.Builder
	if first && lineStart.MatchString(text) {
		b.WriteByte('\\')
	}
	before := rune(0)
	for i, c := range text {
		next, _ := utf8.DecodeRuneInString(text[i+utf8.RuneLen(c):])
		if special(text, i, c, before, next, cell) {
			b.WriteByte('\\')
		}
		b.WriteRune(c)
		before = c
	}
	return b.String()
}

func special(text string, i int, c, before, next rune, cell bool) bool {
	switch c {
	case '\\':
		return next < utf8.RuneSelf && (unicode.IsPunct(next) || unicode.IsSymbol(next) || next == utf8.RuneError)
	case '*', '`':
		return true
	case '_':
		return !(isWord(before) && isWord(next))
	case '~':
		return next == '~'
	case '[':
		return next == '^' || strings.Contains(text[i:], "](")
	case '<':
		return next == '/' || next == '!' || next == '?' || next < utf8.RuneSelf && unicode.IsLetter(next)
	case '&':
		return next == '#' || next < utf8.RuneSelf && unicode.IsLetter(next)
	case ':':
		return directiveStart.MatchString(text[i:])
	case '|':
		return cell
	case '$':
		return strings.IndexByte(text[i+1:], '$') >= 0 && next > ' ' && next != '$' && !bulletins.IsHan(next)
	}
	return false
}

func isWord(c rune) bool { return unicode.IsLetter(c) || unicode.IsDigit(c) }
