package kinds

import (
	"slices"
	"strconv"
	"strings"

	"safety365/assets"
	"safety365/bulletins"
)

// riskRegister is the list of risks of a place, each of a level with its colour.
var riskRegister = Kind{
	Name: "risk-register", Group: Records, Fields: append(slices.Clone(listFields), "ledger"), Own: with(listOwn, fieldsOf{"ledger": external}),
	lists: []*list{&risks}, listed: true,
	head: listHead, close: listClose, check: checkList, review: reviewList,
}

var risks = list{
	columns: []string{"number", "risk-number", "risk-place", "risk", "consequence", "level", "control", "control-tier", "owner-unit", "owner", "phone", "emergency", "open-hazards", "remark"},
	needs:   []string{"risk-place", "risk", "level", "control", "owner"},
	filled:  []string{"risk", "level"},
	unique:  []string{"risk-number"},
	groups:  []string{"risk-place"},
	derived: []derived{{key: "open-hazards", pair: true, ours: func(string) bool { return true }, value: openHazards}},
	judge:   judgeRisk,
	whole:   wholeRisks,
	role:    riskRole,
	sum:     sumRisks,
}

// riskLevels are the four levels, the worst first; words-risk-… are their words.
var riskLevels = []string{"red", "orange", "yellow", "blue"}

// riskLevel is the colour that a word stands for; "" if none.
func riskLevel(word string) string {
	for _, level := range riskLevels {
		if wordIn(word, "words-risk-"+level) != "" {
			return level
		}
	}
	return ""
}

func riskRole(r *roll, key, text string) string {
	if level := riskLevel(text); key == "level" && level != "" {
		return "risk" + level
	}
	if key == "open-hazards" && strings.Trim(text, "0123456789") != "" {
		return "listalarm"
	}
	return ""
}

// judgeRisk reports a level that there is not, and a risk without what its level asks
// for (Work Safety Law, article 41: measures by levels).
func judgeRisk(r *roll, row int) {
	word := r.get(row, "level")
	level := riskLevel(word)
	if word != "" && level == "" {
		r.report(bulletins.Warning, "risk-level", row, "level", "value", word)
	}
	for _, key := range []string{"control", "owner"} {
		if r.get(row, key) != "" || !r.has(key) || key == "owner" && r.get(row, "owner-unit") != "" {
			continue
		}
		severity := bulletins.Warning
		if level == "red" {
			severity = bulletins.Error
		}
		r.report(severity, "risk-control", row, key, "level", word)
	}
	if _, late := failures(r, row); late > 0 && level == "red" {
		r.report(bulletins.Warning, "pair-late", row, "risk-number", "value", r.get(row, "risk-number"), "count", strconv.Itoa(late), "file", r.partner.file)
	}
}

// sumRisks counts them by their levels.
func sumRisks(r *roll) string {
	counts := map[string]int{}
	all := 0
	for row := range r.Rows {
		if r.item(row) {
			all++
			counts[riskLevel(r.get(row, "level"))]++
		}
	}
	if all == 0 {
		return ""
	}
	line := assets.Phrase(r.lang, "risk-sum", "all", strconv.Itoa(all))
	for _, level := range riskLevels {
		line += assets.Phrase(r.lang, "ledger-sum-part", "what", assets.Phrase(r.lang, "risk-"+level), "n", strconv.Itoa(counts[level]))
	}
	return line + assets.Phrase(r.lang, "sum-end")
}
