package kinds

import (
	"regexp"
	"strconv"
	"strings"
	"time"

	"safety365/bulletins"
)

// trainingLevels is the table of a training card: what was taught at each level, for how
// many class hours, when, by whom, and what came of it.
var trainingLevels = list{
	columns: []string{"training-level", "training-content", "hours", "trained-on", "trained-to", "trainer", "score", "examiner", "trainee-sign", "remark"},
	needs:   []string{"training-level", "training-content", "hours", "trained-on", "trainer"},
	filled:  []string{"training-level", "training-content", "hours"},
	dates:   []string{"trained-on", "trained-to"},
	unique:  []string{"training-level"},
	parts:   map[string]int{"training-content": 6, "trainer": 2, "examiner": 2, "trainee-sign": 3},
	derived: []derived{{key: "score", value: blank}, {key: "examiner", value: blank}, {key: "trainee-sign", value: blank}},
	judge:   judgeTraining,
	whole:   checkTraining,
}

func blank(*roll, int) string { return "" }

// tiers are the three levels of training, from the top; words-training-… are their words.
var tiers = []string{"company", "workshop", "team"}

// tierOf is the level that a row is of, as an index of tiers; -1 if none.
func tierOf(r *roll, row int) int {
	for i, tier := range tiers {
		if wordIn(r.get(row, "training-level"), "words-training-"+tier) != "" {
			return i
		}
	}
	return -1
}

// classHours reads how many hours a row says, in tenths: 8, 8学时, 1.5 hours.
func classHours(r *roll, row int) (int, bool) {
	number := leadingNumber.FindString(r.get(row, "hours"))
	hours, err := strconv.ParseFloat(number, 64)
	return int(hours*10 + 0.5), err == nil
}

var leadingNumber = regexp.MustCompile(`^\d{1,4}(?:\.\d)?`)

// judgeTraining looks at a level: whether it is one, its hours, its days.
func judgeTraining(r *roll, row int) {
	if word := r.get(row, "training-level"); word != "" && tierOf(r, row) < 0 {
		r.report(bulletins.Warning, "training-level", row, "training-level", "value", word)
	}
	if hours := r.get(row, "hours"); hours != "" {
		if _, ok := classHours(r, row); !ok {
			r.report(bulletins.Warning, "training-hours-form", row, "hours", "value", hours)
		}
	}
	begun, ok := r.date(row, "trained-on")
	if ended, has := r.date(row, "trained-to"); ok && has && ended.Before(begun) {
		r.report(bulletins.Error, "training-order", row, "trained-to", "before", r.name("trained-on"))
	}
	if last := lastDay(r, row); !r.day.IsZero() && last.After(r.day) {
		r.report(bulletins.Error, "training-future", row, "trained-on")
	}
}

// lastDay is the day on which a level ended; zero if it does not say.
func lastDay(r *roll, row int) time.Time {
	if t, ok := r.date(row, "trained-to"); ok {
		return t
	}
	t, _ := r.date(row, "trained-on")
	return t
}

// hourRule is how many class hours new workers are trained at least, by what their
// enterprise does. Those who change their post or come back after a year are trained
// again by workshop and team, however long that takes.
type hourRule struct {
	sectors *regexp.Regexp // nil: all
	total   int
	tiers   [3]int // of each level; 0: not laid down
	code    string // the message with its ground
}

// hourRules are the rules; the first that is for a sector holds. 24 and 72 hours are
// those of 《生产经营单位安全培训规定》, article 13; those of building sites of 《建筑业企业职工安全
// 培训教育暂行规定》 (建教〔1997〕83号).
var hourRules = []hourRule{
	{regexp.MustCompile(`(?i)矿|礦|煤|危险化学品|危險化學品|危化|烟花|煙花|爆竹|冶炼|冶煉|\bcoal|\bmin(?:e|es|ing)\b|hazardous chem|firework|smelt|tambang|batu ?bara|bahan kimia berbahaya|kembang api|peleburan`), 72, [3]int{}, "training-hours-major"},
	{regexp.MustCompile(`(?i)建筑|建築|施工|construction|building|konstruksi|bangunan`), 50, [3]int{15, 15, 20}, "training-hours-building"},
	{nil, 24, [3]int{}, "training-hours"},
}

// checkTraining looks at all levels together: which are missing, whether they follow each
// other, whether their hours are enough.
func checkTraining(r *roll) {
	var rows [3]int // of the table, from 1
	total, counted, last := 0, true, -1
	for row := range r.Rows {
		if !r.item(row) {
			continue
		}
		tier := tierOf(r, row)
		if tier < 0 { // it is said of the row
			return
		}
		rows[tier] = row + 1
		hours, ok := classHours(r, row)
		total, counted = total+hours, counted && ok
		begun, dated := r.date(row, "trained-on")
		if last >= 0 && dated && begun.Before(lastDay(r, last)) {
			r.report(bulletins.Error, "training-order", row, "trained-on", "before", r.get(last, "training-level"))
		}
		last = row
	}
	again := r.ask.training == "transfer" || r.ask.training == "return"
	for tier, row := range rows {
		if row == 0 && !(again && tier == 0) {
			r.report(severityIn(r.lang), "training-tier", -1, "training-level", "tier", wordsOf(r.lang, "words-training-"+tiers[tier])[0])
		}
	}
	if again || !counted || last < 0 {
		return
	}
	rule := hourRules[len(hourRules)-1]
	for _, own := range hourRules {
		if own.sectors != nil && own.sectors.MatchString(r.ask.sector) {
			rule = own
			break
		}
	}
	for tier, least := range rule.tiers {
		if row := rows[tier] - 1; row >= 0 && least > 0 {
			if hours, _ := classHours(r, row); hours < 10*least {
				r.report(bulletins.Warning, rule.code, row, "hours", "hours", tenths(hours), "least", strconv.Itoa(least))
			}
		}
	}
	if rule.tiers == [3]int{} && total < 10*rule.total {
		r.report(severityIn(r.lang), rule.code, -1, "hours", "hours", tenths(total), "least", strconv.Itoa(rule.total))
	}
}

// severityIn is how grave it is to break a Chinese rule in a document of a language: in
// others than Chinese it may not apply.
func severityIn(lang string) bulletins.Severity {
	if strings.HasPrefix(lang, "zh") {
		return bulletins.Error
	}
	return bulletins.Warning
}

func tenths(n int) string { return strconv.FormatFloat(float64(n)/10, 'f', -1, 64) }
