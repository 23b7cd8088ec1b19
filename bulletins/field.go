package bulletins

import (
	"regexp"
	"slices"
	"strings"
	"time"
)

var (
	wholeNumber = regexp.MustCompile(`^[+-]?[0-9]{1,18}$`)
	truth       = map[string]bool{"true": true, "false": false, "yes": true, "on": true, "no": false, "off": false, "是": true, "否": false}
)

// problem says what is wrong with a single text as a value of the field: "" is
// nothing, else the end of a Diagnostic's code.
func (f Field) problem(text string) string {
	switch f.Type {
	case NumberField:
		return failing("number", wholeNumber.MatchString(text))
	case BoolField:
		_, ok := ParseBool(text)
		return failing("bool", ok)
	case DateField:
		_, ok := ParseDate(text)
		return failing("date", ok)
	case LanguageField:
		return failing("language", slices.Contains(Languages, text))
	case ChoiceField:
		return failing("choice", slices.Contains(f.Choices, text))
	case MapField: // a text is its name, if it has one
		if _, named := f.Fields["name"]; !named {
			return "type"
		}
	}
	return ""
}

func failing(code string, ok bool) string {
	if ok {
		return ""
	}
	return code
}

// dateForms are the forms of a date, of as many digits as the calendar needs.
var dateForms = []string{"2006-01-02", "2006-01-02T15:04", "2006-01-02T15:04:05"}

// ParseDate reads the value of a DateField.
func ParseDate(text string) (time.Time, bool) {
	for _, form := range dateForms {
		if len(text) == len(form) {
			t, err := time.Parse(form, text)
			return t, err == nil
		}
	}
	return time.Time{}, false
}

// ParseBool reads the value of a BoolField.
func ParseBool(text string) (value, ok bool) {
	value, ok = truth[strings.ToLower(text)]
	return value, ok
}

// nearest returns the known word that a mistyped one is likely to mean, or "".
func nearest(word string, known []string) string {
	best, limit := "", max(1, len([]rune(word))/3)+1
	for _, k := range known {
		if len(word) >= 3 && strings.HasPrefix(k, word) {
			return k
		}
		if d := distance([]rune(strings.ToLower(word)), []rune(strings.ToLower(k)), limit); d < limit {
			best, limit = k, d
		}
	}
	return best
}

// distance counts the insertions, deletions, replacements and swaps of neighbours
// that turn a into b, but not further than limit.
func distance(a, b []rune, limit int) int {
	if len(a)-len(b) >= limit || len(b)-len(a) >= limit || len(a) > 64 {
		return limit
	}
	var older, old []int
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := 1; i <= len(a); i++ {
		older, old, row = old, row, make([]int, len(b)+1)
		row[0] = i
		for j := 1; j <= len(b); j++ {
			cost := 1
			if a[i-1] == b[j-1] {
				cost = 0
			}
			row[j] = min(old[j]+1, row[j-1]+1, old[j-1]+cost)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				row[j] = min(row[j], older[j-2]+1)
			}
		}
	}
	return row[len(b)]
}
