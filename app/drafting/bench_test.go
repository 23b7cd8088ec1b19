package drafting

import (
	"fmt"
	"strings"
	"testing"

	"safety365/app/manuscript"
)

// long is a text of about n characters.
func long(n int) string {
	var b strings.Builder
	b.WriteString("---\ntitle: 安全简报\n---\n\n")
	for i := 0; n > 0; i++ {
		p := fmt.Sprintf("第%d段：各班组要把安全生产责任落实到人，**隐患**不过夜；参见GB 2894—2025和[规程](a.md)。", i)
		p += strings.Repeat("作业前先确认，作业中勤检查，作业后要复位。", 5)
		if i%10 == 0 {
			p = fmt.Sprintf("## 第%d节", i)
		}
		if i%17 == 0 {
			p = "| 序号 | 场所 |\n|--:|:--|" + strings.Repeat("\n| 1 | 装配车间 |", 20)
		}
		b.WriteString(p + "\n\n")
		n -= len([]rune(p))
	}
	return b.String()
}

func BenchmarkType(b *testing.B) {
	for _, x := range []struct{ name, text string }{{"letter", "安"}, {"mark", "*"}, {"digit", "5"}} {
		b.Run(x.name, func(b *testing.B) {
			d := parse(long(100_000))
			at := strings.Index(d.Text[len(d.Text)/2:], "责任") + len(d.Text)/2
			for b.Loop() {
				Type(d, manuscript.At(at), x.text)
			}
		})
	}
}

func BenchmarkKeys(b *testing.B) {
	d := parse(long(100_000))
	at := strings.Index(d.Text[len(d.Text)/2:], "责任") + len(d.Text)/2
	for _, x := range []struct {
		name string
		f    command
	}{{"Enter", Enter}, {"Backspace", Backspace}} {
		b.Run(x.name, func(b *testing.B) {
			for b.Loop() {
				x.f(d, manuscript.At(at))
			}
		})
	}
	b.Run("Looks", func(b *testing.B) {
		for b.Loop() {
			Looks(d, manuscript.At(at))
		}
	})
	b.Run("Count", func(b *testing.B) {
		var c Counter
		for b.Loop() {
			c.Count(d)
		}
	})
	b.Run("SetField", func(b *testing.B) {
		for b.Loop() {
			SetField(d, []string{"title"}, Text("新题"))
		}
	})
	b.Run("Habit", func(b *testing.B) {
		e := parse(d.Text + "\n\n\\-")
		for b.Loop() {
			Type(e, manuscript.At(len(e.Text)), " ")
		}
	})
}
