package kinds

import (
	"regexp"
	"strings"

	"safety365/bulletins"
)

// casePart is something that a case bulletin has, by words that name it in any language.
type casePart struct {
	name  string // the phrase with its full name
	words *regexp.Regexp
}

// caseHeadings are the six parts of an investigation report, in order (Decree 493 of
// the State Council, article 30).
var caseHeadings = []casePart{
	{"case-heading-1", regexp.MustCompile(`(?i)概况|概況|单位.*情况|單位.*情況|\b(?:organi[sz]ation|company|unit)\b.*\b(?:involved|concerned|profile)|profil|gambaran`)},
	{"case-heading-2", regexp.MustCompile(`(?i)经过|經過|救援|\bcourse\b|\brescue\b|kronologi|penyelamatan`)},
	{"case-heading-3", regexp.MustCompile(`(?i)伤亡|傷亡|损失|損失|casualt|\bloss(?:es)?\b|korban|kerugian`)},
	{"case-heading-4", regexp.MustCompile(`(?i)原因|\bcauses?\b|penyebab`)},
	{"case-heading-5", regexp.MustCompile(`(?i)责任|責任|处理|處理|responsib|accountab|tanggung jawab`)},
	{"case-heading-6", regexp.MustCompile(`(?i)防范|防範|整改|prevent|corrective|pencegahan|perbaikan`)},
}

// caseParts are what a case bulletin for teaching has besides.
var caseParts = []casePart{
	{"case-part-direct", regexp.MustCompile(`(?i)直接原因|\b(?:direct|immediate) causes?\b|penyebab langsung`)},
	{"case-part-indirect", regexp.MustCompile(`(?i)间接原因|間接原因|\b(?:indirect|underlying) causes?\b|penyebab tidak langsung`)},
	{"case-part-management", regexp.MustCompile(`(?i)管理(?:上的)?(?:原因|缺陷|问题|問題)|\bmanagement (?:causes?|failings?)\b|penyebab manajemen`)},
	{"case-part-lessons", regexp.MustCompile(`(?i)教训|教訓|\blessons?\b|pelajaran|hikmah`)},
	{"case-part-checklist", regexp.MustCompile(`(?m)^\s*[-*+] \[[ xX]\] `)},
	{"case-part-questions", regexp.MustCompile(`(?i)讨论|討論|思考|\bdiscuss|diskusi`)},
}

// checkCase looks at the facts of an accident: its level, and where they are from.
func checkCase(meta *bulletins.Meta, report func(bulletins.Diagnostic)) {
	accident := meta.Values["accident"]
	stated, computed := accident.Map["level"], computedLevel(meta)
	if level := oneLine(stated.Text); level != "" && computed != "" && level != computed {
		d := problem(bulletins.Error, "case-level", stated.Range, "stated", level, "computed", computed)
		if r := stated.Range; r.End-r.Start == len(level) {
			d.Fix = &bulletins.Fix{Range: r, Text: computed}
		}
		report(d)
	}
	if computed == "" && oneLine(stated.Text) == "" {
		report(problem(bulletins.Warning, "case-level-unknown", accident.Range))
	}
	if loss := accident.Map["loss"]; oneLine(loss.Text) != "" && placeholder(loss.Text) == nil {
		if _, ok := yuan(loss.Text); !ok {
			report(problem(bulletins.Warning, "case-loss", loss.Range, "value", oneLine(loss.Text)))
		}
	}
	if oneLine(meta.Text("source")) == "" {
		report(problem(bulletins.Warning, "case-source", meta.Values["source"].Range))
	}
	if before(meta, "published", "event_date") {
		report(problem(bulletins.Error, "case-before-accident", meta.Values["published"].Range))
	}
}

// reviewCase looks at the text of a case bulletin: its six headings and their order,
// its other parts, and names that it gives away.
func reviewCase(doc *bulletins.Document, report func(bulletins.Diagnostic)) {
	checkCaseHeadings(doc, report)
	for _, part := range caseParts {
		there := false
		for _, top := range doc.Blocks {
			there = there || part.words.MatchString(top.Source)
		}
		if !there {
			report(problem(bulletins.Warning, "case-part", bulletins.Range{Start: len(doc.Text), End: len(doc.Text)}, "part", phraseOf(doc, part.name)))
		}
	}
	checkAnonymous(doc, report)
}

// checkCaseHeadings reports headings that are missing, or stand before one that they
// come after.
func checkCaseHeadings(doc *bulletins.Document, report func(bulletins.Diagnostic)) {
	next, seen := 0, make([]bool, len(caseHeadings))
	for i, top := range doc.Blocks {
		words, ok := headingWords(top.Block)
		if !ok {
			continue
		}
		for k, h := range caseHeadings {
			if seen[k] || !h.words.MatchString(words) {
				continue
			}
			if seen[k] = true; k < next {
				at := bulletins.Range{Start: doc.Starts[i], End: doc.Starts[i] + len(strings.SplitN(top.Source, "\n", 2)[0])}
				report(problem(bulletins.Warning, "case-heading-order", at, "heading", phraseOf(doc, h.name), "after", phraseOf(doc, caseHeadings[next-1].name)))
			}
			next = max(next, k+1)
			break
		}
	}
	for k, there := range seen {
		if !there {
			report(problem(bulletins.Warning, "case-heading-missing", bulletins.Range{Start: len(doc.Text), End: len(doc.Text)}, "heading", phraseOf(doc, caseHeadings[k].name)))
		}
	}
}

// headingWords are the words of a main heading, typed as one or as 一、.
func headingWords(b bulletins.Block) (string, bool) {
	switch b := b.(type) {
	case *bulletins.Heading:
		return bulletins.PlainText(b.Spans), b.Level <= 2
	case *bulletins.Paragraph:
		return bulletins.PlainText(b.Spans), b.Level == 1
	}
	return "", false
}
