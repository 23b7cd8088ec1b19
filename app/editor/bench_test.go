package editor

import (
	"fmt"
	"strings"
	"testing"
)

// BenchmarkTypedRune is a key in the middle of a document, without painting.
func BenchmarkTypedRune(b *testing.B) {
	paragraph := strings.Repeat("今年六月是全国安全生产月，", 9) + "。\n\n"
	for _, n := range []int{1_000, 10_000, 100_000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			s := newStage(b, strings.Repeat(paragraph, n/119+1), setting{})
			s.caretAt(s.manuscript.Document().Starts[len(s.manuscript.Document().Starts)/2] + 30)
			for n := 0; b.Loop(); n++ {
				s.TypedRune('安')
				if n%30 == 29 { // a paragraph stays as long as a paragraph is
					b.StopTimer()
					s.undo()
					b.StartTimer()
				}
			}
		})
	}
}

// BenchmarkPicture is the picture of the visible part at 800 × 600.
func BenchmarkPicture(b *testing.B) {
	s := newStage(b, strings.Repeat(sample, 3), setting{})
	for b.Loop() {
		s.surface.stale = true
		s.surface.draw(int(s.surface.Size().Width), int(s.surface.Size().Height))
	}
}
