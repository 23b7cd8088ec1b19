package layout

import (
	"safety365/bulletins/page"
	"safety365/bulletins/paragraph"
	"safety365/themes"
)

// input turns a Text into what package paragraph sets.
func (b *builder) input(t *Text, tag int32) (*paragraph.Input, []Link) {
	s, ts := t.Style, &b.press.theme.Typeset
	lang := b.press.langOf(t.Lang)
	inlines := t.Inlines
	if ts.Quotes && !t.Literal {
		inlines = quotes(inlines, lang)
	}
	if ts.Normalise && isHan(lang) && !t.Literal {
		inlines = normalise(inlines)
	}
	if hasSmallCaps(inlines, s) && !t.Literal {
		inlines = b.smallCaps(inlines, s, lang)
	}
	in := &paragraph.Input{
		Lang:     lang,
		Rules:    rules(ts, lang),
		Align:    gridAlign(ts, s),
		Cell:     strictCell(ts, s),
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
		mixed = mixed || l.Link != nil || l.Formula != nil || l.Note != nil || l.Image != nil || l.Ruby != "" || l.Lang != "" && l.Lang != lang
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
		run.Format = b.press.formats.get(b.press.theme, formatKey{style, runLang, l.Code || t.Literal, l.Formula != nil, t.Literal})
		run.Space = style.Size.MulDiv(int64(l.Space), 1000)
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
			links = append(links, Link{Dest: l.Note.ID, note: l.Note})
			run.Link = int32(len(links))
			b.out.notes = append(b.out.notes, l.Note)
			run.Anchor = int32(len(b.out.notes))
			run.Solid = true
		}
		if l.Side != nil {
			b.out.notes = append(b.out.notes, l.Side)
			run.Anchor = int32(len(b.out.notes))
		}
		run.Fill, run.Leader = l.Fill, l.Leader
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
	formula *Formula
	formed  int32 // its tag
}

func (st *spanTags) of(l *Inline, lang string) int32 {
	if !st.mixed {
		return st.parent
	}
	foreign := l.Lang != "" && l.Lang != lang
	parent := st.parent
	if l.Formula == nil {
		st.formula = nil
	}
	if l.Link != nil {
		if l.Link != st.link {
			st.link, st.linkTag = l.Link, st.b.tag(st.parent, page.Tag{Role: page.RoleLink})
		}
		st.content = 0
		if !foreign && l.Image == nil && l.Ruby == "" && l.Formula == nil {
			return st.b.tag(st.linkTag, page.Tag{Role: page.RoleContent})
		}
		parent = st.linkTag
	} else {
		st.link = nil
	}
	switch {
	case l.Formula != nil:
		if st.content = 0; l.Formula != st.formula {
			st.formula, st.formed = l.Formula, st.b.tag(parent, page.Tag{Role: page.RoleFormula, Alt: l.Formula.Source})
		}
		return st.formed
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
	out := paragraph.Rules{
		Kinsoku:   map[string]paragraph.Kinsoku{"none": paragraph.KinsokuNone, "basic": paragraph.KinsokuBasic, "strict": paragraph.KinsokuStrict}[ts.Kinsoku],
		Compress:  map[string]paragraph.Compression{"none": paragraph.CompressNone, "tight": paragraph.CompressTight}[ts.Compress],
		Autospace: page.Length(ts.Autospace),
		Orphans:   ts.Orphans == "allow",
		Counters:  ts.Counters == "split",
		Hanging:   ts.Hanging,
		Protrude:  !isHan(lang),
	}
	if ts.Normalise {
		out.UnitSpace = page.Length(ts.UnitSpace)
	}
	if ts.Grid.Strict {
		out.Compress, out.Hanging = paragraph.CompressNone, false
	}
	return out
}
