package intake

import (
	"strings"
	"unicode/utf8"

	"safety365/bulletins/intake/script"
)

// site is a damaged stretch of a line and what it may have been.
type site struct {
	line    *line
	after   int // where the certain site before it ends
	from    int
	to      int
	certain bool // the damage shows by its pinyin or a private character
	// choices are what it may have been, by each way to read it.
	choices []choice
}

// choice is the texts that a site may have been, and where it then ends. The texts are
// shared by sites that look alike.
type choice struct {
	to    int
	texts []string
}

// count is how many texts a site may have been.
func (s *site) count() int {
	n := 0
	for _, c := range s.choices {
		n += len(c.texts)
	}
	return n
}

// option returns the i-th of these texts and where the site then ends.
func (s *site) option(i int) (text string, to int) {
	for _, c := range s.choices {
		if i < len(c.texts) {
			return c.texts[i], c.to
		}
		i -= len(c.texts)
	}
	return "", s.to
}

// sitesIn finds the damaged stretches of a line. A bare "?" begins one only in a text
// whose other damage has been seen.
func (d *draft) sitesIn(l *line) []*site {
	var out []*site
	after := 0
	for i := 0; i < len(l.text); {
		step := strings.IndexAny(l.text[i:], "?\ufffd")
		if step < 0 {
			break
		}
		i += step
		to, certain := suspicious(l.text, i)
		before, ok := byteBefore(l.text[:i])
		if !ok || !certain && d.marked < enoughGroups && !looksDamaged(l.text[i:min(len(l.text), i+5)]) {
			if certain {
				d.doubt(l, i, to)
			}
			i = to
			continue
		}
		s := &site{line: l, after: after, from: i, to: to, certain: certain}
		d.read(s, before)
		switch {
		case s.certain, len(s.choices) > 0:
			out = append(out, s)
			if i = s.to; s.certain {
				after = i
			}
		case oddlyGlued(l.text, i, to):
			d.doubt(l, i, to)
			fallthrough
		default:
			i = to
		}
	}
	return out
}

// read finds what a site may have been. before is the byte in front of it.
func (d *draft) read(s *site, before byte) {
	for _, r := range unshift(s.line.text, s.from, &d.effort) {
		s.certain = s.certain || r.certain || looksDamaged(s.line.text[s.from:r.to])
		texts := d.candidates(r.octets, before)
		switch {
		case texts == nil:
			s.choices, s.to = nil, max(s.to, r.to)
			return
		case len(texts) > 0:
			s.choices = append(s.choices, choice{r.to, texts})
			s.to = max(s.to, r.to)
		}
	}
}

// oddlyGlued says whether a "?" stands between an ideograph and a letter, digit or sign, as
// a damaged byte does and a question hardly.
func oddlyGlued(s string, from, to int) bool {
	before, _ := utf8.DecodeLastRuneInString(s[:from])
	after, _ := utf8.DecodeRuneInString(s[to:])
	return isWide(before) && (isLatin(after) || '0' <= after && after <= '9' || strings.ContainsRune("@[\\]^_{|}~<>?!;:,&%#$*+=/", after))
}

// doubt asks for a place to be looked at that may be damaged, and leaves it as it is.
func (d *draft) doubt(l *line, from, to int) {
	text, _, _ := strings.Cut(d.raw[l.at[from]:], "\n")
	d.warnOf("damage-doubt", "text", strings.TrimSpace(head(text, 8)))
}

// looksDamaged says whether a stretch of a Traditional text can be nothing else: it
// holds a private character, or two that no such text has.
func looksDamaged(s string) bool {
	if strings.HasPrefix(s, "?。?") || strings.HasPrefix(s, "?、?") {
		return true
	}
	odd := 0
	for _, r := range s {
		switch {
		case firstPrivate <= r && r <= lastPrivate:
			return true
		case isHan(r) && (!ordinary(string(r)) || script.Guess(string(r)) == Hans):
			odd++
		}
	}
	return odd > 1 && length(s) <= longestSoft
}

// longestSoft is how many characters a stretch may have that only looks damaged.
const longestSoft = 16

// candidates remembers what a reading may have been, for damaged words recur. It
// returns nil if they are too many.
func (d *draft) candidates(octets []octet, before byte) []string {
	key := []byte{before}
	for _, o := range octets {
		key = append(append(key, o.b), o.letters...)
		if o.unknown {
			key = append(key, '?', '?')
		}
	}
	texts, known := d.readings[string(key)]
	if !known {
		f := filler{page: codePage(), octets: octets, bytes: make([]byte, len(octets)), before: before, out: []string{}}
		texts = f.texts(&d.effort)
		d.readings[string(key)] = texts
	}
	return texts
}

// byteBefore returns the last byte, in GBK, of the character that a site follows, zero at
// the beginning of a line.
func byteBefore(s string) (byte, bool) {
	if s == "" {
		return 0, true
	}
	r, _ := utf8.DecodeLastRuneInString(s)
	switch {
	case strings.ContainsRune(",;:!?", r):
		return byte(r) + 0x80, true
	case r == utf8.RuneError, r < 0x80:
		return 0, false
	}
	_, trail, ok := codePage().bytesOf(r)
	return trail, ok
}

// sound says whether the text on both sides of a site is as it should be. If it is not,
// the damage begins earlier or ends later, and has not been understood.
func (s *site) sound() bool {
	before := s.line.text[:s.from]
	_, to := s.option(0)
	for _, r := range tail(before, 2) + head(s.line.text[to:], 2) {
		if isHan(r) && !ordinary(string(r)) || r == '?' {
			return false
		}
	}
	// A bare "?" shortly before has the look of an earlier beginning, unless it is
	// damage that ended there.
	return !strings.Contains(tail(before[s.after:], longestSoft), "?")
}

// ordinary says whether all characters of a text are ones in use.
func ordinary(s string) bool {
	for _, r := range simplify(s) {
		lead, trail, ok := codePage().bytesOf(r)
		if isHan(r) && (!ok || lead < 0xb0 || lead > 0xf7 || trail < 0xa1) {
			return false
		}
	}
	return true
}

// common returns what some candidates have in common, all if none is named, with a mark
// in place of each character in which they differ; and where the site then ends.
func (s *site) common(some []int) (string, int) {
	if len(some) == 0 {
		for i := range s.count() {
			some = append(some, i)
		}
	}
	if len(some) == 0 {
		return unknownMark, s.to
	}
	first, end := s.option(some[0])
	same := []rune(first)
	for _, n := range some[1:] {
		text, to := s.option(n)
		other := []rune(text)
		if len(other) != len(same) || to != end {
			return unknownMark, s.to
		}
		for i := range same {
			if same[i] != other[i] {
				same[i] = 0
			}
		}
	}
	var b strings.Builder
	for i, r := range same {
		switch {
		case r != 0:
			b.WriteRune(r)
		case i == 0 || same[i-1] != 0:
			b.WriteString(unknownMark)
		}
	}
	return b.String(), end
}
