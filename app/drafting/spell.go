package drafting

// spelling is how far the writing of chars may depart from what it was.
type spelling uint8

const (
	asTyped   spelling = iota // what is new is put in as it is
	escaped                   // what is new and could be a mark has its backslash
	outside                   // what touches emphasis from outside is written by number
	careful                   // all punctuation has its backslash, old and new
	encoded                   // and what touches emphasis from inside is by number too
	canonical                 // and links are written anew, comments go
	unmarked                  // without emphasis, which cannot be had here
)

// spell writes chars so that a reader sees just them. It tries the plainest way
// first and reads back what it wrote.
func (s setting) spell(chars []char) (text string, at places) {
	if s.kind == inCode {
		return s.write(chars, asTyped)
	}
	chars = tidy(chars)
	want, defined := shownAs(chars), definitions(chars)
	for level := asTyped; level <= unmarked; level++ {
		text, at = s.write(chars, level)
		if level == unmarked {
			want = plainOnly(chars)
		}
		slips, ok := s.shows(text, want, defined, level == unmarked)
		if !ok {
			continue
		}
		if level == asTyped && slips > 0 {
			if other, there := s.write(chars, escaped); other != text {
				if fewer, ok := s.shows(other, want, defined, false); ok && fewer < slips {
					return other, there
				}
			}
		}
		return text, at
	}
	return text, at
}

// places are the bytes of written chars where a caret stands: before the first, and
// behind each. Inner is on the near side of the marks that end there, where typing
// goes on with them; outer is behind them.
type places struct{ inner, outer []int }

// ends returns where the ends of a selection stand: one of nothing inside the marks,
// else outside, so that what is selected has all of its marks.
func (p places) ends(anchor, caret int) (a, c int) {
	last := len(p.inner) - 1
	anchor, caret = min(anchor, last), min(caret, last)
	if anchor == caret {
		return p.inner[caret], p.inner[caret]
	}
	return p.outer[anchor], p.outer[caret]
}
