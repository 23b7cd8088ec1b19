package kinds

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"safety365/bulletins"
)

// TestSums: a total that is not the sum of its rows is told of at its cell, in any
// kind of document and language; what cannot be added up is left alone.
func TestSums(t *testing.T) {
	zh, en, id := "lang: zh-Hans\n", "lang: en\n", "lang: id\n"
	levels := "| 等级 | 企业 |\n|-|-|\n| 一级 | 3 |\n| 二级 | 7 |\n| 三级 | 139 |\n| 合计 | 149 |\n"
	for _, c := range []struct{ name, front, text, want string }{ // want: cell=sum, in the order of the text
		{"right", zh, levels, ""},
		{"wrong", zh, strings.Replace(levels, "149", "159", 1), "159=149"},
		{"in a ledger", zh + "kind: problem-list\nas_of: 2026-03-31\n", strings.Replace(levels, "149", "159", 1), "159=149"},
		{"in a directive", zh, "::: table {foot=1}\n" + strings.Replace(levels, "149", "148", 1) + ":::\n", "148=149"},
		{"with units", zh, strings.NewReplacer("139 ", "139家 ", "3 |", "3家 |", " 7 ", " 7家 ", "149", "150家").Replace(levels), "150家=149"},
		{"different units", zh, strings.NewReplacer("139 ", "1.2万家 ", "149", "150家").Replace(levels), ""},
		{"more than", zh, strings.NewReplacer("139", "130余", "149", "150").Replace(levels), ""},
		{"about", zh, strings.NewReplacer("139", "约139", "149", "150").Replace(levels), ""},
		{"more than in all", zh, strings.Replace(levels, "149", "140余", 1), ""},
		{"text", zh, strings.NewReplacer("139", "见附件", "149", "150").Replace(levels), ""},
		{"nothing there", zh, strings.NewReplacer("139", "—", "149", "11").Replace(levels), "11=10"},
		{"of which", zh, strings.Replace(levels, "| 三级", "| 其中：市属 | 2 |\n| 三级", 1), ""},
		{"the total comes first", zh, "| 等级 | 企业 |\n|-|-|\n| 合计 | 12 |\n| 一级 | 3 |\n| 二级 | 7 |\n", "12=10"},
		{"subtotals", zh, "| 单位 | 数 |\n|-|-|\n| 甲 | 1 |\n| 乙 | 2 |\n| 小计 | 3 |\n| 丙 | 4 |\n| 丁 | 5 |\n| 小计 | 8 |\n| 合计 | 12 |\n", "8=9"},
		{"totals and a grand one", zh, "| 单位 | 数 |\n|-|-|\n| 甲 | 1 |\n| 乙 | 2 |\n| 合计 | 3 |\n| 丙 | 4 |\n| 丁 | 5 |\n| 合计 | 9 |\n| 总计 | 13 |\n", "13=12"},
		{"cumulative", zh, "| 月 | 数 |\n|-|-|\n| 1 | 4 |\n| 2 | 5 |\n| 累计 | 99 |\n", ""},
		{"several columns", zh, "| 单位 | 应到 | 实到 | 出勤率 |\n|-|-|-|-|\n| 甲 | 10 | 9 | 90.00 |\n| 乙 | 10 | 8 | 80.00 |\n| **合计** | **20** | **18** | **85.00** |\n", "**18**=17"},
		{"merged", zh, "| 片区 | 单位 | 数 |\n|-|-|-|\n| 东 | 甲 | 1 |\n| ^ | 乙 | 2 |\n| 合计 | < | 4 |\n", "4=3"},
		{"percentages", zh, "| 单位 | 占 |\n|-|-|\n| 甲 | 33.3% |\n| 乙 | 66.6% |\n| 合计 | 100% |\n", ""},
		{"decimals and thousands", en, "| Item | Cost |\n|-|-|\n| A | $1,200.50 |\n| B | $800.25 |\n| Total | $2,000.70 |\n", "$2,000.70=2000.75"},
		{"thousands", en, "| Item | People |\n|-|-|\n| A | 1,200 |\n| B | 800 |\n| Total | 1,900 |\n", "1,900=2,000"},
		{"Indonesian", id, "| Butir | Orang |\n|-|-|\n| A | 1.200 |\n| B | 800,5 |\n| Jumlah | 2.000 |\n", "2.000=2000,5"},
		{"no total", en, "| Item | People |\n|-|-|\n| A | 1 |\n| B | 2 |\n", ""},
		{"years", en, "| Item | Year |\n|-|-|\n| A | 2024 |\n| B | 2025 |\n| Total | 2 |\n", ""},
	} {
		text := "---\n" + c.front + "title: T\n---\n\n" + c.text
		doc := bulletins.Parse("a.md", text, Schema())
		_, found := NewComposer().Compose(doc, load(t, "bulletin", doc.Lang), nil, Options{})
		var got []string
		for _, d := range found {
			if d.Code == "table-sum" {
				got = append(got, strings.TrimSpace(text[d.Range.Start:d.Range.End])+"="+d.Args["sum"])
			}
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("%s: %v, want %s", c.name, got, c.want)
		}
	}
}

// TestFileSums: so is one in a table file, by the name of its cell.
func TestFileSums(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "达标.csv"), []byte("等级,企业\n一级,3\n二级,7\n三级,139\n合计,159\n"), 0o666); err != nil {
		t.Fatal(err)
	}
	doc := bulletins.Parse("a.md", "---\nlang: zh-Hans\ntitle: 一\n---\n\n::: table {file=达标.csv}\n:::\n", Schema())
	_, found := NewComposer().Compose(doc, load(t, "bulletin", doc.Lang), open(t, dir), Options{})
	if len(found) != 1 || found[0].Code != "table-sum" || found[0].Args["place"] != "达标.csv B5" || found[0].Args["sum"] != "149" || !strings.HasPrefix(doc.Text[found[0].Range.Start:], "file=") {
		t.Error(found)
	}
}
