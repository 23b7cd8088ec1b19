package sheet

import (
	"archive/zip"
	"bytes"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"
)

// book makes a workbook.
func book(t testing.TB, fill func(f *excelize.File)) string {
	t.Helper()
	f := excelize.NewFile()
	fill(f)
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// set writes rows from A1 down.
func set(t testing.TB, f *excelize.File, sheet string, rows ...[]any) {
	t.Helper()
	for i, row := range rows {
		if err := f.SetSheetRow(sheet, cellName(i+1, 1), &row); err != nil {
			t.Fatal(err)
		}
	}
}

func format(t testing.TB, f *excelize.File, cell, code string) {
	t.Helper()
	id, err := f.NewStyle(&excelize.Style{CustomNumFmt: &code})
	if err == nil {
		err = f.SetCellStyle("Sheet1", cell, cell, id)
	}
	if err != nil {
		t.Fatal(err)
	}
}

// TestOfficeLedger is a ledger as offices make them: title, labels, a head of two rows,
// merged groups, dates in all ways, a total, a line for those who sign.
func TestOfficeLedger(t *testing.T) {
	data := book(t, func(f *excelize.File) {
		set(t, f, "Sheet1",
			[]any{"某某开发区 安全隐患整改台账"},
			[]any{"填报单位：某某街道", nil, nil, nil, nil, "填报时间：2026年3月6日"},
			[]any{"序号", "单 位", "隐患\n描述", "整改", nil, "联系电话"},
			[]any{nil, nil, nil, "措施", "时限"},
			[]any{1, "一号厂", "护栏松动", "加固", 46086, 13800001234},
			[]any{2, nil, "电线老化", "更换", "2026.3.18", "01234"},
			[]any{3, "二号厂", "堆料超高", "清理", time.Date(2026, 4, 1, 0, 0, 0, 0, time.UTC), nil},
			[]any{"合计", nil, "3项"},
			[]any{"填表人：王五", nil, nil, "审核：赵六"})
		for _, m := range [][2]string{{"A1", "F1"}, {"A3", "A4"}, {"B3", "B4"}, {"C3", "C4"}, {"D3", "E3"}, {"F3", "F4"}, {"B5", "B6"}, {"A8", "B8"}} {
			if err := f.MergeCell("Sheet1", m[0], m[1]); err != nil {
				t.Fatal(err)
			}
		}
	})
	table, in := readBytes(data, Options{})
	const want = `# 某某开发区安全隐患整改台账
< 填报单位：某某街道　填报时间：2026年3月6日
= 序号|单位|隐患描述|整改/措施|整改/时限|联系电话
1|一号厂{2x1}|护栏松动|加固|2026-03-05|13800001234
2|~|电线老化|更换|2026-03-18|01234
3|二号厂|堆料超高|清理|2026-04-01|
+ 合计{1x2}|~|3项|||
> 填表人：王五　审核：赵六
`
	if got := show(table); got != want || len(in.diagnostics) > 0 {
		t.Errorf("%s\n%s", codes(in), got)
	}
	if got := table.Value(1, 1); got != "一号厂" {
		t.Errorf("the second row is of %q", got)
	}
	if c := table.HeadRows[0][3]; c.ColSpan != 2 || c.RowSpan != 1 || table.HeadRows[0][0].RowSpan != 2 {
		t.Errorf("spans of the head: %+v", table.HeadRows[0])
	}
}

func TestNumbers(t *testing.T) {
	formats := []struct {
		value      any
		code, want string
	}{
		{46086, "yyyy\"年\"m\"月\"d\"日\"", "2026-03-05"},
		{46086, `[$-804]yyyy"年"m"月"d"日";@`, "2026-03-05"},
		{46086.604166667, "yyyy-mm-dd hh:mm", "2026-03-05T14:30"},
		{46086.25, "m\"月\"d\"日\"", "2026-03-05"},
		{0.375, "h:mm", "09:00"},
		{1.5, "[h]:mm", "36:00"},
		{7, "00000", "00007"},
		{0.995, "0.0%", "99.5%"},
		{12345.678, "#,##0.00", "12,345.68"},
		{138000012345, "0.00E+00", "138000012345"},
		{46086, "G/通用格式", "46086"},
		{0.1 + 0.2, "General", "0.3"},
		{1e-7, "General", "0.0000001"},
		{12, "0\"项\"", "12项"},
		{true, "General", "TRUE"},
	}
	data := book(t, func(f *excelize.File) {
		set(t, f, "Sheet1", []any{"项目", "值"})
		for i, c := range formats {
			set := cellName(i+2, 2)
			if err := f.SetCellValue("Sheet1", cellName(i+2, 1), "甲"); err != nil {
				t.Fatal(err)
			}
			if err := f.SetCellValue("Sheet1", set, c.value); err != nil {
				t.Fatal(err)
			}
			format(t, f, set, c.code)
		}
	})
	table, in := readBytes(data, Options{})
	if len(table.Rows) != len(formats) || len(in.diagnostics) > 0 {
		t.Fatalf("%d rows, %s", len(table.Rows), codes(in))
	}
	for i, c := range formats {
		if got := table.Rows[i][1].Text; got != c.want {
			t.Errorf("%v as %s: %q, want %q", c.value, c.code, got, c.want)
		}
	}
}

func TestHidden(t *testing.T) {
	data := book(t, func(f *excelize.File) {
		set(t, f, "Sheet1", []any{"机密", "内部"})
		for _, s := range []string{"空表", "三月", "四月"} {
			if _, err := f.NewSheet(s); err != nil {
				t.Fatal(err)
			}
		}
		set(t, f, "三月", []any{"组", "事项", "内部意见", "结果"},
			[]any{"一组", "检查", "x", "合格"}, []any{nil, "清理", "y", "合格"}, []any{"二组", "培训", "z", "合格"})
		for _, err := range []error{
			f.MergeCell("三月", "A2", "A3"),
			f.SetRowVisible("三月", 2, false),
			f.SetColVisible("三月", "C", false),
		} {
			if err != nil {
				t.Fatal(err)
			}
		}
		f.SetActiveSheet(2)
		if err := f.SetSheetVisible("Sheet1", false); err != nil {
			t.Fatal(err)
		}
	})
	table, in := readBytes(data, Options{})
	// The group's name stands in a row that is hidden; it is not lost.
	if got, want := show(table), "= 组|事项|结果\n一组|清理|合格\n二组|培训|合格\n"; got != want {
		t.Error(got)
	}
	if got := codes(in); got != "sheet-hidden-rows 1, sheet-hidden-columns 1" {
		t.Error(got)
	}
	if table.Sheet != "三月" || strings.Join(table.Sheets, " ") != "空表 三月 四月" {
		t.Errorf("%s of %v", table.Sheet, table.Sheets)
	}
	table, _ = readBytes(data, Options{Sheet: "三月", Hidden: true})
	if got, want := show(table), "= 组|事项|内部意见|结果\n一组{2x1}|检查|x|合格\n~|清理|y|合格\n二组|培训|z|合格\n"; got != want {
		t.Error(got)
	}
	if _, in = readBytes(data, Options{Sheet: "五月"}); codes(in) != "sheet-missing" || in.diagnostics[0].Args["known"] != "空表, 三月, 四月" {
		t.Errorf("%v", in.diagnostics)
	}
}

func TestFormulas(t *testing.T) {
	data := book(t, func(f *excelize.File) {
		set(t, f, "Sheet1", []any{"甲", "乙"}, []any{"一", 3})
		if err := f.SetCellFormula("Sheet1", "B2", "1+2"); err != nil {
			t.Fatal(err)
		}
		if err := f.SetCellFormula("Sheet1", "A3", "B2*2"); err != nil {
			t.Fatal(err)
		}
		set(t, f, "Sheet1", []any{"甲", "乙"})
	})
	table, in := readBytes(data, Options{})
	if got := show(table); got != "= 甲|乙\n一|3\n" || codes(in) != "sheet-formula A3" {
		t.Errorf("%s\n%s", codes(in), got)
	}
}

func TestDigitsLost(t *testing.T) {
	data := book(t, func(f *excelize.File) {
		set(t, f, "Sheet1", []any{"姓名", "证件"}, []any{"张三", 320000199001011000}, []any{"李四", "320000199001011234"})
	})
	table, in := readBytes(data, Options{})
	if table.Rows[1][1].Text != "320000199001011234" || codes(in) != "sheet-digits-lost B2" {
		t.Errorf("%s %s", codes(in), show(table))
	}
}

// pack makes an XLSX of our own parts beside the least there must be.
func pack(t testing.TB, sheet, strs string) string {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for name, text := range map[string]string{
		"xl/workbook.xml":            `<workbook xmlns:r="r"><workbookPr date1904="1"/><sheets><sheet name="表" r:id="rId1"/></sheets></workbook>`,
		"xl/_rels/workbook.xml.rels": `<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="/xl/worksheets/sheet1.xml"/></Relationships>`,
		"xl/worksheets/sheet1.xml":   sheet,
		"xl/sharedStrings.xml":       strs,
	} {
		w, err := z.Create(name)
		if err == nil {
			_, err = w.Write([]byte(text))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// TestOtherWriters: cells without places, prefixes, rich texts, phonetic ones,
// characters written _x000A_, days from 1904.
func TestOtherWriters(t *testing.T) {
	table, in := readBytes(pack(t,
		`<x:worksheet xmlns:x="x"><x:sheetData><x:row><x:c t="s"><x:v>0</x:v></x:c><x:c t="inlineStr"><x:is><x:t>日期</x:t></x:is></x:c></x:row>`+
			`<x:row r="9"><x:c t="s"><x:v>1</x:v></x:c><x:c><x:v>44624</x:v></x:c></x:row><x:row r="1048576" ht="20"/></x:sheetData></x:worksheet>`,
		`<sst><si><r><t>事</t></r><r><t>项</t></r><rPh><t>shi</t></rPh></si><si><t xml:space="preserve"> 第一行_x000A_第二行_x0009_</t></si></sst>`), Options{})
	if got := show(table); got != "= 事项|日期\n第一行/第二行|2026-03-05\n" || len(in.diagnostics) > 0 {
		t.Errorf("%s\n%s", codes(in), got)
	}
}

// TestHostile: what would fill the memory, or is none of ours, is refused or bounded.
func TestHostile(t *testing.T) {
	far := `<worksheet><sheetData>`
	for i := range 3000 {
		far += `<row r="` + itoa(i*300+1) + `"><c r="` + cellName(i*300+1, i*5+1) + `"><v>1</v></c></row>`
	}
	far += `</sheetData></worksheet>`
	var bomb bytes.Buffer
	z := zip.NewWriter(&bomb)
	if _, err := z.CreateRaw(&zip.FileHeader{Name: "xl/workbook.xml", UncompressedSize64: MaxUnpacked + 1}); err != nil {
		t.Fatal(err)
	}
	z.Close()
	good := book(t, func(f *excelize.File) { set(t, f, "Sheet1", []any{"甲", "乙"}, []any{"一", "二"}) })
	for _, c := range []struct{ name, data, codes string }{
		{"a bomb", bomb.String(), "sheet-bomb"},
		{"a diagonal", pack(t, far, ""), "sheet-too-many-cells"},
		{"entities", pack(t, `<!DOCTYPE a [<!ENTITY b "bb"><!ENTITY c "&b;&b;">]><worksheet><sheetData><row><c><v>&c;</v></c></row></sheetData></worksheet>`, ""), "sheet-broken"},
		{"cut off", good[:len(good)/2], "sheet-broken"},
		{"an open cell", pack(t, `<worksheet><sheetData><row><c><v>1`, ""), "sheet-broken"},
		{"no workbook", pack(t, "", "")[:4] + "xxxx", "sheet-broken"},
		{"old Excel", string(oleMark) + strings.Repeat("x", 600), "sheet-old-format"},
		{"a password", string(oleMark) + "E\x00n\x00c\x00r\x00y\x00p\x00t\x00e\x00d\x00P\x00a\x00c\x00k\x00a\x00g\x00e\x00", "sheet-password"},
		{"a wrong text", pack(t, `<worksheet><sheetData><row><c t="s"><v>99</v></c><c t="e"><v>#REF!</v></c></row></sheetData></worksheet>`, ""), "sheet-error A1, sheet-error B1"},
	} {
		if _, in := readBytes(c.data, Options{}); codes(in) != c.codes {
			t.Errorf("%s: %s", c.name, codes(in))
		}
	}
	big := strings.NewReader(strings.Repeat("甲,乙\n", MaxFile/8+1))
	if table, found, err := Read("t.csv", big, Options{}); table != nil || err != nil || len(found) != 1 || found[0].Code != "sheet-too-large" {
		t.Errorf("a large file: %v %v", found, err)
	}
}
