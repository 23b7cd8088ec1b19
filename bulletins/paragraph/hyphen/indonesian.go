package hyphen

import (
	"bytes"
	"math"
	"strings"
	"sync"

	"safety365/assets/hyphenation"
)

// table is the roots with their points, and which of them are combining forms, the
// first parts of other words (antar-, tidak-).
type table struct {
	roots, forms map[string]uint64
	longest      int // of the forms
}

// rareRoot in a root's points says that it loses against others.
const rareRoot = 1 << 63

var loadTable = sync.OnceValue(func() *table { return readTable(hyphenation.IndonesianRoots) })

func readTable(text string) *table {
	t := &table{roots: make(map[string]uint64, 6<<10), forms: make(map[string]uint64, 64)}
	for line := range strings.Lines(text) {
		line, _, _ = strings.Cut(line, "#")
		for s := range strings.FieldsSeq(line) {
			s, form := strings.CutSuffix(s, "+")
			s, whole := strings.CutSuffix(s, "=")
			s, rare := strings.CutSuffix(s, "?")
			word, mask := spelled(s)
			if mask == 0 && !whole {
				mask = syllables([]byte(word), false)
			}
			if rare {
				mask |= rareRoot
			}
			if form {
				t.forms[word], t.longest = mask, max(t.longest, len(word))
			} else {
				t.roots[word] = mask
			}
		}
	}
	return t
}

func (t *table) indonesian(l *letters) uint64 {
	if l.n < 4 {
		return 0
	}
	a := analysis{table: t, word: l.of, n: l.n, fewest: math.MaxInt}
	mask, known := a.points()
	if !known {
		if l.capitals > 0 || foreign(l.of[:l.n]) {
			return 0
		}
		mask = careful(l.of[:l.n])
	}
	return inside(mask, l.n, 2, 2)
}

// analysis takes a word apart in every way.
type analysis struct {
	*table
	word [maxLetters]byte // a letter that a prefix swallowed is restored while its way is tried
	n    int

	inner  string // the innermost suffix of the way that is tried
	fewest int    // affixes of the best ways
	mask   uint64 // the points that all of these have
}

// maxPrefixes is as many as there can be: se-pe-ng(k)e-tahu-an, me-mper-, ke-ti-dak-ber-.
const maxPrefixes = 4

// points returns the word's points, and whether its root is known.
func (a *analysis) points() (mask uint64, known bool) {
	n := a.n
	for _, particle := range [...]string{"", "lah", "kah", "tah", "pun"} {
		n, ok := a.suffix(n, particle)
		if !ok {
			continue
		}
		outer, affixes := uint64(0), 0
		if particle != "" {
			outer, affixes = 1<<n, 1
		}
		for _, owner := range [...]string{"", "nya", "ku", "mu"} {
			n, ok := a.suffix(n, owner)
			if !ok {
				continue
			}
			outer, affixes := outer, affixes
			if owner != "" {
				outer, affixes = outer|1<<n, affixes+1
			}
			a.inner = ""
			a.stem(0, n, outer, affixes, 0)
			for _, inner := range [...]string{"kan", "an"} {
				if n, ok := a.suffix(n, inner); ok {
					a.inner = inner
					a.stem(0, n, outer|1<<n, affixes+1, 0)
				}
			}
			a.inner = "i"
			// -i is not torn off, but takes the last consonant with it: ha-di-ri.
			if n, ok := a.suffix(n, "i"); ok && !isVowel(a.word[n-1]) {
				c := n - 1
				if n > 3 {
					switch string(a.word[n-2 : n]) {
					case "ng", "ny", "sy", "kh":
						c--
					}
				}
				a.stem(0, n, outer|1<<c, affixes+1, 0)
			} else if ok {
				a.stem(0, n, outer, affixes+1, 0)
			}
		}
	}
	return a.mask, a.fewest != math.MaxInt
}

// suffix returns where a suffix begins that ends at n.
func (a *analysis) suffix(n int, s string) (int, bool) {
	if n-len(s) < 3 || !bytes.HasSuffix(a.word[:n], []byte(s)) {
		return n, s == ""
	}
	return n - len(s), true
}

// stem tries word[from:to] as a root, and as prefixes before a stem. mask has the
// points found outside of it.
func (a *analysis) stem(from, to int, mask uint64, affixes, prefixes int) {
	w := a.word[from:to]
	if len(w) < 3 || affixes > a.fewest {
		return
	}
	if root, ok := a.roots[string(w)]; ok {
		if root&rareRoot != 0 {
			root &^= rareRoot
			affixes++
		}
		a.found(mask|root<<from, affixes)
		return
	}
	if prefixes == maxPrefixes {
		return
	}
	// after tries a stem after a prefix that stays whole.
	after := func(n int) { a.stem(from+n, to, mask|1<<(from+n), affixes+1, prefixes+1) }
	// swallowed tries a stem whose first letter the nasal before it has replaced.
	swallowed := func(at int, nasal string, letter byte) {
		i := from + at + len(nasal) - 1
		kept := a.word[i]
		a.word[i] = letter
		a.stem(i, to, mask|1<<(from+at), affixes+1, prefixes+1)
		a.word[i] = kept
	}
	has := func(s string) bool { return len(w) > len(s)+2 && string(w[:len(s)]) == s }
	for n := 2; n <= min(a.longest, len(w)-3); n++ {
		if form, ok := a.forms[string(w[:n])]; ok {
			a.stem(from+n, to, mask|form<<from|1<<(from+n), affixes+2, prefixes+1) // less likely than an affix
		}
	}
	// No word has me-…-an or di-…-an, pe-…-kan or pe-…-i.
	verb := prefixes > 0 || a.inner != "an"
	noun := prefixes > 0 || a.inner == "" || a.inner == "an"
	switch {
	case has("di") && verb, has("ke"), has("se"):
		after(2)
	case has("ber"), has("ter"), has("per"):
		after(3)
		if w[2] == 'r' {
			after(2) // be-rapat, te-rasa, pe-rawat
		}
	case has("be"), has("te"):
		if string(w[3:5]) == "er" {
			after(2) // be-kerja, te-percaya
		}
	}
	if !(has("me") && verb) && !(has("pe") && noun) {
		return
	}
	rest := w[2:]
	starts := func(s string) bool { return bytes.HasPrefix(rest, []byte(s)) }
	vowel := func(i int) bool { return i < len(rest) && isVowel(rest[i]) }
	switch {
	case starts("ng"):
		if vowel(2) {
			swallowed(2, "ng", 'k')
			if rest[2] == 'e' && len(rest) > 5 && single(rest[3:]) {
				a.stem(from+5, to, mask|1<<(from+2)|1<<(from+5), affixes+1, prefixes+1) // me-nge-cat
			}
		}
		after(4)
	case starts("ny") && vowel(2):
		swallowed(2, "ny", 's')
		after(2) // me-nyanyi
	case starts("m"):
		if vowel(1) {
			swallowed(2, "m", 'p')
			after(2)
		} else {
			after(3)
		}
	case starts("n"):
		if vowel(1) {
			swallowed(2, "n", 't')
			after(2)
		} else {
			after(3)
		}
	case starts("l"), starts("r"), starts("w"), starts("y"):
		after(2)
	}
	if w[0] == 'p' && !vowel(0) && !starts("r") {
		after(2) // pe-tani; those that begin with l, r, w, y have been
	}
}

// single reports whether a root is one syllable.
func single(w []byte) bool {
	vowels := 0
	for _, c := range w {
		if isVowel(c) {
			vowels++
		}
	}
	return vowels == 1 && len(w) <= 5
}

func (a *analysis) found(mask uint64, affixes int) {
	if affixes < a.fewest {
		a.fewest, a.mask = affixes, mask
	} else if affixes == a.fewest {
		a.mask &= mask
	}
}

// foreign reports whether a word cannot be an Indonesian one.
func foreign(w []byte) bool {
	for i, c := range w {
		next := byte(0)
		if i+1 < len(w) {
			next = w[i+1]
		}
		switch c {
		case 'q', 'x':
			return true
		case 'y', 'c', 'w', 'j', 'v':
			if !isVowel(next) {
				return true
			}
		case 'i':
			if next == 'e' || next == 'i' {
				return true
			}
		case 'e', 'o':
			if next == c || next == 0 && c == 'e' || next == 'u' && c == 'o' {
				return true
			}
		case 'h':
			if i > 0 && (w[i-1] == 't' || w[i-1] == 's' || w[i-1] == 'p' || w[i-1] == 'w' || w[i-1] == 'g' && (i < 2 || w[i-2] != 'n')) {
				return true
			}
		default:
			if c == next && !isVowel(c) && c != 'n' && c != 'k' {
				return true
			}
		}
	}
	return false
}

// careful returns the points that a word has whatever its root.
func careful(w []byte) uint64 {
	mask := syllables(w, true)
	n := len(w)
	for _, s := range [...]string{"lah", "kah", "pun", "nya", "ku", "mu"} {
		if n-len(s) > 3 && bytes.HasSuffix(w[:n], []byte(s)) {
			n -= len(s)
		}
	}
	// Before -an: ma-kan-an, but ma-ka-nan. So neither place.
	if n > 4 && bytes.HasSuffix(w[:n], []byte("an")) && !isVowel(w[n-3]) {
		mask &^= 1 << (n - 2)
		switch string(w[n-4 : n-2]) {
		case "ng", "ny", "sy", "kh":
			mask &^= 1 << (n - 4)
		default:
			if isVowel(w[n-4]) {
				mask &^= 1 << (n - 3)
			}
		}
	}
	// After a prefix that ends in a consonant, before a vowel: per-usaha, pe-rumah.
	for i := 0; i < 8; {
		size := 0
		for _, p := range prefixes {
			if bytes.HasPrefix(w[i:], []byte(p)) && i+len(p) < len(w) {
				size = len(p)
				break
			}
		}
		if size == 0 {
			break
		}
		if i += size; isVowel(w[i]) && size > 2 {
			mask &^= 1<<i | 1<<(i-1) | 1<<(i-2)
			if w[i-1] == 'm' || w[i-1] == 'n' {
				mask |= 1 << (i - 1) // me-nu-tup: no prefix keeps m or n before a vowel
			}
			break
		}
	}
	return mask
}

// prefixes are those that a word of which nothing is known may begin with.
var prefixes = [...]string{"meng", "peng", "mem", "pem", "men", "pen", "ber", "per", "ter", "di", "ke", "se", "me", "pe"}
