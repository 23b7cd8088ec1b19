package word

import (
	"hash/fnv"
	"strconv"

	"safety365/bulletins/layout"
	"safety365/bulletins/page"
)

// paragraph is a paragraph as it was written: what review copies are compared with.
type paragraph struct {
	text   string
	pieces []piece
	top    int32  // top-level block, or -1
	note   string // the note that it is in
	cell   bool   // of a table or box
}

// piece is a stretch of a paragraph's text that stands in the source as it is.
type piece struct {
	at, length int
	source     int32 // offset in the top-level block; -1: words of ours or of the front matter
}

// markPrefix begins the names of the bookmarks that say which paragraph is which: the
// number of the paragraph and a hash of its text.
const markPrefix = "_s365_"

// lastMark is in place of the hash in the mark that says how many paragraphs there are.
const lastMark = "all"

func markName(n int, text string) string {
	return markPrefix + strconv.Itoa(n) + "_" + hashOf(text)
}

func hashOf(text string) string {
	h := fnv.New64a()
	h.Write([]byte(text))
	return strconv.FormatUint(h.Sum64(), 36)
}

// text writes a paragraph, with a label before it.
func (w *writer) text(t *layout.Text, c place, label *hanging) {
	room := max(c.room()-t.Style.Left-t.Style.Right, page.Pt)
	t, lines, wide := w.ruler.Initial(w.fit(t, room, c.frame != nil), room)
	base := w.flow.Theme.Style(t.Style.Role)
	s := scaled(t.Style, c.scale)
	w.styles[s.Role] = styleID(s.Role)
	sp := spacing{before: max(s.Before, w.gap), after: s.After, spread: t.Spread, free: hasPicture(t)}
	sp.before = max(sp.before-w.after, 0) // the larger of the two spaces counts, Word adds them
	if w.breaks == "page" && c.frame == nil || w.atTop {
		sp.before = 0
	}
	w.atTop = false
	w.gap, w.after = 0, s.After
	if label != nil {
		sp.hang = label.indent
	}
	if label != nil || lines > 0 {
		s = withoutIndent(s)
	}
	props := differing(w.paragraphProps(s, c, &sp), w.paragraphProps(base, place{}, nil))
	if s.Box.None() && !base.Box.None() { // the box is that of a frame round it
		props.add(noBorders(), el("w:shd").with("w:val", "clear", "w:color", "auto", "w:fill", "auto"))
	}
	if w.breaks == "page" {
		props.add(el("w:pageBreakBefore"))
	}
	if c.frame != nil {
		props.add(c.frame)
	}
	if s.Role != "body" {
		props.add(val("w:pStyle", styleID(s.Role)))
	}
	if t.Outline > 0 && t.Outline != headingLevel(s.Role) {
		props.add(val("w:outlineLvl", itoa(min(t.Outline, 9)-1)))
	}
	p := el("w:p", props)
	run := &runs{writer: w, p: p, style: s, base: base, lang: t.Lang, c: c, record: paragraph{top: w.top, note: w.noting, cell: !c.top}}
	if run.lang == "" {
		run.lang = w.lang
	}
	if w.breaks == "column" {
		p.add(el("w:r", el("w:br").with("w:type", "column")))
	}
	w.breaks = ""
	if label != nil {
		for i := range label.Inlines {
			run.inline(&label.Inlines[i], scaled(label.Style, c.scale))
		}
		if !label.full {
			run.tab()
		}
	}
	run.tabs(t, props)
	w.sidenotes(run)
	shown := w.ruler.Shown(t)
	same := len(shown) == len(t.Inlines)
	for i := range shown {
		if run.typed = ""; same {
			run.typed = t.Inlines[i].Text
		}
		if shown[i].Break && run.record.text == "" { // our pages have no line there
			continue
		}
		if i == 0 && lines > 0 {
			run.initial(&shown[0], lines, wide)
			continue
		}
		run.inline(&shown[i], s)
	}
	run.closeLink()
	props.sortKids(paragraphOrder)
	mark := w.bookmark(markName(w.numbered, run.record.text))
	p.kids = append([]*node{props, mark[0], mark[1]}, p.kids[1:]...)
	if t.ID != "" {
		p.add(w.bookmark(bookmarkName(t.ID))...)
	}
	w.written = append(w.written, run.record)
	w.numbered++
	w.into.add(p)
	if c.frame == nil {
		w.last = p
	}
}

// fit is a text at the size that it asks for. One that fills a line, and stands at a place
// of the sheet, is a little smaller in Word, which does not press its marks together.
func (w *writer) fit(t *layout.Text, room page.Length, fixed bool) *layout.Text {
	fitted := w.ruler.Fit(t, room)
	if !fixed && (t.Fit == nil || t.Fit.Lines != 1) {
		return fitted
	}
	wide := w.ruler.Line(fitted) + page.Pt
	if wide <= room || wide > room+fitted.Style.Size {
		return fitted
	}
	own, style := *fitted, *fitted.Style
	style.Size = style.Size.MulDiv(int64(room), int64(wide)) / (page.Pt / 2) * (page.Pt / 2)
	own.Style = &style
	return &own
}

func (w *writer) bookmark(name string) []*node {
	w.marks++
	id := itoa(w.marks)
	return []*node{el("w:bookmarkStart").with("w:id", id, "w:name", name), el("w:bookmarkEnd").with("w:id", id)}
}

// bookmarkName turns the name of a destination into one that Word takes.
func bookmarkName(id string) string { return "d_" + hashOf(id) }

func hasPicture(t *layout.Text) bool {
	for _, l := range t.Inlines {
		if l.Image != nil || l.Ruby != "" {
			return true
		}
	}
	return false
}
