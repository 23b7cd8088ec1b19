package drafting

import (
	"strings"

	"safety365/app/manuscript"
	"safety365/bulletins"
)

// cutSigns takes the signs of the caret and the anchor out of a text.
func cutSigns(s string) (out string, caret, anchor int) {
	caret, anchor = strings.Index(s, caretSign), strings.Index(s, anchorSign)
	if caret >= 0 && anchor > caret {
		anchor -= len(caretSign)
	} else if anchor >= 0 && caret > anchor {
		caret -= len(anchorSign)
	}
	s = strings.Replace(s, caretSign, "", 1)
	return strings.Replace(s, anchorSign, "", 1), caret, anchor
}

// between returns the edit that makes one text of another.
func between(old, new string) manuscript.Edit {
	from := 0
	for from < len(old) && from < len(new) && old[from] == new[from] {
		from++
	}
	for from > 0 && from < len(old) && !isStart(old[from]) || from > 0 && from < len(new) && !isStart(new[from]) {
		from--
	}
	a, b := len(old), len(new)
	for a > from && b > from && old[a-1] == new[b-1] {
		a, b = a-1, b-1
	}
	for a < len(old) && !isStart(old[a]) {
		a, b = a+1, b+1
	}
	return manuscript.Edit{Range: bulletins.Range{Start: from, End: a}, Text: new[from:b]}
}

func isStart(c byte) bool { return c&0xc0 != 0x80 }
