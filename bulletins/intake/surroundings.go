package intake

import (
	"regexp"
	"slices"
	"strings"
)

// surroundings is I26 for what no table knows: where a page names its date, source or
// author, the title stands above, and lines that furniture parts from it are the page's;
// and so is what stands below the editor.
func (d *draft) surroundings() {
	z := d.zoned()
	if z.last < 0 {
		return
	}
	if first := d.headlineAbove(z.first); first >= 0 {
		for _, l := range d.lines[:first] {
			if l.field == inBody && l.text != "" {
				d.move("I26", l, dropped)
			}
		}
		d.headline = d.lines[first]
	}
	below := false
	for _, l := range d.lines[z.last+1:] {
		switch {
		case l.field == "editor":
			below = true
		case below && l.field == inBody && l.text != "" && length(l.text) < captionLength/2 && !closes(l.text) && !belongs.MatchString(simplify(l.text)):
			d.move("I26", l, dropped)
		}
	}
}

// belongs is what may stand below the editor and is of the text.
var belongs = regexp.MustCompile(`^(?:附[件表图录]?|注|备注|图|表|联系)|^[-*+|>:#!\[]|\d年\d{1,2}月\d{1,2}日`)

// headlineAbove returns the line of the title over the first line above the text that
// names date, source or author: the first of the lines next above it that are not parted
// by furniture. It returns -1 if there is none.
func (d *draft) headlineAbove(end int) int {
	first, parted := -1, false
	for i, l := range d.lines[:end] {
		switch {
		case l.field == inBody && length(l.text) >= 4 && (first < 0 || parted):
			first, parted = i, false
		case l.field == inBody:
		default:
			parted = true
			if first >= 0 && slices.Contains([]string{"published", "source", "author", "byline"}, l.field) {
				return d.titleOf(first, i)
			}
		}
	}
	return -1
}

// titleOf leaves out words of the page at the beginning of such a block: they are short,
// and much shorter than the longest line.
func (d *draft) titleOf(first, end int) int {
	longest := 0
	for _, l := range d.lines[first:end] {
		if l.field == inBody {
			longest = max(longest, width(l.text))
		}
	}
	for first < end && (width(d.lines[first].text) < min(longest/2, longestWord) || d.lines[first].field != inBody) {
		first++
	}
	return first
}

// longestWord is how wide words of a page may be, in halves of an ideograph.
const longestWord = 20

// width is how wide a text is, in halves of an ideograph.
func width(s string) int {
	n := 0
	for _, r := range s {
		if n++; isWide(r) {
			n++
		}
	}
	return n
}

var (
	mailLabel   = regexp.MustCompile(`(?i)^(?:发件人|发送时间|发送日期|收件人|抄送|主题|附件|from|sent|to|cc|date|dari|kepada|subject|subjek|perihal|dikirim)\s*[:：]\s*`)
	mailSubject = regexp.MustCompile(`(?i)^(?:主题|subject|subjek|perihal)\s*[:：]\s*(?:(?:转发|答复|回复|fw|fwd|re)\s*[:：]\s*)*(.{2,})$`)
	mailSender  = regexp.MustCompile(`(?i)^(?:发件人|from|dari)\s*[:：]`)
)

// mailHead is I22 for the head of a letter by e-mail: its subject is the title.
func (d *draft) mailHead() {
	body := d.body()
	n := 0
	for n < len(body) && mailLabel.MatchString(simplify(d.lines[body[n]].text)) {
		n++
	}
	if n < 3 || !mailSender.MatchString(simplify(d.lines[body[0]].text)) {
		return
	}
	for _, i := range slices.Backward(body[:n]) {
		if at := mailSubject.FindStringSubmatchIndex(simplify(d.lines[i].text)); at != nil {
			d.parts("I22", i, []piece{{at[2], at[3], "title"}})
		} else if f, ok := findDate(simplify(d.lines[i].text)); ok && strings.Contains(f.iso, "T") {
			d.parts("I22", i, []piece{{f.from, f.to, "published"}})
		} else {
			d.move("I22", d.lines[i], dropped)
		}
	}
}
