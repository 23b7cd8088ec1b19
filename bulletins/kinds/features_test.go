package kinds

import (
	"strings"
	"testing"
)

// TestBlocks: what stands on the page for blocks that any kind may have, and what is
// said about them.
func TestBlocks(t *testing.T) {
	const front = "---\nlang: zh-Hans\ntitle: 版块\n---\n\n"
	for _, c := range []struct {
		name, text string
		want       []string
		codes      string
	}{
		{"groups", front + "::: group-table\n- 第一组｜王海｜陈晓、赵六｜东片\n- 第二组｜李梅｜周平｜西片\n:::\n",
			[]string{"组别", "组长", "第一组|王海|陈晓、赵六|东片|", "第二组|李梅|周平|西片|"}, ""},
		{"targets", front + "::: targets\n- 培训率｜100%｜98%｜9\n:::\n", []string{"培训率|100%|98%|9|"}, ""},
		{"contacts", front + "::: contact\n- 值班电话：0519-1234567\n:::\n", []string{"值班电话", "0519-1234567"}, ""},
		{"responsibility", front + "::: responsibility-chain\n- 公司｜总经理办公室｜全面负责｜钱七\n:::\n", []string{"公司|总经理办公室|全面负责|钱七|"}, ""},
		{"facts", front + "::: facts\n- 持证：149家（来源：市台账，截至2026年3月）\n:::\n", []string{"持证", "149家（来源：市台账，截至2026年3月）"}, ""},
		{"quotation", front + "::: quote {speaker=王海 verified=false}\n安全第一。\n:::\n", []string{"安全第一。", "王海"}, "quote-unverified@6"},
		{"quotation let be", strings.Replace(front, "title", "waive: {quote-unverified: 已电话核实}\ntitle", 1) + "::: quote {speaker=王海 verified=false}\n安全第一。\n:::\n",
			[]string{"安全第一。"}, ""},
		{"who attended", "---\nlang: zh-Hans\nkind: meeting-news\ntitle: 会\npublished: 2026-03-06\nattendees: [市安委办, 各镇]\n---\n\n会议指出，甲。\n",
			[]string{"会议指出，甲。", "市安委办、各镇"}, ""},
		{"penalties", "---\nlang: zh-Hans\nkind: bulletin\ntitle: 通报\n---\n\n| 企业 | 处罚 |\n|-|-:|\n| 某厂 | 2万元 |\n", []string{"企业|处罚|", "某厂|2万元|"}, ""},
	} {
		_, said, codes := recordOf(t, t.TempDir(), c.text)
		saysInOrder(t, c.name, said, c.want)
		if got := strings.Join(codes, " "); got != c.codes {
			t.Errorf("%s: %s, want %s", c.name, got, c.codes)
		}
	}
}
