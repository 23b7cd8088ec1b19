// Package babel makes paragraphs that nobody would write: every kind of character that
// a line may break beside, in any order. It is for tests of what must never fail, lose
// a character or go on for ever.
package babel

import "strings"

// Class is a class of characters of the Unicode line breaking algorithm.
type Class struct {
	Name    string   // as in UAX #14, table 1
	Samples []string // of each a piece of text
}

// Classes are all classes of UAX #14 (revision 53, Unicode 16) but SG, surrogates,
// which UTF-8 cannot hold.
var Classes = []Class{
	{"AI", []string{"①", "§", "×", "√"}},
	{"AK", []string{"\u1B05", "ꦄ"}},
	{"AL", []string{"a", "ß", "Щ", "Ω", "ا", "م"}},
	{"AP", []string{"\U00011003"}},
	{"AS", []string{"\u1B50"}},
	{"B2", []string{"—", "⸺"}},
	{"BA", []string{"\t", "\u2009", "|", "–", "\u2010", "।"}},
	{"BB", []string{"´", "\u02C8"}},
	{"BK", []string{"\v", "\f", "\u2028", "\u2029"}},
	{"CB", []string{"\uFFFC"}},
	{"CJ", []string{"ぁ", "ー", "ッ"}},
	{"CL", []string{"}", "，", "。", "」", "》"}},
	{"CM", []string{"\u0301", "\u0327", "\u20DD", "\u3099", "\u0651", "\x01"}},
	{"CP", []string{")", "]"}},
	{"CR", []string{"\r"}},
	{"EB", []string{"☝", "👩", "🏋"}},
	{"EM", []string{"🏻", "🏿"}},
	{"EX", []string{"!", "?", "！", "？", "؟"}},
	{"GL", []string{"\u00A0", "\u202F", "\u2011", "\u034F"}},
	{"H2", []string{"가", "하"}},
	{"H3", []string{"각", "한"}},
	{"HL", []string{"ש", "ל", "ם"}},
	{"HY", []string{"-"}},
	{"ID", []string{"安", "骨", "\U00020BB7", "㐀", "ア", "Ａ", "🔥", "⌚", "㈱", "☃"}},
	{"IN", []string{"…", "‥", "⋯"}},
	{"IS", []string{",", ".", ":", ";"}},
	{"JL", []string{"ᄀ"}},
	{"JT", []string{"ᆨ"}},
	{"JV", []string{"ᅡ"}},
	{"LF", []string{"\n"}},
	{"NL", []string{"\u0085"}},
	{"NS", []string{"々", "〜", "゠", "・", "：", "；", "‼"}},
	{"NU", []string{"0", "85", "٣", "๗"}},
	{"OP", []string{"(", "[", "（", "《", "「", "¿", "〔"}},
	{"PO", []string{"%", "℃", "°", "‰", "％", "¢"}},
	{"PR", []string{"$", "€", "￥", "±", "+", "№", "\\"}},
	{"QU", []string{"\"", "'", "“", "”", "‘", "’", "«", "»"}},
	{"RI", []string{"🇨🇳", "🇮🇩", "🇬"}},
	{"SA", []string{"ก", "ข", "ค", "ຊ", "ក"}},
	{"SP", []string{" "}},
	{"SY", []string{"/"}},
	{"VF", []string{"\u1BF2"}},
	{"VI", []string{"\u1B44"}},
	{"WJ", []string{"\u2060", "\uFEFF"}},
	{"XX", []string{"\uE000", "\U000E0FFF", "\U0010FFFF"}},
	{"ZW", []string{"\u200B"}},
	{"ZWJ", []string{"\u200D"}},
}

// Others are what the classes alone would seldom make.
var Others = []string{
	"安全生产月活动", "责任落实到人，", "“一岗双责”", "（一）", "——", "……", "3月5日", "85 dB(A)", "100 ℃", "·", "／", "～", "\u3000", "、", "《法》", "９",
	"safety ", "mempertanggungjawabkan ", "Underwriters’ ", "https://example.org/a/b?c=d&e=f", "user@example.org", "well-known ", "fi", "é̂̄", "a\u00ADb", "1,234.5 ",
	"👨\u200D👩\u200D👧", "🏳\uFE0F\u200D🌈", "👍🏽", "1\uFE0F\u20E3", "☎\uFE0E", "☎\uFE0F", "骨\U000E0100", "\U000E0067\U000E0062\U000E007F",
	"مرحبا بالعالم ", "שלום ", "\u202Eright\u202C", "\u2066x\u2069", "\u200F", "\u200E", "\u061C", "\u200C", "สวัสดี", "नमस्ते ", "한국어 ", "ភាសា",
	strings.Repeat("\u0301", 30), strings.Repeat("（", 12), strings.Repeat("」", 12), strings.Repeat("‘“", 6), strings.Repeat(")]}", 4), strings.Repeat(" ", 9), strings.Repeat("\u200B", 9),
}

// Words are as long as a line may be thousands of times over. A text holds one at most.
var Words = []string{
	strings.Repeat("Wortungetuem", 834), strings.Repeat("8", 10_000), strings.Repeat("ж", 10_000), strings.Repeat("-", 10_000),
	strings.Repeat("ا", 10_000), "e" + strings.Repeat("\u0301", 10_000), strings.Repeat("。", 10_000), strings.Repeat("“", 10_000), strings.Repeat("a\u2060", 5_000), strings.Repeat("x\u00A0", 5_000),
}

// pieces are all of them but the words.
var pieces = func() (out []string) {
	for _, c := range Classes {
		out = append(out, c.Samples...)
	}
	return append(out, Others...)
}()

const (
	anyChar = 254 // the next three bytes are a code point
	aWord   = 255 // the next byte chooses a word
)

// Text makes a paragraph: each byte of the recipe chooses a piece. Equal recipes make
// equal texts. Code points that are none become U+FFFD.
func Text(recipe []byte) string {
	var b strings.Builder
	long := false
	for i := 0; i < len(recipe); i++ {
		switch c := recipe[i]; {
		case c == anyChar && i+3 < len(recipe):
			b.WriteRune((rune(recipe[i+1])<<16 | rune(recipe[i+2])<<8 | rune(recipe[i+3])) % 0x110000)
			i += 3
		case c == aWord && i+1 < len(recipe) && !long:
			b.WriteString(Words[int(recipe[i+1])%len(Words)])
			long = true
			i++
		default:
			b.WriteString(pieces[int(c)%len(pieces)])
		}
	}
	return b.String()
}

// Seeds are recipes that together hold every piece.
func Seeds() [][]byte {
	var out [][]byte
	for from := 0; from < len(pieces); from += 24 {
		var recipe []byte
		for i := from; i < min(from+24, len(pieces)); i++ {
			recipe = append(recipe, byte(i))
		}
		out = append(out, recipe)
	}
	for i := range Words {
		out = append(out, []byte{1, aWord, byte(i), 2})
	}
	return append(out, []byte{anyChar, 1, 0xF6, 0, anyChar, 0, 0xD8, 0, anyChar, 0x10, 0xFF, 0xFE})
}
