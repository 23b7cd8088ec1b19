package kinds

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/text/encoding/simplifiedchinese"

	"safety365/assets"
	"safety365/bulletins"
	sheets "safety365/bulletins/intake/sheet"
	"safety365/bulletins/layout"
	"safety365/bulletins/page"
	"safety365/themes"
)

// recordOf composes a record with its own theme in a folder, and says what is on its pages
// and what is said about it: CODE@LINE.
func recordOf(t *testing.T, dir, text string) (*layout.Flow, string, []string) {
	t.Helper()
	doc := bulletins.Parse("a.md", text, Schema())
	kind := doc.Meta.Text("kind")
	theme, _ := themes.Load(ThemeFor(kind, doc.Lang), themes.Options{Language: doc.Lang, Kinds: Layers(doc.Meta)})
	flow, found := NewComposer().Compose(doc, theme, open(t, dir), Options{Draft: true})
	var codes []string
	for _, d := range slices.Concat(doc.Diagnostics, found) {
		if message, hint := assets.Message("zh-Hans", d.Code, d.Args); message == d.Code || hint == "" {
			t.Errorf("%s has no words", d.Code)
		}
		if d.Severity >= bulletins.Warning && d.Code != "placeholder" && d.Code != "field-type" {
			line := doc.Text[:d.Range.Start]
			codes = append(codes, d.Code+"@"+strconv.Itoa(strings.Count(line, "\n")+1))
		}
	}
	slices.Sort(codes)
	return flow, flowText(flow.Blocks), codes
}

const ledgerFront = "---\nlang: zh-Hans\nkind: rectification-ledger\ntitle: 台账\nas_of: 2026-03-31\n---\n"

// TestRecords: what stands on the pages of lists and records, and what is said about
// their faults, each at its line.
func TestRecords(t *testing.T) {
	dir := t.TempDir()
	gb, _ := simplifiedchinese.GB18030.NewEncoder().String("隐患整改台账,,,,,,\n隐患编号,问题描述,等级,整改,,,完成日期\n,,,措施,责任人,时限,\nA1,漏油,一般,更换,张三,2026.3.5,2026.3.4\nA1,积尘,重大,,,,\nA3,缺栏,一般,补装,李四,2026.2.30,\n合计,3,,,,,\n")
	for name, text := range map[string]string{
		"台账.csv": gb, "坏.csv": "\x89PNG\r\n\x1a\n\xff\xff\xff\xff\xff\xff", "名册.csv": "企业名称,地址,从业人数\n甲厂,东街1号,12\n乙厂,西街2号,30\n",
	} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	for _, c := range []struct {
		name, text string
		want       []string
		codes      string
	}{
		{"states", ledgerFront + "\n| 隐患编号 | 发现日期 | 隐患描述 | 等级 | 整改措施 | 责任人 | 整改时限 | 完成日期 | 复查日期 | 是否销号 |\n|-|-|-|-|-|-|-|-|-|-|\n" +
			"| 1 | 2026-03-01 | 漏油 | 一般 | 换 | 甲 | 2026-03-05 | 2026.3.4 | 2026-03-06 | 是 |\n| 2 | 2026-03-01 | 积尘 | 重大 | 扫 | 乙 | 2026-03-20 | | | |\n| 3 | 2026-03-30 | 缺栏 | 一般 | 补 | 丙 | 2026-04-20 | | | 否 |\n| 4 | 2026-03-30 | 无灯 | 一般 | | | | | | |\n",
			[]string{"是否销号|状态|", "2026.03.01|漏油|", "已销号|", "逾期11天|", "整改中|", "已发现|", "合计：隐患4项，其中重大1项；已发现1项；整改中2项；已销号1项；逾期1项，其中重大1项。"}, ""},
		{"faults", ledgerFront + "\n| 隐患编号 | 发现日期 | 隐患描述 | 等级 | 整改措施 | 责任人 | 整改时限 | 完成日期 | 复查人 | 复查日期 | 是否销号 |\n|-|-|-|-|-|-|-|-|-|-|-|\n" +
			"| 1 | 2026-03-09 | 漏油 | 一般 | 换 | 甲 | 2026-03-05 | | | | |\n" +
			"| 1 | 三月 | 积尘 | 重大 | 扫 |  | 2026-03-20 | | | | |",
			nil, "ledger-major@11 ledger-order@10 list-date@11 list-twice@11"},
		{"file", strings.Replace(ledgerFront, "as_of", "data: 台账.csv\nas_of", 1),
			[]string{"隐患编号|问题描述|等级|整改|", "措施|责任人|时限|", "2026.03.05|2026.03.04|已整改|", "合计：隐患3项"},
			"ledger-major@5 ledger-major@5 ledger-major@5 list-twice@5 sheet-date@5"},
		{"columns", strings.Replace(ledgerFront, "as_of", "data: 台账.csv\ncolumns: [问题描述, 时限, 状态, 没有]\nas_of", 1),
			[]string{"问题描述|时限|状态|", "漏油|2026.03.05|已整改|"}, "ledger-major@5 ledger-major@5 ledger-major@5 list-choice@5 list-twice@5 sheet-date@5"},
		{"encoding", strings.Replace(ledgerFront, "as_of", "data: 坏.csv\nas_of", 1), nil, "sheet-encoding@5"},
		{"no file", strings.Replace(ledgerFront, "as_of", "data: 没有.csv\nas_of", 1), nil, "data-missing@5"},
		{"nothing", "---\nlang: zh-Hans\nkind: rectification-ledger\ntitle: 台账\n---\n", nil, "list-day-missing@1 list-missing@1"},
		{"two columns of it", ledgerFront + "\n| 隐患描述 | 整改措施 |\n|-|-|\n| 漏油 | 换 |\n", []string{"隐患描述|整改措施|状态|"}, "list-column@8 list-column@8 list-column@8"},
		{"another table", ledgerFront + "\n| 名称 | 数量 |\n|-|-|\n| 手套 | 3 |\n", []string{"名称|数量|\n手套"}, "list-unknown@8"},
		{"a table file that is not used", "---\nlang: zh-Hans\nkind: bulletin\ntitle: 一\ndata: 台账.csv\n---\n\n文。\n", nil, "data-unused@5"},
		{"look back", strings.Replace(ledgerFront, "as_of", "look_back: only\nas_of", 1) + "\n| 部位 | 发现日期 | 隐患描述 | 等级 | 整改措施 | 责任人 | 整改时限 | 完成日期 |\n|-|-|-|-|-|-|-|-|\n" +
			"| 仓库 | 2026-03-01 | 堵塞 | 一般 | 清 | 甲 | 2026-03-05 | 2026-03-04 |\n| 仓库 | 2026-03-11 | 堵塞 | 一般 | 清 | 甲 | 2026-03-15 | |\n",
			[]string{"隐患“回头看”情况", "隐患总数|2|", "已完成整改|1（50.0%）|", "逾期未整改的隐患", "整改后再次出现的隐患"}, ""},
		{"risks", "---\nlang: en\nkind: risk-register\ntitle: R\nas_of: 2026-03-31\n---\n\n| Place | Hazard | Level | Control | Owner |\n|-|-|-|-|-|\n| Hall | Dust | Red | | |\n| Hall | Wheel | purple | guard | A |\n",
			[]string{"Hall|Dust|Red|", "|Wheel|", "Total: 2 risks; major (red): 1;"}, "risk-control@10 risk-control@10 risk-level@11"},
		{"problems", "---\nlang: id\nkind: problem-list\ntitle: M\nas_of: 2026-03-31\n---\n\n| Masalah | Unit penanggung jawab | Tindakan | Tenggat | Kemajuan |\n|-|-|-|-|-|\n| A | B | C | 2026-03-30 | berjalan |\n| D | | E | 2026-03-30 | selesai |\n",
			[]string{"Status|", "Terlambat 1 hari|", "Teratasi|", "Jumlah: 2 masalah; teratasi: 1; terlambat: 1."}, "list-empty@11"},
		{"posts", "---\nlang: en\nkind: responsibility-list\ntitle: Duties\nrows: 2\npage_per_post: true\n---\n\n| Post | Name | Duty | Task |\n|-|-|-|-|\n| Manager | Wu | All | Lead |\n| | | Money | Pay |\n| Foreman | Li | Hall | Look |\n",
			[]string{"Manager · Wu", "Duty|Task|", "Money|Pay|", "Signature", "Foreman · Li", "Hall|Look|"}, ""},
		{"checks", "---\nlang: zh-Hans\nkind: checklist\ntitle: 检查表\nunit: 甲厂\n---\n\n| 检查内容 | 检查结果 | 问题描述 |\n|-|-|-|\n| 通道畅通 | 符合 | |\n| 灯亮 | 不符合 | |\n",
			[]string{"被检查单位|甲厂|", "序号|检查内容|检查结果|问题描述|", "1|通道畅通|■符合　□不符合", "2|灯亮|□符合　■不符合", "检查人（网格员）签名", "单位负责人签名"}, "check-finding@11"},
		{"inspection", "---\nlang: zh-Hans\nkind: inspection-record\ntitle: 记录\nunit: 甲厂\ninspectors: [张三]\nunit_head: [张三]\nevent_date: 2026-03-06\ntime: 09:30\ntime_to: 11:00\n---\n\n查看了现场。\n",
			[]string{"2026年3月6日 09:30至11:00", "■不打招呼", "□事先通知", "检查人员签名"}, "inspection-alone@6 inspection-missing@1 inspection-own@7"},
		{"rows to fill in", "---\nlang: zh-Hans\nkind: inspection-record\ntitle: 记录\nunit: 甲厂\nunit_address: 东街\ninspectors: [张三（执法证号1）, 李四]\nevent_date: 2026-03-06\nrows: 2\n---\n\n| 检查项目 | 问题描述 | 处理措施 | 整改期限 |\n|-|-|-|-|\n| 现场 | 堵塞 | 当场改正 | 2026-03-20 |\n",
			[]string{"张三（执法证号1），李四", "1|现场|堵塞|当场改正|2026.03.20|", "2|||||\n3|||||"}, ""},
		{"narrow dates", "---\nlang: en\nkind: rectification-ledger\ntitle: L\nas_of: 2026-03-31\n---\n\n| No. | ID | Found on | Found by | Unit | Place | Hazard | Level | Category | Measure | Owner | Deadline | Done on | Remarks |\n|-|-|-|-|-|-|-|-|-|-|-|-|-|-|\n| 1 | A | 2026-03-02 | B | C | D | E | minor | F | G | H | 2026-03-05 | 2026-03-04 | |\n",
			[]string{"1|A|2 Mar2026|B|", "|5 Mar2026|4 Mar2026|"}, ""},
		{"enterprise", "---\nlang: zh-Hans\nkind: enterprise-file\ntitle: 档案\ndata: 名册.csv\nrow: 乙厂\n---\n\n## 风险\n\n| 风险点 | 危险源 | 风险等级 | 管控措施 | 责任人 |\n|-|-|-|-|-|\n| 一 | 二 | 低 | 三 | 四 |\n",
			[]string{"档案", "乙厂", "基本情况", "企业名称|乙厂|地址|西街2号|", "风险", "低（蓝）1项"}, ""},
		{"no enterprise", "---\nlang: zh-Hans\nkind: enterprise-file\ntitle: 档案\ndata: 名册.csv\nrow: 丙厂\n---\n\n文。\n", nil, "enterprise-row@6"},
	} {
		_, said, codes := recordOf(t, dir, c.text)
		saysInOrder(t, c.name, said, c.want)
		if got := strings.Join(codes, " "); got != c.codes {
			t.Errorf("%s: %s, want %s", c.name, got, c.codes)
		}
	}
}

// TestRecordStarters: every starter of the family composes with nothing said but that
// it is to be filled in.
func TestRecordStarters(t *testing.T) {
	for _, k := range all {
		if k.Group != Records {
			continue
		}
		for _, lang := range assets.Languages {
			text, err := Starter(k.Name, lang)
			if err != nil {
				t.Fatal(err)
			}
			if _, _, codes := recordOf(t, ".", text); len(codes) > 0 {
				t.Errorf("%s in %s: %v", k.Name, lang, codes)
			}
		}
	}
}

// TestRollFiles: what offices keep in workbooks becomes the list as they mean it: groups
// that are merged stay so, the head of two rows stands again on each page, the rows of
// one enterprise are taken out of the list of all.
func TestRollFiles(t *testing.T) {
	dir := t.TempDir()
	f, err := os.Create(filepath.Join(dir, "台账.xlsx"))
	if err != nil {
		t.Fatal(err)
	}
	one := func(text string) sheets.Cell { return sheets.Cell{Text: text, RowSpan: 1, ColSpan: 1} }
	table := &sheets.Table{Title: "隐患台账", Head: []string{"单位", "隐患", "整改/责任人", "整改/时限"}, HeadRows: [][]sheets.Cell{
		{{Text: "单位", RowSpan: 2, ColSpan: 1}, {Text: "隐患", RowSpan: 2, ColSpan: 1}, {Text: "整改", RowSpan: 1, ColSpan: 2}, {}},
		{{}, {}, one("责任人"), one("时限")},
	}}
	for i := range 120 {
		unit := sheets.Cell{}
		if i%40 == 0 {
			unit = sheets.Cell{Text: "第" + strconv.Itoa(i/40+1) + "厂", RowSpan: 40, ColSpan: 1}
		}
		table.Rows = append(table.Rows, []sheets.Cell{unit, one("隐患" + strconv.Itoa(i+1)), one("张三"), one("2026-03-15")})
	}
	if err := errors.Join(sheets.Write(f, table), f.Close()); err != nil {
		t.Fatal(err)
	}
	flow, said, codes := recordOf(t, dir, "---\nlang: zh-Hans\nkind: rectification-ledger\ntitle: 隐患台账\nas_of: 2026-03-31\ndata: 台账.xlsx\n---\n")
	if strings.Join(codes, " ") != "list-column@6 list-column@6" || !strings.Contains(said, "第2厂|隐患41|张三|2026.03.15|逾期16天|\n|隐患42|") {
		t.Error(codes, said)
	}
	pages, heads, area := 0, 0, page.Length(0)
	_, problems, err := layout.Build(context.Background(), flow, layout.Options{}, func(p *page.Page) error {
		pages++
		area = p.Trim.W
		for _, item := range p.Items {
			if run, ok := item.(*page.GlyphRun); ok && strings.HasPrefix(run.Text, "责任") {
				heads++
			}
		}
		return nil
	})
	if err != nil || len(problems) > 0 || pages < 3 || heads != pages || area != page.MM(297_000) {
		t.Error(err, problems, pages, heads, area)
	}

	_, said, codes = recordOf(t, dir, "---\nlang: zh-Hans\nkind: enterprise-file\ntitle: 档案\nas_of: 2026-03-31\nbasics: {名称: 二厂}\n---\n\n::: table {file=台账.xlsx where=\"单位=第2厂\"}\n:::\n")
	if strings.Join(codes, " ") != "list-column@9 list-column@9" || strings.Contains(said, "隐患40|") || !strings.Contains(said, "第2厂|隐患41|") || !strings.Contains(said, "合计：隐患40项") {
		t.Error(codes, said)
	}
	_, _, codes = recordOf(t, dir, "---\nlang: zh-Hans\nkind: enterprise-file\ntitle: 档案\nas_of: 2026-03-31\nbasics: {名称: 二厂}\n---\n\n::: table {file=台账.xlsx where=\"单=第2厂\"}\n:::\n")
	if strings.Join(codes, " ") != "data-where@9 list-column@9 list-column@9" {
		t.Error(codes)
	}
}

// BenchmarkLedger composes a ledger of 5,000 rows whose front matter has changed.
func BenchmarkLedger(b *testing.B) {
	dir := b.TempDir()
	var csv strings.Builder
	csv.WriteString("隐患编号,发现日期,单位,隐患描述,等级,整改措施,责任人,整改时限,完成日期\n")
	for i := range 5000 {
		csv.WriteString("Y" + strconv.Itoa(i) + ",2026.3.1,某厂,通道堵塞,一般,清理,张三,2026.3.5,2026.3.4\n")
	}
	if err := os.WriteFile(filepath.Join(dir, "a.csv"), []byte(csv.String()), 0o666); err != nil {
		b.Fatal(err)
	}
	theme, _ := themes.Load("bulletin", themes.Options{Language: "zh-Hans", Kinds: []string{"rectification-ledger"}})
	c, folder := NewComposer(), open(b, dir)
	for b.Loop() {
		doc := bulletins.Parse("a.md", "---\nlang: zh-Hans\nkind: rectification-ledger\ntitle: 台账\nas_of: 2026-03-31\ndata: a.csv\n---\n", Schema())
		c.Compose(doc, theme, folder, Options{})
	}
}

// saysInOrder looks for words in what is said, each behind those before it.
func saysInOrder(t *testing.T, name, said string, want []string) {
	t.Helper()
	rest := said
	for _, words := range want {
		_, after, ok := strings.Cut(rest, words)
		if !ok {
			t.Errorf("%s: no %q behind what comes before it in\n%s", name, words, said)
			return
		}
		rest = after
	}
}
