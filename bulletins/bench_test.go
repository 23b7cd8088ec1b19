package bulletins

import (
	"fmt"
	"strings"
	"testing"
)

// longText is a Markdown text of some 160,000 characters: what a whole handbook has.
func longText() string {
	var b strings.Builder
	b.WriteString("---\nkind: bulletin\nlang: zh-Hans\ntitle: 安全手册\n---\n\n")
	for i := 0; b.Len() < 490_000; i++ {
		switch i % 10 {
		case 0:
			fmt.Fprintf(&b, "## 第%d节 安全检查 {#s%d}\n\n", i, i)
		case 3:
			fmt.Fprintf(&b, "- 现场第%d项\n- **第二项**\n- 第三项\n\n", i)
		case 5:
			fmt.Fprintf(&b, "::: callout {title=要点 tone=warning}\n第%d条要记住。[^n%d]\n:::\n\n[^n%d]: 注文。\n\n", i, i, i)
		case 7:
			fmt.Fprintf(&b, "| 甲 | 乙 |\n|---|---|\n| %d | 是 |\n\n", i)
		default:
			fmt.Fprintf(&b, "第%d段。", i)
			b.WriteString(strings.Repeat("各单位要**认真落实**安全生产责任制，加强现场检查，见[第一节](#s0)。", 4))
			b.WriteString("\n\n")
		}
	}
	return b.String()
}

func BenchmarkParse(b *testing.B) {
	text := longText()
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		Parse("", text, testSchema)
	}
}

func BenchmarkParseEdit(b *testing.B) {
	text := longText()
	at := strings.Index(text[len(text)/2:], "各单位") + len(text)/2
	var p Parser
	p.Parse("", text, testSchema)
	for i := 0; b.Loop(); i++ {
		p.Parse("", text[:at]+string(rune('一'+i%20000))+text[at:], testSchema)
	}
}
