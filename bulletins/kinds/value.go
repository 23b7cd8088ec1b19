package kinds

import (
	"strconv"
	"strings"
	"time"

	"safety365/assets"
	"safety365/bulletins"
)

// printedDay is a date with its day of the week; what is no date comes back as typed.
func printedDay(lang, typed string) string {
	t, ok := bulletins.ParseDate(strings.TrimSpace(typed))
	if !ok {
		return strings.TrimSpace(typed)
	}
	return assets.Phrase(lang, "date-weekday", "date", printedDate(lang, typed), "weekday", weekday(lang, t))
}

// weekday is the day of the week of a date.
func weekday(lang string, t time.Time) string {
	return assets.Phrase(lang, "weekday-"+strconv.Itoa(int(t.Weekday())))
}

// printedTime is a time of the day, from 14:30; what is none comes back as typed.
func printedTime(lang, typed string) string {
	typed = strings.TrimSpace(typed)
	t, err := time.Parse("15:04", typed)
	if err != nil {
		return typed
	}
	key, hour := "time-morning", t.Hour()
	if hour >= 12 {
		key = "time-afternoon"
	}
	if assets.Phrase(lang, "clock") == "12" {
		hour = (hour+11)%12 + 1
	}
	return assets.Phrase(lang, key, "hour", digits(lang, "hour-digits", hour), "minute", t.Format("04"))
}

// digits writes a number of at most two digits with as many as a phrase says.
func digits(lang, phrase string, n int) string {
	if assets.Phrase(lang, phrase) == "2" && n < 10 {
		return "0" + strconv.Itoa(n)
	}
	return strconv.Itoa(n)
}

// printedDays is a stretch of days. What they share is said once.
func printedDays(lang string, from, to time.Time) string {
	part := func(t time.Time, key string) string {
		return assets.Phrase(lang, key, "year", strconv.Itoa(t.Year()),
			"month", assets.Phrase(lang, "month-"+strconv.Itoa(int(t.Month()))), "day", strconv.Itoa(t.Day()))
	}
	switch {
	case from.Equal(to):
		return part(from, "date")
	case from.Year() != to.Year():
		return assets.Phrase(lang, "days", "from", part(from, "date"), "to", part(to, "date"))
	case from.Month() != to.Month():
		return assets.Phrase(lang, "days-year", "year", strconv.Itoa(from.Year()), "from", part(from, "date-month"), "to", part(to, "date-month"))
	}
	return assets.Phrase(lang, "days-month", "year", strconv.Itoa(from.Year()),
		"month", assets.Phrase(lang, "month-"+strconv.Itoa(int(from.Month()))), "from", strconv.Itoa(from.Day()), "to", strconv.Itoa(to.Day()))
}

// printedNumber is a number as text has it: Chinese counts whole and tenth parts of
// 万 from 10,000 on and never parts digits; the others part thousands.
func printedNumber(lang string, n int) string {
	if unit := assets.Phrase(lang, "ten-thousand"); unit != "" {
		if n >= 10_000 && n%1000 == 0 {
			return decimal(lang, strconv.FormatFloat(float64(n)/10_000, 'f', -1, 64)) + unit
		}
		return strconv.Itoa(n)
	}
	digits := strconv.Itoa(n)
	var groups []string
	for len(digits) > 3 {
		groups = append([]string{digits[len(digits)-3:]}, groups...)
		digits = digits[:len(digits)-3]
	}
	return strings.Join(append([]string{digits}, groups...), assets.Phrase(lang, "thousands"))
}

// printedMore is a number that is known to be exceeded, with its unit.
func printedMore(lang string, n int, unit string) string {
	return strings.TrimSpace(assets.Phrase(lang, "more-than", "n", printedNumber(lang, n), "unit", unit))
}

// printedPercent is a share, from 99.98.
func printedPercent(lang, typed string) string {
	return decimal(lang, strings.TrimSuffix(strings.TrimSpace(typed), "%")) + "%"
}

// printedRange is a range of numbers with its unit.
func printedRange(lang string, from, to int, unit string) string {
	return strings.TrimSpace(assets.Phrase(lang, "range", "from", printedNumber(lang, from), "to", printedNumber(lang, to), "unit", unit))
}

// decimal gives a number with a point the mark of a language.
func decimal(lang, n string) string {
	return strings.Replace(n, ".", assets.Phrase(lang, "decimal"), 1)
}
