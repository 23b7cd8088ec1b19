package word

import (
	"net/url"
	"strings"
	"unicode"

	"safety365/bulletins/layout"
	"safety365/bulletins/page"
	"safety365/themes"
)

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
	typed       string // the piece that is being written, as it stands in the source
}

// leaders are the ways in which Word fills what is before a stop.
var leaders = map[string]string{"…": "dot", ".": "dot", "·": "middleDot", "_": "underscore", "-": "hyphen"}

// tabs sets the stops for text that fills send on: they share what the line leaves. The
// last one is at the right.
func (r *runs) tabs(t *layout.Text, props *node) {
	var fills []int
	for i, l := range t.Inlines {
		if l.Fill {
			fills = append(fills, i)
		}
	}
	if len(fills) == 0 {
		return
	}
	stops := el("w:tabs")
	left, right := r.c.left+r.style.Left+max(r.style.Indent, 0), r.c.width-r.c.right-r.style.Right
	spare := max(right-left-r.ruler.Line(t), 0) / page.Length(len(fills))
	for k, i := range fills {
		kind, at := "right", right
		if k < len(fills)-1 {
			before := *t
			before.Inlines = t.Inlines[:i]
			kind, at = "left", left+r.ruler.Line(&before)+page.Length(k+1)*spare
		}
		tab := el("w:tab").with("w:val", kind, "w:pos", twips(at))
		if leader := leaders[t.Inlines[i].Leader]; leader != "" {
			tab.with("w:leader", leader)
		}
		stops.add(tab)
	}
	props.add(stops)
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
		defer r.side(l.Side)
	}
	r.words(l.Text, l.Source, s, lang)
}

// words writes text. What it is in the source is kept for review copies.
func (r *runs) words(text string, source int32, s *themes.Style, lang string) {
	if text == "" {
		return
	}
	r.keep(text, source)
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

// keep notes which text was written. What is shown otherwise than it was typed, such as
// quotation marks, stands nowhere in the source.
func (r *runs) keep(text string, source int32) {
	add := func(from, to int, source int32) {
		if from < to {
			r.record.pieces = append(r.record.pieces, piece{len(r.record.text), to - from, source})
			r.record.text += text[from:to]
		}
	}
	if r.typed == "" || r.typed == text || source < 0 {
		add(0, len(text), source)
		return
	}
	at, typed := 0, 0
	for _, e := range compareTexts(r.typed, text) {
		same := e.from - typed
		add(at, at+same, source+int32(typed))
		add(at+same, at+same+len(e.with), -1)
		at, typed = at+same+len(e.with), e.to
	}
	add(at, len(text), source+int32(typed))
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
	if l == nil {
		return
	}
	to := address(l.URI)
	switch {
	case to != "":
		if r.links[to] == "" {
			r.links[to] = r.relate("hyperlink", to, "External")
		}
		r.link, r.linked = l, el("w:hyperlink").with("r:id", r.links[to])
	case l.Dest != "":
		r.link, r.linked = l, el("w:hyperlink").with("w:anchor", bookmarkName(l.Dest))
	}
}

// address is an address as it may stand in a file, or "" if it is none: Word does not
// open a file with one that is wrong.
func address(uri string) string {
	u, err := url.Parse(uri)
	if err != nil || u.Opaque == "" && u.Host == "" && u.Path == "" {
		return ""
	}
	return raw.Replace(u.String())
}

// raw are the characters that url.URL leaves as they are in queries.
var raw = strings.NewReplacer(" ", "%20", `"`, "%22", "<", "%3C", ">", "%3E", `\`, "%5C", "^", "%5E", "`", "%60", "{", "%7B", "|", "%7C", "}", "%7D")

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
