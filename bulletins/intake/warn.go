package intake

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
)

func itoa(n int) string { return strconv.Itoa(n) }

// observation is something about the finished text that a person should look at.
type observation struct {
	code    string
	lang    string // "zh", "id", "en", or "" for all
	observe func(d *draft, text string)
}

// observations are made over the body in Simplified characters, a paragraph a line.
var observations = []observation{
	{"no-title", "", (*draft).noTitle},
	{"event-year", "", (*draft).eventYear},
	{"no-origin", "", (*draft).noOrigin},
	{"spaces", "", (*draft).spacesInserted},
	{"long", "", (*draft).longParagraph},
	{"count", "", (*draft).announced},
	{"ordinals", "", (*draft).ordinals},
	{"quotation", "zh", (*draft).quotations},
	{"quote-stop", "zh", (*draft).quoteStop},
	{"repeated-verb", "zh", (*draft).repeatedVerb},
	{"person", "zh", (*draft).persons},
	{"missing-character", "zh", (*draft).missingCharacters},
}

// warn makes the observations, of texts that are new to us.
func (d *draft) warn() {
	if len(d.changes) == mostChanges {
		d.warnOf("many-changes", "count", itoa(mostChanges))
	}
	if d.front != "" {
		return
	}
	var b strings.Builder
	for _, i := range d.body() {
		if l := d.lines[i]; l.field == inBody {
			b.WriteString(simplify(l.text) + "\n")
		}
	}
	text := b.String()
	for _, o := range observations {
		if o.lang == "" || o.lang == d.lang[:2] {
			o.observe(d, text)
		}
	}
}

var firstQuotation = regexp.MustCompile(`“([^“”\n]{4,60})”`)

func (d *draft) noTitle(text string) {
	if d.value("title") != "" {
		return
	}
	if m := firstQuotation.FindStringSubmatch(text); m != nil {
		d.warnOf("no-title-suggested", "suggestion", m[1])
		return
	}
	d.warnOf("no-title")
}

var (
	chineseDay = regexp.MustCompile(`(年|度)?(\d{1,2}月\d{1,2}日)`)
	latinDay   = regexp.MustCompile(`(?i)\b(\d{1,2} (?:januari|februari|maret|april|mei|juni|juli|agustus|september|oktober|november|desember)|(?:january|february|march|april|may|june|july|august|september|october|november|december) \d{1,2})\b( (?:19|20)\d\d|, (?:19|20)\d\d)?`)
	someYear   = regexp.MustCompile(`(?:19|20)\d\d年`)
)

// eventYear reports the first day without a year, which is the event's as a rule.
func (d *draft) eventYear(text string) {
	opening := strings.SplitN(text, "\n", 2)[0]
	day := ""
	if d.isChinese() {
		if m := chineseDay.FindStringSubmatch(head(opening, 60)); m != nil && m[1] == "" {
			day = m[2]
		}
	} else if m := latinDay.FindStringSubmatch(head(opening, 160)); m != nil && m[2] == "" {
		day = m[1]
	}
	if day == "" {
		return
	}
	switch year := someYear.FindString(text); {
	case d.published() != "":
		d.warnOf("event-year-published", "date", day, "published", d.published())
	case year != "":
		d.warnOf("event-year-other", "date", day, "year", year)
	default:
		d.warnOf("event-year", "date", day)
	}
}

func (d *draft) published() string {
	for _, l := range d.lines {
		if l.field == "published" {
			date, _, _ := strings.Cut(readDate(l.text), "T")
			return date
		}
	}
	return ""
}

// noOrigin reports what is not said about where the text comes from.
func (d *draft) noOrigin(string) {
	if d.value("source") != "" || d.value("byline") != "" || d.value("author") != "" || slices.ContainsFunc(d.lines, func(l *line) bool { return l.field == "source" }) {
		return
	}
	if d.published() == "" {
		d.warnOf("no-origin-date")
		return
	}
	d.warnOf("no-origin")
}

func (d *draft) spacesInserted(text string) {
	if d.spaced == 0 {
		return
	}
	d.warnOf("spaces", "count", itoa(d.spaced))
	if n := strings.Count(text, "; "); n > 0 && afterSemicolon.MatchString(text) {
		d.warnOf("semicolon")
	}
}

var afterSemicolon = regexp.MustCompile(`; \p{Lu}`)
