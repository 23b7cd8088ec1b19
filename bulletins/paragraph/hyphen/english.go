package hyphen

import (
	"sync"

	"safety365/assets/hyphenation"
)

var (
	loadAmerican = sync.OnceValue(func() *patterns {
		return readPatterns(hyphenation.American, hyphenation.AmericanExceptions)
	})
	loadBritish = sync.OnceValue(func() *patterns {
		return readPatterns(hyphenation.British)
	})
)

func (p *patterns) english(l *letters) uint64 {
	if l.n < 5 {
		return 0
	}
	return spoken(inside(p.points(l.of[:l.n]), l.n, 2, 3), l.of[:l.n])
}

// spoken leaves out the points on both sides of a piece without a vowel: the British
// patterns have po-s-i-tion and nor-m-al-ise, and one of the two is wrong.
func spoken(mask uint64, w []byte) uint64 {
	from, vowel, wrong := 0, false, uint64(0)
	for i, c := range w {
		if mask>>i&1 == 1 {
			if !vowel {
				wrong |= 1<<from | 1<<i
			}
			from, vowel = i, false
		}
		vowel = vowel || isVowel(c) || c == 'y'
	}
	if !vowel {
		wrong |= 1 << from
	}
	return mask &^ wrong
}
