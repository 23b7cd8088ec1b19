package layout

import (
	"strings"

	"safety365/bulletins/paragraph"
)

// plain returns the characters of a Text, for a bookmark.
func plain(t *Text) string {
	var b strings.Builder
	for i := range t.Inlines {
		if l := &t.Inlines[i]; l.Break {
			b.WriteByte(' ')
		} else if l.Note == nil {
			b.WriteString(l.Text)
		}
	}
	return strings.TrimSpace(b.String())
}

// leadsIn reports whether a text ends with a colon: what it announces follows it, and
// on the same page.
func leadsIn(t *Text) bool {
	for i := len(t.Inlines) - 1; i >= 0; i-- {
		l := &t.Inlines[i]
		if l.Image != nil || l.Fill {
			return false
		}
		if words := strings.TrimSpace(l.Text); l.Note == nil && words != "" {
			return strings.HasSuffix(words, "：") || strings.HasSuffix(words, ":")
		}
	}
	return false
}

func source(l *paragraph.Line) int32 {
	for i := range l.Runs {
		if o := l.Runs[i].Source.Offset; o >= 0 {
			return o
		}
	}
	return -1
}

// excerpt returns the beginning of a line.
func excerpt(l *paragraph.Line) string {
	var b strings.Builder
	for i := range l.Runs {
		b.WriteString(l.Runs[i].Text)
	}
	return shortened(b.String())
}

// shortened returns the beginning of a text.
func shortened(s string) string {
	text := []rune(s)
	if len(text) > 24 {
		text = append(text[:23], '…')
	}
	return string(text)
}

func codePoint(r rune) string {
	const digits = "0123456789ABCDEF"
	out := []byte("U+")
	width := 4
	for width < 6 && r>>(4*width) > 0 {
		width++
	}
	for i := width - 1; i >= 0; i-- {
		out = append(out, digits[r>>(4*i)&15])
	}
	return string(out)
}
