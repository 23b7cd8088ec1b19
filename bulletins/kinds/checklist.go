package kinds

import (
	"strconv"

	"safety365/assets"
	"safety365/bulletins"
	"safety365/bulletins/layout"
)

// checklist is a form for a round: what is looked at, with boxes to tick, and who looked.
// Its tables need only say what is checked; numbers, boxes and room for what is found are
// added.
var checklist = Kind{
	Name: "checklist", Group: Records,
	Fields: []string{"title", "number", "issuer", "unit", "grid", "worker", "event_date", "time", "data", "sheet", "columns", "note"},
	Own:    with(listOwn, roundOwn),
	lists:  []*list{&checks}, listed: true,
	head: checklistHead, close: checklistClose, review: reviewList,
}

// roundOwn are the fields of a round at a unit.
var roundOwn = fieldsOf{
	"unit": text, "unit_address": text, "unit_head": people, "grid": text, "worker": people,
	"inspectors": people, "time_to": text, "advance_notice": truth, "opinion": text,
}

var checks = list{
	columns: []string{"number", "check-item", "check", "basis", "result", "finding", "photo", "remark"},
	needs:   []string{"check"},
	groups:  []string{"check-item"},
	least:   1,
	parts:   map[string]int{"check-item": 3, "check": 5, "basis": 4, "finding": 4, "remark": 2},
	derived: []derived{
		{key: "number", first: true, value: func(r *roll, row int) string { return strconv.Itoa(row + 1) }},
		{key: "result", ours: isResult, value: boxes},
		{key: "finding", value: func(*roll, int) string { return "" }},
	},
	judge: func(r *roll, row int) {
		if result := r.get(row, "result"); wordIn(result, "words-fail") != "" && r.get(row, "finding") == "" {
			r.report(bulletins.Warning, "check-finding", row, "finding")
		}
	},
	role: func(r *roll, key, text string) string {
		if key == "result" {
			return "tickcell"
		}
		return ""
	},
}

// results are what a check can come to, in the order of their boxes.
var results = []string{"pass", "fail", "na"}

func isResult(text string) bool { return wordIn(text, "words-pass", "words-fail", "words-na") != "" }

// boxes are the three boxes of a check, ticked as the result says.
func boxes(r *roll, row int) string {
	result := wordIn(r.get(row, "result"), "words-pass", "words-fail", "words-na")
	var args []string
	for _, key := range results {
		args = append(args, key, box(result == "words-"+key))
	}
	return assets.Phrase(r.lang, "result-boxes", args...)
}

func box(ticked bool) string {
	if ticked {
		return "■"
	}
	return "□"
}

func checklistHead(a *article) []layout.Block {
	out := a.headline()
	out = append(out, a.ends("listline", a.labelledLine("list-unit", a.names("issuer")), a.labelledLine("list-number", a.text("number")))...)
	return append(out, a.factGrid(
		pair{"round-unit", a.text("unit")}, pair{"round-grid", a.text("grid")},
		pair{"round-worker", a.everybody("worker")}, pair{"round-date", a.roundTime()},
	)...)
}

// roundTime is the day of a round and its hours.
func (a *article) roundTime() string {
	day, hours := printedDate(a.scene.lang, a.text("event_date")), a.text("time")
	if hours == "" || day == "" {
		return day + hours
	}
	if to := a.text("time_to"); to != "" {
		hours = a.phrase("hours", "from", hours, "to", to)
	}
	return a.phrase("round-time", "date", day, "hours", hours)
}

func checklistClose(a *article) []layout.Block {
	out := a.dataList()
	out = append(out, a.lines("listnote", a.text("note"))...)
	return append(out, a.signLine("round-sign-worker", "sign-date"), a.signLine("round-sign-unit", "sign-date"))
}
