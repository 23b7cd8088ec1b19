package drafting

import (
	"regexp"
	"sort"
	"unicode"
	"unicode/utf8"

	"safety365/app/manuscript"
	"safety365/bulletins"
)

// pattern returns the regular expression of a query.
func (q Query) pattern() (*regexp.Regexp, error) {
	text := q.Text
	if !q.Regexp {
		text = regexp.QuoteMeta(text)
	}
	flags := "(?m"
	if !q.Case {
		flags += "i"
	}
	return regexp.Compile(flags + ")" + text)
}

// Find returns where a text matches, in order. All of the source is looked through;
// what stands before Meta.Range.End of the document is the front matter.
func Find(text string, q Query) ([]bulletins.Range, error) {
	if q.Text == "" {
		return nil, nil
	}
	re, err := q.pattern()
	if err != nil {
		return nil, err
	}
	var out []bulletins.Range
	for _, m := range re.FindAllStringIndex(text, -1) {
		if m[0] < m[1] && (!q.Word || isWhole(text, m[0], m[1])) {
			out = append(out, bulletins.Range{Start: m[0], End: m[1]})
		}
	}
	return out, nil
}

// isWhole says whether a stretch of text is not part of a longer word. Han has no words.
func isWhole(text string, from, to int) bool {
	before, _ := utf8.DecodeLastRuneInString(text[:from])
	first, _ := utf8.DecodeRuneInString(text[from:])
	last, _ := utf8.DecodeLastRuneInString(text[:to])
	after, _ := utf8.DecodeRuneInString(text[to:])
	return !(inWord(before) && inWord(first)) && !(inWord(last) && inWord(after))
}

func inWord(c rune) bool {
	return !bulletins.IsHan(c) && (unicode.IsLetter(c) || unicode.IsDigit(c) || c == '_')
}

// ReplaceAll returns the change that puts a text in the place of matches. With a
// regular expression $1 stands for its first group, ${name} for one with a name.
func ReplaceAll(text string, matches []bulletins.Range, q Query, with string) manuscript.Change {
	with = clean(with)
	re, err := q.pattern()
	var c manuscript.Change
	grown := 0
	for _, m := range matches {
		put := with
		if q.Regexp && err == nil {
			put = expand(re, text, m, with)
		}
		c.Edits = append(c.Edits, manuscript.Edit{Range: m, Text: put})
		grown += len(put) - (m.End - m.Start)
		c.After = manuscript.At(m.End + grown)
	}
	return c
}

// expand resolves the groups of a match. It is looked for again where it stands,
// since what is round it may decide that it matches at all.
func expand(re *regexp.Regexp, text string, m bulletins.Range, with string) string {
	lo := max(0, m.Start-utf8.UTFMax)
	for lo < m.Start && !utf8.RuneStart(text[lo]) {
		lo++
	}
	for _, found := range re.FindAllStringSubmatchIndex(text[lo:], 4) {
		if found[0] == m.Start-lo && found[1] == m.End-lo {
			return string(re.ExpandString(nil, with, text[lo:], found))
		}
	}
	if found := re.FindStringSubmatchIndex(text[m.Start:m.End]); found != nil {
		return string(re.ExpandString(nil, with, text[m.Start:m.End], found))
	}
	return with
}

// Next returns the index of the first match behind the caret, or the last before it;
// it goes round at the ends. -1: there is none.
func Next(matches []bulletins.Range, caret int, back bool) int {
	n := len(matches)
	if n == 0 {
		return -1
	}
	if back {
		i := sort.Search(n, func(i int) bool { return matches[i].End >= caret }) - 1
		if i < 0 {
			return n - 1
		}
		return i
	}
	i := sort.Search(n, func(i int) bool { return matches[i].Start >= caret })
	return i % n
}
