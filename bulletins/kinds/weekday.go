package kinds

import (
	"regexp"
	"strconv"
	"strings"
	"time"

	"safety365/assets"
	"safety365/bulletins"
)

// Dates that name their day of the week, by language: year, month, day and the name.
var datedDays = []struct {
	form                      *regexp.Regexp
	year, month, day, weekday int
	langs                     []string
}{
	{regexp.MustCompile(`(?:(\d{4})年)?(\d{1,2})月(\d{1,2})日\s*[（(]\s*((?:星期|周|週|礼拜|禮拜)[一二三四五六日天])\s*[)）]`), 1, 2, 3, 4, []string{"zh-Hans"}},
	{regexp.MustCompile(`\b([A-Z][a-z]+day),? (\d{1,2}) ([A-Z][a-z]+)(?: (\d{4}))?`), 4, 3, 2, 1, []string{"en"}},
	{regexp.MustCompile(`\b([A-Z][a-z]+day),? ([A-Z][a-z]+) (\d{1,2})(?:, (\d{4}))?`), 4, 2, 3, 1, []string{"en"}},
	{regexp.MustCompile(`\b(Senin|Selasa|Rabu|Kamis|Jumat|Sabtu|Minggu),? (\d{1,2}) ([A-Z][a-z]+)(?: (\d{4}))?`), 4, 3, 2, 1, []string{"id"}},
}

// wrongWeekdays reports days of the week in a text that are not those of their dates. A
// date without a year is of the given one.
func wrongWeekdays(text, lang string, year int, report func(bulletins.Diagnostic)) {
	for _, d := range datedDays {
		for _, found := range d.form.FindAllStringSubmatchIndex(text, -1) {
			word := func(group int) string {
				if found[2*group] < 0 {
					return ""
				}
				return text[found[2*group]:found[2*group+1]]
			}
			t, ok := dayOf(word(d.year), word(d.month), word(d.day), d.langs[0], year)
			if !ok {
				continue
			}
			said := word(d.weekday)
			if right := sayWeekday(lang, said, t); right != "" && right != said {
				r := bulletins.Range{Start: found[2*d.weekday], End: found[2*d.weekday+1]}
				p := problem(bulletins.Error, "weekday-wrong", r, "said", said, "right", right, "date", printedDate(lang, t.Format("2006-01-02")))
				p.Fix = &bulletins.Fix{Range: r, Text: right}
				report(p)
			}
		}
	}
}

// checkWeekdays looks at a block of the text.
func (m *maker) checkWeekdays() {
	if _, code := m.top.Block.(*bulletins.Code); !code {
		wrongWeekdays(m.top.Source, m.scene.lang, m.scene.year, func(d bulletins.Diagnostic) { m.found = append(m.found, d) })
	}
}

// checkWeekdays looks at the front matter.
func (a *article) checkWeekdays(doc *bulletins.Document) {
	if at := a.meta.Range; at.End <= len(doc.Text) {
		wrongWeekdays(doc.Text[at.Start:at.End], a.scene.lang, a.scene.year, func(d bulletins.Diagnostic) { a.found = append(a.found, shifted(d, at.Start)) })
	}
}

// yearOf is the year of a document's event or, if it tells of none, of its publication.
func yearOf(meta *bulletins.Meta) int {
	for _, key := range []string{"event_date", "published"} {
		if t, ok := bulletins.ParseDate(strings.TrimSpace(meta.Text(key))); ok {
			return t.Year()
		}
	}
	return 0
}

// dayOf is a date of words.
func dayOf(year, month, day, lang string, other int) (time.Time, bool) {
	y, _ := strconv.Atoi(year)
	if year == "" {
		y = other
	}
	d, _ := strconv.Atoi(day)
	m, err := strconv.Atoi(month)
	for i := 1; err != nil && i <= 12; i++ {
		if strings.EqualFold(assets.Phrase(lang, "month-"+strconv.Itoa(i)), month) {
			m, err = i, nil
		}
	}
	if err != nil || y == 0 {
		return time.Time{}, false
	}
	t := time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC)
	return t, t.Day() == d && int(t.Month()) == m
}

// chineseDays are the days of the week from Sunday on.
const chineseDays = "日一二三四五六"

// sayWeekday says the day of the week of a date in the manner of said; "" if that is none.
func sayWeekday(lang, said string, t time.Time) string {
	if r := []rune(said); isWide(r[0]) {
		if t.Weekday() == time.Sunday && strings.HasSuffix(said, "天") {
			return said
		}
		return string(r[:len(r)-1]) + string([]rune(chineseDays)[t.Weekday()])
	}
	for _, l := range []string{"en", "id"} {
		for day := time.Sunday; day <= time.Saturday; day++ {
			if assets.Phrase(l, "weekday-"+strconv.Itoa(int(day))) == said {
				return weekday(l, t)
			}
		}
	}
	return ""
}
