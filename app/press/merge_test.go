package press

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"safety365/bulletins"
	"safety365/bulletins/kinds"
)

// TestFillSlots: what a value says stands on the page as it is, wherever it is put.
func TestFillSlots(t *testing.T) {
	values := map[string]string{"a": `x: "q" \ [l](u) {k=v} #h | *b* <i> & end`, "n": "1. 甲\n乙", "d": "2026-03-05", "e": ""}
	fill := func(text string) string {
		return fillSlots(text, "zh-Hans", func(name string) string { return values[name] })
	}
	for _, c := range []struct{ in, want string }{
		{"无", "无"},
		{"{{n}}。", `1\. 甲<br>乙。`},
		{"在{{ d }}前", "在2026年3月5日前"},
		{"| {{a}} |", `| x: "q" \\ \[l\](u) \{k=v\} #h \| \*b\* \<i\> \& end |`},
		{"`{{d}}`", "`2026-03-05`"},
		{"```\n{{a}}\n```\n{{e}}x", "```\n" + values["a"] + "\n```\nx"},
		{"::: quote {speaker={{d}} post=\"{{a}}\"}", `::: quote {speaker="2026-03-05" post="x: \"q\" ＼ [l](u) {k=v} #h | *b* <i> & end"}`},
		{"---\ntitle: 致{{a}}的信 # 注\nto: [{{d}}, '{{a}}']\nunit: {name: {{n}}}\nx: \"{{a}}\"\ny: |\n  {{a}}\nz: 1\n---\n", ""},
	} {
		got := fill(c.in)
		if c.want != "" && got != c.want {
			t.Errorf("%q:\n%s\nwant\n%s", c.in, got, c.want)
		}
	}
	doc := bulletins.Parse("a.md", fill("---\ntitle: 致{{a}}的信 # 注\nto: [{{d}}, '{{a}}', {{n}}]\nvenue: {name: {{n}}, address: \"{{a}}\"}\nabstract: |\n  {{a}}\nattendees:\n  - {{a}}\n---\n\n{{a}}\n"), kinds.Schema())
	if len(doc.Diagnostics) > 0 {
		t.Fatal(doc.Diagnostics, doc.Text)
	}
	for got, want := range map[string]string{
		doc.Meta.Text("title"): "致" + values["a"] + "的信", strings.Join(doc.Meta.List("to"), ";"): "2026-03-05;" + values["a"] + ";1. 甲 乙",
		doc.Meta.Values["venue"].Map["name"].Text: "1. 甲 乙", doc.Meta.Values["venue"].Map["address"].Text: values["a"],
		strings.TrimSpace(doc.Meta.Text("abstract")): values["a"], strings.Join(doc.Meta.List("attendees"), ";"): values["a"],
		bulletins.PlainText(doc.Blocks[0].Block.(*bulletins.Paragraph).Spans): values["a"],
	} {
		if got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

// TestMerge: a document of each row that says anything, named by number and name; a
// column that there is not is an error at its place.
func TestMerge(t *testing.T) {
	path := filepath.Join(t.TempDir(), "名单.csv")
	if err := os.WriteFile(path, []byte("序号,企业名称,电话\n1,甲/厂,123\n\n2,乙厂,456\n合计,,2\n"), 0o666); err != nil {
		t.Fatal(err)
	}
	m, found, err := ReadMerge("信.md", "---\nlang: zh-Hans\n---\n致{{企业名称}}：{{电 话}}，{{企业名}}。\n", path, "")
	if err != nil || len(found) != 1 || found[0].Line != 4 || found[0].Code != "merge-column" || found[0].Args["nearest"] != "企业名称" {
		t.Fatal(err, found)
	}
	if len(m.Rows) != 2 || m.FileName(0) != "1 甲／厂" || m.FileName(1) != "2 乙厂" {
		t.Error(m.Rows, m.FileName(0), m.FileName(1))
	}
	if row, name := m.Place(1); row != 4 || name != "乙厂" {
		t.Error(row, name)
	}
	if got := m.Text(1); !strings.Contains(got, "致乙厂：456，。") {
		t.Error(got)
	}
}
