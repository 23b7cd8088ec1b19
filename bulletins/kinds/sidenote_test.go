package kinds_test

import (
	"testing"

	"safety365/bulletins"
	"safety365/bulletins/kinds"
	"safety365/themes"
)

// TestSidenoteVertical: vertical text has no room for side notes at its sides, and each
// one that becomes a footnote is told of at its place.
func TestSidenoteVertical(t *testing.T) {
	for _, test := range []struct {
		text, at string
		sets     []string
	}{
		{"安全生产:side[旁注]，人人有责。", ":side[旁注]", []string{"typeset.direction=vertical"}},
		{"::: sidenote\n旁注\n:::\n\n正文", "::: sidenote\n旁注\n:::", []string{"typeset.direction=vertical", "page.sidenotes=25mm"}},
		{"安全生产:side[旁注]，人人有责。", "", []string{"page.sidenotes=25mm"}},
		{"安全生产:side[旁注]，人人有责。", "", nil},
	} {
		doc := bulletins.Parse("a.md", "---\nlang: zh-Hans\ntitle: 通知\n---\n\n"+test.text, kinds.Schema())
		theme, _ := themes.Load("bulletin", themes.Options{Language: doc.Lang, Sets: themes.Sets(test.sets)})
		_, found := kinds.NewComposer().Compose(doc, theme, nil, kinds.Options{})
		at := ""
		for _, d := range found {
			if d.Code == "sidenote-vertical" {
				at += doc.Text[d.Range.Start:d.Range.End]
			}
		}
		if at != test.at {
			t.Errorf("%q with %v: told of at %q, want %q", test.text, test.sets, at, test.at)
		}
	}
}
