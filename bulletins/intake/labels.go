package intake

import (
	"regexp"
	"slices"
	"strings"
)

// labels of values, in Simplified characters, and the fields that they go to.
var labelFields = func() map[string]string {
	out := map[string]string{}
	for field, labels := range map[string]string{
		"source":        "来源|稿源|信息来源|文章来源|新闻来源|稿件来源|消息来源|资料来源|本文来源|信息提供|供稿|供稿单位|发布机构|发布单位|Source|Sumber",
		"author":        "作者|撰稿|撰文|文章作者|本文作者|Author|Penulis|Pewarta|Reporter|Wartawan|Kontributor|Laporan|Oleh|Written by",
		"published":     "日期|时间|发布时间|发布日期|发表时间|发表日期|发稿时间|更新时间|更新日期|添加时间|上版日期|张贴日期|刊登日期|发文日期|Date|Published|Posted|Updated|Tanggal|Diterbitkan|Diposting|Dipublikasikan|Tayang|Diperbarui",
		"editor":        "责编|责任编辑|编辑|本文编辑|本期编辑|本网编辑|值班编辑|执行编辑|网络编辑|编审|Editor|Penyunting|Uploader",
		"review.first":  "一审|初审",
		"review.second": "二审|复审",
		"review.final":  "三审|终审|审核|审稿|签发",
		"hotline":       "报料热线|爆料热线|新闻热线|热线|咨询热线|举报热线|Hotline",
		dropped:         "浏览次数|浏览量|浏览|阅读次数|阅读量|阅读数|阅读|点击数|点击量|点击次数|点击率|点击|访问量|访问次数|人气|评论数|评论|字号|字体大小|字体|字级|字级设定|字型大小|分享到|分享至|分享|打印|收藏|纠错|点阅数|点阅次数|点阅率|浏览人次|浏览人数|浏览数|已阅读|监制|总监制|校对|排版|美编|校审|值班编委|值班主任|Views|Hits|Comments|Dilihat|Dibaca|Komentar",
	} {
		for label := range strings.SplitSeq(labels, "|") {
			out[strings.ToLower(label)] = field
		}
	}
	return out
}()

// telling are labels that no notice of a meeting has.
var telling = regexp.MustCompile(`(?i)^(?:.*来源|稿源|作者|浏览.*|阅读.*|点击.*|访问.*|点阅.*|字级.*|上版.*|张贴.*|刊登.*|人气|责编|责任编辑|发布.*|更新.*|[一二三]审|source|author|oleh|written by|views|hits|sumber|penulis|pewarta|reporter|wartawan|dilihat|dibaca|published|posted|updated|diterbitkan|diposting|dipublikasikan|tayang|diperbarui|editor)$`)

var labelled = regexp.MustCompile(`(?:^|[\s\t　|｜(（\[【]|:\s*)([\p{Han}]{2,5}|[A-Z][a-z]+(?: by)?)\s*[:：]`)

// entry is a label in a line and where its value stands.
type entry struct {
	field    string
	label    string
	from, to int
}

// entries reads a line that consists of labels and their values; ok is false if
// anything in it is something else.
func entries(s string) (out []entry, ok bool) {
	for _, at := range labelled.FindAllStringSubmatchIndex(s, -1) {
		label := s[at[2]:at[3]]
		field, known := labelFields[strings.ToLower(label)]
		if !known {
			return nil, false
		}
		if n := len(out); n > 0 {
			out[n-1].to = at[2]
		}
		out = append(out, entry{field: field, label: label, from: at[1], to: len(s)})
	}
	for i := range out {
		e := &out[i]
		e.from, e.to = trimmed(s, e.from, e.to)
		value := strings.Trim(s[e.from:e.to], "|｜)）]】[【(（ 　")
		e.from += strings.Index(s[e.from:e.to], value)
		e.to = e.from + len(value)
		if length(value) > 40 || strings.ContainsAny(value, "。！？；") || e.field == "published" && value != "" && readDate(value) == "" {
			return nil, false
		}
	}
	return out, len(out) > 0
}

// labels is I22: several labelled values in a line, or one that only a page has.
func (d *draft) labels() {
	d.each(func(i int, l *line, s string) {
		list, ok := entries(s)
		alone := ok && len(list) == 1 && length(s) <= 40 && slices.Contains([]string{dropped, "author", "published"}, list[0].field)
		if !ok || len(list) < 2 && !alone || strings.TrimSpace(s[:strings.Index(s, list[0].label)]) != "" || !isTelling(list) {
			return
		}
		d.take("I22", i, nil, list)
	})
}

// isTelling says whether only a page has such labels: one of them tells, or all are of
// counters and tools.
func isTelling(list []entry) bool {
	return slices.ContainsFunc(list, func(e entry) bool { return telling.MatchString(e.label) }) ||
		len(list) > 1 && !slices.ContainsFunc(list, func(e entry) bool { return e.field != dropped })
}

// take sends the values of labels to their fields, and asks about empty ones.
func (d *draft) take(name string, i int, pieces []piece, list []entry) {
	var empty []string
	for _, e := range list {
		if e.field == dropped {
			continue
		}
		pieces = append(pieces, piece{e.from, e.to, e.field})
		if e.from == e.to {
			empty = append(empty, e.label)
		}
	}
	if d.parts(name, i, pieces) && len(empty) > 0 {
		d.warnOf("empty-fields", "labels", strings.Join(empty, ", "))
	}
}

// dateLine is I24: a date alone, above the text. One below it is a signature's.
func (d *draft) dateLine() {
	z := d.zoned()
	d.each(func(i int, l *line, s string) {
		if i < z.first && z.last >= 0 && d.value("published") == "" && readDate(s) != "" {
			d.move("I24", l, "published")
		}
	})
}

// single sends lines of one label to its field. A text that is checked and signed has
// labels like those of reviews, so that these count only where an editor is named.
func (d *draft) single(name string, fields ...string) {
	z := d.zoned()
	d.each(func(i int, l *line, s string) {
		list, ok := entries(s)
		if !ok || length(s) > 60 || z.last < 0 && i == 0 {
			return
		}
		before := strings.Trim(s[:strings.Index(s, list[0].label)], "(（[【 ")
		if before != "" && !isWidget(before, true) || list[0].field == "review.final" && !strings.Contains("三审终审", list[0].label) && d.value("editor") == "" {
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

// editors is I28.
func (d *draft) editors() {
	d.single("I28", "editor")
	d.bracket("I28", editorBracket, "editor")
}

// reviews is I29, with what else is said of those who worked on a page.
func (d *draft) reviews() {
	d.single("I29", "review.first", "review.second", "review.final")
	if d.value("editor") != "" {
		d.single("I29", dropped)
	}
}

var (
	sourceBracket = regexp.MustCompile(`[(（【\[]\s*(?:来源|稿源|信息来源|消息来源|文章来源)\s*[:：]\s*([^()（）【】\[\]]{1,40}?)\s*[)）】\]]$`)
	editorBracket = regexp.MustCompile(`[(（【\[]\s*(?:责编|责任编辑|编辑)\s*[:：]\s*([^()（）【】\[\]]{1,20}?)\s*[)）】\]]$`)
)

// sources is I30: a line, and a bracket at the end of the last paragraph.
func (d *draft) sources() {
	d.single("I30", "source")
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
