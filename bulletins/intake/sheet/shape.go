package sheet

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"safety365/bulletins"
)

// Words that tell what a row is.
var (
	totalRow = regexp.MustCompile(`(?i)^(合计|总计|小计|共计|累计|總計|合計|小計|共計|累計|(sub|grand )?total|jumlah|sub ?jumlah)([:：(（].*)?$`)
	labelled = regexp.MustCompile(`^[^:：]{1,20}[:：]`)                          // 填报单位：…
	appendix = regexp.MustCompile(`^(附件|附表|附錄|附录)\s*[\d一二三四五六七八九十]*\s*[:：]?$`) // stands above a title
	numeric  = regexp.MustCompile(`^[+-]?[\d,]*\.?\d+%?$`)
)

// IsTotal says whether the first text of a row says that it adds others up: 合计, Total.
func IsTotal(text string) bool { return totalRow.MatchString(solid(text)) }

// shape parts the sheet into title, head, body and the lines round them.
func (in *input) shape(g *grid) *Table {
	rows, hiddenRows, hiddenCols, ok := g.dense(in.options.Hidden)
	switch {
	case !ok:
		in.fail("sheet-too-many-cells", "limit", itoa(MaxCells))
		return nil
	case len(rows) == 0:
		in.fail("sheet-empty")
		return nil
	}
	if hiddenRows > 0 {
		in.report(bulletins.Info, "sheet-hidden-rows", "count", itoa(hiddenRows))
	}
	if hiddenCols > 0 {
		in.report(bulletins.Info, "sheet-hidden-columns", "count", itoa(hiddenCols))
	}
	t := &Table{}
	first, after := in.findHead(rows)
	t.above(rows[:first])
	t.head(rows[first:after], len(rows[0]))
	end := bodyEnd(rows, after)
	for _, row := range rows[end:] {
		t.After = append(t.After, joined(row))
	}
	in.body(t, rows[after:end])
	return t
}

// above takes the rows over the head: the title, and other lines.
func (t *Table) above(rows [][]field) {
	for _, row := range rows {
		text := joined(row)
		if t.Title == "" && sole(row) && !appendix.MatchString(text) && !labelled.MatchString(text) {
			t.Title = oneLine(text)
			continue
		}
		t.Before = append(t.Before, text)
	}
}

// head takes the rows of the head. A span that goes on into the body ends with it.
func (t *Table) head(rows [][]field, width int) {
	t.HeadRows = make([][]Cell, len(rows))
	for r, row := range rows {
		t.HeadRows[r] = make([]Cell, width)
		for c, f := range row {
			t.HeadRows[r][c] = f.Cell
			t.HeadRows[r][c].RowSpan = min(f.RowSpan, len(rows)-r)
		}
	}
	t.Head = HeadNames(t.HeadRows, width)
}

// HeadNames names the columns below the rows of a head: that of two rows is 组/项.
func HeadNames(rows [][]Cell, width int) []string {
	head := make([]string, width)
	for c := range head {
		var names []string
		for r := range rows {
			name := oneLine(owner(rows, r, c).Text)
			if name != "" && (len(names) == 0 || names[len(names)-1] != name) {
				names = append(names, name)
			}
		}
		head[c] = strings.Join(names, "/")
	}
	return head
}

// bodyEnd returns where the lines below the table begin: those with a single cell or
// with labels only, at the end of the sheet, if the table has more than two columns.
func bodyEnd(rows [][]field, after int) int {
	end := len(rows)
	if len(rows[0]) < 3 {
		return end
	}
	for end > after+1 {
		cells := filled(rows[end-1])
		if len(cells) == 0 {
			end--
			continue
		}
		labels := 0
		for _, f := range cells {
			if labelled.MatchString(f.Text) {
				labels++
			}
		}
		wide := len(cells) == 1 && cells[0].ColSpan > 1
		if totalRow.MatchString(solid(cells[0].Text)) || labels == 0 && !wide || labels < len(cells) && labels*2 < len(cells) {
			break
		}
		end--
	}
	return end
}

// body takes the rows below the head and reads their dates.
func (in *input) body(t *Table, rows [][]field) {
	dates := make([]bool, len(t.Head))
	for c, h := range t.Head {
		dates[c] = isDateHead(h)
	}
	t.Rows = make([][]Cell, len(rows))
	for r, row := range rows {
		t.Rows[r] = make([]Cell, len(row))
		total := false
		if cells := filled(row); len(cells) > 0 {
			total = totalRow.MatchString(solid(cells[0].Text))
		}
		if total {
			t.Totals = append(t.Totals, r)
		}
		for c, f := range row {
			if f.Text != "" {
				f.Text = in.date(f, dates[c])
			}
			t.Rows[r][c] = f.Cell
		}
	}
}

// date returns the text of a cell, as ISO has it if it is a date.
func (in *input) date(f field, below bool) string {
	if f.plain && below {
		if date, ok := plainDate(f.Text, in.from1904); ok {
			return date
		}
	}
	date, ok, wrong := normalDate(f.Text, below)
	switch {
	case ok:
		return date
	case wrong && below:
		in.report(bulletins.Warning, "sheet-date", "place", f.Name(), "value", f.Text)
	}
	return f.Text
}

// joined returns the texts of a row as one line.
func joined(row []field) string {
	var texts []string
	for _, f := range filled(row) {
		texts = append(texts, f.Text)
	}
	return strings.Join(texts, "　")
}

// oneLine joins the lines and parts of a head: 整 改 is 整改, due date stays.
func oneLine(s string) string {
	var b strings.Builder
	for _, part := range strings.Fields(s) {
		last, _ := utf8.DecodeLastRuneInString(b.String())
		first, _ := utf8.DecodeRuneInString(part)
		if b.Len() > 0 && !bulletins.IsHan(last) && !bulletins.IsHan(first) {
			b.WriteByte(' ')
		}
		b.WriteString(part)
	}
	return b.String()
}
