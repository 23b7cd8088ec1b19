package layout_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"safety365/bulletins/layout"
	"safety365/bulletins/page"
)

// pictureAt makes a picture at a side.
func pictureAt(t testing.TB, lang, side string, share, height int) *layout.Figure {
	th := themeFor(t, lang)
	caption := &layout.Text{Style: th.Style("caption"), Inlines: []layout.Inline{{Text: "Caption 图注", Source: -1}}}
	return &layout.Figure{Style: th.Style("figure"), Look: th.Figures, Caption: caption, Side: side, Share: share,
		Picture: layout.Picture{Source: &page.ImageSource{Name: side, Width: 900, Height: height}, Alt: "x"}}
}

// pictures lists those of a page.
func pictures(p *page.Page) []page.Rect {
	var out []page.Rect
	for _, it := range p.Items {
		if im, ok := it.(*page.Image); ok {
			out = append(out, im.Rect)
		}
	}
	return out
}

// checkBeside: no line stands on a picture, and those beside one are as long as the
// room that it leaves.
func checkBeside(t *testing.T, p *page.Page, area page.Rect) (beside int) {
	t.Helper()
	noOverlap(t, p)
	for _, r := range pictures(p) {
		if r.Y < area.Y || r.Y+r.H > area.Y+area.H {
			t.Fatalf("page %d: a picture stands at %v", p.Number+1, r)
		}
		for _, l := range p.Lines {
			if l.Role == "caption" || l.Baseline < r.Y || l.Baseline-5*page.Pt > r.Y+r.H {
				continue
			}
			if l.X < r.X+r.W && l.X+l.Width > r.X {
				t.Fatalf("page %d: a line from %v to %v on a picture from %v to %v", p.Number+1, l.X, l.X+l.Width, r.X, r.X+r.W)
			}
			beside++
		}
	}
	return beside
}

// TestBeside: text goes round a picture, over the ends of paragraphs, and what does not
// flow stands below it.
func TestBeside(t *testing.T) {
	for _, c := range []struct {
		lang, side, text, after string
		beside                  int // at least so many lines
	}{
		{"zh-Hans", "left", strings.Repeat("安全生产责任重于泰山。", 40), "", 6},
		{"zh-Hans", "right", strings.Repeat("安全生产责任重于泰山。\n", 4), "#标题", 4},
		{"zh-Hant", "right", "安全。\n安全。", "|表|格", 2},
		{"en", "left", strings.Repeat("Every hazard will be visited a second time. ", 30), "", 6},
		{"id", "right", strings.Repeat("Setiap temuan akan didatangi sekali lagi. ", 30), "-butir", 6},
		{"zh-Hans", "left", "安全。", "#标题", 0}, // one line: in the column
	} {
		flow := flowOf(t, c.text+"\n"+c.after, c.lang)
		flow.Blocks = slices.Insert(flow.Blocks, 0, layout.Block(pictureAt(t, c.lang, c.side, 40, 600)))
		p := pagesOfFigures(t, flow)[0]
		area := flow.Theme.Area(1)
		if n := checkBeside(t, p, area); n < c.beside || c.beside == 0 && n > 0 {
			t.Errorf("%s %s: %d lines beside, not %d", c.lang, c.side, n, c.beside)
		}
		r := pictures(p)[0]
		if left, right := r.X == area.X, r.X+r.W == area.X+area.W; c.beside > 0 && (left != (c.side == "left") || right != (c.side == "right")) {
			t.Errorf("%s %s: the picture stands at %v", c.lang, c.side, r)
		}
		for _, l := range p.Lines {
			if low := r.Y + r.H; (l.Role == "h1" || l.Role == "table" || l.Role == "list") && l.Baseline < low {
				t.Errorf("%s %s: %s at %v beside a picture down to %v", c.lang, c.side, l.Role, l.Baseline, low)
			}
		}
	}
	// Where too little room is left, the picture stands in the column.
	flow := flowOf(t, strings.Repeat("安全生产责任重于泰山。", 40), "zh-Hans")
	flow.Blocks = slices.Insert(flow.Blocks, 0, layout.Block(pictureAt(t, "zh-Hans", "left", 85, 300)))
	if n := checkBeside(t, pagesOfFigures(t, flow)[0], flow.Theme.Area(1)); n > 0 {
		t.Errorf("%d lines beside a picture that leaves no room", n)
	}
}

func pagesOfFigures(t *testing.T, flow *layout.Flow) []*page.Page {
	t.Helper()
	book, _, err := layout.Layout(context.Background(), flow, layout.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return book.Pages
}

// TestBesideEverywhere: wherever pictures stand, nothing is lost or stands on them, and
// a Session makes the same pages after every edit.
func TestBesideEverywhere(t *testing.T) {
	session := layout.NewSession(layout.Options{})
	for seed := range uint64(40) {
		r := rand.New(rand.NewPCG(seed, 3))
		lang := []string{"zh-Hans", "en", "id", "zh-Hant"}[seed/10]
		sets := []string{"page.columns=" + fmt.Sprint(seed/5%2*2)}
		flow := flowOf(t, randomText(r), lang, sets...)
		for range 4 {
			flow.Blocks = slices.Insert(flow.Blocks, r.IntN(len(flow.Blocks)), layout.Block(pictureAt(t, lang, []string{"left", "right"}[r.IntN(2)], 20+r.IntN(30), 300+r.IntN(900))))
		}
		for edit := range 4 {
			book, _, _ := layout.Layout(context.Background(), flow, layout.Options{})
			checkText(t, flow, book)
			got := session.Layout(context.Background(), flow)
			if got.Len() != len(book.Pages) {
				t.Fatalf("%d, edit %d: %d pages, not %d", seed, edit, got.Len(), len(book.Pages))
			}
			for i, p := range book.Pages {
				checkBeside(t, p, flow.Theme.Area(i+1))
				if !slices.Equal(placesOf(got.Page(i)), placesOf(p)) {
					t.Fatalf("%d, edit %d: page %d differs in the Session", seed, edit, i+1)
				}
			}
			next := *flow
			at := r.IntN(len(flow.Blocks))
			next.Blocks = slices.Clone(flow.Blocks)
			if edit%2 == 0 {
				next.Blocks = slices.Insert(next.Blocks, at, flowOf(t, "新的一段。New text here.", lang, sets...).Blocks[0])
			} else {
				next.Blocks = slices.Delete(next.Blocks, at, at+1)
			}
			flow = &next
		}
	}
}
