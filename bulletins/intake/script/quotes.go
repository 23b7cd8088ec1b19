package script

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// quotes are the marks of the two scripts in pairs.
var quotes = [][2]string{{"“", "「"}, {"”", "」"}, {"‘", "『"}, {"’", "』"}}

var toHans, toHant = quoteReplacers()

func quoteReplacers() (hans, hant *strings.Replacer) {
	var a, b []string
	for _, q := range quotes {
		a, b = append(a, q[1], q[0]), append(b, q[0], q[1])
	}
	return strings.NewReplacer(a...), strings.NewReplacer(b...)
}

// Quotes writes quotation marks as a script has them: “‘’” in zh-Hans, 「『』」 in
// zh-Hant; with another language the text stays. An apostrophe between letters, as in
// don’t, stays one.
func Quotes(text, to string) string {
	switch to {
	case "zh-Hans":
		return toHans.Replace(text)
	case "zh-Hant":
		var b strings.Builder
		for {
			i := strings.Index(text, "’")
			if i < 0 {
				b.WriteString(toHant.Replace(text))
				return b.String()
			}
			end := i + len("’")
			before, _ := utf8.DecodeLastRuneInString(text[:i])
			after, _ := utf8.DecodeRuneInString(text[end:])
			b.WriteString(toHant.Replace(text[:i]))
			if latin(before) && latin(after) {
				b.WriteString("’")
			} else {
				b.WriteString("』")
			}
			text = text[end:]
		}
	}
	return text
}

func latin(c rune) bool { return unicode.Is(unicode.Latin, c) }
