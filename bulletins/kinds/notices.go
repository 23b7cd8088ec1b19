package kinds

import (
	"regexp"
	"slices"
	"strings"

	"safety365/bulletins"
	"safety365/bulletins/layout"
	"safety365/bulletins/page"
)

// The English notices: a band that says what it is, the title, the facts, the text under
// fixed headings. An alert asks for action at once, a notice within a reasonable time
// (HSE); a flash tells what happened and what was learnt, without names (IMCA).

var (
	englishOnly    = []string{"en"}
	indonesianOnly = []string{"id"}
)

var noticeFields = []string{"title", "number", "published", "sector", "audience", "issuer", "lead", "attachments", "contact", "review"}

// noticeNeeds are what a notice is filed under.
var noticeNeeds = []string{"number", "published", "contact"}

var safetyAlert = Kind{
	Name: "safety-alert", Group: English, Languages: englishOnly, Theme: "alert-en", Fields: noticeFields, needs: noticeNeeds,
	head: noticeHead("danger"), close: noticeClose, review: needsHeading("action"),
}

var safetyNotice = Kind{
	Name: "safety-notice", Group: English, Languages: englishOnly, Theme: "alert-en", Fields: noticeFields, needs: noticeNeeds,
	head: noticeHead("warning"), close: noticeClose, review: needsHeading("action"),
}

var safetyFlash = Kind{
	Name: "safety-flash", Group: English, Languages: englishOnly, Theme: "alert-en", Fields: noticeFields,
	head: noticeHead("info"), close: noticeClose, review: reviewFlash,
}

// noticeHead sets the band in a tone of the theme, the title, the facts and the lead.
func noticeHead(tone string) func(a *article) []layout.Block {
	return func(a *article) []layout.Block {
		out := []layout.Block{a.band(tone, a.phrase("band-"+a.scene.kind.Name), a.text("number"))}
		out = append(out, a.headline()...)
		out = append(out, a.factTable(
			pair{"notice-date", printedDate(a.scene.lang, a.text("published"))},
			pair{"notice-sector", a.text("sector")},
			pair{"notice-audience", a.names("audience")},
			pair{"notice-issuer", a.names("issuer")},
		)...)
		return append(out, a.lines("lead", a.text("lead"))...)
	}
}

// band is the line that says what a notice is, with its number at the right.
func (a *article) band(tone, words, number string) layout.Block {
	style := a.styles.theme.Style("bandtext")
	t := a.words(words, style)
	if number != "" {
		t.Inlines = append(t.Inlines, layout.Inline{Fill: true, Source: -1}, layout.Inline{Text: number, Style: a.styles.mark("bandnumber", style), Source: -1})
	}
	return &layout.Frame{Style: a.styles.theme.Style("band-" + tone), Tag: page.RoleSect, Blocks: []layout.Block{t}}
}

// noticeClose sets whom to ask, the attachments, and who signed the text off.
func noticeClose(a *article) []layout.Block {
	out := a.entries("attachments", true)
	out = append(out, a.pairs(pair{"contact", a.names("contact")})...)
	out = append(out, a.pairs(
		pair{"review-first", a.within("review", "first")},
		pair{"review-second", a.within("review", "second")},
		pair{"review-final", a.within("review", "final")})...)
	if len(out) == 0 {
		return nil
	}
	return []layout.Block{&layout.Frame{Style: a.styles.block("apparatusblock", "apparatus"), Blocks: append([]layout.Block{a.rule()}, out...)}}
}

// needsHeading reports a text without a heading that holds a word.
func needsHeading(word string) func(*bulletins.Document, func(bulletins.Diagnostic)) {
	return func(doc *bulletins.Document, report func(bulletins.Diagnostic)) {
		has := func(top *bulletins.TopBlock) bool {
			h, ok := top.Block.(*bulletins.Heading)
			return ok && strings.Contains(strings.ToLower(bulletins.PlainText(h.Spans)), word)
		}
		if len(doc.Blocks) > 0 && !slices.ContainsFunc(doc.Blocks, has) {
			report(problem(bulletins.Warning, "notice-heading", bulletins.Range{Start: doc.Starts[0], End: doc.Starts[0]}, "word", word))
		}
	}
}

// telling are what makes people and places known: dates, times, names with a title.
var telling = regexp.MustCompile(`\b\d{1,2}[:.]\d{2}\s*(?:a\.?m\.?|p\.?m\.?|hrs?|hours)?\b|\b\d{1,2}(?:st|nd|rd|th)? (?:January|February|March|April|May|June|July|August|September|October|November|December)\b|\b(?:January|February|March|April|May|June|July|August|September|October|November|December) \d{1,2}\b|\b(?:Mr|Mrs|Ms|Miss|Dr|Capt)\.? [A-Z][a-z]+`)

// reviewFlash reports what a flash must not tell, and headings that it lacks.
func reviewFlash(doc *bulletins.Document, report func(bulletins.Diagnostic)) {
	for i, top := range doc.Blocks {
		for _, found := range telling.FindAllStringIndex(top.Source, -1) {
			at := bulletins.Range{Start: doc.Starts[i] + found[0], End: doc.Starts[i] + found[1]}
			report(problem(bulletins.Warning, "flash-anonymous", at, "text", top.Source[found[0]:found[1]]))
		}
	}
	for _, word := range []string{"happened", "why", "learn", "action"} {
		needsHeading(word)(doc, report)
	}
}
