package sheet

import (
	"slices"
	"unicode/utf8"

	"safety365/bulletins"
)

// Rows that are looked at for the head, and rows that a head may have.
const (
	headSearch = 20
	maxHead    = 4
)

// findHead returns where the head begins and where the body does.
func (in *input) findHead(rows [][]field) (first, after int) {
	switch at := in.options.HeadRow; {
	case at < 0:
		return 0, 0
	case at > 0:
		first = slices.IndexFunc(rows, func(row []field) bool { return row[0].Row >= at })
		if first < 0 {
			first = 0
		}
	default:
		first = in.guessHead(rows)
	}
	if n := in.options.HeadRows; n > 0 {
		return first, min(first+n, len(rows))
	}
	return first, headEnd(rows, first)
}

// guessHead returns the first row that fills most columns with words.
func (in *input) guessHead(rows [][]field) int {
	best, most := 0, 0
	for r, row := range rows[:min(len(rows), headSearch)] {
		full, numbers, labels := 0, 0, 0
		for _, f := range row {
			switch {
			case f.RowSpan == 0, f.Text != "":
				full++
			}
			if _, isDate, _ := normalDate(f.Text, false); isDate || numeric.MatchString(f.Text) {
				numbers++
			}
			if labelled.MatchString(f.Text) {
				labels++
			}
		}
		if sole(row) && len(row) > 1 || labels > 0 {
			continue
		}
		if full*2 >= len(row) && numbers*2 <= full || r+2 < len(rows) && grouped(row, rows[r+1]) {
			return r
		}
		if full > most {
			best, most = r, full
		}
	}
	in.report(bulletins.Info, "sheet-head-unsure", "row", itoa(rows[best][0].Row))
	return best
}

// sole says whether a row holds a single cell with a text.
func sole(row []field) bool { return len(filled(row)) == 1 }

func filled(row []field) []field {
	var out []field
	for _, f := range row {
		if f.Text != "" {
			out = append(out, f)
		}
	}
	return out
}

// headEnd returns the first row below the head: merged cells go over the rows of the
// head, and below cells that go over columns stand the names of these.
func headEnd(rows [][]field, first int) int {
	end := first + 1
	if end+1 < len(rows) && grouped(rows[first], rows[end]) {
		inferSpans(rows[first], rows[end])
	}
	for r := first; r < end; r++ {
		for _, f := range rows[r] {
			end = max(end, min(r+f.RowSpan, len(rows), first+maxHead))
		}
		if r == end-1 && end < min(len(rows)-1, first+maxHead) && subhead(rows[r], rows[end]) {
			end++
		}
	}
	return end
}

func merged(row []field) bool {
	return slices.ContainsFunc(row, func(f field) bool { return f.RowSpan != 1 || f.ColSpan != 1 })
}

// subhead says whether a row names the columns of the groups above it: it has words
// below each group and nothing elsewhere.
func subhead(above, row []field) bool {
	groups := 0
	for c := 0; c < len(above); c++ {
		span := above[c].ColSpan
		if span < 2 {
			if row[c].Text != "" && row[c].RowSpan > 0 {
				return false
			}
			continue
		}
		groups++
		for _, f := range row[c : c+span] {
			if f.Text == "" && f.RowSpan > 0 || numeric.MatchString(f.Text) || utf8.RuneCountInString(f.Text) > 15 {
				return false
			}
		}
		c += span - 1
	}
	return groups > 0
}

// grouped says whether two rows are a head whose merged cells are not marked, as in a
// CSV: the second has words in just those columns that the first leaves blank, and in
// the one before each of them.
func grouped(first, second []field) bool {
	if merged(first) || first[0].Text == "" {
		return false
	}
	groups := 0
	for c, f := range first {
		starts := f.Text != "" && c+1 < len(first) && first[c+1].Text == ""
		under := second[c].Text
		if (f.Text == "" || starts) != (under != "") || numeric.MatchString(under) {
			return false
		}
		if starts {
			groups++
		}
	}
	return groups > 0
}

// inferSpans merges the cells of such a head.
func inferSpans(first, second []field) {
	for c := 0; c < len(first); {
		n := 1
		for c+n < len(first) && first[c+n].Text == "" {
			first[c+n].RowSpan, first[c+n].ColSpan = 0, 0
			n++
		}
		first[c].ColSpan = n
		if n == 1 {
			first[c].RowSpan = 2
			second[c].RowSpan, second[c].ColSpan = 0, 0
		}
		c += n
	}
}
