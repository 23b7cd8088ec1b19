package kinds

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"golang.org/x/text/encoding/simplifiedchinese"

	"safety365/bulletins"
	"safety365/bulletins/layout"
)

// TestBook: a table file is read where it lies, and again when it has changed.
func TestBook(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "台账.csv")
	write := func(text string, age time.Duration) {
		data, err := simplifiedchinese.GB18030.NewEncoder().String(text)
		if err == nil {
			err = os.WriteFile(path, []byte(data), 0o666)
		}
		if err == nil {
			then := time.Now().Add(-age)
			err = os.Chtimes(path, then, then)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	c, folder := NewComposer(), open(t, dir)
	compose := func(file string) (string, string) {
		doc := bulletins.Parse("a.md", "---\nlang: zh-Hans\ntitle: 一\n---\n\n::: table {file="+file+"}\n:::\n", Schema())
		flow, found := c.Compose(doc, load(t, "bulletin", doc.Lang), folder, Options{})
		var cells, codes []string
		for _, b := range flow.Blocks {
			if table, ok := b.(*layout.Table); ok {
				for _, part := range [][]layout.TableRow{table.Head, table.Rows, table.Foot} {
					for _, row := range part {
						for _, cell := range row.Cells {
							for _, in := range cell.Text.Inlines {
								cells = append(cells, in.Text)
							}
						}
					}
				}
			}
		}
		for _, d := range found {
			codes = append(codes, d.Code)
		}
		return strings.Join(cells, " "), strings.Join(codes, " ")
	}
	for _, step := range []struct{ text, file, cells, codes string }{
		{"序号,隐患,整改时限\n1,配电箱未上锁,2026.3.5\n合计,1,\n", "台账.csv", "序号 隐患 整改时限 1 配电箱未上锁 2026.03.05 合计 1", ""},
		{"序号,隐患,整改时限\n1,灭火器压力不足,2026/4/12\n", "台账.csv", "序号 隐患 整改时限 1 灭火器压力不足 2026.04.12", ""},
		{"", "没有.csv", "", "data-missing"},
		{"", "../台账.csv", "", "data-outside"},
		{"", "https://example.org/a.csv", "", "data-outside"},
	} {
		if step.text != "" {
			write(step.text, time.Duration(len(step.text))*time.Second)
		}
		if cells, codes := compose(step.file); cells != step.cells || codes != step.codes {
			t.Errorf("%s: %s (%s), want %s (%s)", step.file, cells, codes, step.cells, step.codes)
		}
	}
}
