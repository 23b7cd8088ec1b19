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
	s.items = flattened(s.items)
	s.items = unbroken(s.items)
	carryBreaks(s.items)
	s.items = tabbed(s.items)
	s.items = captioned(s.items)
	s.items = signed(s.items)
	s.items = attached(s.items)
	headOfContents(s.items)
	s.title()
}

// blank says whether a paragraph has nothing that is to be written or told.
func (p *para) blank() bool {
	return strings.TrimSpace(p.text(false)) == "" && strings.TrimSpace(p.text(true)) == "" && !p.holds() &&
		!slices.ContainsFunc(p.runs, func(r runIn) bool { return r.lost != nil })
}

// isBare says whether a paragraph is text and nothing else: what is made of it loses no
// change, comment, note or picture.
func (p *para) isBare() bool {
	return p.number == "" && p.section == nil && !p.breakBefore && !p.breakAfter && !p.contents && !slices.ContainsFunc(p.runs, func(r runIn) bool {
		return r.change != nil || len(r.comments) > 0 || r.note != "" || r.picture != "" || r.lost != nil || r.formula != ""
	})
}

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

// flattened takes the text out of tables that are frames: those of a single cell, and
// those that put things side by side without rules.
func flattened(items []item) []item {
	var out []item
	for _, it := range items {
		if it.table == nil || !it.table.isFrame() {
			out = append(out, it)
			continue
		}
		for _, row := range it.table.rows {
			before := ""
			for i, c := range row {
				for _, k := range c.items {
					if k.para == nil {
						out = append(out, flattened([]item{k})...)
						continue
					}
					k.para.cell = false
					if i > 0 && before == "" {
						k.para.align = "right"
					}
					out = append(out, k)
				}
				before += wordsIn(c.items)
			}
		}
	}
	return out
}

// isFrame says whether a table only has things stand side by side.
func (t *tableIn) isFrame() bool {
	if len(t.rows) == 1 && len(t.rows[0]) == 1 {
		return true
	}
	if t.upright || t.heads > 0 || t.caption != "" {
		return false
	}
	empty := false
	for _, row := range t.rows {
		for _, c := range row {
			empty = empty || isEmpty(c.items) && !c.down
		}
	}
	whole := len(t.rows) > 0 && len(t.rows[0]) == 1 // a head above the columns
	return len(t.rows) == 1 || t.width() == 1 || whole && !t.ruled || len(t.rows) <= 2 && (empty || whole)
}

func (t *tableIn) width() int {
	width := 0
	for _, row := range t.rows {
		n := 0
		for _, c := range row {
			n += c.span
		}
		width = max(width, n)
	}
	return width
}

func isEmpty(items []item) bool {
	empty := true
	(&scribe{}).each(items, func(p *para) { empty = empty && p.blank() })
	return empty
}

func wordsIn(items []item) string {
	words := ""
	(&scribe{}).each(items, func(p *para) { words += strings.TrimSpace(p.text(false)) })
	return words
}

// tabbed makes tables of what stands in columns by tabs: two rows of three columns, three
// of two at least.
func tabbed(items []item) []item {
	var out []item
	for i := 0; i < len(items); {
		n := columnsOf(items[i])
		j := i
		for j < len(items) && n > 0 && columnsOf(items[j]) == n {
			j++
		}
		if rows := j - i; n >= 3 && rows >= 2 || n == 2 && rows >= 3 {
			out = append(out, item{table: tableOf(items[i:j])})
			i = j
			continue
		}
		out = append(out, items[i])
		i++
	}
	return out
}

var tabs = regexp.MustCompile(`\t+`)

// columnsOf is how many columns of words the tabs of a paragraph make; 0: none.
func columnsOf(it item) int {
	p := it.para
	if p == nil || !p.isBare() || p.level > 0 || p.title || slices.ContainsFunc(p.runs, func(r runIn) bool { return r.underlined }) {
		return 0
	}
	text := p.text(false)
	fields := tabs.Split(strings.TrimRight(text, "\t "), -1)
	for _, f := range fields {
		if n := utf8.RuneCountInString(strings.TrimSpace(f)); n == 0 || n > 30 || strings.ContainsAny(f, "\n…_") {
			return 0
		}
	}
	if len(fields) < 2 || strings.Contains(dots, fields[0]) {
		return 0
	}
	return len(fields)
}

// tableOf is a table of the paragraphs whose words tabs part.
func tableOf(items []item) *tableIn {
	t := &tableIn{ruled: true, upright: true}
	for _, it := range items {
		row := []cellIn{{span: 1}}
		cell := &para{style: it.para.style, cell: true}
		for _, r := range it.para.runs {
			for i, words := range tabs.Split(r.text, -1) {
				if i > 0 && cell.text(false) != "" {
					row[len(row)-1].items = []item{{para: cell}}
					row = append(row, cellIn{span: 1})
					cell = &para{style: it.para.style, cell: true}
				}
				part := r
				part.text = words
				cell.runs = append(cell.runs, part)
			}
		}
		row[len(row)-1].items = []item{{para: cell}}
		if cell.text(false) == "" {
			row = row[:len(row)-1]
		}
		t.rows = append(t.rows, row)
	}
	first := t.rows[0][0].items[0].para
	first.runs = append(first.runs, runIn{lost: &loss{"word-tabs", []string{"count", itoa(len(t.rows))}}})
	return t
}

var (
	tableCaption   = regexp.MustCompile(`^(表|Table|Tabel)\s*[0-9一二三四五六七八九十]`)
	pictureCaption = regexp.MustCompile(`^(图|圖|Figure|Fig\.|Gambar)\s*[0-9一二三四五六七八九十]`)
)

// captioned gives tables and pictures the captions that stand above or below them.
func captioned(items []item) []item {
	var out []item
	for i := 0; i < len(items); i++ {
		it := items[i]
		p := it.para
		if p != nil && i+1 < len(items) && items[i+1].table != nil && p.isCaption(tableCaption, pictureCaption) {
			items[i+1].table.caption = strings.TrimSpace(p.text(false))
			continue
		}
		if n := len(out); p != nil && n > 0 && out[n-1].para != nil && p.isCaption(pictureCaption, tableCaption) {
			if r := out[n-1].para.onlyPicture(); r != nil {
				r.alt = strings.TrimSpace(p.text(false))
				continue
			}
		}
		out = append(out, it)
	}
	return out
}

// isCaption says whether a paragraph is a caption, by its style or its words.
func (p *para) isCaption(own, other *regexp.Regexp) bool {
	text := strings.TrimSpace(p.text(false))
	if text == "" || !p.isBare() || utf8.RuneCountInString(text) > 60 {
		return false
	}
	styled := p.style != nil && (p.style.name == "caption" || p.style.name == "题注")
	return (styled || p.align == "center") && own.MatchString(text) || styled && !other.MatchString(text)
}

// onlyPicture is the picture that a paragraph consists of; nil if it has anything else.
func (p *para) onlyPicture() *runIn {
	var found *runIn
	for i := range p.runs {
		r := &p.runs[i]
		switch {
		case r.picture != "" && found == nil:
			found = r
		case r.picture != "" || r.note != "" || strings.TrimSpace(r.text) != "":
			return nil
		}
	}
	return found
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

var date = regexp.MustCompile(`^(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日$`)

// signed finds a name at the right with a date below it.
func signed(items []item) []item {
	for i := len(items) - 1; i > 0; i-- {
		d := items[i].para
		if d == nil || !d.isRight() || !d.isBare() {
			continue
		}
		m := date.FindStringSubmatch(strings.TrimSpace(d.text(false)))
		above := i - 1
		for above > 0 && items[above].para != nil && items[above].para.blank() {
			above--
		}
		name := items[above].para
		if m == nil || name == nil || !name.isRight() || !name.isBare() || above > 0 && items[above-1].para != nil && items[above-1].para.isRight() && !items[above-1].para.blank() {
			continue
		}
		words := strings.Join(strings.Fields(name.text(false)), " ")
		if n := utf8.RuneCountInString(words); n == 0 || n > 40 || strings.ContainsAny(words, "：:，。") {
			continue
		}
		written := "::: signature {name=" + quoted(words) + " date=" + m[1] + "-" + two(m[2]) + "-" + two(m[3]) + "}\n:::"
		return slices.Replace(items, above, i+1, item{written: written})
	}
	return items
}

var (
	firstAttached = regexp.MustCompile(`^附件[:：][\s\x{3000}]*1[.．、]`)
	nextAttached  = regexp.MustCompile(`^[\s\x{3000}]*(\d+)[.．、]`)
)

// attached makes one paragraph of the names of attachments, whose numbers are no headings.
func attached(items []item) []item {
	for i, it := range items {
		if it.para == nil || !it.para.isBare() || !firstAttached.MatchString(strings.TrimSpace(it.para.text(false))) {
			continue
		}
		n := i + 1
		for ; n < len(items) && items[n].para != nil && items[n].para.isBare(); n++ {
			text := items[n].para.text(false)
			if m := nextAttached.FindStringSubmatch(text); m == nil || m[1] != itoa(n-i+1) {
				break
			}
			items[n].para.cut(len(text) - len(strings.TrimLeft(text, " \u3000\t")))
		}
		more := make([]int, 0, n-i)
		for k := i + 1; k < n; k++ {
			more = append(more, k)
		}
		it.para.join(items, more)
		return slices.Delete(items, i+1, n)
	}
	return items
}

// leastRight is how far in, in twips, a line is taken to stand at the right.
const leastRight = 3400

// isRight says whether a paragraph stands at the right.
func (p *para) isRight() bool {
	text := p.text(false)
	lead := 0
	for _, c := range text[:len(text)-len(strings.TrimLeft(text, " \u3000\t\u00a0"))] {
		lead += map[rune]int{'\u3000': 2, '\t': 4}[c]
		if c == ' ' || c == '\u00a0' {
			lead++
		}
	}
	return p.align == "right" || p.align == "end" || p.indent >= leastRight || lead >= 20
}

// quoted is a value of a directive.
func quoted(s string) string {
	return `"` + strings.NewReplacer(`"`, "”", "\n", " ").Replace(s) + `"`
}

func two(s string) string {
	if len(s) == 1 {
		return "0" + s
	}
	return s
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
