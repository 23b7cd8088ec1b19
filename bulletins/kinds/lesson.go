package kinds

import (
	"regexp"
	"strconv"

	"safety365/bulletins"
	"safety365/bulletins/layout"
)

var (
	lessonFields = []string{"title", "aim", "audience", "speakers", "event_date", "time", "duration", "venue", "sector", "issuer", "source", "editor", "review"}
	lessonOwn    = fieldsOf{"aim": texts, "duration": text}
)

// firstLesson is the lesson with which work begins again (开工第一课), with its sign-in
// sheet, commitment and quiz.
var firstLesson = Kind{
	Name: "first-lesson", Group: Warning, Theme: "warning-yellow", Fields: lessonFields, Own: lessonOwn,
	head: lessonHead, close: signalClose, place: placeStripe, check: checkLesson,
	review: func(doc *bulletins.Document, report func(bulletins.Diagnostic)) {
		checkLessonParts(doc, firstLessonParts, report)
	},
}

// lesson is any lesson on safety.
var lesson = Kind{
	Name: "lesson", Group: Warning, Theme: "warning-yellow", Fields: lessonFields, Own: lessonOwn,
	head: lessonHead, close: signalClose, place: placeStripe, check: checkLesson,
	review: func(doc *bulletins.Document, report func(bulletins.Diagnostic)) {
		checkLessonParts(doc, firstLessonParts[:2], report)
	},
}

// lessonHead sets title and plan.
func lessonHead(a *article) []layout.Block {
	out := a.lines("kicker", a.joined("part-join", a.names("issuer"), a.text("sector")))
	out = append(out, a.headline()...)
	return append(out, a.particulars(
		particular{"lesson-aim", a.joined("clause-join", a.list("aim")...), false},
		particular{"lesson-audience", a.names("audience"), false},
		particular{"lesson-speaker", a.everybody("speakers"), true},
		particular{"lesson-duration", a.text("duration"), true},
		particular{"lesson-when", a.when(), true},
		particular{"lesson-where", a.where(), true},
	)...)
}

// checkLesson looks at the plan of a lesson.
func checkLesson(meta *bulletins.Meta, report func(bulletins.Diagnostic)) {
	for _, need := range []struct{ key, code string }{{"aim", "lesson-aim-missing"}, {"audience", "lesson-audience-missing"}} {
		if len(filled(meta.List(need.key))) == 0 {
			report(problem(bulletins.Warning, need.code, meta.Values[need.key].Range))
		}
	}
}

// lessonPart is a part of a lesson: words that name it, or the block that it is.
type lessonPart struct {
	code      string
	words     *regexp.Regexp
	directive string
}

// firstLessonParts are those of a first lesson; the first two are those of every lesson.
var firstLessonParts = []lessonPart{
	{"lesson-case", regexp.MustCompile(`(?i)案例|\bcase\b|\bkasus\b`), ""},
	{"lesson-quiz", nil, "quiz"},
	{"lesson-signin", nil, "sign-in"},
	{"lesson-commitment", regexp.MustCompile(`(?i)承诺|承諾|commitment|pledge|komitmen`), ""},
}

// fewestPoints and mostPoints are how many points people keep from one lesson.
const fewestPoints, mostPoints = 5, 7

// checkLessonParts says which parts of a lesson are missing, and whether it has more
// points than people keep.
func checkLessonParts(doc *bulletins.Document, parts []lessonPart, report func(bulletins.Diagnostic)) {
	end := bulletins.Range{Start: len(doc.Text), End: len(doc.Text)}
	for _, part := range parts {
		there := false
		for _, top := range doc.Blocks {
			there = there || part.words != nil && part.words.MatchString(top.Source) || part.directive != "" && holds(top.Block, part.directive)
		}
		if !there {
			report(problem(bulletins.Warning, part.code, end))
		}
	}
	for i, top := range doc.Blocks {
		d, ok := top.Block.(*bulletins.Directive)
		if !ok || d.Name != "measures" {
			continue
		}
		if n := measureCount(d); n < fewestPoints || n > mostPoints {
			report(problem(bulletins.Warning, "lesson-points", bulletins.Range{Start: doc.Starts[i], End: doc.Starts[i] + len("::: measures")},
				"count", strconv.Itoa(n), "from", strconv.Itoa(fewestPoints), "to", strconv.Itoa(mostPoints)))
		}
		return
	}
	report(problem(bulletins.Warning, "lesson-points-missing", end))
}

// holds says whether a block is a directive of a name, or has one in it.
func holds(b bulletins.Block, name string) bool {
	d, ok := b.(*bulletins.Directive)
	if !ok {
		return false
	}
	if d.Name == name {
		return true
	}
	for _, inner := range d.Blocks {
		if holds(inner, name) {
			return true
		}
	}
	return false
}
