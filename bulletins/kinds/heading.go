package kinds

import (
	"fmt"
	"math/bits"
	"strings"
	"unicode"
	"unicode/utf8"

	"safety365/bulletins"
	"safety365/bulletins/layout"
	"safety365/bulletins/page"
	"safety365/themes"
)

// levels are the levels of the headings that a place stands under, as typed: a bit
// for each. However many levels an author jumps, the depth grows by one, so that
// the structure has no gaps (ISO 14289-1, 7.4.2).
type levels uint16

// Levels of numbered paragraphs (一、 …) come after the six of headings.
const numberedLevel = 6

// enter comes to a heading and returns its depth, from 1.
func (l *levels) enter(level int) int {
	*l = *l&(1<<level-1) | 1<<level
	return bits.OnesCount16(uint16(*l))
}

// mayHaveHeadings says whether the headings above a block matter to it.
func mayHaveHeadings(b bulletins.Block) bool {
	switch b := b.(type) {
	case *bulletins.Paragraph:
		return b.Level > 0
	case *bulletins.Heading, *bulletins.List, *bulletins.Quote, *bulletins.Directive, *bulletins.DefinitionList:
		return true
	}
	return false
}

// deepest is the deepest level of headings that PDF has.
const deepest = 6

// headed makes a Text a heading of a level as typed.
func (m *maker) headed(t *layout.Text, level int, at place) {
	if at.note {
		return // a note stands outside the structure of the text
	}
	depth := m.levels.enter(level)
	if m.scene.titled {
		depth++
	}
	t.Outline = min(depth, deepest)
	t.Tag = page.Role(fmt.Sprintf("H%d", t.Outline))
}

func (m *maker) heading(h *bulletins.Heading, at place) layout.Block {
	style := m.styles.theme.Style(fmt.Sprintf("h%d", min(max(h.Level, 1), deepest)))
	t := &layout.Text{Style: style, Inlines: m.inlines(h.Spans, style), Lang: m.scene.lang, ID: h.ID}
	if len(t.Inlines) == 0 {
		return nil
	}
	m.headed(t, min(max(h.Level, 1), deepest), at)
	return t
}

// numbered makes a paragraph that begins with the number of a heading. If it runs
// on after the heading, only its head is set apart.
func (m *maker) numbered(p *bulletins.Paragraph, at place) layout.Block {
	role := fmt.Sprintf("level%d", p.Level)
	plain := bulletins.PlainText(p.Spans)
	if p.Head < len(plain) {
		head, rest := cutSpans(p.Spans, p.Head)
		t := &layout.Text{Style: at.style, Lang: m.scene.lang}
		w := inliner{maker: m, paragraph: at.style}
		w.spans(head, run{style: m.styles.mark(role, at.style)})
		w.spans(rest, run{style: at.style})
		t.Inlines = w.out
		return t
	}
	style := m.styles.text(role, at.style)
	switch {
	case isSentence(plain):
		style = at.style
	case !isHeading(plain): // an entry of a list goes its own way
		style = m.styles.derive("entry", style, func(own *themes.Style) { own.KeepNext = false })
	}
	t := &layout.Text{Style: style, Inlines: m.inlines(p.Spans, style), Lang: m.scene.lang}
	if isHeading(plain) {
		m.headed(t, numberedLevel+p.Level, at)
	}
	return t
}

// maxHeading is how many characters a numbered heading has at most; a longer
// paragraph is text.
const maxHeading = 40

// isHeading says whether a numbered paragraph is a heading and not an entry of a
// list: it is short and no mark ends it.
func isHeading(text string) bool {
	text = strings.TrimSpace(text)
	last, _ := utf8.DecodeLastRuneInString(text)
	closes := strings.ContainsRune("”’）》」』)", last)
	return utf8.RuneCountInString(text) <= maxHeading && (closes || !unicode.IsPunct(last))
}

// isSentence says whether a numbered paragraph is text throughout: it ends with a stop
// and has parts, as no heading has.
func isSentence(text string) bool {
	text = strings.TrimSpace(text)
	return !isHeading(text) && strings.ContainsAny(text, "，；,;")
}

// cutSpans parts spans after n bytes of their plain text.
func cutSpans(spans []bulletins.Span, n int) (before, after []bulletins.Span) {
	for i := range spans {
		if n <= 0 {
			return before, append(after, spans[i:]...)
		}
		s := spans[i]
		length := len(bulletins.PlainText(spans[i : i+1]))
		switch {
		case length <= n:
			before = append(before, s)
		case len(s.Children) > 0:
			first, second := s, s
			first.Children, second.Children = cutSpans(s.Children, n)
			before, after = append(before, first), append(after, second)
		case s.Kind == bulletins.TextSpan:
			first, second := s, s
			first.Text, second.Text = s.Text[:n], s.Text[n:]
			if s.End-s.Start == len(s.Text) {
				first.End, second.Start = s.Start+n, s.Start+n
			}
			before, after = append(before, first), append(after, second)
		default:
			before = append(before, s)
		}
		n -= length
	}
	return before, after
}
