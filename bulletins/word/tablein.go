package word

import (
	"strings"

	"safety365/bulletins"
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
		c := t.changed[i]
		if i > 0 && c != nil && !c.deleted && wordsIn(t.cells(i)) == "" {
			s.newRow(row, c)
			continue
		}
		from, proposed := len(s.out), len(s.proposals)
		if i > 0 {
			s.put("\n")
		}
		s.head = i < max(t.heads, 1)
		s.row(row, i > 0, width)
		if i > 0 && c != nil && c.deleted {
			at := bulletins.Range{Start: from, End: len(s.out)}
			s.proposals = append(s.proposals[:proposed], Proposal{Kind: Delete, Author: c.author, Date: c.date, Tracked: true, Before: wordsIn(t.cells(i)), Around: s.around, Range: at, Edit: &bulletins.Fix{Range: at}})
		}
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

// cells is all that stands in a row.
func (t *tableIn) cells(row int) []item {
	var all []item
	for _, c := range t.rows[row] {
		all = append(all, c.items...)
	}
	return all
}

// newRow proposes a row that was inserted.
func (s *scribe) newRow(row []cellIn, c *change) {
	var words, cells []string
	for _, cell := range row {
		var lines []string
		s.each(cell.items, func(p *para) { lines = append(lines, p.text(true)) })
		words = append(words, strings.Join(lines, " "))
		cells = append(cells, escape(strings.Join(lines, "<br>"), false, true)+strings.Repeat(" | <", cell.span-1))
	}
	at := bulletins.Range{Start: len(s.out), End: len(s.out)}
	s.proposals = append(s.proposals, Proposal{Kind: Insert, Author: c.author, Date: c.date, Tracked: true, After: strings.Join(words, " | "), Around: s.around,
		Range: at, Edit: &bulletins.Fix{Range: at, Text: "\n| " + strings.Join(cells, " | ") + " |"}})
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
