package kinds_test

import (
	"context"
	"strings"
	"testing"

	"safety365/bulletins"
	"safety365/bulletins/kinds"
	"safety365/bulletins/layout"
	"safety365/themes"
)

// TestWarningSession: kinds that lay the text out anew show after an edit what a new
// layout would.
func TestWarningSession(t *testing.T) {
	for _, name := range []string{"quiz", "certificate", "warning", "sign-in"} {
		t.Run(name, func(t *testing.T) {
			text, err := kinds.Starter(name, "en")
			if err != nil {
				t.Fatal(err)
			}
			theme, _ := themes.Load(kinds.ThemeFor(name, "en"), themes.Options{Language: "en", Kinds: []string{name}})
			var parser bulletins.Parser
			composer, session := kinds.NewComposer(), layout.NewSession(layout.Options{})
			for i, edit := range []func(string) string{
				func(s string) string { return s },
				func(s string) string { return strings.Replace(s, "work", "hard work", 2) },
				func(s string) string { return strings.Replace(s, "2026", "2027", 1) },
				func(s string) string { return s + "\nOne more paragraph.\n" },
				func(s string) string { return strings.Replace(s, "attendees:\n", "attendees:\n  - Ann\n", 1) },
			} {
				text = edit(text)
				flow, _ := composer.Compose(parser.Parse("b.md", text, kinds.Schema()), theme, nil, kinds.Options{})
				got := session.Layout(context.Background(), flow)
				fresh, _ := kinds.NewComposer().Compose(bulletins.Parse("b.md", text, kinds.Schema()), theme, nil, kinds.Options{})
				want, _, err := layout.Layout(context.Background(), fresh, layout.Options{})
				if err != nil {
					t.Fatal(err)
				}
				if got.Len() != len(want.Pages) {
					t.Fatalf("edit %d: %d pages, not %d", i, got.Len(), len(want.Pages))
				}
				for k, p := range want.Pages {
					if a, b := shown(got.Page(k)), shown(p); a != b {
						t.Fatalf("edit %d, page %d:\n%s\nnot\n%s", i, k+1, a, b)
					}
				}
			}
		})
	}
}
