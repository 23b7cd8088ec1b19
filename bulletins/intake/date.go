package intake

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
)

var (
	dateOnly   = regexp.MustCompile(timestamp.String() + `$`)
	dayFirst   = regexp.MustCompile(`^(?:[A-Z][a-z]+,?\s+)?(\d{1,2})\s+([A-Z][a-z]+)\.?\s+((?:19|20)\d\d)(?:[\s,|-]+(\d{1,2})[:.](\d\d)(?::(\d\d))?)?(?:\s*(?:WIB|WITA|WIT))?$`)
	monthFirst = regexp.MustCompile(`^(?:[A-Z][a-z]+,\s+)?([A-Z][a-z]+)\.?\s+(\d{1,2}),?\s+((?:19|20)\d\d)$`)
)

// months by the first three letters of their English and Indonesian names.
var months = map[string]int{"jan": 1, "feb": 2, "mar": 3, "apr": 4, "may": 5, "mei": 5, "jun": 6, "jul": 7, "aug": 8, "agu": 8,
	"sep": 9, "oct": 10, "okt": 10, "nov": 11, "dec": 12, "des": 12}

// readDate returns a date as ISO 8601 writes it, with the time if there is one; ""
// is no date.
func readDate(s string) string {
	s = strings.TrimSpace(s)
	var m []string
	switch {
	case dateOnly.MatchString(s):
		m = dateOnly.FindStringSubmatch(s)
	case dayFirst.MatchString(s):
		f := dayFirst.FindStringSubmatch(s)
		m = []string{"", f[3], month(f[2]), f[1], f[4], f[5], f[6]}
	case monthFirst.MatchString(s):
		f := monthFirst.FindStringSubmatch(s)
		m = []string{"", f[3], month(f[1]), f[2], "", "", ""}
	default:
		return ""
	}
	n := make([]int, 7)
	for i, text := range m[1:] {
		n[i+1], _ = strconv.Atoi(text)
	}
	if n[2] < 1 || n[2] > 12 || n[3] < 1 || n[3] > 31 || n[4] > 23 || n[5] > 59 || n[6] > 59 {
		return ""
	}
	out := fmt.Sprintf("%04d-%02d-%02d", n[1], n[2], n[3])
	switch {
	case m[6] != "":
		out += fmt.Sprintf("T%02d:%02d:%02d", n[4], n[5], n[6])
	case m[4] != "":
		out += fmt.Sprintf("T%02d:%02d", n[4], n[5])
	}
	return out
}

func month(name string) string {
	if len(name) < 3 {
		return ""
	}
	return strconv.Itoa(months[strings.ToLower(name[:3])])
}
