package kinds

import (
	"safety365/bulletins"
	"safety365/bulletins/layout"
	"safety365/bulletins/page"
	"safety365/themes"
)

var tasks = map[bulletins.TaskState]layout.Task{bulletins.TaskOpen: layout.OpenTask, bulletins.TaskDone: layout.DoneTask}

// list makes a frame of items. Numbers and bullets have depths of their own: a
// numbered list in a bullet list begins with the first pattern.
func (m *maker) list(l *bulletins.List, at place) layout.Block {
	frame := &layout.Frame{Tag: page.RoleL, Ordered: l.Ordered}
	switch {
	case at.bullets+at.numbers > 0: // inside another list
	case at.style == m.styles.body:
		frame.Style = m.styles.block("listblock", "body")
	default:
		frame.Style = m.styles.spaces(at.style)
	}
	label := func(n int) string { return nth(m.styles.theme.Lists.Bullets, at.bullets) }
	inner := at.inside()
	if l.Ordered {
		pattern := nth(m.styles.theme.Lists.Numbers, at.numbers)
		label = func(n int) string { return number(pattern, l.Start+n) }
		inner.numbers++
	} else {
		inner.bullets++
	}
	inner.style = m.styles.text("list", at.style)
	for i, item := range l.Items {
		frame.Blocks = append(frame.Blocks, m.item(item, label(i), at, inner))
	}
	return frame
}

func (m *maker) item(item *bulletins.ListItem, label string, at, inner place) *layout.Item {
	lists := &m.styles.theme.Lists
	out := &layout.Item{Task: tasks[item.Task], Indent: lists.Indent, Gap: lists.Gap, Blocks: m.blocks(item.Blocks, inner)}
	if out.Task == layout.NoTask {
		out.Label = m.label(label, m.styles.text("listlabel", at.style))
	}
	return out
}

// label makes the label of an item.
func (m *maker) label(text string, style *themes.Style) *layout.Text {
	return &layout.Text{Style: style, Tag: page.RoleLbl, Lang: m.scene.lang, Inlines: []layout.Inline{{Text: text, Source: -1}}}
}

// nth returns an entry of a list whose last entry serves all that follow.
func nth(words []string, i int) string {
	if len(words) == 0 {
		return ""
	}
	return words[min(i, len(words)-1)]
}
