package layout_test

import (
	"context"
	"strings"
	"testing"

	"safety365/bulletins/layout"
	"safety365/bulletins/page"
)

// BenchmarkBuild lays out 160,000 characters of varied text.
func BenchmarkBuild(b *testing.B) {
	for _, c := range []struct{ lang, sentence string }{
		{"zh-Hans", "会议指出，要保持清醒头脑，深刻认识危险行业安全形势的严峻性、复杂性；按照ISO 45001标准，共85 dB(A)，全厂37处重大危险源（一）实施“分级管控”。"},
		{"en", "Every hazard closed out since the campaign began will be visited a second time, with the original photograph in hand; if it has come back, the item is reopened. "},
		{"id", "Setiap temuan yang telah ditutup sejak awal kampanye akan didatangi sekali lagi dengan membawa foto semula; bila temuan itu muncul kembali, pokoknya dibuka lagi. "},
	} {
		b.Run(c.lang, func(b *testing.B) {
			var text strings.Builder
			chars := 0
			for i := 0; chars < 160_000; i++ {
				n := 2 + i%4
				text.WriteString(strings.Repeat(c.sentence, n) + string(rune('一'+i%5000)) + "\n")
				chars += n * len([]rune(c.sentence))
			}
			flow := flowOf(b, text.String(), c.lang)
			for b.Loop() {
				layout.Build(context.Background(), flow, layout.Options{}, func(*page.Page) error { return nil })
			}
			b.ReportMetric(float64(chars)*float64(b.N)/b.Elapsed().Seconds(), "chars/s")
		})
	}
}
