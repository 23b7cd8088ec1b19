package kinds

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestProgress: a sheet has a column for each month from the first finding to the day of
// the list, states as they were at the end of each, sums, and counts by leader and unit.
func TestProgress(t *testing.T) {
	dir := t.TempDir()
	csv := "隐患编号,发现日期,单位,隐患描述,等级,责任单位,责任人,整改措施,整改时限,完成日期,复查日期,是否销号,2月进展,2026年3月\n" +
		"Y1,2025.12.3,甲厂,未上锁,一般,设备部,张三,上锁,2025.12.25,2026.1.20,2026.2.25,是,,\n" +
		"Y2,2026.1.12,甲厂,积尘,一般,生产部,李四,清扫,2026.1.31,,,否,已购清扫车,\n" +
		"Y3,2026.3.2,乙厂,无灯,一般,设备部,张三,更换,2026.4.10,,,否,,下周到货\n合计,3,,,,,,,,,,,,\n"
	if err := os.WriteFile(filepath.Join(dir, "台账.csv"), []byte(csv), 0o666); err != nil {
		t.Fatal(err)
	}
	ledger := "---\nlang: zh-Hans\nkind: rectification-ledger\ntitle: 台账\nas_of: 2026-03-15\ndata: 台账.csv\nprogress: only\n---\n"
	problems := "| Problem | Led by | Responsible unit | Measure | Deadline | Progress | March 2026 |\n|-|-|-|-|-|-|-|\n| A | Wu | Office | C | 2026-02-10 | in hand | parts ordered |\n| B | Li | Office | E | 2026-05-30 | done | |\n"
	for _, c := range []struct {
		name, text string
		want       []string
		without    string
		codes      string
	}{
		{"a ledger's sheet", ledger, []string{
			"月度进展", "序号|隐患编号|隐患描述|单位|责任单位|责任人|整改时限|2025年12月|2026年1月|2月|3月|",
			"1|Y1|未上锁|甲厂|设备部|张三|2025.12.25|逾期|已解决|已销号|已销号|",
			"2|Y2|积尘|甲厂|生产部|李四|2026.01.31||推进中|已购清扫车|逾期|",
			"3|Y3|无灯|乙厂|设备部|张三|2026.04.10||||下周到货|",
			"总数|", "1|2|2|3|", "已完成|", "0|1|1|1|", "逾期|", "1|0|1|1|",
			"按责任单位统计", "1|设备部|2|1|1|0|", "2|生产部|1|0|0|1|", "按单位统计", "1|甲厂|2|1|0|1|",
		}, "整改措施", ""},
		{"from a month on", strings.Replace(ledger, "progress: only", "progress: with\nprogress_from: 2026-02-01", 1), []string{"整改措施", "整改时限|2026年2月|3月|"}, "", ""},
		{"a list of problems", "---\nlang: en\nkind: problem-list\ntitle: P\nas_of: 2026-03-31\nprogress: with\n---\n\n" + problems, []string{
			"Total: 2 problems", "Progress by month", "No.|Problem|Responsible unit|Led by|Deadline|January 2026|February|March|",
			"1|A|Office|Wu|10 Feb 2026|In hand|Overdue|parts ordered|", "2|B|Office|Li|30 May 2026|In hand|In hand|Solved|",
			"Counts: Led by", "1|Wu|1|0|0|1|", "2|Li|1|1|0|0|", "Counts: Responsible unit", "1|Office|2|1|0|1|",
		}, "", ""},
		{"no day", "---\nlang: en\nkind: problem-list\ntitle: P\nprogress: only\n---\n\n" + problems, []string{"Total: 2 problems"}, "Progress by month", "list-day-missing@1"},
		{"a year's worth at most", strings.Replace(ledger, "2026-03-15", "2028-03-15", 1), []string{"整改时限|2027年4月|5月|"}, "2027年3月", "ledger-file-older@6"},
		{"another word", strings.Replace(ledger, "only", "monthly", 1), []string{"整改措施"}, "", "field-choice@7"},
	} {
		_, said, codes := recordOf(t, dir, c.text)
		if c.without != "" && strings.Contains(said, c.without) {
			t.Errorf("%s: it says %q", c.name, c.without)
		}
		saysInOrder(t, c.name, said, c.want)
		if got := strings.Join(codes, " "); got != c.codes {
			t.Errorf("%s: %s, want %s", c.name, got, c.codes)
		}
	}
}
