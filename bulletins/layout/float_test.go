package layout_test

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"safety365/bulletins/layout"
	"safety365/bulletins/page"
)

// TestFloats: pictures stand once each and in order, text fills the pages before
// them, and none stands after what ends the document.
func TestFloats(t *testing.T) {
	th := themeFor(t, "zh-Hans")
	text := func(role, s string) *layout.Text {
		return &layout.Text{Style: th.Style(role), Inlines: []layout.Inline{{Text: s, Source: 0}}}
	}
	look := th.Figures
	look.Float = true
	for height := 100; height <= 3000; height += 290 {
		flow := &layout.Flow{Theme: th, Info: page.Info{Title: "t", Language: "zh-Hans"}}
		for i := range 12 {
			flow.Blocks = append(flow.Blocks, text("body", strings.Repeat("安全第一，预防为主。", 5+i*11%37)))
			flow.Blocks = append(flow.Blocks, &layout.Figure{
				Style: th.Style("figure"), Look: look, Caption: text("caption", fmt.Sprint("图", i)),
				Picture: layout.Picture{Source: &page.ImageSource{Name: fmt.Sprint(i), Width: 900, Height: height}, Alt: "x"},
			})
		}
		end := &layout.Frame{Style: th.Style("apparatusblock"), Blocks: []layout.Block{text("apparatus", "责编：某某")}}
		flow.Blocks = append(flow.Blocks, text("body", "完。"), end)
		book, _, err := layout.Layout(context.Background(), flow, layout.Options{})
		if err != nil {
			t.Fatal(err)
		}
		next, ended := 0, false
		for n, p := range book.Pages {
			bottom := page.Length(0)
			for _, it := range p.Items {
				switch it := it.(type) {
				case *page.Image:
					if it.Source.Name != fmt.Sprint(next) || ended {
						t.Errorf("height %d, page %d: picture %s, not %d", height, n+1, it.Source.Name, next)
					}
					next++
					bottom = max(bottom, it.Rect.Y+it.Rect.H)
				case *page.GlyphRun:
					if it.Tag != 0 {
						bottom = max(bottom, it.Origin.Y)
					}
					ended = ended || strings.HasPrefix(it.Text, "责编")
				}
			}
			if area := th.Area(n + 1); n < len(book.Pages)-2 && bottom < area.Y+area.H*2/3 {
				t.Errorf("height %d, page %d is only filled to %v", height, n+1, bottom)
			}
		}
		if next != 12 || !ended {
			t.Errorf("height %d: %d pictures", height, next)
		}
	}
}
