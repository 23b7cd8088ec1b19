package word

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"
)

var date = regexp.MustCompile(`^(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日$`)

// withSignature finds a name at the right with a date below it.
func withSignature(items []item) []item {
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

// belowAttached puts a number below that of the first attachment: the paragraph begins two
// characters in, and with 附件：.
const belowAttached = "　　　　　"

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
			items[n].para.runs[0].text = belowAttached + items[n].para.runs[0].text
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
	return p.align == "right" || p.align == "end" || p.indent+p.first >= leastRight || lead >= 20
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
