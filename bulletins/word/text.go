package word

import (
	"hash/fnv"
	"strconv"
	"strings"
	"unicode"

	"safety365/bulletins/layout"
	"safety365/bulletins/page"
	"safety365/themes"
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
	base := w.flow.Theme.Style(t.Style.Role)
	s := scaled(t.Style, c.scale)
	w.styles[s.Role] = styleID(s.Role)
	sp := spacing{before: max(s.Before, w.gap), after: s.After, spread: t.Spread, free: hasPicture(t)}
	sp.before = max(sp.before-w.after, 0) // the larger of the two spaces counts, Word adds them
	w.gap, w.after = 0, s.After
	if label != nil {
		sp.hang = label.indent
		plain := *s
		plain.Indent = 0
		s = &plain
	}
	props := differing(w.paragraphProps(s, c, &sp), w.paragraphProps(base, place{}, nil))
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
		run.tab()
	}
	run.tabs(t, props)
	w.sidenotes(run)
	for i := range t.Inlines {
		run.inline(&t.Inlines[i], s)
	}
	run.closeLink()
	props.sortKids(paragraphOrder)
	mark := w.bookmark(markName(len(w.written), run.record.text))
	p.kids = append([]*node{props, mark[0], mark[1]}, p.kids[1:]...)
	if t.ID != "" {
		p.add(w.bookmark(bookmarkName(t.ID))...)
	}
	w.written = append(w.written, run.record)
	w.into.add(p)
	if c.frame == nil {
		w.last = p
	}
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

// runs writes the pieces of a paragraph.
type runs struct {
	*writer
	p           *node
	style, base *themes.Style
	lang        string
	c           place
	link        *layout.Link
	linked      *node
	record      paragraph
}

// tabs sets the stop at the right for text that a fill sends there.
func (r *runs) tabs(t *layout.Text, props *node) {
	for _, l := range t.Inlines {
		if !l.Fill {
			continue
		}
		leader := map[string]string{"…": "dot", ".": "dot", "·": "middleDot", "_": "underscore", "-": "hyphen"}[l.Leader]
		tab := el("w:tab").with("w:val", "right", "w:pos", twips(r.c.width-r.c.right-r.style.Right))
		if leader != "" {
			tab.with("w:leader", leader)
		}
		props.add(el("w:tabs", tab))
		return
	}
}

// inline writes a piece in the look of a paragraph, or in its own.
func (r *runs) inline(l *layout.Inline, paragraph *themes.Style) {
	s := paragraph
	if l.Style != nil {
		s = scaled(l.Style, r.c.scale)
	}
	lang := l.Lang
	if lang == "" {
		lang = r.lang
	}
	r.enterLink(l.Link)
	switch {
	case l.Note != nil:
		r.note(l.Note, s)
		return
	case l.Image != nil:
		r.into().add(r.inlinePicture(l.Image, s))
		return
	case l.Break:
		r.into().add(el("w:r", el("w:br")))
		r.record.text += "\n"
		return
	case l.Fill:
		r.tab()
		return
	case l.PageOf != "":
		r.pageOf(l, s, lang)
		return
	case l.Ruby != "":
		r.ruby(l, s, lang)
		return
	}
	if l.Side != nil {
		defer r.note(l.Side, r.flow.Theme.Inline("footnotemark", r.style))
	}
	r.words(l.Text, l.Source, s, lang)
}

// words writes text. What it is in the source is kept for review copies.
func (r *runs) words(text string, source int32, s *themes.Style, lang string) {
	if text == "" {
		return
	}
	r.record.pieces = append(r.record.pieces, piece{len(r.record.text), len(text), source})
	r.record.text += text
	run := el("w:r", r.props(s, lang, text))
	for i, line := range strings.Split(text, "\n") {
		if i > 0 {
			run.add(el("w:br"))
		}
		for k, part := range strings.Split(line, "\t") {
			if k > 0 {
				run.add(el("w:tab"))
			}
			if part != "" {
				run.add(el("w:t", words(part)).with("xml:space", "preserve"))
			}
		}
	}
	r.into().add(run)
}

// props are the properties of a run: what its style differs by from the paragraph's.
func (r *runs) props(s *themes.Style, lang, text string) *node {
	out := differing(r.runProps(s, lang), r.runProps(r.base, r.writer.lang))
	if isInline(s.Role) {
		out.add(val("w:rStyle", styleID(s.Role)))
	}
	if strings.HasPrefix(lang, "zh") && strings.ContainsAny(text, "“”‘’—…·×→") {
		fonts := out.child("w:rFonts")
		if fonts == nil {
			fonts = el("w:rFonts")
			out.add(fonts)
		}
		fonts.with("w:hint", "eastAsia")
	}
	if !s.Box.None() && s.Box.Fill.Space != page.NoColor && s != r.style {
		out.add(shade(s.Box.Fill))
	}
	if len(out.kids) == 0 {
		return nil
	}
	return out.sortKids(runOrder)
}

func isInline(role string) bool {
	for _, r := range inlineRoles {
		if r == role {
			return true
		}
	}
	return false
}

func (r *runs) tab() {
	r.into().add(el("w:r", el("w:tab")))
	r.record.text += "\t"
}

func (r *runs) into() *node {
	if r.linked != nil {
		return r.linked
	}
	return r.p
}

// enterLink opens and closes links round the pieces.
func (r *runs) enterLink(l *layout.Link) {
	if l == r.link {
		return
	}
	r.closeLink()
	if l == nil || l.URI == "" && l.Dest == "" {
		return
	}
	r.link, r.linked = l, el("w:hyperlink")
	if l.URI == "" {
		r.linked.with("w:anchor", bookmarkName(l.Dest))
		return
	}
	if r.links[l.URI] == "" {
		r.links[l.URI] = r.relate("hyperlink", l.URI, "External")
	}
	r.linked.with("r:id", r.links[l.URI])
}

func (r *runs) closeLink() {
	if r.linked != nil && len(r.linked.kids) > 0 {
		r.p.add(r.linked)
	}
	r.link, r.linked = nil, nil
}

// pageOf writes the number of a page as a field.
func (r *runs) pageOf(l *layout.Inline, s *themes.Style, lang string) {
	if r.pages == nil {
		r.destinations()
	}
	number := "?"
	if n, ok := r.pages[l.PageOf]; ok {
		number = itoa(n)
	}
	props := r.props(s, lang, number)
	r.into().add(field("PAGEREF "+bookmarkName(l.PageOf)+" \\h", number, props)...)
}

// field is what Word fills in, with what it shows until then.
func field(code, shown string, props *node) []*node {
	run := func(n *node) *node {
		if props == nil {
			return el("w:r", n)
		}
		return el("w:r", props, n)
	}
	char := func(kind string) *node { return run(el("w:fldChar").with("w:fldCharType", kind)) }
	return []*node{char("begin"), run(el("w:instrText", words(" "+code+" ")).with("xml:space", "preserve")),
		char("separate"), run(el("w:t", words(shown)).with("xml:space", "preserve")), char("end")}
}

// ruby writes text with its reading above it.
func (r *runs) ruby(l *layout.Inline, s *themes.Style, lang string) {
	half := *s
	half.Size = s.Size / 2
	align := "center"
	if !strings.ContainsFunc(l.Ruby, unicode.IsLetter) {
		align = "distributeSpace"
	}
	r.record.pieces = append(r.record.pieces, piece{len(r.record.text), len(l.Text), l.Source})
	r.record.text += l.Text
	tag, _, _ := strings.Cut(lang, "-")
	if tag == "zh" {
		tag = r.langAttrs(lang)[3]
	}
	text := func(t string, s *themes.Style) *node {
		return el("w:r", r.runProps(s, lang), el("w:t", words(t)).with("xml:space", "preserve"))
	}
	r.into().add(el("w:r", el("w:ruby",
		el("w:rubyPr", val("w:rubyAlign", align), val("w:hps", fraction(half.Size, 2)), val("w:hpsRaise", fraction(s.Size, 2)), val("w:hpsBaseText", fraction(s.Size, 2)), val("w:lid", tag)),
		el("w:rt", text(l.Ruby, &half)), el("w:rubyBase", text(l.Text, s)))))
}
