package kinds_test

import (
	"fmt"
	"testing"

	"safety365/bulletins"
	"safety365/bulletins/kinds"
	"safety365/bulletins/layout"
	"safety365/themes"
)

// TestVertical: what a vertical frame is told, and what is said of a wrong height.
func TestVertical(t *testing.T) {
	for _, test := range []struct{ attrs, want, told string }{
		{"", "vertical 0 center even false", ""},
		{"{height=12em place=right}", "vertical 126 right even false", ""},
		{"{height=20mm frame=rule balance=on}", "verticalrule 56.693 center even true", ""},
		{"{frame=fill place=left}", "verticalfill 0 left even false", ""},
		{"{height=高}", "vertical 0 center even false", "vertical-height"},
		{"{height=-2em}", "vertical 0 center even false", "vertical-height"},
	} {
		doc := bulletins.Parse("a.md", "---\nlang: zh-Hans\ntitle: 通知\n---\n\n::: vertical "+test.attrs+"\n## 名 {#here}\n\n安全。\n:::\n", kinds.Schema())
		theme, _ := themes.Load("bulletin", themes.Options{Language: doc.Lang})
		flow, found := kinds.NewComposer().Compose(doc, theme, nil, kinds.Options{})
		told := ""
		for _, d := range append(doc.Diagnostics, found...) {
			told += d.Code
		}
		got := ""
		for _, b := range flow.Blocks {
			if v, ok := b.(*layout.Vertical); ok {
				got += fmt.Sprintf("%s %s %v even %v", v.Style.Role, v.Height.Decimal(3), v.Place, v.Even)
				if len(v.Blocks) != 2 {
					t.Errorf("%s: %d blocks", test.attrs, len(v.Blocks))
				}
			}
		}
		if got != test.want || told != test.told {
			t.Errorf("%q makes %q and says %q, want %q and %q", test.attrs, got, told, test.want, test.told)
		}
	}
}
