package intake

import (
	"sync"
	"unicode/utf8"

	"golang.org/x/text/encoding/simplifiedchinese"
)

// gbk is the code page in which the damage was done, as tables.
type gbk struct {
	decode [0x10000]rune // of two bytes; 0 is none
	encode map[rune]uint16
}

// codePage makes the tables when they are first asked for.
var codePage = sync.OnceValue(func() *gbk {
	t := &gbk{encode: make(map[rune]uint16, 24000)}
	d := simplifiedchinese.GBK.NewDecoder()
	for lead := 0x81; lead <= 0xfe; lead++ {
		for trail := 0x40; trail <= 0xfe; trail++ {
			if trail == 0x7f {
				continue
			}
			out, err := d.Bytes([]byte{byte(lead), byte(trail)})
			r, size := utf8.DecodeRune(out)
			if err != nil || size != len(out) || r == utf8.RuneError || 0xe000 <= r && r <= 0xf8ff {
				continue
			}
			pair := uint16(lead)<<8 | uint16(trail)
			t.decode[pair] = r
			if _, ok := t.encode[r]; !ok {
				t.encode[r] = pair
			}
		}
	}
	return t
})

// The user-defined areas AAA1–AFFE and F8A1–FEFE, which decoders show as U+E000–U+E4C5.
const (
	firstPrivate  = 0xe000
	secondPrivate = firstPrivate + 6*94
	lastPrivate   = secondPrivate + 7*94 - 1
)

// bytesOf returns the two bytes that a decoder showed as a character.
func (t *gbk) bytesOf(r rune) (lead, trail byte, ok bool) {
	if firstPrivate <= r && r <= lastPrivate {
		n, lead := int(r-firstPrivate), 0xaa
		if r >= secondPrivate {
			n, lead = int(r-secondPrivate), 0xf8
		}
		return byte(lead + n/94), byte(0xa1 + n%94), true
	}
	pair, ok := t.encode[r]
	return byte(pair >> 8), byte(pair), ok
}

// of returns the character of two bytes, or 0.
func (t *gbk) of(lead, trail byte) rune { return t.decode[uint16(lead)<<8|uint16(trail)] }
