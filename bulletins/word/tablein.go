package word

import (
	"strings"
)

// lines writes paragraphs of a cell or a note with something between them.
func (s *scribe) lines(items []item, between string) {
	first := true
	begin := func() {
		if !first {
			s.put(between)
		}
		first = false
	}
	for _, it := range items {
		if it.table != nil {
			s.nested(it.table, begin)
			continue
		}
		p := it.para
		s.tell(p)
		if p.text(false) == "" && p.text(true) == "" && !p.holds() {
			continue
		}
		begin()
		switch {
		case p.bullet:
			s.put("• ")
		case p.number != "":
			s.put(escape(p.number, false, true) + p.parting)
		}
		from := len(s.proposals)
		s.runs(p, s.head)
		for i := from; i < len(s.proposals); i++ {
			s.proposals[i].Around = excerpt(p.text(false))
		}
	}
}

// nested writes a table in a cell of another as lines.
func (s *scribe) nested(t *tableIn, begin func()) {
	if !t.isFrame() {
		s.lost(loss{"word-nested", nil})
	}
	for _, row := range t.rows {
		begin()
		first := true
		for _, c := range row {
			if wordsIn(c.items) == "" {
				continue
			}
			if !first {
				s.put("\u2003")
			}
			first = false
			s.lines(c.items, "<br>")
		}
	}
}

// table writes a table.
func (s *scribe) table(t *tableIn) {
	width := t.width()
	if width == 0 {
		return
	}
	s.gap()
	fence := t.heads > 1 || t.caption != ""
	if fence {
		s.put("::: table {")
		if t.caption != "" {
			s.put("caption=" + quoted(t.caption))
		}
		if t.caption != "" && t.heads > 1 {
			s.put(" ")
		}
		if t.heads > 1 {
			s.put("head=" + itoa(t.heads))
		}
		s.put("}\n")
	}
	s.cell = true
	for i, row := range t.rows {
		if i > 0 {
			s.put("\n")
		}
		s.head = i < max(t.heads, 1)
		s.row(row, i > 0, width)
		if i == 0 {
			s.put("\n|")
			for k := range width {
				s.put(map[bool]string{true: "--:|", false: "---|"}[t.atRight(k)])
			}
		}
	}
	s.cell, s.head = false, false
	if fence {
		s.put("\n:::")
	}
}

// row writes a row; below says that there is one above it.
func (s *scribe) row(row []cellIn, below bool, width int) {
	n := 0
	for _, c := range row {
		s.put("| ")
		if c.down && below {
			s.put("^" + strings.Repeat(" | ^", c.span-1))
		} else {
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
}

// atRight says whether what stands in a column below its head is all aligned right.
func (t *tableIn) atRight(column int) bool {
	some := false
	for _, row := range t.rows[min(max(t.heads, 1), len(t.rows)):] {
		n := 0
		for _, c := range row {
			if n == column && c.span == 1 {
				for _, it := range c.items {
					if it.para == nil || it.para.text(false) != "" && it.para.align != "right" && it.para.align != "end" {
						return false
					}
					some = some || it.para.text(false) != ""
				}
			}
			n += c.span
		}
	}
	return some
}
