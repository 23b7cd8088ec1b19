package pdf

import (
	"fmt"
	"unicode/utf8"
)

// nothing is what a glyph without any text is copied as: a zero width space.
const nothing = "\u200B"

const cmapHead = `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000><FFFF>
endcodespacerange
`

const cmapTail = `endcmap
CMapName currentdict /CMap defineresource pop
end
end
`

// toUnicode returns the CMap that gives each slot its text. Neighbours with
// neighbouring characters share a range; a section has at most 100 entries, a
// range stays within one high byte.
func (s *subset) toUnicode() []byte {
	var ranges, chars []string
	for i := 1; i < len(s.slots); i++ {
		text := s.slots[i].text
		if text == "" {
			continue // a part, never shown
		}
		end := i
		if r, size := utf8.DecodeRuneInString(text); size == len(text) && r < 0xFFFF {
			for end+1 < len(s.slots) && (end+1)>>8 == i>>8 {
				next, size := utf8.DecodeRuneInString(s.slots[end+1].text)
				if size == 0 || size != len(s.slots[end+1].text) || next != r+rune(end+1-i) || next>>8 != r>>8 {
					break
				}
				end++
			}
		}
		value := appendUTF16(nil, text)
		if end > i {
			ranges = append(ranges, fmt.Sprintf("<%04X><%04X><%s>\n", i, end, value))
		} else {
			chars = append(chars, fmt.Sprintf("<%04X><%s>\n", i, value))
		}
		i = end
	}
	out := appendSections([]byte(cmapHead), "bfrange", ranges)
	return append(appendSections(out, "bfchar", chars), cmapTail...)
}

func appendSections(out []byte, kind string, lines []string) []byte {
	for len(lines) > 0 {
		n := min(100, len(lines))
		out = fmt.Appendf(out, "%d begin%s\n", n, kind)
		for _, l := range lines[:n] {
			out = append(out, l...)
		}
		out = fmt.Appendf(out, "end%s\n", kind)
		lines = lines[n:]
	}
	return out
}

// shownText returns what a slot for text is copied as: never nothing, and none of
// the characters that a ToUnicode map must not hold.
func shownText(text string) string {
	plain := text != ""
	for _, r := range text {
		if r == 0 || r == 0xFEFF || r == 0xFFFE || r == utf8.RuneError {
			plain = false
		}
	}
	if plain {
		return text
	}
	var out []rune
	for _, r := range text {
		switch r {
		case 0, 0xFEFF, 0xFFFE:
		default:
			out = append(out, r)
		}
	}
	if len(out) == 0 {
		return nothing
	}
	return string(out)
}
