package intake

import (
	"regexp"
	"strings"
)

var digits = regexp.MustCompile(`^\d{1,6}$`)

// counters is I25: lines of digits that nothing explains. A row of numbers is taken for
// data, and so is one between short lines.
func (d *draft) counters() {
	for i := 0; i < len(d.lines); i++ {
		if d.lines[i].field != inBody || !digits.MatchString(d.lines[i].text) {
			continue
		}
		run := []int{i}
		j := i + 1
		for ; j < len(d.lines); j++ {
			if l := d.lines[j]; l.field == inBody && digits.MatchString(l.text) {
				run = append(run, j)
			} else if l.text != "" || l.field != inBody {
				break
			}
		}
		before, after := d.neighbour(i, -1), d.neighbour(j-1, 1)
		furniture := before == beFurniture || after == beFurniture
		if len(run) <= 3 && before != beShort && after != beShort && (furniture || len(run) > 1) {
			for _, k := range run {
				d.move("I25", d.lines[k], dropped)
			}
		}
		i = j - 1
	}
}

// What stands beside a line.
const (
	beNothing = iota
	beFurniture
	beParagraph
	beShort
)

func (d *draft) neighbour(i, step int) int {
	for i += step; i >= 0 && i < len(d.lines); i += step {
		switch l := d.lines[i]; {
		case l.field != inBody:
			return beFurniture
		case l.text == "":
		case isParagraph(l.text):
			return beParagraph
		default:
			return beShort
		}
	}
	return beNothing
}

// titleLength is how many characters a title may have.
const titleLength = 120

var (
	headingMark = regexp.MustCompile(`^#{1,6}\s+`)
	numbering   = regexp.MustCompile(`^(?:第?[一二三四五六七八九十百]+[、章节条]|[（(][一二三四五六七八九十]+[)）]|\d{1,3}[.、．)）])`)
	picture     = regexp.MustCompile(`^!\[`)
)

// formerTitle is what a text was called where it comes from.
var formerTitle = regexp.MustCompile(`^原标题\s*[:：]\s*(.{2,80})$`)

// shortLabel begins one of several lines that say what, when and where, or who speaks.
var shortLabel = regexp.MustCompile(`^(?:(?:会议|活动|培训)?(?:时间|地点|日期|主持人?|主题|对象|议题)|姓名|单位|[上下]联|横批|问|答|甲|乙|丙|\p{Han})\s*[：:]`)

// title is I36: the first short line without a closing mark. What the text was called
// before counts where nothing else stands above it.
func (d *draft) title() {
	body := d.body()
	if len(body) < 2 {
		return
	}
	l := d.lines[body[0]]
	if at := formerTitle.FindStringSubmatchIndex(simplify(l.text)); at != nil {
		d.parts("I36", body[0], []piece{{at[2], at[3], "title"}})
		return
	}
	if l.field != inBody || length(l.text) > titleLength || closes(l.text) || picture.MatchString(l.text) || numbering.MatchString(l.text) ||
		listItem.MatchString(l.text) || markup.MatchString(l.text) || d.wrapped(body[0], body[1]) || ornament.MatchString(l.text) {
		return
	}
	if shortLabel.MatchString(l.text) && shortLabel.MatchString(d.lines[body[1]].text) {
		return
	}
	mark := headingMark.FindString(l.text)
	if len(mark) > 2 && strings.HasPrefix(mark, "##") {
		return
	}
	if d.move("I36", l, "title") {
		l.text, l.at = l.text[len(mark):], l.at[len(mark):]
	}
	if next := d.lines[body[1]]; next.field == inBody && formerTitle.MatchString(simplify(next.text)) {
		d.move("I36", next, dropped)
	}
}

// repeatedTitle is I33: the title once more, the text of a picture.
func (d *draft) repeatedTitle() {
	title := d.value("title")
	if title == "" {
		return
	}
	for _, i := range d.body() {
		l := d.lines[i]
		if l.field == inBody && strings.TrimSpace(headingMark.ReplaceAllString(l.text, "")) == title && d.move("I33", l, dropped) {
			d.warnOf("title-repeated", "title", title)
		}
	}
}

// value returns the first value of a field.
func (d *draft) value(field string) string {
	for _, l := range d.lines {
		if l.field == field && l.text != "" {
			return strings.TrimSpace(l.text)
		}
	}
	return ""
}
