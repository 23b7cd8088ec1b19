package intake

import (
	"regexp"
	"slices"
	"strings"
)

// zones says where a text proper begins and ends.
type zones struct{ first, last int } // lines

// zoned finds the first and last paragraph of running text. What stands between them
// is hardly furniture.
func (d *draft) zoned() zones {
	z := zones{len(d.lines), -1}
	for i, l := range d.lines {
		if l.field == inBody && isParagraph(l.text) && !copyrightLine.MatchString(simplify(head(l.text, 24))) || l.field == literal {
			z.first, z.last = min(z.first, i), i
		}
	}
	return z
}

// isParagraph says whether a line is running text.
func isParagraph(s string) bool {
	n := length(s)
	if !hasWide(s) {
		n /= 2
	}
	return n >= 80 || n >= 25 && (strings.Contains(s, "。") || closes(s) && !strings.HasSuffix(s, ":") && !strings.HasSuffix(s, "："))
}

func (z zones) inside(i int) bool { return z.first < i && i < z.last }

// each hands a rule every line of the body, folded, that is not inside the text.
func (d *draft) each(f func(i int, l *line, s string)) {
	z := d.zoned()
	for i := 0; i < len(d.lines); i++ {
		l := d.lines[i]
		if l.field == inBody && l.text != "" && !z.inside(i) {
			n := len(d.lines)
			f(i, l, simplify(l.text))
			if more := len(d.lines) - n; more > 0 { // values that were cut out of the line
				z.first, z.last = z.first+more, z.last+more
				i += more
			}
		}
	}
}

// whole makes a rule of a pattern: lines that match go to a field or are dropped.
func (d *draft) whole(name string, pattern *regexp.Regexp, field string) (found bool) {
	d.each(func(_ int, l *line, s string) {
		if pattern.MatchString(s) && d.move(name, l, field) {
			found = true
		}
	})
	return found
}

var weatherLine = regexp.MustCompile(`^\S{2,6}天气(?:预报)?[:：]$`)

// weather is I20.
func (d *draft) weather() { d.whole("I20", weatherLine, dropped) }

var (
	pathLine  = regexp.MustCompile(`^(?:您|你)?(?:当前|现在|目前)?(?:的|所在|所处)*位置\s*[:：]|^(?:网站)?(?:首页|主页)\s*[>＞»›]|^(?:Home|Beranda)\s*[>＞»›]`)
	pathStep  = regexp.MustCompile(`\s*(?:->|[>＞»›]+)\s*`)
	pathWords = regexp.MustCompile(`(?i)^(?:正文|内容|正文内容|详情|详细内容|(?:网站)?(?:首页|主页)|home|beranda|content)?$`)
)

// path is I21: the way to the page, whose steps are the column.
func (d *draft) path() {
	d.each(func(i int, l *line, s string) {
		at := pathLine.FindStringIndex(s)
		if at == nil || length(s) > 100 {
			return
		}
		from := at[1]
		if strings.ContainsAny(s[at[0]:at[1]], ">＞»›") {
			from = 0
		}
		var pieces []piece
		add := func(from, to int) {
			from, to = trimmed(s, from, to)
			if !pathWords.MatchString(s[from:to]) {
				pieces = append(pieces, piece{from, to, "column"})
			}
		}
		for _, step := range pathStep.FindAllStringIndex(s, -1) {
			if step[0] >= from {
				add(from, step[0])
				from = step[1]
			}
		}
		add(from, len(s))
		d.parts("I21", i, pieces)
	})
}

// widgetWords are what share buttons and tools of a page say, in lower case.
var widgetWords = func() map[string]bool {
	set := map[string]bool{}
	for w := range strings.SplitSeq(`whatsapp|facebook|twitter|x|line|telegram|pinterest|linkedin|instagram|tiktok|youtube|email|e-mail|reddit|tumblr|messenger|weibo|wechat|qq|
share|share this|share this:|share on:|share:|tweet|like|like this:|loading...|print|copy link|print this page|back to top|skip to content|menu|search|subscribe|
bagikan|bagikan:|bagikan ini:|cetak|salin tautan|salin link|suka|komentar|kembali ke atas|langganan|menu utama|
微信|微博|新浪微博|朋友圈|qq空间|qq好友|腾讯微博|人人网|豆瓣|分享|分享到|分享到:|分享到：|分享至|分享至:|分享至：|分享到微信|分享到微博|分享到朋友圈|扫一扫|扫码分享|打印|打印本页|打印此页|【打印】|[打印]|关闭|关闭窗口|【关闭】|
[关闭]|收藏|加入收藏|点赞|返回顶部|返回首页|返回列表|设为首页|网站地图|无障碍浏览|手机版|展开全文|阅读全文|点击查看更多|字号|字体|大 中 小|【大 中 小】|字号:大 中 小|字号：大 中 小|字体:大 中 小|字体：大 中 小|登录|注册|登录 注册|登录 | 注册`, "|") {
		set[strings.TrimSpace(w)] = true
	}
	return set
}()

var neighbours = regexp.MustCompile(`^(?:上一篇|下一篇|上一条|下一条|上篇|下篇|Previous(?: post| article)?|Next(?: post| article)?|Pos sebelumnya|Pos berikutnya|Sebelumnya|Berikutnya)\s*[:：]`)

// widgets is I26: share buttons and the like, one or several in a line, and the way to
// other pages.
func (d *draft) widgets() {
	d.everywhere(func(i int, l *line, s string) {
		if isWidget(s) || neighbours.MatchString(s) && length(s) < 80 && !closes(s) {
			d.move("I26", l, dropped)
		}
	})
}

func isWidget(s string) bool {
	if len(s) > 120 {
		return false
	}
	s = strings.ToLower(s)
	if widgetWords[s] {
		return true
	}
	words := strings.FieldsFunc(s, func(r rune) bool { return strings.ContainsRune(" |/·、\t", r) })
	return len(words) >= 2 && !slices.ContainsFunc(words, func(w string) bool { return len(w) < 2 || !widgetWords[w] })
}

// everywhere is each for lines that cannot be text wherever they stand.
func (d *draft) everywhere(f func(i int, l *line, s string)) {
	for i, l := range d.lines {
		if l.field == inBody && l.text != "" {
			f(i, l, simplify(l.text))
		}
	}
}

var replyLine = regexp.MustCompile(`(?i)^(?:leave a (?:reply|comment)|post a comment|\d+ comments?|tinggalkan (?:balasan|komentar)|beri komentar|(?:发表|我要|添加|网友)评论(?:\s*[\(（]\d+[\)）])?|评论区|最新评论|文明上网理性发言.*)$`)

var replyForm = regexp.MustCompile(`(?i)e-?mail|name\b|nama\b|website|situs|验证码|昵称|必填|提交|登录|匿名|网友`)

// replies is I27: the form for comments and all that follows. A text of several
// paragraphs behind it is a text, unless it has the words of such a form.
func (d *draft) replies() {
	z := d.zoned()
	for i, l := range d.lines {
		if l.field != inBody || i < z.first || !replyLine.MatchString(simplify(l.text)) {
			continue
		}
		paragraphs, form := 0, false
		for _, l := range d.lines[i+1:] {
			if isParagraph(l.text) {
				paragraphs++
			}
			form = form || length(l.text) < captionLength && replyForm.MatchString(simplify(l.text))
		}
		if paragraphs > 1 && !form {
			continue
		}
		for _, l := range d.lines[i:] {
			if l.field == inBody && l.text != "" {
				d.move("I27", l, dropped)
			}
		}
		return
	}
}

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

// title is I36: the first short line without a closing mark.
func (d *draft) title() {
	body := d.body()
	if len(body) < 2 {
		return
	}
	l := d.lines[body[0]]
	if l.field != inBody || length(l.text) > titleLength || closes(l.text) || picture.MatchString(l.text) || numbering.MatchString(l.text) ||
		listItem.MatchString(l.text) || markup.MatchString(l.text) || d.wrapped(body[0], body[1]) || ornament.MatchString(l.text) {
		return
	}
	mark := headingMark.FindString(l.text)
	if len(mark) > 2 && strings.HasPrefix(mark, "##") {
		return
	}
	if d.move("I36", l, "title") {
		l.text, l.at = l.text[len(mark):], l.at[len(mark):]
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
