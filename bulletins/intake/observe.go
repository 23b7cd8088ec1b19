package intake

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"
)

// Run-in headings are short sentences among long ones.
const (
	longWords    = 150
	headingWords = 12
)

// runIn lists the run-in headings of a long paragraph of Latin text: I51 offers to
// split it there.
func runIn(paragraph string) []string {
	if len(strings.Fields(paragraph)) < longWords {
		return nil
	}
	var out []string
	sentences := strings.SplitAfter(paragraph, ". ")
	for i, s := range sentences {
		if n := len(strings.Fields(s)); n >= 3 && n <= headingWords && i > 0 && i+1 < len(sentences) {
			out = append(out, strings.TrimSpace(s))
		}
	}
	return out
}

func (d *draft) longParagraph(text string) {
	if d.off["I51"] || d.isChinese() {
		return
	}
	for p := range strings.Lines(text) {
		if heads := runIn(p); len(heads) > 2 {
			d.warnOf("long", "words", itoa(len(strings.Fields(p))), "count", itoa(len(heads)), "first", heads[0])
		}
	}
}

var (
	announcedCount = regexp.MustCompile(`(?i)\b(two|three|four|five|six|seven|eight|nine|ten|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh) ((?:\pL+ )?(?:measures|steps|points|tasks|requirements|langkah|upaya|hal|tugas))\b`)
	numerals       = map[string]int{"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
		"dua": 2, "tiga": 3, "empat": 4, "lima": 5, "enam": 6, "tujuh": 7, "delapan": 8, "sembilan": 9, "sepuluh": 10}
)

// announced compares the number in a title with the headings below it.
func (d *draft) announced(text string) {
	m := announcedCount.FindStringSubmatch(d.value("title"))
	if m == nil {
		return
	}
	count := 0
	for p := range strings.Lines(text) {
		count += len(runIn(p))
	}
	if count > 0 {
		d.warnOf("count", "announced", m[0], "found", itoa(count))
	}
}

// ordinalRows are words that come in a row.
var ordinalRows = [][]string{
	{"Pertama", "Kedua", "Ketiga", "Keempat", "Kelima"},
	{"First", "Second", "Third", "Fourth", "Fifth"},
	{"一是", "二是", "三是", "四是", "五是"},
}

func (d *draft) ordinals(text string) {
	for _, row := range ordinalRows {
		last := -1
		var present, missing []string
		for i, word := range row {
			if hasWord(text, word) {
				last = i
				present = append(present, word)
			} else {
				missing = append(missing, word)
			}
		}
		switch {
		case last < 0, last == len(present)-1 && len(present) > 1:
			continue
		case len(present) == 1: // what follows is missing as well
			missing = append(slices.Clone(row[:last]), row[min(last+1, len(row)-1)])
			if last == 0 {
				missing = row[1:2]
			}
		default:
			missing = slices.DeleteFunc(missing, func(w string) bool { return slices.Index(row, w) > last })
		}
		d.warnOf("ordinals", "present", strings.Join(present, ", "), "missing", strings.Join(missing, ", "))
	}
}

// hasWord says whether a word begins a clause of a text.
func hasWord(text, word string) bool {
	for from := 0; ; {
		i := strings.Index(text[from:], word)
		if i < 0 {
			return false
		}
		i += from
		before, _ := utf8.DecodeLastRuneInString(text[:i])
		after, _ := utf8.DecodeRuneInString(text[i+len(word):])
		if word[0] < 0x80 && strings.ContainsRune(",", after) || word[0] >= 0x80 && (i == 0 || strings.ContainsRune("，。；：,;:\n", before)) {
			return true
		}
		from = i + len(word)
	}
}

var leaderQuotation = regexp.MustCompile(`(?:总书记|主席|总理|委员长|部长|省长|市长|书记)[^。“”\n]{0,12}(?:强调|指出|说|要求|表示)[，,：:]?“[^”\n]{6,}”`)

func (d *draft) quotations(text string) {
	if n := len(leaderQuotation.FindAllString(text, -1)); n > 0 {
		d.warnOf("quotation", "count", itoa(n))
	}
}

var sentenceQuotation = regexp.MustCompile(`(?m)(?:^|[。！？])(“[^“”\n]{20,}”。)`)

func (d *draft) quoteStop(text string) {
	for _, m := range sentenceQuotation.FindAllStringSubmatch(text, 3) {
		runes := []rune(m[1])
		d.warnOf("quote-stop", "text", string(runes[len(runes)-8:]))
	}
}

var meetingVerb = regexp.MustCompile(`会议(要求|强调|指出|认为|明确)，([^，。；\n]{0,12}?)(要求|强调|指出|认为|明确)([^，。；\n]{0,2})`)

func (d *draft) repeatedVerb(text string) {
	for _, m := range meetingVerb.FindAllStringSubmatch(text, -1) {
		if m[1] == m[3] {
			d.warnOf("repeated-verb", "text", "会议"+m[1]+"，…"+m[3]+m[4])
		}
	}
}

// surnames are those of nine people in ten.
const surnames = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林郑谢罗梁宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤岳伏吉"

var personWithPost = regexp.MustCompile(`(?:^|[，。；\n])([\p{Han}、]{2,24}(?:书记|局长|县长|市长|省长|区长|镇长|乡长|主任|部长|厅长|处长|科长|支队长|大队长|主席|总经理|董事长|院长|校长))([` + surnames + `]\p{Han}{1,2}?)(?:出席|参加|主持|讲话|带队|强调|指出|要求|到会|一行|在会上)`)

// persons reports who is named with a post.
func (d *draft) persons(text string) {
	seen := map[string]bool{}
	for _, m := range personWithPost.FindAllStringSubmatch(text, 5) {
		if who := m[2] + "（" + m[1] + "）"; !seen[who] {
			seen[who] = true
			d.warnOf("person", "person", who)
		}
	}
}

// cutWords are words that lose their last character in copying, and what they are
// whole.
var cutWords = []struct{ cut, whole string }{{"自媒", "自媒体"}, {"新媒不", "新媒体不"}, {"网络平不", "网络平台不"}}

func (d *draft) missingCharacters(text string) {
	for _, l := range d.lines {
		if l.field == "copyright_notice" {
			text += simplify(l.text) + "\n"
		}
	}
	for _, w := range cutWords {
		for from := 0; ; {
			i := strings.Index(text[from:], w.cut)
			if i < 0 {
				break
			}
			i += from
			if !strings.HasPrefix(text[i:], w.whole) {
				d.warnOf("missing-character", "text", head(text[i:], 4), "suggestion", w.whole)
			}
			from = i + len(w.cut)
		}
	}
}
