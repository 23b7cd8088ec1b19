package kinds

import (
	"strings"
	"testing"
)

func TestPlaceholder(t *testing.T) {
	for text, want := range map[string]string{
		"××市应急管理局":               "××",
		"联系人：待填":                 "待填",
		"see TODO here":          "TODO",
		"XX年3月":                  "XX年",
		"由〔牵头单位〕负责":              "〔牵头单位〕",
		"Kepada [nama pejabat]":  "[nama pejabat]",
		"安〔2026〕3号":              "",
		"2 × 3 与 4×5":            "",
		"见[规程](a.md)和[^1]":       "",
		":em[重点]、:ruby[隐患]{yǐn}": "",
		"![照片](a.png)":           "",
		"- [ ] 灭火器\n- [x] 通道":    "",
		"source [12], [3–5]":     "",
		"MAXX和TODOS":             "",
		"[责任编辑：张三]、[sic]":        "",
		"`[name]`":               "",
		"```\n[name of it]\n```": "",
	} {
		flow, found := compose(t, "---\nlang: zh-Hans\ntitle: 一\n---\n\n"+text+"\n")
		_ = flow
		got := ""
		for _, d := range found {
			if d.Code == "placeholder" {
				got += d.Args["text"]
			}
		}
		if got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
	_, found := compose(t, "---\nlang: zh-Hans\ntitle: 关于××的通知\nreview: {first: 待填}\n---\n\n正文。\n")
	var at []string
	for _, d := range found {
		if d.Code == "placeholder" {
			at = append(at, d.Args["text"])
		}
	}
	if strings.Join(at, " ") != "×× 待填" {
		t.Errorf("in the front matter: %v", at)
	}
}
