package intake

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"

	"safety365/bulletins/intake/charset"
)

// MaxInput is how many bytes a foreign text may have: twice what a document may,
// since UTF-16 takes that much for Latin text.
const MaxInput = 32 << 20

// MaxLines is how many lines it may have: what is known of each takes some hundred bytes.
const MaxLines = 1_000_000

// What cannot be taken in.
var (
	ErrTooLarge = fmt.Errorf("the text is larger than %d MiB or has more than %d lines", MaxInput>>20, MaxLines)
	ErrNotText  = errors.New("this is not text")
)

// signatures are what binary files begin with that people take for text.
var signatures = []string{"PK\x03\x04", "%PDF-", "\x89PNG", "\xff\xd8\xff", "GIF8", "\xd0\xcf\x11\xe0", "\x1f\x8b", "Rar!", "7z\xbc\xaf", "{\\rtf"}

// Decode returns a text whose encoding is unknown as UTF-8, and the encoding that it
// was in: utf-8, utf-16, gb18030, big5, or "utf-8 + gb18030" if some lines were in
// another one. Bytes that mean nothing become U+FFFD.
func Decode(raw []byte) (text, encoding string, err error) {
	if len(raw) > MaxInput {
		return "", "", ErrTooLarge
	}
	for _, s := range signatures {
		if bytes.HasPrefix(raw, []byte(s)) {
			return "", "", ErrNotText
		}
	}
	if bytes.IndexByte(raw, 0) < 0 && !utf8.Valid(raw) && mostlyUTF8(raw) {
		text, encoding = decodeLines(raw)
		return text, encoding, nil
	}
	if text, encoding = charset.Decode(raw); encoding == "" {
		return "", "", ErrNotText
	}
	return text, encoding, nil
}

// mostlyUTF8 says whether more than half of the characters beyond ASCII are UTF-8.
func mostlyUTF8(raw []byte) bool {
	valid, invalid := 0, 0
	for i := 0; i < len(raw); {
		r, size := utf8.DecodeRune(raw[i:])
		switch {
		case r == utf8.RuneError && size == 1:
			invalid++
		case size > 2:
			valid++
		}
		i += size
	}
	return valid > invalid
}

// decodeLines decodes each line that is no UTF-8 by itself.
func decodeLines(raw []byte) (text, encoding string) {
	var b strings.Builder
	b.Grow(len(raw))
	encoding = "utf-8"
	raw = bytes.TrimPrefix(raw, []byte("\ufeff"))
	for line := range bytes.Lines(raw) {
		if utf8.Valid(line) {
			b.Write(line)
			continue
		}
		other, in := charset.Decode(line)
		if in == "" || mostlyUTF8(line) { // a stray byte in good UTF-8
			other, in = string(bytes.ToValidUTF8(line, []byte("\ufffd"))), "utf-8"
		}
		if in != "utf-8" {
			encoding = "utf-8 + " + in
		}
		b.WriteString(other)
	}
	return b.String(), encoding
}
