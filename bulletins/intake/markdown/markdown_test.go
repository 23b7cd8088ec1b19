package markdown

import (
	"strings"
	"testing"
	"unicode/utf8"

	"safety365/bulletins"
)

// read returns the only paragraph of a text as it is shown, or what else it became.
func read(t *testing.T, text string) string {
	t.Helper()
	var parser bulletins.Parser
	doc := parser.Parse("t.md", "---\nlang: zh-Hans\n---\n"+text+"\n", nil)
	if len(doc.Blocks) != 1 {
		return "blocks: " + bulletins.Dump(doc)
	}
	p, ok := doc.Blocks[0].Block.(*bulletins.Paragraph)
	if !ok {
		return "no paragraph: " + bulletins.Dump(doc)
	}
	return bulletins.PlainText(p.Spans)
}

// TestEscape: what is written as text is read as that text.
func TestEscape(t *testing.T) {
	for _, s := range []string{
		"# 不是标题", "#", "1. 第一条", "12) x", "- 不是列表", "-", "+ 也不是", "---", "* * *", "===", "> 引", "::: 版块", "~~~", "```", ": 释", "| a | b |",
		"*星* **粗** _线_ __底__ a_b ~~删~~ `码`", `C:\dir\*`, "[x](y) [x][y] [^1] ![p](q) [a]: b", "&amp; &#65; a&b", "<b>粗</b> <br> a<b <!-- x -->",
		":sup[2] 10:30[x] :a-b[c]", "http://e.example/a_b_c", "a*b_c", "**", "一、总则", "_", "*", `\`, "[ ] 做", "[x] 做", "-- 甲", "安全_第一_", "$n$", "$5 和 $6", `\$n$`, "$a_b$ *c$", "US$5/US$6", "$$x$$", "$$x$", "$`$a`$",
	} {
		if got := read(t, Start(Escape(s))); got != s {
			t.Errorf("%s is read as %s (%s)", s, got, Start(Escape(s)))
		}
	}
}

func FuzzEscape(f *testing.F) {
	for _, s := range []string{"*a_b* [c](d) `e` <f> &g; :h[i] ~~j~~", "1. - # > ::: | a", "安全**第一**\\", "$a`$b`$c$$ $5"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		// White space, what cannot be seen and half characters are not text.
		s = strings.Join(strings.Fields(s), " ")
		if s == "" || !utf8.ValidString(s) || len(s) > 200 || strings.ContainsFunc(s, func(c rune) bool {
			return c < ' ' || 0x7f <= c && c < 0xa1 || c == 0xad || 0x2000 <= c && c < 0x2010 || 0x2028 <= c && c < 0x2070 || c >= 0xe000 || c == 0x3000
		}) {
			return
		}
		if got := read(t, Start(Line([]Run{{Text: s}}))); got != s && !strings.Contains(s, "://") && !strings.Contains(s, "www.") && !strings.Contains(s, "@") {
			t.Errorf("%q is read as %q (%q)", s, got, Start(Escape(s)))
		}
	})
}

func TestLine(t *testing.T) {
	bold, italic, both, struck := Look{Bold: true}, Look{Italic: true}, Look{Bold: true, Italic: true}, Look{Struck: true}
	link := func(to string) Look { return Look{Link: to} }
	for _, c := range []struct {
		runs []Run
		want string
	}{
		{[]Run{{Text: " 安全\n 生产 "}, {Text: "第一\u00a0\u00a0Safety\nfirst"}}, "安全生产 第一 Safety first"},
		{[]Run{{Look: bold, Text: "前 "}, {Text: "后"}, {Look: bold, Text: "，"}, {Look: bold, Text: "再"}}, "**前** 后**，再**"},
		{[]Run{{Look: bold, Text: "粗"}, {Look: both, Text: "斜"}, {Look: bold, Text: "粗"}}, "**粗*斜*粗**"},
		{[]Run{{Look: italic, Text: "a"}, {Look: bold, Text: "b"}, {Text: "c"}}, "*a*bc"},
		{[]Run{{Look: struck, Text: "删"}, {Look: bold, Text: "。"}}, "~~删~~。"},
		{[]Run{{Text: "见"}, {Look: link("https://e.example/a(1)"), Text: "指[南]"}}, `见[指\[南\]](https://e.example/a%281%29)`},
		{[]Run{{Text: "or "}, {Look: link("https://e.example/"), Text: "e.example"}, {Text: "."}}, "or https://e.example/."},
		{[]Run{{Text: "注"}, {Text: "[^1]", Mark: true}, {Text: "*"}}, `注[^1]\*`},
		{[]Run{{Text: "价$5，"}, {Text: "$a"}, {Look: bold, Text: "b$"}, {Text: "`$x$`", Mark: true}}, "价$5，\\$a**b\\$**`$x$`"},
		{nil, ""},
	} {
		if got := Line(c.runs); got != c.want {
			t.Errorf("%s, want %s", got, c.want)
		}
	}
}

func TestTable(t *testing.T) {
	rows := [][]string{{"甲", "<"}, {Cell("a|b\n\nc"), Cell("^")}}
	const plain = "| 甲 | < |\n|---|---|\n| a\\|b<br>c | \\^ |"
	for _, c := range []struct {
		head    int
		caption string
		want    string
	}{
		{1, "", plain},
		{2, "表 \"1\"", "::: table {caption=\"表 ”1”\" head=2}\n" + plain + "\n:::"},
		{0, "", "|  |  |\n|---|---|\n| 甲 | < |\n| a\\|b<br>c | \\^ |"},
	} {
		if got := Table(rows, c.head, c.caption); got != c.want {
			t.Errorf("%d %s:\n%s", c.head, c.caption, got)
		}
	}
}

func TestImage(t *testing.T) {
	for _, c := range [][3]string{
		{"图[1](x", "a b.png", `![图\[1\](x](<a b.png>)`},
		{"图", "图/1.png", "![图](图/1.png)"},
	} {
		if got := Image(c[0], c[1]); got != c[2] {
			t.Error(got)
		}
	}
	if got := Ruby("隐患", "yǐn huàn") + Ruby("a]", "b"); got != ":ruby[隐患]{yǐn huàn}a] b" {
		t.Error(got)
	}
}
