package kinds

import (
	"strings"

	"safety365/bulletins"
	"safety365/bulletins/layout"
	"safety365/bulletins/page"
)

// brief is an office's bulletin (简报): a masthead with the number of the issue, one or
// several articles, and a block at its end that says to whom it goes.
var brief = Kind{
	Name: "brief", Group: Official, Theme: "brief-red",
	Fields: []string{"masthead", "series", "issuer", "published", "classification", "copy_no", "editor_note", "title", "byline", "author",
		"report_to", "send_to", "issue_to", "copies", "editor", "review", "contact", "letterhead"},
	Own: fieldsOf{
		"masthead":    text,
		"editor_note": text,  // 编者按
		"report_to":   texts, // 报
		"send_to":     texts, // 送
		"issue_to":    texts, // 发
	},
	shaped: true, untitled: true,
	needs: []string{"issuer"},
	head:  briefHead, place: briefTail, tail: briefReviews, check: checkBrief, review: reviewBrief,
}

// Measures of a brief's masthead, from the upper edge of the sheet.
var (
	mastAt    = page.MM(36_000)
	mastUpper = page.MM(20_000)
)

// briefHead sets the masthead, the issue below it, issuer and date above a red rule,
// the editor's note, and the title of its first article.
func briefHead(a *article) []layout.Block {
	s := a.metrics()
	out := a.corner(s.area.X, mastUpper, false)
	if words := a.text("classification"); words == "" {
		out = append(out, &layout.Fixed{At: page.Rect{X: s.area.X, Y: mastUpper, W: s.area.W / 2}, Blocks: a.lines("headurgent", a.phrase("brief-internal"))})
	}
	name := a.text("masthead")
	if name == "" {
		name = a.within("series", "name")
	}
	mark, y := a.mark("masthead", []string{name}, "", mastAt)
	out = append(out, mark...)
	y += s.line / 2
	if issue := a.briefIssue(); issue != "" {
		out = append(out, &layout.Fixed{At: s.across(y, 0), Blocks: a.lines("mastissue", issue)})
		y += a.styles.theme.Style("mastissue").Leading
	}
	y += s.line / 3
	line := a.words(a.names("issuer"), a.styles.theme.Style("mastline"))
	line.Inlines = append(line.Inlines, layout.Inline{Fill: true, Source: -1}, layout.Inline{Text: printedDate(a.scene.lang, a.text("published")), Source: -1})
	out = append(out, &layout.Fixed{At: s.across(y, 0), Blocks: []layout.Block{line}})
	y += line.Style.Leading + page.MM(1_000)
	box := a.styles.theme.Style("mastrule").Box
	if !a.preprinted() {
		out = append(out, a.ruleAt("mastrule", s.area.X, y, s.area.W, box.Rule))
	}
	out = append(out, s.skip(y+box.Rule+s.line))
	if note := a.text("editor_note"); note != "" {
		t := a.words(a.phrase("editor-note"), a.styles.theme.Style("editornote"))
		t.Inlines[0].Style = a.styles.mark("editornotelabel", t.Style)
		t.Inlines = append(t.Inlines, layout.Inline{Text: note, Source: -1})
		out = append(out, t)
	}
	out = append(out, a.headline()...)
	return append(out, a.lines("byline", a.byWhom())...)
}

// byWhom is the by-line, or else the authors.
func (a *article) byWhom() string {
	if byline := a.text("byline"); byline != "" {
		return byline
	}
	return a.names("author")
}

// briefIssue is the number of the issue, and that of all issues if it is known.
func (a *article) briefIssue() string {
	issue, total := a.within("series", "issue"), a.within("series", "total")
	switch {
	case issue == "":
		return ""
	case total == "":
		return a.phrase("brief-issue", "issue", issue)
	}
	return a.phrase("brief-total", "issue", issue, "total", total)
}

// briefReviews sets who edited and reviewed.
func briefReviews(a *article) []layout.Block {
	return a.pairs(
		pair{"editor", a.names("editor")}, pair{"review-first", a.within("review", "first")},
		pair{"review-second", a.within("review", "second")}, pair{"review-final", a.within("review", "final")}, pair{"contact", a.names("contact")})
}

// briefTail sets to whom the brief goes and how many are printed, between rules, at the
// foot of its last page.
func briefTail(a *article, flow *layout.Flow) { flow.Imprint = a.imprinted(briefParts) }

func briefParts(a *article) []layout.Block {
	var entries []layout.Block
	for _, e := range []struct{ label, key string }{{"brief-report", "report_to"}, {"brief-send", "send_to"}, {"brief-distribute", "issue_to"}} {
		if words := a.joined("cc-join", a.list(e.key)...); words != "" {
			entries = append(entries, a.imprintEntry(a.phrase(e.label), words))
		}
	}
	var parts [][]layout.Block
	if len(entries) > 0 {
		parts = append(parts, entries)
	}
	if copies := a.text("copies"); copies != "" {
		parts = append(parts, []layout.Block{a.imprintLine(a.names("issuer"), a.phrase("brief-copies", "n", copies))})
	}
	return a.ruled(a.metrics(), parts)
}

// checkBrief looks at the particulars of a brief.
func checkBrief(meta *bulletins.Meta, report func(bulletins.Diagnostic)) {
	series := meta.Values["series"]
	if strings.TrimSpace(series.Map["issue"].Text) == "" {
		report(problem(bulletins.Warning, "brief-issue-missing", series.Range))
	}
	if strings.TrimSpace(meta.Text("masthead")) == "" && strings.TrimSpace(series.Map["name"].Text) == "" {
		report(problem(bulletins.Error, "brief-masthead", meta.Values["masthead"].Range))
	}
	checkDates(meta, report)
}

// reviewBrief looks at the text of a brief: it has an article.
func reviewBrief(doc *bulletins.Document, report func(bulletins.Diagnostic)) {
	for _, top := range doc.Blocks {
		switch b := top.Block.(type) {
		case *bulletins.Directive:
			if b.Name == "include" {
				return
			}
		case *bulletins.Heading:
			return
		}
	}
	if strings.TrimSpace(doc.Meta.Text("title")) == "" {
		report(problem(bulletins.Warning, "title-missing", doc.Meta.Values["title"].Range))
	}
}
