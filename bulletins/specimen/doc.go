// Package specimen makes texts of any length for tests and benchmarks, the same ones
// in every package, so that their figures can be compared.
package specimen

import (
	"fmt"
	"strings"
)

// Bulletin returns a Chinese bulletin of about so many A4 pages in which every heading,
// paragraph and list item differs from every other.
func Bulletin(pages int) string {
	var b strings.Builder
	b.WriteString("---\nlang: zh-Hans\ntitle: 关于严格落实安全生产责任的通知\nissuer: 安全环保部\n---\n\n")
	for i := range pages * 4 {
		fmt.Fprintf(&b, "## 第%d节　严格落实责任\n\n", i)
		for k := range 2 {
			fmt.Fprintf(&b, "第%d节第%d段：会议指出，要保持清醒头脑，深刻认识危险行业安全形势的严峻性、复杂性。安全生产责任重于泰山，一旦发生事故，后果将不堪设想；按照ISO 45001标准，共85 dB(A)，全厂37处重大危险源（一）实施“分级管控”，做到**底数清**、情况明、数据准，责任到人，措施到位。\n\n", i, k)
		}
		fmt.Fprintf(&b, "- 第%d组：检查消防通道是否畅通。\n- 核对特种作业操作证有效期。\n\n", i)
	}
	return b.String()
}

// Typed returns a [Bulletin] with n characters typed in its middle.
func Typed(text string, n int) string {
	at := strings.Index(text[len(text)/2:], "安全生产") + len(text)/2
	return text[:at] + strings.Repeat("改", n) + text[at:]
}
