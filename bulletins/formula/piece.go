package formula

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Look is how the letters of a piece are set.
type Look uint8

const (
	Upright Look = iota
	Italic
	Bold
)

// Piece is a stretch of a formula that is set in one way.
type Piece struct {
	Text    string
	At, End int // where it comes from in the formula
	Look    Look
	Scripts string // ^ and _ for each index that it stands in, from the line outwards
	// Space is the room that a piece takes which is nothing else, in thousandths of an em.
	// Its Text is a space where a line may break, else a no-break space.
	Space int
}

// Fault is something that a formula cannot be read by.
type Fault struct {
	Code    string // formula-command: one that is not known; formula-incomplete: a brace or what belongs to a command is missing
	At, End int    // in the formula
	Text    string // of the formula there
}

// Parse reads a formula, without its dollars.
func Parse(source string) ([]Piece, []Fault) {
	p := parser{source: source}
	items := p.list(mode{}, "")
	return set(items), p.faults
}

// Plain returns the characters of a formula, as one would copy them.
func Plain(source string) string {
	pieces, _ := Parse(source)
	var b strings.Builder
	for _, p := range pieces {
		b.WriteString(p.Text)
	}
	return strings.ReplaceAll(b.String(), noBreak, " ")
}

// noBreak is a space at which no line breaks.
const noBreak = "\u00a0"

// set puts the room between items.
func set(items []item) []Piece {
	var out []Piece
	settle(items)
	last := -1 // the item on the line before
	for i := range items {
		it := &items[i]
		if it.space > 0 {
			out = append(out, Piece{Text: noBreak, At: it.at, End: it.end, Scripts: it.scripts, Space: it.space})
			continue
		}
		if it.scripts == "" {
			if last >= 0 {
				if s, ok := between(&items[last], it); ok {
					out = append(out, s)
				}
			}
			last = i
		}
		if it.text != "" {
			out = join(out, it)
		}
	}
	return out
}

// between returns the room between two items on the line.
func between(a, b *item) (Piece, bool) {
	n := room[a.class][b.class]
	if n == 0 {
		return Piece{}, false
	}
	s := Piece{Text: noBreak, At: b.at, End: b.at, Space: n}
	if (a.class == binary || a.class == relation) && !a.inside && !closes(b.text) {
		s.Text = " "
	}
	return s, true
}

// closes says whether a text is a mark that no line begins with.
func closes(text string) bool {
	r, _ := utf8.DecodeRuneInString(text)
	return unicode.In(r, unicode.Pe, unicode.Pf) || strings.ContainsRune("，。、；：？！,.;:?!", r)
}

// settle makes ordinary signs of operators that have no left or right side, as in −5.
func settle(items []item) {
	before := opening
	var last *item
	for i := range items {
		it := &items[i]
		if it.scripts != "" || it.space > 0 {
			continue
		}
		switch {
		case it.class == binary && (before == function || before == binary || before == relation || before == opening || before == comma):
			it.class = ordinary
		case last != nil && last.class == binary && (it.class == relation || it.class == closing || it.class == comma):
			last.class = ordinary
		}
		before, last = it.class, it
	}
	if last != nil && last.class == binary {
		last.class = ordinary
	}
}

// join appends an item, to the piece before it if both look alike and stand beside each
// other in the source.
func join(out []Piece, it *item) []Piece {
	if n := len(out) - 1; n >= 0 && it.verbatim() {
		if p := &out[n]; p.Space == 0 && p.Look == it.look && p.Scripts == it.scripts && p.End == it.at && len(p.Text) == p.End-p.At {
			p.Text += it.text
			p.End = it.end
			return out
		}
	}
	return append(out, Piece{Text: it.text, At: it.at, End: it.end, Look: it.look, Scripts: it.scripts})
}
