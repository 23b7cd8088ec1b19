package kinds

import (
	"slices"
	"strconv"
	"time"

	"safety365/assets"
	"safety365/bulletins"
	"safety365/bulletins/layout"
)

// rectificationLedger is the list of hazards and what became of them: found, assigned,
// rectified, re-inspected, closed.
var rectificationLedger = Kind{
	Name: "rectification-ledger", Group: Records,
	Fields: append(slices.Clone(listFields), "register", "look_back", "progress", "progress_from"),
	Own:    with(with(listOwn, progressFields), fieldsOf{"register": external, "look_back": choice("with", "only")}),
	lists:  []*list{&hazards}, listed: true,
	head: listHead, close: listClose, check: checkList, review: reviewList, part: ledgerPart,
}

// hazards are its columns.
var hazards = list{
	columns: []string{"number", "hazard-number", "risk-ref", "found-on", "finder", "unit", "place", "hazard", "level", "category", "measure",
		"owner-unit", "owner", "deadline", "funds", "plan", "done-on", "rechecker", "rechecked-on", "closed", "state", "overdue-days", "remark"},
	needs:  []string{"hazard", "level", "measure", "owner", "deadline"},
	filled: []string{"hazard"},
	dates:  []string{"found-on", "deadline", "done-on", "rechecked-on"},
	unique: []string{"hazard-number"},
	derived: []derived{
		{key: "state", ours: isState, value: printedState},
		{key: "overdue-days", file: true, ours: func(string) bool { return true }, value: overdueDays},
	},
	judge: func(r *roll, row int) { judgeHazard(r, row); judgeRef(r, row) },
	whole: wholeHazards,
	role:  hazardRole,
	sum:   sumHazards,
}

// states are what becomes of a hazard, in order; their names are the phrases state-….
var states = []string{"found", "assigned", "rectified", "rechecked", "closed"}

// stateOf is how far a hazard has come, as an index of states.
func stateOf(r *roll, row int) int {
	switch {
	case wordIn(r.get(row, "closed"), "words-yes") != "":
		return 4
	case r.get(row, "rechecked-on") != "":
		return 3
	case r.get(row, "done-on") != "":
		return 2
	case (r.get(row, "owner") != "" || r.get(row, "owner-unit") != "") && r.get(row, "deadline") != "":
		return 1
	}
	return 0
}

// late is by how many days a hazard that is not rectified is overdue, or one that is was.
func late(r *roll, row int) int {
	deadline, ok := r.date(row, "deadline")
	day, done := r.date(row, "done-on")
	if !done && stateOf(r, row) < 2 {
		day, done = r.day, !r.day.IsZero()
	}
	if !ok || !done || !day.After(deadline) {
		return 0
	}
	return int(day.Sub(deadline) / (24 * time.Hour))
}

func overdue(r *roll, row int) bool { return stateOf(r, row) < 2 && late(r, row) > 0 }

func isMajor(r *roll, row int) bool { return wordIn(r.get(row, "level"), "words-major") != "" }

// printedState words the state, and by how much it is overdue.
func printedState(r *roll, row int) string {
	if overdue(r, row) {
		return assets.Phrase(r.lang, "state-overdue", "n", strconv.Itoa(late(r, row)))
	}
	return assets.Phrase(r.lang, "state-"+states[stateOf(r, row)])
}

// isState says whether a text is a state as we word it.
func isState(text string) bool { return wordIn(text, "words-state") != "" || hasDays(text) }

func overdueDays(r *roll, row int) string {
	if n := late(r, row); n > 0 {
		return strconv.Itoa(n)
	}
	return ""
}

func hazardRole(r *roll, key, text string) string {
	switch {
	case key == "level" && wordIn(text, "words-major") != "", key == "state" && hasDays(text):
		return "listalarm"
	case key == "state" && wordIn(text, "words-closed") != "":
		return "listdone"
	}
	return ""
}

// majorNeeds are what the treatment of a major hazard must lay down (Order 16 of the
// State Administration of Work Safety, article 15).
var majorNeeds = []string{"measure", "owner", "deadline", "funds", "plan"}

// judgeHazard looks at a hazard: what a major one lacks, dates in the wrong order, one
// closed that nobody has looked at again.
func judgeHazard(r *roll, row int) {
	if isMajor(r, row) {
		for _, key := range majorNeeds {
			if r.get(row, key) == "" && (r.has(key) || key == "owner" || key == "deadline") {
				r.report(bulletins.Error, "ledger-major", row, key)
			}
		}
	} else if level := r.get(row, "level"); level != "" && wordIn(level, "words-general") == "" {
		r.report(bulletins.Warning, "ledger-level", row, "level", "value", level)
	}
	last := ""
	for _, key := range []string{"found-on", "done-on", "rechecked-on"} {
		now, ok := r.date(row, key)
		if !ok {
			continue
		}
		if before, had := r.date(row, last); last != "" && had && now.Before(before) {
			r.report(bulletins.Warning, "ledger-order", row, key, "before", r.name(last))
		}
		if !r.day.IsZero() && now.After(r.day) {
			r.report(bulletins.Warning, "ledger-future", row, key)
		}
		last = key
	}
	found, ok := r.date(row, "found-on")
	if deadline, has := r.date(row, "deadline"); ok && has && deadline.Before(found) {
		r.report(bulletins.Warning, "ledger-order", row, "deadline", "before", r.name("found-on"))
	}
	if stateOf(r, row) == 4 {
		if r.has("rechecked-on") && r.get(row, "rechecked-on") == "" || r.get(row, "done-on") == "" && r.has("done-on") {
			r.report(bulletins.Warning, "ledger-closed", row, "closed")
		}
	}
	if who := r.get(row, "rechecker"); who != "" && who == r.get(row, "owner") {
		r.report(bulletins.Warning, "ledger-same-person", row, "rechecker", "name", who)
	}
}

// tally is what a ledger adds up to.
type tally struct {
	all, major, overdue, majorOverdue int
	states                            [5]int
}

func tallyOf(r *roll) tally {
	var t tally
	for row := range r.Rows {
		if !r.item(row) {
			continue
		}
		t.all++
		t.states[stateOf(r, row)]++
		if isMajor(r, row) {
			t.major++
		}
		if overdue(r, row) {
			t.overdue++
			if isMajor(r, row) {
				t.majorOverdue++
			}
		}
	}
	return t
}

// sumHazards is the line of counts below the ledger.
func sumHazards(r *roll) string {
	t := tallyOf(r)
	if t.all == 0 {
		return ""
	}
	line := assets.Phrase(r.lang, "ledger-sum", "all", strconv.Itoa(t.all), "major", strconv.Itoa(t.major))
	for i, n := range t.states {
		if n > 0 {
			line += assets.Phrase(r.lang, "ledger-sum-part", "what", assets.Phrase(r.lang, "state-"+states[i]), "n", strconv.Itoa(n))
		}
	}
	if t.overdue > 0 {
		line += assets.Phrase(r.lang, "ledger-sum-overdue", "n", strconv.Itoa(t.overdue), "major", strconv.Itoa(t.majorOverdue))
	}
	return line + assets.Phrase(r.lang, "sum-end")
}

// ledgerPart is the ledger, its progress and the look-back report, as the front matter asks.
func ledgerPart(m *maker, t *layout.Table, r *roll) []layout.Block {
	ask := m.scene.roll
	var sheets []layout.Block
	if ask.progress != "" {
		sheets = append(sheets, progressSheet(m, r)...)
	}
	if ask.lookBack != "" {
		sheets = append(sheets, lookBack(m, r)...)
	}
	if (ask.lookBack == "only" || ask.progress == "only") && len(sheets) > 0 {
		return sheets
	}
	return append(append([]layout.Block{t}, m.sumLine(r)...), sheets...)
}
