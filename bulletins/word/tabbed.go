package word

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// tabbed makes tables of what stands in columns by tabs: two rows of three columns, three
// of two at least.
func tabbed(items []item) []item {
	var out []item
	for i := 0; i < len(items); {
		n := columnsOf(items[i])
		j := i
		for j < len(items) && n > 0 && columnsOf(items[j]) == n {
			j++
		}
		if rows := j - i; n >= 3 && rows >= 2 || n == 2 && rows >= 3 {
			out = append(out, item{table: tableOf(items[i:j])})
			i = j
			continue
		}
		out = append(out, items[i])
		i++
	}
	return out
}

var tabs = regexp.MustCompile(`\t+`)

// columnsOf is how many columns of words the tabs of a paragraph make; 0: none.
func columnsOf(it item) int {
	p := it.para
	if p == nil || !strings.Contains(p.text(false), "\t") || !p.isBare() || p.level > 0 || p.title || slices.ContainsFunc(p.runs, func(r runIn) bool { return r.underlined }) {
		return 0
	}
	text := p.text(false)
	fields := tabs.Split(strings.TrimRight(text, "\t "), -1)
	for _, f := range fields {
		if n := utf8.RuneCountInString(strings.TrimSpace(f)); n == 0 || n > 30 || strings.ContainsAny(f, "\n…_") || strings.HasSuffix(f, "：") || strings.HasSuffix(f, ":") {
			return 0
		}
	}
	if len(fields) == 2 && isLabel(fields[0]) || choice.MatchString(text) {
		return 0
	}
	return len(fields)
}

var (
	label  = regexp.MustCompile(`^[（(]?[0-9A-Za-z一二三四五六七八九十①-⑳]{1,3}[)）.．、]?$`)
	choice = regexp.MustCompile(`(^|\t)\s*[（(]?[B-Db-d][)）.．、]`) // of a question
)

// isLabel says whether words hang left of a text: a number, or a sign.
func isLabel(words string) bool {
	words = strings.TrimSpace(words)
	first, n := utf8.DecodeRuneInString(words)
	return label.MatchString(words) || n == len(words) && !unicode.IsLetter(first)
}

// tableOf is a table of the paragraphs whose words tabs part.
func tableOf(items []item) *tableIn {
	t := &tableIn{ruled: true, upright: true}
	for _, it := range items {
		row := []cellIn{{span: 1}}
		cell := &para{style: it.para.style, cell: true}
		for _, r := range it.para.runs {
			for i, words := range tabs.Split(r.text, -1) {
				if i > 0 && cell.text(false) != "" {
					row[len(row)-1].items = []item{{para: cell}}
					row = append(row, cellIn{span: 1})
					cell = &para{style: it.para.style, cell: true}
				}
				part := r
				part.text = words
				cell.runs = append(cell.runs, part)
			}
		}
		row[len(row)-1].items = []item{{para: cell}}
		if cell.text(false) == "" {
			row = row[:len(row)-1]
		}
		t.rows = append(t.rows, row)
	}
	first := t.rows[0][0].items[0].para
	first.runs = append(first.runs, runIn{lost: &loss{"word-tabs", []string{"count", itoa(len(t.rows))}}})
	return t
}
