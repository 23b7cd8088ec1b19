package word

import (
	"strings"
)

// lines writes paragraphs of a cell or a note with something between them.
func (s *scribe) lines(items []item, between string) {
	first := true
	s.each(items, func(p *para) {
		if p.text(false) == "" && !p.holds() {
			return
		}
		if !first {
			s.put(between)
		}
		first = false
		if p.number != "" {
			s.put(p.number)
			if isLatin(p.number) {
				s.put(" ")
			}
		}
		from := len(s.proposals)
		s.runs(p, s.head)
		for i := from; i < len(s.proposals); i++ {
			s.proposals[i].Around = excerpt(p.text(false))
		}
	})
}

// table writes a table. One of a single cell is a box: what stands in it is text.
func (s *scribe) table(t *tableIn) {
	width := 0
	for _, row := range t.rows {
		n := 0
		for _, c := range row {
			n += c.span
		}
		width = max(width, n)
	}
	if width == 0 {
		return
	}
	if len(t.rows) == 1 && len(t.rows[0]) == 1 {
		s.each(t.rows[0][0].items, func(p *para) { p.cell = false })
		for _, it := range t.rows[0][0].items {
			s.item(it)
		}
		return
	}
	s.gap()
	fence := t.heads > 1
	if fence {
		s.put("::: table {head=" + itoa(t.heads) + "}\n")
	}
	s.cell = true
	for i, row := range t.rows {
		if i > 0 {
			s.put("\n")
		}
		s.head = i < max(t.heads, 1)
		n := 0
		for _, c := range row {
			s.put("| ")
			switch {
			case c.down && i > 0:
				s.put("^" + strings.Repeat(" | ^", c.span-1))
			default:
				from := len(s.out)
				s.lines(c.items, "<br>")
				if only := strings.TrimSpace(string(s.out[from:])); only == "<" || only == "^" {
					s.out = append(s.out[:from], `\`+only...)
				}
				s.put(strings.Repeat(" | <", c.span-1))
			}
			s.put(" ")
			n += c.span
		}
		s.put(strings.Repeat("|  ", width-n) + "|")
		if i == 0 {
			s.put("\n|" + strings.Repeat("---|", width))
		}
	}
	s.cell, s.head = false, false
	if fence {
		s.put("\n:::")
	}
}
