package hyphen

import "bytes"

// unit is a letter, or two that are one sound.
type unit struct {
	at    int8
	size  int8
	vowel bool
}

func isVowel(c byte) bool {
	return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u'
}

// units parts a root into sounds: ng ny sy kh, the diphthongs ai au ei oi, and single
// letters. These pairs are diphthongs at the end (pan-dai) and in an open syllable
// (sau-da-ra); before a closed one each vowel is a syllable (ma-in, la-ut). oo, ee and
// such are never one.
func units(w []byte, buf []unit) []unit {
	buf = buf[:0]
	for i := 0; i < len(w); {
		u := unit{at: int8(i), size: 1, vowel: isVowel(w[i])}
		if i+1 < len(w) {
			switch w2 := string(w[i : i+2]); w2 {
			case "ng", "ny", "sy", "kh":
				u.size = 2
			case "ai", "au", "ei", "oi":
				if open(w[i+2:]) {
					u.size = 2
				}
			}
		}
		buf = append(buf, u)
		i += int(u.size)
	}
	return buf
}

// open reports whether a syllable that is followed by w is open: w is empty, or one
// consonant and a vowel.
func open(w []byte) bool {
	if len(w) == 0 {
		return true
	}
	if isVowel(w[0]) {
		return false
	}
	for _, two := range [...]string{"ng", "ny", "sy", "kh"} {
		if len(w) > 2 && string(w[:2]) == two && isVowel(w[2]) {
			return true
		}
	}
	return len(w) > 1 && isVowel(w[1])
}

// syllables returns the points of a root by EYD: V-V, V-KV, VK-KV, VK-KKV. With care
// it is a word of which nothing is known, and points that a root inside it may forbid
// are left out.
func syllables(w []byte, care bool) uint64 {
	var buf [maxLetters]unit
	all := units(w, buf[:])
	mask, last := uint64(0), -1
	for i, u := range all {
		if !u.vowel {
			continue
		}
		if last >= 0 {
			consonants := all[last+1 : i]
			if k := cut(w, consonants, care); k >= 0 && !(len(consonants) == 0 && care && !parted(w[all[last].at], w[u.at])) {
				mask |= 1 << all[last+1+k].at
			}
		}
		last = i
	}
	return mask
}

// cut returns before which of the consonants between two vowels the word may break,
// or -1.
func cut(w []byte, c []unit, care bool) int {
	switch len(c) {
	case 0, 1:
		return 0
	case 2:
		if care && opens(w, c[0], c[1]) {
			return -1 // cap-lok, but di-prog…
		}
		return 1
	}
	if second := w[c[1].at]; second == 's' && c[0].size == 1 && bytes.IndexByte([]byte("lmnr"), w[c[0].at]) < 0 || !opens(w, c[1], c[2]) {
		return -1 // eks-tra, sank-si: the rule would tear what is spoken together
	}
	return 1
}

// opens reports whether two consonants can begin a syllable.
func opens(w []byte, a, b unit) bool {
	if a.size > 1 || b.size > 1 {
		return false
	}
	switch first, second := w[a.at], w[b.at]; second {
	case 'l', 'r':
		return bytes.IndexByte([]byte("bcdfgkptv"), first) >= 0 && !(second == 'l' && (first == 'd' || first == 't'))
	case 'p', 't', 'k':
		return first == 's'
	case 'w', 'y':
		return first == 'k' || first == 's' || first == 'd' || first == 't'
	}
	return false
}

// parted reports whether two vowels are two syllables in any word.
func parted(a, b byte) bool {
	switch string([]byte{a, b}) {
	case "ia", "ua", "iu", "io", "ea", "eo", "oa", "ui":
		return true
	}
	return false
}
