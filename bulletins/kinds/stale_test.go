package kinds

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"safety365/bulletins"
)

// TestStale: what a document has kept of the older one it was made from.
func TestStale(t *testing.T) {
	dir := t.TempDir()
	old := "---\nlang: zh-Hans\n---\n\n第二十四届安全生产月，2025年6月16日咨询日。第3期。\n"
	if err := os.WriteFile(filepath.Join(dir, "old.md"), []byte(old), 0o666); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ front, text, want string }{
		{"made_from: old.md\npublished: 2026-06-01", "第二十四届，2025年6月16日，2024年", "stale-year 2025,stale-ordinal 第二十四届"},
		{"made_from: old.md\npublished: 2026-06-01", "第二十五届，2026年6月16日，第4期", ""},
		{"published: 2026-06-01", "第二十四届，2025年", ""},
		{"made_from: old.md\npublished: 2026-06-01\nwaive: {stale-year: 引用去年的办法}", "2025年，第3期", "stale-ordinal 第3期"},
		{"made_from: old.md\npublished: 2026-06-01\nwaive: {stale-year: \"\"}", "2025年", "stale-year 2025,waive-reason "},
		{"made_from: ../old.md\npublished: 2026-06-01", "2025年", ""},
		{"made_from: gone.md\npublished: 2026-06-01", "2025年", ""},
	} {
		doc := bulletins.Parse("new.md", "---\nlang: zh-Hans\ntitle: 一\n"+c.front+"\n---\n\n"+c.text+"\n", Schema())
		_, found := NewComposer().Compose(doc, load(t, "bulletin", doc.Lang), open(t, dir), Options{})
		var got []string
		for _, d := range found {
			if d.Severity >= bulletins.Warning {
				got = append(got, d.Code+" "+d.Args["year"]+d.Args["text"])
			}
		}
		if s := strings.Join(got, ","); s != c.want {
			t.Errorf("%s %s: %s, want %s", c.front, c.text, s, c.want)
		}
	}
}
