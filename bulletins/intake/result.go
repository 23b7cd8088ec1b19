package intake

import (
	"slices"
	"sort"
	"strings"
)

// placed is where a line of the body stands in the result.
type placed struct {
	line *line
	out  int
}

// result writes the document.
func (d *draft) result(encoding string) *Result {
	d.warnings = d.inScript()
	r := &Result{Raw: d.raw, Encoding: encoding, Lang: d.target(), Title: d.value("title"), KindHint: d.hint(),
		Changes: d.changes, Choices: d.choices, Warnings: d.warnings}
	var b strings.Builder
	if d.front != "" {
		b.WriteString(d.front)
	} else {
		b.WriteString(d.frontMatter())
	}
	r.Body = b.Len()
	var lines []placed
	last := -1
	for i, l := range d.lines {
		if d.front == "" && !d.printed(l) {
			continue
		}
		if d.front == "" || last >= 0 {
			b.WriteString(d.gap(last, i))
		}
		prefix, suffix := "", ""
		if l.field == caption {
			prefix, suffix = "![", "](MISSING)"
		}
		b.WriteString(prefix)
		if l.field != dropped {
			lines = append(lines, placed{l, b.Len()})
			b.WriteString(l.text)
		}
		b.WriteString(suffix)
		last = i
	}
	if text := b.String(); len(text) > 0 && text[len(text)-1] != '\n' {
		b.WriteByte('\n')
	}
	r.Text = b.String()
	if d.front != "" && !strings.HasSuffix(d.raw, "\n") && r.Text == d.raw+"\n" {
		r.Text = d.raw
	}
	place(r.Changes, lines)
	return r
}

// printed says whether a line stands in the body of the result.
func (d *draft) printed(l *line) bool {
	switch l.field {
	case inBody, caption:
		return l.text != ""
	case literal:
		return true
	}
	return false
}

// gap is what stands between two lines of the body: an empty line between paragraphs,
// nothing between the lines of one thing.
func (d *draft) gap(last, next int) string {
	switch {
	case d.front != "":
		return "\n"
	case last < 0:
		return "\n"
	}
	a, b := d.lines[last], d.lines[next]
	together := next == last+1
	switch {
	case a.field == literal && b.field == literal && next == last+1:
		return "\n"
	case together && (isOf(a, b, "|") || isOf(a, b, ">") || a.field == inBody && b.field == inBody && listed(a.text) && listed(b.text)):
		return "\n"
	case together && (strings.HasPrefix(a.text, ":::") || strings.HasPrefix(b.text, ":::")):
		return "\n"
	case d.wrapped(last, next):
		return "\n"
	}
	return "\n\n"
}

func isOf(a, b *line, mark string) bool {
	return strings.HasPrefix(a.text, mark) && strings.HasPrefix(b.text, mark)
}

func listed(s string) bool { return listItem.MatchString(strings.TrimLeft(s, " \t")) }

// place tells each change where it stands in the result.
func place(changes []Change, lines []placed) {
	slices.SortStableFunc(lines, func(a, b placed) int { return int(a.line.at[0] - b.line.at[0]) })
	for i := range changes {
		c := &changes[i]
		n := sort.Search(len(lines), func(k int) bool { return int(lines[k].line.at[0]) > c.Start }) - 1
		if n < 0 {
			continue
		}
		l := lines[n].line
		if c.Start > int(l.at[len(l.text)]) {
			continue
		}
		at := sort.Search(len(l.text), func(k int) bool { return int(l.at[k]) >= c.Start })
		c.Out = lines[n].out + at
	}
}
