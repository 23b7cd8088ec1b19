package intake

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// A text may have been read in a wrong encoding before it reached us: GBK as Latin
// letters (ÖÐ¹ú), UTF-8 as Latin letters (ä¸­å›½) or as GBK (涓浗). Its bytes are the same, so
// it is read anew where another reading makes sense. Where bytes were lost, U+FFFD stands
// in the result; where all were, the wrong text has 锟斤拷, which is U+FFFD twice in GBK.

var lostForGood = regexp.MustCompile(`(?:锟斤拷)+(?:锟斤?)?`)

// misread is I00.
func (d *draft) misread() {
	n := len(d.changes)
	for _, l := range d.lines {
		if !l.open() {
			continue
		}
		if after, ok := readAnew(l.text); ok {
			d.change("I00", l, []edit{{from: 0, to: len(l.text), after: after}})
		}
		var lost []edit
		for _, at := range lostForGood.FindAllStringIndex(l.text, -1) {
			lost = append(lost, edit{at[0], at[1], "\ufffd", Unknown})
		}
		d.change("I00", l, lost)
	}
	if len(d.changes) > n {
		d.settle()
		d.warnOf("misread", "count", itoa(len(d.changes)-n))
	}
}

// leastMisread is how many characters of Chinese tell that a line was misread.
const leastMisread = 4

// readAnew returns what a line was that had been read in a wrong encoding.
func readAnew(s string) (string, bool) {
	high, han := 0, 0
	for _, r := range s {
		switch {
		case 0x80 <= r && r <= 0xff:
			high++
		case isHan(r):
			han++
		}
	}
	if han >= leastMisread {
		raw, ok := bytesOf(s, gbkBytes)
		out, good := soundUTF8(raw)
		return out, ok && good >= leastMisread
	}
	if high == 0 || han > 0 {
		return "", false
	}
	raw, ok := bytesOf(s, latinByte)
	if !ok {
		return "", false
	}
	if out, good := soundUTF8(raw); good > 0 {
		return out, true
	}
	return soundGBK(raw)
}

// bytesOf returns the bytes that a text was read from; 0xff stands for one that is lost.
func bytesOf(s string, of func(rune) []byte) ([]byte, bool) {
	out := make([]byte, 0, len(s))
	for _, r := range s {
		switch b := of(r); {
		case r < 0x80:
			out = append(out, byte(r))
		case r == utf8.RuneError:
			out = append(out, 0xff)
		case b == nil:
			return nil, false
		default:
			out = append(out, b...)
		}
	}
	return out, true
}

// latinByte returns the byte of a character in Windows-1252, where bytes without one are
// the control characters of Latin-1.
func latinByte(r rune) []byte {
	if b, ok := charmap.Windows1252.EncodeRune(r); ok {
		return []byte{b}
	} else if r <= 0xff {
		return []byte{byte(r)}
	}
	return nil
}

func gbkBytes(r rune) []byte {
	if r == '€' {
		return []byte{0x80}
	}
	if lead, trail, ok := codePage().bytesOf(r); ok {
		return []byte{lead, trail}
	}
	return nil
}

// soundUTF8 reads bytes as UTF-8. good counts the characters of several bytes, and is 0
// if more than a fifth of them would be lost.
func soundUTF8(raw []byte) (text string, good int) {
	var b strings.Builder
	lost := 0
	for i := 0; i < len(raw); {
		r, size := utf8.DecodeRune(raw[i:])
		if r != utf8.RuneError || size > 1 {
			if b.WriteRune(r); size > 1 {
				good++
			}
			i += size
			continue
		}
		if lost++; lost > 8 && lost > good { // it was something else
			return "", 0
		}
		for i++; i < len(raw) && (raw[i]&0xc0 == 0x80 || raw[i] == 0xff || raw[i] == '?'); i++ {
		}
		b.WriteRune(utf8.RuneError)
	}
	if lost*4 > good {
		return "", 0
	}
	return b.String(), good
}

// soundGBK reads bytes as GBK, if that gives several different characters that are
// frequent ones.
func soundGBK(raw []byte) (string, bool) {
	var b strings.Builder
	page := codePage()
	different := map[rune]bool{}
	all, frequent := 0, 0
	for i := 0; i < len(raw); i++ {
		if raw[i] < 0x80 {
			b.WriteByte(raw[i])
			continue
		}
		var r rune
		if i+1 < len(raw) {
			r = page.of(raw[i], raw[i+1])
		}
		if r == 0 {
			return "", false
		}
		if isHan(r) {
			all++
			different[r] = true
			if 0xb0 <= raw[i] && raw[i] <= 0xd7 && raw[i+1] >= 0xa1 {
				frequent++
			}
		}
		b.WriteRune(r)
		i++
	}
	return b.String(), len(different) >= leastMisread && frequent*5 >= all*3
}
