package kinds

import (
	"regexp"
	"strconv"
	"strings"

	"safety365/bulletins"
)

// accidentLevel is a level of accidents with the numbers from which it holds, they
// themselves included; any one of them is enough.
type accidentLevel struct {
	name            string
	deaths, injured int
	loss            int64 // direct, in yuan
}

// accidentLevels are those of article 3 of the Regulations on the Reporting,
// Investigation and Handling of Work Safety Accidents (Decree 493 of the State Council,
// 2007), the gravest first. There 以上 includes the number and 以下 excludes it.
var accidentLevels = []accidentLevel{
	{"extraordinary", 30, 100, 100_000_000},
	{"major", 10, 50, 50_000_000},
	{"serious", 3, 10, 10_000_000},
	{"ordinary", 0, 0, 0},
}

func levelNames() []string {
	var out []string
	for _, l := range accidentLevels {
		out = append(out, l.name)
	}
	return out
}

// levelOf is the level of an accident.
func levelOf(deaths, injured int, loss int64) string {
	for _, l := range accidentLevels {
		if deaths >= l.deaths && l.deaths > 0 || injured >= l.injured && l.injured > 0 || loss >= l.loss {
			return l.name
		}
	}
	return ""
}

// computedLevel is the level of a document's accident; "" if it says no numbers.
func computedLevel(meta *bulletins.Meta) string {
	accident := bulletins.Meta{Values: meta.Values["accident"].Map}
	deaths, err := strconv.Atoi(oneLine(accident.Text("deaths")))
	injured, err2 := strconv.Atoi(oneLine(accident.Text("injured")))
	loss, ok := yuan(accident.Text("loss"))
	if err != nil && err2 != nil && !ok || deaths < 0 || injured < 0 {
		return ""
	}
	return levelOf(deaths, injured, loss)
}

// money finds an amount and the word for thousands, millions behind it.
var money = regexp.MustCompile(`(?i)([0-9][0-9.,]*)\s*(亿|億|千万|千萬|万|萬|billion|miliar|million|juta|thousand|ribu)?`)

// multiples are what those words stand for.
var multiples = map[string]float64{
	"亿": 1e8, "億": 1e8, "千万": 1e7, "千萬": 1e7, "万": 1e4, "萬": 1e4,
	"billion": 1e9, "miliar": 1e9, "million": 1e6, "juta": 1e6, "thousand": 1e3, "ribu": 1e3,
}

// foreign are marks of money that is not yuan, which has no limits here.
var foreign = regexp.MustCompile(`(?i)\b(?:USD|EUR|IDR|Rp)\b|\bRp|[$€]|美元|rupiah|dollars?\b|dolar`)

// yuan reads an amount of money in yuan: 320万元, 1.2亿元, CNY 3.2 million, 3,2 juta yuan.
func yuan(typed string) (int64, bool) {
	found := money.FindStringSubmatch(typed)
	if found == nil || foreign.MatchString(typed) {
		return 0, false
	}
	n, err := strconv.ParseFloat(plainNumber(strings.TrimRight(found[1], ".,")), 64)
	if err != nil || n > 1e12 {
		return 0, false
	}
	factor := multiples[strings.ToLower(found[2])]
	if factor == 0 {
		factor = 1
	}
	return int64(n*factor + 0.5), true
}

// grouped is a number whose thousands are parted.
var grouped = regexp.MustCompile(`^\d{1,3}(?:,\d{3})+(?:\.\d+)?$|^\d{1,3}(?:\.\d{3}){2,}(?:,\d+)?$`)

// plainNumber takes the marks between thousands away and makes the decimal mark a
// point. One mark alone with three digits behind it parts thousands if it is a comma.
func plainNumber(s string) string {
	if grouped.MatchString(s) {
		if comma := strings.IndexByte(s, ','); comma >= 0 && comma < strings.LastIndexByte(s, '.') || !strings.Contains(s, ".") {
			return strings.ReplaceAll(s, ",", "")
		}
		return strings.Replace(strings.ReplaceAll(s, ".", ""), ",", ".", 1)
	}
	return strings.Replace(s, ",", ".", 1)
}
