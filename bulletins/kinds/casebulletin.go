package kinds

import (
	"strconv"
	"strings"

	"safety365/bulletins"
	"safety365/bulletins/layout"
)

// caseOwn are the keys that only case bulletins have.
var caseOwn = fieldsOf{
	"accident": group(fieldsOf{
		"place": text, "unit": text, "type": text,
		"deaths":  whole,
		"injured": whole, // gravely: heavy injuries and acute industrial poisoning
		"loss":    text,  // direct, with its unit: 320万元
		"level":   choice(levelNames()...),
	}),
}

// caseBulletin tells of an accident so that it does not happen again (警示教育).
var caseBulletin = Kind{
	Name: "case-bulletin", Group: Warning, Theme: "warning-yellow",
	Fields: []string{"column", "series", "title", "subtitle", "issuer", "number", "published", "event_date", "time", "accident", "sector",
		"source", "lead", "editor", "review", "hotline", "contact", "attachments", "related"},
	Own:   caseOwn,
	needs: []string{"event_date"},
	head:  caseHead, close: caseClose, place: placeStripe, check: checkCase, review: reviewCase,
}

// caseHead sets kicker, title, issuer and date, and the box of facts.
func caseHead(a *article) []layout.Block {
	out := a.lines("kicker", a.joined("path-join", a.column(), a.series()))
	out = append(out, a.headline()...)
	out = append(out, a.lines("subtitle", a.text("subtitle"))...)
	out = append(out, a.lines("dateline", a.joined("part-join", a.names("issuer"), a.text("number"), printedDate(a.scene.lang, a.text("published"))))...)
	out = append(out, a.caseFacts()...)
	return append(out, a.lines("lead", a.text("lead"))...)
}

// caseFacts is the box of facts, the level computed if it is not stated.
func (a *article) caseFacts() []layout.Block {
	accident := bulletins.Meta{Values: a.meta.Values["accident"].Map}
	get := func(key string) string { return oneLine(accident.Text(key)) }
	level := get("level")
	if level == "" {
		level = computedLevel(a.meta)
	}
	if level != "" {
		level = a.phrase("level-" + level)
	}
	return a.particulars(
		particular{"case-date", a.day("event_date"), true},
		particular{"case-time", printedTime(a.scene.lang, a.text("time")), true},
		particular{"case-unit", get("unit"), false},
		particular{"case-place", get("place"), false},
		particular{"case-sector", a.text("sector"), true},
		particular{"case-type", get("type"), true},
		particular{"case-deaths", a.persons(get("deaths")), true},
		particular{"case-injured", a.persons(get("injured")), true},
		particular{"case-loss", get("loss"), true},
		particular{"case-level", level, true},
	)
}

// persons is a number of people with its unit.
func (a *article) persons(typed string) string {
	n, err := strconv.Atoi(typed)
	if err != nil {
		return typed
	}
	return strings.TrimSpace(a.phrase("persons", "n", printedNumber(a.scene.lang, n)))
}

// caseClose sets where the facts are from, and the apparatus.
func caseClose(a *article) []layout.Block {
	out := a.pairs(pair{"source-of-facts", a.text("source")})
	out = append(out, a.pairs(pair{"editor", a.names("editor")},
		pair{"review-first", a.within("review", "first")},
		pair{"review-second", a.within("review", "second")},
		pair{"review-final", a.within("review", "final")})...)
	out = append(out, a.pairs(pair{"warning-phone", a.text("hotline")}, pair{"contact", a.names("contact")})...)
	out = append(out, a.entries("attachments", true)...)
	return a.underRule(append(out, a.entries("related", false)...))
}
