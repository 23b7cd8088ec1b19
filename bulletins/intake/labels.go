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
		"source":        "来源|稿源|信息来源|文章来源|新闻来源|稿件来源|消息来源|资料来源|素材来源|发布人|发布者|Published by|本文来源|信息提供|供稿|供稿单位|发布机构|发布单位|Source|Sumber",
		"author":        "作者|撰稿|撰文|整理|文章作者|本文作者|Author|Penulis|Pewarta|Reporter|Wartawan|Kontributor|Laporan|Oleh|Written by",
		"published":     "日期|时间|发布时间|发布日期|发表时间|发表日期|发稿时间|更新时间|更新日期|添加时间|上版日期|张贴日期|刊登日期|发文日期|出版|Published date|Date published|Date|Published|Posted|Updated|Tanggal|Diterbitkan|Diposting|Dipublikasikan|Tayang|Diperbarui",
		"editor":        "责编|责任编辑|编辑|本文编辑|本期编辑|本网编辑|值班编辑|执行编辑|网络编辑|编审|Editor|Penyunting|Uploader",
		"review.first":  "一审|初审",
		"review.second": "二审|复审",
		"review.final":  "三审|终审|审核|审稿|签发",
		"hotline":       "报料热线|爆料热线|新闻热线|热线|咨询热线|举报热线|Hotline",
		dropped:         "浏览次数|浏览量|浏览|阅读次数|阅读量|阅读数|阅读|点击数|点击量|点击次数|点击率|点击|访问量|访问次数|人气|评论数|评论|字号|字体大小|字体|字级|字级设定|字型大小|分享到|分享至|分享|打印|收藏|纠错|点赞|转发|在看|回复|点阅数|点阅次数|点阅率|浏览人次|浏览人数|浏览数|已阅读|监制|总监制|摄影|配图|责校|校对|排版|美编|校审|值班编委|值班主任|Views|Hits|Comments|Dilihat|Dibaca|Komentar",
	} {
		for label := range strings.SplitSeq(labels, "|") {
			out[strings.ToLower(label)] = field
		}
	}
	return out
}()

// telling are labels that no notice of a meeting has.
var telling = regexp.MustCompile(`(?i)^(?:出版|.*来源|稿源|作者|浏览.*|阅读.*|点击.*|访问.*|点阅.*|字级.*|上版.*|张贴.*|刊登.*|人气|责编|责任编辑|发布.*|更新.*|[一二三]审|source|author|oleh|written by|views|hits|sumber|penulis|pewarta|reporter|wartawan|dilihat|dibaca|published(?: by| date)?|date published|posted|updated|diterbitkan|diposting|dipublikasikan|tayang|diperbarui|editor)$`)

var labelled = regexp.MustCompile(`(?:^|[\s\t　|｜(（\[【]|:\s*)([\p{Han}]{2,5}|[A-Z][a-z]+(?: by| date| published)?)\s*[:：]`)

// barred is a label before a bar, as chat programs like it.
var barred = regexp.MustCompile(`^(\p{Han}{2,4})\s*[丨|｜]\s*([^\s|｜丨][^|｜丨]{0,20})$`)

// entry is a label in a line and where its value stands.
type entry struct {
	field    string
	label    string
	from, to int
}

// entries reads a line that consists of labels and their values; ok is false if
// anything in it is something else.
func entries(s string) (out []entry, ok bool) {
	if at := barred.FindStringSubmatchIndex(s); at != nil && labelFields[s[at[2]:at[3]]] != "" {
		return []entry{{labelFields[s[at[2]:at[3]]], s[at[2]:at[3]], at[4], at[5]}}, true
	}
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
		value := counterBehind.ReplaceAllString(strings.Trim(s[e.from:e.to], "|｜ 　"), "")
		if !strings.ContainsAny(value, "(（") {
			value = strings.TrimRight(value, ")）]】 ")
		}
		value = strings.Trim(value, "[【(（|｜ 　")
		e.from += strings.Index(s[e.from:e.to], value)
		e.to = e.from + len(value)
		if length(value) > 40 || strings.ContainsAny(value, "。！？；") || e.field == "published" && value != "" && readDate(value) == "" && !vagueDate.MatchString(value) {
			return nil, false
		}
	}
	return dated(s, out), len(out) > 0
}

// dated parts a date from the value that it stands behind without a label, as in
// 作者：张三 2026-03-06 09:12.
func dated(s string, list []entry) []entry {
	for i, e := range list {
		if e.field == "published" {
			return list
		}
		value := s[e.from:e.to]
		if f, ok := findDate(value); ok && f.to == len(value) && strings.HasSuffix(value[:f.from], " ") {
			list[i].to = e.from + len(strings.TrimRight(value[:f.from], besides))
			return slices.Insert(list, i+1, entry{"published", "", e.from + f.from, e.to})
		}
	}
	return list
}

// counterBehind is a counter behind another value.
var counterBehind = regexp.MustCompile(`\s+(?:阅读|浏览|点击|评论|播放)\S{0,3}\s*[\d.,]+\s*[万次人条]*$`)

// vagueDate is a date without its year, or one counted from the day of reading. It says
// nothing to a front matter, but is a value.
var vagueDate = regexp.MustCompile(`^(?:\d{1,2}[-/.月]\d{1,2}日?(?:\s*\d{1,2}:\d\d(?::\d\d)?)?|(?:昨天|前天|今天)(?:\s*\d{1,2}:\d\d)?|刚刚|\d{1,2}\s*(?:分钟|小时|天|个月)前|\d{1,2} (?:menit|jam|hari|minutes?|hours?|days?) (?:yang )?(?:lalu|ago))$`)

// labels is I22: several labelled values in a line, or one that only a page has.
func (d *draft) labels() {
	z := d.zoned()
	d.each(func(i int, l *line, s string) {
		list, ok := entries(s)
		alone := ok && len(list) == 1 && length(s) <= 40 && slices.Contains([]string{dropped, "author", "published"}, list[0].field)
		if !ok || len(list) < 2 && !alone || plainStart(strings.TrimSpace(s[:strings.Index(s, list[0].label)])) != "" || !isTelling(s, list) && !(z.outside(i) && i < z.first && d.isDated(i, list)) {
			return
		}
		d.take("I22", i, nil, list)
	})
}

var eventLabel = regexp.MustCompile(`(?i)^(?:.{0,2}地点|.{0,2}时间|主持|place|venue|location|time|tempat|waktu|pukul|acara)\s*[:：]`)

// isDated says whether a line above the text is its date, and not an event's, of which
// the lines beside it would tell more.
func (d *draft) isDated(i int, list []entry) bool {
	if len(list) != 1 || list[0].field != "published" || strings.Contains(list[0].label, "时间") || list[0].from == list[0].to {
		return false
	}
	return !slices.ContainsFunc(d.lines[max(0, i-mostBeside):min(len(d.lines), i+mostBeside)], func(l *line) bool { return eventLabel.MatchString(simplify(l.text)) })
}

// isTelling says whether only a page has such labels: one of them tells, or all are of
// counters and tools.
func isTelling(s string, list []entry) bool {
	tools, tells := 0, false
	for _, e := range list {
		if e.field == dropped && toolValue.MatchString(s[e.from:e.to]) {
			tools++
		} else if e.field == dropped && len(list) == 1 {
			return false
		}
		tells = tells || telling.MatchString(e.label)
	}
	return tells || len(list) > 1 && tools == len(list)
}

// toolValue is what stands behind the label of a counter or a tool.
var toolValue = regexp.MustCompile(`^[\d.,\s万千kKwW+次人条]*(?:kali|times)?$|^[\[【]?\s*(?:特?[大中小]号?|默认|标准|A[+-]?|[\s|/、])+\s*[\]】]?$`)

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
		if i < z.first && z.last >= 0 && readDate(s) != "" && d.value("published") == "" {
			d.move("I24", l, "published")
		}
	})
}
