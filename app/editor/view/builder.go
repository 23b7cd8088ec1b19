package view

import (
	"strings"
	"unicode/utf8"

	"safety365/bulletins"
	"safety365/bulletins/page"
)

// builder makes a column of a unit's source. It goes through the source once, from the
// first byte to the last: at is how far it has come, and what it passes over without
// showing it is either a mark or shown as it was typed.
type builder struct {
	v   *View
	col *column
	src string
	at  int

	anchor int // a place in the source whose marks are shown; -1: none
	notes  []*bulletins.Note

	x, w  page.Length
	y     page.Length
	space page.Length // wanted before what comes next
	empty bool        // nothing stands in the column yet
	fresh bool        // nor in the frame that was opened last
	inset bool        // spaces that open a line belong to a list or a note
	bad   bool        // the parser's places cannot be right
	body  style       // of text at this depth
	depth int         // of quotations
	list  int         // of lists

	parting int64 // the space between paragraphs, in hundredths of an em
}

func (v *View) builder(src string, anchor int) *builder {
	return &builder{
		v: v, col: &column{}, src: src, anchor: anchor, empty: true, parting: 45,
		w:    v.measure,
		body: style{size: v.state.Size, ink: textInk},
	}
}

// em returns so many hundredths of the size of body text.
func (b *builder) em(percent int64) page.Length { return b.v.state.Size.MulDiv(percent, 100) }

// leave asks for space before what comes next; the largest wish is granted.
func (b *builder) leave(space page.Length) { b.space = max(b.space, space) }

// begin returns where the next thing starts.
func (b *builder) begin() page.Length {
	switch {
	case b.empty:
		b.col.above = max(b.col.above, b.space)
	case !b.fresh:
		b.y += b.space
	}
	b.space, b.empty, b.fresh = 0, false, false
	return b.y
}

// frame starts something that stands round what comes next, without space between.
func (b *builder) frame() page.Length {
	y := b.begin()
	b.fresh = true
	return y
}

// narrower sets what f makes between narrower edges.
func (b *builder) narrower(left, right page.Length, f func()) {
	x, w := b.x, b.w
	b.x, b.w = x+left, max(w-left-right, b.em(200))
	f()
	b.x, b.w = x, w
}

// finish returns the column.
func (b *builder) finish() *column {
	b.col.height, b.col.below = b.y, b.space
	return b.col
}

// set breaks a piece into rows and puts it under what is there.
func (b *builder) set(p *piece) {
	b.prepare(p)
	p.x, p.w = b.x, max(b.w, p.size)
	p.wrap()
	p.y = b.begin()
	b.y += p.h
	b.col.pieces = append(b.col.pieces, *p)
}

// prepare completes the cells of a piece.
func (b *builder) prepare(p *piece) {
	if p.style == 0 {
		p.style = b.v.styleOf(b.body)
	}
	for i := 1; i < len(p.cells); i++ {
		a, c := &p.cells[i-1], &p.cells[i]
		if a.kind != textCell || c.kind != textCell || b.v.styles[a.style].font.role == mono {
			continue
		}
		switch {
		case spaced(a, c):
			a.advance += p.size / 8
		case b.v.closes && squeezed(a, c) && a.advance == b.v.styles[a.style].size:
			a.advance /= 2
		}
	}
	b.compose(p)
}

// compose puts what an input method composes into the piece that holds the caret.
func (b *builder) compose(p *piece) {
	text, at := b.v.state.Preedit.Text, b.v.composing
	if text == "" || at < 0 || at < p.from || at > p.to {
		return
	}
	b.v.composing = -1
	i := p.stopAt(at)
	s := b.v.styles[p.style]
	if i > 0 {
		s = b.v.styles[p.cells[i-1].style]
	}
	s.deco = s.deco&^coded | underlined
	s.ink = textInk
	var cells []cell
	for rest := text; rest != ""; {
		n := cluster(rest)
		c := b.v.cell(rest[:n], s)
		c.kind, c.from, c.to, c.stop = preeditCell, int32(at), int32(at), int32(at)
		cells = append(cells, c)
		rest = rest[n:]
	}
	p.composed = [2]int{i, i + len(cells)}
	p.cells = append(p.cells[:i:i], append(cells, p.cells[i:]...)...)
}

// cell makes a cell of a character.
func (v *View) cell(text string, s style) cell {
	c := cell{text: text, style: v.styleOf(s)}
	r, n := utf8.DecodeRuneInString(text)
	switch f := v.fontOf(s.font); {
	case r == '\t':
		c.kind, c.advance = blankCell, s.size*2
	case r == ' ' || r == '\u3000' || r == '\u00a0':
		c.kind, c.advance = blankCell, s.size.MulDiv(int64(v.library.glyph(f, r).advance), 1<<16)
	case n < len(text):
		c.kind = clusterCell
		_, _, c.advance = v.library.cluster(f, text, s.size)
	default:
		g := v.library.glyph(f, r)
		c.glyph, c.face, c.advance = g.id, g.face, s.size.MulDiv(int64(g.advance), 1<<16)
	}
	c.advance = max(c.advance, s.size/8) // so that the caret stands elsewhere on its other side
	return c
}

func (v *View) fontOf(key fontKey) *font {
	if v.lastFont == nil || v.lastFontKey != key {
		v.lastFont, v.lastFontKey = v.library.font(key), key
	}
	return v.lastFont
}

// words makes cells of text that is not the document's, cut to a width.
func (v *View) words(text string, s style, width page.Length) ([]cell, page.Length) {
	var cells []cell
	w := page.Length(0)
	for text != "" && w <= width {
		n := cluster(text)
		c := v.cell(strings.ReplaceAll(text[:n], "\n", " "), s)
		cells, w, text = append(cells, c), w+c.advance, text[n:]
	}
	if w <= width {
		return cells, w
	}
	dots := v.cell("…", s)
	for ; len(cells) > 0 && w+dots.advance > width; cells = cells[:len(cells)-1] {
		w -= cells[len(cells)-1].advance
	}
	return append(cells, dots), w + dots.advance
}

// label puts words on a baseline and returns where they end.
func (b *builder) label(text string, s style, x, base, width page.Length) page.Length {
	words, w := b.v.words(text, s, width)
	if len(words) > 0 {
		b.col.labels = append(b.col.labels, label{words, x, base})
	}
	return x + w
}

// bad says whether something claims source that was passed already.
func (b *builder) passed(at int) bool { return at < b.at || at > len(b.src) }

// lineEnd returns the end of the line that a place is on.
func (b *builder) lineEnd(at int) int {
	if i := strings.IndexByte(b.src[at:], '\n'); i >= 0 {
		return at + i
	}
	return len(b.src)
}
