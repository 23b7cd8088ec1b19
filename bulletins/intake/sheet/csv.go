package sheet

import (
	"encoding/csv"
	"io"
	"regexp"
	"strings"

	"safety365/bulletins"
	"safety365/bulletins/intake/charset"
)

// separators are what may stand between the fields of a CSV.
var separators = []rune{',', ';', '\t', '|', '，'}

// scientific is a number that a spreadsheet has shortened.
var scientific = regexp.MustCompile(`^[+-]?\d(\.\d+)?[eE]\+\d+$`)

func (in *input) readCSV(data []byte) *Table {
	text, encoding := charset.Decode(data)
	switch head := strings.ToLower(strings.TrimSpace(text[:min(len(text), 512)])); {
	case encoding == "":
		in.fail("sheet-encoding")
		return nil
	case strings.HasPrefix(head, "<") && (strings.Contains(head, "<html") || strings.Contains(head, "<table") || strings.Contains(head, "<?xml")):
		in.fail("sheet-web-page") // many systems export those under the name of .xls
		return nil
	case strings.ContainsRune(text, 0):
		in.fail("sheet-no-table")
		return nil
	}
	text = strings.ReplaceAll(strings.ReplaceAll(text, "\r\n", "\n"), "\r", "\n")
	sep, text := separatorOf(text)
	g := in.csvGrid(text, sep)
	if g == nil {
		return nil
	}
	t := in.shape(g)
	if t != nil {
		t.Encoding = encoding
	}
	return t
}

// separatorOf finds the separator: Excel's line sep=; or the one that parts most of
// the first lines into the same number of fields.
func separatorOf(text string) (rune, string) {
	if rest, ok := strings.CutPrefix(text, "sep="); ok && rest != "" {
		line, _, _ := strings.Cut(rest, "\n")
		if r := []rune(line); len(r) == 1 {
			// The line stays as a blank one, so that rows are counted as in the file.
			return r[0], text[len("sep=")+len(line):]
		}
	}
	start := text[:min(len(text), 64<<10)]
	best, most := ',', 0
	for _, sep := range separators {
		r := newCSV(start, sep)
		counts := map[int]int{}
		for range 100 {
			record, err := r.Read()
			if err != nil {
				break
			}
			counts[len(record)]++
		}
		for fields, rows := range counts {
			if score := (fields - 1) * rows; score > most {
				best, most = sep, score
			}
		}
	}
	return best, text
}

func newCSV(text string, sep rune) *csv.Reader {
	r := csv.NewReader(strings.NewReader(text))
	r.Comma, r.FieldsPerRecord, r.LazyQuotes, r.ReuseRecord = sep, -1, true, true
	return r
}

// csvGrid reads the fields. Rows are counted as spreadsheets count them: a field of
// several lines is in one row.
func (in *input) csvGrid(text string, sep rune) *grid {
	g, r := &grid{}, newCSV(text, sep)
	inside, cells := 0, 0 // line ends inside fields so far; cells
	for {
		record, err := r.Read()
		if err == io.EOF {
			return g
		}
		if err != nil {
			in.fail("sheet-broken", "reason", err.Error())
			return nil
		}
		at, _ := r.FieldPos(0)
		l := line{row: at - inside}
		if cells += len(record); cells > MaxCells {
			in.fail("sheet-too-many-cells", "limit", itoa(MaxCells))
			return nil
		}
		for i, field := range record {
			breaks := strings.Count(field, "\n")
			inside += breaks
			if breaks > 50 {
				at, _ := r.FieldPos(i)
				in.report(bulletins.Warning, "sheet-quote", "line", itoa(at))
			}
			if c, ok := in.csvCell(field, l.row, i+1); ok {
				l.cells = append(l.cells, c)
			}
		}
		g.lines = append(g.lines, l)
	}
}

// csvCell makes a cell of a field, if it says anything.
func (in *input) csvCell(field string, row, col int) (rawCell, bool) {
	field = trim(field)
	if rest, ok := strings.CutPrefix(field, "'"); ok && guarded(rest) {
		field = rest
	}
	if v, ok := strings.CutPrefix(field, `="`); ok { // how some keep leading zeros
		field = strings.TrimSuffix(v, `"`)
	}
	plain := false
	if field != "" && field[0] < 'A' { // a sign or a digit, perhaps
		plain = plainNumber.MatchString(field)
		if scientific.MatchString(field) {
			in.warn("sheet-scientific", row, col, field)
		}
	}
	return rawCell{col: col, text: strings.Clone(field), plain: plain}, field != ""
}
