package kinds

import (
	"strconv"
	"strings"

	"safety365/bulletins"
	"safety365/bulletins/layout"
	"safety365/bulletins/page"
	"safety365/themes"
)

// steps makes a list whose entries are called steps.
func (m *maker) steps(d *bulletins.Directive, at place) []layout.Block {
	return m.labelledLists(d, at, func(l *bulletins.List, i int) (string, *bulletins.ListItem) {
		return m.phrase("step", "n", strconv.Itoa(max(1, l.Start)+i)), l.Items[i]
	})
}

// timeline makes a list whose entries begin with a time: what stands before ｜.
func (m *maker) timeline(d *bulletins.Directive, at place) []layout.Block {
	return m.labelledLists(d, at, func(l *bulletins.List, i int) (string, *bulletins.ListItem) {
		item := *l.Items[i]
		if len(item.Blocks) == 0 {
			return "", &item
		}
		p, ok := item.Blocks[0].(*bulletins.Paragraph)
		if !ok {
			return "", &item
		}
		parts := splitSpans(p.Spans, "｜|", 2)
		if len(parts) < 2 {
			m.report(bulletins.Warning, "timeline-time", item.Range)
			return "", &item
		}
		rest := *p
		rest.Level, rest.Head, rest.Spans = 0, 0, parts[1]
		item.Blocks = append([]bulletins.Block{&rest}, item.Blocks[1:]...)
		return strings.TrimSpace(bulletins.PlainText(parts[0])), &item
	})
}

// labelledLists makes the lists in a block with labels of the block's own, all as
// wide as the widest.
func (m *maker) labelledLists(d *bulletins.Directive, at place, entry func(l *bulletins.List, i int) (string, *bulletins.ListItem)) []layout.Block {
	frame := &layout.Frame{Style: m.styles.theme.Style(d.Name), Tag: page.RoleSect}
	if title := strings.TrimSpace(d.Attrs.Get("title")); title != "" {
		frame.Blocks = append(frame.Blocks, m.attribute(d, "title", title, m.styles.theme.Style("blocktitle")))
	}
	inner := at.inside()
	inner.style = m.styles.inside(d.Name, at.style)
	label := m.styles.text(d.Name+"label", inner.style)
	for _, b := range d.Blocks {
		l, ok := b.(*bulletins.List)
		if !ok {
			frame.Blocks = append(frame.Blocks, m.blocks([]bulletins.Block{b}, inner)...)
			continue
		}
		frame.Blocks = append(frame.Blocks, m.labelledList(l, inner, label, entry))
	}
	return []layout.Block{frame}
}

func (m *maker) labelledList(l *bulletins.List, inner place, label *themes.Style, entry func(l *bulletins.List, i int) (string, *bulletins.ListItem)) layout.Block {
	list := &layout.Frame{Tag: page.RoleL, Ordered: l.Ordered}
	var widest page.Length
	for i := range l.Items {
		words, item := entry(l, i)
		widest = max(widest, m.lineWidth(words, label))
		list.Blocks = append(list.Blocks, &layout.Item{
			Label: m.label(words, label), Gap: m.styles.theme.Lists.Gap, Blocks: m.blocks(item.Blocks, inner),
		})
	}
	for _, b := range list.Blocks {
		b.(*layout.Item).Indent = widest + label.Size
	}
	return list
}

// lineWidth is about as wide as a short text is in a line, not less.
func (m *maker) lineWidth(text string, style *themes.Style) page.Length {
	var ems int64 // thousandths; a bold Latin letter may take 5/8 em
	before := ' '
	for _, r := range text {
		if isWide(r) != isWide(before) && r != ' ' && before != ' ' {
			ems += m.styles.theme.Typeset.Autospace
		}
		if before = r; isWide(r) {
			ems += 1000
		} else {
			ems += 625
		}
	}
	return style.Size.MulDiv(ems, 1000)
}
