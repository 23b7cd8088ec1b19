package kinds

import (
	"slices"
	"strings"

	"safety365/bulletins"
	"safety365/bulletins/layout"
)

// review makes the sign-off of the three reviews of a text: who, when, and room for a
// signature. A name may have a date behind it: 张三 2026-03-06.
func (m *maker) review(d *bulletins.Directive, at place) []layout.Block {
	head, label := m.styles.theme.Style("tablehead"), m.styles.theme.Style("factlabel")
	cell := m.styles.theme.Style("table")
	t := &layout.Table{Style: m.styles.block("tableblock", "caption"), Look: m.styles.theme.Tables, Columns: make([]layout.Column, 4)}
	row := layout.TableRow{}
	for _, key := range []string{"review-step", "review-name", "review-date", "review-signature"} {
		row.Cells = append(row.Cells, layout.Cell{Text: m.words(m.phrase(key), head)})
	}
	t.Head = []layout.TableRow{row}
	var seen []string
	for _, step := range reviews {
		value := strings.TrimSpace(d.Attrs.Get(step))
		name, day := cutDate(value)
		if name != "" && slices.Contains(seen, name) {
			m.report(bulletins.Warning, "review-same-person", attrRange(d, step), "name", name)
		}
		seen = append(seen, name)
		t.Rows = append(t.Rows, layout.TableRow{Cells: []layout.Cell{
			{Text: m.words(m.phrase("review-"+step), label)},
			{Text: m.words(name, cell)},
			{Text: m.words(printedDate(m.scene.lang, day), cell)},
			{Text: m.words("", cell)},
		}})
	}
	return []layout.Block{t}
}

// cutDate parts a date from the name before it.
func cutDate(value string) (name, day string) {
	if i := strings.LastIndexAny(value, " \u3000"); i >= 0 {
		if _, ok := bulletins.ParseDate(strings.TrimSpace(value[i:])); ok {
			return strings.TrimSpace(value[:i]), strings.TrimSpace(value[i:])
		}
	}
	return value, ""
}

// imprint makes what stands in it small, between two rules.
func (m *maker) imprint(d *bulletins.Directive, at place) []layout.Block {
	return []layout.Block{&layout.Frame{Style: m.styles.theme.Style("imprint"), Blocks: m.framed("imprint", d.Blocks, at)}}
}
