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

// placedPicture makes a picture that goes to a place.
func placedPicture(t testing.TB, lang, place string, number, height int) *layout.Figure {
	f := pictureAt(t, lang, "", 60, height)
	f.Picture.Source.Name = strconv.Itoa(number)
	f.Place = place
	f.Look.Float = place == "float"
	return f
}

// TestFloatPlaces: a picture stands at the top, at the foot, or in the middle of a page
// of its own, and the text beside none of them.
func TestFloatPlaces(t *testing.T) {
	text := strings.Repeat("安全生产责任重于泰山，一旦发生事故。\n", 60)
	for _, place := range []string{"top", "bottom", "page"} {
		for at := 0; at < 60; at += 7 {
			flow := flowOf(t, text+"^末尾有注。", "zh-Hans")
			flow.Blocks = slices.Insert(flow.Blocks, at, layout.Block(placedPicture(t, "zh-Hans", place, 0, 500)))
			area := flow.Theme.Area(1)
			found := false
			for n, p := range pagesOfFigures(t, flow) {
				noOverlap(t, p)
				for _, r := range pictures(p) {
					found = true
					body, least, most := 0, p.Trim.H, page.Length(0)
					for _, l := range p.Lines {
						if l.Role == "body" {
							body++
							least, most = min(least, l.Baseline), max(most, l.Baseline)
						}
					}
					ok := false
					switch place {
					case "top":
						ok = r.Y == area.Y && least > r.Y+r.H
					case "bottom":
						ok = most < r.Y && r.Y > area.Y+area.H/2
					case "page":
						above, below := r.Y-area.Y, area.Y+area.H-r.Y-r.H
						ok = body == 0 && above > area.H/5 && below > area.H/5
					}
					if !ok {
						t.Errorf("%s, after %d paragraphs: page %d, picture at %v, text from %v to %v", place, at, n+1, r, least, most)
					}
				}
			}
			if !found {
				t.Errorf("%s, after %d paragraphs: no picture", place, at)
			}
		}
	}
}

// TestFloatColumns: a picture across that leaves its place does not part the columns.
func TestFloatColumns(t *testing.T) {
	text := strings.Repeat("安全第一。\n", 30)
	flow := flowOf(t, text+text, "zh-Hans", "page.columns=2")
	picture := &layout.Across{Blocks: []layout.Block{placedPicture(t, "zh-Hans", "top", 0, 400)}}
	flow.Blocks = slices.Insert(flow.Blocks, 30, layout.Block(picture))
	pages := pagesOfFigures(t, flow)
	if cols := columnsOf(pages[0], flow.Theme.Area(1).W, "body"); len(cols) != 2 {
		t.Fatalf("%d columns", len(cols))
	} else {
		for x, ys := range cols {
			if len(ys) != 30 {
				t.Errorf("%d lines in the column at %v", len(ys), x)
			}
		}
	}
	if len(pages) != 2 || len(pictures(pages[1])) != 1 {
		t.Errorf("the picture is not on the second page")
	}
}

// TestFloatOrder: wherever pictures go, they keep their order, no text is lost, nothing
// stands on anything, and a Session makes the same pages.
func TestFloatOrder(t *testing.T) {
	session := layout.NewSession(layout.Options{})
	places := []string{"top", "bottom", "page", "float"}
	for seed := range uint64(60) {
		r := rand.New(rand.NewPCG(seed, 5))
		columns := "page.columns=" + fmt.Sprint(seed%3)
		flow := flowOf(t, randomText(r), "zh-Hans", columns)
		at := []int{}
		for range 6 {
			at = append(at, r.IntN(len(flow.Blocks)))
		}
		slices.Sort(at)
		for i, k := range at {
			var f layout.Block = placedPicture(t, "zh-Hans", places[r.IntN(len(places))], i, 200+r.IntN(900))
			if seed%3 > 1 {
				f = &layout.Across{Blocks: []layout.Block{f}}
			}
			flow.Blocks = slices.Insert(flow.Blocks, k+i, f)
		}
		book, _, _ := layout.Layout(context.Background(), flow, layout.Options{})
		checkText(t, flow, book)
		got := session.Layout(context.Background(), flow)
		next := 0
		for i, p := range book.Pages {
			noOverlap(t, p)
			var here []*page.Image
			for _, it := range p.Items {
				if im, ok := it.(*page.Image); ok {
					here = append(here, im)
				}
			}
			slices.SortFunc(here, func(a, b *page.Image) int { return int(a.Rect.Y - b.Rect.Y) })
			for _, im := range here {
				if im.Source.Name != strconv.Itoa(next) {
					t.Fatalf("%d, page %d: picture %s, not %d", seed, i+1, im.Source.Name, next)
				}
				next++
				for _, l := range p.Lines {
					if l.X < im.Rect.X+im.Rect.W && l.X+l.Width > im.Rect.X && l.Baseline > im.Rect.Y && l.Baseline-5*page.Pt < im.Rect.Y+im.Rect.H {
						t.Fatalf("%d, page %d: a line of %s on picture %s", seed, i+1, l.Role, im.Source.Name)
					}
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
