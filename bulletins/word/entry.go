package word

import (
	"bytes"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// entry writes the mark of an entry of a list. Numbers that Markdown does not have stand
// as text.
func (s *scribe) entry(p *para) {
	indent := strings.Repeat("    ", p.depth)
	switch mark := p.number; {
	case p.bullet:
		s.entryGap()
		s.put(indent + "- ")
	case markdownNumber.MatchString(mark):
		s.entryGap()
		s.put(indent + mark + " ")
	default:
		s.gap()
		s.put(mark)
		if isLatin(mark) {
			s.put(" ")
		}
	}
}

var markdownNumber = regexp.MustCompile(`^[0-9]{1,9}[.)]$`)

func isLatin(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(s)
	return r < utf8.RuneSelf || unicode.IsDigit(r)
}

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
