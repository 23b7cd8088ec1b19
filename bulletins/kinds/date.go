package kinds

import (
	"strconv"
	"strings"

	"safety365/assets"
	"safety365/bulletins"
)

// printedDate returns a date as it is printed in a language; what is no date comes
// back as it is typed. A time of day is left out: on paper nobody asks for it.
func printedDate(lang, typed string) string {
	typed = strings.TrimSpace(typed)
	t, ok := bulletins.ParseDate(typed)
	if !ok {
		return typed
	}
	return assets.Phrase(lang, "date",
		"year", strconv.Itoa(t.Year()),
		"month", assets.Phrase(lang, "month-"+strconv.Itoa(int(t.Month()))),
		"day", strconv.Itoa(t.Day()))
}

// PrintedDate is a date such as 2026-03-05 as it is printed in a language; what is no
// date comes back as it is.
func PrintedDate(lang, typed string) string {
	if _, ok := bulletins.ParseDate(strings.TrimSpace(typed)); !ok {
		return typed
	}
	return printedDate(lang, typed)
}
