package kinds

import (
	"regexp"
	"strings"

	"safety365/bulletins"
	"safety365/bulletins/layout"
	"safety365/themes"
)

// letterFields are the front matter keys of letters to everybody.
var letterFields = []string{"title", "subtitle", "to", "issuer", "published", "campaign", "hotline", "contact", "editor", "review"}

// openLetter speaks to a group of people (致…的一封信).
var openLetter = Kind{
	Name: "open-letter", Group: Warning, Fields: letterFields,
	head: openLetterHead, close: openLetterClose, check: checkOpenLetter, review: checkAddress,
}

// appeal calls on people to do something (倡议书).
var appeal = Kind{
	Name: "appeal", Group: Warning, Fields: letterFields,
	head: openLetterHead, close: openLetterClose, check: checkOpenLetter, review: reviewAppeal,
}

// openLetterHead sets title and salutation.
func openLetterHead(a *article) []layout.Block {
	out := a.lines("kicker", a.within("campaign", "name"))
	out = append(out, a.headline()...)
	out = append(out, a.lines("subtitle", a.text("subtitle"))...)
	to := strings.TrimRight(strings.Join(a.list("to"), a.phrase("addressee-join")), "：:，,。.")
	if to == "" {
		return out
	}
	// A frame, so that the last line of the head keeps the salutation's own room.
	return append(out, &layout.Frame{Blocks: a.lines("salutation", a.phrase("salutation", "names", to))})
}

// openLetterClose sets issuers and date, and the apparatus.
func openLetterClose(a *article) []layout.Block {
	style := a.styles.theme.Style("lettersign")
	inner := a.styles.derive("line", style, func(own *themes.Style) {
		own.Before, own.After, own.Right = 0, 0, 0
		if own.Align == themes.Right {
			own.Align = themes.Center
		}
	})
	var out []layout.Block
	if lines := append(a.list("issuer"), printedDate(a.scene.lang, a.text("published"))); len(filled(lines)) > 0 {
		frame := &layout.Frame{Style: style, Natural: true, Place: style.Align}
		for _, line := range filled(lines) {
			frame.Blocks = append(frame.Blocks, a.words(line, inner))
		}
		out = append(out, frame)
	}
	more := a.pairs(pair{"hotline", a.text("hotline")}, pair{"contact", a.names("contact")})
	more = append(more, a.pairs(pair{"editor", a.names("editor")},
		pair{"review-first", a.within("review", "first")},
		pair{"review-second", a.within("review", "second")},
		pair{"review-final", a.within("review", "final")})...)
	return append(out, a.underRule(more)...)
}

// checkOpenLetter looks at whom a letter speaks to, and who signs it.
func checkOpenLetter(meta *bulletins.Meta, report func(bulletins.Diagnostic)) {
	for _, need := range []struct{ key, code string }{{"to", "letter-salutation"}, {"issuer", "letter-issuer"}, {"published", "letter-date"}} {
		if len(filled(meta.List(need.key))) == 0 {
			report(problem(bulletins.Warning, need.code, meta.Values[need.key].Range))
		}
	}
}

// addresses are ways to speak to readers that one letter does not mix, by language.
var addresses = []struct {
	lang  string
	forms []*regexp.Regexp
}{
	{"zh", []*regexp.Regexp{regexp.MustCompile(`[你妳]`), regexp.MustCompile(`您`)}},
	{"id", []*regexp.Regexp{regexp.MustCompile(`\bAnda\b`), regexp.MustCompile(`\bSaudara(?:-saudara|-saudari)?\b`), regexp.MustCompile(`\bBapak(?:/| dan )Ibu\b`), regexp.MustCompile(`(?i)\b(?:kamu|kalian|engkau)\b`)}},
	{"en", []*regexp.Regexp{regexp.MustCompile(`(?i)\byou(?:r|rs)?\b`), regexp.MustCompile(`(?i)\b(?:all )?(?:residents|workers|employees|citizens) (?:should|must|shall|are to)\b`)}},
}

// checkAddress reports that a letter speaks to its readers in two ways.
func checkAddress(doc *bulletins.Document, report func(bulletins.Diagnostic)) {
	for _, a := range addresses {
		if !strings.HasPrefix(doc.Lang, a.lang) {
			continue
		}
		first, used := "", -1
		for i, top := range doc.Blocks {
			for k, form := range a.forms {
				at := form.FindStringIndex(top.Source)
				if at == nil {
					continue
				}
				if found := top.Source[at[0]:at[1]]; used < 0 {
					first, used = found, k
				} else if used != k {
					report(problem(bulletins.Warning, "letter-address", bulletins.Range{Start: doc.Starts[i] + at[0], End: doc.Starts[i] + at[1]}, "first", first, "found", found))
					return
				}
			}
		}
	}
}

// fewestCalls is how many things an appeal calls for at least, in practice.
const fewestCalls = 3

// reviewAppeal looks at the calls of an appeal: numbered paragraphs, headings or entries
// of a list.
func reviewAppeal(doc *bulletins.Document, report func(bulletins.Diagnostic)) {
	checkAddress(doc, report)
	calls := 0
	for _, top := range doc.Blocks {
		switch b := top.Block.(type) {
		case *bulletins.Heading:
			calls++
		case *bulletins.Paragraph:
			if b.Level > 0 {
				calls++
			}
		case *bulletins.List:
			calls += len(b.Items)
		case *bulletins.Directive:
			calls += measureCount(b)
		}
	}
	if calls < fewestCalls {
		report(problem(bulletins.Warning, "appeal-calls", doc.Meta.Values["title"].Range))
	}
}

// measureCount is how many entries the lists of a block of measures have.
func measureCount(d *bulletins.Directive) int {
	n := 0
	for _, b := range d.Blocks {
		if l, ok := b.(*bulletins.List); ok && d.Name == "measures" {
			n += len(l.Items)
		}
	}
	return n
}
