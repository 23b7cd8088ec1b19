package bulletins

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// cases are Markdown texts; what each becomes is in testdata/NAME.txt.
var cases = []struct{ name, text string }{
	{"headings", "# 一级 {#top .lead .big}\n\n二级\n有两行\n=====\n\n## 重要 {重要} ##\n\n#### 跳级 {#top}\n\n#不是标题\n\n见[上面](#top)、[没有](#nowhere)、[编码](#%E4%B8%8A)。\n"},
	{"emphasis", "**“安全第一”**是\n\n**注意：**请\n\n中文**（重要）**中文\n\n*“甲”*乙\n\n**(重要)**中文\n\n**\"安全\"**是\n\n他说，_强调_。snake_case_name，中文_不是_强调\n\n***粗斜***字 ~~删~~字 ~~“删”~~字 3~5天，6~8天\n\n**bold***em* a**b**c a* b* 2*3*4\n\n* 不是**强 调**\n"},
	{"newlines", "安全\n生产\n\n安全，\n生产\n\nsafe\nwork\n\n安全\nwork\n\n“安全”\n生产 “yes”\n“no”\n\n**安全**\n*生产*\n\n安全[^a]\n生产\n\n甲  \n乙\\\n丙\n\n甲\n　乙\n\n[^a]: 注\n文\n"},
	{"opening", "　　第一段。\n　　第二段。\n　　\n第三段\n\n    四个空格，不是代码\n\n\t制表符\n\n- 项\n　　列表后的段落\n\n> 引\n　　引后\n\n#　不是标题\n"},
	{"lists", "- a\n- b\n\n  loose\n- c\n    - d\n\n1. one\n2. two\n\n3) three\n\n* [ ] open\n* [x] 完成\n* [X] **both**\n\n-\n- after empty\n\n10. ten\n    > quote\n    continuation\nlazy\n\n- a\n\nparagraph\n\n- b\n"},
	{"quotes", "> 引\n懒\n\n> 另一\n>> 深\n> # 题\n>\n> - 项\n"},
	{"code", "```go {x}\nfunc main() {\n\n\t}\n```\n\n~~~\n:::\n~~~\n\n`` a`b `` 和 ` c ` 与 `两\n行`\n\n- ```\n  在列表里\n  ```\n\n```\n没有关\n\n的代码\n"},
	{"tables", "| 左 | 中 | 右 | 无 |\n|:--|:-:|--:|---|\n| 1 | **2** | `a\\|b` | x\\|y |\n| 短 |\n| 一 | 二 | 三 | 四 | 五 |\n| a<br>b | &amp; | [链](u) | :sup[2] |\n\n前文\na | b\n--- | ---\n1 | 2\n\n后文\n"},
	{"figures", "![说明**重**](a.png \"题\"){width=60% #fig}\n\n![](b.jpg)\n\n  ![甲](<有 空格.png>)  \n\n文中![图](c.png){.small}字\n\n![一](1.png) ![二](2.png)\n\n[![链图](d.png)](http://x.cn)\n\n![见\n下][r]\n\n[r]: e.png '引用'\n"},
	{"links", "[a](http://a.cn/x(y)z '题\\*') <http://b.cn> <me@b.cn> [c][] [文][c] [无][x] [C]\n\n请访问www.mem.gov.cn，写信到gao@example.org。见https://x.cn/a?b=1&c=(d)_e_f)。\n\n[不会**再**有www.x.cn](u) `www.y.cn`\n\n[c]: <http://c.cn/一 二> \"丙\"\n[C]: http://other\n"},
	{"escapes", "\\*不是\\* \\# \\\\ \\中 &lt;b&gt; &copy; &#20013; &#x4e2d; &nope; &#0; &ngE; &#10; AT&T\n\n\\# 不是标题\n\n1\\. 不是列表\n"},
	{"html", "a<br>b<br/>c<BR />d<!-- 注 -->e<span class=\"x\">f</span>\n\n<!-- 块\n\n注释 -->\n\n<div align=center>\n\n**粗**\n\n</div>\n\n<!-- 一行 --> 后文\n\n<!-- 多行\n--> 尾巴\n\nH<sub>2</sub>O a < b <中文> <?php x ?>\n\n<!-- 未关\n"},
	{"directives", ":::: callout {title=要点 tone=\"warning\"}\n一、在里面\n::: quote {speaker=王五 date='2026-03-06'}\n甲\n:::\n::::\n段落\n::: box 一 {a 一 a “带 空格” k=“引 号” .c #d e=\\\"}\n- 项\n  ::: note\n  在项里\n  :::\n:::\n\n::: note {}\n::: note\n同长\n:::\n:::\n\n:::note :::\n空\n:::::\n\n> ::: note\n> 引里\n> :::\n\n::: pagebreak\n\n后文\n\n::: pagebreak\n:::\n"},
	{"directive-faults", "::: nosuch {a=b}\n甲\n:::\n\n::: calout {title=x}\n:::\n\n::: callout {tone=red titel=x 词 a＝b}\n:::\n\n::: quote {date=2026-02-30}\n:::\n\n::: sup\n:::\n\n:::\n\n：：： note ｛title=甲｝\n文\n：：：\n\n::: note ｛title=乙｝\n:::\n\n::: note {title=丙\n:::\n\n::: {.x}\n:::\n\n::: 警告 尾巴\n:::\n\n甲:sub[2]{｛} :note[x] :nosuch[y] :sup[3]｛a=b｝\n\n::: callout\n没有关\n\n还在里面\n"},
	{"inline-directives", "CO:sub[2]，10:sup[-6]，:lang[Permit *to* Work]{en}，:sup[a]:sub[b]\n\n10:30 a:b 时间：[x] :1a[x] ::sup[x] :sup [x] \\:sup[x]\n\n:sup[嵌:sub[套]**粗**[链](u)] **外:sup[内**] [链:sup[x]](u) :sup[没有关 *斜*\n\n:sup[两\n行] :sup[]{}\n"},
	{"notes", "正文[^1]和[^二]，又[^1]，没有[^x]。\n\n[^1]: 第一段。\n\n    第二段[^二]。\n\n    - 项\n\n[^二]: 注\n懒续\n[^三]: 没有用到\n\n[^1]: 重复\n\n::: note\n[^四]: 在里面\n:::\n见[^四] [^ 空] [^]\n"},
	{"definitions", "甲\n: 释一\n: 释二\n\n乙\n丙\n\n: 隔行\n\n    第二段\n\n丁\n\n：不是\n\n戊\n:不是\n"},
	{"numbered", "一、总则\n\n十二、**附则**。后文。再后文\n\n（一）细则\n\n(二)细则\n\n1.要点。后文\n\n1．　要点\n\n12.要点\n\n1\\. 要点\n\n（1）小点\n\n(12)小点\n\n1.5米\n\n3.14\n\n2026.3.6\n\n一、\n\n（一\n\n一个、两个\n\n一二三四五六、七\n\n（a）字母\n\n- 一、在列表里\n\n> 一、在引文里\n\n::: note\n（三）在里面\n:::\n"},
	{"numbered-en", "---\nlang: en\n---\n1.point\n\n(1) point\n\n一、甲\n"},
	{"front", "---\nkind: bulletin\ntitle: \"引 号\\u4e2d\"\npublished: 2026-03-06\nnumber: 安监〔2026〕3号 # 注\nlang: zh-Hant\ncolumn:\n  - 甲\n  - '乙''s'\nreview:\n  first: 丙\n  second: 丁\nmore: [a, {b: c}]\nlong: |\n  第一行\n  第二行\nfold: 一\n  二\nempty:\nnothing: ~\ncopies: 12\n---\n正文\n"},
	{"front-faults", "---\ntilte: 甲\npublished: 2026-02-30\ncolumn: {a: b}\ncopies: 十\ndraft: 也许\ntone: warn\nlang: zh_CN\nreview: {final: 己, third: 庚}\nmore: &a x\nmoar: *a\ntitle: 甲\ntitle: 乙\n---\n正文\n"},
	{"front-broken", "---\nkind: bulletin\ntitle: 甲: 乙\nlang: id\n---\n# 正文\n"},
	{"front-colon", "---\nkind: bulletin\ntitle：甲\n---\n正文\n"},
	{"front-unclosed", "---\nkind: bulletin\n\n正文\n"},
	{"front-shape", "---\n- a\n---\n正文\n"},
	{"front-rule", "---\n\n正文\n"},
	{"front-language", "---\nkind: a\nlang: klingon\n---\nThe safety of the people.\n"},
	{"hygiene", "\ufeff# 标题\r\n正文\r又\x01一\u0085行\r\n"},
	{"typing", "#标题\n\n###　标题 字\n\n#1\n\n![图](现场 照片.jpg)和[甲](a b.docx \"题\")和`[a](b c)`\n\n[网页]（http://x.cn/a），[1]（见上文），![图]（a.png）\n\n| a | b |\n|---|\n| 1 | 2 |\n\n[甲](好的) \\[甲](a b)\n"},
	{"formulas", "共$n$项，噪声$L_{eq} \\le 85$分贝，**速度$v$**，[见$a$](u)，`$x$`\n\n$5 和 $6，\\$n$，$n$5，$$n$$，$5元$，$v_{\\text{最大}}$高，*a $x* y$\n\n# 量 $Q$ {#q}\n\n| 绝对值 | b |\n|---|---|\n| $\\|x\\|$ | $a |\n\n:mark[$x$]，$\\foo+x^$，$a_{b$，$x $\n"},
	{"separators", "甲\n\n---\n\n乙\n\n***\n* * *\n丙\n- - -\n"},
}

func TestParse(t *testing.T) {
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			text := c.text
			if !strings.Contains(text, "kind:") && !strings.HasPrefix(text, "---\n-") && !strings.HasPrefix(c.name, "front") && !strings.HasPrefix(c.name, "hyg") && !strings.HasPrefix(text, "---") {
				text = "---\nkind: bulletin\nlang: zh-Hans\n---\n" + text
			}
			checkText(t, text)
			golden(t, c.name, text)
		})
	}
}

func golden(t *testing.T, name, text string) {
	t.Helper()
	got := text + "----\n" + Dump(Parse(name, text, testSchema))
	file := filepath.Join("testdata", name+".txt")
	if *update {
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	compare(t, name, text, got, string(want))
}
