package numbers

import (
	"cmp"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"safety365/assets"
	"safety365/bulletins/intake/sheet"
	"safety365/bulletins/kinds"
)

// columns of the register; their heads are phrases.
var columns = []struct {
	phrase string
	text   func(e *Entry, dir, lang string) string
}{
	{"register-number", func(e *Entry, _, lang string) string { return numberOrIssue(e, lang) }},
	{"register-title", func(e *Entry, _, _ string) string { return e.Title }},
	{"register-kind", func(e *Entry, _, lang string) string { return kindTitle(e.Kind, lang) }},
	{"register-issuer", func(e *Entry, _, lang string) string { return strings.Join(e.Issuer, assets.Phrase(lang, "name-join")) }},
	{"register-date", func(e *Entry, _, _ string) string { return e.Date }},
	{"register-to", func(e *Entry, _, lang string) string { return strings.Join(e.To, assets.Phrase(lang, "name-join")) }},
	{"register-file", func(e *Entry, dir, _ string) string { return within(dir, e.Path) }},
}

// Table is the register (发文登记簿) of a folder in a language: the documents that have a
// number or an issue, row by row.
func Table(lang, dir string, entries []Entry) *sheet.Table {
	t := &sheet.Table{Title: assets.Phrase(lang, "register"), Sheet: assets.Phrase(lang, "register")}
	for _, c := range columns {
		t.Head = append(t.Head, assets.Phrase(lang, c.phrase))
	}
	sorted := slices.DeleteFunc(slices.Clone(entries), func(e Entry) bool { return e.Number == "" && e.Issue == 0 })
	slices.SortStableFunc(sorted, func(a, b Entry) int {
		return cmp.Or(cmp.Compare(a.number.row(), b.number.row()), cmp.Compare(a.number.year, b.number.year),
			cmp.Compare(a.number.n, b.number.n), cmp.Compare(a.Path, b.Path))
	})
	for i := range sorted {
		var row []sheet.Cell
		for _, c := range columns {
			row = append(row, sheet.Cell{Text: c.text(&sorted[i], dir, lang), RowSpan: 1, ColSpan: 1})
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

func numberOrIssue(e *Entry, lang string) string {
	if e.Number == "" {
		return strings.TrimSpace(e.Series + " " + assets.Phrase(lang, "register-issue", "n", strconv.Itoa(e.Issue)))
	}
	return e.Number
}

func kindTitle(name, lang string) string {
	if k, ok := kinds.Lookup(name); ok {
		return k.Title(lang)
	}
	return name
}

func within(dir, path string) string {
	if rel, err := filepath.Rel(dir, path); err == nil {
		return filepath.ToSlash(rel)
	}
	return path
}
