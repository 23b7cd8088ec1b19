package layout

import (
	"errors"
	"io/fs"
	"maps"
	"slices"
	"strings"
	"sync"

	"safety365/bulletins/page"
	"safety365/bulletins/paragraph"
	"safety365/fonts"
	"safety365/themes"
)

// text sets a paragraph or heading: a unit for each line.
func (b *builder) text(t *Text, e env) {
	tag := int32(0)
	if t.Tag != artifact {
		role := t.Tag
		if role == "" {
			role = page.RoleP
		}
		node := page.Tag{Role: role}
		if t.Lang != "" && t.Lang != b.press.lang {
			node.Lang = t.Lang
		}
		tag = b.tag(e.tag, node)
	}
	s := t.Style
	x, w := e.x+s.Left, max(e.w-s.Left-s.Right, s.Size)
	var box *frame
	if !s.Box.None() {
		box = &frame{parent: e.frame, box: s.Box, x: x, w: w}
		x += s.Box.PadX + s.Box.BarSize
		w = max(w-2*s.Box.PadX-s.Box.BarSize, s.Size)
	}
	p, links := b.paragraph(t, e.tag, tag, w)
	from := len(b.out.units)
	e2 := e
	if box != nil {
		e2.frame = box
	}
	for i := range p.Lines {
		b.add(b.lineUnit(t, &p.Lines[i], x, links), e2)
	}
	b.out.paragraphs++
	units := b.out.units[from:]
	if len(units) == 0 {
		return
	}
	first, last := &units[0], &units[len(units)-1]
	first.before, last.after = s.Before, s.After
	if box != nil {
		first.padTop, last.padBottom = s.Box.PadY, s.Box.PadY
	}
	first.keep = first.keep || len(units) > 1 // two lines before a page break
	if len(units) > 1 {
		units[len(units)-2].keep = true // and two after it
	}
	for i := range units[:len(units)-1] {
		units[i].keep = units[i].keep || s.KeepTogether
	}
	last.keep = s.KeepNext
	first.follow = s.KeepPrevious
	if t.Outline > 0 {
		first.outline = &outline{title: plain(t), level: t.Outline, id: t.ID, tag: tag}
	}
	if t.ID != "" {
		first.dests = append(first.dests, t.ID)
	}
}

// lineUnit wraps a line.
func (b *builder) lineUnit(t *Text, line *paragraph.Line, x page.Length, links []Link) unit {
	s := t.Style
	u := unit{height: s.Leading}
	base := baselineIn(s.Leading, s.Size)
	if line.Above > base {
		u.height += line.Above - base
		base = line.Above
	}
	if below := base + line.Below - u.height; below > 0 {
		u.height += below
	}
	u.content = &lineUnit{line: line, x: x, baseline: base, role: s.Role, paragraph: b.out.paragraphs, links: links}
	for _, a := range line.Anchors {
		n := int32(a) - 1
		u.notes = append(u.notes, n)
		u.dests = append(u.dests, b.out.notes[n].Back)
	}
	return u
}

// paragraph sets a paragraph in width w.
func (b *builder) paragraph(t *Text, _, tag int32, w page.Length) (*paragraph.Paragraph, []Link) {
	in, links := b.input(t, tag)
	in.Measure = w
	return b.lines(in), links
}

// lines sets a paragraph and reports what it found amiss.
func (b *builder) lines(in *paragraph.Input) *paragraph.Paragraph {
	p := b.setter.Set(in)
	for _, m := range p.Missing {
		b.problem("missing-glyph", m.Source, "char", string(m.Rune), "code", codePoint(m.Rune))
	}
	for _, f := range p.Fallbacks {
		b.out.fallbacks = append(b.out.fallbacks, Fallback{Char: f.Rune, Wanted: f.Wanted.Name(), Used: f.Used.Name(), Offset: f.Source})
	}
	for i := range p.Lines {
		l := &p.Lines[i]
		if l.Overfull > page.Pt/100 {
			b.problem("line-overfull", source(l), "by", l.Overfull.Decimal(1), "text", excerpt(l))
		} else if l.Emergency {
			b.problem("line-emergency", source(l), "text", excerpt(l))
		}
	}
	return p
}

func (b *builder) problem(code string, offset int32, args ...string) {
	p := Problem{Code: code, Block: -1, Offset: offset, Args: map[string]string{}}
	for i := 0; i+1 < len(args); i += 2 {
		p.Args[args[i]] = args[i+1]
	}
	b.out.problems = append(b.out.problems, p)
}

// input turns a Text into what package paragraph sets.
func (b *builder) input(t *Text, tag int32) (*paragraph.Input, []Link) {
	s, ts := t.Style, &b.press.theme.Typeset
	lang := t.Lang
	if lang == "" {
		lang = b.press.lang
	}
	inlines := t.Inlines
	if ts.Normalise && isHan(lang) && !t.Literal {
		inlines = normalise(inlines)
	}
	in := &paragraph.Input{
		Lang:     lang,
		Rules:    rules(ts, lang),
		Align:    paragraph.Align(s.Align),
		Indent:   s.Indent,
		Balance:  s.Balance,
		Hyphens:  s.Hyphens && !t.Literal,
		Vertical: b.press.vertical,
		Runs:     make([]paragraph.Run, 0, len(inlines)),
	}
	// Text among other nodes needs nodes of its own to keep its place.
	mixed := false
	for i := range inlines {
		l := &inlines[i]
		mixed = mixed || l.Link != nil || l.Note != nil || l.Image != nil || l.Ruby != "" || l.Lang != "" && l.Lang != lang
	}
	spans := spanTags{b: b, parent: tag, mixed: mixed && tag != 0}
	var links []Link
	for i := range inlines {
		l := &inlines[i]
		style := l.Style
		if style == nil {
			style = s
		}
		runLang := l.Lang
		if runLang == "" {
			runLang = lang
		}
		text := l.Text
		if l.PageOf != "" {
			text = b.press.pageNumber(l.PageOf)
		}
		run := paragraph.Run{Text: text, Source: l.Source, Break: l.Break}
		run.Format = b.press.formats.get(b.press.theme, formatKey{style, runLang, l.Code || t.Literal, t.Literal})
		run.Tag = spans.of(l, lang)
		if l.Ruby != "" {
			run.Ruby, run.RubyTag = l.Ruby, run.Tag
			if run.Tag != 0 {
				run.RubyTag = run.Tag + 1
			}
		}
		if l.Link != nil {
			if len(links) == 0 || i == 0 || inlines[i-1].Link != l.Link {
				links = append(links, *l.Link)
			}
			run.Link = int32(len(links))
		}
		if l.Note != nil {
			links = append(links, Link{Dest: l.Note.ID})
			run.Link = int32(len(links))
			b.out.notes = append(b.out.notes, l.Note)
			run.Anchor = int32(len(b.out.notes))
			run.Solid = true
		}
		if l.Image != nil {
			run.Box = b.inlineImage(l.Image, style, run.Tag)
		}
		in.Runs = append(in.Runs, run)
	}
	return in, links
}

// pageNumber returns the number of the page that a destination is on, as printed.
func (p *press) pageNumber(dest string) string {
	if n, ok := p.dests[dest]; ok {
		return itoa(n + 1)
	}
	return "?"
}

// spanTags gives the inlines of a paragraph their tags.
type spanTags struct {
	b       *builder
	parent  int32
	mixed   bool
	content int32 // the open node of plain text
	link    *Link
	linkTag int32
}

func (st *spanTags) of(l *Inline, lang string) int32 {
	if !st.mixed {
		return st.parent
	}
	foreign := l.Lang != "" && l.Lang != lang
	parent := st.parent
	if l.Link != nil {
		if l.Link != st.link {
			st.link, st.linkTag = l.Link, st.b.tag(st.parent, page.Tag{Role: page.RoleLink})
		}
		st.content = 0
		if !foreign && l.Image == nil && l.Ruby == "" {
			return st.b.tag(st.linkTag, page.Tag{Role: page.RoleContent})
		}
		parent = st.linkTag
	} else {
		st.link = nil
	}
	switch {
	case l.Note != nil:
		st.content = 0
		ref := st.b.tag(parent, page.Tag{Role: page.RoleReference})
		return st.b.tag(ref, page.Tag{Role: page.RoleLink})
	case l.Image != nil:
		st.content = 0
		return st.b.tag(parent, page.Tag{Role: page.RoleFigure, Alt: l.Image.Alt})
	case l.Ruby != "":
		st.content = 0
		ruby := st.b.tag(parent, page.Tag{Role: page.RoleRuby})
		base := st.b.tag(ruby, page.Tag{Role: page.RoleRB})
		st.b.tag(ruby, page.Tag{Role: page.RoleRT})
		return base
	case foreign:
		st.content = 0
		return st.b.tag(parent, page.Tag{Role: page.RoleSpan, Lang: l.Lang})
	}
	if st.content == 0 {
		st.content = st.b.tag(parent, page.Tag{Role: page.RoleContent})
	}
	return st.content
}

func rules(ts *themes.Typeset, lang string) paragraph.Rules {
	return paragraph.Rules{
		Kinsoku:   map[string]paragraph.Kinsoku{"none": paragraph.KinsokuNone, "basic": paragraph.KinsokuBasic, "strict": paragraph.KinsokuStrict}[ts.Kinsoku],
		Compress:  map[string]paragraph.Compression{"none": paragraph.CompressNone, "tight": paragraph.CompressTight}[ts.Compress],
		Autospace: page.Length(ts.Autospace),
		Orphans:   ts.Orphans == "allow",
		Counters:  ts.Counters == "split",
		Hanging:   ts.Hanging,
		Protrude:  !isHan(lang),
	}
}

// formats keeps the formats of a theme, so that each is one pointer and its fonts
// are looked up once. It may be used from any goroutine.
type formats struct {
	m   sync.Map
	of  sync.Map                 // variants of styles, see [formats.variant]
	own map[string][]*fonts.Face // the user's fonts by role
}

// newFormats finds the fonts that a theme names beside the bundled ones.
func newFormats(t *themes.Theme) (*formats, []Problem) {
	f := &formats{own: map[string][]*fonts.Face{}}
	var problems []Problem
	for _, role := range slices.Sorted(maps.Keys(t.Fonts)) {
		for _, name := range t.Fonts[role] {
			face, err := fonts.Bundled(name)
			code := ""
			if err != nil {
				face, err = fonts.System(name)
				code = "font-system"
			}
			switch {
			case errors.Is(err, fs.ErrNotExist):
				code = "font-not-found"
			case err != nil:
				code = "font-refused"
			default:
				f.own[role] = append(f.own[role], face)
			}
			if code != "" {
				problems = append(problems, Problem{Code: code, Block: -1, Offset: -1, Args: map[string]string{"font": name, "role": role}})
			}
		}
	}
	return f, problems
}

// family returns the chain of faces of a role, the user's own first.
func (f *formats) family(role, instead string, style fonts.Style, lang string) *fonts.Family {
	family, err := fonts.Lookup(role, style, lang)
	if err != nil {
		family, _ = fonts.Lookup(instead, style, lang)
	}
	if own := f.own[role]; len(own) > 0 {
		return family.Before(own)
	}
	return family
}

type formatKey struct {
	style *themes.Style
	lang  string
	code  bool
	// literal text is set in columns.
	literal bool
}

func (f *formats) get(t *themes.Theme, key formatKey) *paragraph.Format {
	if v, ok := f.m.Load(key); ok {
		return v.(*paragraph.Format)
	}
	s := key.style
	style := fonts.Style{Bold: s.Bold, Italic: s.Italic}
	format := &paragraph.Format{
		Han: f.family(s.Font, "song", style, key.lang), Latin: f.family(s.Latin, "latin-serif", style, key.lang), Size: s.Size, Color: s.Color, Lang: key.lang, Tracking: s.Tracking,
		Features: s.Features, Rise: s.Raise, Strike: s.Strike, Underline: s.Underline, Fill: s.Box.Fill, Code: key.code, Literal: key.literal,
		Sign: map[string]paragraph.Sign{"dots": paragraph.Dots, "name": paragraph.NameLine, "book": paragraph.BookLine}[s.Sign],
	}
	v, _ := f.m.LoadOrStore(key, format)
	return v.(*paragraph.Format)
}

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
	text := []rune(b.String())
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
