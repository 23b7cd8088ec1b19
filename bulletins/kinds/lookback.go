package kinds

import (
	"strconv"
	"strings"

	"safety365/bulletins/layout"
	"safety365/themes"
)

// lookBack reports what becomes of hazards (回头看): how many are done, which are overdue,
// which have come back, which were closed unseen.
func lookBack(m *maker, r *roll) []layout.Block {
	t := tallyOf(r)
	if t.all == 0 {
		return nil
	}
	share := func(n int) string {
		return strconv.Itoa(n) + m.phrase("share", "share", printedPercent(m.scene.lang, strconv.FormatFloat(100*float64(n)/float64(t.all), 'f', 1, 64)))
	}
	done := t.states[2] + t.states[3] + t.states[4]
	var over, back, unseen []int
	for row := range r.Rows {
		switch {
		case !r.item(row):
		case overdue(r, row):
			over = append(over, row)
		case stateOf(r, row) == 4 && r.get(row, "rechecked-on") == "":
			unseen = append(unseen, row)
		}
	}
	back = recurred(r)
	out := []layout.Block{m.words(m.phrase("lookback"), m.styles.theme.Style("blocktitle"))}
	out = append(out, m.facts([][2]string{
		{m.phrase("lookback-all"), strconv.Itoa(t.all)},
		{m.phrase("lookback-done"), share(done)},
		{m.phrase("lookback-closed"), share(t.states[4])},
		{m.phrase("lookback-overdue"), strconv.Itoa(len(over))},
		{m.phrase("lookback-back"), strconv.Itoa(len(back))},
	}))
	out = append(out, byUnit(m, r)...)
	columns := []string{"hazard-number", "unit", "place", "hazard", "level", "owner-unit", "owner", "deadline", "state"}
	for _, part := range []struct {
		title string
		rows  []int
	}{{"lookback-list-overdue", over}, {"lookback-list-back", back}, {"lookback-list-unseen", unseen}} {
		if len(part.rows) > 0 {
			out = append(out, m.words(m.phrase(part.title), m.styles.theme.Style("blocktitle")), m.excerpt(r, columns, part.rows))
		}
	}
	return out
}

// byUnit adds a ledger of several units up for each of them.
func byUnit(m *maker, r *roll) []layout.Block {
	t := m.countedBy(r, "unit", []string{"lookback-all", "lookback-done", "lookback-closed", "lookback-overdue"}, func(row int) []bool {
		state := stateOf(r, row)
		return []bool{true, state >= 2, state == 4, overdue(r, row)}
	})
	if t == nil || len(t.Rows) < 2 {
		return nil
	}
	return []layout.Block{m.words(m.phrase("lookback-units"), m.styles.theme.Style("blocktitle")), t}
}

// countedBy adds a list up for each value of a column, in the order in which they come:
// what a row counts as, under headings by their phrases. It is nil if the column is empty.
func (m *maker) countedBy(r *roll, key string, heads []string, counts func(row int) []bool) *layout.Table {
	sums := map[string][]int{}
	var values []string
	for row := range r.Rows {
		value := r.get(row, key)
		if !r.item(row) || value == "" {
			continue
		}
		if sums[value] == nil {
			sums[value] = make([]int, len(heads))
			values = append(values, value)
		}
		for i, does := range counts(row) {
			if does {
				sums[value][i]++
			}
		}
	}
	if len(values) == 0 {
		return nil
	}
	head, cell := m.styles.theme.Style("tablehead"), m.styles.theme.Style("table")
	t := m.bareTable(2 + len(heads))
	for i := range t.Columns {
		if i != 1 {
			t.Columns[i] = layout.Column{Align: themes.Center, Stated: true}
		}
	}
	top := layout.TableRow{Cells: []layout.Cell{{Text: m.words(m.phrase("row-number"), head)}, {Text: m.words(r.name(key), head)}}}
	for _, key := range heads {
		top.Cells = append(top.Cells, layout.Cell{Text: m.words(m.phrase(key), head)})
	}
	t.Head = []layout.TableRow{top}
	for i, value := range values {
		row := layout.TableRow{Cells: []layout.Cell{{Text: m.words(strconv.Itoa(i+1), cell)}, {Text: m.words(value, cell)}}}
		for _, n := range sums[value] {
			row.Cells = append(row.Cells, layout.Cell{Text: m.words(strconv.Itoa(n), cell)})
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

// recurred are hazards that were there before, at the same place, and had been dealt
// with when they were found again.
func recurred(r *roll) []int {
	var out []int
	before := map[string][]int{}
	for row := range r.Rows {
		if !r.item(row) {
			continue
		}
		key := strings.Join([]string{r.get(row, "unit"), r.get(row, "place"), r.get(row, "hazard")}, "\n")
		found, ok := r.date(row, "found-on")
		for _, other := range before[key] {
			if done, had := r.date(other, "done-on"); ok && had && !found.Before(done) {
				out = append(out, row)
				break
			}
		}
		before[key] = append(before[key], row)
	}
	return out
}

// excerpt is a table of some rows of a list in those of some columns that it has.
func (m *maker) excerpt(r *roll, keys []string, rows []int) layout.Block {
	head, cell := m.styles.theme.Style("tablehead"), m.styles.theme.Style("table")
	t := m.bareTable(0)
	top := layout.TableRow{Cells: []layout.Cell{{Text: m.words(m.phrase("row-number"), head)}}}
	t.Columns = []layout.Column{{Align: themes.Center, Stated: true}}
	var have []string
	for _, key := range keys {
		if r.has(key) {
			have = append(have, key)
			top.Cells = append(top.Cells, layout.Cell{Text: m.words(r.name(key), head)})
			t.Columns = append(t.Columns, layout.Column{})
		}
	}
	t.Head = []layout.TableRow{top}
	for i, row := range rows {
		line := layout.TableRow{Cells: []layout.Cell{{Text: m.words(strconv.Itoa(i+1), cell)}}}
		for _, key := range have {
			line.Cells = append(line.Cells, layout.Cell{Text: m.words(m.printedCell(r.get(row, key)), cell)})
		}
		t.Rows = append(t.Rows, line)
	}
	return t
}

// bareTable is a table without rows yet.
func (m *maker) bareTable(columns int) *layout.Table {
	return &layout.Table{Style: m.styles.block("tableblock", "caption"), Look: m.styles.theme.Tables, Columns: make([]layout.Column, columns)}
}

// facts is a table of labels and values.
func (m *maker) facts(pairs [][2]string) *layout.Table {
	t := m.bareTable(2)
	cell := m.styles.theme.Style("table")
	for _, p := range pairs {
		t.Rows = append(t.Rows, layout.TableRow{Cells: []layout.Cell{{Text: m.words(p[0], cell)}, {Text: m.words(p[1], cell)}}})
	}
	m.labelled(t, record{style: "factlabel"})
	return t
}
