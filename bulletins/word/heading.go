package word

import (
	"regexp"
	"strings"
	"unicode/utf8"
)

var (
	// numbered are the numbers that make a heading of a Chinese paragraph.
	numbered = regexp.MustCompile(`^\s*([一二三四五六七八九十百]+、|（[一二三四五六七八九十百]+）|\([一二三四五六七八九十百]+\))`)
	// hung is a label that hangs left of a paragraph, with the tab behind it.
	hung = regexp.MustCompile(`^([^\s]{1,8})\t`)
	dots = "•●▪·■–‣◦"
)

func (p *para) allBold() bool {
	for _, r := range p.runs {
		if !r.bold && strings.TrimSpace(r.text) != "" {
			return false
		}
	}
	return true
}

// size is the least size of a paragraph's type, in half-points; 0: it has no text.
func (p *para) size() int {
	size := 0
	for _, r := range p.runs {
		if strings.TrimSpace(r.text) != "" && (size == 0 || r.size < size) {
			size = r.size
		}
	}
	return size
}

// levelOf is the level of a heading, by its style or by its look; 0: it is none.
func (s *scribe) levelOf(p *para, text string) int {
	count := utf8.RuneCountInString(text)
	switch {
	case p.cell || s.cell || p.plain || count == 0:
		return 0
	case p.title:
		return 1
	case p.level > 0 && numbered.MatchString(text) && s.shift == 1:
		return 0 // its number says the level
	case p.level > 0:
		return p.level + s.shift
	case count > 45 || p.bullet || p.number != "" || ends(text):
		return 0
	case numbered.MatchString(text):
		return 0
	}
	bold, size, centred := p.allBold(), p.size(), p.align == "center"
	switch {
	case size == 0:
		return 0
	case size >= s.body+8:
		return 2
	case size >= s.body+3, bold && size > s.body, bold && centred:
		return 3
	}
	return 0
}

// excerpt is the beginning of a text, for people to find it.
func excerpt(s string) string {
	r := []rune(strings.Join(strings.Fields(s), " "))
	if len(r) > 24 {
		return string(r[:24]) + "…"
	}
	return string(r)
}
