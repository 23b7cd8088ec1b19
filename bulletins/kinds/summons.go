package kinds

import (
	"strconv"
	"strings"

	"safety365/bulletins"
	"safety365/bulletins/layout"
)

// summonsNotice calls those answerable to a talk about grave problems (约谈通知书). Like a
// warning letter it is an official document; what those summoned must know stands in
// labelled lines behind its opening.
var summonsNotice = Kind{
	Name: "summons-notice", Group: Official, Languages: chineseOnly, Theme: "gbt9704",
	Fields: []string{"issuer", "masthead", "number", "title", "to", "ground", "summoned", "summoner", "event_date", "time", "venue", "matters",
		"bring", "reply_by", "contact", "attachments", "signature", "published", "seal", "seal_image", "stamp", "note", "cc", "printed_by",
		"printed", "letterhead", "last_side", "classification", "urgency", "copy_no", "signer"},
	Own: with(officialOwn, fieldsOf{
		"ground":   texts,  // the rules that it rests on
		"summoned": people, // who is to come; a text may be a unit or a post
		"summoner": people, // who holds the talk
		"matters":  texts,  // what it is about
		"bring":    texts,  // what those summoned bring
	}), shaped: true,
	head: officialHead, middle: summonsFacts, close: officialClose, place: officialImprint,
	check: checkSummons, review: reviewOfficial,
}

// summonsFacts are who is summoned, by whom, when, where, why and what to bring.
func summonsFacts(a *article) []layout.Block {
	return a.facts("meetingfact", []fact{
		{"summons-ground", a.counted("ground")},
		{"summons-summoned", a.everybody("summoned")}, {"summons-summoner", a.everybody("summoner")},
		{"summons-when", a.when()}, {"summons-where", a.where()},
		{"summons-matters", a.counted("matters")}, {"summons-bring", a.counted("bring")},
		{"summons-reply", a.day("reply_by")}, {"meeting-contact", a.names("contact")},
	})
}

// counted is a list in lines, numbered if there are several.
func (a *article) counted(key string) string {
	lines := a.list(key)
	if len(lines) < 2 {
		return strings.Join(lines, "")
	}
	for i, line := range lines {
		lines[i] = a.phrase("counted-entry", "n", strconv.Itoa(i+1), "text", line)
	}
	return strings.Join(lines, "\n")
}

// summonsNeeds are what a summons must say to be followed: who comes, when, where, about
// what. Without the rest it can be, but those summoned may well ask.
var summonsNeeds = []struct {
	key      string
	severity bulletins.Severity
}{
	{"summoned", bulletins.Error}, {"event_date", bulletins.Error}, {"time", bulletins.Error}, {"venue", bulletins.Error}, {"matters", bulletins.Error},
	{"ground", bulletins.Warning}, {"summoner", bulletins.Warning}, {"bring", bulletins.Warning}, {"contact", bulletins.Warning},
}

// checkSummons looks at the particulars of a summons (《安全生产约谈实施办法（试行）》,
// 安委〔2018〕2号: those summoned are told of reason, time, place, who takes part and what to
// hand in, in good time and in writing).
func checkSummons(meta *bulletins.Meta, report func(bulletins.Diagnostic)) {
	checkOfficial(meta, report)
	for _, need := range summonsNeeds {
		hour := need.key == "time" && strings.Contains(meta.Text("event_date"), "T")
		if !hour && lacks(meta, need.key) {
			report(problem(need.severity, "summons-missing", meta.Values[need.key].Range, "key", need.key))
		}
	}
	if before(meta, "event_date", "published") {
		report(problem(bulletins.Error, "summons-before-notice", meta.Values["event_date"].Range))
	}
}
