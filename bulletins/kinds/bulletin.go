package kinds

import "safety365/bulletins/layout"

// bulletin is a titled article with its apparatus: the kind of a document that
// names none.
var bulletin = Kind{
	Name:  "bulletin",
	Group: General,
	Fields: []string{
		"title", "subtitle", "column", "series", "published", "source", "author", "byline", "lead",
		"editor", "review", "credit", "hotline", "contact", "attachments", "related", "copyright_notice", "rights", "site_imprint",
	},
	head:  bulletinHead,
	close: bulletinTail,
}

// bulletinHead sets column, title, subtitle, by-line, date and source, lead.
func bulletinHead(a *article) []layout.Block {
	out := a.lines("kicker", a.joined("path-join", a.column(), a.series()))
	out = append(out, a.headline()...)
	if subtitle := a.text("subtitle"); subtitle != "" {
		style := a.styles.theme.Style("subtitle")
		out = append(out, &layout.Text{Style: style, Lang: a.scene.lang, Inlines: a.halves([]layout.Inline{{Text: subtitle, Source: -1}}, style)})
	}
	var parts []string
	if date := a.text("published"); date != "" {
		parts = append(parts, printedDate(a.scene.lang, date))
	}
	if source := a.text("source"); source != "" {
		parts = append(parts, a.phrase("dateline-source", "source", source))
	}
	if author := a.names("author"); author != "" {
		parts = append(parts, a.phrase("dateline-author", "author", author))
	}
	byline, dateline := a.text("byline"), a.joined("part-join", parts...)
	if dateline == "" { // the last line of the head has the room below it
		byline, dateline = "", byline
	}
	out = append(out, a.lines("byline", byline)...)
	out = append(out, a.lines("dateline", dateline)...)
	lead := a.text("lead")
	if lead == "" {
		lead = a.text("abstract")
	}
	return append(out, a.lines("lead", lead)...)
}

// bulletinTail sets the apparatus below a thin rule.
func bulletinTail(a *article) []layout.Block {
	out := a.credits()
	out = append(out, a.pairs(
		pair{"editor", a.names("editor")},
		pair{"review-first", a.within("review", "first")},
		pair{"review-second", a.within("review", "second")},
		pair{"review-final", a.within("review", "final")})...)
	out = append(out, a.pairs(pair{"hotline", a.text("hotline")}, pair{"contact", a.names("contact")})...)
	out = append(out, a.entries("attachments", true)...)
	out = append(out, a.entries("related", false)...)
	out = append(out, a.lines("apparatus", a.rows("copyright_notice", "rights")...)...)
	out = append(out, a.lines("apparatus", a.list("site_imprint")...)...)
	if len(out) == 0 {
		return nil
	}
	return []layout.Block{&layout.Frame{Style: a.styles.block("apparatusblock", "apparatus"), Blocks: append([]layout.Block{a.rule()}, out...)}}
}
