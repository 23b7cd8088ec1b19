package kinds

import (
	"slices"
	"strings"

	"safety365/bulletins/layout"
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

// signLine is a line of labels with room for what is written by hand.
func (m *maker) signLine(keys ...string) layout.Block {
	t := m.words("", m.styles.theme.Style("signline"))
	t.Inlines = nil
	for i, key := range keys {
		if i > 0 {
			t.Inlines = append(t.Inlines, layout.Inline{Text: "　", Source: -1})
		}
		t.Inlines = append(t.Inlines, layout.Inline{Text: m.phrase(key) + m.phrase("colon"), Source: -1}, layout.Inline{Fill: true, Leader: "_", Source: -1})
	}
	return t
}
