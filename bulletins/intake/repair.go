package intake

import (
	"slices"
	"strings"
	"unicode/utf8"

	"safety365/bulletins/intake/script"
)

// site is a damaged stretch of a line and what it may have been.
type site struct {
	line    *line
	from    int
	to      int
	certain bool // the damage shows by its pinyin or a private character
	// texts that it may have been; of several readings of one site all are here, one
	// reading after the other.
	texts []string
	ends  []siteEnd
}

// siteEnd is where a site ends by the reading whose texts come before a number.
type siteEnd struct{ before, to int }

// end returns where the site ends if it was the i-th text.
func (s *site) end(i int) int {
	for _, e := range s.ends {
		if i < e.before {
			return e.to
		}
	}
	return s.to
}

// shifted is I04 and I05.
func (d *draft) shifted() {
	var sites []*site
	for _, l := range d.lines {
		if l.open() {
			sites = append(sites, d.sitesIn(l)...)
		}
	}
	if len(sites) == 0 {
		return
	}
	evidence := newEvidence(d, sites)
	edits := map[*line][]edit{}
	for _, s := range sites {
		if e, ok := d.judge(s, evidence); ok {
			edits[s.line] = append(edits[s.line], e)
		}
	}
	for _, l := range d.lines {
		d.repair(l, edits[l])
	}
}

// sitesIn finds the damaged stretches of a line. A bare "?" begins one only in a text
// whose other damage has been seen.
func (d *draft) sitesIn(l *line) []*site {
	var out []*site
	for i := 0; i < len(l.text); {
		step := strings.IndexAny(l.text[i:], "?\ufffd")
		if step < 0 {
			break
		}
		i += step
		to, certain := suspicious(l.text, i)
		before, ok := byteBefore(l.text[:i])
		if !ok || !certain && d.marked < enoughGroups && !looksDamaged(l.text[i:min(len(l.text), i+5)]) {
			i = to
			continue
		}
		s := &site{line: l, from: i, to: to, certain: certain}
		for _, r := range unshift(l.text, i) {
			s.certain = s.certain || r.certain || looksDamaged(l.text[i:r.to])
			texts := d.candidates(r.octets, before)
			if texts == nil {
				s.texts, s.ends = nil, nil
				s.to = max(s.to, r.to)
				break
			}
			if len(texts) == 0 {
				continue
			}
			if s.texts == nil {
				s.texts = texts[:len(texts):len(texts)] // they are shared
			} else {
				s.texts = append(s.texts, texts...)
			}
			s.ends = append(s.ends, siteEnd{len(s.texts), r.to})
			s.to = max(s.to, r.to)
		}
		switch {
		case s.certain, len(s.texts) > 0:
			out = append(out, s)
			i = s.to
		case oddlyGlued(l.text, i, to):
			d.doubt(l, i, to)
			fallthrough
		default:
			i = to
		}
	}
	return out
}

// oddlyGlued says whether a "?" stands between an ideograph and a letter or sign, as a
// damaged byte does and a question hardly.
func oddlyGlued(s string, from, to int) bool {
	before, _ := utf8.DecodeLastRuneInString(s[:from])
	after, _ := utf8.DecodeRuneInString(s[to:])
	return isWide(before) && (isLatin(after) || strings.ContainsRune("@[\\]^_{|}~<>?!;:,&%#$*+=/", after))
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
		texts = candidates(octets, before)
		d.readings[string(key)] = texts
	}
	return texts
}

// byteBefore returns the last byte, in GBK, of the character that a site follows.
func byteBefore(s string) (byte, bool) {
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

// judge decides what becomes of a site.
func (d *draft) judge(s *site, ev *evidence) (edit, bool) {
	if s.certain && len(s.texts) == 1 && ordinary(s.texts[0]) && s.sound() {
		return edit{from: s.from, to: s.end(0), after: s.texts[0]}, true
	}
	if d.off["I05"] {
		return edit{}, false
	}
	best := ev.best(s)
	switch {
	case len(best) == 1:
		return edit{from: s.from, to: s.end(best[0]), after: s.texts[best[0]], certainty: Probable}, true
	case !s.certain:
		d.doubt(s.line, s.from, s.to)
		return edit{}, false
	}
	text, to := s.common(best)
	return edit{from: s.from, to: to, after: text, certainty: Unknown}, true
}

// sound says whether the text on both sides of a site is as it should be. If it is not,
// the damage begins earlier or ends later, and has not been understood.
func (s *site) sound() bool {
	before := []rune(s.line.text[:s.from])
	after := []rune(head(s.line.text[s.end(0):], 2))
	near := before[max(0, len(before)-2):]
	for _, r := range slices.Concat(near, after) {
		if isHan(r) && !ordinary(string(r)) || r == '?' {
			return false
		}
	}
	// A bare "?" shortly before has the look of an earlier beginning.
	return !slices.Contains(before[max(0, len(before)-longestSoft):], '?')
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
		for i := range s.texts {
			some = append(some, i)
		}
	}
	if len(some) == 0 {
		return unknownMark, s.to
	}
	end := s.end(some[0])
	same := []rune(s.texts[some[0]])
	for _, n := range some[1:] {
		other := []rune(s.texts[n])
		if len(other) != len(same) || s.end(n) != end {
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

// repair makes the edits of a line: what is exact under I04, the rest under I05, with
// a word to whoever has to confirm it.
func (d *draft) repair(l *line, edits []edit) {
	for _, e := range slices.Backward(edits) {
		rule := "I05"
		if e.certainty == Exact {
			rule = "I04"
		}
		n := len(d.changes)
		d.change(rule, l, []edit{e})
		if len(d.changes) == n {
			continue
		}
		switch end := e.from + len(e.after); e.certainty {
		case Probable:
			d.confirm(l.text, e.from, end, e.after)
		case Unknown:
			d.warnOf("unknown", "text", around(l.text, e.from, end))
		}
	}
}

// confirm asks for a proposal to be looked at: the words round it, and what was put
// in or taken out.
func (d *draft) confirm(s string, from, to int, what string) {
	d.warnOf("repair", "text", around(s, from, to), "mark", markOpen+what+markClose)
}

// around returns a stretch of a text with five characters before it and three behind.
func around(s string, from, to int) string {
	before, after := []rune(s[:from]), []rune(s[to:])
	return string(before[max(0, len(before)-5):]) + s[from:to] + string(after[:min(len(after), 3)])
}
