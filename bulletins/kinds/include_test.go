package kinds

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"safety365/bulletins"
)

// TestIncludeProof: what is taken in is read against the office's proof list, and what is
// wrong there is said with its file and line, waived as that document says.
func TestIncludeProof(t *testing.T) {
	dir := t.TempDir()
	for name, text := range map[string]string{
		"proof.csv": "错,对\n起动,启动\n",
		"one.md":    "---\nlang: zh-Hans\ntitle: 第一篇\n---\n\n今天起动演练。\n",
		"two.md":    "---\nlang: zh-Hans\ntitle: 第二篇\n---\n\n::: include {file=one.md}\n",
		"calm.md":   "---\nlang: zh-Hans\ntitle: 第三篇\nwaive: {proof-list: 引用原话}\n---\n\n今天起动演练。\n",
	} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	folder := open(t, dir)
	office, _ := ReadOffice("office.yaml", "proof: proof.csv\n", folder, nil)
	for name, want := range map[string]string{"one.md": "proof-list one.md:6 起动", "two.md": "proof-list one.md:6 起动", "calm.md": ""} {
		doc := bulletins.Parse("brief.md", "---\nlang: zh-Hans\nkind: brief\nmasthead: 简报\nissuer: [局]\nseries: {issue: 1}\npublished: 2026-03-01\n---\n\n::: include {file="+name+"}\n", Schema())
		_, found := NewComposer().Compose(office.Apply(doc), load(t, "brief-red", "zh-Hans"), folder, Options{Office: office})
		got := ""
		for _, d := range found {
			at := d.Elsewhere
			if at == nil {
				t.Errorf("%s: %s is said about the brief itself", name, d.Code)
				continue
			}
			data, err := folder.ReadFile(at.File, 1<<20)
			if err != nil || !strings.HasPrefix(doc.Text[d.Range.Start:], "file=") || d.Fix != nil {
				t.Errorf("%s: %+v, %v", name, d, err)
			}
			got += d.Code + " " + at.File + ":" + string(rune('0'+at.Line)) + " " + string(data[at.Range.Start:at.Range.End])
		}
		if got != want {
			t.Errorf("%s: %q, want %q", name, got, want)
		}
	}
}
