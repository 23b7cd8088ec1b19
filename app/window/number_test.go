package window

import (
	"path/filepath"
	"strings"
	"testing"

	"safety365/app/ui"
)

// TestProposeNumber: the next number of the folder is filled in; without any the office's
// code begins the row, and without that it is said what is missing.
func TestProposeNumber(t *testing.T) {
	official := func(number string) string {
		return "---\nlang: zh-Hans\nkind: official\ntitle: 通知\npublished: 2026-03-06\n" + number + "---\n\n正文。\n"
	}
	brief := func(series string) string {
		return "---\nlang: zh-Hans\nkind: brief\nmasthead: 简报\n" + series + "published: 2026-03-06\n---\n\n正文。\n"
	}
	for name, c := range map[string]struct {
		folder map[string]string
		want   string
	}{
		"next":                   {map[string]string{"新.md": official(""), "旧.md": official("number: 江应急〔2026〕4号\n")}, "number: 江应急〔2026〕5号\n"},
		"its own is not counted": {map[string]string{"新.md": official("number: 江应急〔2026〕9号\n"), "旧.md": official("number: 江应急〔2026〕4号\n")}, "number: 江应急〔2026〕5号\n"},
		"first":                  {map[string]string{"新.md": official(""), "office.yaml": "fields: {code: 江安委办}\n"}, "number: 江安委办〔2026〕1号\n"},
		"issue":                  {map[string]string{"新.md": brief(""), "旧.md": brief("series: {issue: 3, total: 40}\n")}, "series:\n  issue: 4\n  total: 41\n"},
		"none":                   {map[string]string{"新.md": official("")}, ""},
	} {
		t.Run(name, func(t *testing.T) {
			t.Setenv("XDG_CONFIG_HOME", t.TempDir())
			w, q, dir := opened(t, "zh-Hans", c.folder)
			w.begin([]string{filepath.Join(dir, "新.md")})
			w.proposeNumber()
			q.until(t, "an answer", func() bool {
				if c.want == "" {
					return says(w, ui.Say("fields-no-number"))
				}
				return strings.Contains(strings.ReplaceAll(w.desk.text.Text(), "\"", ""), c.want)
			})
		})
	}
}
