package intake

import (
	"regexp"
	"strings"
)

var (
	imprintLine = regexp.MustCompile(`(?i)ICP(?:备|证)\s*\d+号|公网安备\s*\d+号|^版权所有|^(?:copyright\s*)?©|^copyright\b|all rights reserved|hak cipta dilindungi|许可证(?:编?号)?\s*[:：]|^(?:主办|承办|主管|协办)(?:单位)?\s*[:：]|网站标识码|^技术支持\s*[:：]|^(?:网站)?备案(?:编?号)?\s*[:：]`)
	ownLines    = 160 // characters that a line of an imprint may have
)

// imprint is I31: what the law wants at the foot of a site.
func (d *draft) imprint() {
	z := d.zoned()
	d.each(func(i int, l *line, s string) {
		if imprintLine.MatchString(s) && length(s) <= ownLines && (i >= z.last || strings.Contains(s, "ICP")) && z.last >= 0 && i > z.first {
			d.move("I31", l, "site_imprint")
		}
	})
}

var (
	copyrightLine = regexp.MustCompile(`^[【\[]?(?:版权声明|版权提示|转载声明|Copyright notice|Pernyataan hak cipta)[】\]]?\s*[:：]`)
	forbidsLine   = regexp.MustCompile(`未经.{0,16}(?:授权|许可|同意).*不得.{0,8}(?:转载|使用|复制|摘编)|严禁转载|谢绝转载|(?i:may not be (?:reproduced|reprinted)|dilarang (?:mengutip|menyalin|memperbanyak))`)
)

// copyright is I32.
func (d *draft) copyright() {
	z := d.zoned()
	for i, l := range d.lines {
		if l.field != inBody || l.text == "" || i < z.last && i > z.first {
			continue
		}
		s := simplify(l.text)
		if copyrightLine.MatchString(s) || forbidsLine.MatchString(s) && i > z.first && length(s) < 200 {
			if d.move("I32", l, "copyright_notice") && forbidsLine.MatchString(s) {
				d.warnOf("reprint")
			}
		}
	}
}

var bylineLine = regexp.MustCompile(`^[\(（]?((?:本报|本网|本刊|本台)?(?:全媒体|见习|实习|特约)?(?:记者|通讯员))[ \t　:：]*([\p{Han}、 ·]{0,24}?)[ \t　]*(文/图|图/文|文/摄|文、图|图文|文并摄|摄影报道|摄|文)?[\)）]?$`)

// byline is I34.
func (d *draft) byline() {
	d.each(func(i int, l *line, s string) {
		at := bylineLine.FindStringSubmatchIndex(s)
		if at == nil || at[3]-at[2] == len(s) && !strings.HasPrefix(s, "本") || at[4] == at[5] && at[6] < 0 {
			return
		}
		to := at[3]
		if at[4] < at[5] {
			to = at[5]
		} else {
			d.warnOf("byline-name", "byline", l.text[at[2]:at[3]])
		}
		pieces := []piece{{at[2], to, "byline"}}
		if at[6] >= 0 {
			pieces = append(pieces, piece{at[6], at[7], "credit"})
		}
		d.parts("I34", i, pieces)
	})
}

var (
	relatedHead = regexp.MustCompile(`(?i)^[【\[]?(?:相关(?:链接|新闻|阅读|报道|推荐|文章|内容)|延伸阅读|推荐阅读|猜你喜欢|热门(?:新闻|推荐|文章|排行)|更多(?:新闻|精彩|内容)|精彩推荐|related(?: posts?| articles?| news| stories)?|you may also like|recommended|read (?:also|more)|baca juga|(?:berita|artikel) (?:terkait|lainnya|terpopuler|terbaru))[】\]]?\s*[:：]?$`)
	bulletItem  = regexp.MustCompile(`^[-*+•·●○▪■◆]\s+`)
)

// related is I35: a list of other pages, behind its own heading or behind the people
// who are named at the end.
func (d *draft) related() {
	z := d.zoned()
	from := -1
	for i, l := range d.lines {
		switch {
		case i <= z.last && z.last >= 0 && (z.first != z.last || i <= z.first):
		case l.field == inBody && relatedHead.MatchString(simplify(l.text)) && i > z.first:
			if d.move("I35", l, dropped) {
				d.list(i+1, true)
			}
			return
		case l.field == "editor", strings.HasPrefix(l.field, "review."), l.field == "source" && i > z.last:
			from = i + 1
		}
	}
	if from >= 0 {
		d.list(from, false)
	}
}

// list sends the items of a list to related; behind a heading of their own they need
// no bullets.
func (d *draft) list(from int, headed bool) {
	var items []int
	for i := from; i < len(d.lines); i++ {
		l := d.lines[i]
		if l.text == "" || l.field != inBody {
			continue
		}
		if !bulletItem.MatchString(l.text) && (!headed || length(l.text) >= captionLength || closes(l.text)) {
			break
		}
		items = append(items, i)
	}
	if len(items) < 2 && !headed {
		return
	}
	for _, i := range items {
		l := d.lines[i]
		n := len(bulletItem.FindString(l.text))
		if d.move("I35", l, "related") {
			l.text, l.at = l.text[n:], l.at[n:]
		}
	}
}
