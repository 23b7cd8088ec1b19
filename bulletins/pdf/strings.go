package pdf

import (
	"strings"
	"time"
	"unicode/utf16"
	"unicode/utf8"
)

const hexDigits = "0123456789ABCDEF"

// appendText appends a text string: as it is where it is ASCII, else UTF-16 with
// its mark.
func appendText(b []byte, s string) []byte {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf || s[i] < ' ' {
			return append(appendUTF16(append(b, "<FEFF"...), s), '>')
		}
	}
	return appendString(b, s)
}

// appendString appends a byte string in parentheses.
func appendString(b []byte, s string) []byte {
	b = append(b, '(')
	for i := range len(s) {
		b = appendEscaped(b, s[i])
	}
	return append(b, ')')
}

func appendEscaped(b []byte, c byte) []byte {
	switch c {
	case '(', ')', '\\':
		return append(b, '\\', c)
	case '\r':
		return append(b, '\\', 'r')
	}
	return append(b, c)
}

// appendUTF16 appends s as hexadecimal UTF-16BE.
func appendUTF16(b []byte, s string) []byte {
	for _, r := range s {
		if hi, lo := utf16.EncodeRune(r); hi != utf8.RuneError {
			b = appendHex16(appendHex16(b, uint16(hi)), uint16(lo))
		} else {
			b = appendHex16(b, uint16(r))
		}
	}
	return b
}

func appendHex16(b []byte, n uint16) []byte {
	return append(b, hexDigits[n>>12], hexDigits[n>>8&15], hexDigits[n>>4&15], hexDigits[n&15])
}

// appendName appends a name object.
func appendName(b []byte, s string) []byte {
	b = append(b, '/')
	for i := range len(s) {
		if c := s[i]; c <= ' ' || c > '~' || strings.IndexByte("()<>[]{}/%#", c) >= 0 {
			b = append(b, '#', hexDigits[c>>4], hexDigits[c&15])
		} else {
			b = append(b, c)
		}
	}
	return b
}

// pdfDate and xmpDate are the two spellings of a time in a file, always in UTC.
func pdfDate(t time.Time) string { return t.UTC().Format("D:20060102150405+00'00'") }
func xmpDate(t time.Time) string { return t.UTC().Format("2006-01-02T15:04:05+00:00") }
