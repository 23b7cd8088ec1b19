package view

import (
	"fmt"
	"strings"
	"testing"

	"safety365/app/manuscript"
	"safety365/bulletins/kinds"
	"safety365/bulletins/page"
)

// article returns a document of about so many characters.
func article(characters int) string {
	var b strings.Builder
	for i := 1; b.Len() < 3*characters; i++ {
		fmt.Fprintf(&b, "## 第%d节 班前检查\n\n", i)
		for j := range 4 {
			fmt.Fprintf(&b, "三月%d.%d日，市安委办召开安全生产**督导**推进会，通报2024年以来7个督导组的工作情况，要求各组以发现隐患为起点，用“放大镜”查找问题，用“标尺”衡量差距，用[任务书](http://example.org)落实整改。\n\n", i, j)
		}
		fmt.Fprintf(&b, "- 查现场%d\n- 查台账\n\n| 序号 | 隐患 |\n|---|---|\n| %d | 通道堵塞 |\n\n", i, i)
	}
	return b.String()
}

// BenchmarkKey types characters in the middle of a document: parse, Set and Draw.
func BenchmarkKey(b *testing.B) {
	for _, size := range []int{1_000, 10_000, 100_000} {
		text := article(size)
		at := strings.Index(text[len(text)/2:], "推进会") + len(text)/2
		b.Run(fmt.Sprintf("%dk", size/1000), func(b *testing.B) {
			w := write(b, text)
			key := func(i int) {
				typed := text[:at] + strings.Repeat("安", i%8) + text[at:]
				w.state.Document = w.parser.Parse("-", typed, kinds.Schema())
				w.state.Selection = manuscript.At(at + 3*(i%8))
			}
			b.Run("parse+set+draw", func(b *testing.B) {
				for i := range b.N {
					key(i)
					w.Set(w.state)
					y := w.Caret(w.state.Selection.Caret).Y
					w.Draw(y-400*page.Pt, 900*page.Pt)
				}
			})
			b.Run("set+draw", func(b *testing.B) {
				for i := range b.N {
					b.StopTimer()
					key(i)
					b.StartTimer()
					w.Set(w.state)
					y := w.Caret(w.state.Selection.Caret).Y
					w.Draw(y-400*page.Pt, 900*page.Pt)
				}
			})
			b.Run("set", func(b *testing.B) {
				for i := range b.N {
					b.StopTimer()
					key(i)
					b.StartTimer()
					w.Set(w.state)
				}
			})
		})
	}
}

// BenchmarkOpen makes everything, as when a document is opened or the window is made
// wider.
func BenchmarkOpen(b *testing.B) {
	for _, size := range []int{1_000, 10_000, 100_000} {
		w := write(b, article(size))
		b.Run(fmt.Sprintf("%dk", size/1000), func(b *testing.B) {
			b.ReportAllocs()
			for range b.N {
				w.Refresh()
			}
		})
	}
}

// BenchmarkSource types in source mode.
func BenchmarkSource(b *testing.B) {
	text := article(100_000)
	w := write(b, text)
	w.state.Marks = true
	for i := range b.N {
		b.StopTimer()
		at := len(text) / 2
		for text[at] != '\n' {
			at++
		}
		w.state.Document = w.parser.Parse("-", text[:at]+strings.Repeat("安", i%8)+text[at:], kinds.Schema())
		w.state.Selection = manuscript.At(at)
		b.StartTimer()
		w.Set(w.state)
		w.Draw(w.Caret(at).Y, 900*page.Pt)
	}
}
