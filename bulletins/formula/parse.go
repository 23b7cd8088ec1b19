package formula

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// item is a sign of a formula with what it is to its neighbours.
type item struct {
	text    string
	at, end int
	class   class
	look    Look
	scripts string
	space   int  // it is nothing but room
	inside  bool // a brace holds it: no line breaks beside it
}

// verbatim says whether the text stands in the source as it is.
func (it *item) verbatim() bool { return len(it.text) == it.end-it.at }

// mode is what the braces round a place say of it.
type mode struct {
	letters Look // of letters, if fixed is set
	fixed   bool
	scripts string
	inside  bool
}

// index is the mode of an index; those of indices of indices could not be read if they
// were smaller still.
func (m mode) index(sign string) mode {
	if len(m.scripts) < 2 {
		m.scripts += sign
	}
	return m
}

// maxDepth bounds braces in braces.
const maxDepth = 24

type parser struct {
	source string
	at     int
	depth  int
	faults []Fault
}

func (p *parser) fault(code string, from, to int) {
	p.faults = append(p.faults, Fault{code, from, to, p.source[from:to]})
}

// list reads up to a closing sign, which is left, or to the end.
func (p *parser) list(m mode, until string) []item {
	var out []item
	for p.at < len(p.source) && (until == "" || p.source[p.at] != until[0]) {
		out = append(out, p.next(m, out)...)
	}
	return out
}

// next reads what stands at one place. What it belongs to stands before it.
func (p *parser) next(m mode, before []item) []item {
	start := p.at
	c, n := utf8.DecodeRuneInString(p.source[p.at:])
	p.at += n
	switch {
	case c == ' ' || c == '\t':
		return nil
	case c == '\\':
		return p.command(m, start)
	case c == '{':
		return p.group(m, start)
	case c == '}':
		p.fault("formula-incomplete", start, p.at)
		return []item{p.item("}", start, closing, m)}
	case c == '^' || c == '_':
		return p.script(m, string(c), start)
	case c == '\'':
		return []item{p.item("′", start, ordinary, m)}
	case c == '~':
		return []item{{at: start, end: p.at, space: spaces[" "], scripts: m.scripts}}
	case isDigit(byte(c)) && c < utf8.RuneSelf:
		return []item{p.number(m, start)}
	}
	s, known := typed[c]
	switch {
	case known && (c == ',' || c == ':') && p.amongDigits(start):
		return []item{p.item(s.text, start, ordinary, m)}
	case known && !unicode.IsLetter(c):
		return []item{p.item(s.text, start, s.class, m)}
	}
	return []item{p.letter(string(c), start, m)}
}

func (p *parser) item(text string, start int, c class, m mode) item {
	it := item{text: text, at: start, end: p.at, class: c, scripts: m.scripts, inside: m.inside}
	if m.letters == Bold {
		it.look = Bold
	}
	return it
}

// letter is a variable, unless it is to be upright. Capital Greek letters are, and π,
// which is a number (GB/T 3102.11).
func (p *parser) letter(text string, start int, m mode) item {
	it := p.item(text, start, ordinary, m)
	c, _ := utf8.DecodeRuneInString(text)
	capital := unicode.Is(unicode.Greek, c) && unicode.IsUpper(c)
	if unicode.IsLetter(c) && !isWide(c) && !m.fixed && !capital && c != 'π' && c != 'ℓ' {
		it.look = Italic
	}
	return it
}

// number reads digits with the points and commas among them.
func (p *parser) number(m mode, start int) item {
	for p.at < len(p.source) && (isDigit(p.source[p.at]) || (p.source[p.at] == '.' || p.source[p.at] == ',') && p.amongDigits(p.at)) {
		p.at++
	}
	return p.item(p.source[start:p.at], start, ordinary, m)
}

func (p *parser) amongDigits(at int) bool {
	return at > 0 && isDigit(p.source[at-1]) && at+1 < len(p.source) && isDigit(p.source[at+1])
}

// group reads what braces hold.
func (p *parser) group(m mode, start int) []item {
	if p.depth >= maxDepth {
		p.fault("formula-incomplete", start, p.at)
		return []item{p.item("{", start, opening, m)}
	}
	p.depth++
	m.inside = true
	out := p.list(m, "}")
	p.depth--
	if p.at == len(p.source) {
		p.fault("formula-incomplete", start, start+1)
		return append([]item{{text: "{", at: start, end: start + 1, class: opening, scripts: m.scripts}}, out...)
	}
	p.at++
	return out
}

// argument reads what belongs to a command or an index: a group or one sign.
func (p *parser) argument(m mode) ([]item, bool) {
	for p.at < len(p.source) && isSpace(p.source[p.at]) {
		p.at++
	}
	if p.at == len(p.source) || strings.IndexByte("}^_", p.source[p.at]) >= 0 {
		return nil, false
	}
	m.inside = true
	if c := p.source[p.at]; isDigit(c) { // of a number only its first digit
		p.at++
		return []item{p.item(string(c), p.at-1, ordinary, m)}, true
	}
	return p.next(m, nil), true
}

// script reads an index. A circle as one is the sign of degrees, which like a prime is
// drawn at its height.
func (p *parser) script(m mode, sign string, start int) []item {
	out := m
	items, ok := p.argument(m.index(sign))
	if !ok {
		p.fault("formula-incomplete", start, start+1)
		return []item{{text: sign, at: start, end: start + 1, scripts: out.scripts}}
	}
	for i := range items {
		if it := &items[i]; sign == "^" && (it.text == "°" || it.text == "′") {
			it.scripts = out.scripts
		}
	}
	return items
}
