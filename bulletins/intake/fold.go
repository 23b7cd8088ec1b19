package intake

import (
	"strings"
	"sync/atomic"
	"unicode/utf8"

	"safety365/bulletins/intake/script"
)

// folded remembers the Simplified form of each character of the basic plane, as far
// as it was asked for.
var folded [0x10000]atomic.Int32

// simplify returns a text in Simplified characters, one for one, so that places in it
// are places in the text. Patterns and words are looked up in it.
func simplify(s string) string { return strings.Map(fold, s) }

// fold is simplify for one character.
func fold(r rune) rune {
	if r < 0x3400 || r >= 0xfb00 {
		return r
	}
	if f := folded[r].Load(); f != 0 {
		return rune(f)
	}
	f := r
	out, _ := script.Convert(string(r), "t2s")
	if c, size := utf8.DecodeRuneInString(out); size == len(out) && size == utf8.RuneLen(r) {
		f = c
	}
	folded[r].Store(f)
	return f
}
