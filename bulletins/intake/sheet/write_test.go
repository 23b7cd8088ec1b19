package sheet

import (
	"bytes"
	"reflect"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

func ledgerTable() *Table {
	cell := func(text string, down, across int) Cell { return Cell{Text: text, RowSpan: down, ColSpan: across} }
	one := func(text string) Cell { return cell(text, 1, 1) }
	return &Table{
		Title: "隐患整改台账", Sheet: "台账/三月",
		Before: []string{"填报单位：某厂"}, After: []string{"填表人：王五"},
		Head: []string{"序号", "单位", "整改/措施", "整改/时限", "资金", "电话"},
		HeadRows: [][]Cell{
			{cell("序号", 2, 1), cell("单位", 2, 1), cell("整改", 1, 2), cell("", 0, 0), cell("资金", 2, 1), cell("电话", 2, 1)},
			{cell("", 0, 0), cell("", 0, 0), one("措施"), one("时限"), cell("", 0, 0), cell("", 0, 0)},
		},
		Rows: [][]Cell{
			{one("1"), cell("一号厂", 2, 1), one("加固\n护栏"), one("2026-03-05"), one("1,200.50"), one("013800001234")},
			{one("2"), cell("", 0, 0), one("=1+1"), one("2026-03-18T14:30"), one("80.00"), one("86000000")},
			{cell("合计", 1, 2), cell("", 0, 0), one(""), one(""), one("1,280.50"), one("")},
		},
		Totals: []int{2},
	}
}

// places takes the places in the file away, which differ between files.
func places(t *Table) *Table {
	for _, part := range [][][]Cell{t.HeadRows, t.Rows} {
		for _, row := range part {
			for i := range row {
				row[i].Row, row[i].Col = 0, 0
			}
		}
	}
	t.Sheets, t.Encoding = nil, ""
	return t
}

func TestRoundTrip(t *testing.T) {
	want := ledgerTable()
	var b bytes.Buffer
	if err := Write(&b, want); err != nil {
		t.Fatal(err)
	}
	got, in := readBytes(b.String(), Options{})
	want.Sheet = "台账 三月"
	if len(in.diagnostics) > 0 || !reflect.DeepEqual(places(got), want) {
		t.Errorf("%s\n%s\n%+v\n%+v", codes(in), show(got), got, want)
	}
	f, err := excelize.OpenReader(bytes.NewReader(b.Bytes()))
	if err != nil {
		t.Fatal(err)
	}
	for cell, kind := range map[string]excelize.CellType{"A5": excelize.CellTypeNumber, "D5": excelize.CellTypeNumber, "E5": excelize.CellTypeNumber, "F5": excelize.CellTypeInlineString, "C6": excelize.CellTypeInlineString} {
		got, err := f.GetCellType(want.Sheet, cell)
		if got == excelize.CellTypeUnset { // how a number is written
			got = excelize.CellTypeNumber
		}
		if err != nil || got != kind {
			t.Errorf("%s is of type %v, want %v (%v)", cell, got, kind, err)
		}
	}
	layout, err := f.GetPageLayout(want.Sheet)
	if err != nil || *layout.FitToWidth != 1 || *layout.Size != 9 {
		t.Errorf("page: %+v %v", layout, err)
	}
	if panes, err := f.GetPanes(want.Sheet); err != nil || panes.YSplit != 4 {
		t.Errorf("panes: %+v %v", panes, err)
	}
	if names := f.GetDefinedName(); len(names) != 1 || names[0].RefersTo != "'台账 三月'!$3:$4" {
		t.Errorf("head on each page: %+v", names)
	}
}

func TestMarkdown(t *testing.T) {
	const want = `::: table {caption="隐患整改台账" head=2}
| 序号 | 单位 | 整改 | < | 资金 | 电话 |
|---|---|---|---|---|---|
| ^ | ^ | 措施 | 时限 | ^ | ^ |
| 1 | 一号厂 | 加固<br>护栏 | 2026-03-05 | 1,200.50 | 013800001234 |
| 2 | ^ | =1+1 | 2026-03-18T14:30 | 80.00 | 86000000 |
| 合计 | < |  |  | 1,280.50 |  |
:::`
	if got := ledgerTable().Markdown(); got != want {
		t.Error(got)
	}
}

func TestWriteCSV(t *testing.T) {
	var b bytes.Buffer
	if err := WriteCSV(&b, ledgerTable()); err != nil {
		t.Fatal(err)
	}
	if !strings.HasPrefix(b.String(), "\ufeff序号,单位,") || !strings.Contains(b.String(), "'=1+1") {
		t.Errorf("%q", b.String())
	}
	got, _ := readBytes(b.String(), Options{})
	const want = "= 序号|单位|整改/措施|整改/时限|资金|电话\n1|一号厂|加固/护栏|2026-03-05|1,200.50|013800001234\n" +
		"2||=1+1|2026-03-18T14:30|80.00|86000000\n+ 合计||||1,280.50|\n"
	if show(got) != want {
		t.Error(show(got))
	}
}

// TestWriteLittle: a table without title and head rows, a head alone, and none.
func TestWriteLittle(t *testing.T) {
	for _, c := range []struct {
		table Table
		want  string
	}{
		{Table{Head: []string{"姓名", "单位"}, Rows: [][]Cell{cellsOf([]string{"张三", "一车间"})}}, "= 姓名|单位\n张三|一车间\n"},
		{Table{Head: []string{"姓名", "单位"}}, "= 姓名|单位\n"},
		{Table{}, "nothing"},
	} {
		var b bytes.Buffer
		if err := Write(&b, &c.table); err != nil {
			t.Error(err)
		}
		if got, _ := readBytes(b.String(), Options{}); show(got) != c.want {
			t.Error(show(got))
		}
	}
}

// large is a ledger of 5,000 rows.
func large() *Table {
	t := &Table{Head: strings.Split("序号 隐患编号 发现日期 检查人 单位 部位 隐患描述 等级 类别 整改措施 责任单位 责任人 整改时限 整改资金 完成日期 复查人 复查日期 是否销号 备注", " ")}
	for i := range 5000 {
		n := itoa(i + 1)
		t.Rows = append(t.Rows, cellsOf(strings.Split(n+" YH-"+n+" 2026-03-05 张三 某某机械厂 二号车间 配电箱门未关闭，周围堆放杂物 一般 用电 清理杂物，关闭箱门并上锁 某某机械厂 李四 2026-03-18 300.50 2026-03-12 王五 2026-03-13 是 无", " ")))
	}
	return t
}

func BenchmarkRead(b *testing.B) {
	var xlsx, csv bytes.Buffer
	table := large()
	if err := Write(&xlsx, table); err != nil {
		b.Fatal(err)
	}
	if err := WriteCSV(&csv, table); err != nil {
		b.Fatal(err)
	}
	for name, data := range map[string]string{"xlsx": xlsx.String(), "csv": csv.String()} {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(data)))
			b.ReportAllocs()
			for b.Loop() {
				if t, in := readBytes(data, Options{}); len(t.Rows) != 5000 || len(in.diagnostics) > 0 {
					b.Fatal(len(t.Rows), codes(in))
				}
			}
		})
	}
}

func BenchmarkWrite(b *testing.B) {
	table := large()
	b.ReportAllocs()
	for b.Loop() {
		if err := Write(&bytes.Buffer{}, table); err != nil {
			b.Fatal(err)
		}
	}
}

// TestWriteSeveral: each table has a sheet of its own, of a name that no other has.
func TestWriteSeveral(t *testing.T) {
	cell := func(text string) [][]Cell { return [][]Cell{{{Text: text, RowSpan: 1, ColSpan: 1}}} }
	long := strings.Repeat("长", 40)
	var tables []*Table
	for _, name := range []string{"台账", "台账", "", long, long} {
		tables = append(tables, &Table{Sheet: name, Head: []string{"甲"}, Rows: cell(name + "一")})
	}
	var b bytes.Buffer
	if err := Write(&b, tables...); err != nil {
		t.Fatal(err)
	}
	want := []string{"台账", "台账 2", "Sheet3", long[:31*3], long[:29*3] + " 2"}
	for i, name := range want {
		got, _ := readBytes(b.String(), Options{Sheet: name})
		if got == nil || !reflect.DeepEqual(got.Sheets, want) || got.Rows[0][0].Text != tables[i].Sheet+"一" {
			t.Fatalf("%s: %+v", name, got)
		}
	}
}
