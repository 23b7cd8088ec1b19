package layout

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"safety365/fonts"
	"safety365/themes"
)

// Small capitals are those of the face if it has any. Else small letters are set as
// capitals of eight tenths of the size, a little apart; the text stays as it was typed.

// capsSize is the size of made small capitals in per cent, and capsTracking the room
// between them in thousandths of that.
const (
	capsSize     = 80
	capsTracking = 50
)

// smallCaps parts the inlines whose style asks for small capitals into their small
// letters and the rest.
func (b *builder) smallCaps(inlines []Inline, paragraph *themes.Style, lang string) []Inline {
	var out []Inline
	for i := range inlines {
		l := inlines[i]
		style := l.Style
		if style == nil {
			style = paragraph
		}
		if !style.SmallCaps || l.Code || l.Formula != nil || l.Text == "" {
			out = append(out, l)
			continue
		}
		small, real := b.press.formats.small(style, lang)
		if real {
			l.Style = small
			out = append(out, l)
			continue
		}
		for from := 0; from < len(l.Text); {
			first, _ := utf8.DecodeRuneInString(l.Text[from:])
			low := unicode.IsLower(first)
			n := strings.IndexFunc(l.Text[from:], func(r rune) bool { return unicode.IsLower(r) != low })
			if n < 0 {
				n = len(l.Text) - from
			}
			piece := part(l, from, from+n)
			if low {
				piece.Style = small
			}
			out = append(out, piece)
			from += n
		}
	}
	return out
}

// hasSmallCaps reports whether anything of a paragraph is to be in small capitals.
func hasSmallCaps(inlines []Inline, paragraph *themes.Style) bool {
	if paragraph.SmallCaps {
		return true
	}
	for i := range inlines {
		if s := inlines[i].Style; s != nil && s.SmallCaps {
			return true
		}
	}
	return false
}

// smallKey names a style with small capitals.
type smallKey struct{ style *themes.Style }

// small returns the style of small letters as small capitals, the same pointer each
// time, and whether they are the face's own.
func (f *formats) small(style *themes.Style, lang string) (*themes.Style, bool) {
	family := f.family(style.Latin, "latin-serif", fonts.Style{Bold: style.Bold, Italic: style.Italic}, lang)
	real := family.Faces[0].HasFeature("smcp")
	if v, ok := f.of.Load(smallKey{style}); ok {
		return v.(*themes.Style), real
	}
	s := *style
	s.SmallCaps = false
	if real {
		s.Features = strings.TrimPrefix(s.Features+",smcp", ",")
	} else {
		s.Capitals = true
		s.Size = s.Size.MulDiv(capsSize, 100)
		s.Tracking += s.Size.MulDiv(capsTracking, 1000)
	}
	v, _ := f.of.LoadOrStore(smallKey{style}, &s)
	return v.(*themes.Style), real
}
