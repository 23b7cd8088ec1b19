package kinds

import (
	"strings"

	"safety365/bulletins"
	"safety365/bulletins/layout"
	"safety365/bulletins/page"
	"safety365/themes"
)

// advice makes what to do and what not to do side by side. Both are lists: an entry
// behind + is to be done, one behind - is not.
func (m *maker) advice(d *bulletins.Directive, at place) []layout.Block {
	var out []layout.Block
	if title := strings.TrimSpace(d.Attrs.Get("title")); title != "" {
		out = append(out, m.attribute(d, "title", title, m.styles.theme.Style("blocktitle")))
	}
	for _, b := range d.Blocks {
		if l, ok := b.(*bulletins.List); !ok || l.Ordered {
			out = append(out, m.blocks([]bulletins.Block{b}, at.inside())...)
		}
	}
	do, dont := adviceOf(d, m.top.Source)
	row := &layout.Row{Style: m.styles.theme.Style("advice"), Tag: page.RoleSect, Equal: true, Gap: m.styles.body.Size}
	for _, side := range []struct {
		words, mark, tone string
		items             []*bulletins.ListItem
	}{{"advice-do", "✓", "success", do}, {"advice-dont", "✗", "danger", dont}} {
		if len(side.items) > 0 {
			row.Cells = append(row.Cells, m.adviceCell(side.words, side.mark, side.tone, side.items, at))
		}
	}
	if len(row.Cells) == 0 {
		return out
	}
	return append(out, row)
}

// adviceCell is one of the two boxes, in the colours of a tone.
func (m *maker) adviceCell(words, mark, name string, items []*bulletins.ListItem, at place) layout.RowCell {
	tone := m.styles.tone(name)
	inner := at.inside()
	inner.style = m.styles.inside("advicecell", at.style)
	title := m.styles.colored(m.styles.theme.Style("advicetitle"), name, tone.Title)
	sign := m.styles.colored(m.styles.derive("sign", inner.style, func(own *themes.Style) { own.Bold = true }), name, tone.Title)
	list := &layout.Frame{Tag: page.RoleL}
	for _, item := range items {
		list.Blocks = append(list.Blocks, &layout.Item{
			Label: m.label(mark, sign), Indent: m.styles.theme.Lists.Indent, Gap: m.styles.theme.Lists.Gap, Blocks: m.blocks(item.Blocks, inner),
		})
	}
	box := m.styles.derive("tone "+name, m.styles.theme.Style("advicecell"), func(own *themes.Style) {
		own.Box.Fill, own.Box.Bar, own.Box.Above = tone.Fill, page.Color{}, tone.Bar
	})
	return layout.RowCell{Style: box, Blocks: []layout.Block{m.words(m.phrase(words), title), list}}
}

// adviceOf parts the entries of an advice by the marks that they were typed with.
func adviceOf(d *bulletins.Directive, source string) (do, dont []*bulletins.ListItem) {
	for _, b := range d.Blocks {
		l, ok := b.(*bulletins.List)
		if !ok || l.Ordered {
			continue
		}
		for _, item := range l.Items {
			if item.Start < len(source) && source[item.Start] == '+' {
				do = append(do, item)
			} else {
				dont = append(dont, item)
			}
		}
	}
	return do, dont
}
