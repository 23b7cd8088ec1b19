package kinds

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestTrainingCard: each person gets a card with the three levels, scores come from the
// list of persons, and what a card must not be like is said at its line.
func TestTrainingCard(t *testing.T) {
	dir := t.TempDir()
	for name, text := range map[string]string{
		"新员工.csv": "姓名,性别,部门,班组,岗位,入职日期,公司级成绩,车间级成绩,班组级成绩\n张三,男,机加工车间,甲班,车工,2026.3.2,92,88,合格\n李四,女,装配车间,乙班,装配工,2026.3.10,85,,\n",
		"多.csv":   "姓名\n" + strings.Repeat("张三\n", mostCertificates+1),
		"无名.csv":  "工号,性别\n1,男\n",
	} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	const (
		front  = "---\nlang: zh-Hans\nkind: training-card\ntitle: 教育卡\nnumber: 安{n}号\npublished: 2026-03-12\nsector: 机械\n"
		head   = "---\n\n| 教育级别 | 教育内容 | 学时 | 教育日期 | 授课人 |\n|-|-|-|-|-|\n"
		levels = "| 公司级 | 规章 | 8 | 2026-03-09 | 甲 |\n| 车间级 | 环境 | 8学时 | 2026.3.10 | 乙 |\n| 班组级 | 规程 | 8 | 2026-03-11 | 丙 |\n"
		people = "attendees: [{name: 张三, unit: 机加工车间, posts: [车工]}, 李四]\n"
	)
	change := func(from, to string) string { return front + people + head + strings.Replace(levels, from, to, 1) }
	for _, c := range []struct {
		name, text string
		want       []string
		codes      string
	}{
		{"two persons", front + people + head + levels, []string{
			"教育卡", "安001号", "姓名|张三|", "部门/车间|机加工车间|", "岗位|车工|", "■新上岗", "教育级别|教育内容|学时|教育日期|授课人|成绩|考核人|受教育人签名|",
			"公司级|规章|8|2026.03.09|甲|", "班组级|规程|8|", "受教育人签名", "安002号", "姓名|李四|", "车间级|环境|8学时|2026.3.10|乙|",
		}, ""},
		{"a form to be filled in by hand", front + head + levels, []string{"姓名||性别|", "公司级|规章|"}, ""},
		{"a list with scores", front + "data: 新员工.csv\n" + head + levels, []string{
			"安001号", "姓名|张三|性别|男|", "班组|甲班|", "入职日期|2026年3月2日|", "公司级|规章|8|2026.03.09|甲|92|", "车间级|环境|8学时|2026.3.10|乙|88|", "班组级|规程|8|2026.03.11|丙|合格|",
			"安002号", "姓名|李四|", "公司级|规章|8|2026.03.09|甲|85|",
		}, "training-before-hire@8"},
		{"too few hours", change("| 8 |", "| 7.5 |"), nil, "training-hours@11"},
		{"too few for the sector", strings.Replace(change("", ""), "sector: 机械", "sector: 危险化学品", 1), nil, "training-hours-major@11"},
		{"too few on a site", strings.Replace(change("| 8 |", "| 15 |"), "sector: 机械", "sector: 建筑施工", 1), nil, "training-hours-building@14 training-hours-building@15"},
		{"hours in words", change("规程 | 8", "规程 | 八"), nil, "training-hours-form@15"},
		{"a level lacks", front + people + head + "| 公司级 | 规章 | 12 | 2026-03-09 | 甲 |\n| 车间级 | 环境 | 12 | 2026-03-10 | 乙 |\n", nil, "training-tier@11"},
		{"back after a year", front + "training: return\n" + people + head + "| 车间级 | 环境 | 4 | 2026-03-10 | 乙 |\n| 班组 | 规程 | 4 | 2026-03-10 | 乙 |\n", []string{"■复岗"}, ""},
		{"no level", change("车间级", "省级"), nil, "training-level@14"},
		{"out of order", change("2026-03-11", "2026-03-08"), nil, "training-order@15"},
		{"after the card", change("2026-03-11", "2026-03-13"), nil, "training-future@15"},
		{"no date", change("2026-03-11", "三月底"), nil, "list-date@15"},
		{"no column", strings.NewReplacer("| 学时 ", "", "|-|-|-|-|-|", "|-|-|-|-|", "| 8 ", "", "| 8学时 ", "").Replace(front + people + head + levels), nil, "list-column@11"},
		{"one number", strings.Replace(change("", ""), "安{n}号", "安1号", 1), nil, "training-same-number@5"},
		{"twice", front + "attendees: [张三, 张三]\n" + head + levels, nil, "training-twice@8"},
		{"nobody in the list", front + "data: 无名.csv\n" + head + levels, []string{"姓名||"}, "list-column@8"},
		{"too many", front + "data: 多.csv\n" + head + levels, nil, "certificate-many@8"},
		{"no list", front + "data: 没有.csv\n" + head + levels, nil, "data-missing@8"},
		{"in English it warns", "---\nlang: en\nkind: training-card\ntitle: C\n---\n\n| Level | Content | Hours | Date | Trainer |\n|-|-|-|-|-|\n| Company | a | 2 | 2026-03-09 | A |\n| Shift | c | 2 | 2026-03-11 | C |\n",
			[]string{"Name||Sex|", "Company|a|2|9 Mar 2026|A|", "Head of the safety office"}, "training-hours@7 training-tier@7"},
	} {
		_, said, codes := recordOf(t, dir, c.text)
		saysInOrder(t, c.name, said, c.want)
		if got := strings.Join(codes, " "); got != c.codes {
			t.Errorf("%s: %s, want %s", c.name, got, c.codes)
		}
	}
}
