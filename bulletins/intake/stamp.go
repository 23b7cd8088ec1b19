package intake

import (
	"regexp"
	"strings"
)

// longestStamp is how many characters a line with the date of a page may have, and
// longestSide what stands beside the date.
const (
	longestStamp = 100
	longestSide  = 30
)

var (
	postedWords = regexp.MustCompile(`(?i)^(?:(?:first |last )?(?:posted|published|updated|modified)(?: on| at)?|(?:diposting|dipublikasikan|diterbitkan|diperbarui|tayang|terbit)(?: pada)?|(?:发表|发布|更新|刊登)(?:于|时间|日期)?)$`)
	byWords     = regexp.MustCompile(`(?i)^(?:by|oleh)\s+(.{2,40})$`)
	domain      = regexp.MustCompile(`^[\w-]+(?:\.[\w-]+)*\.(?:com|cn|net|org|id|gov|edu|hk|tw)$`)
)

// besides are what may stand between a date and its neighbours in a line.
const besides = " \t\u3000|｜·•,，/-—–:："

// stamp is I23: the date of a page with labels behind it, or with what else a page says
// beside its date.
func (d *draft) stamp() {
	z := d.zoned()
	d.each(func(i int, l *line, s string) {
		if length(s) > longestStamp {
			return
		}
		f, ok := findDate(s)
		if !ok {
			return
		}
		before, after := strings.Trim(s[:f.from], besides), strings.Trim(s[f.to:], besides)
		posted := before == "" || postedWords.MatchString(before)
		if list, ok := entries(after); ok && posted && strings.Trim(after[:strings.Index(after, list[0].label)], besides+"([（【") == "" {
			at := f.to + strings.Index(s[f.to:], after)
			for i := range list {
				list[i].from += at
				list[i].to += at
			}
			d.take("I23", i, []piece{{f.from, f.to, "published"}}, list)
			return
		}
		if z.outside(i) && i < z.first && d.isStamp(i, z.first, s, f, posted, after) {
			d.parts("I23", i, append([]piece{{f.from, f.to, "published"}}, origin(s, f, before, after)...))
		}
	})
}

// isStamp says whether a line above the text tells when the page appeared. A time of day
// does; a date has to stand behind a word for it, or apart from the rest.
func (d *draft) isStamp(i, first int, s string, f found, posted bool, after string) bool {
	side := func(s string) bool {
		s = strings.Trim(s, besides)
		return length(s) <= longestSide && !strings.ContainsAny(s, "。！？；：:!?")
	}
	switch {
	case d.value("published") != "", !posted && !d.otherTitle(i, first), !side(s[f.to:]) && !byWords.MatchString(after):
		return false
	case strings.Contains(f.iso, "T"):
		return posted || side(s[:f.from])
	case s[:f.from] != "":
		return posted || domain.MatchString(strings.Trim(s[:f.from], besides))
	}
	return after != "" && strings.ContainsAny(strings.TrimLeft(s[f.to:], " ")[:1], "|·") || strings.HasPrefix(strings.TrimLeft(s[f.to:], " "), "｜")
}

// otherTitle says whether another line above the text may be its title.
func (d *draft) otherTitle(i, first int) bool {
	for j := range first {
		if l := d.lines[j]; j != i && l.field == inBody && length(l.text) >= 4 && !closes(l.text) {
			return true
		}
	}
	return false
}

// origin finds who wrote a text, or where it appeared, beside a date.
func origin(s string, f found, before, after string) []piece {
	if m := byWords.FindStringSubmatchIndex(after); m != nil {
		at := f.to + strings.Index(s[f.to:], after)
		return []piece{{at + m[2], at + m[3], "author"}}
	}
	if domain.MatchString(before) {
		at := strings.Index(s, before)
		return []piece{{at, at + len(before), "source"}}
	}
	return nil
}
