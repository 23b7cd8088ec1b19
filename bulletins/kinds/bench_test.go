package kinds

import (
	"fmt"
	"strings"
	"sync"
	"testing"

	"safety365/bulletins"
	"safety365/themes"
)

// hans is the bulletin theme in Simplified Chinese, the same pointer each time.
var hans = sync.OnceValue(func() *themes.Theme {
	theme, _ := themes.Load("bulletin", themes.Options{Language: "zh-Hans"})
	return theme
})

// bulletinOf returns a text of about n blocks of every sort.
func bulletinOf(n int) string {
	var b strings.Builder
	b.WriteString(front)
	for i := range n / 8 {
		fmt.Fprintf(&b, "## 第%d节\n\n", i)
		for k := range 4 {
			fmt.Fprintf(&b, "第%d节第%d段：**安全第一**，预防为主，综合治理。各单位要把*隐患*当成事故，见[网页](https://example.org/%d)[^%d-%d]。\n\n", i, k, i, i, k)
		}
		fmt.Fprintf(&b, "- 一\n- 二%d\n\n| 甲 | 乙 |\n|--|--|\n| %d | 2 |\n\n> 引文%d\n\n", i, i, i)
		for k := range 4 {
			fmt.Fprintf(&b, "[^%d-%d]: 注释%d。\n", i, k, i)
		}
		b.WriteByte('\n')
	}
	return b.String()
}

// BenchmarkCompose composes a text of 1,600 blocks for the first time.
func BenchmarkCompose(b *testing.B) {
	doc := bulletins.Parse("b.md", bulletinOf(1600), Schema())
	theme := hans()
	b.ReportMetric(float64(len(doc.Blocks)), "blocks")
	for b.Loop() {
		NewComposer().Compose(doc, theme, nil, Options{})
	}
}

// BenchmarkEdit composes it again after a keystroke in the middle.
func BenchmarkEdit(b *testing.B) {
	var p bulletins.Parser
	text := bulletinOf(1600)
	at := strings.Index(text, "第100节第2段")
	var docs []*bulletins.Document
	for i := range 10 {
		docs = append(docs, p.Parse("b.md", text[:at]+strings.Repeat("改", i)+text[at:], Schema()))
	}
	c, theme := NewComposer(), hans()
	c.Compose(docs[0], theme, nil, Options{})
	i := 0
	for b.Loop() {
		c.Compose(docs[i%len(docs)], theme, nil, Options{})
		i++
	}
}
