package numbers

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
	"time"

	"safety365/app/press"
	"safety365/bulletins"
)

// Wish says for what a number is wanted.
type Wish struct {
	Kind string
	Code string    // 机关代字, for the first number of all
	Date time.Time // of the document
}

// Proposal is the next number, or the next issue of a brief.
type Proposal struct {
	Number       string `json:"number,omitempty"`
	Issue        int    `json:"issue,omitempty"`
	Total        int    `json:"total,omitempty"`
	Last         string `json:"last,omitempty"` // the one before
	LastDocument string `json:"lastDocument,omitempty"`
}

// Next proposes a number: one more than the last in the row that the newest document of
// the kind belongs to; without one the office's code begins a row.
func Next(entries []Entry, w Wish) (Proposal, bool) {
	newest := pick(entries, func(e *Entry) bool { return e.Kind == w.Kind && e.number.n > 0 })
	if newest == nil && w.Code != "" {
		// The row may have been begun by documents of other kinds.
		begun := number{form: form{text: w.Code + "〔{year}〕{n}号"}}
		newest = pick(entries, func(e *Entry) bool { return e.number.row() == begun.row() })
		if newest == nil {
			return Proposal{Number: begun.write(1, w.Date)}, true
		}
	}
	if newest == nil {
		return Proposal{}, false
	}
	row := newest.number.row()
	last := pick(entries, func(e *Entry) bool {
		return e.number.row() == row && (e.number.year == 0 || e.number.year == w.Date.Year())
	})
	n := 1
	out := Proposal{}
	if last != nil {
		n = last.number.n + 1
		out.Last, out.LastDocument = last.Number, last.Path
	}
	if newest.Issue == 0 {
		out.Number = newest.number.write(n, w.Date)
		return out, true
	}
	out.Issue = n
	for _, e := range entries {
		if e.number.row() == row && e.Total > 0 {
			out.Total = max(out.Total, e.Total+1)
		}
	}
	return out, true
}

// pick is the entry with the highest number of the last year.
func pick(entries []Entry, fits func(*Entry) bool) *Entry {
	var best *Entry
	for i := range entries {
		e := &entries[i]
		if e.number.n > 0 && fits(e) && (best == nil || cmp.Or(cmp.Compare(e.number.year, best.number.year), cmp.Compare(e.number.n, best.number.n)) > 0) {
			best = e
		}
	}
	return best
}

// Check reports numbers that two documents have, and those that are missing between
// others.
func Check(entries []Entry) []press.Finding {
	type key struct {
		row  string
		year int
	}
	rows := map[key]map[int]*Entry{}
	var out []press.Finding
	for i := range entries {
		e := &entries[i]
		if e.number.n == 0 {
			continue
		}
		k := key{e.number.row(), e.number.year}
		if rows[k] == nil {
			rows[k] = map[int]*Entry{}
		}
		if other := rows[k][e.number.n]; other != nil {
			out = append(out, e.finding(bulletins.Warning, "number-twice", "number", e.shown(), "other", other.Path))
			continue
		}
		rows[k][e.number.n] = e
	}
	for _, row := range rows {
		have := slices.Sorted(maps.Keys(row))
		last := row[have[len(have)-1]]
		if missing := gaps(have); missing != "" {
			out = append(out, last.finding(bulletins.Info, "number-gap", "series", last.shown(), "missing", missing))
		}
	}
	slices.SortStableFunc(out, func(a, b press.Finding) int {
		return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.Code, b.Code))
	})
	return out
}

// shown is a number as people know it.
func (e *Entry) shown() string {
	if e.Number != "" {
		return e.Number
	}
	return strings.TrimSpace(e.Series + " " + strconv.Itoa(e.Issue))
}

func (e *Entry) finding(severity bulletins.Severity, code string, args ...string) press.Finding {
	d := bulletins.Diagnostic{Code: code, Severity: severity, Range: e.place, Args: map[string]string{}}
	for i := 0; i+1 < len(args); i += 2 {
		d.Args[args[i]] = args[i+1]
	}
	return press.FindingOf(e.doc, d)
}

// maxGaps is how many stretches of missing numbers are listed.
const maxGaps = 20

// gaps lists what is missing between sorted numbers: 3, 5–7.
func gaps(have []int) string {
	var out []string
	for i := 1; i < len(have); i++ {
		switch from, to := have[i-1]+1, have[i]-1; {
		case from > to:
		case len(out) == maxGaps:
			return strings.Join(out, ", ") + " …"
		case from == to:
			out = append(out, strconv.Itoa(from))
		default:
			out = append(out, fmt.Sprintf("%d–%d", from, to))
		}
	}
	return strings.Join(out, ", ")
}
