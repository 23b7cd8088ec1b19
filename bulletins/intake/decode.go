package intake

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
)

// MaxInput is how many bytes a foreign text may have: twice what a document may,
// since UTF-16 takes that much for Latin text.
const MaxInput = 32 << 20

// What cannot be taken in.
var (
	ErrTooLarge = fmt.Errorf("the text is larger than %d MiB", MaxInput>>20)
	ErrNotText  = errors.New("this is not text")
)

// Names of encodings as they are reported.
const (
	utf8Name  = "UTF-8"
	utf16LE   = "UTF-16LE"
	utf16BE   = "UTF-16BE"
	gbName    = "GB18030"
	big5Name  = "Big5"
	mixedName = "UTF-8 + " // and the encoding of the lines that are no UTF-8
)

// signatures are what binary files begin with that people take for text.
var signatures = []string{"PK\x03\x04", "%PDF-", "\x89PNG", "\xff\xd8\xff", "GIF8", "\xd0\xcf\x11\xe0", "\x1f\x8b", "Rar!", "7z\xbc\xaf", "{\\rtf"}

// Decode returns a text whose encoding is unknown as UTF-8, and the encoding it was
// in. Bytes that mean nothing become U+FFFD.
func Decode(raw []byte) (text, name string, err error) {
	if len(raw) > MaxInput {
		return "", "", ErrTooLarge
	}
	for _, s := range signatures {
		if bytes.HasPrefix(raw, []byte(s)) {
			return "", "", ErrNotText
		}
	}
	switch {
	case bytes.HasPrefix(raw, []byte("\xef\xbb\xbf")):
		return lenient(raw[3:]), utf8Name, nil
	case bytes.HasPrefix(raw, []byte("\xff\xfe")):
		return wide(raw[2:], false), utf16LE, nil
	case bytes.HasPrefix(raw, []byte("\xfe\xff")):
		return wide(raw[2:], true), utf16BE, nil
	}
	if name := guessWide(raw); name != "" {
		return wide(raw, name == utf16BE), name, nil
	}
	if bytes.IndexByte(raw, 0) >= 0 {
		return "", "", ErrNotText
	}
	if utf8.Valid(raw) {
		return string(raw), utf8Name, nil
	}
	if mostlyUTF8(raw) {
		text, name := decodeLines(raw)
		return text, name, nil
	}
	text, name = decodeChinese(raw)
	return text, name, nil
}

func lenient(raw []byte) string { return string(bytes.ToValidUTF8(raw, []byte("\ufffd"))) }

// wide decodes UTF-16.
func wide(raw []byte, bigEndian bool) string {
	units := make([]uint16, 0, len(raw)/2)
	for i := 0; i+1 < len(raw); i += 2 {
		units = append(units, wideUnit(raw[i:], bigEndian))
	}
	return string(utf16.Decode(units))
}

func wideUnit(raw []byte, bigEndian bool) uint16 {
	if bigEndian {
		return uint16(raw[0])<<8 | uint16(raw[1])
	}
	return uint16(raw[1])<<8 | uint16(raw[0])
}

// guessWide recognises UTF-16 without a mark: nearly all units are Han, marks or
// printable ASCII in one order of bytes and not in the other.
func guessWide(raw []byte) string {
	if len(raw) < 4 || len(raw)%2 != 0 || utf8.Valid(raw) && bytes.IndexByte(raw, 0) < 0 {
		return ""
	}
	sample := raw[:min(len(raw), 1<<16)]
	likely := func(bigEndian bool) int {
		n := 0
		for i := 0; i+1 < len(sample); i += 2 {
			switch u := wideUnit(sample[i:], bigEndian); {
			case u == '\n', u == '\r', u == '\t', 0x20 <= u && u < 0x7f, 0xa0 <= u && u < 0x250, 0x2010 <= u && u <= 0x2027,
				0x3000 <= u && u <= 0x3011, 0x4e00 <= u && u <= 0x9fa5, 0xff01 <= u && u <= 0xff5e:
				n++
			}
		}
		return n * 100 / (len(sample) / 2)
	}
	le, be := likely(false), likely(true)
	// In text of other encodings about a third of all pairs look like Han by chance,
	// and the ends of lines do not.
	switch {
	case le >= 95 && le > be && (bytes.IndexByte(sample, 0) >= 0 || strings.ContainsAny(wide(sample, false), "的，。")):
		return utf16LE
	case be >= 95 && be > le && (bytes.IndexByte(sample, 0) >= 0 || strings.ContainsAny(wide(sample, true), "的，。")):
		return utf16BE
	}
	return ""
}

// mostlyUTF8 says whether a text is UTF-8 but for some lines.
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
func decodeLines(raw []byte) (text, name string) {
	var b strings.Builder
	b.Grow(len(raw))
	name = utf8Name
	for line := range bytes.Lines(raw) {
		if utf8.Valid(line) {
			b.Write(line)
			continue
		}
		other, in := decodeChinese(line)
		// A line of mixed bytes, or a stray byte in good UTF-8.
		if strings.ContainsRune(other, utf8.RuneError) || mostlyUTF8(line) {
			other, in = lenient(line), utf8Name
		}
		if in != utf8Name {
			name = mixedName + in
		}
		b.WriteString(other)
	}
	return b.String(), name
}

// decodeChinese tells GB18030 from Big5 by what reads like Chinese.
func decodeChinese(raw []byte) (text, name string) {
	gb, big5 := decodeAs(simplifiedchinese.GB18030, raw), decodeAs(traditionalchinese.Big5, raw)
	if likeness(big5) > likeness(gb) {
		return big5, big5Name
	}
	return gb, gbName
}

func decodeAs(e encoding.Encoding, raw []byte) string {
	out, err := e.NewDecoder().Bytes(raw)
	if err != nil { // decoders of x/text replace what they cannot read
		return lenient(raw)
	}
	return string(out)
}

// frequent are characters that make up half of any Chinese text, in both scripts.
const frequent = "的一是不了在人有我他这這个個们們中来來上大为為和国國地到以说說时時要就出会會可也你对對生能而子那得于於着著下自之年过過发發后後作里裡用道行所然家种種事成方多经經么麼去法学學如都同现現当當没沒动動面起看定天分还還进進好小部其些主样樣理心本前开開但因只从從想实實日军軍者意无無力它与與长長把机機十民第公此已工使情明性知全三又关關点點正业業外将將两兩高间間由问問很最重并並物手应應战戰向头頭文体體政美相见見被利什二等产產或新己制身果加西斯月话話合回特代内內信表化老给給世位次度门門任常先海通教儿兒原东東声聲提立及比员員解水名真论論处處走义義各入几幾口认認条條平系气氣题題活尔爾更别別打女变變四神总總何电電数數安少报報才结結反受目太量再感建务務做接必场場件计計管期市直德资資命山金指克许許统統区區保至队隊形社便空决決治展马馬科司五基眼书書非则則听聽白却卻界达達光放强強即像难難且权權思王象完设設式色路记記南品住告类類求据據程北边邊死张張该該交规規万萬取拉格望觉覺术術领領共确確传傳师師观觀清今切院让讓识識候带帶导導争爭运運"

var isFrequent = func() map[rune]bool {
	set := map[rune]bool{}
	for _, r := range frequent {
		set[r] = true
	}
	return set
}()

// likeness is how many of a text's characters are frequent ones, in thousandths;
// what cannot be read counts against it.
func likeness(text string) int {
	if len(text) > 1<<18 {
		text = text[:1<<18]
	}
	hans, good := 0, 0
	for _, r := range text {
		switch {
		case r < 0x80:
			continue
		case r == utf8.RuneError:
			good -= 3
		case isFrequent[r], strings.ContainsRune("，。、；：！？“”（）《》", r):
			good++
		}
		hans++
	}
	if hans == 0 {
		return 0
	}
	return good * 1000 / hans
}
