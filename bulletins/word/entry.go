package word

import (
	"bytes"
	"regexp"
	"strconv"
	"strings"
)

// openEntry is an entry of a list that what follows may belong to.
type openEntry struct {
	depth  int // in Word
	indent int // there, in twips
	number int // the last one at that depth; 0: a bullet
}

// entry writes the mark of an entry of a list. Numbers that Markdown does not have stand
// as text, within the entry that they are under.
func (s *scribe) entry(p *para) {
	at := len(s.open)
	for at > 0 && s.open[at-1].depth >= p.depth {
		at--
	}
	var last *openEntry // the entry before, of the same list
	if at < len(s.open) && s.open[at].depth == p.depth {
		last = &openEntry{number: s.open[at].number}
	}
	s.open = s.open[:at]
	indent := strings.Repeat("    ", at)
	m := markdownNumber.FindStringSubmatch(p.number)
	if !p.bullet && m == nil {
		s.gap()
		s.put(indent + escape(p.number, true, false) + p.parting)
		return
	}
	number := 0
	if !p.bullet {
		number, _ = strconv.Atoi(m[1])
	}
	if last != nil && last.number > 0 && number > 0 && number != last.number+1 { // another list
		s.gap()
		s.put(indent + "<!-- -->")
	}
	s.entryGap()
	s.put(indent + p.number + " ")
	s.open = append(s.open, openEntry{p.depth, p.indent, number})
}

// continues says whether a paragraph goes on with the entry of a list above it: it stands
// as far in as that.
func (s *scribe) continues(p *para) bool {
	n := len(s.open)
	return n > 0 && p.indent > 0 && p.indent >= s.open[n-1].indent && p.align != "center" && p.align != "right" && p.align != "end"
}

var markdownNumber = regexp.MustCompile(`^([0-9]{1,9})[.)]$`)

// entryGap begins an entry: entries stand on lines of their own without a gap.
func (s *scribe) entryGap() {
	all := bytes.TrimRight(s.out, "\n")
	if entryLine.Match(all[bytes.LastIndexByte(all, '\n')+1:]) {
		s.out = append(all, '\n')
		return
	}
	s.gap()
}

var entryLine = regexp.MustCompile(`^\s*(-|[0-9]{1,9}[.)]) `)
