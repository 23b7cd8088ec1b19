package window

import (
	"path/filepath"
	"strings"
	"testing"

	"safety365/app/ui"
)

// TestGoToIncluded: a problem of an article that is taken in is said with its file, and
// leads there.
func TestGoToIncluded(t *testing.T) {
	brief := "---\nlang: zh-Hans\nkind: brief\nmasthead: 简报\nissuer: [局]\nseries: {issue: 1}\npublished: 2026-03-01\n---\n\n::: include {file=one.md}\n"
	w, q, dir := opened(t, "zh-Hans", map[string]string{
		"brief.md": brief, "one.md": "---\nlang: zh-Hans\ntitle: 第一篇\n---\n\n今天起动演练。\n", "office.yaml": "proof: proof.csv\n", "proof.csv": "错,对\n起动,启动\n",
	})
	w.begin([]string{filepath.Join(dir, "brief.md")})
	q.until(t, "pages", func() bool { return w.desk.sheets != nil })
	for _, p := range w.desk.problemsNow() {
		if p.Code != "proof-list" {
			continue
		}
		if message, _ := ui.Message(p); !strings.HasPrefix(message, "one.md 第6行：") {
			t.Errorf("it is said that %s", message)
		}
		w.desk.goTo(p)
		if filepath.Base(w.desk.path) != "one.md" || w.desk.text.Selected() != "起动" {
			t.Errorf("it leads to %q in %s", w.desk.text.Selected(), w.desk.path)
		}
		return
	}
	t.Errorf("nothing is said: %+v", w.desk.problemsNow())
}
