package kinds

import (
	"slices"
	"strings"

	"safety365/bulletins/layout"
	"safety365/themes"
)

// responsibilityList says what each post answers for. With page_per_post every post has
// a page of its own, to be signed and hung up.
var responsibilityList = Kind{
	Name: "responsibility-list", Group: Records,
	Fields: append(slices.Clone(listFields), "page_per_post"), Own: with(listOwn, fieldsOf{"page_per_post": truth}),
	lists: []*list{&duties}, listed: true,
	head: listHead, close: listClose, review: reviewList, part: dutiesPart,
}

var duties = list{
	columns: []string{"number", "post", "name", "duty", "task", "frequency", "assessment", "remark"},
	needs:   []string{"post", "duty"},
	filled:  []string{"duty"},
	groups:  []string{"post", "name", "duty"},
}

// dutiesPart is the table, or one of each post on a page of its own.
func dutiesPart(m *maker, t *layout.Table, r *roll) []layout.Block {
	post, ok := r.cols["post"]
	if !m.scene.roll.byPost || !ok || len(m.scene.roll.columns) > 0 {
		return []layout.Block{t}
	}
	var out []layout.Block
	for from := 0; from < len(t.Rows); {
		to := min(len(t.Rows), from+max(1, t.Rows[from].Cells[post].RowSpan))
		own := *t
		own.Rows, own.Foot, own.ID = slices.Clone(t.Rows[from:to]), nil, ""
		words := filled([]string{r.get(from, "post"), r.get(from, "name")})
		dropColumn(&own, post)
		if name, ok := r.cols["name"]; ok {
			if name > post {
				name--
			}
			dropColumn(&own, name)
		}
		if len(out) > 0 {
			out = append(out, &layout.Break{})
		}
		title := m.words(strings.Join(words, m.phrase("part-join")), m.styles.theme.Style("h1"))
		title.Tag, title.Outline = "H2", 2
		out = append(out, title, &own, m.signLine("duty-signature", "sign-date"))
		from = to
	}
	return out
}

// dropColumn takes a column away from a table.
func dropColumn(t *layout.Table, c int) {
	t.Columns = slices.Delete(slices.Clone(t.Columns), c, c+1)
	for _, rows := range []*[]layout.TableRow{&t.Head, &t.Rows} {
		*rows = slices.Clone(*rows)
		for i, row := range *rows {
			(*rows)[i].Cells = slices.Delete(slices.Clone(row.Cells), c, c+1)
		}
	}
}

// signLine is a line on which somebody signs, and one for the date beside it; such lines
// below one another line up.
func (m *maker) signLine(keys ...string) layout.Block {
	style := m.styles.theme.Style("signline")
	line := m.styles.derive("bare", style, func(own *themes.Style) { own.Before, own.After = 0, 0 })
	row := &layout.Row{Style: style, Gap: style.Size}
	for _, key := range keys {
		t := m.words(m.phrase(key)+m.phrase("colon"), line)
		t.Inlines = append(t.Inlines, layout.Inline{Fill: true, Leader: "_", Source: -1})
		row.Cells = append(row.Cells, layout.RowCell{Blocks: []layout.Block{t}})
	}
	row.Cells[0].Share = 62
	return row
}
