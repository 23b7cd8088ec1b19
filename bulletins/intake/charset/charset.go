// Package charset finds out how a text from elsewhere is encoded: UTF-8, UTF-16,
// GB18030 or Big5.
package charset

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
	"golang.org/x/text/encoding/unicode"
)

// Decode finds the encoding of a text and returns it as UTF-8 without a mark. The name
// of the encoding is utf-8, utf-16, gb18030 or big5, and "" when none fits. Bytes that
// mean nothing in a text that is otherwise sound become U+FFFD.
func Decode(data []byte) (text, name string) {
	switch {
	case bytes.HasPrefix(data, []byte("\xef\xbb\xbf")):
		return string(bytes.ToValidUTF8(data[3:], []byte("\ufffd"))), "utf-8"
	case bytes.HasPrefix(data, []byte("\xff\xfe")):
		return As(unicode.UTF16(unicode.LittleEndian, unicode.ExpectBOM), data), "utf-16"
	case bytes.HasPrefix(data, []byte("\xfe\xff")):
		return As(unicode.UTF16(unicode.BigEndian, unicode.ExpectBOM), data), "utf-16"
	}
	switch zeros := bytes.Count(data[:min(len(data), 4096)], []byte{0}); {
	case zeros == 0 && utf8.Valid(data):
		return string(data), "utf-8"
	case zeros > 0:
		return decodeBare16(data)
	case mostlyUTF8(data):
		return string(bytes.ToValidUTF8(data, []byte("\ufffd"))), "utf-8"
	}
	for _, order := range []unicode.Endianness{unicode.LittleEndian, unicode.BigEndian} {
		if chinese16(data, order) {
			return As(unicode.UTF16(order, unicode.IgnoreBOM), data), "utf-16"
		}
	}
	return decodeChinese(data)
}

// Stated decodes a text that names its encoding. It is not believed if much of the text
// would mean nothing; if it names one of Latin letters and these stand in rows, as the
// bytes of Chinese do; or one of Chinese, and the characters are more like the other's.
func Stated(e encoding.Encoding, label string, data []byte) string {
	text := As(e, data)
	latin := strings.HasPrefix(label, "iso-8859") || strings.HasPrefix(label, "windows-125")
	chinese := strings.HasPrefix(label, "gb") || strings.HasPrefix(label, "big5")
	switch wrong := strings.Count(text, "\ufffd"); {
	case wrong*200 > utf8.RuneCountInString(text), latin && rows(data), chinese && len(data) > enoughStated:
		if other, name := Decode(data); name != "" {
			return other
		}
	}
	return text
}

// enoughStated is how many bytes a text must have to be believed more than what it says.
const enoughStated = 40

// rows says whether most bytes beyond ASCII stand beside others.
func rows(data []byte) bool {
	alone, beside := 0, 0
	for i, b := range data {
		switch {
		case b < 0x80:
		case i > 0 && data[i-1] >= 0x80 || i+1 < len(data) && data[i+1] >= 0x80:
			beside++
		default:
			alone++
		}
	}
	return beside > 4*alone
}

// chinese16 says whether a text is UTF-16 in an order of bytes: nearly all of its
// characters are then ideographs and their marks. It is asked of texts without zeros.
func chinese16(data []byte, order unicode.Endianness) bool {
	high := 0
	if order == unicode.LittleEndian {
		high = 1
	}
	ideographs, marks := 0, 0
	for i := high; i < len(data); i += 2 {
		switch b := data[i]; {
		case 0x4e <= b && b <= 0x9f:
			ideographs++
		case b == 0x30, b == 0xff, b == 0x20:
			marks++
		}
	}
	return len(data)%2 == 0 && ideographs >= 4 && ideographs > marks && (ideographs+marks)*20 >= len(data)/2*19
}

// As decodes a text whose encoding is known. What means nothing in it becomes U+FFFD.
func As(e encoding.Encoding, data []byte) string {
	text, err := e.NewDecoder().Bytes(data)
	if err != nil {
		return "\ufffd"
	}
	return string(text)
}

// mostlyUTF8 says whether a text has four times as many characters of three bytes, which
// other encodings hardly have by chance, as bytes that are none.
func mostlyUTF8(data []byte) bool {
	long, wrong := 0, 0
	for i := 0; i < len(data); {
		c, size := utf8.DecodeRune(data[i:])
		switch {
		case c == utf8.RuneError && size == 1:
			wrong++
		case size > 2:
			long++
		}
		i += size
	}
	return long > 4*wrong
}

// decodeBare16 decodes UTF-16 without a mark: separators and digits have a zero byte,
// and on which side tells the order.
func decodeBare16(data []byte) (string, string) {
	low, high := 0, 0
	for i := 0; i+1 < min(len(data), 4096); i += 2 {
		if data[i+1] == 0 && separates(data[i]) {
			low++
		}
		if data[i] == 0 && separates(data[i+1]) {
			high++
		}
	}
	order := unicode.LittleEndian
	if high > low {
		order = unicode.BigEndian
	}
	text := As(unicode.UTF16(order, unicode.IgnoreBOM), data)
	if strings.ContainsAny(text, "\ufffd\x00") {
		return "", ""
	}
	return text, "utf-16"
}

// separates says whether a byte is a separator or a digit. Letters do not count: 一 is
// 4E00, whose halves are N and zero.
func separates(b byte) bool { return strings.IndexByte("\n\r\t ,.:;0123456789", b) >= 0 }

// decodeChinese tells GB18030 from Big5. Nearly any Big5 text can be read as GB18030,
// but then few of its characters are frequent ones. Both encodings have the frequent
// characters first; lead bytes B0-D7 and A4-C6.
func decodeChinese(data []byte) (string, string) {
	gb, big5 := As(simplifiedchinese.GB18030, data), As(traditionalchinese.Big5, data)
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
