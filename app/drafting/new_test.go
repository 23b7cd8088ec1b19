package drafting

import "testing"

func TestFromText(t *testing.T) {
	const rest = "\n各班组：\n入夏以来，气温持续升高。"
	const body = "各班组：\n\n入夏以来，气温持续升高。"
	for first, title := range map[string]string{
		"关于开展夏季检查的通知":         "关于开展夏季检查的通知",
		"  　关于“三违”":           "关于“三违”",
		"Safety Notice: Heat": "\"Safety Notice: Heat\"",
		"安全生产，人人有责。":          "",
		"各班组：":                "",
		"一、检查内容":              "",
		"（一）检查内容":             "",
		"1. 检查":               "",
		"甲\t乙":                "",
		"近日，我市连续发生多起有限空间作业事故，暴露出一些单位主体责任不落实、教育培训不到位、现场管理混乱等问题": "",
	} {
		got := FromText(first + rest)
		want := "---\ntitle: " + title + "\n---\n\n" + body
		if title == "" {
			want = pasted(first + rest)
		}
		if got != want {
			t.Errorf("%q:\n got %q\nwant %q", first, got, want)
		}
	}
	if got := FromText("只有一行"); got != pasted("只有一行") {
		t.Errorf("a line alone: %q", got)
	}
}
