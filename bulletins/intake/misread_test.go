package intake

import (
	"strings"
	"testing"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/simplifiedchinese"
)

// latin reads bytes as browsers read Latin-1.
func latin(data []byte) string {
	var b strings.Builder
	for _, c := range data {
		if r := charmap.Windows1252.DecodeByte(c); r != '\ufffd' {
			b.WriteRune(r)
		} else {
			b.WriteRune(rune(c))
		}
	}
	return b.String()
}

// TestMisread: a text that was read in a wrong encoding is read anew, and marked where
// bytes are lost.
func TestMisread(t *testing.T) {
	const hans = "关于汛期检查的通知，各班组要逐条对照，做到“不漏一处”。"
	in := func(e encoding.Encoding, s string) []byte { out, _ := e.NewEncoder().Bytes([]byte(s)); return out }
	asGBK, _ := simplifiedchinese.GBK.NewDecoder().String("汛期检查要逐条对照，一处不漏，重点看配电箱和脚手架，查完当天就改。")
	for _, c := range []struct{ text, want string }{
		{latin(in(simplifiedchinese.GBK, hans)), hans},
		{latin(in(simplifiedchinese.GBK, "關於汛期檢查的通知，各單位要逐條對照，做到一處不漏。")), "关于汛期检查的通知，各单位要逐条对照，做到一处不漏。"},
		{latin([]byte(hans)), hans},
		{asGBK, "汛期检查⟦?⟧逐条对照，一处不漏，重点看配电⟦?⟧和脚手架，查完当天就改⟦?⟧"},
		{"第三条锟斤拷锟斤拷规定，值班人员不得离岗。", "第三条⟦?⟧规定，值班人员不得离岗。"},
		{"Donâ€™t enter the tank; itâ€™s full of gas at 30Â°C.", "Don’t enter the tank; it’s full of gas at 30°C."},
	} {
		r := CleanText(c.text+"\n", "", Options{Off: []string{"I36"}})
		if got := strings.TrimSpace(r.Text[r.Body:]); got != c.want {
			t.Errorf("%s\nbecomes %s", c.text, got)
		}
		if len(r.Warnings) == 0 || r.Raw != c.text+"\n" {
			t.Errorf("nothing is said of %s", c.text)
		}
	}
	for _, s := range []string{
		"Señor Núñez, naïve café, Müller & Söhne, 10±0,5 × 3 · 30 °C ½ ¼ ¾ «déjà vu».\n",
		"××市××区，温度 10±0.5，乘以 ×3，间隔号·保留。\n",
		"«ÀÉÎÕÜ» ¡¿ ·····\n",
	} {
		if r := CleanText(s, "", Options{Off: []string{"I36"}}); strings.TrimLeft(r.Text[r.Body:], "\n") != s {
			t.Errorf("%s becomes %s", s, r.Text[r.Body:])
		}
	}
}
