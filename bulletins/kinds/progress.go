package kinds

import (
	"regexp"
	"strconv"
	"strings"
	"time"

	"safety365/assets"
	"safety365/bulletins"
	"safety365/bulletins/layout"
	"safety365/themes"
)

// A list of problems or hazards can be printed as a progress sheet (定期调度): a column for
// each month that says how far each had come at its end, the sums of each month, and what
// is overdue for each leader and each unit. What a list itself says of a month, in a column
// such as 3月 or March 2026, stands in place of what follows from its dates.

// mostMonths is how many months a sheet has at most, the last ones.
const mostMonths = 12

// The ways to print a list with its progress.
var progressFields = fieldsOf{
	"progress":      choice("with", "only"), // the sheet below the list, or in its place
	"progress_from": date,                   // its first month; else that of what was found first
}

// course is what becomes of something, in order.
type course int

const (
	unknown course = iota // it has not been found yet
	ongoing
	tardy // and its time is over
	solved
	shut // and looked at again
)

var courseWords = [...]string{"", "state-ongoing", "progress-tardy", "state-solved", "state-closed"}

// courseOf says how far a row had come at the end of a day.
func courseOf(r *roll, row int, day time.Time) course {
	by := func(key string) bool {
		t, ok := r.date(row, key)
		return ok && !t.After(day)
	}
	if found, ok := r.date(row, "found-on"); ok && found.After(day) {
		return unknown
	}
	// What is done without a date is taken to be done by the day of the list.
	closed := wordIn(r.get(row, "closed"), "words-yes") != ""
	done := closed || problemDone(r, row)
	_, dated := r.date(row, "done-on")
	switch deadline, ok := r.date(row, "deadline"); {
	case closed && (by("rechecked-on") || !r.has("rechecked-on") && by("done-on") || !day.Before(r.day)):
		return shut
	case by("done-on") || done && !dated && !day.Before(r.day):
		return solved
	case ok && deadline.Before(day):
		return tardy
	}
	return ongoing
}

// month is a column of the sheet.
type month struct {
	first, last time.Time
	column      int // of the list itself; -1: it has none
}

// monthName is a column of a list that says something of a month: of this or of a year.
var monthName = regexp.MustCompile(`(?i)^(?:(\d{4})\s*[年./-]\s*)?(\d{1,2}|[a-z]{3,9})\s*(?:月份?)?\s*(?:进展|進展|进度|進度|情况|情況|progress|kemajuan)?\s*(?:(\d{4}))?$`)

// months are those from the first that something was found in, or that the document asks
// for, to the one of the list's day.
func (r *roll) months() []month {
	if r.day.IsZero() {
		return nil
	}
	from, ok := bulletins.ParseDate(r.ask.from)
	for row := range r.Rows {
		if found, is := r.date(row, "found-on"); is && r.item(row) && (!ok || r.ask.from == "" && found.Before(from)) {
			from, ok = found, true
		}
	}
	if !ok {
		from = time.Date(r.day.Year(), time.January, 1, 0, 0, 0, 0, time.UTC)
	}
	first := time.Date(from.Year(), from.Month(), 1, 0, 0, 0, 0, time.UTC)
	if least := time.Date(r.day.Year(), r.day.Month()-mostMonths+1, 1, 0, 0, 0, 0, time.UTC); first.Before(least) {
		first = least
	}
	typed := r.typedMonths()
	var out []month
	for ; !first.After(r.day); first = first.AddDate(0, 1, 0) {
		m := month{first: first, last: first.AddDate(0, 1, -1), column: -1}
		if c, ok := typed[first]; ok {
			m.column = c
		}
		if m.last.After(r.day) {
			m.last = r.day
		}
		out = append(out, m)
	}
	return out
}

// typedMonths are the columns of the list itself that say something of a month.
func (r *roll) typedMonths() map[time.Time]int {
	out := map[time.Time]int{}
	for c, name := range r.Head {
		if _, item, ok := strings.Cut(name, "/"); ok {
			name = item
		}
		found := monthName.FindStringSubmatch(strings.TrimSpace(name))
		if found == nil || !strings.ContainsRune(name, '月') && found[2][0] < 'A' {
			continue
		}
		for _, lang := range assets.Languages {
			if t, ok := dayOf(found[1]+found[3], found[2], "1", lang, r.day.Year()); ok {
				out[t] = c
				break
			}
		}
	}
	return out
}

// progressKeys are the columns of a list that its sheet has in front of the months.
var progressKeys = []string{"hazard-number", "problem", "hazard", "unit", "owner-unit", "leader", "owner", "deadline"}

// progressSheet is the sheet of a list, its sums, and the tables of leaders and units.
func progressSheet(m *maker, r *roll) []layout.Block {
	months := r.months()
	if len(months) == 0 {
		return nil
	}
	title := m.styles.theme.Style("blocktitle")
	out := []layout.Block{m.words(m.phrase("progress"), title), m.monthTable(r, months)}
	heads := []string{"progress-all", "progress-done", "progress-ongoing", "progress-tardy"}
	for _, key := range []string{"leader", "owner-unit", "unit", "owner"} {
		t := m.countedBy(r, key, heads, func(row int) []bool {
			now := courseOf(r, row, r.day)
			return []bool{true, now >= solved, now == ongoing, now == tardy}
		})
		if t != nil {
			out = append(out, m.words(m.phrase("progress-by", "column", r.name(key)), title), t)
		}
	}
	return out
}

// monthTable has a row for each problem or hazard and, behind them, the sums of the months.
func (m *maker) monthTable(r *roll, months []month) *layout.Table {
	var rows []int
	for row := range r.Rows {
		if r.item(row) {
			rows = append(rows, row)
		}
	}
	t := m.excerpt(r, progressKeys, rows).(*layout.Table)
	before := len(t.Columns)
	for _, key := range []string{"hazard", "problem"} {
		if r.has(key) {
			for c, cell := range t.Head[0].Cells {
				if flat(cell.Text) == r.name(key) {
					t.Columns[c].Part = 1000
				}
			}
		}
	}
	head := m.styles.theme.Style("tablehead")
	for i, mon := range months {
		t.Head[0].Cells = append(t.Head[0].Cells, layout.Cell{Text: m.words(m.monthHead(mon, i == 0 || mon.first.Month() == time.January), head)})
		t.Columns = append(t.Columns, layout.Column{Align: themes.Center, Stated: true})
		for k, row := range rows {
			t.Rows[k].Cells = append(t.Rows[k].Cells, layout.Cell{Text: m.monthCell(r, row, mon)})
		}
	}
	if len(rows) > 0 {
		t.Rows = append(t.Rows, m.monthSums(r, rows, months, before)...)
	}
	return t
}

// monthHead names a month, with its year where one begins.
func (m *maker) monthHead(mon month, year bool) string {
	name := m.phrase("month-head", "month", m.phrase("month-"+strconv.Itoa(int(mon.first.Month()))))
	if year {
		return m.phrase("month-head-year", "year", strconv.Itoa(mon.first.Year()), "month", name)
	}
	return name
}

// monthCell says how far a row had come in a month.
func (m *maker) monthCell(r *roll, row int, mon month) *layout.Text {
	style := m.styles.theme.Style("table")
	if mon.column >= 0 {
		if words := strings.TrimSpace(r.Value(row, mon.column)); words != "" {
			return m.words(words, style)
		}
	}
	now := courseOf(r, row, mon.last)
	switch now {
	case unknown:
		return &layout.Text{Style: style}
	case tardy:
		style = m.styles.theme.Style("listalarm")
	case solved, shut:
		style = m.styles.theme.Style("listdone")
	}
	return m.words(m.phrase(courseWords[now]), style)
}

// monthSums are the rows that count what was there at the end of each month: all, done,
// overdue.
func (m *maker) monthSums(r *roll, rows []int, months []month, before int) []layout.TableRow {
	head, cell := m.styles.theme.Style("tablehead"), m.styles.theme.Style("table")
	var out []layout.TableRow
	for _, sum := range []struct {
		label  string
		counts func(course) bool
	}{
		{"progress-all", func(c course) bool { return c != unknown }},
		{"progress-done", func(c course) bool { return c >= solved }},
		{"progress-tardy", func(c course) bool { return c == tardy }},
	} {
		line := layout.TableRow{Cells: []layout.Cell{{Text: m.words(m.phrase(sum.label), head), ColSpan: before}}}
		for range before - 1 {
			line.Cells = append(line.Cells, layout.Cell{Text: &layout.Text{Style: cell}})
		}
		for _, mon := range months {
			n := 0
			for _, row := range rows {
				if sum.counts(courseOf(r, row, mon.last)) {
					n++
				}
			}
			line.Cells = append(line.Cells, layout.Cell{Text: m.words(strconv.Itoa(n), cell)})
		}
		out = append(out, line)
	}
	return out
}
