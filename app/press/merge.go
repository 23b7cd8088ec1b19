package press

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"safety365/bulletins"
	"safety365/bulletins/intake/sheet"
	"safety365/bulletins/kinds"
	"safety365/themes"
)

// Merge makes a document of each row of a table: {{column}} in a text is the row's cell.
type Merge struct {
	Path  string // of the table
	Table *sheet.Table
	Rows  []int // the rows of the table that say anything and add nothing up

	text    string
	lang    string
	columns map[string]int // of the text's words, -1: the table has none
	name    int            // the column that names the outputs
}

// slot is a word in a text that stands for a cell.
var slot = regexp.MustCompile(`\{\{[ \t\x{3000}]*([^{}\n]+?)[ \t\x{3000}]*\}\}`)

// ReadMerge reads a table for a text. The findings say what is wrong with either of
// them, those of the text at their places in it; the error is about files.
func ReadMerge(document, text, path, sheetName string) (*Merge, []Finding, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, nil, err
	}
	defer f.Close()
	table, said, err := sheet.Read(filepath.Base(path), f, sheet.Options{Sheet: sheetName})
	if err != nil {
		return nil, nil, err
	}
	var found []Finding
	for _, d := range said {
		d.Range = nowhere
		found = append(found, Finding{Diagnostic: d, File: path})
	}
	if table == nil {
		return nil, found, nil
	}
	m := newMerge(text, table)
	m.Path = path
	doc := &bulletins.Document{Name: document, Text: text}
	for _, at := range slot.FindAllStringSubmatchIndex(text, -1) {
		name := text[at[2]:at[3]]
		if m.columns[name] >= 0 {
			continue
		}
		d := bulletins.Diagnostic{Code: "merge-column", Severity: bulletins.Error, Range: bulletins.Range{Start: at[0], End: at[1]},
			Args: map[string]string{"name": name, "nearest": themes.Nearest(name, table.Head), "known": strings.Join(table.Head, ", ")}}
		found = append(found, FindingOf(doc, d))
	}
	return m, found, nil
}

// newMerge finds the columns that a text asks for and the rows that count.
func newMerge(text string, table *sheet.Table) *Merge {
	m := &Merge{Table: table, text: text, columns: map[string]int{}, name: -1}
	if found := regexp.MustCompile(`(?m)^lang:[ \t]*["']?([A-Za-z-]+)`).FindStringSubmatch(text); found != nil {
		m.lang = found[1]
	}
	for _, found := range slot.FindAllStringSubmatch(text, -1) {
		m.columns[found[1]] = table.Column(found[1])
	}
	for row := range table.Rows {
		if !table.Total(row) && slices.ContainsFunc(table.Rows[row], func(c sheet.Cell) bool { return strings.TrimSpace(c.Text) != "" }) {
			m.Rows = append(m.Rows, row)
		}
	}
	m.name = m.nameColumn(text)
	return m
}

// nameColumn is the column that tells the documents apart: one that is called a name,
// else the first that the text asks for, else the first that is no number.
func (m *Merge) nameColumn(text string) int {
	if c := kinds.NameColumn(m.Table); c >= 0 {
		return c
	}
	for _, found := range slot.FindAllStringSubmatch(text, -1) {
		if c := m.columns[found[1]]; c >= 0 {
			return c
		}
	}
	for c := range m.Table.Head {
		for _, row := range m.Rows {
			if _, err := strconv.Atoi(m.Table.Value(row, c)); err != nil {
				return c
			}
		}
	}
	return -1
}

// Text is the document of the i-th of the Rows. Its lines are those of the text.
func (m *Merge) Text(i int) string {
	return fillSlots(m.text, m.lang, func(name string) string {
		if c := m.columns[name]; c >= 0 {
			return strings.TrimSpace(m.Table.Value(m.Rows[i], c))
		}
		return ""
	})
}

// Place is the row of the file that the i-th document is made of, and its name.
func (m *Merge) Place(i int) (row int, name string) {
	if m.name >= 0 {
		name = strings.TrimSpace(m.Table.Value(m.Rows[i], m.name))
	}
	return m.Table.Rows[m.Rows[i]][0].Row, name
}

// FileName is the name of the i-th document's output, without the extension: its number
// and the row's name.
func (m *Merge) FileName(i int) string {
	_, name := m.Place(i)
	digits := len(strconv.Itoa(len(m.Rows)))
	number := strconv.Itoa(i + 1)
	number = strings.Repeat("0", max(0, digits-len(number))) + number
	return strings.TrimSpace(number + " " + cutName(cleanName(name, strings.HasPrefix(m.lang, "zh")), MaxName-len(number)-1))
}
