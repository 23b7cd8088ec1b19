package word

import (
	"archive/zip"
	"bytes"
	"io"
	"regexp"
	"strings"
	"testing"
)

// TestVerticalCells: a vertical frame is a table of one cell whose text runs downwards; a
// turned head is a cell whose text runs downwards or, in Latin letters, upwards; both are as
// tall as on our page.
func TestVerticalCells(t *testing.T) {
	const frame = "::: vertical {height=10em frame=rule}\n安全第一\n:::\n"
	const heads = "::: table {heads=vertical}\n| 整改责任人 | 检查项目 | First aid |\n|---|---|---|\n| 一 | 护栏立柱无松动 | x |\n:::\n"
	for _, test := range []struct{ front, body, want string }{
		{"lang: zh-Hans", frame, "2478 tbRl"},
		{"lang: zh-Hans", heads, "1049 tbRl btLr"},
		{"lang: zh-Hans\nsettings: {typeset: {direction: vertical}}", frame + "\n" + heads, "section"},
	} {
		_, flow := composed(t, "---\ntitle: 题\n"+test.front+"\n---\n\n前文。\n\n"+test.body, "")
		data := written(t, flow)
		z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
		if err != nil {
			t.Fatal(err)
		}
		f, err := z.Open("word/document.xml")
		if err != nil {
			t.Fatal(err)
		}
		xml, _ := io.ReadAll(f)
		var got []string
		for _, m := range regexp.MustCompile(`<w:trHeight w:val="(\d+)"|<w:textDirection w:val="(\w+)"/>(<w:vAlign)?(</w:tcPr>)?`).FindAllStringSubmatch(string(xml), -1) {
			switch {
			case m[1] != "":
				got = append(got, m[1])
			case m[3]+m[4] == "":
				got = append(got, "section")
			default:
				got = append(got, m[2])
			}
		}
		if all := strings.Join(got, " "); all != test.want {
			t.Errorf("%q has %q, want %q", test.body, all, test.want)
		}
	}
}
