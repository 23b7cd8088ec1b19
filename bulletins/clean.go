package bulletins

import (
	"strings"
	"unicode/utf8"
)

// clean makes a text fit to parse: without byte order mark, line ends as \n, no
// control characters. It refuses what is not text.
func clean(text string) (string, []Diagnostic, bool) {
	if len(text) > MaxText {
		return "", []Diagnostic{note(Error, "too-large", Range{}, "limit", itoa(MaxText>>20)+" MiB")}, false
	}
	if strings.IndexByte(text, 0) >= 0 || !utf8.ValidString(text) {
		return "", []Diagnostic{note(Error, "not-text", Range{})}, false
	}
	text = strings.TrimPrefix(text, "\ufeff")
	if strings.IndexByte(text, '\r') >= 0 {
		text = strings.ReplaceAll(text, "\r\n", "\n")
		text = strings.ReplaceAll(text, "\r", "\n")
	}
	at := controlAt(text, 0)
	if at < 0 {
		return text, nil, true
	}
	return replaceControls(text, at)
}

// control tells of each byte whether it can begin a control character.
var control = func() (table [256]bool) {
	for c := range 0x20 {
		table[c] = c != '\t' && c != '\n'
	}
	table[0x7f] = true
	table[0xc2] = true // U+0080 … U+009F, decided by the byte after
	return
}()

// controlAt returns the place of the first control character from there on, or -1.
func controlAt(text string, from int) int {
	for i := from; i < len(text); i++ {
		if control[text[i]] && (text[i] != 0xc2 || text[i+1] < 0xa0) {
			return i
		}
	}
	return -1
}

func replaceControls(text string, at int) (string, []Diagnostic, bool) {
	var b strings.Builder
	var found []Diagnostic
	from := 0
	for at >= 0 {
		b.WriteString(text[from:at])
		r, size := utf8.DecodeRuneInString(text[at:])
		if len(found) < maxDiagnostics {
			place := Range{b.Len(), b.Len() + len("\ufffd")}
			found = append(found, note(Warning, "control-character", place, "character", codePoint(r)))
		}
		b.WriteString("\ufffd")
		from = at + size
		at = controlAt(text, from)
	}
	b.WriteString(text[from:])
	return b.String(), found, true
}

func codePoint(r rune) string {
	const digits = "0123456789ABCDEF"
	return "U+00" + string(digits[r>>4&15]) + string(digits[r&15])
}

// lineStarts returns the offsets of the starts of lines.
func lineStarts(text string) []int {
	starts := make([]int, 1, 2+len(text)/64)
	for at := 0; ; {
		i := strings.IndexByte(text[at:], '\n')
		if i < 0 {
			return starts
		}
		at += i + 1
		starts = append(starts, at)
	}
}
