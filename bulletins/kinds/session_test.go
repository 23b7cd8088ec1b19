package kinds_test

import (
	"context"
	"fmt"
	"os"
	"reflect"
	"strings"
	"testing"

	"safety365/bulletins"
	"safety365/bulletins/kinds"
	"safety365/bulletins/layout"
	"safety365/bulletins/specimen"
	"safety365/themes"
)

// BenchmarkEditToPage takes a keystroke in the middle of a document of 1 to 1,000
// pages to the drawn page: each step for itself, and in all.
func BenchmarkEditToPage(b *testing.B) {
	for _, pages := range []int{1, 10, 100, 1000} {
		text := specimen.Bulletin(pages)
		for _, step := range []string{"parse+compose", "layout", "all"} {
			b.Run(fmt.Sprintf("%d/%s", pages, step), func(b *testing.B) {
				var parser bulletins.Parser
				composer := kinds.NewComposer()
				session := layout.NewSession(layout.Options{})
				theme, _ := themes.Load("bulletin", themes.Options{Language: "zh-Hans"})
				run := func(n int, time bool) {
					if time && step != "layout" {
						b.StartTimer()
					}
					doc := parser.Parse("b.md", specimen.Typed(text, n), kinds.Schema())
					flow, _ := composer.Compose(doc, theme, nil, kinds.Options{})
					if time && step == "layout" {
						b.StartTimer()
					}
					if time && step == "parse+compose" {
						b.StopTimer()
					}
					out := session.Layout(context.Background(), flow)
					out.Page(out.Len() / 2)
					b.StopTimer()
					b.ReportMetric(float64(out.Len()), "pages")
				}
				b.StopTimer()
				for n := range 12 {
					run(n, false)
				}
				for i := range b.N {
					run(i%12+i/12%2, true)
				}
			})
		}
	}
}

// TestSessionIsBuild: whatever was edited on the way, a Session's pages are those of
// a layout from nothing.
func TestSessionIsBuild(t *testing.T) {
	text := specimen.Bulletin(3)
	if sample, err := os.ReadFile("../../assets/samples/constructs.zh-Hans.md"); err == nil {
		text = string(sample)
	}
	theme, _ := themes.Load("bulletin", themes.Options{Language: "zh-Hans"})
	var parser bulletins.Parser
	composer := kinds.NewComposer()
	session := layout.NewSession(layout.Options{})
	edits := []func(string) string{
		func(s string) string { return s },
		func(s string) string { return strings.Replace(s, "安全", "十分安全", 3) },
		func(s string) string {
			return strings.Replace(s, "\n\n", "\n\n新加的一段话，长短不一。\n\n", 4)
		},
		func(s string) string {
			return strings.Replace(s, "。", "。[^new]", 1) + "\n\n[^new]: 新的注释。\n"
		},
		func(s string) string { return s[:strings.LastIndex(s, "\n\n")] },
	}
	for i, edit := range edits {
		text = edit(text)
		flow, _ := composer.Compose(parser.Parse("b.md", text, kinds.Schema()), theme, nil, kinds.Options{})
		got := session.Layout(context.Background(), flow)
		fresh, _ := kinds.NewComposer().Compose(bulletins.Parse("b.md", text, kinds.Schema()), theme, nil, kinds.Options{})
		want, problems, err := layout.Layout(context.Background(), fresh, layout.Options{})
		if err != nil {
			t.Fatal(err)
		}
		if got.Len() != len(want.Pages) {
			t.Fatalf("edit %d: %d pages, not %d", i, got.Len(), len(want.Pages))
		}
		if p := got.Problems(); len(p) != len(problems) {
			t.Errorf("edit %d: problems %v, not %v", i, p, problems)
		}
		if !reflect.DeepEqual(got.Dests(), want.Dests) {
			t.Errorf("edit %d: destinations differ", i)
		}
		for k, o := range got.Outline() {
			if w := want.Outline[k]; o.Title != w.Title || o.Level != w.Level || o.Dest != w.Dest {
				t.Errorf("edit %d: bookmark %v, not %v", i, o, w)
			}
		}
		for k, p := range want.Pages {
			if a, b := shown(got.Page(k)), shown(p); a != b {
				t.Fatalf("edit %d, page %d:\n%s\nnot\n%s", i, k+1, a, b)
			}
		}
	}
}
