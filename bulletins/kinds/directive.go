package kinds

import (
	"strings"

	"safety365/assets"
	"safety365/bulletins"
	"safety365/bulletins/layout"
	"safety365/bulletins/page"
	"safety365/themes"
)

// landscape makes blocks that stand on landscape pages. Only the text itself has pages
// to turn.
func (m *maker) landscape(d *bulletins.Directive, at place) []layout.Block {
	blocks := m.blocks(d.Blocks, at.inside())
	if at.depth > 0 || m.note {
		m.report(bulletins.Warning, "landscape-nested", d.Range)
		return blocks
	}
	if len(blocks) == 0 {
		return nil
	}
	return []layout.Block{&layout.Turn{Blocks: blocks}}
}

// callout makes a box in one of the theme's tones.
func (m *maker) callout(d *bulletins.Directive, at place) []layout.Block {
	name := d.Attrs.Get("tone")
	if name == "" {
		name = "info"
	}
	frame := &layout.Frame{Style: m.styles.theme.Style("callout"), Tag: page.RoleSect, Tone: m.styles.tone(name)}
	if title := strings.TrimSpace(d.Attrs.Get("title")); title != "" {
		style := m.styles.colored(m.styles.theme.Style("callouttitle"), name, frame.Tone.Title)
		frame.Blocks = append(frame.Blocks, m.attribute(d, "title", title, style))
	}
	frame.Blocks = append(frame.Blocks, m.framed("callout", d.Blocks, at)...)
	return []layout.Block{frame}
}

// quotation makes a quotation with a line that says whose it is.
func (m *maker) quotation(d *bulletins.Directive, at place) []layout.Block {
	frame := &layout.Frame{Style: m.styles.theme.Style("quote"), Tag: page.RoleQuote, Blocks: m.framed("quote", d.Blocks, at)}
	if line := quoteLine(m.scene.lang, d.Attrs); line != "" {
		if n := len(frame.Blocks); n > 0 {
			if last, ok := frame.Blocks[n-1].(*layout.Text); ok {
				last.Style = m.styles.keptNext(last.Style)
			}
		}
		frame.Blocks = append(frame.Blocks, m.words(line, m.styles.inside("quotesource", at.style)))
	}
	for _, a := range d.Attrs {
		if yes, ok := bulletins.ParseBool(a.Value); a.Key == "verified" && ok && !yes {
			m.report(bulletins.Error, "quote-unverified", a.Range)
		}
	}
	return []layout.Block{frame}
}

// quoteLine words who says a quotation, and where.
func quoteLine(lang string, attrs bulletins.Attrs) string {
	get := func(key string) string { return strings.TrimSpace(attrs.Get(key)) }
	person, post, source := get("speaker"), get("post"), get("source")
	switch {
	case person != "" && post != "":
		person = assets.Phrase(lang, "quote-person", "speaker", person, "post", post)
	case person == "":
		person = post
	}
	switch {
	case person == "" && source == "":
		return ""
	case person == "":
		person, source = source, ""
	}
	if source == "" {
		return assets.Phrase(lang, "quote-line", "person", person)
	}
	return assets.Phrase(lang, "quote-line-source", "person", person, "source", source)
}

// signature makes the lines at the end: what stands in it, a name, a date.
func (m *maker) signature(d *bulletins.Directive, at place) []layout.Block {
	style := m.styles.text("signature", at.style)
	inner := at.inside()
	inner.style = style
	out := m.blocks(d.Blocks, inner)
	t := &layout.Text{Style: style, Lang: m.scene.lang}
	for _, key := range []string{"name", "date"} {
		value := strings.TrimSpace(d.Attrs.Get(key))
		if key == "date" {
			value = printedDate(m.scene.lang, value)
		}
		if value == "" {
			continue
		}
		if len(t.Inlines) > 0 {
			t.Inlines = append(t.Inlines, layout.Inline{Break: true, Source: -1})
		}
		t.Inlines = append(t.Inlines, layout.Inline{Text: value, Source: m.attributeSource(d, key, value)})
	}
	if len(t.Inlines) > 0 {
		out = append(out, t)
	}
	return out
}

// attribute makes a paragraph of the value of an attribute.
func (m *maker) attribute(d *bulletins.Directive, key, value string, style *themes.Style) *layout.Text {
	t := m.words(value, style)
	t.Inlines[0].Source = m.attributeSource(d, key, value)
	return t
}

// attributeSource finds a value in the source; -1 if it is not there as it is.
func (m *maker) attributeSource(d *bulletins.Directive, key, value string) int32 {
	if m.scene.foreign {
		return -1
	}
	for _, a := range d.Attrs {
		if a.Key != key {
			continue
		}
		source := m.source(a.Range)
		if i := strings.LastIndex(source, value); i > strings.IndexByte(source, '=') {
			return int32(a.Start + i)
		}
		break
	}
	return -1
}

// words makes a paragraph of words that do not stand in the source.
func (m *maker) words(text string, style *themes.Style) *layout.Text {
	return &layout.Text{Style: style, Lang: m.scene.lang, Inlines: []layout.Inline{{Text: text, Source: -1}}}
}

// identify gives the first text of blocks that were just made a name.
func identify(blocks []layout.Block, id string) bool {
	for _, b := range blocks {
		switch b := b.(type) {
		case *layout.Text:
			if b.ID == "" {
				b.ID = id
				return true
			}
		case *layout.Frame:
			if identify(b.Blocks, id) {
				return true
			}
		case *layout.Turn:
			if identify(b.Blocks, id) {
				return true
			}
		case *layout.Item:
			if identify(b.Blocks, id) {
				return true
			}
		case *layout.Vertical:
			if identify(b.Blocks, id) {
				return true
			}
		case *layout.Columns:
			if identify(b.Blocks, id) {
				return true
			}
		case *layout.Across:
			if identify(b.Blocks, id) {
				return true
			}
		case *layout.Fixed:
			if identify(b.Blocks, id) {
				return true
			}
		case *layout.Row:
			for _, c := range b.Cells {
				if identify(c.Blocks, id) {
					return true
				}
			}
		}
	}
	return false
}
