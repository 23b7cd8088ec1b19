package word

import (
	"strings"
)

// flattened takes the text out of tables that are frames: those of a single cell, and
// those that put things side by side without rules.
func flattened(items []item) []item {
	var out []item
	for _, it := range items {
		if it.table == nil || !it.table.isFrame() {
			out = append(out, it)
			continue
		}
		for _, row := range it.table.rows {
			before := ""
			for i, c := range row {
				for _, k := range c.items {
					if k.para == nil {
						out = append(out, flattened([]item{k})...)
						continue
					}
					k.para.cell = false
					if i > 0 && before == "" {
						k.para.align = "right"
					}
					out = append(out, k)
				}
				before += wordsIn(c.items)
			}
		}
	}
	return out
}

// isFrame says whether a table only has things stand side by side.
func (t *tableIn) isFrame() bool {
	if len(t.rows) == 1 && len(t.rows[0]) == 1 {
		return true
	}
	if t.upright || t.heads > 0 || t.caption != "" {
		return false
	}
	empty := false
	for _, row := range t.rows {
		for _, c := range row {
			empty = empty || isEmpty(c.items) && !c.down
		}
	}
	whole := len(t.rows) > 0 && len(t.rows[0]) == 1 // a head above the columns
	return len(t.rows) == 1 || t.width() == 1 || whole && !t.ruled || len(t.rows) <= 2 && (empty || whole)
}

func (t *tableIn) width() int {
	width := 0
	for _, row := range t.rows {
		n := 0
		for _, c := range row {
			n += c.span
		}
		width = max(width, n)
	}
	return width
}

func isEmpty(items []item) bool {
	empty := true
	(&scribe{}).each(items, func(p *para) { empty = empty && p.blank() })
	return empty
}

func wordsIn(items []item) string {
	words := ""
	(&scribe{}).each(items, func(p *para) { words += strings.TrimSpace(p.text(false)) })
	return words
}
