package proof

import (
	"context"
	"fmt"
	"testing"

	"safety365/app/press"
	"safety365/bulletins"
	"safety365/bulletins/kinds"
	"safety365/bulletins/raster"
	"safety365/bulletins/specimen"
)

// BenchmarkKey takes a key in the middle of a document of 1, 10 and 100 pages to its
// Sheets, and to the picture of the page that it changed, as the preview shows it at
// 110 dpi.
func BenchmarkKey(b *testing.B) {
	for _, pages := range []int{1, 10, 100} {
		for _, drawn := range []bool{false, true} {
			name := fmt.Sprintf("%d/sheets", pages)
			if drawn {
				name = fmt.Sprintf("%d/picture", pages)
			}
			b.Run(name, func(b *testing.B) {
				text := specimen.Bulletin(pages)
				s := newSetter("", press.Settings{}, plainly)
				r := raster.New()
				var parser bulletins.Parser
				key := func(n int) {
					doc := parser.Parse("a.md", specimen.Typed(text, n), kinds.Schema())
					sheets := s.make(context.Background(), &job{doc: doc, generation: uint64(n)})
					number, _, ok := sheets.Place(len(text) / 2)
					if !ok {
						b.Fatal("no place")
					}
					p := sheets.Pages.Page(number)
					if drawn {
						if _, err := r.Draw(context.Background(), p, raster.Options{DPI: 110}); err != nil {
							b.Fatal(err)
						}
					}
				}
				for n := range 20 {
					key(n)
				}
				b.ResetTimer()
				for i := range b.N {
					key(i%20 + i/20%2)
				}
			})
		}
	}
}

// BenchmarkPlace finds the caret in a document of 100 pages, and the text at a click.
func BenchmarkPlace(b *testing.B) {
	text := specimen.Bulletin(100)
	s := sheetsOf(b, "", text)
	number, at, _ := s.Place(len(text) / 2)
	b.Run("place", func(b *testing.B) {
		for b.Loop() {
			s.Place(len(text) / 2)
		}
	})
	b.Run("offset", func(b *testing.B) {
		for b.Loop() {
			s.Offset(number, atOf(at))
		}
	})
}
