package intake

import (
	"cmp"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"safety365/bulletins"
	"safety365/bulletins/intake/script"
)

// verbatim is what no rule about marks may touch: code, addresses, paths, the targets
// of links, attributes, directives, comments, marks of ours.
var verbatim = regexp.MustCompile("`+[^`]+`+" +
	`|(?:https?|ftp|mailto|tel|file):[^\s\p{Han}，。、；：！？“”‘’（）《》【】<>]+` +
	`|www\.[^\s\p{Han}，。、；：！？“”‘’（）《》【】<>]+` +
	`|[\w.+-]+@[\w-]+(?:\.[\w-]+)+` +
	`|[A-Za-z]:\\[^\s，。；：！？、“”]*` +
	`|!?\[[^\]]*\]\([^)]*\)|\[\^[^\]]+\]:?|!\[|\]\{[^}]*\}|:[a-z]+\[[^\]]*\](?:\{[^}]*\})?` +
	`|<!--.*?-->|</?[A-Za-z][^>]*>|⟦[^⟧]*⟧`)

// masks lists the verbatim stretches of a line.
func masks(s string) [][]int {
	if !strings.ContainsAny(s, "`@:[<⟦") && !strings.Contains(s, "www.") {
		return nil
	}
	found := verbatim.FindAllStringIndex(s, -1)
	for _, at := range found {
		// A mark behind an address is not of it.
		if c := s[at[0]]; c != '`' && c != '[' && c != '!' && c != '<' {
			for at[1] > at[0] && strings.IndexByte(",;:!?.)", s[at[1]-1]) >= 0 {
				at[1]--
			}
		}
	}
	return found
}

func masked(at [][]int, i int) bool {
	for _, m := range at {
		if m[0] <= i && i < m[1] {
			return true
		}
	}
	return false
}

// plainly says whether marks of a line may be changed at all.
func plainly(l *line) bool {
	return l.open() && !strings.HasPrefix(l.text, ":::") && !strings.HasPrefix(l.text, "[^") && !ornament.MatchString(l.text) && !strings.HasPrefix(l.text, "|-")
}

var wideMarks = map[byte]string{',': "，", ';': "；", ':': "：", '?': "？", '!': "！"}

// marks is I40: ASCII marks beside Chinese become full-width ones, and so do brackets
// round Chinese.
func (d *draft) marks() {
	for _, l := range d.lines {
		if !plainly(l) || !strings.ContainsAny(l.text, ",;:?!()") || !hasWide(l.text) {
			continue
		}
		// A mark that has become full-width is Chinese to its neighbour.
		for n := -1; n < len(d.changes); {
			n = len(d.changes)
			d.change("I40", l, widened(l.text))
		}
	}
}

func widened(s string) []edit {
	mask := masks(s)
	wide := wideBrackets(s, mask)
	var edits []edit
	for i := 0; i < len(s); i++ {
		after, isMark := wideMarks[s[i]]
		if isMark && !masked(mask, i) && beside(s, i, wide) {
			edits = append(edits, edit{from: i, to: i + 1, after: after})
		} else if bracket := wide[i]; bracket != "" {
			edits = append(edits, edit{from: i, to: i + 1, after: bracket})
		}
	}
	return edits
}

func hasWide(s string) bool { return strings.IndexFunc(s, bulletins.IsHan) >= 0 }

// beside says whether a mark has Chinese for a neighbour: an ideograph, a mark, or a
// bracket that becomes one.
func beside(s string, i int, wide map[int]string) bool {
	before, _ := utf8.DecodeLastRuneInString(s[:i])
	after, _ := utf8.DecodeRuneInString(s[i+1:])
	if unicode.IsDigit(before) && unicode.IsDigit(after) {
		return false
	}
	if s[i] == ':' && after == '/' || s[i] == '!' && after == '[' {
		return false
	}
	return wideBefore(s[:i]) || wideAfter(s[i+1:]) || wide[i-1] != "" || wide[i+1] != ""
}

// shared are the marks that Chinese shares with other scripts. They are as Chinese as
// what stands beyond them.
const shared = "“”‘’—…·"

func wideBefore(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(strings.TrimRight(s, shared))
	return bulletins.IsHan(r)
}

func wideAfter(s string) bool {
	r, _ := utf8.DecodeRuneInString(strings.TrimLeft(s, shared))
	return bulletins.IsHan(r)
}

// wideBrackets says which brackets become full-width ones.
func wideBrackets(s string, mask [][]int) map[int]string {
	var out map[int]string
	var open []int
	for i := 0; i < len(s); i++ {
		switch {
		case s[i] != '(' && s[i] != ')' || masked(mask, i):
		case s[i] == '(':
			open = append(open, i)
		case len(open) > 0:
			from := open[len(open)-1]
			open = open[:len(open)-1]
			if strings.IndexFunc(s[from:i], isHan) >= 0 && !isFormula(s, from, i) {
				if out == nil {
					out = map[int]string{}
				}
				out[from], out[i] = "（", "）"
			}
		}
	}
	return out
}

// isFormula says whether a bracket belongs to a function, as in R=P(事故)×C.
func isFormula(s string, from, to int) bool {
	if from == 0 || !isLatin(rune(s[from-1])) {
		return false
	}
	after, _ := utf8.DecodeRuneInString(strings.TrimLeft(s[to+1:], " "))
	before := strings.TrimRight(strings.TrimRightFunc(s[:from], isLatin), " ")
	last, _ := utf8.DecodeLastRuneInString(before)
	return strings.ContainsRune("=×÷*+-/<>≤≥≈", after) || last != utf8.RuneError && strings.ContainsRune("=×÷*+-/<>≤≥≈", last)
}

func isLatin(r rune) bool { return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' }

// script is I41: the whole text in one script.
func (d *draft) script() {
	var config string
	switch d.Script {
	case Hans:
		config = "tw2s"
	case Hant:
		config = "s2t"
	default:
		return
	}
	whole := script.Guess(d.sample())
	for _, l := range d.lines {
		if !l.open() || !hasWide(l.text) {
			continue
		}
		after := ""
		if d.Script == Hans && cmp.Or(script.Guess(l.text), whole) == Hans {
			after = strings.Map(strayTraditional, l.text)
		} else {
			after, _ = script.Convert(l.text, config)
		}
		if after != l.text {
			d.change("I41", l, differences(l.text, after))
		}
	}
}

// strayTraditional converts a character of a Simplified text that can be no other than
// Traditional. The others, 乾 and 著 say, may be meant.
func strayTraditional(r rune) rune {
	if r >= 0x3400 && script.Guess(string(r)) == Hant {
		return firstRune(simplify(string(r)))
	}
	return r
}

// differences are the stretches in which two texts of the same characters but some
// differ; texts of different lengths differ as a whole between what they share at
// their ends.
func differences(a, b string) []edit {
	x, y := []rune(a), []rune(b)
	if len(x) != len(y) {
		from := 0
		for from < min(len(x), len(y)) && x[from] == y[from] {
			from++
		}
		to := 0
		for to < min(len(x), len(y))-from && x[len(x)-1-to] == y[len(y)-1-to] {
			to++
		}
		return []edit{{from: len(string(x[:from])), to: len(string(x[:len(x)-to])), after: string(y[from : len(y)-to])}}
	}
	var edits []edit
	at := 0
	for i := 0; i < len(x); i++ {
		start := at
		at += utf8.RuneLen(x[i])
		if x[i] == y[i] {
			continue
		}
		from := i
		for i+1 < len(x) && x[i+1] != y[i+1] {
			i++
			at += utf8.RuneLen(x[i])
		}
		edits = append(edits, edit{from: start, to: at, after: string(y[from : i+1])})
	}
	return edits
}

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
