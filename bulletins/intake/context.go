package intake

import "unicode/utf8"

// context returns the characters round a site.
func context(s *site) (left, right string) {
	return tail(s.line.text[:s.from], contextLength), head(s.line.text[s.to:], contextLength)
}

// tail returns the last characters of a text.
func tail(s string, n int) string {
	at := len(s)
	for ; n > 0 && at > 0; n-- {
		_, size := utf8.DecodeLastRuneInString(s[:at])
		at -= size
	}
	return s[at:]
}

// head returns the first characters of a text.
func head(s string, n int) string {
	for i := range s {
		if n--; n < 0 {
			return s[:i]
		}
	}
	return s
}
