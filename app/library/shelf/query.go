package shelf

import (
	"bytes"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Query is what is looked for in texts.
type Query struct {
	// Words: all of them stand in a text that is found. Words in quotation marks,
	// straight or Chinese, are one.
	Words  string
	Case   bool // upper and lower case differ
	Regexp bool // Words is one regular expression
}

// matcher finds the words of a query.
type matcher struct {
	words   []word
	pattern bool // the user wrote a regular expression
}

// word is one thing that is looked for: plain bytes, or an expression.
type word struct {
	plain      []byte // in lower case if fold
	fold       bool
	expression *regexp.Regexp
}

// compile fails if a regular expression is faulty.
func (q Query) compile() (*matcher, error) {
	if q.Regexp {
		flags := "(?m)"
		if !q.Case {
			flags = "(?mi)"
		}
		e, err := regexp.Compile(flags + q.Words)
		if err != nil || q.Words == "" {
			return &matcher{}, err
		}
		return &matcher{words: []word{{expression: e}}, pattern: true}, nil
	}
	m := &matcher{}
	for _, text := range splitWords(q.Words) {
		m.words = append(m.words, newWord(text, q.Case))
	}
	return m, nil
}

// newWord takes the fastest way that finds a text: letters beyond ASCII that have two
// cases need an expression.
func newWord(text string, exact bool) word {
	cased, beyond := false, false
	for _, c := range text {
		two := unicode.SimpleFold(c) != c
		cased = cased || two
		beyond = beyond || two && c >= utf8.RuneSelf
	}
	switch {
	case exact || !cased:
		return word{plain: []byte(text)}
	case beyond:
		return word{expression: regexp.MustCompile("(?i)" + regexp.QuoteMeta(text))}
	}
	return word{plain: lower([]byte(text)), fold: true}
}

// quotes are marks that hold several words together, with what closes them.
var quotes = map[rune]rune{'"': '"', '“': '”', '「': '」', '『': '』'}

// splitWords parts a query at spaces outside quotation marks. A mark that is not
// closed is a character like others.
func splitWords(text string) []string {
	var out []string
	for text != "" {
		c, size := utf8.DecodeRuneInString(text)
		if unicode.IsSpace(c) {
			text = text[size:]
			continue
		}
		if closing, ok := quotes[c]; ok {
			if end := strings.IndexRune(text[size:], closing); end >= 0 {
				if phrase := text[size : size+end]; strings.TrimSpace(phrase) != "" {
					out = append(out, phrase)
				}
				text = text[size+end+utf8.RuneLen(closing):]
				continue
			}
		}
		end := strings.IndexFunc(text, unicode.IsSpace)
		if end < 0 {
			end = len(text)
		}
		out = append(out, text[:end])
		text = text[end:]
	}
	return out
}

// lower makes ASCII letters small; lengths stay.
func lower(text []byte) []byte {
	out := bytes.Clone(text)
	for i, c := range out {
		if 'A' <= c && c <= 'Z' {
			out[i] = c + 'a' - 'A'
		}
	}
	return out
}

// haystack is a text made ready to be looked through.
type haystack struct {
	text  []byte
	small []byte // text in lower case, once somebody asks
}

func (h *haystack) folded() []byte {
	if h.small == nil {
		h.small = lower(h.text)
	}
	return h.small
}

// find returns the first place of a word from there on.
func (w *word) find(h *haystack, from int) (start, end int, ok bool) {
	switch {
	case w.expression != nil:
		return findExpression(w.expression, h.text, from)
	case w.fold:
		start = bytes.Index(h.folded()[from:], w.plain)
	default:
		start = bytes.Index(h.text[from:], w.plain)
	}
	if start < 0 {
		return 0, 0, false
	}
	return from + start, from + start + len(w.plain), true
}

// findExpression finds the next match that is not empty.
func findExpression(e *regexp.Regexp, text []byte, from int) (start, end int, ok bool) {
	for from < len(text) {
		loc := e.FindIndex(text[from:])
		if loc == nil {
			break
		}
		if loc[1] > loc[0] {
			return from + loc[0], from + loc[1], true
		}
		_, size := utf8.DecodeRune(text[from+loc[0]:])
		from += loc[0] + max(size, 1)
	}
	return 0, 0, false
}

// inAll says whether a text holds all that is looked for.
func (m *matcher) inAll(h *haystack) bool {
	for i := range m.words {
		if _, _, ok := m.words[i].find(h, 0); !ok {
			return false
		}
	}
	return len(m.words) > 0
}
