package intake

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// The damage that I04 and I05 undo came about in GBK text, byte by byte: a program
// put "(pinyin)" behind every two bytes that were a Traditional character, also where
// they were the second byte of one character and the first of the next; it made ASCII
// of full-width marks and left 、 and 。 whole wherever their bytes stood. A decoder
// then showed a first byte without a second as "?", swallowing a "(" behind it. So the
// text behind such a place is shifted by one byte until another odd byte turns up.
//
// A site is such a stretch. unshift turns what is shown back into bytes: some known,
// some not.

// octet is a byte of the stream that a site was.
type octet struct {
	b       byte
	unknown bool
	// letters are of the pinyin that stood behind this byte: with the byte before it
	// is a Traditional character that reads so.
	letters string
}

// reading is one way to read a site: where it ends, and its bytes.
type reading struct {
	to      int
	octets  []octet
	certain bool // pinyin was met where no character could have it
}

// longestSite is how many characters a site may have, mostSteps how many steps reading
// it may take.
const (
	longestSite = 64
	mostSteps   = 4000
)

// unshifter finds the readings of one site.
type unshifter struct {
	text  string
	page  *gbk
	found []reading
	steps int
}

// suspicious returns the end of the sign at i that a site may begin with, and whether
// it can be nothing else: "?pinyin)" can, "?" may be a question.
func suspicious(s string, i int) (to int, certain bool) {
	size := lone(s[i:])
	if size == 0 {
		return 0, false
	}
	if word := letters(s[i+size:]); word != "" && strings.HasPrefix(s[i+size+len(word):], ")") && isSyllable(word) {
		return i + size + len(word) + 1, true
	}
	return i + size, false
}

// lone returns the length of what a decoder shows for a byte that it cannot read.
func lone(s string) int {
	switch {
	case strings.HasPrefix(s, "?"):
		return 1
	case strings.HasPrefix(s, "\ufffd"):
		return 3
	}
	return 0
}

// isSyllable says whether letters are pinyin: they bear a tone, or are a neutral one.
func isSyllable(s string) bool {
	switch s {
	case "men", "me", "ma", "ge", "zhe", "le", "ne", "ba", "de", "lou", "tou", "shang", "xia":
		return true
	}
	return strings.ContainsAny(s, toned)
}

// unshift lists the readings of a site that begins at i.
func unshift(s string, i int, effort *int) []reading {
	if *effort <= 0 {
		return nil
	}
	u := &unshifter{text: s, page: codePage()}
	u.walk(i, nil, false, 0)
	*effort -= 4 * u.steps
	return u.found
}

// walk reads what is shown at i after the octets so far. If asMark is set, what comes
// must be an ASCII mark that was a full-width one.
func (u *unshifter) walk(i int, so []octet, asMark bool, depth int) {
	if u.steps++; u.steps > mostSteps || depth > longestSite {
		return
	}
	rest := u.text[i:]
	to, certain := 0, false
	if rest != "" {
		to, certain = suspicious(u.text, i)
	}
	whole := len(so)%2 == 0
	switch {
	case whole && len(so) > 0 && !certain && !asMark && syllableGroup(rest) == "":
		u.found = append(u.found, reading{i, so, slices.ContainsFunc(so, func(o octet) bool { return o.letters != "" })})
		return
	case rest == "":
		return
	case certain && !asMark:
		word := strings.TrimSuffix(u.text[i+lone(rest):to], ")")
		u.walk(to, add(so, octet{unknown: true, letters: word}), false, depth+1)
		return
	}
	if to > 0 && !certain {
		u.question(i, to, so, asMark, depth)
		return
	}
	if word := syllableGroup(rest); word != "" {
		if len(so) > 0 && so[len(so)-1].letters == "" && !asMark {
			last := so[len(so)-1]
			last.letters = word
			u.walk(i+len(word)+2, add(so[:len(so)-1], last), false, depth+1)
		}
		return
	}
	r, size := utf8.DecodeRuneInString(rest)
	switch {
	case r < 0x80:
		u.ascii(byte(r), i+1, so, asMark, depth)
	case asMark:
	default:
		if lead, trail, ok := u.page.bytesOf(r); ok {
			u.walk(i+size, add(so, octet{b: lead}, octet{b: trail}), false, depth+1)
		}
	}
}

// syllableGroup returns the pinyin in the brackets that a text begins with.
func syllableGroup(s string) string {
	if !strings.HasPrefix(s, "(") {
		return ""
	}
	if word := letters(s[1:]); isSyllable(word) && strings.HasPrefix(s[1+len(word):], ")") {
		return word
	}
	return ""
}

// question reads a "?" without pinyin: a lone byte, or ？ in ASCII.
func (u *unshifter) question(i, to int, so []octet, asMark bool, depth int) {
	if len(so)%2 == 1 && u.text[i] == '?' {
		u.walk(to, add(so, octet{b: 0xa3}, octet{b: 0xbf}), false, depth+1)
	}
	if asMark {
		return
	}
	// A decoder shows "?" only if what follows cannot be a second byte.
	next, _ := utf8.DecodeRuneInString(u.text[to:])
	end := to == len(u.text)
	switch {
	case !end && lone(u.text[to:]) > 0:
		u.walk(to, add(so, octet{unknown: true}), true, depth+1)
	case end, next < 0x40, isWholeMark(next):
		u.walk(to, add(so, octet{unknown: true}), false, depth+1)
	case next < 0x80:
		u.walk(to, add(so, octet{unknown: true}), true, depth+1)
	}
}

// isWholeMark says whether a character is one that the damage left whole.
func isWholeMark(r rune) bool {
	return strings.ContainsRune("、。，；：？！“”‘’（）《》", r)
}

// ascii reads an ASCII character: a second byte, or a full-width form.
func (u *unshifter) ascii(c byte, to int, so []octet, asMark bool, depth int) {
	if c <= 0x20 || c == 0x7f || len(so)%2 == 0 && !asMark {
		return
	}
	if c >= 0x40 && !asMark {
		u.walk(to, add(so, octet{b: c}), false, depth+1)
	}
	u.walk(to, add(so, octet{b: 0xa3}, octet{b: c + 0x80}), false, depth+1)
}

// add appends without touching what other readings share.
func add(so []octet, more ...octet) []octet {
	return append(so[:len(so):len(so)], more...)
}
