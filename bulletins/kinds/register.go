package kinds

import (
	"strconv"

	"safety365/assets"
	"safety365/bulletins"
)

// riskRegister is the list of risks of a place, each of a level with its colour.
var riskRegister = Kind{
	Name: "risk-register", Group: Records, Fields: listFields, Own: listOwn,
	lists: []*list{&risks},
	head:  listHead, close: listClose, check: checkList, review: reviewList,
}

var risks = list{
	columns: []string{"number", "risk-number", "risk-place", "risk", "consequence", "level", "control", "control-tier", "owner-unit", "owner", "phone", "emergency", "remark"},
	needs:   []string{"risk-place", "risk", "level", "control", "owner"},
	filled:  []string{"risk", "level"},
	unique:  []string{"risk-number"},
	groups:  []string{"risk-place"},
	judge:   judgeRisk,
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
