package word

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"
)

// arrange finds in the text what its look alone tells: tables that only part the page,
// columns made with tabs, captions, the title, the signature.
func (s *scribe) arrange() {
	tellJoints(s.items)
	s.items = flattened(s.items)
	s.items = unbroken(s.items)
	carryBreaks(s.items)
	s.items = tabbed(s.items)
	s.items = captioned(s.items)
	s.items = withSignature(s.items)
	s.items = attached(s.items)
	headOfContents(s.items)
	boldLines(s.items)
	s.title()
}

// wordless says whether a paragraph has nothing that is to be written.
func (p *para) wordless() bool {
	return strings.TrimSpace(p.text(false)) == "" && strings.TrimSpace(p.text(true)) == "" && !p.holds()
}

// blank says whether a paragraph has nothing that is to be written or told.
func (p *para) blank() bool {
	return p.wordless() && !slices.ContainsFunc(p.runs, func(r runIn) bool { return r.lost != nil })
}

// isBare says whether a paragraph is text and nothing else: what is made of it loses no
// change, comment, note or picture.
func (p *para) isBare() bool {
	return p.number == "" && p.section == nil && !p.breakBefore && !p.breakAfter && !p.contents && !slices.ContainsFunc(p.runs, func(r runIn) bool {
		return r.change != nil || len(r.comments) > 0 || r.note != "" || r.picture != "" || r.lost != nil || r.formula != ""
	})
}

var contentsWords = regexp.MustCompile(`(?i)^(目录|目錄|目次|contents|tableofcontents|daftarisi)$`)

// headOfContents finds the heading of a table of contents: ours has its own.
func headOfContents(items []item) {
	var head *para
	for _, it := range items {
		p := it.para
		switch {
		case p == nil:
			head = nil
		case p.contents && head != nil:
			head.contents = true
			return
		case contentsWords.MatchString(strings.Join(strings.Fields(p.text(false)), "")) && p.isBare():
			head = p
		case strings.TrimSpace(p.text(false)) != "":
			head = nil
		}
	}
}

// tellJoints tells of paragraphs that a tracked change joins or parts: they stay as they
// stand.
func tellJoints(items []item) {
	for i := range len(items) - 1 {
		p, next := items[i].para, items[i+1].para
		if p == nil || next == nil || next.blank() || p.blank() {
			continue
		}
		joined := p.deleted != nil && !p.allDeleted() && !next.allDeleted()
		parted := p.inserted != nil && !p.isNew() && !next.isNew()
		if joined || parted {
			p.runs = append(p.runs, runIn{lost: &loss{code: "word-joint"}})
		}
	}
}

// boldLines finds short bold lines that stand above text that is not.
func boldLines(items []item) {
	var lead *para
	for _, it := range items {
		p := it.para
		switch {
		case p == nil:
		case p.blank():
			continue
		case lead != nil && !p.allBold() && !p.isRight():
			lead.lead = true
		}
		lead = nil
		if p == nil || !p.isBare() || p.isRight() || !p.allBold() {
			continue
		}
		if text := strings.TrimSpace(p.text(false)); utf8.RuneCountInString(text) <= 30 && !strings.ContainsAny(text, "，。：；:;\t\n") && !ends(text) {
			lead = p
		}
	}
}

// opening are the first words of the text.
func (s *scribe) opening() string {
	words := ""
	s.each(s.items, func(p *para) {
		if words == "" {
			words = excerpt(p.text(false))
		}
	})
	return words
}
