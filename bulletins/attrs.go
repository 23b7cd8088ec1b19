package bulletins

import (
	"strings"
	"unicode/utf8"
)

// The grammar of attributes, of our own because values are in any script:
//
//	attributes = "{" { space | item } "}"
//	item       = "#" value | "." value | key "=" value | value
//	value      = quoted | characters up to a space or "}"
//
// Quotes are "" '' “” ‘’; a backslash in them keeps a quote. Full-width braces
// ｛｝ are read as well, so that what they hold is not lost, and reported.

// attrList is a list of attributes at its place in the source.
type attrList struct {
	attrs Attrs
	at    Range
	wide  bool // in full-width braces
	open  bool // the closing brace is missing
}

func (l attrList) shifted(by int) attrList {
	l.at = l.at.shifted(by)
	l.attrs = append(Attrs(nil), l.attrs...)
	for i := range l.attrs {
		l.attrs[i].Range = l.attrs[i].Range.shifted(by)
	}
	return l
}

// closers are the quotes that close what a quote opens.
var closers = map[rune]rune{'"': '"', '\'': '\'', '“': '”', '‘': '’'}

const (
	wideOpen  = "｛"
	wideClose = "｝"
)

// opensAttrs says whether attributes begin there.
func opensAttrs(s string) bool {
	return strings.HasPrefix(s, "{") || strings.HasPrefix(s, wideOpen)
}

// readAttrs reads attributes at the start of a line's rest. Without the closing
// brace everything up to the end of the line is taken and open is set.
func readAttrs(s string) attrList {
	r := attrReader{s: s}
	r.wide = strings.HasPrefix(s, wideOpen)
	r.pos = 1
	if r.wide {
		r.pos = len(wideOpen)
	}
	for {
		r.space()
		if r.pos >= len(s) {
			r.open = true
			break
		}
		if n := r.closer(); n > 0 {
			r.pos += n
			break
		}
		r.item()
	}
	r.at = Range{0, r.pos}
	return r.attrList
}

type attrReader struct {
	attrList
	s   string
	pos int
}

func (r *attrReader) space() {
	r.pos = len(r.s) - len(strings.TrimLeft(r.s[r.pos:], " \t\n\u3000"))
}

// closer returns the length of the closing brace that stands here, or 0.
func (r *attrReader) closer() int {
	switch {
	case r.s[r.pos] == '}':
		return 1
	case r.wide && strings.HasPrefix(r.s[r.pos:], wideClose):
		return len(wideClose)
	}
	return 0
}

func (r *attrReader) item() {
	start := r.pos
	switch r.s[r.pos] {
	case '#', '.':
		key := map[byte]string{'#': "id", '.': "class"}[r.s[r.pos]]
		r.pos++
		r.add(key, r.value(""), start)
		return
	}
	if r.quote() != 0 {
		r.add("", r.value(""), start)
		return
	}
	word := r.value("=")
	if r.pos < len(r.s) && r.s[r.pos] == '=' && word != "" {
		r.pos++
		r.add(word, r.value(""), start)
		return
	}
	if word == "" { // a = without a key
		r.pos++
		word = "=" + r.value("")
	}
	r.add("", word, start)
}

func (r *attrReader) add(key, value string, start int) {
	r.attrs = append(r.attrs, Attr{Range{start, r.pos}, key, value})
}

// quote returns the quote that closes the one that stands here, or 0.
func (r *attrReader) quote() rune {
	c, _ := utf8.DecodeRuneInString(r.s[r.pos:])
	return closers[c]
}

// value reads a quoted value, or one up to a space, the closing brace or stop.
func (r *attrReader) value(stop string) string {
	if r.pos >= len(r.s) {
		return ""
	}
	if closing := r.quote(); closing != 0 {
		if v, ok := r.quoted(closing); ok {
			return v
		}
	}
	start := r.pos
	for r.pos < len(r.s) && r.closer() == 0 && !strings.ContainsAny(r.s[r.pos:r.pos+1], " \t\n"+stop) && !strings.HasPrefix(r.s[r.pos:], "\u3000") {
		_, n := utf8.DecodeRuneInString(r.s[r.pos:])
		r.pos += n
	}
	return r.s[start:r.pos]
}

// quoted reads a quoted value; it does nothing when the closing quote is missing.
func (r *attrReader) quoted(closing rune) (string, bool) {
	_, n := utf8.DecodeRuneInString(r.s[r.pos:])
	var b strings.Builder
	for i := r.pos + n; i < len(r.s); {
		c, n := utf8.DecodeRuneInString(r.s[i:])
		if c == '\\' && i+1 < len(r.s) {
			if next, m := utf8.DecodeRuneInString(r.s[i+1:]); next == closing || next == '\\' {
				b.WriteRune(next)
				i += 1 + m
				continue
			}
		}
		i += n
		if c == closing {
			r.pos = i
			return b.String(), true
		}
		b.WriteRune(c)
	}
	return "", false
}

// attrsAtEnd finds attributes that end a line.
func attrsAtEnd(line string) (attrList, bool) {
	line = strings.TrimRight(line, " \t\n")
	if !strings.HasSuffix(line, "}") {
		return attrList{}, false
	}
	for i, tries := 0, 0; i < len(line) && tries < maxBrackets; i++ {
		switch line[i] {
		case '\\':
			i++
		case '{':
			tries++
			if list := readAttrs(line[i:]); !list.open && i+list.at.End == len(line) && len(list.attrs) > 0 {
				return list.shifted(i), true
			}
		}
	}
	return attrList{}, false
}
