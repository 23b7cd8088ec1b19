package intake

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// The forms of dates, each with names for its parts: year (of the Republic, r), month, day,
// hour, minute, second, the half of the day, and the zone of Indonesia.
var dateForms = func() (out []*regexp.Regexp) {
	const (
		clock = `(?P<h>\d{1,2})[:：时](?P<n>\d\d)分?(?:[:：](?P<s>\d\d))?`
		latin = `(?:[\s,|–-]+(?:(?:pukul|jam|at)\s+)?(?P<h>\d{1,2})[:.](?P<n>\d\d)(?:[:.](?P<s>\d\d))?(?:\s*(?P<p>[AaPp])\.?[Mm]\b\.?)?(?:\s*(?P<z>WIB|WITA|WIT|[A-Z]{2,4}T|UTC)\b)?)?`
		week  = `(?:[A-Z][a-z]+[’']?[a-z]*,?\s+)?`
		month = `(?P<o>[A-Z][A-Za-z]+)\.?`
		year  = `(?P<y>(?:19|20)\d\d)`
	)
	for _, form := range []string{
		`(?:` + year + `|(?:民国)?(?P<r>1[01]\d))\s*[-./年]\s*(?P<m>\d{1,2})\s*[-./月]\s*(?P<d>\d{1,2})日?(?:\s*[(（]?(?:星期|周)[一二三四五六日天][)）]?)?(?:[T\s]*` + clock + `)?(?:\s*(?P<z>WIB|WITA|WIT)\b)?`,
		week + `(?P<d>\d{1,2})(?:st|nd|rd|th)?\s+` + month + `,?\s+` + year + latin,
		week + month + `\s+(?P<d>\d{1,2})(?:st|nd|rd|th)?,?\s+` + year + latin,
		`(?P<a>\d{1,2})/(?P<b>\d{1,2})/` + year + latin,
	} {
		out = append(out, regexp.MustCompile(form))
	}
	return out
}()

// months by the first three letters of their English and Indonesian names.
var months = map[string]int{"jan": 1, "feb": 2, "mar": 3, "apr": 4, "may": 5, "mei": 5, "jun": 6, "jul": 7, "aug": 8, "agu": 8,
	"sep": 9, "oct": 10, "okt": 10, "nov": 11, "dec": 12, "des": 12}

// found is a date in a text, as ISO 8601 writes it, and where it stands.
type found struct {
	iso      string
	from, to int
}

// findDate returns the first date in a text in Simplified characters.
func findDate(s string) (found, bool) {
	if !strings.ContainsAny(s, "0123456789") {
		return found{}, false
	}
	for _, form := range dateForms {
		for _, at := range form.FindAllStringSubmatchIndex(s, -1) {
			before, _ := utf8.DecodeLastRuneInString(s[:at[0]])
			after, _ := utf8.DecodeRuneInString(s[at[1]:])
			part := func(name string) string {
				if n := 2 * form.SubexpIndex(name); n > 0 && at[n] >= 0 {
					return s[at[n]:at[n+1]]
				}
				return ""
			}
			if iso := isoDate(part); iso != "" && !unicode.IsDigit(before) && !unicode.IsDigit(after) {
				return found{iso, at[0], at[1]}, true
			}
		}
	}
	return found{}, false
}

// readDate returns a text that is a date, and nothing else, as ISO 8601 writes it, with
// the time if there is one; "" is no date.
func readDate(s string) string {
	s = arabic(strings.TrimSpace(s))
	if f, ok := findDate(s); ok && f.from == 0 && f.to == len(s) {
		return f.iso
	}
	return ""
}

// isoDate puts the parts of a date together. Of two numbers before the year one has to
// be too large for a month, unless the zone tells that the day comes first.
func isoDate(part func(name string) string) string {
	number := func(name string) int { n, _ := strconv.Atoi(part(name)); return n }
	y, m, d := number("y"), number("m"), number("d")
	if r := number("r"); r > 0 {
		y = 1911 + r
	}
	if name := part("o"); len(name) >= 3 {
		m = months[strings.ToLower(name[:3])]
	}
	switch a, b := number("a"), number("b"); {
	case a > 12, a > 0 && strings.HasPrefix(part("z"), "WI"):
		d, m = a, b
	case b > 12:
		d, m = b, a
	}
	h, n, s := number("h"), number("n"), number("s")
	switch half := strings.ToLower(part("p")); {
	case half == "p" && h < 12:
		h += 12
	case half == "a" && h == 12:
		h = 0
	}
	if m < 1 || m > 12 || d < 1 || d > 31 || h > 23 || n > 59 || s > 59 {
		return ""
	}
	out := fmt.Sprintf("%04d-%02d-%02d", y, m, d)
	switch {
	case part("s") != "":
		out += fmt.Sprintf("T%02d:%02d:%02d", h, n, s)
	case part("h") != "":
		out += fmt.Sprintf("T%02d:%02d", h, n)
	}
	return out
}

var hanDate = regexp.MustCompile(`^([〇零○一二三四五六七八九]{4})年([一二三四五六七八九十]{1,3})月([一二三四五六七八九十]{1,3})日$`)

// arabic writes a date in Chinese numerals in digits.
func arabic(s string) string {
	m := hanDate.FindStringSubmatch(s)
	if m == nil {
		return s
	}
	digit := func(r rune) int { return max(0, strings.IndexRune("〇一二三四五六七八九", r)) / len("〇") }
	year := 0
	for _, r := range m[1] {
		year = 10*year + digit(r)
	}
	small := func(s string) int {
		tens, ones, ten := strings.Cut(s, "十")
		switch {
		case !ten:
			return digit(firstRune(s))
		case tens == "":
			return 10 + digit(firstRune(ones))
		}
		return 10*digit(firstRune(tens)) + digit(firstRune(ones))
	}
	return fmt.Sprintf("%d年%d月%d日", year, small(m[2]), small(m[3]))
}
