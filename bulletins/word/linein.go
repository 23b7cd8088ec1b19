package word

import (
	"regexp"
	"strings"
)

// lineOfItsOwn is how a line begins that is a paragraph.
var lineOfItsOwn = regexp.MustCompile(`^(\x{3000}{2}|[ \x{a0}]{2,}|[一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[）)]|\d+[.．、]|第[一二三四五六七八九十百]+[条章])`)

// unbroken parts paragraphs whose lines, broken by hand, are paragraphs of their own: one
// begins as a paragraph does, two end as sentences do, or the last is a date.
func unbroken(items []item) []item {
	var out []item
	for _, it := range items {
		if it.para == nil || it.para.section != nil || it.para.number != "" || it.para.contents {
			out = append(out, it)
			continue
		}
		lines := strings.Split(it.para.text(false), "\n")
		begun, ended := 0, 0
		for i, l := range lines {
			if i > 0 && (lineOfItsOwn.MatchString(l) || date.MatchString(strings.TrimSpace(l)) && it.para.isRight()) {
				begun++
			}
			if l = strings.TrimSpace(l); strings.HasSuffix(l, "。") || strings.HasSuffix(l, "：") {
				ended++
			}
		}
		if len(lines) < 2 || begun == 0 && ended < 2 {
			out = append(out, it)
			continue
		}
		for _, p := range it.para.parts() {
			out = append(out, item{para: p})
		}
	}
	return out
}

// parts are the lines of a paragraph as paragraphs.
func (p *para) parts() []*para {
	first := *p
	first.runs = nil
	out := []*para{&first}
	for _, r := range p.runs {
		for i, words := range strings.Split(r.text, "\n") {
			if i > 0 {
				out = append(out, &para{style: p.style, align: p.align, indent: p.indent, level: p.level, cell: p.cell})
				r.picture, r.note, r.lost = "", "", nil
			}
			part := r
			part.text = words
			out[len(out)-1].runs = append(out[len(out)-1].runs, part)
		}
	}
	last := out[len(out)-1]
	last.breakAfter, first.breakAfter = p.breakAfter, first.breakAfter && len(out) == 1
	return out
}

// carryBreaks has what follows begin a page that a paragraph would end.
func carryBreaks(items []item) {
	for i := range len(items) - 1 {
		if p, next := items[i].para, items[i+1].para; p != nil && next != nil && p.breakAfter {
			p.breakAfter, next.breakBefore = false, true
		}
	}
}
