package drafting

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"safety365/app/manuscript"
	"safety365/bulletins"
)

const typing = manuscript.Typing

// typeFast types letters between letters: by far the most of typing, and nothing that
// a parser could take for a mark. It answers only when it is sure.
func typeFast(doc *bulletins.Document, sel selection, text string) (change, bool) {
	at := sel.Caret
	if !sel.Empty() || at < doc.Meta.Range.End || at <= 0 || at > len(doc.Text) {
		return change{}, false
	}
	line := doc.Text[max(strings.LastIndexByte(doc.Text[:at], '\n')+1, at-64):at]
	if strings.ContainsAny(line, "&:<]") || !follows(line) || !allHarmless(text) {
		return change{}, false
	}
	if at < len(doc.Text) {
		if after, _ := utf8.DecodeRuneInString(doc.Text[at:]); after != '\n' && !harmless(after) {
			return change{}, false
		}
	}
	if !inWords(doc, at) {
		return change{}, false
	}
	c := manuscript.Insert(sel, text)
	c.Mode = typing
	return c, true
}

// harmless says whether a character behind a letter is never part of a mark.
func harmless(c rune) bool {
	switch {
	case c < utf8.RuneSelf:
		return unicode.IsLetter(c) || unicode.IsDigit(c) || strings.ContainsRune(",.;%/?()", c)
	case c == '\u3000' || c == '：' || c == '｛' || c == '｝':
		return false
	}
	return unicode.IsLetter(c) || bulletins.IsHan(c)
}

func allHarmless(text string) bool {
	for _, c := range text {
		if !harmless(c) {
			return false
		}
	}
	return text != ""
}

// follows says whether harmless characters may follow a line: there is a letter on it,
// and only a space, digits and harmless marks behind that. What opens a line may be a
// number of a list.
func follows(line string) bool {
	if strings.HasSuffix(line, " ") {
		line = line[:len(line)-1]
	}
	for line != "" {
		c, n := utf8.DecodeLastRuneInString(line)
		if unicode.IsLetter(c) {
			return true
		}
		if !harmless(c) {
			return false
		}
		line = line[:len(line)-n]
	}
	return false
}

// inWords says whether an offset stands in or at the end of text of a paragraph or a
// heading that stands in the source as it is shown.
func inWords(doc *bulletins.Document, at int) bool {
	if len(doc.Blocks) == 0 {
		return false
	}
	i := topBefore(doc, at)
	var spans []bulletins.Span
	switch b := doc.Blocks[i].Block.(type) {
	case *bulletins.Paragraph:
		spans = b.Spans
	case *bulletins.Heading:
		spans = b.Spans
	default:
		return false
	}
	at -= doc.Starts[i]
	for k := range spans {
		s := &spans[k]
		if s.Start <= at && at <= s.End && s.Kind == bulletins.TextSpan && len(s.Text) == s.End-s.Start {
			return s.Start < at && (at < s.End || k == len(spans)-1)
		}
		if k == len(spans)-1 && s.Kind == bulletins.TextSpan && at == s.End+1 && len(s.Text) == s.End-s.Start {
			return doc.Text[doc.Starts[i]+s.End] == ' '
		}
	}
	return false
}
