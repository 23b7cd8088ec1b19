package drafting

import (
	"strings"
	"testing"

	"safety365/bulletins"
)

func TestType(t *testing.T) {
	for _, x := range []struct {
		typed string
		example
	}{
		{"产", example{"Han", "安全生|。", "安全生产|。"}},
		{"x", example{"letter at the end", "word|", "wordx|"}},
		{"y", example{"behind a space", "word |", "word y|"}},
		{"好", example{"empty text", "|", "好|"}},
		{"好", example{"empty paragraph", "甲\n\n|\n\n乙", "甲\n\n好|\n\n乙"}},
		{"好", example{"last empty paragraph", "甲\n\n|", "甲\n\n好|"}},
		{"好", example{"under the front matter", "---\ntitle: a\n---\n|", "---\ntitle: a\n---\n\n好|"}},
		{"x", example{"end of bold", "**粗|**", "**粗x|**"}},
		{"x", example{"outer end of bold is the same", "**粗**|", "**粗x|**"}},
		{"x", example{"before bold", "a|**粗**", "ax|**粗**"}},
		{"x", example{"inner start of bold is the same", "a**|粗**", "ax|**粗**"}},
		{"x", example{"end of a link", "[字|](a.cn)后", "[字](a.cn)x|后"}},
		{"x", example{"in a link", "[字|典](a.cn)后", "[字x|典](a.cn)后"}},
		{"*", example{"star", "2*3|4", "2*3\\*|4"}},
		{"#", example{"hash", "|", "\\#|"}},
		{"-", example{"dash", "甲\n\n|", "甲\n\n\\-|"}},
		{".", example{"number", "1|", "1\\.|"}},
		{"要", example{"the backslash goes when it is not needed", "1\\.|", "1.要|"}},
		{":", example{"fence", "::|", "::\\:|"}},
		{"|", example{"pipe in a cell", "| 甲‸ |\n|---|\n", "| 甲\\|‸ |\n|---|\n"}},
		{"<", example{"merge mark in a cell", "| ‸ |\n|---|\n", "| \\<‸ |\n|---|\n"}},
		{"x", example{"empty cell", "| a |‸|\n|---|---|\n", "| a | x‸ |\n|---|---|\n"}},
		{" ", example{"space behind bold", "**bold|**", "**bold&#32;|**"}},
		{"w", example{"and a word", "**bold&#32;|**", "**bold w|**"}},
		{"x", example{"over a selection", "甲«乙**丙»丁**", "甲x|**丁**"}},
		{"x", example{"over two paragraphs", "甲«乙\n\n丙»丁", "甲x|丁"}},
		{"x", example{"empty item", "- |", "- x|"}},
		{"x", example{"empty task", "- [ ] |", "- [ ] x|"}},
		{"x", example{"empty heading", "# |", "# x|"}},
		{"x", example{"empty directive", "::: callout\n|:::\n", "::: callout\nx|\n:::\n"}},
		{"x", example{"directive with a line", "::: callout\n|\n:::\n", "::: callout\nx|\n:::\n"}},
		{"*", example{"code", "```\na|\n```", "```\na*|\n```"}},
		{"`", example{"code span", "`a|`", "`` a`| ``"}},
		{"$", example{"dollar", "共$n|项", "共$n\\$|项"}},
		{"$", example{"dollar that would make a formula", "$n|，", "$n\\$|，"}},
		{"$", example{"money", "花|5元", "花$|5元"}},
		{"2", example{"in a formula", "共$x^|$项", "共$x^2|$项"}},
		{"项", example{"Han ends a formula", "共$n|$", "共$n$项|"}},
		{"，", example{"and parts it", "共$n|k$", "共$n$，|$k$"}},
		{" ", example{"a space ends it too", "of $n|$", "of $n$ |"}},
		{"5", example{"a digit behind it", "共$n$甲|", "共$n$甲5|"}},
	} {
		run(t, typeText(x.typed), []example{x.example})
	}
}

func TestTypeWith(t *testing.T) {
	for _, x := range []struct {
		looks Inlines
		example
	}{
		{1 << Strong, example{"bold on", "安全|", "安全**x|**"}},
		{0, example{"bold off", "**粗|**", "**粗**x|"}},
		{1 << Strong, example{"bold goes on", "**粗|**", "**粗x|**"}},
		{1<<Strong | 1<<Mark, example{"two looks", "甲|", "甲**:mark[x|]**"}},
		{1 << Strong, example{"empty paragraph", "甲\n\n|\n\n乙", "甲\n\n**x|**\n\n乙"}},
		{1 << Strong, example{"code has none", "```\na|\n```", "```\nax|\n```"}},
	} {
		run(t, func(d *bulletins.Document, sel selection) (change, bool) { return TypeWith(d, sel, "x", x.looks) }, []example{x.example})
	}
}

func TestInWord(t *testing.T) {
	for text, want := range map[string]bool{"sa|fe": true, "safe|": false, "|safe": false, "安|全": false, "": false} {
		before, after, _ := strings.Cut(text, "|")
		if got := InWord(parse(before+after), len(before)); got != want {
			t.Errorf("%q: %v", text, got)
		}
	}
}

func TestHabits(t *testing.T) {
	run(t, typeText(" "), []example{
		{"bullets", "甲\n\n\\-|", "甲\n\n- |"},
		{"numbers", "1\\.|", "1. |"},
		{"heading", "\\##|", "## |"},
		{"not with text", "\\- a|", "\\- a |"},
		{"not in a sentence", "a \\-|", "a - |"},
	})
}

func TestEnter(t *testing.T) {
	run(t, Enter, []example{
		{"end", "甲|", "甲\n\n|"},
		{"end with line end", "甲|\n", "甲\n\n|\n"},
		{"between", "A|\n\nB", "A\n\n|\n\nB"},
		{"middle", "甲|乙", "甲\n\n|乙"},
		{"start", "|甲", "\n\n|甲"},
		{"middle of bold", "**甲|乙**", "**甲**\n\n|**乙**"},
		{"end of bold", "**甲|**\n\n乙", "**甲**\n\n|\n\n乙"},
		{"end of a heading", "# 甲|\n\n乙", "# 甲\n\n|\n\n乙"},
		{"heading without a blank line", "# 甲|\n乙", "# 甲\n\n|\n\n乙"},
		{"empty paragraph", "甲\n\n|", "甲\n\n\n\n|"},
		{"item", "- 甲|", "- 甲\n- |"},
		{"item in the middle", "- 甲|乙\n- 丙", "- 甲\n- |乙\n- 丙"},
		{"item start", "- |乙", "- \n- |乙"},
		{"numbers go on", "1. a|\n2. b\n", "1. a\n2. |\n3. b\n"},
		{"loose list", "- a|\n\n- b", "- a\n\n- |\n\n- b"},
		{"task", "- [x] a|", "- [x] a\n- [ ] |"},
		{"empty item leaves", "- a\n- |", "- a\n\n|"},
		{"empty inner item", "- a\n  - b\n  - |", "- a\n  - b\n- |"},
		{"quote", "> 甲|", "> 甲\n>\n> |"},
		{"quote left", "> 甲\n>\n> |", "> 甲\n\n|"},
		{"code", "```\na|b\n```", "```\na\n|b\n```"},
		{"directive", "::: callout\n甲|\n:::\n", "::: callout\n甲\n\n|\n:::\n"},
		{"directive left", "::: callout\n甲\n\n|\n:::\n", "::: callout\n甲\n:::\n|"},
		{"cell", "| a‸ | b |\n|---|---|\n| c | d |\n", ""},
	}[:23])
	run(t, Enter, []example{
		{"cell", "| a‸ | b |\n|---|---|\n| c | d |", "| a | b |\n|---|---|\n| c‸ | d |"},
		{"last row", "| a | b‸ |\n|---|---|", "| a | b |\n|---|---|\n|  | ‸ |"},
		{"empty last row leaves", "| a |\n|---|\n| b |\n| ‸ |\n", "| a |\n|---|\n| b |\n\n‸\n"},
		{"empty only row leaves", "| a |\n|---|\n| ‸ |\n\n丙", "| a |\n|---|\n|  |\n\n‸\n\n丙"},
		{"figure", "![图|](a.png)", "![图](a.png)\n\n|"},
	})
}

func TestBehind(t *testing.T) {
	run(t, func(d *bulletins.Document, _ selection) (change, bool) { return Behind(d) }, []example{
		{"table", "| a‸ |\n|---|\n", "| a |\n|---|\n\n‸\n"},
		{"code", "```\na|\n```", "```\na\n```\n\n|"},
		{"picture", "![图|](a.png)\n", "![图](a.png)\n\n|\n"},
		{"box, whose last line takes a caret", "::: callout\n甲|\n:::\n", ""},
		{"paragraph", "甲|\n", ""},
		{"list", "- 甲|\n", ""},
		{"nothing", "|", ""},
	})
}

func TestBackspace(t *testing.T) {
	run(t, Backspace, []example{
		{"character", "安全|", "安|"},
		{"cluster", "a👨‍👩‍👧|", "a|"},
		{"escaped", "a\\*|", "a|"},
		{"into bold", "**粗**|", "|"},
		{"bold", "**粗体|**字", "**粗|**字"},
		{"join", "甲\n\n|乙", "甲|乙"},
		{"empty paragraph", "A\n\n|\n\nB", "A|\n\nB"},
		{"before an empty one", "A\n\n\n\n|B", "A\n\n|B"},
		{"heading first", "甲\n\n# |乙", "甲\n\n|乙"},
		{"item first", "甲\n\n- |乙", "甲\n\n|乙"},
		{"middle item", "- a\n- |b\n- c", "- a\n\n|b\n\n- c"},
		{"inner item", "- a\n  - |b", "- a\n- |b"},
		{"directive alone", "::: callout\n|甲\n:::", "|甲"},
		{"directive with more", "::: callout\n|甲\n\n乙\n:::", ""},
		{"behind a figure", "![图](a.png)\n\n|乙", "«![图](a.png)»\n\n乙"},
		{"a figure", "甲\n\n«![图](a.png)»\n\n乙", "甲\n\n|乙"},
		{"behind a table", "| a |\n|---|\n\n‸乙", "«| a |\n|---|»\n\n乙"},
		{"empty cell", "| ‸ |\n|---|", ""},
		{"quote", "> |甲\n>\n> 乙", "|甲\n\n> 乙"},
		{"text start", "|甲", ""},
		{"front matter", "---\ntitle: a\n---\n\n|甲", ""},
		{"two paragraphs", "甲«乙\n\n丙»丁", "甲|丁"},
		{"from item to paragraph", "- 甲«乙\n- x\n\n丙»丁", "- 甲|丁"},
		{"whole blocks", "甲«乙\n\n```\nx\n```\n\n| a |\n|---|\n\n丙»丁", "甲|丁"},
		{"into a table", "甲«乙\n\n| a | b |\n|---|---|\n| c» | d |", "甲|\n\n|  |  |\n|---|---|\n|  | d |"},
		{"cells", "| a«x | b |\n|---|---|\n| »c | d |", ""},
	}[:25])
	run(t, Backspace, []example{
		{"cells", "| «ax | b |\n|---|---|\n| c» | d |", "| ‸ |  |\n|---|---|\n|  | d |"},
		{"everything", "«# 甲\n\n| a |\n|---|\n\n- x»", "|"},
		{"half of bold", "**甲«乙**丙»丁", "**甲|**丁"},
		{"end of directive", "::: callout\n甲«乙\n:::\n\n丙»丁", "::: callout\n甲|丁\n:::"},
	})
}

func TestDelete(t *testing.T) {
	run(t, Delete, []example{
		{"character", "安|全", "安|"},
		{"join", "甲|\n\n乙", "甲|乙"},
		{"join an item", "甲|\n\n- 乙\n- 丙", "甲|乙\n\n- 丙"},
		{"before a table", "甲‸\n\n| a |\n|---|", "甲\n\n«| a |\n|---|»"},
		{"empty before a figure", "甲\n\n|\n\n![图](a.png)", "甲\n\n![|图](a.png)"},
		{"end of text", "甲|", ""},
		{"end of a cell", "| a‸ | b |\n|---|---|", ""},
		{"end of a directive", "::: callout\n甲|\n:::\n\n乙", ""},
	})
}

func TestWords(t *testing.T) {
	run(t, DeleteWordBack, []example{{"word", "one two |three", "one |three"}, {"Han", "安全|", "安|"}})
	run(t, DeleteWordForward, []example{{"word", "one |two three", "one |three"}})
}

func TestTab(t *testing.T) {
	tab := func(back bool) command {
		return func(d *bulletins.Document, sel selection) (change, bool) { return Tab(d, sel, back) }
	}
	run(t, tab(false), []example{
		{"paragraph", "甲|", ""},
		{"item", "- a\n- b|", "- a\n  - b|"},
		{"numbers", "1. a\n2. b|\n3. c", "1. a\n   1. b|\n2. c"},
		{"first item", "- a|", ""},
		{"cell", "| a‸ | b |\n|---|---|", "| a | «b» |\n|---|---|"},
		{"last cell", "| a | b‸ |\n|---|---|", "| a | b |\n|---|---|\n| ‸ |  |"},
	})
	run(t, tab(true), []example{
		{"item", "- a\n  - b|\n  - c", "- a\n- b|\n  - c"},
		{"outer item", "- a|", ""},
		{"cell", "| a | b‸ |\n|---|---|", "| «a» | b |\n|---|---|"},
	})
}

func TestLineBreak(t *testing.T) {
	run(t, LineBreak, []example{
		{"middle", "甲|乙", "甲\\\n|乙"},
		{"end", "甲|", "甲<br>|"},
		{"cell", "| 甲‸乙 |\n|---|", "| 甲<br>‸乙 |\n|---|"},
		{"item", "- 甲|乙", "- 甲\\\n  |乙"},
	})
	run(t, typeText("乙"), []example{{"goes on", "甲<br>|", "甲\\\n乙|"}})
}
