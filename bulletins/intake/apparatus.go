package intake

import (
	"regexp"
	"strings"
)

var (
	imprintLine = regexp.MustCompile(`(?i)ICP(?:备|证)\s*\d+号|公网安备\s*\d+号|^版权所有|^(?:copyright\s*)?©|^copyright\b|all rights reserved|hak cipta dilindungi|服务许可证(?:编?号)?\s*[:：]|网站标识码|^(?:网站)?备案(?:编?号)?\s*[:：]`)
	// officeLine is what else a site says of itself, beside the imprint.
	officeLine = regexp.MustCompile(`(?i)^(?:(?:联系|办公|服务|监督|投诉|值班|举报|新闻)?(?:电话|热线|地址|传真|邮编|邮箱|信箱)|(?:主办|承办|主管|协办)(?:单位)?|技术支持|许可证(?:编?号)?|e-?mail|tel(?:ephone)?|fax|address|alamat|telepon|telp)\s*[:：].{2,100}$`)
	ownLines   = 160 // characters that a line of an imprint may have
)

// imprint is I31: what the law wants at the foot of a site, and what stands beside it.
func (d *draft) imprint() {
	z := d.zoned()
	d.each(func(i int, l *line, s string) {
		if imprintLine.MatchString(s) && length(s) <= ownLines && (i >= z.last || strings.Contains(s, "ICP")) && z.last >= 0 && i > z.first {
			d.move("I31", l, "site_imprint")
		}
	})
	if d.value("site_imprint") == "" {
		return
	}
	office := func(i int, l *line, s string) {
		if z.outside(i) && i > z.last && officeLine.MatchString(s) && (d.neighbour(i, -1) == beFurniture || d.neighbour(i, 1) == beFurniture) {
			d.move("I31", l, "site_imprint")
		}
	}
	for range mostOffice {
		d.each(office)
	}
}

// mostOffice is how many such lines may stand above the imprint.
const mostOffice = 3

var (
	copyrightLine = regexp.MustCompile(`(?i)^[【\[]?(?:(?:版权|特别|免责|郑重|转载|本网|本站|平台)?声明|(?:版权|转载)提示|copyright notice|disclaimer|pernyataan hak cipta)[】\]]?\s*[:：]`)
	forbidsLine   = regexp.MustCompile(`未经.{0,16}(?:授权|许可|同意).*不得.{0,8}(?:转载|使用|复制|摘编)|严禁转载|谢绝转载|(?i:may not be (?:reproduced|reprinted)|dilarang (?:mengutip|menyalin|memperbanyak))`)
)

// copyright is I32.
func (d *draft) copyright() {
	z := d.zoned()
	for i, l := range d.lines {
		if l.field != inBody || l.text == "" || !z.outside(i) && (z.last < 0 || i < z.last) {
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

var bylineLine = regexp.MustCompile(`^[\(（]?((?:本报|本网|本刊|本台|\p{Han}{2,8}[网报社台])?(?:全媒体|见习|实习|特约)?(?:记者|通讯员))[ \t　:：]*([\p{Han}、 ·]{0,24}?)[ \t　]*(文/图|图/文|文/摄|文、图|图文|文并摄|摄影报道|摄|文)?[\)）]?$`)

var (
	latinByline  = regexp.MustCompile(`^(?:By|BY|Oleh|Reported by|Written by)\s+(\p{Lu}[\p{L}.’'-]*(?:(?:,? (?:and|dan|&) |, | )\p{Lu}[\p{L}.’'-]*){1,7})$`)
	creditByline = regexp.MustCompile(`^[\(（【]?(?:文/图|图/文|文、图|图文|摄影|撰文|文|图)(?:\s*[:：/]\s*|\s+)([\p{Han}、]{2,12})[\)）】]?$`)
)

// byline is I34.
func (d *draft) byline() {
	z := d.zoned()
	d.each(func(i int, l *line, s string) {
		if at := latinByline.FindStringSubmatchIndex(s); at != nil && z.outside(i) && i < z.first {
			d.parts("I34", i, []piece{{at[2], at[3], "author"}})
		} else if at := creditByline.FindStringSubmatchIndex(s); at != nil && z.outside(i) {
			d.parts("I34", i, []piece{{at[2], at[3], "byline"}, {0, at[2], "credit"}})
		}
	})
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

var bulletItem = regexp.MustCompile(`^(?:[-*+]\s+|[•·●○▪■◆]\s*)`)

// related is I35: lists of other pages, behind headings of their own or behind the people
// who are named at the end.
func (d *draft) related() {
	z := d.zoned()
	from := -1
	for i, l := range d.lines {
		switch s := ""; {
		case i <= z.last && z.last >= 0 && (z.first != z.last || i <= z.first):
		case l.field == inBody && l.text != "" && i > z.first && length(l.text) < captionLength:
			switch s = simplify(l.text); {
			case furniture().others.MatchString(s):
				d.headed(i, "related")
			case furniture().tags.MatchString(s):
				d.headed(i, dropped)
			}
		case l.field == "editor", strings.HasPrefix(l.field, "review."), l.field == "source" && i > z.last:
			from = i + 1
		}
	}
	if from >= 0 {
		d.list(from, false, "related")
	}
}

// headed drops the head of a list of other pages, and sends the list to a field.
func (d *draft) headed(i int, field string) {
	if d.move("I35", d.lines[i], dropped) {
		d.list(i+1, true, field)
	}
}

// list sends the items of a list to a field; behind a heading of their own they need no
// bullets.
func (d *draft) list(from int, headed bool, field string) {
	var items []int
	for i := from; i < len(d.lines); i++ {
		l := d.lines[i]
		if l.text == "" || l.field != inBody {
			continue
		}
		s := simplify(l.text)
		if furniture().others.MatchString(s) || furniture().tags.MatchString(s) || !bulletItem.MatchString(l.text) && (!headed || length(l.text) >= captionLength || closes(l.text)) {
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
		if d.move("I35", l, field) {
			l.text, l.at = l.text[n:], l.at[n:]
		}
	}
}
