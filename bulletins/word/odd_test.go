package word

import (
	"bytes"
	"regexp"
	"strings"
	"testing"
)

// odd are files as other programs write them.
var odd = map[string]func(document string) string{
	"as WPS writes": func(s string) string {
		s = regexp.MustCompile(`<w:r>((?:<w:rPr>(?:<w:[^>]*/>)*</w:rPr>)?)<w:t(?: [^>]*)?>([^<]{2})([^<]+)</w:t></w:r>`).ReplaceAllString(s,
			`<w:r>$1<w:t>$2</w:t></w:r><w:sdt><w:sdtPr/><w:sdtContent><w:r>$1<w:lastRenderedPageBreak/><w:t xml:space="preserve">$3</w:t></w:r></w:sdtContent></w:sdt>`)
		s = regexp.MustCompile(`<w:r>(.*?)</w:r>`).ReplaceAllString(s, `<w:proofErr w:type="spellStart"/><w:smartTag w:uri="x" w:element="y"><w:r w:rsidR="00A1">$1</w:r></w:smartTag>`)
		return strings.ReplaceAll(s, "<w:p>", `<w:p w:rsidR="00A1" w:rsidRDefault="00A2">`)
	},
	"strict": func(s string) string {
		return strings.NewReplacer("http://schemas.openxmlformats.org/wordprocessingml/2006/main", "http://purl.oclc.org/ooxml/wordprocessingml/main",
			"http://schemas.openxmlformats.org/officeDocument/2006/relationships", "http://purl.oclc.org/ooxml/officeDocument/relationships").Replace(s)
	},
	"another prefix": func(s string) string {
		return strings.NewReplacer("<w:", "<ns0:", "</w:", "</ns0:", " w:", " ns0:", "xmlns:w=", "xmlns:ns0=").Replace(s)
	},
	"without marks": func(s string) string {
		return regexp.MustCompile(`<w:bookmark(Start|End)[^>]*>`).ReplaceAllString(s, "")
	},
}

// TestOdd reads copies that other programs saved: none of our own text is a change, and
// what was changed is found.
func TestOdd(t *testing.T) {
	for kind, text := range starters(t) {
		t.Run(kind, func(t *testing.T) {
			t.Parallel()
			doc, flow := composed(t, text, "")
			w := compose(t.Context(), flow)
			for name, change := range odd {
				var parts []string
				for _, f := range w.parts() {
					data := string(f.data)
					if strings.HasPrefix(f.name, "word/") || name == "strict" {
						data = change(data)
					}
					parts = append(parts, f.name, data)
				}
				data := made(parts...)
				list, found := Compare(t.Context(), doc, flow, bytes.NewReader(data), int64(len(data)), "x.docx")
				if len(list) > 0 || len(found) > 0 && name != "without marks" {
					t.Errorf("%s: %v\n%s", name, found, told(list))
				}
			}
		})
	}
	_, flow := composed(t, reviewed, "")
	out := written(t, flow)
	for name, change := range odd {
		data := rewritten(t, out, "值班人员", "病假人员", "东侧", "西侧")
		parts := unpacked(t, data)
		for i := 1; i < len(parts); i += 2 {
			parts[i] = change(parts[i])
		}
		data = made(parts...)
		doc, flow := composed(t, reviewed, "")
		list, _ := Compare(t.Context(), doc, flow, bytes.NewReader(data), int64(len(data)), "x.docx")
		if got := Apply(reviewed, list, all); got != strings.NewReplacer("值班人员", "病假人员", "东侧", "西侧").Replace(reviewed) {
			t.Errorf("%s: %s\n%s", name, told(list), got)
		}
	}
}
