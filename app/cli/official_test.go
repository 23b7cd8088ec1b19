package cli_test

import (
	"math"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// officialText is a notice of one page, with its imprint on the side behind it.
const officialText = `---
lang: zh-Hans
kind: official
issuer: [临江市应急管理局]
number: 临应急〔2026〕3号
title: 关于开展夏季安全检查的通知
to: [各县（市、区）应急管理局]
published: 2026-03-06
cc: [市安委会办公室]
printed_by: 临江市应急管理局办公室
printed: 2026-03-08
---

现将有关事项通知如下。
`

// TestOfficialPDF measures a PDF with another program: places of GB/T 9704-2012 in mm.
func TestOfficialPDF(t *testing.T) {
	measure := tool(t, "pdftotext")
	dir := t.TempDir()
	doc, pdf := filepath.Join(dir, "notice.md"), filepath.Join(dir, "notice.pdf")
	if err := os.WriteFile(doc, []byte(officialText), 0o644); err != nil {
		t.Fatal(err)
	}
	output(t, "safety365", "build", doc, "-o", pdf)
	pages := strings.Split(output(t, measure, "-bbox", pdf, "-"), "<page ")[1:]
	if len(pages) != 2 {
		t.Fatal(len(pages), "pages")
	}
	word := regexp.MustCompile(`xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">([^<]*)<`)
	for _, c := range []struct {
		page  int
		words string
		edge  int // left, top, right, bottom
		want  float64
	}{
		{0, "临江市应急管理局文件", 1, 72},
		{0, "各县", 0, 28},
		{0, "现将", 0, 28 + 2*156.0/28},
		{1, "抄送", 0, 26 + 156.0/28},
		{1, "2026年3月8日印发", 2, 182 - 156.0/28},
	} {
		found := false
		for _, m := range word.FindAllStringSubmatch(pages[c.page], -1) {
			if !strings.HasPrefix(m[5], c.words) {
				continue
			}
			found = true
			pt, _ := strconv.ParseFloat(m[1+c.edge], 64)
			if got := pt * 25.4 / 72; math.Abs(got-c.want) > 0.3 {
				t.Errorf("%s at %.2f mm, want %.2f", c.words, got, c.want)
			}
			break
		}
		if !found {
			t.Errorf("page %d has no word %s in %s", c.page+1, c.words, pages[c.page])
		}
	}
	if strings.Contains(pages[1], ">—<") {
		t.Error("the side of the imprint alone has a number")
	}
}
