package sheet

import (
	"encoding/csv"
	"io"
	"strings"
)

// WriteCSV writes head and body in UTF-8 with its mark, without which Excel takes the
// text for GBK, and merged cells with their text in the first of their fields. What a
// spreadsheet would run as a formula gets an apostrophe, which Read takes away.
func WriteCSV(w io.Writer, t *Table) error {
	if _, err := io.WriteString(w, "\ufeff"); err != nil {
		return err
	}
	out := csv.NewWriter(w)
	out.UseCRLF = true
	if err := out.Write(t.Head); err != nil {
		return err
	}
	for _, row := range t.Rows {
		fields := make([]string, len(row))
		for i, c := range row {
			fields[i] = c.Text
			if guarded(c.Text) {
				fields[i] = "'" + c.Text
			}
		}
		if err := out.Write(fields); err != nil {
			return err
		}
	}
	out.Flush()
	return out.Error()
}

// guarded says whether a spreadsheet would take a text for a formula. A sign before a
// number is none.
func guarded(s string) bool {
	if s == "" || numeric.MatchString(s) {
		return false
	}
	return strings.IndexByte("=@+-", s[0]) >= 0 && len(s) > 1
}
