package layout

import (
	"unicode"
	"unicode/utf8"
)

// fullWidth are the marks that Chinese text takes in their full width, where a
// keyboard gave their narrow forms.
var fullWidth = map[rune]string{',': "，", ';': "；", ':': "：", '!': "！", '?': "？", '.': "。"}

// normalise puts full-width marks in place of narrow ones that follow a Han
// character and do not begin a word, a number or an address. Code and
// formulas are left alone.
func normalise(inlines []Inline) []Inline {
	var out []Inline
	for i := range inlines {
		l := inlines[i]
		from := 0
		if !l.Code && l.Formula == nil && (l.Link == nil || l.Link.URI != l.Text) {
			for at := 0; at < len(l.Text); at++ {
				mark, ok := fullWidth[rune(l.Text[at])]
				if !ok || !narrowInHan(before(inlines, i, at), after(inlines, i, at+1), l.Text[at]) {
					continue
				}
				out = append(out, part(l, from, at), Inline{Text: mark, Style: l.Style, Lang: l.Lang, Source: shifted(l.Source, at), Link: l.Link})
				from = at + 1
			}
		}
		if from == 0 {
			out = append(out, l)
		} else {
			out = append(out, part(l, from, len(l.Text)))
		}
	}
	return out
}

func narrowInHan(prev, next rune, mark byte) bool {
	if !hanOrMark(prev) {
		return false
	}
	if mark == '.' {
		return next == 0 || unicode.IsSpace(next) || hanOrMark(next)
	}
	return !(next < utf8.RuneSelf && (unicode.IsLetter(next) || next == '/' || next == '\\')) || next == 0
}

func hanOrMark(r rune) bool {
	return unicode.Is(unicode.Han, r) || r >= 0x3001 && r <= 0x303F || r >= 0xFF01 && r <= 0xFF5E || r == '”' || r == '’' || r == '“' || r == '‘'
}

// part returns a piece of an inline.
func part(l Inline, from, to int) Inline {
	l.Text, l.Source = l.Text[from:to], shifted(l.Source, from)
	return l
}

func shifted(source int32, by int) int32 {
	if source < 0 {
		return source
	}
	return source + int32(by)
}

// before and after return the characters beside a place, over the borders of
// inlines; 0 at the ends of the paragraph.
func before(inlines []Inline, i, at int) rune {
	for ; i >= 0; i-- {
		if at < 0 {
			at = len(inlines[i].Text)
		}
		if r, n := utf8.DecodeLastRuneInString(inlines[i].Text[:at]); n > 0 {
			return r
		}
		at = -1
	}
	return 0
}

func after(inlines []Inline, i, at int) rune {
	for ; i < len(inlines); i++ {
		if inlines[i].Break {
			return 0
		}
		if r, n := utf8.DecodeRuneInString(inlines[i].Text[at:]); n > 0 {
			return r
		}
		at = 0
	}
	return 0
}
