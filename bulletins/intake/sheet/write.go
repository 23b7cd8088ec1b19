package sheet

import (
	"io"
	"math"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"

	"safety365/bulletins"
)

// Widths of columns in characters of half an em, and the lines of a cell at most.
const (
	narrowest = 6
	widest    = 44
)

// Write writes tables as an XLSX file, a sheet each: title, head, merged cells and
// widths; dates are dates and columns of numbers are numbers, so that the office can go
// on with it. The head stands again on each printed page.
func Write(w io.Writer, tables ...*Table) error {
	f := excelize.NewFile()
	defer f.Close()
	taken := map[string]bool{}
	for i, t := range tables {
		name := freeName(sheetName(t.Sheet, i), taken)
		var err error
		if i == 0 {
			err = f.SetSheetName("Sheet1", name)
		} else {
			_, err = f.NewSheet(name)
		}
		if err == nil {
			err = writeSheet(f, name, t)
		}
		if err != nil {
			return err
		}
	}
	return f.Write(w)
}

// writeSheet writes a table into a sheet.
func writeSheet(f *excelize.File, name string, t *Table) error {
	wr := &writer{file: f, table: t, width: max(1, width(t)), head: t.HeadRows}
	if len(wr.head) == 0 && slices.ContainsFunc(t.Head, func(h string) bool { return h != "" }) {
		wr.head = [][]Cell{cellsOf(t.Head)}
	}
	// What concerns the page comes first, for the stream writes the sheet's end as it is.
	if err := wr.page(name); err != nil {
		return err
	}
	var err error
	if wr.out, err = f.NewStreamWriter(name); err != nil {
		return err
	}
	return wr.write()
}

// width returns how many columns a table has.
func width(t *Table) int {
	n := len(t.Head)
	for _, part := range [][][]Cell{t.HeadRows, t.Rows} {
		for _, row := range part {
			n = max(n, len(row))
		}
	}
	return n
}

var badSheetName = regexp.MustCompile(`[:\\/?*\[\]]`)

// sheetName makes a name that a sheet may have.
func sheetName(s string, i int) string {
	s = strings.Trim(badSheetName.ReplaceAllString(s, " "), " '")
	if r := []rune(s); len(r) > 31 {
		s = strings.TrimRight(string(r[:31]), " '")
	}
	if s == "" {
		return "Sheet" + itoa(i+1)
	}
	return s
}

// freeName is a name, or one with a number behind it if there is a sheet of that name;
// programs do not tell letter case.
func freeName(name string, taken map[string]bool) string {
	try := name
	for n := 2; taken[strings.ToLower(try)]; n++ {
		suffix := " " + itoa(n)
		r := []rune(name)
		try = string(r[:min(len(r), 31-len(suffix))]) + suffix
	}
	taken[strings.ToLower(try)] = true
	return try
}

// writer writes the rows of a sheet in their order.
type writer struct {
	file  *excelize.File
	out   *excelize.StreamWriter
	table *Table
	width int
	head  [][]Cell
	row   int // the last one written

	title, line, bold int // styles
	cells             map[cellStyle]int
}

// cellStyle is what makes the styles of the body differ.
type cellStyle struct {
	format string
	bold   bool
	center bool
}

func (w *writer) write() error {
	if err := w.styles(); err != nil {
		return err
	}
	for c := range w.width {
		if err := w.out.SetColWidth(c+1, c+1, w.columnWidth(c)); err != nil {
			return err
		}
	}
	if n := w.above() + len(w.head); n > 0 { // before the first row, as the stream asks
		err := w.out.SetPanes(&excelize.Panes{Freeze: true, YSplit: n, TopLeftCell: cellName(n+1, 1), ActivePane: "bottomLeft"})
		if err != nil {
			return err
		}
	}
	if w.table.Title != "" {
		if err := w.wide(w.table.Title, w.title, 30); err != nil {
			return err
		}
	}
	for _, s := range w.table.Before {
		if err := w.wide(s, w.line, 0); err != nil {
			return err
		}
	}
	if err := w.part(w.head, func(Cell, int, int) (any, int, error) { return nil, w.bold, nil }); err != nil {
		return err
	}
	if err := w.body(); err != nil {
		return err
	}
	for _, s := range w.table.After {
		if err := w.wide(s, w.line, 0); err != nil {
			return err
		}
	}
	return w.out.Flush()
}

// above returns how many rows stand above the head.
func (w *writer) above() int {
	if w.table.Title != "" {
		return len(w.table.Before) + 1
	}
	return len(w.table.Before)
}

func cellsOf(texts []string) []Cell {
	row := make([]Cell, len(texts))
	for i, s := range texts {
		row[i] = Cell{Text: s, RowSpan: 1, ColSpan: 1}
	}
	return row
}

// wide writes a line over all columns.
func (w *writer) wide(text string, style int, height float64) error {
	w.row++
	var opts []excelize.RowOpts
	if height > 0 {
		opts = append(opts, excelize.RowOpts{Height: height})
	}
	if err := w.out.SetRow(cellName(w.row, 1), []any{excelize.Cell{StyleID: style, Value: text}}, opts...); err != nil {
		return err
	}
	if w.width < 2 {
		return nil
	}
	return w.out.MergeCell(cellName(w.row, 1), cellName(w.row, w.width))
}

// part writes rows; value gives what a cell holds, nil for its text, and its style.
func (w *writer) part(rows [][]Cell, value func(c Cell, row, col int) (any, int, error)) error {
	for r, row := range rows {
		w.row++
		values := make([]any, len(row))
		for i, c := range row {
			v, style, err := value(c, r, i)
			if err != nil {
				return err
			}
			if v == nil && c.Text != "" {
				v = c.Text
			}
			values[i] = excelize.Cell{StyleID: style, Value: v}
			down, across := min(c.RowSpan, len(rows)-r), min(c.ColSpan, len(row)-i)
			if down > 1 || across > 1 {
				if err := w.out.MergeCell(cellName(w.row, i+1), cellName(w.row+max(1, down)-1, i+max(1, across))); err != nil {
					return err
				}
			}
		}
		if err := w.out.SetRow(cellName(w.row, 1), values); err != nil {
			return err
		}
	}
	return nil
}

// body writes the body with its dates and numbers.
func (w *writer) body() error {
	numbers, short := make([]bool, w.width), make([]bool, w.width)
	for c := range w.width {
		numbers[c], short[c] = w.judge(c)
	}
	return w.part(w.table.Rows, func(c Cell, row, col int) (any, int, error) {
		s := cellStyle{bold: w.table.Total(row), center: short[col]}
		var value any
		if t, format, ok := dateValue(c.Text); ok {
			value, s.format = t, format
		} else if numbers[col] {
			if v, format, ok := numberValue(c.Text); ok {
				value, s.format = v, format
			}
		}
		style, err := w.style(s)
		return value, style, err
	})
}

// judge says whether the cells of a column are numbers, and whether they are short.
func (w *writer) judge(col int) (numbers, short bool) {
	numbers, short = true, true
	for r, row := range w.table.Rows {
		if col >= len(row) || row[col].Text == "" {
			continue
		}
		if _, _, ok := numberValue(row[col].Text); !ok && !w.table.Total(r) {
			numbers = false
		}
		short = short && textWidth(row[col].Text) <= 12
	}
	return numbers, short
}

// columnWidth fits the longest line of a column, within limits; a merged cell asks
// for nothing.
func (w *writer) columnWidth(col int) float64 {
	most := 0
	for _, part := range [][][]Cell{w.head, w.table.Rows} {
		for _, row := range part {
			if col < len(row) && row[col].ColSpan < 2 {
				for line := range strings.SplitSeq(row[col].Text, "\n") {
					most = max(most, textWidth(line))
				}
			}
		}
	}
	return math.Min(widest, math.Max(narrowest, float64(most)+2))
}

// textWidth counts Han as two.
func textWidth(s string) int {
	n := utf8.RuneCountInString(s)
	for _, c := range s {
		if bulletins.IsHan(c) {
			n++
		}
	}
	return n
}
