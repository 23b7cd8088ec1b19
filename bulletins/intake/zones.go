package intake

import (
	"regexp"
	"strings"
)

// zones says where a text proper begins and ends.
type zones struct{ first, last int } // lines

// zoned finds the first and last paragraph of running text. What stands between them
// is hardly furniture.
func (d *draft) zoned() zones {
	z := zones{len(d.lines), -1}
	for i, l := range d.lines {
		if l.field == inBody && isParagraph(l.text) && !l.isFurniture() || l.field == literal {
			z.first, z.last = min(z.first, i), i
		}
	}
	return z
}

// isParagraph says whether a line is running text.
func isParagraph(s string) bool {
	n := length(s)
	if !hasWide(s) {
		n /= 2
	}
	return n >= 80 || n >= 25 && (strings.Contains(s, "。") || closes(s) && !strings.HasSuffix(s, ":") && !strings.HasSuffix(s, "："))
}

func (z zones) inside(i int) bool { return z.first < i && i < z.last }

// outside says whether a line stands above or below the text, in which there has to be
// some.
func (z zones) outside(i int) bool { return z.last >= 0 && (i < z.first || i > z.last) }

// each hands a rule every line of the body, folded, that is not inside the text.
func (d *draft) each(f func(i int, l *line, s string)) {
	z := d.zoned()
	for i := 0; i < len(d.lines); i++ {
		l := d.lines[i]
		if l.field == inBody && l.text != "" && !z.inside(i) {
			n := len(d.lines)
			f(i, l, simplify(l.text))
			if more := len(d.lines) - n; more > 0 { // values that were cut out of the line
				z.first, z.last = z.first+more, z.last+more
				i += more
			}
		}
	}
}

// whole makes a rule of a pattern: lines that match go to a field or are dropped.
func (d *draft) whole(name string, pattern *regexp.Regexp, field string) {
	d.each(func(_ int, l *line, s string) {
		if pattern.MatchString(s) {
			d.move(name, l, field)
		}
	})
}
