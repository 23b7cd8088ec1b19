package intake

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"
)

var (
	missingSpace = regexp.MustCompile(`(?:\p{Ll}{2}|[”"])[.;](?:[“"]?\p{Lu}\p{Ll}|[AI] )`)
	fileEnd      = regexp.MustCompile(`^(?i:net|js|ts|com|org|id|co|io|cn|pdf|docx?|xlsx?|pptx?|csv|jpe?g|png|gif|mp[34]|exe|dll|bat|ini|cfg|log|txt|zip|rar|html?|xml|json|ya?ml|md|go|py|php|sql|apk)\b`)
	// A name in a program: written together out of words, called, or one of several parts.
	nameBefore = regexp.MustCompile(`(?:\p{Ll}\p{Lu}\pL*|\pL\.\pL+)\.$`)
	nameBehind = regexp.MustCompile(`^\pL+(?:\(|\.\p{Lu}|\p{Ll}\p{Lu})`)
)

// spaces is I50: the space behind a stop between two sentences of Latin text.
func (d *draft) spaces() {
	for _, l := range d.lines {
		if !plainly(l) || d.isChinese() && hasWide(l.text) {
			continue
		}
		mask := masks(l.text)
		var edits []edit
		for from := 0; ; {
			at := missingSpace.FindStringIndex(l.text[from:])
			if at == nil {
				break
			}
			i := from + at[0] + strings.IndexAny(l.text[from+at[0]:from+at[1]], ".;") + 1
			if !masked(mask, i) && !isName(l.text, i) {
				edits = append(edits, edit{from: i, to: i, after: " "})
			}
			from = i
		}
		d.change("I50", l, edits)
		d.spaced += len(edits)
	}
}

// isName says whether the stop before a place belongs to the name of a file, of a site
// or of something in a program.
func isName(s string, i int) bool {
	word := s[strings.LastIndexAny(s[:i], " \t\"“(")+1 : i]
	return fileEnd.MatchString(s[i:]) || nameBefore.MatchString(word) || nameBehind.MatchString(s[i:])
}

// quotes is I52: straight quotation marks become curly ones in Chinese, and in Latin
// text that has both. A text that keeps to straight ones is left to do so.
func (d *draft) quotes() {
	curly := slices.ContainsFunc(d.lines, func(l *line) bool { return l.open() && strings.ContainsAny(l.text, "“”") })
	for _, l := range d.lines {
		if !plainly(l) || !strings.Contains(l.text, `"`) || !(d.isChinese() && hasWide(l.text) || !d.isChinese() && curly) {
			continue
		}
		d.change("I52", l, curled(l.text, d.isChinese()))
	}
}

// curled makes pairs of the straight quotation marks of a line; an odd number tells
// that one of them is something else. In Chinese only those beside Chinese count.
func curled(s string, chinese bool) []edit {
	mask := masks(s)
	var edits []edit
	open := false
	for i := 0; i < len(s); i++ {
		if s[i] != '"' || masked(mask, i) {
			continue
		}
		if i > 0 && '0' <= s[i-1] && s[i-1] <= '9' && !open { // inches
			return nil
		}
		open = !open
		after := "”"
		if open {
			after = "“"
		}
		edits = append(edits, edit{from: i, to: i + 1, after: after})
	}
	if open {
		return nil
	}
	if !chinese {
		return edits
	}
	var out []edit
	for i := 0; i+1 < len(edits); i += 2 {
		a, b := edits[i], edits[i+1]
		before, _ := utf8.DecodeLastRuneInString(s[:a.from])
		after, _ := utf8.DecodeRuneInString(s[b.to:])
		if hasWide(s[a.to:b.from]) || isWide(before) && isWide(after) {
			out = append(out, a, b)
		}
	}
	return out
}

// isChinese says whether the text as a whole is Chinese.
func (d *draft) isChinese() bool { return strings.HasPrefix(d.lang, "zh") }

// wrapped says whether a line of the body only continues the one before: text that
// was broken at a fixed width.
func (d *draft) wrapped(i, j int) bool {
	a, b := d.lines[i], d.lines[j]
	if j != i+1 || a.field != inBody || b.field != inBody || a.text == "" || b.text == "" || b.indented ||
		markup.MatchString(b.text) || listItem.MatchString(b.text) || numbering.MatchString(b.text) || headingMark.MatchString(a.text+b.text) {
		return false
	}
	r, _ := utf8.DecodeRuneInString(b.text)
	n, m := length(a.text), length(b.text)
	if hasWide(a.text) && hasWide(b.text) {
		return n >= 20 && n <= 60 && m <= n+2 && !sentence(a.text) && d.evenly(i)
	}
	return n >= 40 && n <= 110 && !closes(a.text) && ('a' <= r && r <= 'z') || n >= 55 && n <= 110 && isLatin(r) && d.evenly(i) && !sentence(a.text)
}

// sentence says whether a line ends as a sentence or an item of a list does, or may
// have done before its end was lost.
func sentence(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(strings.TrimRight(s, closers))
	return strings.ContainsRune(".!?:;。！？：；…"+markClose, r)
}

// evenly says whether the lines round one are of nearly the same length, as lines are
// that were broken at a width.
func (d *draft) evenly(i int) bool {
	n := length(d.lines[i].text)
	for _, j := range []int{i - 1, i + 2, i + 1} {
		if j >= 0 && j < len(d.lines) && d.lines[j].field == inBody {
			if m := length(d.lines[j].text); m > 0 && (m-n <= n/20+1 && n-m <= n/20+1) {
				return true
			}
		}
	}
	return false
}
