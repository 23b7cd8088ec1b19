package drafting

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"safety365/bulletins"
)

// write writes chars at a level.
func (s setting) write(chars []char, level spelling) (string, places) {
	w := writer{setting: s, chars: chars, level: level, start: true}
	w.at.inner = make([]int, 1, len(chars)+1)
	w.at.outer = make([]int, 0, len(chars)+1)
	for i := range chars {
		w.change(w.marks(i))
		w.char(i)
		w.at.inner = append(w.at.inner, w.b.Len())
	}
	w.change(nil)
	return w.b.String(), w.at
}

type writer struct {
	setting
	chars  []char
	level  spelling
	b      strings.Builder
	open   []*mark
	at     places
	start  bool // nothing of the line is written yet but digits
	digits bool
}

// marks returns the marks of a char that are written at this level.
func (w *writer) marks(i int) []*mark {
	if i < 0 || i >= len(w.chars) {
		return nil
	}
	in := w.chars[i].in
	if w.level == unmarked {
		in = slices.DeleteFunc(slices.Clone(in), func(m *mark) bool { return m.emphatic() })
	}
	return in
}

// change closes and opens marks.
func (w *writer) change(to []*mark) {
	n := 0
	for n < len(w.open) && n < len(to) && w.open[n] == to[n] {
		n++
	}
	for k := len(w.open) - 1; k >= n; k-- {
		w.b.WriteString(w.delimiter(w.open[k], false))
	}
	w.at.outer = append(w.at.outer, w.b.Len())
	for _, m := range to[n:] {
		w.b.WriteString(w.delimiter(m, true))
		w.start = false
	}
	w.open = to
}

func (w *writer) delimiter(m *mark, open bool) string {
	switch {
	case m.kind == bulletins.LinkSpan && w.level >= canonical:
		m = linkMark(m.target())
	case m.kind == bulletins.CodeSpan:
		ticks := w.ticks(m)
		if open {
			return ticks
		}
		i := strings.Index(ticks, " ")
		if i >= 0 {
			return " " + ticks[:i]
		}
		return ticks
	}
	if open {
		return m.open
	}
	return m.close
}

// ticks returns the opening of a code span that its text does not close.
func (w *writer) ticks(m *mark) string {
	var b strings.Builder
	for i := range w.chars {
		if slices.Contains(w.chars[i].in, m) {
			b.WriteString(w.chars[i].text)
		}
	}
	text := b.String()
	if w.level == asTyped && !strings.Contains(text, "`") && strings.Trim(text, " ") == text {
		return m.open
	}
	ticks := "`"
	for has := runsOf(text, '`'); has[len(ticks)]; {
		ticks += "`"
	}
	if strings.HasPrefix(text, "`") || strings.HasSuffix(text, "`") ||
		strings.HasPrefix(text, " ") && strings.HasSuffix(text, " ") && strings.Trim(text, " ") != "" {
		return ticks + " "
	}
	return ticks
}

// runsOf tells how long the runs of a byte in a text are.
func runsOf(text string, c byte) map[int]bool {
	out := map[int]bool{}
	for i := 0; i < len(text); i++ {
		n := 0
		for i < len(text) && text[i] == c {
			n, i = n+1, i+1
		}
		out[n] = true
	}
	return out
}

func (w *writer) char(i int) {
	c := &w.chars[i]
	if c.kind == plain && w.kind != inCode && !innermostLiteral(w.marks(i)) {
		w.b.WriteString(w.letter(i))
		return
	}
	switch {
	case c.kind == unseen && (w.level >= canonical || w.kind == inCell && strings.Contains(c.spell, "\n")):
	case c.kind == broken:
		w.b.WriteString(w.lineBreak(i))
		w.start, w.digits = true, false
	case c.kind == unseen && c.spell == "\n":
		w.b.WriteString(c.spell)
		w.start, w.digits = true, false
	case c.kind == plain:
		if w.kind == inCell && c.text == "|" {
			w.b.WriteByte('\\')
		}
		w.b.WriteString(c.text)
		w.start = false
	default:
		w.b.WriteString(c.spell)
		w.start = w.start && c.kind == unseen
	}
}

// lineBreak writes a forced line break: at the end of a paragraph, or where there
// are no lines, as a tag.
func (w *writer) lineBreak(i int) string {
	c := &w.chars[i]
	last := !slices.ContainsFunc(w.chars[i+1:], func(o char) bool { return o.shows() && !o.isSpace() && o.kind != broken })
	switch {
	case w.kind != inParagraph || last || w.level >= careful:
		return "<br>"
	case c.spell != "":
		return c.spell
	}
	return "\\\n"
}

// letter writes a character.
func (w *writer) letter(i int) string {
	c := &w.chars[i]
	fresh := c.spell == ""
	first, digits := w.start, w.digits
	w.start = w.start && (c.isSpace() || isDigits(c.text))
	w.digits = w.start && isDigits(c.text)
	if c.spell == "\n" || c.text == "\n" {
		if w.kind == inHeading || w.kind == inCell || w.level >= careful {
			return " "
		}
		w.start, w.digits = true, false
		return "\n"
	}
	if c.text == ":" && first && c.spell != `\:` && i+1 < len(w.chars) && w.chars[i+1].isSpace() {
		return `\:` // it would describe the paragraph before
	}
	if w.level == asTyped && !fresh {
		return c.spell
	}
	if w.level == asTyped {
		if w.kind == inCell && (c.text == "<" || c.text == "^") && len(trimSpaces(w.chars)) == 1 {
			return `\` + c.text
		}
		return c.text
	}
	if c.isSpace() && c.text != "\u00a0" && (fresh || w.level >= careful) && w.edge(i) {
		return byNumber(c.text)
	}
	if (w.level >= encoded && w.edge(i) || w.level >= outside && w.outer(i)) && utf8.RuneCountInString(c.text) == 1 && !bulletins.IsHan(firstRune(c.text)) {
		return byNumber(c.text)
	}
	if !fresh && (w.level < careful || len(c.text) != 1) {
		return c.spell
	}
	prev, next := "", ""
	if i > 0 {
		prev = w.chars[i-1].text
	}
	if i+1 < len(w.chars) {
		next = w.chars[i+1].text
	}
	if w.level >= careful && isPunct(c.text) || w.isSign(c.text, prev, next, first, digits) {
		return `\` + c.text
	}
	return c.text
}

// isSign says whether a character could be a mark where it stands.
func (w *writer) isSign(c, prev, next string, first, digits bool) bool {
	if len(c) != 1 {
		return false
	}
	switch c[0] {
	case '\\', '`', '*', '_', '~', '[', ']', '<', '&', '$':
		return true
	case '|':
		return w.kind == inCell || first
	case '#', '{', '}':
		return first && c[0] == '#' || w.kind == inHeading
	case '>', '-', '+', '=':
		return first
	case '.', ')':
		return digits
	case ':':
		return first || prev == ":" || next != "" && isLetter(next[0])
	case '^':
		return w.kind == inCell
	}
	return false
}

// edge says whether a char touches the end of emphasis, inside or outside it.
func (w *writer) edge(i int) bool {
	if w.level == unmarked {
		return false
	}
	return edges(w.marks(i-1), w.marks(i)) || edges(w.marks(i), w.marks(i+1))
}

// outer says whether a char touches the end of emphasis that it is not in.
func (w *writer) outer(i int) bool {
	if w.level == unmarked {
		return false
	}
	own := w.marks(i)
	return beyond(w.marks(i-1), own) || beyond(w.marks(i+1), own)
}

// beyond says whether some of the marks are emphasis that others do not have.
func beyond(list, other []*mark) bool {
	return slices.ContainsFunc(list, func(m *mark) bool { return m.emphatic() && !slices.Contains(other, m) })
}

func edges(a, b []*mark) bool { return beyond(a, b) || beyond(b, a) }

func byNumber(c string) string { return "&#" + strconv.Itoa(int(firstRune(c))) + ";" }

func firstRune(s string) rune { r, _ := utf8.DecodeRuneInString(s); return r }

func isPunct(c string) bool {
	return len(c) == 1 && (c[0] > ' ' && c[0] < '0' || c[0] > '9' && c[0] < 'A' || c[0] > 'Z' && c[0] < 'a' || c[0] > 'z' && c[0] < 0x7f)
}

func isDigits(c string) bool { return len(c) == 1 && '0' <= c[0] && c[0] <= '9' }

func isLetter(c byte) bool { return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' }
