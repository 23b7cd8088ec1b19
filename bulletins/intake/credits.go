package intake

import (
	"regexp"
	"slices"
	"strings"
)

// single sends lines of one label to its field. A text that is checked and signed has
// labels like those of reviews, so that these count only in what is a page.
func (d *draft) single(name string, fields ...string) {
	z, page := d.zoned(), d.ofPage()
	d.each(func(i int, l *line, s string) {
		list, ok := entries(s)
		if !ok || length(s) > 60 || z.last < 0 && i == 0 {
			return
		}
		before := strings.Trim(s[:strings.Index(s, list[0].label)], "(（[【▲△◎●■◆★※☞ ")
		if before != "" && !isWidget(before, true) || list[0].field == "review.final" && !strings.Contains("三审终审", list[0].label) && !page {
			return
		}
		for _, f := range fields {
			if list[0].field == f && (i > z.last || i < z.first) {
				d.take(name, i, nil, list)
				return
			}
		}
	})
}

// signOff begins the lines of a document that is made, checked and approved.
var signOff = regexp.MustCompile(`^(?:编制|编写|拟稿|起草|批准|签批|会签)(?:人|者)?\s*[:：]`)

// ofPage says whether those who are named are a page's: the page tells where the text
// comes from, and nobody approves it.
func (d *draft) ofPage() bool {
	told := slices.ContainsFunc(d.lines, func(l *line) bool {
		return slices.Contains([]string{"editor", "source", "published", "column"}, l.field)
	})
	return told && !slices.ContainsFunc(d.lines, func(l *line) bool { return l.field == inBody && signOff.MatchString(simplify(head(l.text, 8))) })
}

// editors is I28.
func (d *draft) editors() {
	d.single("I28", "editor")
	d.bracket("I28", editorBracket, "editor")
}

// reviews is I29, with what else is said of those who worked on a page.
func (d *draft) reviews() {
	d.single("I29", "review.first", "review.second", "review.final")
	if d.ofPage() {
		d.single("I29", dropped)
	}
}

var (
	mediaBracket  = regexp.MustCompile(`^[(（]((?:据|转自|综合)?\p{Han}{2,14}(?:客户端|[网报社]|新闻|公众号))[)）]$`)
	sourceBracket = regexp.MustCompile(`[(（【\[]\s*(?:来源|稿源|信息来源|消息来源|文章来源)\s*[:：]\s*([^()（）【】\[\]]{1,40}?)\s*[)）】\]]$`)
	editorBracket = regexp.MustCompile(`[(（【\[]\s*(?:责编|责任编辑|编辑)\s*[:：]\s*([^()（）【】\[\]]{1,20}?)\s*[)）】\]]\d{0,7}$`)
)

// sources is I30: a line, and a bracket at the end of the last paragraph. A text that
// names several is one of quotations.
func (d *draft) sources() {
	values := map[string]bool{}
	for _, l := range d.lines {
		if list, ok := entries(simplify(head(l.text, captionLength))); ok && l.field == inBody && len(list) == 1 && list[0].field == "source" {
			values[l.text[list[0].from:list[0].to]] = true
		}
	}
	if len(values) < 2 {
		d.single("I30", "source")
	}
	z := d.zoned()
	d.each(func(i int, l *line, s string) {
		if at := mediaBracket.FindStringSubmatchIndex(s); at != nil && z.outside(i) && i > z.last {
			d.parts("I30", i, []piece{{at[2], at[3], "source"}})
		}
	})
	d.bracket("I30", sourceBracket, "source")
}

// bracket cuts a bracket off the end of the last paragraph.
func (d *draft) bracket(name string, pattern *regexp.Regexp, field string) {
	z := d.zoned()
	if z.last < 0 {
		return
	}
	l := d.lines[z.last]
	at := pattern.FindStringSubmatchIndex(simplify(l.text))
	if at == nil || l.field != inBody {
		return
	}
	value := &line{text: l.text[at[2]:at[3]], at: l.at[at[2] : at[3]+1 : at[3]+1], field: field}
	n := len(d.changes)
	d.change(name, l, []edit{{from: at[0], to: at[1]}})
	if len(d.changes) > n {
		d.lines = slices.Insert(d.lines, z.last+1, value)
	}
}
