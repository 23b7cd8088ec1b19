package intake

import (
	"regexp"
	"slices"
	"strings"
)

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

var neighbours = regexp.MustCompile(`^(?:扫一扫|扫码|扫描二维码).{0,20}$|^(?:上一篇|下一篇|上一条|下一条|上篇|下篇|Previous(?: post| article)?|Next(?: post| article)?|Pos sebelumnya|Pos berikutnya|Sebelumnya|Berikutnya)\s*[:：]`)

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
	if widgetWords[strings.TrimRight(s, ":：")] || widgetWords[s] {
		return true
	}
	words := strings.FieldsFunc(s, func(r rune) bool { return strings.ContainsRune(" |/·、\t", r) })
	return len(words) >= 2 && !slices.ContainsFunc(words, func(w string) bool { return len(w) < 2 || !widgetWords[w] })
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
