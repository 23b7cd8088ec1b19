package sheet

import (
	"bytes"
	"testing"

	"golang.org/x/text/encoding/simplifiedchinese"
)

// FuzzCSV and FuzzSheet: whatever a file holds, reading it ends, with a table whose
// rows are as long as its head, or with a Diagnostic; and what was read can be written.
func FuzzCSV(f *testing.F) {
	gb, _ := simplifiedchinese.GB18030.NewEncoder().String(ledger)
	for _, s := range []string{ledger, gb, "a;b\n\"1;2\n", "标题,,\n甲,乙,丙\n,丁,戊\n1,2,3\n合计,,3\n"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, data string) { sound(t, data) })
}

func FuzzSheet(f *testing.F) {
	f.Add(`<worksheet><cols><col min="2" max="3" hidden="1"/></cols><sheetData><row r="2"><c r="B2" t="s"><v>0</v></c><c t="inlineStr"><is><t>乙</t></is></c></row><row hidden="1"><c s="1"><v>46086</v></c></row></sheetData><mergeCells><mergeCell ref="A1:C2"/></mergeCells></worksheet>`, `<sst><si><t>日期</t></si></sst>`)
	f.Fuzz(func(t *testing.T, sheet, strs string) {
		if len(sheet)+len(strs) < 1<<16 {
			sound(t, pack(t, sheet, strs))
		}
	})
}

func sound(t *testing.T, data string) {
	table, in := readBytes(data, Options{})
	if table == nil {
		if len(in.diagnostics) == 0 {
			t.Fatal("neither a table nor a reason")
		}
		return
	}
	for _, row := range table.Rows {
		if len(row) != len(table.Head) {
			t.Fatalf("a row of %d under a head of %d", len(row), len(table.Head))
		}
	}
	for r := range table.Rows {
		for c := range table.Head {
			table.Value(r, c)
		}
	}
	if len(table.Rows)*len(table.Head) > 1000 {
		return
	}
	if err := Write(&bytes.Buffer{}, table); err != nil {
		t.Fatal(err)
	}
}
