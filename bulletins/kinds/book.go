package kinds

import (
	"errors"
	"io/fs"
	"path"
	"slices"
	"strings"
	"time"

	"safety365/bulletins"
	sheets "safety365/bulletins/intake/sheet"
	"safety365/bulletins/layout"
	"safety365/themes"
)

// book is a CSV or XLSX file of the document's folder as it was last seen. Its pointer
// stays the same as long as the file does.
type book struct {
	name, sheet string
	size        int64
	time        time.Time
	table       *sheets.Table // the first; nil: it cannot be had
	tables      []*sheets.Table
	also        []included // what else it was made of
	found       []bulletins.Diagnostic
	round       int
}

type bookKey struct{ name, sheet string }

// book looks a table file up, and reads it if it is new or has changed.
func (c *Composer) book(name, page string) *book {
	key := bookKey{name, page}
	b := c.books[key]
	if b != nil && b.round == c.round {
		return b
	}
	now := &book{name: name, sheet: page}
	info, err := c.stat(name)
	if err == nil {
		now.size, now.time = info.Size(), info.ModTime()
	}
	if b == nil || err != nil && b.table != nil || b.size != now.size || !b.time.Equal(now.time) || !c.current(b.also) {
		now.read(c.scene.folder, c.scene.nested, err)
		b = now
		if c.books == nil {
			c.books = map[bookKey]*book{}
		}
		c.books[key] = b
	}
	b.round = c.round
	return b
}

// read reads the file, unless an error stands in the way; nested says that another
// document is reading already.
func (b *book) read(folder *bulletins.Folder, nested bool, err error) {
	if err == nil {
		b.found, err = b.take(folder, nested)
	}
	if len(b.tables) > 0 {
		b.table = b.tables[0]
	}
	if err == nil {
		return
	}
	code := "data-unreadable"
	switch {
	case errors.Is(err, bulletins.ErrRemote), errors.Is(err, bulletins.ErrOutside):
		code = "data-outside"
	case errors.Is(err, fs.ErrNotExist), errors.Is(err, fs.ErrInvalid), errors.Is(err, bulletins.ErrNotRegular):
		code = "data-missing"
	}
	b.found = append(b.found, problem(bulletins.Error, code, bulletins.Range{}, "name", b.name, "reason", err.Error()))
}

// errNested stops documents from reading each other in turn.
var errNested = errors.New("a document whose tables are read reads those of no other")

// take reads the table of a CSV or XLSX, or the tables of another document of the folder:
// those of its text and of the table file that it names.
func (b *book) take(folder *bulletins.Folder, nested bool) ([]bulletins.Diagnostic, error) {
	if !strings.EqualFold(path.Ext(b.name), ".md") {
		f, err := folder.Open(b.name)
		if err != nil {
			return nil, err
		}
		defer f.Close()
		table, found, err := sheets.Read(b.name, f, sheets.Options{Sheet: b.sheet})
		if table != nil {
			b.tables = []*sheets.Table{table}
		}
		return found, err
	}
	if nested {
		return nil, errNested
	}
	text, err := folder.ReadFile(b.name, maxIncluded)
	if err != nil {
		return nil, err
	}
	doc := bulletins.Parse(b.name, string(text), Schema())
	if file := strings.TrimSpace(doc.Meta.Text("data")); file != "" {
		now := included{name: file}
		if info, err := statIn(folder, file); err == nil {
			now.size, now.time = info.Size(), info.ModTime()
		}
		b.also = append(b.also, now)
	}
	tables, found := tablesOf(doc, folder, true)
	b.tables = tables
	return found, nil
}

// data reads the table file that a block names, and reports at a place what is wrong.
func (m *maker) data(name, page string, at bulletins.Range) *sheets.Table {
	b := m.Composer.book(strings.TrimSpace(name), strings.TrimSpace(page))
	m.consulted = append(m.consulted, b)
	if len(m.scene.kind.lists) > 0 && b.name != m.scene.roll.partner {
		m.checkFile(b, at)
	}
	for _, d := range b.found {
		d.Range = at
		m.found = append(m.found, d)
	}
	return b.table
}

// rowsOf leaves of a table file the rows that a directive asks for with where: those
// that say VALUE under COLUMN. Rows that add others up go, for they no longer do.
func (m *maker) rowsOf(d *bulletins.Directive, s *sheets.Table) *sheets.Table {
	where := strings.TrimSpace(d.Attrs.Get("where"))
	if s == nil || where == "" {
		return s
	}
	name, value, ok := strings.Cut(where, "=")
	col := s.Column(strings.TrimSpace(name))
	if !ok || col < 0 {
		m.report(bulletins.Error, "data-where", attrRange(d, "where"), "value", where, "nearest", themes.Nearest(name, s.Head), "known", strings.Join(s.Head, ", "))
		return s
	}
	own := *s
	own.Rows, own.Totals = nil, nil
	for r := range s.Rows {
		if s.Total(r) || !strings.EqualFold(strings.TrimSpace(s.Value(r, col)), strings.TrimSpace(value)) {
			continue
		}
		row := slices.Clone(s.Rows[r])
		for c := range row { // what a merged cell says each row says for itself
			row[c].Text, row[c].RowSpan, row[c].ColSpan = s.Value(r, c), 1, 1
		}
		own.Rows = append(own.Rows, row)
	}
	return &own
}

// withoutColumn leaves out the column by which rows were chosen: all say the same there.
func withoutColumn(s *sheets.Table, where string) *sheets.Table {
	name, _, ok := strings.Cut(where, "=")
	c := s.Column(strings.TrimSpace(name))
	if !ok || c < 0 || len(s.Head) < 3 {
		return s
	}
	own := *s
	own.Head = slices.Delete(slices.Clone(s.Head), c, c+1)
	less := func(rows [][]sheets.Cell) [][]sheets.Cell {
		out := make([][]sheets.Cell, len(rows))
		for i, row := range rows {
			out[i] = slices.Delete(slices.Clone(row), c, c+1)
		}
		return out
	}
	own.HeadRows, own.Rows = less(s.HeadRows), less(s.Rows)
	return &own
}

// dataTable makes a table of a table file as it stands there.
func (m *maker) dataTable(s *sheets.Table, ask *tableAsk) *layout.Table {
	t := &layout.Table{Style: m.styles.block("tableblock", "caption"), Look: m.styles.theme.Tables,
		Measure: ask.measure, Place: ask.place, Scale: ask.scale, Valign: ask.valign, ID: ask.id}
	t.Columns = make([]layout.Column, len(s.Head))
	ask.shape(t.Columns)
	t.Head = m.dataRows(s.HeadRows, "tablehead")
	rows := s.Rows
	if n := len(rows); n > 0 && s.Total(n-1) && ask.foot == 0 {
		t.Foot = m.dataRows(rows[n-1:], "table")
		rows = rows[:n-1]
	}
	t.Rows = m.dataRows(rows, "table")
	caption := &bulletins.Table{}
	if ask.caption == "" && s.Title != "" {
		caption.Caption = []bulletins.Span{{Range: bulletins.Range{Start: -1, End: -1}, Text: s.Title}}
	}
	m.tableCaption(t, caption, ask)
	return t
}

func (m *maker) dataRows(rows [][]sheets.Cell, role string) []layout.TableRow {
	style := m.styles.theme.Style(role)
	out := make([]layout.TableRow, len(rows))
	for r, row := range rows {
		for _, c := range row {
			text := &layout.Text{Style: style, Lang: m.scene.lang}
			for i, line := range strings.Split(c.Text, "\n") {
				if i > 0 {
					text.Inlines = append(text.Inlines, layout.Inline{Break: true, Source: -1})
				}
				if line = m.printedCell(line); line != "" {
					text.Inlines = append(text.Inlines, layout.Inline{Text: line, Source: -1})
				}
			}
			out[r].Cells = append(out[r].Cells, layout.Cell{Text: text, ColSpan: c.ColSpan, RowSpan: c.RowSpan})
		}
	}
	return out
}

// printedCell is a cell as it is printed: a date as tables have it.
func (m *maker) printedCell(text string) string {
	t, err := time.Parse(time.DateOnly, text)
	if err != nil {
		return text
	}
	return m.phrase("date-short", "year", t.Format("2006"), "month", m.phrase("month-short-"+t.Format("1")), "day", digits(m.scene.lang, "day-digits", t.Day()))
}
