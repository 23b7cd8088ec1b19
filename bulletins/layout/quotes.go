package layout

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// quoteMarks are the quotation marks of a language: the outer and the inner pair.
type quoteMarks struct{ open, close, innerOpen, innerClose string }

var (
	curly   = quoteMarks{"“", "”", "‘", "’"}
	corners = quoteMarks{"「", "」", "『", "』"}
)

func quotesOf(lang string) quoteMarks {
	if strings.HasPrefix(lang, "zh-Hant") {
		return corners
	}
	return curly
}

// quoter puts the marks of a language in place of what a keyboard gives: straight
// quotation marks, and hyphens for dashes. Code and addresses stay as they are typed.
type quoter struct {
	inlines []Inline
	lang    string
	open    []byte // quotation marks that are open, as typed
	out     []Inline
}

// quotes sets the quotation marks and dashes of a paragraph.
func quotes(inlines []Inline, lang string) []Inline {
	q := quoter{inlines: inlines, lang: lang}
	for i := range inlines {
		if l := &inlines[i]; l.Code || l.Formula != nil || l.address() || l.Ruby != "" || l.Note != nil || l.PageOf != "" || !strings.ContainsAny(l.Text, `"'-`) {
			q.out = append(q.out, *l)
			continue
		}
		q.inline(i)
	}
	return q.out
}

func (q *quoter) inline(i int) {
	l := q.inlines[i]
	lang := l.Lang
	if lang == "" {
		lang = q.lang
	}
	from := 0
	for at := 0; at < len(l.Text); {
		n, mark := 1, ""
		switch l.Text[at] {
		case '"', '\'':
			if q.besideAddress(i, at) {
				break
			}
			mark = q.quote(lang, l.Text[at], before(q.inlines, i, at), after(q.inlines, i, at+1))
		case '-':
			n = len(l.Text[at:]) - len(strings.TrimLeft(l.Text[at:], "-"))
			mark = dash(lang, n, before(q.inlines, i, at), after(q.inlines, i, at+n))
		}
		if mark != "" && !inAddress(l.Text, at) {
			if from < at {
				q.out = append(q.out, part(l, from, at))
			}
			q.out = append(q.out, Inline{Text: mark, Style: l.Style, Lang: l.Lang, Source: shifted(l.Source, at), Link: l.Link})
			from = at + n
		}
		at += n
	}
	if from < len(l.Text) {
		q.out = append(q.out, part(l, from, len(l.Text)))
	}
}

// address reports whether an inline is an address that is its own link.
func (l *Inline) address() bool {
	return l.Link != nil && l.Link.URI != "" && (l.Link.URI == l.Text || l.Link.URI == "mailto:"+l.Text)
}

// besideAddress reports whether a mark belongs to the address before or after it,
// rather than to a quotation round that.
func (q *quoter) besideAddress(i, at int) bool {
	l := &q.inlines[i]
	if at == 0 && i > 0 && q.inlines[i-1].address() {
		return strings.IndexByte(string(q.open), l.Text[at]) < 0
	}
	return at == len(l.Text)-1 && i+1 < len(q.inlines) && q.inlines[i+1].address() && unicode.IsLetter(before(q.inlines, i, at))
}

// quote returns what stands for a straight quotation mark between two characters; ""
// if it is none.
func (q *quoter) quote(lang string, typed byte, prev, next rune) string {
	marks, depth := quotesOf(lang), len(q.open)
	isOpen := strings.IndexByte(string(q.open), typed) >= 0
	word := func(r rune) bool {
		return r != 0 && (unicode.IsLetter(r) || unicode.IsDigit(r)) && !unicode.Is(unicode.Han, r)
	}
	switch {
	case typed == '\'' && word(prev) && (word(next) || !isOpen && !unicode.IsDigit(prev)):
		return "’" // an apostrophe, also at the end of a word
	case typed == '\'' && unicode.IsDigit(next) && !word(prev):
		return "’" // ’98
	case !isOpen && unicode.IsDigit(prev):
		return "" // inches, minutes
	case isOpen && (isHan(lang) || closes(prev, next)):
		for n := depth - 1; n >= 0; n-- {
			if q.open[n] == typed {
				q.open, depth = q.open[:n], n
				break
			}
		}
		return marks.pick(lang, typed, depth, false)
	case !isHan(lang) && next == 0 || !isHan(lang) && unicode.IsSpace(next):
		return "" // nothing to open or close
	}
	q.open = append(q.open, typed)
	return marks.pick(lang, typed, depth, true)
}

// closes reports whether a mark between two characters can close a quotation.
func closes(prev, next rune) bool {
	return prev != 0 && !unicode.IsSpace(prev) && (next == 0 || !unicode.IsLetter(next) || unicode.Is(unicode.Han, next))
}

// pick returns a mark. Where the pairs are told from each other by depth, as corner
// brackets are, the outer one comes first however it was typed.
func (m quoteMarks) pick(lang string, typed byte, depth int, open bool) string {
	inner := typed == '\''
	if m == corners {
		inner = depth%2 == 1
	}
	switch {
	case inner && open:
		return m.innerOpen
	case inner:
		return m.innerClose
	case open:
		return m.open
	}
	return m.close
}

// dash returns what stands for two or three hyphens between two characters; "" if they
// are an option of a command, a line, or something else.
func dash(lang string, n int, prev, next rune) string {
	if n < 2 || n > 3 || next == 0 || (prev == 0 || unicode.IsSpace(prev)) && next < utf8.RuneSelf && unicode.IsLetter(next) {
		return ""
	}
	latin := prev < utf8.RuneSelf && next < utf8.RuneSelf && (!unicode.IsSpace(prev) || !unicode.IsSpace(next))
	switch {
	case isHan(lang) && !latin:
		return "——"
	case n == 2:
		return "–"
	}
	return "—"
}

// inAddress reports whether a place of a text is inside an address or a path.
func inAddress(text string, at int) bool {
	stop := func(r rune) bool { return r <= ' ' || r >= 0x2E80 || strings.ContainsRune("“”‘’", r) }
	from := strings.LastIndexFunc(text[:at], stop) + 1
	for from < at && !utf8.RuneStart(text[from]) {
		from++
	}
	to := len(text)
	if n := strings.IndexFunc(text[at:], stop); n >= 0 {
		to = at + n
	}
	word := text[from:to]
	return strings.Contains(word, "://") || strings.HasPrefix(word, "www.") || strings.Contains(word, "@") || strings.Count(word, "/") > 1 || strings.Contains(word, `\`)
}
