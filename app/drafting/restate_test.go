package drafting

import (
	"strings"
	"testing"
)

// TestRestate: a setting is stated where it is already, however that is written, and
// nothing else changes.
func TestRestate(t *testing.T) {
	for _, x := range []struct {
		name, text, setting string
		value               Field
		want                string
	}{
		{"none yet", "title: a\n", "page.size", Text("A5"), "title: a\nsettings:\n  page:\n    size: A5\n"},
		{"beside", "settings:\n  page:\n    size: A5 # small\n", "page.margins.top", Text("20mm"), "settings:\n  page:\n    size: A5 # small\n    margins:\n      top: \"20mm\"\n"},
		{"in braces", "settings:\n  page: {size: A5}\n", "page.margins.top", Text("20mm"), "settings:\n  page: {size: A5, margins: {top: \"20mm\"}}\n"},
		{"deep in braces", "settings: {page: {size: A5}} # x\n", "page.margins.top", Text("20mm"), "settings: {page: {size: A5, margins: {top: \"20mm\"}}} # x\n"},
		{"with a dot", "settings:\n  page.size: A5\n", "page.size", Text("A4"), "settings:\n  page.size: A4\n"},
		{"half a dot", "settings:\n  page.margins: {top: 3mm}\n", "page.margins.top", Text("20mm"), "settings:\n  page.margins: {top: \"20mm\"}\n"},
		{"twice", "settings:\n  page.size: A5\n  page:\n    size: A6\ntitle: a\n", "page.size", nil, "title: a\n"},
		{"whole", "title: a\nsettings:\n  colors: {accent: {gray: 100, srgb: \"#000000\"}}\n", "colors.accent", Map{{"gray", Text("50")}}, "title: a\nsettings:\n  colors: {accent: {gray: 50}}\n"},
		{"its parts", "settings:\n  colors.accent.gray: 3\n  page.size: A5\n", "colors.accent", nil, "settings:\n  page.size: A5\n"},
		{"not there", "title: a\n", "page.size", nil, ""},
		{"the same", "settings: {page: {size: A5}}\n", "page.size", Text("A5"), ""},
	} {
		doc := parse("---\n" + x.text + "---\n\n甲\n")
		c, ok := SetFields(doc, Restate(doc.Meta, x.setting, x.value))
		if x.want == "" {
			if ok {
				t.Errorf("%s: got %q", x.name, applied(doc.Text, c))
			}
			continue
		}
		got := applied(doc.Text, c)
		if got = strings.TrimSuffix(strings.TrimPrefix(got, "---\n"), "---\n\n甲\n"); !ok || got != x.want {
			t.Errorf("%s\n got %q\nwant %q", x.name, got, x.want)
		}
	}
}
