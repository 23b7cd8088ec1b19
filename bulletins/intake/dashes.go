package intake

import (
	"regexp"
	"strings"
	"unicode/utf8"
)

var dashRun = regexp.MustCompile(`-{2,3}|…+|\.{3,6}`)

// dashes is I42: dashes and ellipses of two characters beside Chinese.
func (d *draft) dashes() {
	for _, l := range d.lines {
		if !plainly(l) || !hasWide(l.text) || !strings.ContainsAny(l.text, "-….") {
			continue
		}
		mask := masks(l.text)
		var edits []edit
		for _, at := range dashRun.FindAllStringIndex(l.text, -1) {
			before, _ := utf8.DecodeLastRuneInString(l.text[:at[0]])
			after, _ := utf8.DecodeRuneInString(l.text[at[1]:])
			wanted := "……"
			if l.text[at[0]] == '-' {
				wanted = "——"
			}
			if l.text[at[0]:at[1]] == wanted || masked(mask, at[0]) || strings.ContainsRune("-—", before) || after == '-' || after == '—' ||
				!isWide(before) && !(isWide(after) && (at[0] == 0 || before == ' ')) || isLatin(after) {
				continue
			}
			edits = append(edits, edit{from: at[0], to: at[1], after: wanted})
		}
		d.change("I42", l, edits)
	}
}
