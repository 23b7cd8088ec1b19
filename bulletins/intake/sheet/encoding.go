package sheet

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
	"golang.org/x/text/encoding/unicode"
)

// decode finds the encoding of a text and returns it as UTF-8; the encoding is "" when
// none fits.
func decode(data []byte) (text, encoding string) {
	switch {
	case bytes.HasPrefix(data, []byte("\xef\xbb\xbf")):
		data = data[3:]
	case bytes.HasPrefix(data, []byte("\xff\xfe")):
		return decodeAs(unicode.UTF16(unicode.LittleEndian, unicode.ExpectBOM), data), "utf-16"
	case bytes.HasPrefix(data, []byte("\xfe\xff")):
		return decodeAs(unicode.UTF16(unicode.BigEndian, unicode.ExpectBOM), data), "utf-16"
	}
	switch zeros := bytes.Count(data[:min(len(data), 4096)], []byte{0}); {
	case zeros == 0 && utf8.Valid(data):
		return string(data), "utf-8"
	case zeros > 0:
		return decodeBare16(data)
	}
	return decodeChinese(data)
}

// decodeBare16 decodes UTF-16 without a mark: separators and digits have a zero byte,
// and on which side tells the order.
func decodeBare16(data []byte) (string, string) {
	low, high := 0, 0
	for i := 0; i+1 < min(len(data), 4096); i += 2 {
		if data[i+1] == 0 {
			low++
		}
		if data[i] == 0 {
			high++
		}
	}
	order := unicode.LittleEndian
	if high > low {
		order = unicode.BigEndian
	}
	text := decodeAs(unicode.UTF16(order, unicode.IgnoreBOM), data)
	if strings.ContainsAny(text, "\ufffd\x00") {
		return "", ""
	}
	return text, "utf-16"
}

// decodeChinese tells GB18030 from Big5. Nearly any Big5 text can be read as GB18030,
// but then few of its characters are frequent ones. Both encodings have the frequent
// characters first; lead bytes B0-D7 and A4-C6.
func decodeChinese(data []byte) (string, string) {
	gb, big5 := decodeAs(simplifiedchinese.GB18030, data), decodeAs(traditionalchinese.Big5, data)
	gbWrong, big5Wrong := strings.Count(gb, "\ufffd"), strings.Count(big5, "\ufffd")
	switch {
	case big5Wrong == 0 && (gbWrong > 0 || frequent(data, 0xa4, 0xc6) > frequent(data, 0xb0, 0xd7)):
		return big5, "big5"
	case gbWrong*1000 <= utf8.RuneCountInString(gb): // a stray byte spoils no file
		return gb, "gb18030"
	}
	return "", ""
}

// frequent returns how many in a thousand of the two-byte characters have a lead byte
// in a range, and a trail byte that fits both encodings' frequent rows.
func frequent(data []byte, from, to byte) int {
	all, found := 1, 0
	for i := 0; i+1 < len(data); i++ {
		lead, trail := data[i], data[i+1]
		if lead < 0x81 {
			continue
		}
		i++
		if from == 0xb0 && lead == 0xa3 || from == 0xa4 && lead == 0xa1 {
			continue // punctuation
		}
		all++
		if from <= lead && lead <= to && (from != 0xb0 || trail >= 0xa1) {
			found++
		}
	}
	return found * 1000 / all
}

func decodeAs(e encoding.Encoding, data []byte) string {
	text, err := e.NewDecoder().Bytes(data)
	if err != nil {
		return "\ufffd"
	}
	return string(text)
}
