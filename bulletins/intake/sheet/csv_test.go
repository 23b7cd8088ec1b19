package sheet

import (
	"strings"
	"testing"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
	"golang.org/x/text/encoding/unicode"
)

// show writes a table as text: title, head, rows and what stands round them.
func show(t *Table) string {
	if t == nil {
		return "nothing"
	}
	var b strings.Builder
	put := func(mark string, texts ...string) {
		if len(texts) > 0 {
			b.WriteString(mark + strings.Join(texts, "|") + "\n")
		}
	}
	if t.Title != "" {
		put("# ", t.Title)
	}
	put("< ", t.Before...)
	put("= ", t.Head...)
	for r, row := range t.Rows {
		mark, texts := "", []string{}
		if t.Total(r) {
			mark = "+ "
		}
		for _, c := range row {
			text := strings.ReplaceAll(c.Text, "\n", "/")
			switch {
			case c.RowSpan == 0:
				text = "~"
			case c.RowSpan > 1 || c.ColSpan > 1:
				text += "{" + itoa(c.RowSpan) + "x" + itoa(c.ColSpan) + "}"
			}
			texts = append(texts, text)
		}
		put(mark, texts...)
	}
	put("> ", t.After...)
	return b.String()
}

// codes lists the codes of what was said, with the places.
func codes(in *input) string {
	var out []string
	for _, d := range in.diagnostics {
		s := d.Code
		for _, key := range []string{"place", "line", "count"} {
			if d.Args[key] != "" {
				s += " " + d.Args[key]
			}
		}
		out = append(out, s)
	}
	return strings.Join(out, ", ")
}

func readBytes(data string, o Options) (*Table, *input) {
	in := &input{name: "t", options: o}
	return in.read([]byte(data)), in
}

const ledger = "序号,隐患描述,整改时限,联系电话\n001,灭火器过期,2026.3.5,013800001234\n2,\"通道堵塞,需清理\",2026年4月12日,0510-86000000\n"

const ledgerShown = "= 序号|隐患描述|整改时限|联系电话\n001|灭火器过期|2026-03-05|013800001234\n2|通道堵塞,需清理|2026-04-12|0510-86000000\n"

func TestEncodings(t *testing.T) {
	for _, c := range []struct {
		name string
		enc  encoding.Encoding
		want string
	}{
		{"utf-8", encoding.Nop, "utf-8"},
		{"mark", unicode.UTF8BOM, "utf-8"},
		{"gb18030", simplifiedchinese.GB18030, "gb18030"},
		{"gbk", simplifiedchinese.GBK, "gb18030"},
		{"utf-16", unicode.UTF16(unicode.LittleEndian, unicode.UseBOM), "utf-16"},
		{"utf-16be", unicode.UTF16(unicode.BigEndian, unicode.UseBOM), "utf-16"},
		{"bare utf-16", unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM), "utf-16"},
		{"bare utf-16be", unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM), "utf-16"},
	} {
		data, err := c.enc.NewEncoder().String(ledger)
		if err != nil {
			t.Fatal(err)
		}
		table, in := readBytes(data, Options{})
		if show(table) != ledgerShown || table.Encoding != c.want || len(in.diagnostics) > 0 {
			t.Errorf("%s: %v\n%s", c.name, codes(in), show(table))
		}
	}
	big5, err := traditionalchinese.Big5.NewEncoder().String("序號,隱患說明,整改時限\n1,滅火器過期，須更換,2026/3/5\n2,安全出口堵塞,2026/3/6\n")
	if err != nil {
		t.Fatal(err)
	}
	table, _ := readBytes(big5, Options{})
	if want := "= 序號|隱患說明|整改時限\n1|滅火器過期，須更換|2026-03-05\n2|安全出口堵塞|2026-03-06\n"; show(table) != want || table.Encoding != "big5" {
		t.Errorf("big5: %s %s", table.Encoding, show(table))
	}
}

func TestCSV(t *testing.T) {
	for _, c := range []struct{ name, in, want, codes string }{
		{"semicolons", "a;b\n1,5;x\n2,5;y\n", "= a|b\n1,5|x\n2,5|y\n", ""},
		{"tabs", "甲\t乙\n一\t二\n", "= 甲|乙\n一|二\n", ""},
		{"bars", "甲|乙\n一|二\n", "= 甲|乙\n一|二\n", ""},
		{"full-width commas", "甲，乙，丙\n一，二，三\n", "= 甲|乙|丙\n一|二|三\n", ""},
		{"Excel's own line", "sep=;\n甲;乙\n一;二\n", "= 甲|乙\n一|二\n", ""},
		{"title and labels", "附件1,,\n隐患整改台账,,\n填报单位：某厂,,日期：2026年3月5日\n序号,问题,期限\n1,漏油,3月底前\n填表人：张三,,\n",
			"# 隐患整改台账\n< 附件1|填报单位：某厂　日期：2026年3月5日\n= 序号|问题|期限\n1|漏油|3月底前\n> 填表人：张三\n", ""},
		{"head of two rows", "序号,单位,整改,,备注\n,,措施,时 限,\n1,一车间,更换,2026-3-5,\n",
			"= 序号|单位|整改/措施|整改/时限|备注\n1|一车间|更换|2026-03-05|\n", ""},
		{"wide groups", "序号,整改,,,,,验收,,\n,措施,时限,资金,责任单位,责任人,日期,复查人,结果\n1,换,2026.4.1,3,甲,乙,2026.4.2,丙,合格\n",
			"= 序号|整改/措施|整改/时限|整改/资金|整改/责任单位|整改/责任人|验收/日期|验收/复查人|验收/结果\n1|换|2026-04-01|3|甲|乙|2026-04-02|丙|合格\n", ""},
		{"totals", "单位,隐患数\n一车间,3\n合 计,3\n", "= 单位|隐患数\n一车间|3\n+ 合 计|3\n", ""},
		{"Indonesian", "No.,Temuan,Batas waktu\n1,Tabung bocor,5 Maret 2026\nJumlah,1,\n", "= No.|Temuan|Batas waktu\n1|Tabung bocor|2026-03-05\n+ Jumlah|1|\n", ""},
		{"English", "No.,Finding,Due date\n1,Leak,20260305\n2,Gap,5 Aug 2026\n", "= No.|Finding|Due date\n1|Leak|2026-03-05\n2|Gap|2026-08-05\n", ""},
		{"no such day", "事项,完成日期\n检查,2026.2.30\n清理,2026-2-28 14:30\n", "= 事项|完成日期\n检查|2026.2.30\n清理|2026-02-28T14:30\n", "sheet-date B2"},
		{"day numbers", "事项,日期,数量\n检查,46086,46086\n", "= 事项|日期|数量\n检查|2026-03-05|46086\n", ""},
		{"shortened telephone", "姓名,电话\n张三,1.38E+10\n", "= 姓名|电话\n张三|1.38E+10\n", "sheet-scientific B2"},
		{"lines in a field", "甲,乙\n\"一\n二\",三\n四,2026.13.1\n", "= 甲|乙\n一/二|三\n四|2026.13.1\n", ""},
		{"formulas", "甲,乙\n'=1+1,=\"0012\"\n", "= 甲|乙\n=1+1|0012\n", ""},
		{"blank lines and columns", "甲,,乙\n\n一,,二\n,,\n", "= 甲|乙\n一|二\n", ""},
		{"a bare quote", "甲,乙\n3\" 管,二\n", "= 甲|乙\n3\" 管|二\n", ""},
		{"an open quote", "甲,乙\n\"一,二\n" + strings.Repeat("三,四\n", 60), "", "sheet-quote 2"},
		{"a list", "姓名\n张三\n李四\n", "= 姓名\n张三\n李四\n", ""},
		{"nothing", " \n", "nothing", "sheet-empty"},
		{"commas only", ",,\n,,\n", "nothing", "sheet-empty"},
		{"a web page", "<html><table><tr><td>1</td></tr></table></html>", "nothing", "sheet-web-page"},
		{"no text", "\x89PNG\r\n\x1a\n\xff\xff\xff\xff\xff\xff", "nothing", "sheet-encoding"},
	} {
		table, in := readBytes(c.in, Options{})
		if got := show(table); got != c.want && c.want != "" {
			t.Errorf("%s:\n%s", c.name, got)
		}
		if got := codes(in); got != c.codes {
			t.Errorf("%s: %s", c.name, got)
		}
	}
}

// TestPlaces: a row is counted as spreadsheets count it, whatever lines it has.
func TestPlaces(t *testing.T) {
	table, _ := readBytes("甲,乙\n\"一\n二\",三\n\n四,五\n", Options{})
	if c := table.Rows[1][1]; c.Name() != "B4" || c.Text != "五" {
		t.Errorf("%s %+v", c.Name(), c)
	}
}

func TestHeadAsked(t *testing.T) {
	const text = "张三,一车间\n李四,二车间\n"
	table, _ := readBytes(text, Options{HeadRow: -1})
	if got := show(table); got != "= |\n张三|一车间\n李四|二车间\n" {
		t.Error(got)
	}
	table, _ = readBytes("说明,文字\n甲,乙\n一,二\n", Options{HeadRow: 2, HeadRows: 1})
	if got := show(table); got != "< 说明　文字\n= 甲|乙\n一|二\n" {
		t.Error(got)
	}
}

func TestColumn(t *testing.T) {
	table, _ := readBytes("序号,整改,\n,措 施,Due Date\n1,换,2026-3-5\n", Options{})
	for name, want := range map[string]int{"序号": 0, "措施": 1, "整改/措施": 1, "due date": 2, "无": -1} {
		if got := table.Column("没有的", name); got != want {
			t.Errorf("%s: %d", name, got)
		}
	}
}
