package word

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"
)

// How far from the top a title is looked for, and how much larger than the body it is.
const (
	titleWithin = 20
	titleLarger = 6 // half-points
)

var (
	// redHead is what stands in large letters above an official document.
	redHead        = regexp.MustCompile(`(文件|公报|公報|简报|簡報)$`)
	documentNumber = regexp.MustCompile(`[〔\[［(（]\d{4}[〕\]］)）]\s*第?\s*\d+\s*号|[〔\[［(（]\d{4}[〕\]］)）]\s*第?\s*\d+\s*號|^(第|（第)\s*\d+\s*期`)
)

// title finds the title, by its style or by its look, makes one paragraph of its lines
// and puts it first: above it official documents have the head of their issuer.
func (s *scribe) title() {
	group := s.styledTitle()
	if group == nil {
		group = s.seenTitle()
	}
	if group == nil {
		return
	}
	s.titled = true
	first := s.items[group[0]].para
	first.join(s.items, group[1:])
	first.title = true
	title := s.items[group[0]]
	rest := slices.Delete(s.items, group[0], group[len(group)-1]+1)
	for _, it := range rest[:group[0]] {
		if it.para != nil {
			it.para.plain = true
		}
	}
	s.items = slices.Insert(rest, 0, title)
}

// join adds paragraphs as lines.
func (p *para) join(items []item, more []int) {
	for _, i := range more {
		p.runs = append(p.runs, runIn{text: "\n", size: p.size()})
		p.runs = append(p.runs, items[i].para.runs...)
	}
}

// styledTitle are the paragraphs that have the style of a title.
func (s *scribe) styledTitle() []int {
	var group []int
	for i, it := range s.items {
		if p := it.para; p != nil && p.title && !p.blank() {
			if len(group) == 0 && i <= titleWithin || len(group) > 0 && group[len(group)-1] == i-1 {
				group = append(group, i)
				continue
			}
			p.title = false
		} else if p != nil && p.title {
			p.title = false
		}
	}
	return group
}

// seenTitle are the first centred paragraphs in large type that are no head of an issuer.
func (s *scribe) seenTitle() []int {
	body := s.bodySize()
	var groups [][]int
	numbered, seen, first := -1, 0, -1 // the group above the number of the document
	for i, it := range s.items {
		p := it.para
		if p == nil || seen > titleWithin || p.level > 0 || p.contents {
			break
		}
		text := strings.TrimSpace(p.text(false))
		if text == "" {
			continue
		}
		seen++
		if first < 0 {
			first = i
		}
		if documentNumber.MatchString(text) {
			numbered = len(groups)
		}
		if p.align != "center" || p.size() < body+titleLarger || utf8.RuneCountInString(text) > 60 {
			continue
		}
		if n := len(groups); n > 0 && groups[n-1][len(groups[n-1])-1] == i-1 && s.items[i-1].para.size() == p.size() {
			groups[n-1] = append(groups[n-1], i)
		} else {
			groups = append(groups, []int{i})
		}
	}
	for n, g := range groups {
		text := strings.TrimSpace(s.items[g[len(g)-1]].para.text(false))
		if n < numbered || redHead.MatchString(text) && n+1 < len(groups) {
			for _, i := range g {
				s.items[i].para.plain = true
			}
			continue
		}
		return g
	}
	if first >= 0 && len(groups) == 0 {
		p := s.items[first].para
		text := strings.TrimSpace(p.text(false))
		if p.align == "center" && (p.allBold() || p.size() > body) && utf8.RuneCountInString(text) <= 45 && !ends(text) {
			return []int{first}
		}
	}
	return nil
}

// ends says whether a text ends as a sentence does, and no heading.
func ends(text string) bool {
	last, _ := utf8.DecodeLastRuneInString(text)
	return strings.ContainsRune(".;,:。；：，", last)
}

// bodySize is the size that most of the text has, in half-points.
func (s *scribe) bodySize() int {
	sizes, body := map[int]int{}, 0
	s.each(s.items, func(p *para) {
		for _, r := range p.runs {
			sizes[r.size] += utf8.RuneCountInString(r.text)
		}
	})
	for size, n := range sizes {
		if n > sizes[body] || n == sizes[body] && size < body {
			body = size
		}
	}
	return body
}
