package bulletins

import (
	"strings"

	"safety365/bulletins/formula"
)

// SpanKind says what a Span is.
type SpanKind uint8

const (
	TextSpan  SpanKind = iota // Text
	Emphasis                  // Children
	Strong                    // Children
	Strike                    // Children
	CodeSpan                  // Text
	LinkSpan                  // URL, Title, Children
	ImageSpan                 // URL, Title, Attrs, Text is the alternative text
	LineBreak                 // a forced line break
	NoteRef                   // Name is the label
	Directed                  // an inline directive: Name, Attrs, Children
	Formula                   // Text is what stands between its dollars, see package formula
)

// Span is inline text. A TextSpan whose Text has as many bytes as its Range stands
// in the source as it is (but for a line end shown as a space), so an offset in
// Text is an offset in the source.
type Span struct {
	Range
	Kind     SpanKind
	Text     string
	URL      string
	Title    string
	Name     string
	Attrs    Attrs
	Children []Span
}

// PlainText returns the characters of spans without their marks. Note references
// give nothing, a line break gives a newline.
func PlainText(spans []Span) string {
	var b strings.Builder
	writePlain(&b, spans)
	return b.String()
}

func writePlain(b *strings.Builder, spans []Span) {
	for i := range spans {
		switch s := &spans[i]; s.Kind {
		case TextSpan, CodeSpan, ImageSpan:
			b.WriteString(s.Text)
		case Formula:
			b.WriteString(formula.Plain(s.Text))
		case LineBreak:
			b.WriteByte('\n')
		default:
			writePlain(b, s.Children)
		}
	}
}

// Attr is one attribute of a directive, heading or picture. A bare word has an
// empty Key.
type Attr struct {
	Range
	Key, Value string
}

// Attrs are attributes in the order in which they were written, repeats kept.
type Attrs []Attr

// Get returns the value of the first attribute with that key.
func (a Attrs) Get(key string) string {
	for i := range a {
		if a[i].Key == key {
			return a[i].Value
		}
	}
	return ""
}
