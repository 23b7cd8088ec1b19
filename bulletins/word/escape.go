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
	e := escaper{text: text, cell: cell, link: strings.LastIndex(text, "]("), dollar: strings.LastIndexByte(text, '$')}
	before := rune(0)
	for i, c := range text {
		next, _ := utf8.DecodeRuneInString(text[i+utf8.RuneLen(c):])
		if e.special(i, c, before, next) {
			b.WriteByte('\\')
		}
		b.WriteRune(c)
		before = c
	}
	return b.String()
}

// escaper finds what Markdown would take for a mark.
type escaper struct {
	text         string
	cell         bool
	link, dollar int // where the last link and the last formula could end
}

func (e *escaper) special(i int, c, before, next rune) bool {
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
		return next == '^' || e.link > i
	case '<':
		return next == '/' || next == '!' || next == '?' || next < utf8.RuneSelf && unicode.IsLetter(next)
	case '&':
		return next == '#' || next < utf8.RuneSelf && unicode.IsLetter(next)
	case ':':
		return directiveStart.MatchString(e.text[i:])
	case '|':
		return e.cell
	case '$':
		return e.dollar > i && next > ' ' && next != '$' && !bulletins.IsHan(next)
	}
	return false
}

func isWord(c rune) bool { return unicode.IsLetter(c) || unicode.IsDigit(c) }
