package drafting

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"safety365/bulletins"
	"safety365/bulletins/kinds"
)

// setting is what a line of text stands in, as far as it decides which characters
// are marks there.
type setting struct {
	before, after string // round the text when it is tried
	prefix        string // of its further lines
	kind          settingKind
}

type settingKind uint8

const (
	inParagraph settingKind = iota
	inHeading
	inCell
	inCaption
	inCode
)

// Settings.
var (
	paragraphSetting = setting{before: "\n", after: "\n"}
	itemSetting      = setting{before: "\n- ", after: "\n", prefix: "  "}
	taskSetting      = setting{before: "\n- [ ] ", after: "\n", prefix: "  "}
	headingSetting   = setting{before: "\n# ", after: "\n", kind: inHeading}
	setextSetting    = setting{before: "\n", after: "\n===\n"}
	cellSetting      = setting{before: "\n|", after: "|\n|-|\n", kind: inCell}
	captionSetting   = setting{before: "\n![", after: "](a)\n", kind: inCaption}
	termSetting      = setting{before: "\n", after: "\n: a\n"}
	codeSetting      = setting{kind: inCode}
)

// spelling is how far the writing of chars may depart from what it was.
type spelling uint8

const (
	asTyped   spelling = iota // what is new is put in as it is
	escaped                   // what is new and could be a mark has its backslash
	outside                   // what touches emphasis from outside is written by number
	careful                   // all punctuation has its backslash, old and new
	encoded                   // and what touches emphasis from inside is by number too
	canonical                 // and links are written anew, comments go
	unmarked                  // without emphasis, which cannot be had here
)

// spell writes chars so that a reader sees just them. It tries the plainest way
// first and reads back what it wrote.
func (s setting) spell(chars []char) (text string, at places) {
	if s.kind == inCode {
		return s.write(chars, asTyped)
	}
	chars = tidy(chars)
	want, defined := shownAs(chars), definitions(chars)
	for level := asTyped; level <= unmarked; level++ {
		text, at = s.write(chars, level)
		if level == unmarked {
			want = plainOnly(chars)
		}
		slips, ok := s.shows(text, want, defined, level == unmarked)
		if !ok {
			continue
		}
		if level == asTyped && slips > 0 {
			if other, there := s.write(chars, escaped); other != text {
				if fewer, ok := s.shows(other, want, defined, false); ok && fewer < slips {
					return other, there
				}
			}
		}
		return text, at
	}
	return text, at
}

// places are the bytes of written chars where a caret stands: before the first, and
// behind each. Inner is on the near side of the marks that end there, where typing
// goes on with them; outer is behind them.
type places struct{ inner, outer []int }

// ends returns where the ends of a selection stand: one of nothing inside the marks,
// else outside, so that what is selected has all of its marks.
func (p places) ends(anchor, caret int) (a, c int) {
	last := len(p.inner) - 1
	anchor, caret = min(anchor, last), min(caret, last)
	if anchor == caret {
		return p.inner[caret], p.inner[caret]
	}
	return p.outer[anchor], p.outer[caret]
}

// shows says whether text reads as wanted, and how many slips of typing the parser
// takes it for.
func (s setting) shows(text, want, defined string, bare bool) (slips int, ok bool) {
	if strings.Contains(text, "\n") && (s.kind == inHeading || s.kind == inCell) {
		return 0, false
	}
	if s.prefix != "" {
		text = strings.ReplaceAll(text, "\n", "\n"+s.prefix)
	}
	d := bulletins.Parse("", s.before+text+s.after+defined, kinds.Schema())
	spans, sole, ok := soleLine(d)
	if !ok {
		return 0, want == "" && len(d.Blocks) == 0
	}
	base := 0
	if len(d.Starts) > 0 {
		base = d.Starts[0]
	}
	if s.kind != inCaption && sole {
		return 0, strings.HasPrefix(want, "\x04") && strings.Count(want, "\x04") == 1 && !strings.Contains(want, "\x05")
	}
	from := len(s.before)
	got := tidy(readChars(d.Text, spans, base, bulletins.Range{Start: from, End: from + len(text)}))
	for _, x := range d.Diagnostics {
		if slipCodes[x.Code] {
			slips++
		}
	}
	if bare {
		return slips, plainOnly(got) == want
	}
	return slips, shownAs(got) == want
}

// slipCodes are the Diagnostics that typed text should not cause.
var slipCodes = map[string]bool{"heading-space": true, "link-space": true, "link-full-width": true, "html-shown": true}

// definitions define the references among chars as the document does, so that a trial
// reads them as references too.
func definitions(chars []char) string {
	var b strings.Builder
	define := func(label, url, title string) {
		b.WriteString("\n[" + label + "]: " + destination(url))
		if title != "" {
			b.WriteString(" " + quoted(title))
		}
		b.WriteByte('\n')
	}
	seen := map[*mark]bool{}
	for i := range chars {
		if s := &chars[i].span; chars[i].kind == atom && s.Kind == bulletins.ImageSpan && strings.HasSuffix(chars[i].spell, "]") {
			label := strings.TrimSuffix(strings.TrimSuffix(chars[i].spell, "[]"), "]")
			define(label[strings.LastIndexByte(label, '[')+1:], s.URL, s.Title)
		}
		for _, m := range chars[i].in {
			if m.kind != bulletins.LinkSpan || seen[m] || m.close == ">" || strings.HasPrefix(m.close, "](") {
				continue
			}
			seen[m] = true
			label := strings.Trim(m.close, "[]")
			if label == "" {
				label = spelledIn(chars[i:], m)
			}
			url, title := m.target()
			define(label, url, title)
		}
	}
	if b.Len() == 0 {
		return ""
	}
	return "\n" + b.String()
}

// spelledIn returns the source of the chars that a mark is round.
func spelledIn(chars []char, m *mark) string {
	var b strings.Builder
	for i := range chars {
		if !slices.Contains(chars[i].in, m) {
			break
		}
		b.WriteString(chars[i].spell)
	}
	return b.String()
}

// soleLine returns the spans of the one line of text that a trial has, and whether it
// is a picture that stands by itself.
func soleLine(d *bulletins.Document) (spans []bulletins.Span, picture, ok bool) {
	if len(d.Blocks) != 1 {
		return nil, false, false
	}
	b := d.Blocks[0].Block
	if l, isList := b.(*bulletins.List); isList && len(l.Items) == 1 && len(l.Items[0].Blocks) == 1 && !l.Ordered {
		b = l.Items[0].Blocks[0]
	}
	switch b := b.(type) {
	case *bulletins.Paragraph:
		return b.Spans, false, true
	case *bulletins.Heading:
		return b.Spans, false, b.Level == 1
	case *bulletins.Table:
		return b.Header[0].Spans, false, len(b.Header) == 1 && len(b.Rows) == 0
	case *bulletins.Figure:
		return b.Caption, true, true
	case *bulletins.DefinitionList:
		if len(b.Items) == 1 && len(b.Items[0].Terms) == 1 && len(b.Items[0].Descriptions) == 1 {
			return b.Items[0].Terms[0], false, true
		}
	}
	return nil, false, false
}

// shownAs is what a reader sees of chars, as a text to compare.
func shownAs(chars []char) string {
	chars = trimSpaces(chars)
	var b strings.Builder
	last := ""
	for i := range chars {
		c := &chars[i]
		if !c.shows() {
			continue
		}
		signs := make([]string, len(c.in))
		for k, m := range c.in {
			signs[k] = m.sign
		}
		slices.Sort(signs)
		if now := strings.Join(slices.Compact(signs), "\x01"); now != last {
			b.WriteString("\x05" + now + "\x06")
			last = now
		}
		if c.kind == atom {
			b.WriteString("\x04" + strings.Join(strings.Fields(c.spell), " ") + "\x07")
		}
		b.WriteString(c.text)
	}
	return b.String()
}

// plainOnly is shownAs without the looks.
func plainOnly(chars []char) string {
	return strings.Trim(plainText(chars), " \t\u3000")
}

// trimSpaces leaves out the spaces that no one sees: those that open or end a
// paragraph.
func trimSpaces(chars []char) []char {
	hidden := func(c *char, cut string) bool {
		return c.kind == unseen || c.kind == plain && strings.Trim(c.text, cut) == ""
	}
	for len(chars) > 0 && hidden(&chars[0], " \t\u3000") {
		chars = chars[1:]
	}
	for len(chars) > 0 && hidden(&chars[len(chars)-1], " \t") {
		chars = chars[:len(chars)-1]
	}
	return chars
}

// tidy puts the marks of neighbours in one order and makes one of those that mean
// the same.
func tidy(chars []char) []char {
	var last []*mark
	own := false
	for i := range chars {
		in := chars[i].in
		if len(in) > 0 && !slices.Equal(in, last) {
			if other := alike(in, last); !slices.Equal(other, in) {
				if !own {
					chars, own = slices.Clone(chars), true
				}
				chars[i].in = other
			}
		}
		last = chars[i].in
	}
	return chars
}

// alike returns marks in the order of those before, with theirs in place of equal ones.
func alike(in, last []*mark) []*mark {
	rest := slices.Clone(in)
	var out []*mark
	for _, m := range last {
		i := slices.IndexFunc(rest, func(o *mark) bool { return o == m || o.sign == m.sign && m.name != "ruby" })
		if i < 0 {
			break
		}
		out = append(out, m)
		rest = slices.Delete(rest, i, i+1)
	}
	// A code span holds nothing but text.
	out = append(out, rest...)
	if i := slices.IndexFunc(out, func(m *mark) bool { return m.kind == bulletins.CodeSpan }); i >= 0 && i < len(out)-1 {
		code := out[i]
		out = append(slices.Delete(out, i, i+1), code)
	}
	return out
}

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
	if c.kind == plain && w.kind != inCode && !c.inCode() {
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
	case '\\', '`', '*', '_', '~', '[', ']', '<', '&':
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
