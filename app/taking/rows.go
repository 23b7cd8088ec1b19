package taking

import (
	"slices"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"safety365/bulletins"
)

// look is how a place of a text is shown.
type look uint8

const (
	plain    look = iota
	was           // it is otherwise in the other text
	is            // it was otherwise in the other text
	went          // it goes
	came          // it comes
	settled       // it was decided what becomes of it
	remarked      // something was said about it
	warned        // something has to be done about it
)

// mark is a place of a text that has a look of its own.
type mark struct {
	bulletins.Range
	look look
}

// row is a piece of a text that fits into the width of a pane.
type row struct {
	bulletins.Range
	marks []mark // in it
}

// hanging are marks that never begin a row.
const hanging = " ,;:)，。、；：！？”’）》】〉」』"

// rowsOf cuts a text into rows of at most some width, words where they part; a mark or
// two may stand out of it.
func rowsOf(text string, width float32, advance func(rune) float32, marks []mark) []row {
	var out []row
	start, gap := 0, -1 // gap is behind the last space of the row
	used, sinceGap := float32(0), float32(0)
	cut := func(end int) {
		out = append(out, row{Range: bulletins.Range{Start: start, End: end}})
		start, gap, used = end, -1, 0
	}
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		if r == '\n' {
			cut(i)
			start, i = i+1, i+1
			continue
		}
		w := advance(r)
		if used+w > width && used > 0 && !strings.ContainsRune(hanging, r) {
			if rest := sinceGap; gap > start && inWord(text, i) {
				cut(gap)
				used = rest
			} else {
				cut(i)
			}
		}
		i, used, sinceGap = i+size, used+w, sinceGap+w
		if !inWord(text, i) {
			gap, sinceGap = i, 0
		}
	}
	if start < len(text) {
		cut(len(text))
	}
	spread(out, marks)
	return out
}

// inWord says whether a place is inside a word in Latin letters.
func inWord(text string, at int) bool {
	before, _ := utf8.DecodeLastRuneInString(text[:min(at, len(text))])
	after, _ := utf8.DecodeRuneInString(text[min(at, len(text)):])
	return latin(before) && latin(after)
}

func latin(r rune) bool { return r > ' ' && r < 0x2E80 && r != utf8.RuneError && !unicode.IsSpace(r) }

// spread puts marks into the rows in which they lie. Where places overlap, as those of
// two rules may, the first has the characters.
func spread(rows []row, marks []mark) {
	slices.SortStableFunc(marks, func(a, b mark) int { return a.Start - b.Start })
	last := 0
	for _, m := range marks {
		m.Start = max(m.Start, last)
		for i := rowAt(rows, m.Start); i < len(rows) && rows[i].Start < m.End; i++ {
			from, to := max(m.Start, rows[i].Start), min(m.End, rows[i].End)
			if from < to {
				rows[i].marks = append(rows[i].marks, mark{bulletins.Range{Start: from, End: to}, m.look})
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

// piece is a part of a row of one look.
type piece struct {
	bulletins.Range
	look look
}

// pieces are the parts of a row.
func (r row) pieces() []piece {
	var out []piece
	at := r.Start
	add := func(to int, l look) {
		if to > at {
			out = append(out, piece{bulletins.Range{Start: at, End: to}, l})
			at = to
		}
	}
	for _, m := range r.marks {
		add(m.Start, plain)
		add(m.End, m.look)
	}
	add(r.End, plain)
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
