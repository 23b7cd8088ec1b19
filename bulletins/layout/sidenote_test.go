package layout_test

import (
	"context"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"safety365/bulletins/layout"
	"safety365/bulletins/page"
)

// TestSidenote: a side note stands in the outer margin with its first baseline on that
// of its line, on mirrored even pages at the left.
func TestSidenote(t *testing.T) {
	for _, lang := range []string{"zh-Hans", "en"} {
		sets := []string{"page.sidenotes=25mm", "page.mirror=on"}
		flow := flowOf(t, "~安全生产，人人有责。\n"+strings.Repeat("文字。\n", 60)+"~Every hazard 隐患。", lang, sets...)
		w, gap := flow.Theme.Sidenotes()
		for n, p := range pagesOf(t, flow) {
			area := flow.Theme.Area(n + 1)
			left := area.X + area.W + gap
			if n%2 == 1 {
				left = area.X - gap - w
			}
			found := false
			for i, l := range p.Lines {
				if l.Role != "sidenote" {
					continue
				}
				if l.X < left-page.Pt*5 || l.X+l.Width > left+w+page.Pt*5 || l.Measure != w {
					t.Errorf("%s, page %d: a side note from %v, %v wide, at %v", lang, n+1, l.X, l.Width, left)
				}
				if !found { // its first line
					found = true
					if !slices.ContainsFunc(p.Lines[:i], func(b page.Line) bool { return b.Role == "body" && b.Baseline == l.Baseline }) {
						t.Errorf("%s, page %d: the side note stands at %v", lang, n+1, l.Baseline)
					}
				}
			}
			if !found {
				t.Errorf("%s, page %d: no side note", lang, n+1)
			}
		}
	}
}

// TestSidenoteUnseen: a side note to what prints nothing is not lost.
func TestSidenoteUnseen(t *testing.T) {
	for _, unseen := range []string{" ", "\u200b", "", "\u3000 "} {
		flow := flowOf(t, "~安全生产，人人有责。", "zh-Hans", "page.sidenotes=25mm")
		flow.Blocks[0].(*layout.Text).Inlines[1].Text = unseen
		if p := pagesOf(t, flow)[0]; p.Lines[len(p.Lines)-1].Role != "sidenote" {
			t.Errorf("the side note to %q is lost", unseen)
		}
	}
}

// TestSidenotesApart: side notes stand neither on each other nor beyond the page, no
// text is lost, and a Session makes the same pages.
func TestSidenotesApart(t *testing.T) {
	session := layout.NewSession(layout.Options{})
	for seed := range uint64(40) {
		r := rand.New(rand.NewPCG(seed, 9))
		var text strings.Builder
		for range 30 {
			text.WriteString([]string{"~", "~", "", "#", "^", "="}[r.IntN(6)] + strings.Repeat("安全 hazard，", 1+r.IntN(30)) + "\n")
		}
		flow := flowOf(t, text.String(), "zh-Hans", "page.sidenotes=30mm")
		got := session.Layout(context.Background(), flow)
		for n, p := range pagesOf(t, flow) {
			noOverlap(t, p)
			area := flow.Theme.Area(n + 1)
			for _, l := range p.Lines {
				if l.Role == "sidenote" && (l.Baseline < area.Y || l.Baseline > area.Y+area.H) {
					t.Fatalf("%d, page %d: a side note stands at %v", seed, n+1, l.Baseline)
				}
			}
			if n >= got.Len() || !slices.Equal(placesOf(got.Page(n)), placesOf(p)) {
				t.Fatalf("%d: page %d differs in the Session", seed, n+1)
			}
		}
	}
}

// TestSidenoteTurned: on landscape pages a side note stands in the margin of that page.
func TestSidenoteTurned(t *testing.T) {
	for _, margins := range []string{"page.margins.top=45mm", "page.margins.bottom=45mm", "page.size=A5"} {
		flow := flowOf(t, "~安全生产，人人有责。\n"+strings.Repeat("文字。\n", 9), "zh-Hans", "page.sidenotes=25mm", margins)
		flow.Blocks = []layout.Block{&layout.Turn{Blocks: flow.Blocks}}
		p := pagesOf(t, flow)[0]
		page0 := &flow.Theme.Page
		left, right := page0.Bottom, p.Trim.W-page0.Top
		found := false
		for _, l := range p.Lines {
			if l.Role != "sidenote" {
				continue
			}
			found = true
			if l.X < 0 || l.X+l.Width > p.Trim.W || l.X < right && l.X+l.Width > left {
				t.Errorf("%s: a side note from %v to %v, the text from %v to %v of %v", margins, l.X, l.X+l.Width, left, right, p.Trim.W)
			}
		}
		if w, _ := flow.Theme.Sidenotes(); !found && w > 0 {
			t.Errorf("%s: no side note", margins)
		}
	}
}

// TestTallSideNote: a side note that no page has room for is told of.
func TestTallSideNote(t *testing.T) {
	for n, want := range map[int]int{10: 0, 2000: 1} {
		flow := flowOf(t, "~行中有旁注"+strings.Repeat("字", n), "zh-Hans", "page.sidenotes=25mm")
		_, problems, err := layout.Layout(context.Background(), flow, layout.Options{})
		if err != nil {
			t.Fatal(err)
		}
		problems = slices.DeleteFunc(problems, func(p layout.Problem) bool { return p.Code != "sidenote-overfull" })
		if len(problems) != want || want > 0 && problems[0].Args["text"] == "" {
			t.Errorf("%d characters: %v", n, problems)
		}
	}
}
