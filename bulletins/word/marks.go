package word

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"

	"safety365/bulletins"
)

// mark is a look that Markdown has a sign for.
type mark struct {
	has         func(*runIn) bool
	open, close string
}

var looks = []mark{
	{func(r *runIn) bool { return r.bold }, "**", "**"},
	{func(r *runIn) bool { return r.italic }, "*", "*"},
	{func(r *runIn) bool { return r.strike }, "~~", "~~"},
	{func(r *runIn) bool { return r.dots }, ":em[", "]"},
	{func(r *runIn) bool { return r.sup }, ":sup[", "]"},
	{func(r *runIn) bool { return r.sub }, ":sub[", "]"},
	{func(r *runIn) bool { return r.marker }, ":mark[", "]"},
	{func(r *runIn) bool { return r.small }, ":sc[", "]"},
}

// runs writes the runs of a paragraph with their marks and keeps what was changed in
// them. What was inserted is not written: it is proposed.
func (s *scribe) runs(p *para, plain bool) {
	plain = plain || p.style != nil && p.style.has(bold)
	var open []mark
	link := ""
	first := true
	closeTo := func(n int) {
		for len(open) > n {
			s.closeMark(open[len(open)-1].close)
			open = open[:len(open)-1]
		}
	}
	for i := range p.runs {
		r := &p.runs[i]
		if r.change != nil && !r.change.deleted {
			closeTo(0)
			s.inserted(r)
			continue
		}
		if r.link != link {
			closeTo(0)
			s.endLink(&link)
			if r.link != "" {
				s.put("[")
				link = r.link
			}
		}
		keep := 0
		for keep < len(open) && open[keep].has(r) && !(plain && open[keep].open == "**") {
			keep++
		}
		if r.lost != nil {
			continue
		}
		r.shape()
		blank := strings.TrimSpace(r.text) == "" && r.picture == "" && r.note == ""
		if !blank {
			closeTo(keep)
			lead := len(r.text) - len(strings.TrimLeftFunc(r.text, unicode.IsSpace))
			for _, l := range looks {
				if !l.has(r) || plain && l.open == "**" || contains(open, l) {
					continue
				}
				s.put(r.text[:lead])
				r.text, lead = r.text[lead:], 0
				s.put(l.open)
				open = append(open, l)
			}
		}
		s.write1(r, first)
		first = first && blank
	}
	closeTo(0)
	s.endLink(&link)
}

func contains(list []mark, m mark) bool {
	for _, o := range list {
		if o.open == m.open {
			return true
		}
	}
	return false
}

// closeMark puts a mark before the spaces that the text ends in.
func (s *scribe) closeMark(sign string) {
	end := len(bytes.TrimRight(s.out, " \u3000\t"))
	rest := string(s.out[end:])
	s.out = append(s.out[:end], sign+rest...)
}

func (s *scribe) endLink(link *string) {
	if *link != "" {
		s.put("](<" + strings.NewReplacer("<", "%3C", ">", "%3E", "\n", "").Replace(*link) + ">)")
	}
	*link = ""
}

// write1 writes a run as it is without its changes.
func (s *scribe) write1(r *runIn, first bool) {
	from := len(s.out)
	switch {
	case r.picture != "":
		if name := s.pictureName(r.picture); name != "" {
			s.put("![" + escape(described(r.alt), false, s.cell) + "](" + name + ")")
		}
	case r.note != "":
		s.put("[^" + itoa(s.noteNumber(r.note)) + "]")
	case r.reading != "":
		s.put(":ruby[" + escape(r.text, false, s.cell) + "]{" + r.reading + "}")
	case r.formula != "":
		s.put("$" + s.barred(r.formula) + "$")
		s.formula = len(s.out)
	default:
		if s.formula > 0 && s.formula == len(s.out) && r.text != "" && unicode.IsDigit(rune(r.text[0])) { // it would open no formula
			s.put(" ")
		}
		s.put(s.written(r.text, first))
	}
	at := bulletins.Range{Start: from, End: len(s.out)}
	if r.change != nil {
		s.propose(Proposal{Kind: Delete, Author: r.change.author, Date: r.change.date, Tracked: true, Before: r.text, Range: at, Edit: &bulletins.Fix{Range: at}})
	}
	s.remark(r, at)
}

// shape makes text of a look that Markdown has no sign for: lines to write on, capitals.
func (r *runIn) shape() {
	if r.underlined && r.text != "" && strings.Trim(r.text, " \u00a0\u3000\t") == "" {
		n := 0
		for _, c := range r.text {
			n += map[rune]int{'\u3000': 2, '\t': 8}[c]
			if c == ' ' || c == '\u00a0' {
				n++
			}
		}
		r.text = strings.Repeat("_", min(max(n, 2), 60))
	}
	if r.capitals {
		r.text = strings.ToUpper(r.text)
	}
}

// joined makes one line of several, behind what is written already; after Chinese there is
// no space.
func (s *scribe) joined(lines []string) string {
	out := lines[0]
	for _, l := range lines[1:] {
		out = strings.TrimRight(out, " ")
		before, _ := utf8.DecodeLastRune(append(s.out[len(s.out)-min(len(s.out), utf8.UTFMax):len(s.out):len(s.out)], out...))
		if before < 0x2e80 && before != ' ' {
			out += " "
		}
		out += strings.TrimLeft(l, " ")
	}
	return out
}

// barred is a formula in a cell of a table, whose bars are not those of cells.
func (s *scribe) barred(source string) string {
	if s.cell {
		return strings.ReplaceAll(source, "|", `\vert `)
	}
	return source
}

// formatted are characters that the format made of what was typed.
var formatted = strings.NewReplacer("\t", "\u2003", "\u2011", "-", "\u00ad", "")

// written is a text as Markdown has it: a line break in it as a mark, a tab as a space.
func (s *scribe) written(text string, first bool) string {
	var out []string
	for i, line := range strings.Split(formatted.Replace(text), "\n") {
		out = append(out, escape(line, first && i == 0, s.cell))
	}
	if s.flat {
		return s.joined(out)
	}
	return strings.Join(out, "<br>")
}

func (s *scribe) noteNumber(id string) int {
	for i, n := range s.notes {
		if n == id {
			return i + 1
		}
	}
	s.notes = append(s.notes, id)
	return len(s.notes)
}

// inserted proposes what was inserted where the text has come to.
func (s *scribe) inserted(r *runIn) {
	at := bulletins.Range{Start: len(s.out), End: len(s.out)}
	if r.text != "" {
		s.propose(Proposal{Kind: Insert, Author: r.change.author, Date: r.change.date, Tracked: true, After: r.text, Range: at, Edit: &bulletins.Fix{Range: at, Text: s.written(r.text, false)}})
	}
	s.remark(r, at)
}

// propose keeps a change. Pieces of one change are joined, and what takes the place of
// what the same person took out beside it is one replacement.
func (s *scribe) propose(p Proposal) {
	if n := len(s.proposals); n > 0 {
		last := &s.proposals[n-1]
		if last.Kind != Comment && last.Author == p.Author && last.Range.End == p.Range.Start && last.Edit != nil && (last.Kind == p.Kind || last.Kind == Delete && p.Kind == Insert || last.Kind == Replace && p.Kind == Insert) {
			if last.Kind != p.Kind {
				last.Kind = Replace
			}
			last.Before += p.Before
			last.After += p.After
			last.Range.End = p.Range.End
			last.Edit = &bulletins.Fix{Range: last.Range, Text: last.Edit.Text + p.Edit.Text}
			return
		}
	}
	s.proposals = append(s.proposals, p)
}

// remark keeps what was said about a run.
func (s *scribe) remark(r *runIn, at bulletins.Range) {
	for _, id := range r.comments {
		c := s.comments[id]
		if c == nil {
			continue
		}
		if p := s.remarks[id]; p != nil {
			p.Range.End = at.End
			p.Before += r.text
			continue
		}
		s.remarks[id] = &Proposal{Kind: Comment, Author: c.author, Date: c.date, Tracked: true, Before: r.text, Note: c.text, Around: s.around, Range: at}
	}
}
