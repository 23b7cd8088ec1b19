package layout_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"testing"

	"safety365/bulletins/layout"
	"safety365/bulletins/page"
)

// inColumns makes a picture as wide as 60 % of its column that goes to a place.
func inColumns(t testing.TB, place string, number, height int) *layout.Figure {
	f := placedPicture(t, "zh-Hans", place, number, height)
	f.Caption = nil
	return f
}

// TestFloatInColumns: in columns a picture stands at the top or the foot of its column, or
// of the next one if it has no room, and the text fills the columns.
func TestFloatInColumns(t *testing.T) {
	for _, place := range []string{"top", "bottom", "float"} {
		for _, notes := range []string{"page", "column"} {
			for at := 1; at < 130; at += 9 {
				flow := flowOf(t, strings.Repeat("安全生产责任重于泰山。\n", 100)+strings.Repeat("^安全生产。\n", 30), "zh-Hans", "page.columns=2", "footnotes.place="+notes)
				flow.Blocks = slices.Insert(flow.Blocks, at, layout.Block(inColumns(t, place, 0, 700)))
				area, found := flow.Theme.Area(1), 0
				pages := pagesOfFigures(t, flow)
				for n, p := range pages {
					noOverlap(t, p)
					for _, r := range pictures(p) {
						found++
						least, most := p.Trim.H, page.Length(0)
						for _, l := range p.Lines {
							if l.Role == "body" && (l.X < area.X+area.W/2-20*page.Pt) == (r.X < area.X+area.W/2) {
								least, most = min(least, l.Baseline), max(most, l.Baseline)
							}
						}
						ok := map[string]bool{"top": least > r.Y+r.H && r.Y == area.Y, "bottom": most < r.Y, "float": true}[place]
						if end := area.Y + area.H - 30*page.Pt; place == "bottom" && n+2 < len(pages) && notes == "page" && n < 1 && r.Y+r.H < end {
							ok = false
						}
						if !ok {
							t.Errorf("%s, notes %s, after %d paragraphs: page %d, picture at %v, text of its column from %v to %v", place, notes, at, n+1, r, least, most)
						}
					}
				}
				if found != 1 {
					t.Errorf("%s, after %d paragraphs: %d pictures", place, at, found)
				}
				if lines := len(columnsOf(pages[0], area.W*9/10, "body")); lines != 2 {
					t.Errorf("%s, after %d paragraphs: %d columns on the first page", place, at, lines)
				}
			}
		}
	}
}

// TestFloatInColumnsOrder: pictures in columns keep their order, no text is lost, nothing
// stands on anything, and a Session makes the same pages.
func TestFloatInColumnsOrder(t *testing.T) {
	session := layout.NewSession(layout.Options{})
	places := []string{"top", "bottom", "page", "float"}
	for seed := range uint64(240) {
		r := rand.New(rand.NewPCG(seed, 6))
		sets := []string{"page.columns=" + fmt.Sprint(2+seed%2), "footnotes.place=" + []string{"page", "column"}[seed%2]}
		if seed%7 == 0 {
			sets = append(sets, "typeset.grid=36x38")
		}
		flow := flowOf(t, randomText(r), "zh-Hans", sets...)
		at := []int{}
		for range 6 {
			at = append(at, r.IntN(len(flow.Blocks)))
		}
		slices.Sort(at)
		for i, k := range at {
			flow.Blocks = slices.Insert(flow.Blocks, k+i, layout.Block(inColumns(t, places[r.IntN(len(places))], i, 200+r.IntN(1900))))
		}
		book, _, _ := layout.Layout(context.Background(), flow, layout.Options{})
		checkText(t, flow, book)
		got := session.Layout(context.Background(), flow)
		next := 0
		for i, p := range book.Pages {
			noOverlap(t, p)
			for _, it := range p.Items {
				im, ok := it.(*page.Image)
				if !ok {
					continue
				}
				next++
				for _, l := range p.Lines {
					if l.X < im.Rect.X+im.Rect.W && l.X+l.Width > im.Rect.X && l.Baseline > im.Rect.Y && l.Baseline-5*page.Pt < im.Rect.Y+im.Rect.H {
						t.Fatalf("%d, page %d: a line of %s on picture %s", seed, i+1, l.Role, im.Source.Name)
					}
				}
			}
			for k, n := range namesOf(p) {
				if n != next-len(namesOf(p))+k {
					t.Fatalf("%d, page %d: pictures %v, %d in all", seed, i+1, namesOf(p), next)
				}
			}
			if i >= got.Len() || !slices.Equal(placesOf(got.Page(i)), placesOf(p)) {
				t.Fatalf("%d: page %d differs in the Session", seed, i+1)
			}
		}
		if next != 6 {
			t.Fatalf("%d: %d pictures", seed, next)
		}
	}
}

// namesOf lists the numbers of the pictures of a page, from the lowest.
func namesOf(p *page.Page) []int {
	var out []int
	for _, it := range p.Items {
		if im, ok := it.(*page.Image); ok {
			n, _ := strconv.Atoi(im.Source.Name)
			out = append(out, n)
		}
	}
	slices.Sort(out)
	return out
}
