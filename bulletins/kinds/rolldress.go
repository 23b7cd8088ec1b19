package kinds

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"safety365/bulletins"
	"safety365/bulletins/layout"
	"safety365/bulletins/page"
	"safety365/themes"
)

// centred are the columns whose cells stand in the middle.
var centred = []string{"number", "level", "state", "closed", "frequency", "found-on", "deadline", "done-on", "rechecked-on", "risk-number", "risk-ref", "hazard-number", "open-hazards", "training-level", "hours", "trained-on", "trained-to", "score"}

// dress gives columns and cells the look that goes with what they say.
func (m *maker) dress(t *layout.Table, r *roll) {
	for _, key := range centred {
		if c, ok := r.cols[key]; ok && !t.Columns[c].Stated {
			t.Columns[c].Align, t.Columns[c].Stated = themes.Center, true
		}
	}
	for key, c := range r.cols {
		if part := r.list.parts[key]; part > 0 && t.Columns[c].Length == 0 && t.Columns[c].Share == 0 && t.Columns[c].Part == 0 {
			t.Columns[c].Part = 1000 * part
		}
	}
	narrow := m.styles.theme.Area(1).W < leastColumn*page.Length(len(t.Columns))
	for _, key := range centred {
		if c, ok := r.cols[key]; ok {
			for row := range t.Rows {
				if text := t.Rows[row].Cells[c].Text; len(text.Inlines) == 1 {
					text.Inlines[0].Text = m.printedCell(text.Inlines[0].Text)
					if narrow {
						text.Inlines = yearBelow(text.Inlines[0])
					}
				}
			}
		}
	}
	if r.list.role == nil {
		return
	}
	for row := range t.Rows {
		for key, c := range r.cols {
			text := t.Rows[row].Cells[c].Text
			if role := r.list.role(r, key, flat(text)); role != "" {
				own := *text
				own.Style = m.styles.theme.Style(role)
				t.Rows[row].Cells[c].Text = &own
			}
		}
	}
}

// leastColumn is how wide the columns of a list must be on average for its dates to stand
// on one line.
const leastColumn = 60 * page.Pt

// yearBelow puts the year of a date such as 2 Mar 2026 below its day.
func yearBelow(date layout.Inline) []layout.Inline {
	at := strings.LastIndexByte(date.Text, ' ')
	if _, err := time.Parse(" 2006", date.Text[max(at, 0):]); err != nil || at < 0 {
		return []layout.Inline{date}
	}
	year := date
	year.Text, year.Source = date.Text[at+1:], -1
	date.Text = date.Text[:at]
	return []layout.Inline{date, {Break: true, Source: -1}, year}
}

// join makes one cell of equal neighbours in the columns of groups, each group inside
// that of the column before.
func (m *maker) join(t *layout.Table, r *roll) {
	starts := make([]bool, len(t.Rows)) // a group of the columns before begins
	for _, key := range r.list.groups {
		c, ok := r.cols[key]
		if !ok {
			continue
		}
		for from := 0; from < len(t.Rows); {
			to := from + 1
			words := flat(t.Rows[from].Cells[c].Text)
			for to < len(t.Rows) && words != "" && !starts[to] && t.Rows[to].Cells[c].RowSpan <= 1 && sameGroup(words, flat(t.Rows[to].Cells[c].Text), r, to) {
				to++
			}
			if to-from > 1 && t.Rows[from].Cells[c].RowSpan <= 1 {
				t.Rows[from].Cells[c].RowSpan = to - from
				for i := from + 1; i < to; i++ {
					t.Rows[i].Cells[c] = layout.Cell{Text: m.empty(t.Rows[i].Cells[c].Text)}
				}
			}
			starts[from] = true
			from = to
		}
	}
}

func sameGroup(words, next string, r *roll, row int) bool {
	return next == words || next == "" && r.item(row)
}

// spare adds empty rows in which a hand can write; they are numbered on. A page for each
// post has none.
func (m *maker) spare(t *layout.Table, r *roll) {
	if m.scene.roll.byPost {
		return
	}
	style := m.styles.theme.Style("signinrow")
	number, numbered := r.cols["number"]
	last := 0
	if n := len(t.Rows); n > 0 && numbered && len(m.scene.roll.columns) == 0 {
		last, _ = strconv.Atoi(flat(t.Rows[n-1].Cells[number].Text))
	}
	for i := range m.scene.roll.rows {
		row := layout.TableRow{}
		for c := range t.Columns {
			words := ""
			if last > 0 && c == number {
				words = strconv.Itoa(last + i + 1)
			}
			row.Cells = append(row.Cells, layout.Cell{Text: m.words(words, style)})
		}
		t.Rows = append(t.Rows, row)
	}
}

// empty is a text that says nothing.
func (m *maker) empty(t *layout.Text) *layout.Text {
	own := *t
	own.Inlines = nil
	return &own
}

// choose leaves the columns that the front matter names, in its order.
func (m *maker) choose(t *layout.Table, r *roll) {
	if len(m.scene.roll.columns) == 0 {
		return
	}
	var picked []int
	for _, name := range strings.Split(m.scene.roll.columns, "\n") {
		c := r.Column(name)
		for _, key := range r.list.columns {
			if at, ok := r.cols[key]; c < 0 && ok && slices.ContainsFunc(namesOf(key), func(n string) bool { return strings.EqualFold(n, name) }) {
				c = at
			}
		}
		if c < 0 {
			r.tell(bulletins.Warning, "list-choice", -1, 0, "name", name, "known", strings.Join(r.Head, ", "))
			continue
		}
		if !slices.Contains(picked, c) {
			picked = append(picked, c)
		}
	}
	if len(picked) == 0 {
		return
	}
	head := layout.TableRow{}
	columns := []layout.Column{}
	for _, c := range picked {
		_, name, ok := strings.Cut(r.Head[c], "/")
		if !ok {
			name = r.Head[c]
		}
		head.Cells = append(head.Cells, layout.Cell{Text: m.words(name, m.styles.theme.Style("tablehead"))})
		columns = append(columns, t.Columns[c])
	}
	t.Head, t.Columns = []layout.TableRow{head}, columns
	for _, rows := range [][]layout.TableRow{t.Rows, t.Foot} {
		for i, row := range rows {
			var cells []layout.Cell
			for _, c := range picked {
				cell := row.Cells[c]
				cell.ColSpan = min(cell.ColSpan, 1)
				cells = append(cells, cell)
			}
			rows[i].Cells = cells
		}
	}
}
