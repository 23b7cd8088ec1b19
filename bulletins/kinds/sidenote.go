package kinds

import (
	"fmt"
	"hash/fnv"
	"strings"
	"unicode"
	"unicode/utf8"

	"safety365/bulletins"
	"safety365/bulletins/layout"
)

// sideMarks are the marks of side notes that have no room in the margin, and are
// footnotes beside the numbered ones. They begin again with each block of the text.
var sideMarks = []string{"*", "†", "‡", "§"}

// sideNote makes a side note, or the footnote that it is where the theme gives side
// notes no room.
func (m *maker) sideNote(at bulletins.Range, blocks func(role string) []layout.Block) *layout.Note {
	if width, _ := m.styles.theme.Sidenotes(); width > 0 {
		return &layout.Note{Side: true, Source: -1, Blocks: blocks("sidenote")}
	}
	if m.styles.theme.Typeset.Vertical() {
		m.report(bulletins.Info, "sidenote-vertical", at)
	}
	h := fnv.New64a()
	h.Write([]byte(m.top.Source))
	id := fmt.Sprintf("%x-%d", h.Sum64(), at.Start)
	return &layout.Note{ID: noteID + id, Back: backID + id, Source: -1, Blocks: blocks("footnote")}
}

// sideMark returns the mark of the next footnote that was a side note.
func (m *maker) sideMark() string {
	n := m.sides
	m.sides++
	return strings.Repeat(sideMarks[n%len(sideMarks)], n/len(sideMarks)+1)
}

// side makes a side note of a piece of a line. It belongs to the character before it.
func (w *inliner) side(s *bulletins.Span, r run) {
	n := w.sideNote(s.Range, func(role string) []layout.Block {
		style := w.styles.theme.Style(role)
		return []layout.Block{&layout.Text{Style: style, Inlines: w.inlines(s.Children, style), Lang: w.scene.lang}}
	})
	if !n.Side {
		n.Label = w.sideMark()
		r.style, r.link = w.styles.mark("footnotemark", r.style), nil
		w.add(layout.Inline{Text: n.Label, Source: int32(s.Start), Note: n}, r)
		return
	}
	last := len(w.out) - 1
	if last < 0 || strings.TrimSpace(w.out[last].Text) == "" || w.out[last].Note != nil || w.out[last].Ruby != "" || w.out[last].Side != nil {
		w.waiting = n
		return
	}
	// A run carries what belongs to its beginning; spaces at the end have no place.
	l := w.out[last]
	text := strings.TrimRightFunc(l.Text, unicode.IsSpace)
	_, size := utf8.DecodeLastRuneInString(text)
	if cut := len(text) - size; cut > 0 {
		w.out[last].Text = l.Text[:cut]
		l.Text, l.Source = l.Text[cut:], moved(l.Source, cut)
		w.out = append(w.out, l)
		last++
	}
	w.out[last].Side = n
}

// sideBlock makes a side note of a directive. It belongs to the text that follows.
func (m *maker) sideBlock(d *bulletins.Directive, at place) []layout.Block {
	if at.note {
		return m.blocks(d.Blocks, at.inside())
	}
	return []layout.Block{&layout.Aside{Note: m.sideNote(d.Range, func(role string) []layout.Block {
		inner := at.inside()
		inner.style, inner.note = m.styles.theme.Style(role), true
		return m.blocks(d.Blocks, inner)
	})}}
}
