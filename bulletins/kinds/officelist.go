package kinds

import (
	"strings"

	sheets "safety365/bulletins/intake/sheet"
)

// list reads a table that the office's file names; nil if there is none. What is wrong
// with it is said where it is named.
func (o *Office) list(key string, files *[]string) *sheets.Table {
	v := o.Source.Meta.Values[key]
	name := strings.TrimSpace(v.Text)
	if name == "" {
		return nil
	}
	*files = append(*files, name)
	b := &book{name: name}
	_, err := statIn(o.folder, name)
	b.read(o.folder, true, err)
	for _, d := range b.found {
		d.Range = v.Range
		o.Found = append(o.Found, d)
	}
	return b.table
}

// columnsOf are the columns of a table by the words that they may have above them; a
// table without any of them has none.
func columnsOf(t *sheets.Table, words map[string][]string) map[string]int {
	out := map[string]int{}
	for key, names := range words {
		if c := t.Column(names...); c >= 0 {
			out[key] = c
		}
	}
	return out
}

// cellOf is what a row says in a column, "" if there is no such column.
func cellOf(t *sheets.Table, row int, columns map[string]int, key string) string {
	c, ok := columns[key]
	if !ok {
		return ""
	}
	return oneLine(t.Value(row, c))
}
