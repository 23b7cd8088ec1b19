package kinds

import (
	"regexp"
	"strconv"
	"strings"

	"safety365/bulletins"
	sheets "safety365/bulletins/intake/sheet"
)

// A row of a table that says 合计, 小计 or Total adds up the rows above it, or those below
// it if it comes first. Its numbers are compared with theirs, column by column. A column
// is left alone if it is not made to be added up (rates, years, numbers of items) or holds
// anything else than exact numbers of one unit: 5300余, 约20, text.

var (
	subtotal   = regexp.MustCompile(`(?i)^(小计|小計|sub)`)
	grandTotal = regexp.MustCompile(`(?i)^(总计|總計|grand)`)
	cumulative = regexp.MustCompile(`^累[计計]`)
	ofWhich    = regexp.MustCompile(`(?i)^[（(]?(其中|of which|di ?antaranya)`)
	notAdded   = regexp.MustCompile(`(?i)序号|序號|编号|編號|年份|年度|比例|比重|占比|率|平均|均值|单价|單價|排名|名次|同比|环比|環比|%|\b(no\.?|nos\.?|id|year|rate|share|ratio|average|mean|price|rank|tahun|persen|rata-rata|harga satuan|peringkat|nomor|kode)\b`)
	exact      = regexp.MustCompile(`^(¥|￥|\$|€|Rp|RMB|CNY)?\s*([+\-−]?\d[\d.,]*)\s*(\p{L}{0,12})$`)
	vague      = regexp.MustCompile(`[余餘多逾约約近超上下左右]`)
)

// figure is an exact number in ten-thousandths, with its unit.
type figure struct {
	n    int64
	unit string
}

// figureOf reads a cell as one number; ok is false for anything else.
func figureOf(lang, text string) (figure, bool) {
	parts := exact.FindStringSubmatch(strings.TrimSpace(text))
	if parts == nil || vague.MatchString(parts[3]) {
		return figure{}, false
	}
	digits := strings.Replace(parts[2], "−", "-", 1)
	point, comma := ".", ","
	if lang == "id" {
		point, comma = comma, point
	}
	whole, fraction, _ := strings.Cut(digits, point)
	if groups := strings.Split(whole, comma); len(groups) > 1 {
		for _, g := range groups[1:] {
			if len(g) != 3 {
				return figure{}, false
			}
		}
		whole = strings.Join(groups, "")
	}
	if len(whole) > 13 || len(fraction) > 4 {
		return figure{}, false
	}
	n, err := strconv.ParseInt(whole+(fraction + "0000")[:4], 10, 64)
	return figure{n, parts[1] + parts[3]}, err == nil
}

// said words a number in the manner of a language.
func (f figure) said(lang string) string {
	text := strconv.FormatFloat(float64(f.n)/10_000, 'f', -1, 64)
	if !strings.Contains(text, ".") && !strings.HasPrefix(lang, "zh") {
		n, _ := strconv.Atoi(strings.TrimPrefix(text, "-"))
		text = strings.Repeat("-", strings.Count(text, "-")) + printedNumber(lang, n)
	} else {
		text = decimal(lang, text)
	}
	return text
}

// checkSums compares the rows of a table that add others up with those, and tells which
// cells do not say their sum.
func checkSums(lang string, head []string, rows [][]string, tell func(row, col int, said, sum string)) {
	labels := make([]string, len(rows))
	for r, row := range rows {
		if words := filled(row); len(words) > 0 {
			labels[r] = words[0]
		}
	}
	for r, label := range labels {
		if !sheets.IsTotal(label) || cumulative.MatchString(label) {
			continue
		}
		items := added(labels, r)
		for c := 1; c < len(rows[r]); c++ {
			if c < len(head) && notAdded.MatchString(head[c]) {
				continue
			}
			if said, sum, differ := compareSum(lang, rows, items, r, c); differ {
				tell(r, c, said.said(lang), sum.said(lang))
			}
		}
	}
}

// added are the rows that a row adds up: those since the last such row of its rank, or
// those below it if there is nothing above.
func added(labels []string, total int) []int {
	var out []int
	for r := total - 1; r >= 0; r-- {
		switch other := labels[r]; {
		case !sheets.IsTotal(other):
			if !ofWhich.MatchString(other) {
				out = append(out, r)
			}
			continue
		case subtotal.MatchString(labels[total]), !subtotal.MatchString(other) && !grandTotal.MatchString(labels[total]):
			return out
		}
	}
	if len(out) > 0 || total > 0 {
		return out
	}
	for r := total + 1; r < len(labels) && !sheets.IsTotal(labels[r]); r++ {
		if !ofWhich.MatchString(labels[r]) {
			out = append(out, r)
		}
	}
	return out
}

// compareSum adds a column up. Differ is false as well if there is nothing to compare.
func compareSum(lang string, rows [][]string, items []int, total, c int) (said, sum figure, differ bool) {
	said, ok := figureOf(lang, rows[total][c])
	if !ok || strings.ContainsAny(said.unit, "%‰") {
		return said, sum, false
	}
	sum.unit = said.unit
	count := 0
	for _, r := range items {
		text := ""
		if c < len(rows[r]) {
			text = strings.TrimSpace(rows[r][c])
		}
		if text == "" || text == "/" || text == "—" || text == "–" || text == "-" {
			continue
		}
		f, ok := figureOf(lang, text)
		if !ok || f.unit != said.unit {
			return said, sum, false
		}
		sum.n += f.n
		count++
	}
	return said, sum, count > 1 && sum.n != said.n
}

// checkTextSums looks at a table of the text.
func (m *maker) checkTextSums(head, body, foot [][]bulletins.Cell) {
	names := []string{}
	if len(head) > 0 {
		names = cellTexts(head[len(head)-1])
	}
	cells := append(body[:len(body):len(body)], foot...)
	rows := make([][]string, len(cells))
	for i, row := range cells {
		rows[i] = cellTexts(row)
	}
	checkSums(m.scene.lang, names, rows, func(row, col int, said, sum string) {
		m.report(bulletins.Warning, "table-sum", cells[row][col].Range, "said", said, "sum", sum)
	})
}

// cellTexts are the words of cells; one that continues another has none.
func cellTexts(row []bulletins.Cell) []string {
	out := make([]string, len(row))
	for i, c := range row {
		if text := oneLine(bulletins.PlainText(c.Spans)); text != "<" && text != "^" {
			out[i] = text
		}
	}
	return out
}

// checkFileSums looks at the table of a file, and says at a place what is wrong.
func (m *maker) checkFileSums(s *sheets.Table, file string, at bulletins.Range) {
	rows := make([][]string, len(s.Rows))
	for r, row := range s.Rows {
		for _, c := range row {
			rows[r] = append(rows[r], oneLine(c.Text))
		}
	}
	checkSums(m.scene.lang, s.Head, rows, func(row, col int, said, sum string) {
		m.report(bulletins.Warning, "table-sum", at, "said", said, "sum", sum, "place", cellPlace(s, file, row, col))
	})
}

// cellPlace is where a cell of a file stands, as people find it; a file that is a document
// has no cells with names.
func cellPlace(s *sheets.Table, file string, row, col int) string {
	if c := s.Rows[row][col]; c.Row > 0 {
		return file + " " + c.Name()
	}
	return file + " " + s.Head[col] + " " + strconv.Itoa(row+1)
}
