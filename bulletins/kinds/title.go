package kinds

import (
	"strings"

	"safety365/bulletins"
	"safety365/bulletins/layout"
	"safety365/bulletins/page"
	"safety365/themes"
)

// titleOf returns the heading that is the document's title: one of level 1 that
// opens the text, if the front matter has none.
func titleOf(doc *bulletins.Document) *bulletins.TopBlock {
	if strings.TrimSpace(doc.Meta.Text("title")) != "" || len(doc.Blocks) == 0 {
		return nil
	}
	if h, ok := doc.Blocks[0].Block.(*bulletins.Heading); ok && h.Level == 1 && strings.TrimSpace(bulletins.PlainText(h.Spans)) != "" {
		return doc.Blocks[0]
	}
	return nil
}

// title makes the title of a heading of the text.
func (m *maker) title(h *bulletins.Heading) layout.Block {
	style := m.styles.theme.Style("title")
	t := m.titleText(m.inlines(h.Spans, style), style)
	t.ID = h.ID
	return t
}

// titleText makes the title of the document.
func (m *maker) titleText(inlines []layout.Inline, style *themes.Style) *layout.Text {
	if m.scene.kind.shaped {
		inlines = m.shape(inlines, style)
	} else {
		inlines = m.halves(inlines, style)
	}
	return &layout.Text{Style: style, Inlines: inlines, Tag: page.RoleH1, Outline: 1, Lang: m.scene.lang}
}

// halves sets the parts of a title apart that a space between Han characters
// divides. Such a space is the editor's own mark: in one line it is as wide as a
// character; where the parts do not go into one line, the line ends there.
func (m *maker) halves(inlines []layout.Inline, style *themes.Style) []layout.Inline {
	room := m.styles.theme.Area(1).W - style.Left - style.Right
	width := func(l *layout.Inline) page.Length { return halfEms(l.Text) * (style.Size + style.Tracking) / 2 }
	parts := splitHalves(inlines)
	var whole page.Length
	for i := range parts {
		whole += width(&parts[i])
	}
	if whole <= room {
		return parts
	}
	used := page.Length(0)
	for i := range parts {
		part := &parts[i]
		if part.Text != wideSpace {
			used += width(part)
			continue
		}
		next := page.Length(0) // up to the next space
		for k := i + 1; k < len(parts) && parts[k].Text != wideSpace; k++ {
			next += width(&parts[k])
		}
		if used+width(part)+next > room {
			*part, used = layout.Inline{Break: true, Source: part.Source}, 0
			continue
		}
		used += width(part)
	}
	return parts
}

// wideSpace is the space of one em that stands between the halves.
const wideSpace = "\u3000"

// splitHalves makes each space between Han characters an inline of its own, also
// where the look changes beside it.
func splitHalves(inlines []layout.Inline) []layout.Inline {
	var whole strings.Builder
	for i := range inlines {
		whole.WriteString(inlines[i].Text)
	}
	text := whole.String()
	var out []layout.Inline
	at := 0                              // of the inline in text
	gap, length := spaceBetweenHan(text) // the next one
	for _, l := range inlines {
		end := at + len(l.Text)
		for length > 0 && gap < end {
			head, space, n := l, l, min(gap+length, end)
			head.Text = text[at:gap]
			space.Text, space.Source = wideSpace, moved(l.Source, gap-at)
			if head.Text != "" {
				out = append(out, head)
			}
			out = append(out, space)
			l.Text, l.Source, at = text[n:end], moved(l.Source, n-at), n
			from := gap + length
			if gap, length = spaceBetweenHan(text[from:]); length > 0 {
				gap += from
			}
		}
		if at = end; l.Text != "" || l.Image != nil || l.Break {
			out = append(out, l)
		}
	}
	return out
}

// wideSpaces makes the spaces between Han characters as wide as a character: in a
// line of names they part what else would run together.
func wideSpaces(s string) string {
	var b strings.Builder
	for {
		at, length := spaceBetweenHan(s)
		if at < 0 {
			b.WriteString(s)
			return b.String()
		}
		b.WriteString(s[:at] + wideSpace)
		s = s[at+length:]
	}
}

func moved(source int32, by int) int32 {
	if source < 0 {
		return source
	}
	return source + int32(by)
}

// spaceBetweenHan finds a run of spaces with Han or a full-width mark on both sides.
func spaceBetweenHan(s string) (at, length int) {
	var before rune
	from := -1
	for i, c := range s {
		switch space := c == ' ' || c == '\u3000' || c == '\u00a0'; {
		case space && from < 0 && isWide(before):
			from = i
		case space:
		case from >= 0 && isWide(c):
			return from, i - from
		default:
			before, from = c, -1
		}
	}
	return -1, 0
}

func isWide(c rune) bool {
	return bulletins.IsHan(c) || strings.ContainsRune("“”‘’—…·", c)
}

// halfEms estimates the width of a text.
func halfEms(s string) page.Length {
	n := page.Length(0)
	for _, c := range s {
		if n++; isWide(c) {
			n++
		}
	}
	return n
}
