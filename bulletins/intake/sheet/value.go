package sheet

import (
	"regexp"
	"strconv"
	"strings"
	"time"
)

// countable are numbers to reckon with: no leading zeros, no telephone numbers, which
// have more than nine digits.
var countable = regexp.MustCompile(`^-?(0|[1-9]\d{0,8}|[1-9]\d{0,2}(,\d{3})+)(\.\d{1,8})?%?$`)

// numberValue reads a number, and the format that shows it as it was written.
func numberValue(s string) (float64, string, bool) {
	if !countable.MatchString(s) {
		return 0, "", false
	}
	bare, percent := strings.CutSuffix(strings.ReplaceAll(s, ",", ""), "%")
	v, err := strconv.ParseFloat(bare, 64)
	if err != nil {
		return 0, "", false
	}
	format := "0"
	if strings.Contains(s, ",") {
		format = "#,##0"
	}
	if _, decimals, ok := strings.Cut(bare, "."); ok {
		format += "." + strings.Repeat("0", len(decimals))
	}
	if percent {
		v, _ = strconv.ParseFloat(bare+"e-2", 64)
		format += "%"
	}
	return v, format, true
}

var isoForm = regexp.MustCompile(`^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2})?)?$`)

// dateValue reads a date as Read writes it, and its format.
func dateValue(s string) (time.Time, string, bool) {
	if !isoForm.MatchString(s) {
		return time.Time{}, "", false
	}
	layouts := map[int][2]string{
		10: {"2006-01-02", "yyyy-mm-dd"},
		16: {"2006-01-02T15:04", "yyyy-mm-dd hh:mm"},
		19: {"2006-01-02T15:04:05", "yyyy-mm-dd hh:mm:ss"},
	}
	l := layouts[len(s)]
	t, err := time.Parse(l[0], s)
	return t, l[1], err == nil && t.Year() >= 1901
}
