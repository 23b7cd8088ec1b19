package taking

import (
	"slices"
	"sort"
	"unicode/utf8"

	"safety365/bulletins"
)

// row is a piece of a text that fits into the width of a pane.
type row struct {
	bulletins.Range
	marks []bulletins.Range // what was changed in it
}

// rowsOf cuts a text into rows of at most so many halves of an em. Marks stand in
// order of their start.
func rowsOf(text string, width int, marks []bulletins.Range) []row {
	var out []row
	start, used := 0, 0
	cut := func(end int) {
		out = append(out, row{Range: bulletins.Range{Start: start, End: end}})
		start, used = end, 0
	}
	for i, r := range text {
		if r == '\n' {
			cut(i)
			start = i + 1
			continue
		}
		w := 1
		if r >= 0x2E80 || r >= 0x2010 && r < 0x2030 {
			w = 2
		}
		if used+w > width && used > 0 {
			cut(i)
		}
		used += w
	}
	if start < len(text) {
		cut(len(text))
	}
	mark(out, marks)
	return out
}

// mark puts marks into the rows in which they lie.
func mark(rows []row, marks []bulletins.Range) {
	slices.SortFunc(marks, func(a, b bulletins.Range) int { return a.Start - b.Start })
	last := 0
	for _, m := range marks {
		m.Start = max(m.Start, last) // places of two rules may overlap
		for i := rowAt(rows, m.Start); i < len(rows) && rows[i].Start < m.End; i++ {
			from, to := max(m.Start, rows[i].Start), min(m.End, rows[i].End)
			if from < to {
				rows[i].marks = append(rows[i].marks, bulletins.Range{Start: from, End: to})
			}
		}
		last = max(last, m.End)
	}
}

// rowAt is the row in which a place lies.
func rowAt(rows []row, at int) int {
	i := sort.Search(len(rows), func(i int) bool { return rows[i].Start > at })
	return max(i-1, 0)
}

// piece is a part of a row, changed or not.
type piece struct {
	text    string
	changed bool
}

// pieces are the parts of a row.
func (r row) pieces(text string) []piece {
	var out []piece
	at := r.Start
	add := func(to int, changed bool) {
		if to > at {
			out = append(out, piece{shown(text[at:to]), changed})
			at = to
		}
	}
	for _, m := range r.marks {
		add(m.Start, false)
		add(m.End, true)
	}
	add(r.End, false)
	return out
}

// shown is a text without what a line cannot show.
func shown(s string) string {
	out := make([]rune, 0, len(s))
	for _, r := range s {
		switch {
		case r == '\t':
			r = ' '
		case r == utf8.RuneError || r < ' ' || r == 0x7f:
			r = '·'
		}
		out = append(out, r)
	}
	return string(out)
}
