package word

import (
	"safety365/bulletins/layout"
	"safety365/bulletins/page"
)

// section is what pages and columns of a stretch of text are like.
type section struct {
	columns int
	gap     page.Length
	rule    bool
	wide    bool // landscape pages
}

// plain is the section of text that nothing is said about.
func (w *writer) plain() section {
	t := w.flow.Theme
	return section{columns: max(t.Page.Columns, 1), gap: t.Columns.Gap, rule: t.Columns.Rule.Width > 0}
}

// enter opens the section that a block at the top level stands in.
func (w *writer) enter(b layout.Block) {
	switch b.(type) {
	case *layout.Columns, *layout.Across, *layout.Turn, *layout.Fixed, *layout.Skip, *layout.Aside:
		return
	}
	if !w.begun {
		w.open, w.begun, w.begins = w.plain(), true, "nextPage"
	}
}

// change ends the open section, if it is another, and opens the next one.
func (w *writer) change(to section) {
	switch {
	case !w.begun:
		w.open, w.begun, w.begins = to, true, "nextPage"
		return
	case to == w.open:
		return
	}
	p := w.last
	if p == nil || p.kids[0].child("w:sectPr") != nil {
		p = spacer(page.Pt)
		w.into.add(p)
	}
	p.kids[0].add(w.sectPr())
	w.begins = "continuous"
	if to.wide != w.open.wide {
		w.begins = "nextPage"
		w.after = 0
	}
	w.open, w.last = to, p
}

// columns writes text in columns.
func (w *writer) columns(b *layout.Columns, c place) {
	if !c.top || w.open.columns > 1 && w.begun {
		w.blocks(b.Blocks, c)
		return
	}
	before := w.plain()
	w.change(section{columns: max(b.Count, 1), gap: b.Gap, rule: b.Rule.Width > 0})
	inner := c
	n := page.Length(max(b.Count, 1))
	inner.width = (c.width - (n-1)*b.Gap) / n
	w.blocks(b.Blocks, inner)
	w.change(before)
}

// across writes what goes across columns.
func (w *writer) across(b *layout.Across, c place) {
	if !c.top {
		w.blocks(b.Blocks, c)
		return
	}
	before := w.open
	if !w.begun {
		before = w.plain()
	}
	one := before
	one.columns, one.rule, one.gap = 1, false, 0
	if before.columns <= 1 {
		one = before
	}
	w.change(one)
	c.width = w.flow.Theme.Area(1).W
	w.blocks(b.Blocks, c)
	w.change(before)
}

// turn writes landscape pages.
func (w *writer) turn(b *layout.Turn, c place) {
	before := w.plain()
	w.change(section{columns: 1, wide: true})
	p := &w.flow.Theme.Page
	c.width = p.Size.H - p.Top - p.Bottom
	w.blocks(b.Blocks, c)
	w.change(before)
}

// rise is how much higher a line begins in Word than on our page, where the first
// line's characters touch the top of the type area. Word stands a line of a fixed height
// on a baseline at four fifths of it.
func (w *writer) rise() (above, below page.Length) {
	s := w.flow.Theme.Style("body")
	em := s.Size
	if w.flow.Theme.Typeset.Grid.None() {
		return 0, 0
	}
	above = s.Leading*4/5 - em*88/100
	return above, s.Leading - em - above
}

// sectPr is the open section.
func (w *writer) sectPr() *node {
	t := w.flow.Theme
	p := t.Page
	n := el("w:sectPr")
	w.furniture(n)
	n.add(w.footnoteProps(), val("w:type", w.begins))
	above, below := w.rise()
	top, bottom, left, right := p.Top-above, p.Bottom-below, p.Inner, p.Outer
	area := t.Area(1)
	if spare := p.Size.W - p.Inner - p.Outer - area.W; spare > 0 && !t.Typeset.Vertical() {
		right += spare // a measure narrower than the type area
	}
	right -= w.roundedCells(p.Size.W - left - right)
	size := el("w:pgSz")
	if w.open.wide {
		size.with("w:w", twips(p.Size.H), "w:h", twips(p.Size.W), "w:orient", "landscape")
		top, right, bottom, left = p.Inner, p.Top, p.Outer, p.Bottom
	} else {
		size.with("w:w", twips(p.Size.W), "w:h", twips(p.Size.H))
	}
	header := min(p.HeaderAt-t.Style("header").Size, top-t.Style("header").Leading)
	footer := min(p.FooterAt-t.Style("footer").Size/5, bottom-t.Style("footer").Leading)
	n.add(size, el("w:pgMar").with("w:top", twips(top), "w:right", twips(right), "w:bottom", twips(bottom), "w:left", twips(left),
		"w:header", twips(max(header, 0)), "w:footer", twips(max(footer, 0)), "w:gutter", "0"))
	cols := el("w:cols").with("w:num", itoa(max(w.open.columns, 1)), "w:space", twips(w.open.gap))
	if w.open.rule {
		cols.with("w:sep", "1")
	}
	n.add(cols)
	if first := t.Furniture.Header.First != nil || t.Furniture.Footer.First != nil; first && (w.begins != "continuous" && !w.shownFirst()) {
		n.add(el("w:titlePg"))
	}
	if t.Typeset.Vertical() {
		n.add(val("w:textDirection", "tbRl"))
	}
	return n.add(w.docGrid())
}

const twip = page.Pt / 20

// pitches is a height of lines of the grid in whole twips, so that as many fit on a page
// as the grid has.
func (w *writer) pitches(leading page.Length) page.Length {
	if g := w.flow.Theme.Typeset.Grid; g.On(leading) {
		return leading / g.Pitch * (g.Pitch - g.Pitch%twip)
	}
	return leading
}

// onGrid is a distance from the top of the type area, down to the next line of the grid.
func (w *writer) onGrid(y page.Length) page.Length {
	return w.pitches(w.flow.Theme.Typeset.Grid.Up(y))
}

// roundedCells is what the cells of a line take more than a width, since Word counts what
// is between characters in whole twips.
func (w *writer) roundedCells(width page.Length) page.Length {
	g := w.flow.Theme.Typeset.Grid
	if g.None() {
		return 0
	}
	s := w.flow.Theme.Style("body")
	cell := s.Size + (pitch(s)-twip/2)/twip*twip
	if pitch(s) > 0 {
		cell = s.Size + (pitch(s)+twip/2)/twip*twip
	}
	return max(page.Length(g.Chars)*cell-width+2*twip, 0)
}

// shownFirst says that the first page of the document has been in a section before.
func (w *writer) shownFirst() bool {
	shown := w.titled
	w.titled = true
	return shown
}

// docGrid is the grid of official documents as Word has it: exact pitches of lines and
// characters, whatever the size of the type.
func (w *writer) docGrid() *node {
	g := w.flow.Theme.Typeset.Grid
	if g.None() || w.open.wide {
		return nil
	}
	body := w.flow.Theme.Style("body")
	cell := g.Cell
	return el("w:docGrid").with("w:type", "linesAndChars", "w:linePitch", twips(w.pitches(g.Pitch)), "w:charSpace", fraction(cell-body.Size, 4096))
}

func (w *writer) footnoteProps() *node {
	notes := &w.flow.Theme.Footnotes
	format := noteFormats[notes.Marks]
	if format == "" {
		format = "decimal"
	}
	n := el("w:footnotePr", val("w:numFmt", format))
	if notes.Restart == "page" {
		n.add(val("w:numRestart", "eachPage"))
	}
	return n
}

// sectionEnd is the section that the file ends in.
func (w *writer) sectionEnd() *node {
	if !w.begun {
		w.open, w.begins = w.plain(), "nextPage"
	}
	if w.last == nil || w.last != w.into.kids[len(w.into.kids)-1] { // a file ends in a paragraph
		w.into.add(spacer(page.Pt))
	}
	last := w.into.kids[len(w.into.kids)-1]
	last.add(w.bookmark(markPrefix + itoa(w.numbered) + "_" + lastMark)...)
	return w.sectPr()
}
