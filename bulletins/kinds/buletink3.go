package kinds

import (
	"strings"

	"safety365/bulletins/layout"
)

// buletinK3 is the bulletin of an Indonesian unit for safety and health at work.
var buletinK3 = Kind{
	Name: "buletin-k3", Group: Indonesian, Languages: indonesianOnly, Theme: "k3-green",
	Fields: []string{"title", "subtitle", "series", "issuer", "published", "author", "lead", "editor", "review", "contact", "hotline", "rights"},
	head:   buletinHead, close: bulletinTail,
}

// buletinHead sets the masthead: name of the series, issue and date between rules.
func buletinHead(a *article) []layout.Block {
	name := a.within("series", "name")
	if name == "" {
		name = a.phrase("kind-buletin-k3")
	}
	out := a.lines("k3masthead", name)
	line := a.words(a.names("issuer"), a.styles.theme.Style("k3line"))
	parts := filled([]string{a.issue(), printedDate(a.scene.lang, a.text("published"))})
	line.Inlines = append(line.Inlines, layout.Inline{Fill: true, Source: -1}, layout.Inline{Text: strings.Join(parts, " · "), Source: -1})
	out = append(out, line)
	out = append(out, a.headline()...)
	out = append(out, a.lines("subtitle", a.text("subtitle"))...)
	out = append(out, a.lines("byline", a.names("author"))...)
	return append(out, a.lines("lead", a.text("lead"))...)
}

// issue is the number of an issue, in words.
func (a *article) issue() string {
	if n := a.within("series", "issue"); n != "" {
		return a.phrase("k3-issue", "n", n)
	}
	return ""
}
