package paragraph

import (
	"strings"
	"unicode"
)

// class is what the tables know a character by.
type class uint8

const (
	han       class = iota // ideographs, kana, bopomofo, full-width letters
	open                   // “（《
	close_                 // ”）》
	comma                  // 、，；：
	stop                   // 。！？
	middle                 // ·
	dash                   // — ——
	ellipsis               // … ……
	solidus                // ／
	connector              // ～ －
	prefix                 // ￥＄
	suffix                 // ％
	word                   // everything set in words
	object                 // an inline box
	ideoSpace              // U+3000
	numClasses
)

// marks is the table of full-width marks.
var marks = map[rune]class{
	'“': open, '‘': open, '（': open, '《': open, '〈': open, '「': open, '『': open, '【': open, '〔': open, '〖': open, '［': open, '｛': open, '〘': open, '〚': open,
	'”': close_, '’': close_, '）': close_, '》': close_, '〉': close_, '」': close_, '』': close_, '】': close_, '〕': close_, '〗': close_, '］': close_, '｝': close_, '〙': close_, '〛': close_,
	'、': comma, '，': comma, '；': comma, '：': comma,
	'。': stop, '．': stop, '！': stop, '？': stop,
	'·': middle, '・': middle,
	'—': dash, '⸺': dash,
	'…': ellipsis, '⋯': ellipsis,
	'／': solidus,
	'～': connector, '－': connector, '｜': connector,
	'￥': prefix, '＄': prefix, '￡': prefix,
	'％': suffix, '‰': word,
	'\u3000': ideoSpace,
}

// ambiguous marks are full-width in Chinese and narrow in Latin text.
func ambiguous(r rune) bool {
	switch r {
	case '“', '”', '‘', '’', '—', '…', '·':
		return true
	}
	return r >= 0x2190 && r <= 0x21FF || r >= 0x25A0 && r <= 0x25FF || r == 0x2605 || r == 0x2606 || r == 0x203B // arrows, shapes, stars
}

// full reports whether a character takes the Han face whatever stands beside it.
func full(r rune) bool {
	switch {
	case r < 0x2E80:
		return r == 0x2E3A || (r >= 0x2460 && r <= 0x24FF) // circled numbers
	case r <= 0xA4CF, r >= 0xF900 && r <= 0xFAFF, r >= 0xFE30 && r <= 0xFE6F:
		return true
	case r >= 0xFF01 && r <= 0xFF60, r >= 0xFFE0 && r <= 0xFFE6:
		return true
	case r >= 0x1F200 && r <= 0x1F2FF, r >= 0x20000 && r <= 0x3FFFF:
		return true
	}
	return false
}

// classOf returns the class of a character that is set full-width.
func classOf(r rune) class {
	if c, ok := marks[r]; ok {
		return c
	}
	return han
}

// joins reports whether a character belongs to the one before it.
func joins(r rune) bool {
	if r < 0x300 {
		return false
	}
	return unicode.Is(unicode.Mn, r) || unicode.Is(unicode.Me, r) || r == 0x200D || (r >= 0xFE00 && r <= 0xFE0F) || (r >= 0xE0100 && r <= 0xE01EF) || (r >= 0x1F3FB && r <= 0x1F3FF)
}

// invisible reports whether a character is only a hint to software and is not set.
func invisible(r rune) bool {
	switch r {
	case 0x200C, 0x200E, 0x200F, 0x2060, 0xFEFF, 0x061C:
		return true
	}
	return r >= 0x202A && r <= 0x202E || r >= 0x2066 && r <= 0x2069 || r < ' ' && r != '\t' && r != '\n' || r == 0x7F
}

// wordSpace reports whether a character is a space between words.
func wordSpace(r rune) bool {
	return r == ' ' || r == '\t' || r == '\n' || r == 0xA0 || r == 0x202F || (r >= 0x2000 && r <= 0x200A) || r == 0x1680 || r == 0x205F
}

// counters are the characters that a number before them does not part from.
const counters = "年月日时分秒号条款项个人次家件起万亿元名级期处米吨公里小时度岁多余层台辆班组位天周倍成届章节场批份只块张间座所部套道句遍號條項個時萬億級處噸歲餘層臺輛組週屆節場張間"

// units are the symbols that belong to the number before them across a space.
var units = map[string]bool{}

func init() {
	for _, u := range []string{"m", "mm", "cm", "km", "dm", "nm", "μm", "m²", "m³", "km²", "g", "kg", "mg", "t", "s", "ms", "min", "h", "d", "A", "mA", "V", "kV", "mV", "W", "kW", "MW", "Hz", "kHz", "MHz", "Pa", "kPa", "MPa", "N", "kN", "J", "kJ", "K", "℃", "°C", "L", "mL", "ml", "dB", "dB(A)", "lx", "lm", "cd", "mol", "Ω", "kΩ", "MΩ", "ppm", "%", "‰", "hm²", "kWh", "kW·h", "mg/m³", "m/s", "km/h", "r/min", "px", "MB", "GB"} {
		units[u] = true
	}
}

// isUnit reports whether a word is a symbol of a unit, with marks after it or not.
func isUnit(word string) bool {
	return units[word] || units[strings.TrimRight(word, ".,;:!?")] || units[strings.TrimRight(word, ".,;:!?)")]
}

// months are the words that a day before them does not part from.
var months = map[string]bool{}

func init() {
	for _, m := range strings.Fields("January February March April May June July August September October November December Januari Februari Maret Mei Juni Juli Agustus Oktober Desember") {
		months[m] = true
	}
}

// Latin punctuation that may not begin or end a line when it meets Han characters.
const (
	latinClosers = ".,;:!?)]}%’”'\"‰°"
	latinOpeners = "([{“‘#$€£@"
)
