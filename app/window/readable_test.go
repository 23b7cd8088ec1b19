package window

import (
	"testing"

	"safety365/app/ui"
)

func TestReadable(t *testing.T) {
	ui.SetLanguage("zh-Hans")
	got := readable("---\nlang: zh-Hans\ntitle: \"标题\"\nreview:\n  first: \"甲\"\nown: x\n---\n\n## 一、**先看**\n\n![图](a.png)\n\n| a | b |\n|---|--:|\n| c | d |\n\n::: callout {title=x}\n记住\n:::\n")
	want := "语言: zh-Hans\n标题: 标题\n三审: \n  first: \"甲\"\nown: x\n\n一、先看\n\n▣ 图\n\na | b\nc | d\n\n记住"
	if got != want {
		t.Errorf("%q\nwanted %q", got, want)
	}
	if got := withoutMarks("| 甲 | < | ^ | ^ |\n|---|---|---|---|\n| 乙 | 丙 | <5 | ^ |\n"); got != "甲 |   |   |\n乙 | 丙 | <5 |\n" {
		t.Errorf("merged cells are shown as %q", got)
	}
	if a, b := readables("1\\. **甲**\\\n乙", "1\\. **甲**\\\n乙"); a != "1. 甲\n乙" || a != b {
		t.Errorf("%q and %q are the same text", a, b)
	}
	if a, b := readables("**甲**", "甲"); a != "**甲**" || b != "甲" {
		t.Errorf("%q and %q: the difference cannot be seen", a, b)
	}
}
