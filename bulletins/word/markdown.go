package word

import (
	"bytes"
	"strings"

	"safety365/bulletins"
)

// scribe writes the Markdown of what was read.
type scribe struct {
	*content
	out       []byte
	body      int // size of the body's type, in half-points
	shift     int // of levels of headings
	pictures  []Picture
	named     map[string]string // pictures by their parts
	prefix    string
	notes     []string // in the order of their marks
	proposals []Proposal
	remarks   map[string]*Proposal // comments by their ids
	open      []openEntry          // entries of lists that what follows may belong to
	around    string               // the beginning of the paragraph that was written last
	told      map[string]int       // losses by their codes
	formula   int                  // where the last one ends
	contents  bool
	titled    bool // the text has a title
	cell      bool
	head      bool // of a table
	flat      bool // in a heading: on one line
	newPage   bool // what follows begins a page
}

// Picture is a picture that was in the file.
type Picture struct {
	Name string
	Data []byte
}

// write writes all of a file.
func (s *scribe) write() {
	s.arrange()
	s.measure()
	s.around = s.opening()
	s.sections()
	for i := 0; i < len(s.notes); i++ {
		n := s.content.notes[s.notes[i]]
		if n == nil {
			continue
		}
		s.gap()
		s.put("[^" + itoa(i+1) + "]: ")
		s.cell, s.fields = true, nil
		items := s.blocks(n, true)
		if len(items) > 0 && items[0].para != nil { // a space parts the note from its mark
			items[0].para.cut(len(items[0].para.text(false)) - len(strings.TrimLeft(items[0].para.text(false), " \t")))
		}
		s.lines(items, "<br>")
		s.cell = false
	}
	s.put("\n")
	s.tellFurniture()
	s.tellMore()
}

func (s *scribe) put(text string) { s.out = append(s.out, text...) }

// gap begins a new block.
func (s *scribe) gap() {
	s.out = bytes.TrimRight(s.out, "\n")
	if len(s.out) > 0 {
		s.put("\n\n")
	}
}

// measure finds the size that most of the text has, and how far headings are below a
// title.
func (s *scribe) measure() {
	s.body = s.bodySize()
	firsts := 0
	s.each(s.items, func(p *para) {
		if p.level == 1 && !p.plain {
			firsts++
		}
	})
	if s.titled || firsts > 1 {
		s.shift = 1
	}
}

func (s *scribe) each(items []item, f func(*para)) {
	for _, it := range items {
		if it.para != nil {
			f(it.para)
		}
		if it.table == nil {
			continue
		}
		for _, row := range it.table.rows {
			for _, c := range row {
				s.each(c.items, f)
			}
		}
	}
}

func (s *scribe) item(it item) {
	if it.para == nil {
		s.beginPage(false)
		s.open = nil
	}
	switch p := it.para; {
	case it.written != "":
		s.gap()
		s.put(it.written)
	case it.table != nil:
		s.table(it.table)
	case p.contents:
		s.tell(p)
		if !s.contents && strings.TrimSpace(p.text(false)) != "" {
			s.contents = true
			s.gap()
			s.put("::: toc\n:::")
		}
	default:
		s.tell(p)
		s.paragraph(p)
	}
}

// beginPage begins a page if what was before ended one, or what comes asks for it.
func (s *scribe) beginPage(ask bool) {
	if (ask || s.newPage) && len(s.out) > 0 {
		s.gap()
		s.put("::: pagebreak\n:::")
	}
	s.newPage = false
}

// text is the text of a paragraph as it was, or with its changes made.
func (p *para) text(changed bool) string {
	var b strings.Builder
	for _, r := range p.runs {
		if r.change == nil || r.change.deleted != changed {
			b.WriteString(r.text)
		}
	}
	return b.String()
}

// paragraph writes a paragraph with what marks it: the level of a heading, the number of
// an entry of a list.
func (s *scribe) paragraph(p *para) {
	text := strings.TrimSpace(p.text(false))
	if text == "" && !p.holds() {
		if strings.TrimSpace(p.text(true)) != "" {
			s.wholeInsert(p)
		}
		s.newPage = s.newPage || p.breakBefore || p.breakAfter
		return
	}
	s.beginPage(p.breakBefore)
	defer func() { s.newPage = s.newPage || p.breakAfter }()
	from := len(s.proposals)
	level := s.levelOf(p, text)
	listed := level == 0 && (p.bullet || p.number != "")
	goes := level == 0 && !listed && s.continues(p)
	if !listed && !goes {
		s.open = nil
	}
	switch {
	case level > 0:
		s.gap()
		s.put(strings.Repeat("#", min(level, 6)) + " ")
		if p.number != "" && !p.bullet {
			s.put(escape(p.number, false, false) + p.parting)
		}
	case listed:
		s.entry(p)
	case goes:
		s.out = bytes.TrimRight(s.out, "\n")
		s.put("<br>")
	default:
		if m := hung.FindStringSubmatch(text); m != nil && strings.Contains(dots, m[1]) {
			s.entryGap()
			s.put("- ")
			p.cut(len(m[0]))
		} else {
			s.gap()
		}
	}
	start := len(s.out)
	s.flat = level > 0
	s.runs(p, level > 0 || (p.plain || numbered.MatchString(text)) && p.allBold())
	s.flat = false
	if p.deleted != nil && p.allDeleted() && len(s.proposals) > from { // the paragraph itself goes too
		s.proposals[from].Edit = &bulletins.Fix{Range: bulletins.Range{Start: s.blockStart(start), End: len(s.out)}}
		s.proposals = s.proposals[:from+1]
	}
	for i := from; i < len(s.proposals); i++ {
		s.proposals[i].Around = excerpt(text)
	}
}

// blockStart is where the block begins that a place is in.
func (s *scribe) blockStart(at int) int {
	if i := bytes.LastIndex(s.out[:at], []byte("\n\n")); i >= 0 {
		return i
	}
	return 0
}

// wholeInsert proposes a paragraph that is not there yet.
func (s *scribe) wholeInsert(p *para) {
	var c *change
	for _, r := range p.runs {
		if r.change != nil {
			c = r.change
		}
	}
	if c == nil {
		return
	}
	at := len(bytes.TrimRight(s.out, "\n"))
	text := strings.TrimSpace(p.text(true))
	mark := ""
	if p.number != "" {
		mark = p.number + p.parting
	}
	before := "\n\n"
	if at == 0 {
		before = ""
	}
	s.proposals = append(s.proposals, Proposal{Kind: Insert, Author: c.author, Date: c.date, Tracked: true, After: text, Around: s.around,
		Range: bulletins.Range{Start: at, End: at}, Edit: &bulletins.Fix{Range: bulletins.Range{Start: at, End: at}, Text: before + mark + escape(text, mark == "", false)}})
}

// holds reports whether a paragraph has something that is not text.
func (p *para) holds() bool {
	for _, r := range p.runs {
		if r.picture != "" || r.note != "" {
			return true
		}
	}
	return false
}

func (p *para) allDeleted() bool {
	for _, r := range p.runs {
		if r.change == nil || !r.change.deleted {
			return false
		}
	}
	return len(p.runs) > 0
}

// cut takes bytes from the beginning of a paragraph.
func (p *para) cut(n int) {
	for i := range p.runs {
		k := min(n, len(p.runs[i].text))
		p.runs[i].text = p.runs[i].text[k:]
		n -= k
	}
}
