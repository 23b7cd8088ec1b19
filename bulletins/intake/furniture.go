package intake

import (
	"regexp"
	"strings"
)

var weatherLine = regexp.MustCompile(`^\S{2,6}天气(?:预报)?[:：]$`)

// weather is I20.
func (d *draft) weather() { d.whole("I20", weatherLine, dropped) }

var (
	pathLine  = regexp.MustCompile(`^(?:您|你)?(?:当前|现在|目前)?(?:的|所在|所处)*位置\s*[:：]|^(?:网站)?(?:首页|主页)\s*[/>＞»›]|^(?:Home|Beranda)\s*[/>＞»›]`)
	barePath  = regexp.MustCompile(`^[^\s>＞»›]{2,12}(?:\s*[>＞»›]{1,2}\s*[^\s>＞»›]{1,16}){2,}$|^\p{Han}{2,8}\s*[>＞»›]{1,2}\s*\p{Han}{2,8}$`)
	pathStep  = regexp.MustCompile(`\s*(?:->|[>＞»›]+)\s*|\s+/\s+`)
	pathWords = regexp.MustCompile(`(?i)^(?:正文|内容|正文内容|详情|详细内容|(?:网站)?(?:首页|主页)|home|beranda|content)?$`)
)

// path is I21: the way to the page, whose steps are the column.
func (d *draft) path() {
	z := d.zoned()
	d.each(func(i int, l *line, s string) {
		at := pathLine.FindStringIndex(s)
		if at == nil && z.outside(i) && i < z.first {
			at = barePath.FindStringIndex(s)
		}
		if at == nil || length(s) > 100 {
			return
		}
		from := at[1]
		if strings.ContainsAny(s[at[0]:at[1]], "/>＞»›") {
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

// widgets is I26: share buttons and the like, one or several in a line, and the way to
// other pages.
func (d *draft) widgets() {
	z := d.zoned()
	directive := false // has begun; three colons elsewhere are what pages of Taiwan have for the blind
	for i, l := range d.lines {
		if l.field != inBody || l.text == "" {
			continue
		}
		s := simplify(l.text)
		directive = directive || strings.HasPrefix(s, ":::") && strings.Trim(s, ":") != ""
		if s == ":::" && !directive || isWidget(s, z.outside(i)) || length(s) <= longestFurniture && (furniture().anywhere.MatchString(s) || z.outside(i) && furniture().edge.MatchString(s)) ||
			z.outside(i) && i < z.first && masthead.MatchString(s) && d.otherTitle(i, z.first) {
			d.move("I26", l, dropped)
		}
	}
}

// masthead is the name of a site, or of a part of it, above a title.
var masthead = regexp.MustCompile(`^(?:\p{Han}{2,10}(?:网|在线|日报|晚报|晨报|频道|客户端|新闻公报)|(?i:[\w-]+\.(?:com|cn|org|net|id)|news|berita|press releases?|news releases?|siaran pers)|新闻|要闻|公告|动态|新闻稿)$`)

// longestFurniture is how many characters a line of furniture may have.
const longestFurniture = 240

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
