package drafting

import (
	"slices"
	"strings"
	"unicode/utf8"

	"safety365/bulletins"
)

// char is one thing that a reader sees in a line of text, and how it is written.
//
// Commands work on the chars of a paragraph and never on its source, so that a mark
// cannot be torn: a char knows the marks that are round it, and spell puts them back.
type char struct {
	kind  charKind
	text  string         // as shown; "" for what is not text
	spell string         // as written; "" if that is still to be found
	in    []*mark        // the marks round it, the outermost first
	span  bulletins.Span // of an atom
	lo    int            // where it stands in the text
	hi    int
}

type charKind uint8

const (
	plain  charKind = iota // one character, or what an entity stands for
	atom                   // a picture, a reference to a note
	broken                 // a forced line break
	unseen                 // a comment, a line end between Han
)

// mark is what gives characters a look: a pair of delimiters.
type mark struct {
	kind        bulletins.SpanKind
	name        string // of a directive
	open, close string
	sign        string // what it means: marks of one sign may become one
}

// looks are how each Inline is written.
var looks = [...]mark{
	Strong:      {kind: bulletins.Strong, open: "**", close: "**"},
	Emphasis:    {kind: bulletins.Emphasis, open: "*", close: "*"},
	Strike:      {kind: bulletins.Strike, open: "~~", close: "~~"},
	Mark:        {kind: bulletins.Directed, name: "mark"},
	Dots:        {kind: bulletins.Directed, name: "em"},
	ProperName:  {kind: bulletins.Directed, name: "name"},
	BookTitle:   {kind: bulletins.Directed, name: "book"},
	Superscript: {kind: bulletins.Directed, name: "sup"},
	Subscript:   {kind: bulletins.Directed, name: "sub"},
	CodeSpan:    {kind: bulletins.CodeSpan, open: "`", close: "`"},
	Formula:     {kind: bulletins.Formula, open: "$", close: "$"},
}

// newMark returns the mark of a look.
func newMark(i Inline) *mark {
	m := looks[i]
	if m.name != "" {
		m.open, m.close = ":"+m.name+"[", "]"
	}
	m.sign = signOf(m.kind, m.name, "")
	return &m
}

// linkMark is the mark of a link.
func linkMark(url, title string) *mark {
	tail := "](" + destination(url)
	if title != "" {
		tail += " " + quoted(title)
	}
	return &mark{kind: bulletins.LinkSpan, open: "[", close: tail + ")",
		sign: signOf(bulletins.LinkSpan, "", url+"\x00"+title)}
}

// target returns where the mark of a link leads, and its title.
func (m *mark) target() (url, title string) {
	url, title, _ = strings.Cut(strings.TrimPrefix(m.sign, signOf(bulletins.LinkSpan, "", "")), "\x00")
	return url, title
}

// quoted writes the title of a link.
func quoted(title string) string {
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`, "&", "&amp;", "\n", " ").Replace(title) + `"`
}

// destination writes an address as links want it.
func destination(url string) string {
	url = strings.NewReplacer("\n", "%0A", "\r", "%0D").Replace(url)
	if url != "" && !strings.ContainsAny(url, " \t\u3000()<>\\&\"'") && url[0] != '<' {
		return url
	}
	return "<" + strings.NewReplacer(`\`, `\\`, "<", `\<`, ">", `\>`, "&", "&amp;").Replace(url) + ">"
}

func signOf(kind bulletins.SpanKind, name, more string) string {
	return string(rune('A'+kind)) + name + "\x00" + more
}

// look returns the Inline that a mark gives.
func (m *mark) look() (Inline, bool) {
	for i := range looks {
		if l := &looks[i]; m.kind == l.kind && m.name == l.name {
			return Inline(i), true
		}
	}
	return 0, false
}

// goesOn says whether text typed at the end of the mark has its look too. What is
// bound to its very words, a link or a reading, ends with them.
func (m *mark) goesOn() bool {
	return m.kind != bulletins.LinkSpan && m.name != "ruby" && m.name != "page"
}

// emphatic says whether the mark is one of those that look at what stands beside them.
func (m *mark) emphatic() bool {
	return m.kind == bulletins.Emphasis || m.kind == bulletins.Strong || m.kind == bulletins.Strike || m.kind == bulletins.Formula
}

// literal says whether what the mark holds is written as it is: code, a formula.
func (m *mark) literal() bool { return m.kind == bulletins.CodeSpan || m.kind == bulletins.Formula }

// innermostLiteral says whether the innermost of marks is literal.
func innermostLiteral(in []*mark) bool { return len(in) > 0 && in[len(in)-1].literal() }

func (c *char) has(i Inline) bool {
	return slices.ContainsFunc(c.in, func(m *mark) bool { l, ok := m.look(); return ok && l == i })
}

// shows says whether a reader sees the char.
func (c *char) shows() bool { return c.kind != unseen }

// isSpace says whether the char is a space of any kind.
func (c *char) isSpace() bool {
	return c.kind == plain && strings.Trim(c.text, " \t\u3000\u00a0") == ""
}

// typed makes chars of characters that were put in. Where they stand decides how
// they are written.
//
// A formula ends where Han begins.
func typed(text string, in []*mark) []char {
	out := make([]char, 0, len(text))
	for len(text) > 0 {
		c, n := utf8.DecodeRuneInString(text)
		if bulletins.IsHan(c) {
			in = slices.DeleteFunc(slices.Clone(in), func(m *mark) bool { return m.kind == bulletins.Formula })
		}
		out = append(out, char{text: text[:n], in: in})
		text = text[n:]
	}
	return out
}

// plainText returns what chars show.
func plainText(chars []char) string {
	var b strings.Builder
	for i := range chars {
		b.WriteString(chars[i].text)
	}
	return b.String()
}
