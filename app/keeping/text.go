package keeping

import (
	"strings"
	"unicode"
	"unicode/utf8"
	"unsafe"
)

// bytesOf is the bytes of a text, to be read only; texts of megabytes are not copied
// for a checksum.
func bytesOf(s string) []byte { return unsafe.Slice(unsafe.StringData(s), len(s)) }

// middle finds what changed from old to text: taken bytes at from gave way to put.
func middle(old, text string) (from, taken int, put string) {
	from = prefix(old, text)
	old, text = old[from:], text[from:]
	end := suffix(old, text)
	return from, len(old) - end, text[:len(text)-end]
}

// prefix and suffix are the lengths of what two texts have in common. Blocks are
// compared at once, so that the ends of a long text cost next to nothing.
func prefix(a, b string) int {
	n, at := min(len(a), len(b)), 0
	for size := 1 << 12; size > 0; size >>= 1 {
		for at+size <= n && a[at:at+size] == b[at:at+size] {
			at += size
		}
	}
	return at
}

func suffix(a, b string) int {
	n, at := min(len(a), len(b)), 0
	for size := 1 << 12; size > 0; size >>= 1 {
		for at+size <= n && a[len(a)-at-size:len(a)-at] == b[len(b)-at-size:len(b)-at] {
			at += size
		}
	}
	return at
}

// plain is a text as the parser shows it: control characters become U+FFFD.
func plain(text string) string {
	strange := func(r rune) bool { return r != '\n' && r != '\t' && unicode.Is(unicode.Cc, r) }
	for i := range len(text) {
		c := text[i]
		if c < ' ' && c != '\n' && c != '\t' || c == 0x7f || c == 0xc2 && i+1 < len(text) && text[i+1] < 0xa0 {
			return strings.Map(func(r rune) rune {
				if strange(r) {
					return utf8.RuneError
				}
				return r
			}, text)
		}
	}
	return text
}
