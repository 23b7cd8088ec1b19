package intake

import (
	"regexp"
	"strings"
	"unicode/utf8"
)

// dashRun finds dashes and dots in a row; longestRun says how many are still one mark, and
// not a line to write on.
var (
	dashRun    = regexp.MustCompile(`-{2,}|…+|\.{3,}`)
	longestRun = map[byte]int{'-': 4, '.': 6, "…"[0]: 3 * len("…")}
)

// dashes is I42: dashes and ellipses of two characters beside Chinese.
func (d *draft) dashes() {
	for _, l := range d.lines {
		if !plainly(l) || !hasWide(l.text) || !strings.ContainsAny(l.text, "-….") {
			continue
		}
		d.change("I42", l, lengthened(l.text))
	}
}

// lengthened lists the edits of dashes and dots. What stands before a row of marks
// tells whether they are Chinese.
func lengthened(s string) []edit {
	mask := masks(s)
	var edits []edit
	var base rune
	from := 0
	for _, at := range dashRun.FindAllStringIndex(s, -1) {
		for _, r := range s[from:at[0]] {
			if !strings.ContainsRune(",;:?!，；：？！", r) {
				base = r
			}
		}
		from = at[1]
		before, _ := utf8.DecodeLastRuneInString(s[:at[0]])
		after, _ := utf8.DecodeRuneInString(s[at[1]:])
		wanted := "……"
		if s[at[0]] == '-' {
			wanted = "——"
		}
		beside := isWide(base) && before != ' ' || isWide(after) && (at[0] == 0 || before == ' ')
		switch {
		case s[at[0]:at[1]] == wanted, at[1]-at[0] > longestRun[s[at[0]]], masked(mask, at[0]):
		case !beside, isLatin(after), before == '-', before == '—', after == '-', after == '—':
		default:
			edits = append(edits, edit{from: at[0], to: at[1], after: wanted})
		}
	}
	return edits
}
