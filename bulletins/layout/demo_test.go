package layout_test

import (
	"bytes"
	"context"
	"os"
	"strings"
	"testing"

	"safety365/bulletins/layout"
	"safety365/bulletins/page"
	"safety365/bulletins/pdf"
	"safety365/themes"
)

func demoFlow(t testing.TB, pages int) *layout.Flow {
	th, problems := themes.Load("bulletin", themes.Options{Language: "zh-Hans"})
	for _, p := range problems {
		t.Fatal(p)
	}
	text := func(role, s string) *layout.Text {
		return &layout.Text{Style: th.Style(role), Inlines: []layout.Inline{{Text: s, Source: 0}}}
	}
	data, _ := os.ReadFile("/work/shared/tools/bench/inputs/zh.txt")
	paras := strings.Split(strings.TrimSpace(string(data)), "\n")
	f := &layout.Flow{Theme: th, Info: page.Info{Title: "安全生产宣传简报", Language: "zh-Hans"}, Fields: map[string]string{"title": "安全生产宣传简报"}}
	title := text("title", "安全生产宣传简报")
	title.Tag, title.Outline = page.RoleH1, 1
	f.Blocks = append(f.Blocks, title)
	for i := range pages {
		h := text("h1", "第一期　严格落实责任")
		h.Tag, h.Outline = "H2", 2
		f.Blocks = append(f.Blocks, h)
		for k := range 3 {
			f.Blocks = append(f.Blocks, text("body", paras[(i+k)%len(paras)]))
		}
		list := &layout.Frame{Tag: page.RoleL, Style: th.Style("list")}
		for _, s := range []string{"检查消防通道是否畅通，灭火器压力表指针应在绿区。", "核对特种作业操作证（IC卡）有效期，严禁无证上岗。", "临时用电执行“一机、一闸、一漏、一箱”，漏电动作电流≤30 mA。"} {
			list.Blocks = append(list.Blocks, &layout.Item{Label: text("listlabel", "•"), Indent: th.Lists.Indent, Blocks: []layout.Block{text("list", s)}})
		}
		f.Blocks = append(f.Blocks, list)
		tb := &layout.Table{Style: th.Style("table"), Look: th.Tables, Columns: make([]layout.Column, 5)}
		cell := func(role, s string) layout.Cell { return layout.Cell{Text: text(role, s)} }
		var head layout.Row
		for _, s := range []string{"序号", "隐患部位", "等级", "责任人", "整改期限"} {
			head.Cells = append(head.Cells, cell("tablehead", s))
		}
		tb.Head = []layout.Row{head}
		for _, r := range [][]string{{"11", "配电室", "重大", "王建国", "3日内"}, {"12", "原料仓库", "一般", "李秀英", "7日内"}} {
			var row layout.Row
			for _, s := range r {
				row.Cells = append(row.Cells, cell("table", s))
			}
			tb.Rows = append(tb.Rows, row)
		}
		f.Blocks = append(f.Blocks, tb)
	}
	return f
}

func TestDemo(t *testing.T) {
	f := demoFlow(t, 3)
	f.Mark = "送审稿"
	book, problems, err := layout.Layout(context.Background(), f, layout.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Log(problems, len(book.Pages))
	var buf bytes.Buffer
	if err := pdf.Write(book, pdf.Options{}, &buf); err != nil {
		t.Fatal(err)
	}
	os.WriteFile("/tmp/demo/demo.pdf", buf.Bytes(), 0o644)
}

func BenchmarkBuild(b *testing.B) {
	for b.Loop() {
		f := demoFlow(b, 100)
		n := 0
		layout.Build(context.Background(), f, layout.Options{}, func(*page.Page) error { n++; return nil })
		b.ReportMetric(float64(n), "pages")
	}
}
