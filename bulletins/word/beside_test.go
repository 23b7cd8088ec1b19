package word

import (
	"bytes"
	"strings"
	"testing"

	"safety365/bulletins/kinds"
)

const besides = `---
lang: zh-Hans
title: 首字与旁注
settings: {page.sidenotes: 25mm}
---

::: dropcap {lines=3}
“安全”二字最要紧，各单位要把隐患查清楚，逐条登记，谁发现、谁整改、谁复查，都写在同一张表上，到月底逐条核销，不留尾巴，不走过场，做到件件有着落、事事有回音，让每一位职工平平安安上班、高高兴兴回家，这是头一件大事。
:::

先断电，后检修。:side[见操作规程第三条。]

::: sidenote
本段由电工班复核。
:::

配电箱前一米内不堆东西。
`

// TestBeside: a letter that covers several lines and notes in the margin stand so in
// Word too; a copy that comes back unchanged has no changes, and the letter is part of
// its paragraph again.
func TestBeside(t *testing.T) {
	doc, flow := composed(t, besides, "")
	data := written(t, flow)
	c, bad := openContainer(bytes.NewReader(data), int64(len(data)), "")
	if bad != nil {
		t.Fatal(bad)
	}
	part, _ := c.read("word/document.xml", maxPart)
	for _, want := range []string{`w:dropCap="drop" w:lines="3"`, `w:vAnchor="text" w:hAnchor="page"`} {
		if !bytes.Contains(part, []byte(want)) {
			t.Errorf("there is no %s", want)
		}
	}
	if bytes.Contains(part, []byte("footnoteReference")) {
		t.Error("a side note is a footnote")
	}
	got, _ := read(t, data, "x.docx")
	if got == nil || !strings.Contains(got.Markdown, "\n“安全”二字最要紧") || !strings.Contains(got.Markdown, "\n见操作规程第三条。\n\n先断电，后检修。\n\n本段由电工班复核。\n\n配电箱") {
		t.Errorf("%v", got)
	}
	list, found := Compare(t.Context(), doc, flow, bytes.NewReader(data), int64(len(data)), "x.docx")
	if len(list) > 0 || len(found) > 0 {
		t.Errorf("%v %v", list, found)
	}
}

// TestBackdrop: the border of a certificate lies behind the text of each page.
func TestBackdrop(t *testing.T) {
	text, err := kinds.Starter("certificate", "zh-Hans")
	if err != nil {
		t.Fatal(err)
	}
	_, flow := composed(t, text, "")
	data := written(t, flow)
	c, _ := openContainer(bytes.NewReader(data), int64(len(data)), "")
	part, _ := c.read("word/document.xml", maxPart)
	pages := 1 + bytes.Count(part, []byte("<w:pageBreakBefore/>"))
	if n := bytes.Count(part, []byte(`behindDoc="1"`)); n != pages || pages < 2 {
		t.Errorf("%d borders on %d pages", n, pages)
	}
}
