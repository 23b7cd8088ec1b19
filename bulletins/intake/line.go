package intake

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"safety365/bulletins"
)

// line is a line of the text while it is being cleaned: a paragraph, most often. It
// knows of each of its bytes where in the raw text it came from.
type line struct {
	text string
	at   []int32 // of each byte of text the place in the raw text, and of its end
	// field is the front matter key that the line went to, or one of the words below.
	field string
	// frozen are places in the raw text that were to stay as they were.
	frozen   []bulletins.Range
	indented bool // in the raw text
	alien    int8 // what isFurniture said of the text, 1 or -1
}

// Where lines go that go to no key.
const (
	inBody  = ""
	dropped = "-"
	literal = "=" // of the body, but code or something else that no rule may touch
	caption = "!" // what a lost picture showed
)

// text reports whether the rules about characters apply to a line.
func (l *line) open() bool { return l.field != dropped && l.field != literal && l.text != "" }

// raw returns the place in the raw text of a range of the line.
func (l *line) raw(from, to int) bulletins.Range {
	return bulletins.Range{Start: int(l.at[from]), End: int(l.at[to])}
}

// edit is one thing that a rule wants changed in a line.
type edit struct {
	from, to  int
	after     string
	certainty Certainty
}

// change makes the edits of a rule, which stand in order and do not overlap, all but
// those that are to be kept out, and logs them. It returns those that were made, with
// their places in the line as it is now.
func (d *draft) change(rule string, l *line, edits []edit) (made []edit) {
	if len(edits) == 0 {
		return nil
	}
	var b strings.Builder
	b.Grow(len(l.text))
	at := make([]int32, 0, len(l.at))
	from := 0
	for _, e := range edits {
		raw := l.raw(e.from, e.to)
		if l.isFrozen(raw) {
			continue
		}
		name := rule
		if rule == "I04" && e.certainty != Exact {
			name = "I05"
		}
		if !d.log(name, raw, l.text[e.from:e.to], e.after, e.certainty) {
			if rule < "I08" {
				l.frozen = append(l.frozen, raw)
			}
			continue
		}
		b.WriteString(l.text[from:e.from])
		made = append(made, edit{b.Len(), b.Len() + len(e.after), e.after, e.certainty})
		b.WriteString(e.after)
		at = append(at, l.at[from:e.from]...)
		at = append(at, places(l, e)...)
		from = e.to
	}
	b.WriteString(l.text[from:])
	at = append(at, l.at[from:]...)
	l.text, l.at, l.alien = b.String(), at, 0
	return made
}

// places says where the bytes came from that an edit puts in.
func places(l *line, e edit) []int32 {
	if len(e.after) == e.to-e.from {
		return l.at[e.from:e.to]
	}
	out := make([]int32, len(e.after))
	for i := range out {
		out[i] = l.at[e.from]
	}
	return out
}

func (l *line) isFrozen(raw bulletins.Range) bool {
	return slices.ContainsFunc(l.frozen, func(f bulletins.Range) bool { return raw.Start < f.End && f.Start < max(raw.End, raw.Start+1) })
}

// mostChanges is how many changes are made in a text, for each takes memory. Past it the
// text stays as it is, and a warning says so.
const mostChanges = 1 << 19

// log notes a change, unless it was to be kept out.
func (d *draft) log(rule string, raw bulletins.Range, before, after string, certainty Certainty) bool {
	id := rule + "@" + strconv.Itoa(raw.Start)
	first := id
	if n := d.ids[id]; n > 0 { // two changes of one place
		id += "." + strconv.Itoa(n)
	}
	if d.keep[id] || len(d.changes) == mostChanges {
		return false
	}
	d.ids[first]++
	d.changes = append(d.changes, Change{
		ID: id, Rule: rule, Start: raw.Start, End: raw.End, Line: d.lineAt(raw.Start),
		Before: before, After: after, Certainty: certainty, Out: -1,
	})
	return true
}

// lineAt returns the number of the raw text's line at a place.
func (d *draft) lineAt(place int) int {
	i, found := slices.BinarySearch(d.starts, place)
	if !found {
		i--
	}
	return i + 1
}

// move sends a whole line to a field or drops it.
func (d *draft) move(rule string, l *line, field string) bool {
	after := ""
	if field != dropped {
		after = field + ": " + strings.TrimSpace(l.text)
	}
	if !d.log(rule, l.raw(0, len(l.text)), l.text, after, Exact) {
		return false
	}
	l.field = field
	return true
}

// piece is a value in a line that holds several.
type piece struct {
	from, to int
	field    string
}

// parts sends pieces of the i-th line to fields of their own and drops the rest of
// it.
func (d *draft) parts(rule string, i int, pieces []piece) bool {
	l := d.lines[i]
	var after []string
	var lines []*line
	for _, p := range pieces {
		p.from, p.to = trimmed(l.text, p.from, p.to)
		value := &line{text: l.text[p.from:p.to], at: l.at[p.from : p.to+1 : p.to+1], field: p.field}
		after = append(after, p.field+": "+value.text)
		lines = append(lines, value)
	}
	if !d.log(rule, l.raw(0, len(l.text)), l.text, strings.Join(after, "; "), Exact) {
		return false
	}
	l.field = dropped
	d.lines = slices.Insert(d.lines, i+1, lines...)
	return true
}

// trimmed leaves the spaces round a range of a text out.
func trimmed(s string, from, to int) (int, int) {
	for from < to && (s[from] == ' ' || s[from] == '\t') {
		from++
	}
	for to > from && (s[to-1] == ' ' || s[to-1] == '\t') {
		to--
	}
	return from, to
}

// body lists the lines of the body that are not empty.
func (d *draft) body() []int {
	var out []int
	for i, l := range d.lines {
		if (l.field == inBody || l.field == literal) && l.text != "" {
			out = append(out, i)
		}
	}
	return out
}

// length is how many characters a text has.
func length(s string) int { return utf8.RuneCountInString(s) }
