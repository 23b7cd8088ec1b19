package view

import "strings"

// In source mode every line stands as it was typed. Marks are coloured by what a line
// looks like; only fences and the front matter reach over lines.

// layLines makes a unit of every line.
func (v *View) layLines() {
	d := v.state.Document
	v.units = v.units[:0]
	front, fence := d.Meta.Range, ""
	for at := 0; at <= len(d.Text); {
		end := len(d.Text)
		if i := strings.IndexByte(d.Text[at:], '\n'); i >= 0 {
			end = at + i
		}
		line, kind := d.Text[at:end], markedLine
		body := strings.TrimLeft(line, " \t>")
		switch {
		case at < front.End:
			kind = frontLine
		case fence != "":
			kind = codeLine
			if strings.HasPrefix(body, fence) {
				fence = ""
			}
		case strings.HasPrefix(body, "```"), strings.HasPrefix(body, "~~~"):
			kind, fence = codeLine, body[:3]
		}
		v.units = append(v.units, unit{start: at, end: end, column: v.lineColumn(line, kind), make: func(int) *column { return v.makeLine(line, kind) }})
		at = end + 1
	}
}

// lineKind is what a line of the source belongs to.
type lineKind uint8

const (
	markedLine lineKind = iota
	frontLine
	codeLine
)

type lineKey struct {
	text string
	kind lineKind
}

func (v *View) lineColumn(line string, kind lineKind) *column {
	c := v.lines[lineKey{line, kind}]
	if c == nil {
		c = v.makeLine(line, kind)
		v.lines[lineKey{strings.Clone(line), kind}] = c
	}
	c.used = v.round
	return c
}

// makeLine makes the column of a line.
func (v *View) makeLine(line string, kind lineKind) *column {
	line = strings.Clone(line)
	b := v.builder(line, -1)
	s := b.body
	if kind != markedLine {
		s = s.role(mono).scaled(92)
	}
	p := b.paragraph(0)
	p.style = v.styleOf(s)
	at := 0
	for _, m := range marksOf(line, kind) {
		b.verbatim(&p, at, m.from, s)
		b.verbatim(&p, m.from, m.to, s.in(markInk))
		at = m.to
	}
	b.verbatim(&p, at, len(line), s)
	b.set(&p)
	return b.finish()
}

// marksOf returns the marks of a line.
func marksOf(line string, kind lineKind) []lineRange {
	body := strings.TrimLeft(line, " \t")
	indent := len(line) - len(body)
	switch {
	case kind == codeLine:
		if strings.HasPrefix(strings.TrimLeft(body, "> "), "```") || strings.HasPrefix(body, "~~~") {
			return []lineRange{{0, len(line)}}
		}
		return nil
	case kind == frontLine:
		return frontMarks(line)
	case strings.HasPrefix(body, ":::"), strings.HasPrefix(body, "<!--"), isDelimiterRow(body):
		return []lineRange{{0, len(line)}}
	}
	open := 0
	switch {
	case strings.HasPrefix(body, "#"):
		open = len(body) - len(strings.TrimLeft(body, "#"))
	case strings.HasPrefix(body, ">"):
		open = len(body) - len(strings.TrimLeft(body, "> "))
	case markerLength(body) > 0 && isSpaceOrEnd(body[markerLength(body):]):
		open = markerLength(body)
	}
	var out []lineRange
	if open > 0 {
		out = append(out, lineRange{0, indent + open})
	}
	return append(out, inlineMarks(line, indent+open)...)
}

// frontMarks returns the fence, or the key with its colon.
func frontMarks(line string) []lineRange {
	if strings.HasPrefix(line, "---") || strings.HasPrefix(line, "...") {
		return []lineRange{{0, len(line)}}
	}
	if i := strings.Index(line, ":"); i >= 0 {
		return []lineRange{{0, i + 1}}
	}
	return nil
}

func isDelimiterRow(body string) bool {
	return len(body) >= 3 && strings.Contains(body, "-") && strings.Trim(body, "|-: \t") == ""
}

// inlineMarks returns the marks inside a line from a place on.
func inlineMarks(line string, from int) []lineRange {
	var out []lineRange
	add := func(from, to int) {
		if n := len(out); n > 0 && out[n-1].to == from {
			out[n-1].to = to
			return
		}
		out = append(out, lineRange{from, to})
	}
	for i := from; i < len(line); {
		switch c := line[i]; {
		case c == '\\' && i+1 < len(line) && line[i+1] < 0x80:
			add(i, i+1)
			i += 2
			continue
		case strings.IndexByte("*`|", c) >= 0, strings.HasPrefix(line[i:], "~~"), c == '[', strings.HasPrefix(line[i:], "!["):
			add(i, i+1)
			if c == '~' {
				add(i+1, i+2)
				i++
			}
		case c == ':':
			if n := directiveMark(line[i:]); n > 0 {
				add(i, i+n)
				i += n
				continue
			}
		case c == ']':
			n := closingMark(line[i:])
			add(i, i+n)
			i += n
			continue
		}
		i++
	}
	return out
}

// directiveMark returns the length of :name[ at the start of s, or 0.
func directiveMark(s string) int {
	n := 1
	for n < len(s) && ('a' <= s[n] && s[n] <= 'z' || n > 1 && (s[n] == '-' || '0' <= s[n] && s[n] <= '9')) {
		n++
	}
	if n > 1 && n < len(s) && s[n] == '[' {
		return n + 1
	}
	return 0
}

// closingMark returns the length of the ] at the start of s with the address or the
// attributes behind it.
func closingMark(s string) int {
	n := 1
	for _, pair := range []string{"()", "[]", "{}"} {
		if n < len(s) && s[n] == pair[0] {
			if i := strings.IndexByte(s[n:], pair[1]); i > 0 {
				n += i + 1
			}
		}
	}
	return n
}
