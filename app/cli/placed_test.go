package cli_test

import (
	"html"
	"math"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"
)

// jointText is a notice of every element: joint issuers, marks, attachments, imprint.
const jointText = `---
lang: zh-Hans
kind: official
copy_no: "000001"
classification: 机密★1年
urgency: 特急
issuer: [临江市应急管理局, 临江市消防救援局]
number: 临应急〔2026〕3号
title: 关于开展夏季安全检查的通知
to: [各县（市、区）应急管理局]
published: 2026-03-06
attachments: [检查表, 责任分工]
note: 此件公开
cc: [市安委会办公室]
printed_by: 临江市应急管理局办公室
printed: 2026-03-08
---

现将有关事项通知如下。

::: attachment {title=检查表}
一、电气。
:::

::: attachment {title=责任分工}
二、消防。
:::
`

// TestPlaced compares PDFs with the pages they were made of: each run of text and each
// rule stands in the file where package kinds measured it on the page by the clauses of
// GB/T 9704, as another program reads it.
func TestPlaced(t *testing.T) {
	mutool := tool(t, "mutool")
	dir := t.TempDir()
	docs := map[string]string{"joint": jointText}
	for _, kind := range []string{"official", "letter", "order", "minutes", "circular", "warning-letter"} {
		docs[kind] = output(t, "safety365", "new", kind, "--lang", "zh-Hans")
	}
	for name, text := range docs {
		t.Run(name, func(t *testing.T) {
			doc, pdf := filepath.Join(dir, name+".md"), filepath.Join(dir, name+".pdf")
			if err := os.WriteFile(doc, []byte(text), 0o644); err != nil {
				t.Fatal(err)
			}
			output(t, "safety365", "build", doc, "--draft", "-o", pdf)
			file := inFile(output(t, mutool, "draw", "-q", "-F", "stext", pdf), output(t, mutool, "trace", pdf))
			texts, rules := 0, 0
			for n, want := range onPages(output(t, "safety365", "layout", "--draft", doc)) {
				for _, w := range want {
					if w.what == "rule" {
						rules++
					} else {
						texts++
					}
					if n >= len(file) || !w.in(file[n]) {
						t.Errorf("page %d: %q is not at %.2f %.2f pt in the file", n+1, w.what, w.x, w.y)
					}
				}
			}
			if texts < 10 || name == "joint" && rules < 4 {
				t.Errorf("only %d texts and %d rules were looked for", texts, rules)
			}
		})
	}
}

// place is where a character begins on its baseline, or the upper left corner of a rule;
// in points from the upper left corner of the sheet.
type place struct {
	what string
	x, y float64
}

func (p place) in(all []place) bool {
	const most = 0.1 * 72 / 25.4 // a tenth of a millimetre
	for _, q := range all {
		if q.what == p.what && math.Abs(q.x-p.x) < most && math.Abs(q.y-p.y) < most {
			return true
		}
	}
	return false
}

func float(s string) float64 { f, _ := strconv.ParseFloat(s, 64); return f }

// onPages reads the display list.
func onPages(list string) [][]place {
	item := regexp.MustCompile(`^  (text|rect) ([\d.-]+) ([\d.-]+) (?:[^"]*"([^"\\ ]))?`)
	var pages [][]place
	for line := range strings.Lines(list) {
		if strings.HasPrefix(line, "page ") {
			pages = append(pages, nil)
		}
		m := item.FindStringSubmatch(line)
		if m == nil || m[1] == "text" && m[4] == "" {
			continue
		}
		what := m[4]
		if m[1] == "rect" {
			what = "rule"
		}
		pages[len(pages)-1] = append(pages[len(pages)-1], place{what, float(m[2]), float(m[3])})
	}
	return pages
}

// inFile reads what mutool says of a PDF: the characters, and the rectangles that are
// filled.
func inFile(stext, trace string) [][]place {
	char := regexp.MustCompile(`<char [^>]*x="([\d.-]+)" y="([\d.-]+)"[^>]* c="([^"]+)"`)
	var pages [][]place
	for _, page := range strings.Split(stext, "<page ")[1:] {
		var all []place
		for _, m := range char.FindAllStringSubmatch(page, -1) {
			r, _ := utf8.DecodeRuneInString(html.UnescapeString(m[3]))
			all = append(all, place{string(r), float(m[1]), float(m[2])})
		}
		pages = append(pages, all)
	}
	rule := regexp.MustCompile(`<fill_path [^>]*transform="1 0 0 -1 0 ([\d.]+)">\s*<moveto x="([\d.-]+)" y="[\d.-]+"/>\s*<lineto [^>]*/>\s*<lineto x="[\d.-]+" y="([\d.-]+)"/>`)
	for n, page := range strings.Split(trace, "<page ")[1:] {
		for _, m := range rule.FindAllStringSubmatch(page, -1) {
			pages[n] = append(pages[n], place{"rule", float(m[2]), float(m[1]) - float(m[3])})
		}
	}
	return pages
}
