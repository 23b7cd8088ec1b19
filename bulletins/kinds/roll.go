package kinds

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"safety365/assets"
	"safety365/bulletins"
	sheets "safety365/bulletins/intake/sheet"
)

// list says what is known of a sort of lists. A column is known by its key: its names
// are the phrases column-KEY and column-KEY-also in all languages.
type list struct {
	columns []string
	needs   []string       // columns that it must have
	filled  []string       // columns in which no row may be empty
	dates   []string       // columns of dates
	unique  []string       // columns in which no value stands twice
	groups  []string       // columns in which equal neighbours are one cell
	least   int            // how many columns a table in the text must have to be one; 0: three
	parts   map[string]int // how wide columns are, in parts of what the narrow ones leave
	derived []derived
	judge   func(r *roll, row int)                        // looks at a row
	whole   func(r *roll)                                 // looks at the whole list
	role    func(r *roll, key, text string) (role string) // of a cell; "": as the others
	sum     func(r *roll) string                          // the line below it; "": none
}

// derived is a column that follows from others. What the office has typed there stays,
// unless it is a word of ours.
type derived struct {
	key   string
	first bool // in front, if the list lacks it
	file  bool // in a file only, not on paper
	pair  bool // only if there is a list that this one shares numbers with
	ours  func(text string) bool
	value func(r *roll, row int) string
}

// roll is a list as it was read.
type roll struct {
	*sheets.Table
	list   *list
	lang   string
	day    time.Time      // for which it is computed; zero: not known
	ask    rollAsk        // what the document says that rows are judged by
	cols   map[string]int // columns by their keys
	origin []int          // the columns that these were when it was read; -1: derived
	tell   func(severity bulletins.Severity, code string, row, col int, args ...string)
	told   map[string]int // of each code
	// What it shares numbers with, if the document names it.
	partner *partner
}

// mostTold is how many times one thing is said about a list.
const mostTold = 20

// newRoll reads a table as a list of a sort, and says how many of its columns it knows.
func newRoll(s *sheets.Table, l *list, lang string, ask rollAsk) (*roll, int) {
	day, _ := bulletins.ParseDate(ask.day)
	own := *s // what is derived must not get into the file as it was read
	own.Head, own.HeadRows, own.Rows = slices.Clone(s.Head), slices.Clone(s.HeadRows), slices.Clone(s.Rows)
	for i, row := range own.HeadRows {
		own.HeadRows[i] = slices.Clone(row)
	}
	for i, row := range own.Rows {
		own.Rows[i] = slices.Clone(row)
	}
	r := &roll{Table: &own, list: l, lang: lang, day: day, ask: ask, told: map[string]int{}}
	for i := range own.Head {
		r.origin = append(r.origin, i)
	}
	r.locate()
	return r, len(r.cols)
}

// locate finds the columns. Each is taken once.
func (r *roll) locate() {
	r.cols = map[string]int{}
	taken := map[int]bool{}
	for _, key := range r.list.columns {
		for _, name := range namesOf(key) {
			if c := r.Column(name); c >= 0 && !taken[c] {
				r.cols[key], taken[c] = c, true
				break
			}
		}
	}
}

func (r *roll) has(key string) bool {
	_, ok := r.cols[key]
	return ok
}

// get is what a row says in a column; "" if there is none.
func (r *roll) get(row int, key string) string {
	c, ok := r.cols[key]
	if !ok {
		return ""
	}
	text := strings.TrimSpace(r.Value(row, c))
	if text == "/" || text == "—" || text == "-" || text == "无" || text == "無" { // how forms say nothing
		return ""
	}
	return text
}

// date is a column's date of a row.
func (r *roll) date(row int, key string) (time.Time, bool) {
	text := r.get(row, key)
	if iso, ok, _ := sheets.Date(text); ok {
		text = iso
	}
	t, ok := bulletins.ParseDate(text)
	return t.Truncate(24 * time.Hour), ok
}

// item says whether a row is one of the list: not one that adds up, and not a blank one
// that has its number at most.
func (r *roll) item(row int) bool {
	if r.Total(row) {
		return false
	}
	number, numbered := r.cols["number"]
	for c := range r.Rows[row] {
		if numbered && c == number || r.origin[c] < 0 {
			continue
		}
		if strings.TrimSpace(r.Rows[row][c].Text) != "" {
			return true
		}
	}
	return false
}

// report says something about a cell, or about the row if it lacks the column.
func (r *roll) report(severity bulletins.Severity, code string, row int, key string, args ...string) {
	if r.told[code]++; r.told[code] > mostTold || r.tell == nil {
		return
	}
	col, ok := r.cols[key]
	if !ok {
		col = 0
	}
	r.tell(severity, code, row, col, append([]string{"column", r.name(key)}, args...)...)
}

// name is how the list itself calls a column, or how we do.
func (r *roll) name(key string) string {
	if c, ok := r.cols[key]; ok {
		return r.Head[c]
	}
	return assets.Phrase(r.lang, "column-"+key)
}

// check looks at the whole list.
func (r *roll) check() {
	for _, key := range r.list.needs {
		if !r.has(key) {
			r.report(bulletins.Warning, "list-column", -1, key, "names", strings.Join(wordsOf(r.lang, "column-"+key+"-also"), ", "))
		}
	}
	first := map[string]map[string]int{}
	for row := range r.Rows {
		if !r.item(row) {
			continue
		}
		for _, key := range r.list.filled {
			continues := row > 0 && slices.Contains(r.list.groups, key)
			if r.has(key) && r.get(row, key) == "" && !continues {
				r.report(bulletins.Warning, "list-empty", row, key)
			}
		}
		for _, key := range r.list.dates {
			if text := r.get(row, key); text != "" {
				_, _, told := sheets.Date(text) // of a file, when it was read
				if _, ok := r.date(row, key); !ok && !(told && r.Rows[row][r.cols[key]].Row > 0) {
					r.report(bulletins.Warning, "list-date", row, key, "value", text)
				}
			}
		}
		for _, key := range r.list.unique {
			value := r.get(row, key)
			if value == "" {
				continue
			}
			if first[key] == nil {
				first[key] = map[string]int{}
			}
			if other, again := first[key][value]; again {
				r.report(bulletins.Warning, "list-twice", row, key, "value", value, "first", r.place(other, key))
				continue
			}
			first[key][value] = row
		}
		if r.list.judge != nil {
			r.list.judge(r, row)
		}
	}
	if r.list.whole != nil {
		r.list.whole(r)
	}
	for code, n := range r.told {
		if n > mostTold && r.tell != nil {
			r.tell(bulletins.Info, "list-more", -1, 0, "count", strconv.Itoa(n-mostTold), "code", code)
		}
	}
}

// place is where a cell stands, as people find it: the cell of a file, the row of a
// table in the text.
func (r *roll) place(row int, key string) string {
	if c := r.Rows[row][r.cols[key]]; c.Row > 0 {
		return c.Name()
	}
	return strconv.Itoa(row + 1)
}

// complete works out the derived columns.
func (r *roll) complete(file bool) {
	for _, d := range r.list.derived {
		if d.file && !file || d.pair && r.partner == nil {
			continue
		}
		if !r.has(d.key) {
			r.add(d.key, d.first)
		}
		col := r.cols[d.key]
		for row := range r.Rows {
			cell := &r.Rows[row][col]
			if r.item(row) && cell.RowSpan != 0 && (cell.Text == "" || d.ours != nil && d.ours(cell.Text)) {
				cell.Text = d.value(r, row)
			}
		}
	}
}

// add makes a column, in front or behind.
func (r *roll) add(key string, first bool) {
	at := len(r.Head)
	if first {
		at = 0
	}
	name := assets.Phrase(r.lang, "column-"+key)
	r.Head = slices.Insert(r.Head, at, name)
	r.origin = slices.Insert(r.origin, at, -1)
	for i := range r.HeadRows {
		cell := sheets.Cell{}
		if i == 0 {
			cell = sheets.Cell{Text: name, RowSpan: len(r.HeadRows), ColSpan: 1}
		}
		r.HeadRows[i] = slices.Insert(r.HeadRows[i], at, cell)
	}
	for i := range r.Rows {
		r.Rows[i] = slices.Insert(r.Rows[i], at, sheets.Cell{RowSpan: 1, ColSpan: 1})
	}
	r.locate()
	r.cols[key] = at
}
