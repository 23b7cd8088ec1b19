package charset

import (
	"strings"
	"testing"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
	"golang.org/x/text/encoding/unicode"
)

func TestDecode(t *testing.T) {
	const hans, hant = "各单位：请于三日内完成自查，并上报情况。", "各單位：請於三日內完成自查，並上報情況。"
	for _, c := range []struct {
		text string
		enc  encoding.Encoding
		name string
	}{
		{hans, encoding.Nop, "utf-8"},
		{hans, unicode.UTF8BOM, "utf-8"},
		{hans, simplifiedchinese.GB18030, "gb18030"},
		{hant, simplifiedchinese.GB18030, "gb18030"},
		{hant, traditionalchinese.Big5, "big5"},
		{hans, unicode.UTF16(unicode.LittleEndian, unicode.UseBOM), "utf-16"},
		{"a,b\r\n安,全\r\n", unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM), "utf-16"},
		{"plain", encoding.Nop, "utf-8"},
		{"安全生产，人人有责。", unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM), "utf-16"},
		{"安全生产，人人有责。", unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM), "utf-16"},
		{"王㛃、𠮷田、李䶮到岗，注意安全。", simplifiedchinese.GB18030, "gb18030"},
		{"工友喺地盤做嘢，要戴好安全帽，咪除落嚟。", traditionalchinese.Big5, "big5"},
	} {
		data, err := c.enc.NewEncoder().String(c.text)
		if err != nil {
			t.Fatal(err)
		}
		if text, name := Decode([]byte(data)); text != c.text || name != c.name {
			t.Errorf("%s: %q %s", c.name, text, name)
		}
	}
	stray := strings.Repeat(hans, 20) + "\xff"
	if text, name := Decode([]byte(stray)); name != "utf-8" || !strings.HasSuffix(text, "。\ufffd") {
		t.Errorf("a stray byte: %s %q", name, text)
	}
	broken := strings.Replace("各单位：请于三日内完成自查，并上报情况。", "日", "\xe6\x97", 1)
	if text, name := Decode([]byte(broken)); name != "utf-8" || !strings.HasPrefix(text, "各单位：请于三\ufffd内") {
		t.Errorf("a broken character: %s %q", name, text)
	}
	if text, name := Decode([]byte("\x89PNG\r\n\x1a\n\xff\xff\xff\xff\xff\xff\xff")); name != "" || text != "" {
		t.Errorf("no text: %q %s", text, name)
	}
}
