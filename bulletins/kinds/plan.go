package kinds

import (
	"strings"

	"safety365/bulletins"
	"safety365/bulletins/layout"
)

// activityPlan is the plan of an activity (活动方案): what it is about, when, where and
// for whom, then its steps.
var activityPlan = Kind{
	Name: "activity-plan", Group: Official, Theme: "gbt9704",
	Fields: []string{"issuer", "title", "campaign", "event_date", "ends", "time", "venue", "audience", "organiser", "contact",
		"attachments", "published", "seal", "signature"},
	Own: fieldsOf{
		"ends":      date,  // the last day, of what takes several
		"organiser": texts, // 承办单位
	},
	shaped: true, needs: []string{"issuer"},
	head: plainHead, middle: planFacts, close: officialClose,
	check: checkPlan, review: reviewMeeting,
}

// planFacts are what an activity is about, when and where it is, and for whom.
func planFacts(a *article) []layout.Block {
	when := a.when()
	from, starts := bulletins.ParseDate(a.text("event_date"))
	if to, ends := bulletins.ParseDate(a.text("ends")); starts && ends && to.After(from) {
		when = printedDays(a.scene.lang, from, to)
	}
	return a.facts("meetingfact", []fact{
		{"plan-campaign", a.joined("part-join", a.within("campaign", "name"), a.within("campaign", "phase"))},
		{"plan-when", when}, {"meeting-where", a.where()}, {"plan-audience", a.names("audience")},
		{"plan-organiser", a.names("organiser")}, {"meeting-contact", a.names("contact")},
	})
}

// checkPlan looks at the dates of an activity.
func checkPlan(meta *bulletins.Meta, report func(bulletins.Diagnostic)) {
	from, starts := bulletins.ParseDate(strings.TrimSpace(meta.Text("event_date")))
	to, ends := bulletins.ParseDate(strings.TrimSpace(meta.Text("ends")))
	switch {
	case !starts && meta.Text("event_date") == "":
		report(problem(bulletins.Warning, "plan-date", meta.Values["event_date"].Range))
	case starts && ends && to.Before(from):
		report(problem(bulletins.Error, "plan-ends", meta.Values["ends"].Range))
	}
	if before(meta, "event_date", "published") {
		report(problem(bulletins.Error, "plan-before", meta.Values["event_date"].Range))
	}
}

// goodPractice tells of something done well, for others to do it too (典型经验).
var goodPractice = Kind{
	Name: "good-practice", Group: Official,
	Fields: []string{"column", "title", "subtitle", "unit", "sector", "published", "source", "author", "byline", "lead", "contact",
		"editor", "review", "credit", "attachments", "related", "rights"},
	Own:   fieldsOf{"unit": text}, // whose practice it is
	needs: []string{"unit"},
	head:  practiceHead, close: bulletinTail,
}

// practiceHead is that of an article, with whose practice it is in a box below.
func practiceHead(a *article) []layout.Block {
	out := bulletinHead(a)
	facts := a.facts("practicefact", []fact{{"practice-unit", a.text("unit")}, {"practice-sector", a.text("sector")}, {"meeting-contact", a.names("contact")}})
	if len(facts) == 0 {
		return out
	}
	return append(out, &layout.Frame{Style: a.styles.theme.Style("practicebox"), Blocks: facts})
}
