package intake

import (
	"strings"
	"unicode/utf8"

	readings "github.com/mozillazg/go-pinyin"

	"safety365/bulletins/intake/script"
)

// group is a reading in brackets behind a character: 書(shū).
type group struct {
	from, to int // of the brackets
	han      rune
	letters  string
}

const toned = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹḿ"

func isPinyin(r rune) bool {
	return 'a' <= r && r <= 'z' || r == 'ü' || r == 'ê' || strings.ContainsRune(toned, r)
}

// letters returns the pinyin at the start of a text.
func letters(s string) string {
	for i, r := range s {
		if !isPinyin(r) {
			return s[:i]
		}
		if i > 8 {
			return ""
		}
	}
	return s
}

// groups lists the readings in a line; more brackets may follow the first.
func groups(s string) []group {
	var out []group
	for i := strings.IndexByte(s, '('); i >= 0; {
		han, _ := utf8.DecodeLastRuneInString(s[:i])
		if word := letters(s[i+1:]); word != "" && strings.HasPrefix(s[i+1+len(word):], ")") {
			to := i + len(word) + 2
			if n := len(out); n > 0 && out[n-1].to == i {
				han = out[n-1].han
			}
			if 0x3400 <= han && han <= 0x9fff {
				out = append(out, group{i, to, han, word})
			}
		}
		next := strings.IndexByte(s[i+1:], '(')
		if next < 0 {
			break
		}
		i += 1 + next
	}
	return out
}

// reads says whether letters are one of a character's readings, tones and all.
func reads(han rune, letters string) bool {
	for reading := range strings.SplitSeq(readings.PinyinDict[int(han)], ",") {
		if reading == letters {
			return true
		}
	}
	return false
}

var bare = strings.NewReplacer("ā", "a", "á", "a", "ǎ", "a", "à", "a", "ē", "e", "é", "e", "ě", "e", "è", "e", "ê", "e",
	"ī", "i", "í", "i", "ǐ", "i", "ì", "i", "ō", "o", "ó", "o", "ǒ", "o", "ò", "o", "ū", "u", "ú", "u", "ǔ", "u", "ù", "u",
	"ǖ", "v", "ǘ", "v", "ǚ", "v", "ǜ", "v", "ü", "v", "ń", "n", "ň", "n", "ǹ", "n", "ḿ", "m")

// readsBare is reads without tones.
func readsBare(han rune, letters string) bool {
	letters = bare.Replace(letters)
	for reading := range strings.SplitSeq(readings.PinyinDict[int(han)], ",") {
		if bare.Replace(reading) == letters {
			return true
		}
	}
	return false
}

// enoughGroups is how many readings a text must hold before they are taken for the
// work of a machine.
const enoughGroups = 5

// pinyin is I02: a reading is removed if it is one of the character's, the character
// is a Traditional one, and the text is full of them or the character never stands
// without. A single one that may well be meant is removed as a proposal.
func (d *draft) pinyin() {
	found := map[*line][]group{}
	with := map[rune]int{}
	neutral := 0 // readings without a tone, as of 們, which are words in brackets by themselves
	for _, l := range d.lines {
		if !l.open() {
			continue
		}
		for _, g := range groups(l.text) {
			if !script.Differs(g.han) || !reads(g.han, g.letters) {
				continue
			}
			found[l] = append(found[l], g)
			with[g.han]++
			if strings.ContainsAny(g.letters, toned) {
				d.marked++
			} else {
				neutral++
			}
		}
	}
	if d.marked < enoughGroups && neutral > 0 {
		return
	}
	if d.marked == 0 || d.marked < enoughGroups && script.Guess(d.sample()) == Hans { // what put them in worked on Traditional texts
		return
	}
	all := d.occurrences(with)
	for _, l := range d.lines {
		var edits []edit
		for _, g := range found[l] {
			certainty := Exact
			if d.marked < enoughGroups {
				if all[g.han] != with[g.han] {
					d.warnOf("pinyin-doubt", "count", itoa(d.marked))
					continue
				}
				certainty = Probable
				d.confirm(l.text, g.from, g.to, l.text[g.from:g.to])
			}
			edits = append(edits, edit{from: g.from, to: g.to, certainty: certainty})
		}
		d.change("I02", l, edits)
	}
}

// occurrences counts characters in the whole text.
func (d *draft) occurrences(of map[rune]int) map[rune]int {
	all := map[rune]int{}
	for _, l := range d.lines {
		if !l.open() {
			continue
		}
		for _, r := range l.text {
			if of[r] > 0 {
				all[r]++
			}
		}
	}
	return all
}

// tonelessDensity is how many readings without tones stand among a thousand Han
// before they are taken for the work of a machine.
const tonelessDensity = 20

// toneless is I03: readings without tones, which may be repeated. They are like words
// in brackets, so all must be readings, and there must be many.
func (d *draft) toneless() {
	found := map[*line][]group{}
	hans, total, good := 0, 0, 0
	for _, l := range d.lines {
		if !l.open() {
			continue
		}
		for _, r := range l.text {
			if isHan(r) {
				hans++
			}
		}
		for _, g := range groups(l.text) {
			if strings.ContainsAny(g.letters, toned) || len(g.letters) > 6 {
				continue
			}
			total++
			if readsBare(g.han, g.letters) {
				good++
				found[l] = append(found[l], g)
			}
		}
	}
	switch {
	case good < enoughGroups:
		return
	case good < total || good*1000 < tonelessDensity*hans:
		d.warnOf("pinyin-doubt", "count", itoa(good))
		return
	}
	for _, l := range d.lines {
		var edits []edit
		for _, g := range found[l] {
			edits = append(edits, edit{from: g.from, to: g.to})
		}
		d.change("I03", l, edits)
	}
}
