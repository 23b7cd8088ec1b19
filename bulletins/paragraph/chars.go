package paragraph

import "unicode/utf8"

// kind says how a character is treated when atoms are made.
type kind uint8

const (
	inWord kind = iota
	isFull
	isSpace
	isZeroBreak // U+200B
	isSoftHyphen
	isNothing
	isBreak
	isObject
	isEither // full-width or narrow: decided by its neighbours
)

// char is a character of the paragraph with its place.
type char struct {
	r     rune
	run   int32
	start int32
	kind  kind
}

// readChars lists the characters of all runs.
func (s *Setter) readChars() {
	s.chars = s.chars[:0]
	either := false
	for i := range s.in.Runs {
		run := &s.in.Runs[i]
		switch {
		case run.Break:
			s.chars = append(s.chars, char{run: int32(i), kind: isBreak})
			continue
		case run.Box != nil, run.Fill:
			s.chars = append(s.chars, char{run: int32(i), kind: isObject})
			continue
		}
		for at := 0; at < len(run.Text); {
			r, n := rune(run.Text[at]), 1
			if r >= utf8.RuneSelf {
				r, n = utf8.DecodeRuneInString(run.Text[at:])
			}
			k := kindOf(r)
			if k == isSpace && r == ' ' && run.Format.Literal {
				k = inWord
			}
			if k == isEither && run.Format.Formula {
				k = inWord
			}
			either = either || k == isEither
			s.chars = append(s.chars, char{r, int32(i), int32(at), k})
			at += n
		}
	}
	if either {
		s.decideEither()
	}
}

func kindOf(r rune) kind {
	switch {
	case full(r):
		return isFull
	case r == 0x200B:
		return isZeroBreak
	case r == 0xAD:
		return isSoftHyphen
	case wordSpace(r):
		return isSpace
	case ambiguous(r):
		return isEither
	case invisible(r):
		return isNothing
	}
	return inWord
}

// decideEither settles which of “ ” ‘ ’ — … · are full-width. In Chinese they are,
// unless Latin stands on both sides; a pair of quotation marks is decided together.
// In other languages they are narrow, unless Han stands on both sides.
func (s *Setter) decideEither() {
	var opened []int
	before, after, upto := isNothing, isNothing, 0 // what tells, on both sides; after holds before upto
	for i := range s.chars {
		c := &s.chars[i]
		if c.kind != isEither {
			if k, ok := c.tells(); ok {
				before = k
			}
			continue
		}
		if i >= upto {
			after, upto = s.next(i + 1)
		}
		chinese := isChinese(s.lang(c.run))
		narrow := before == inWord && after == inWord
		if !chinese {
			narrow = !(before == isFull && after == isFull) && !(before == isFull && after == isNothing) && !(before == isNothing && after == isFull)
		}
		switch c.r {
		case '“', '‘':
			opened = append(opened, i)
			// Undecided till its partner comes; taken for what it looks like.
			if chinese && before != inWord {
				narrow = false
			}
		case '”', '’':
			direct := i > 0 && i+1 < len(s.chars) && latinLetter(s.chars[i-1].r) && latinLetter(s.chars[i+1].r)
			if c.r == '’' && direct {
				narrow = true // an apostrophe
				break
			}
			if n := len(opened); n > 0 {
				o := &s.chars[opened[n-1]]
				opened = opened[:n-1]
				if chinese {
					narrow = narrow && o.kind == inWord
				} else {
					narrow = narrow || o.kind == inWord
				}
				o.kind = eitherKind(narrow)
			}
		case '—', '…':
			// One that belongs to a doubled mark is full-width in Chinese.
			if chinese && (i > 0 && s.chars[i-1].r == c.r || i+1 < len(s.chars) && s.chars[i+1].r == c.r) {
				narrow = false
			}
		}
		c.kind = eitherKind(narrow)
	}
}

func eitherKind(narrow bool) kind {
	if narrow {
		return inWord
	}
	return isFull
}

func latinLetter(r rune) bool { return r > ' ' && r < 0x2E80 && !ambiguous(r) }

// tells reports what a character says about the ambiguous ones beside it: inWord,
// isFull, or isNothing for a break. Spaces and ambiguous ones say nothing.
func (c *char) tells() (kind, bool) {
	switch c.kind {
	case inWord, isFull:
		return c.kind, !ambiguous(c.r)
	case isObject:
		return isFull, true
	case isBreak:
		return isNothing, true
	}
	return isNothing, false
}

// next returns what the first character from i on tells that tells anything, and its
// index: isNothing at the end.
func (s *Setter) next(i int) (kind, int) {
	for ; i < len(s.chars); i++ {
		if k, ok := s.chars[i].tells(); ok {
			return k, i
		}
	}
	return isNothing, i
}

func isChinese(lang string) bool { return len(lang) >= 2 && (lang[:2] == "zh" || lang[:2] == "ja") }

func (s *Setter) lang(run int32) string {
	if f := s.in.Runs[run].Format; f != nil && f.Lang != "" {
		return f.Lang
	}
	return s.in.Lang
}
