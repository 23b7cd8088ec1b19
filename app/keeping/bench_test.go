package keeping

import (
	"fmt"
	"strings"
	"testing"
	"time"
)

// BenchmarkNote is what a key costs the one who types: nothing is written on its
// goroutine.
func BenchmarkNote(b *testing.B) {
	for _, size := range []int{100_000, 1_700_000} {
		b.Run(fmt.Sprint(size), func(b *testing.B) {
			newState(b)
			text := strings.Repeat("安全生产警示教育，", size/9)
			j := Open("", text, nil)
			defer j.Abandon()
			other := text[:len(text)/6*3] + "键" + text[len(text)/6*3:]
			for i := 0; b.Loop(); i++ {
				if i%2 == 0 {
					j.Note(other)
				} else {
					j.Note(text)
				}
			}
		})
	}
}

// BenchmarkJournalWrite is what a batch of keys costs the worker.
func BenchmarkJournalWrite(b *testing.B) {
	for _, size := range []int{100_000, 1_700_000} {
		b.Run(fmt.Sprint(size), func(b *testing.B) {
			newState(b)
			set(b, &journalDefault, journalPace{time.Hour, time.Hour})
			text := strings.Repeat("安全生产警示教育，", size/9)
			j := Open("", text, nil)
			defer j.Abandon()
			half := len(text) / 6 * 3
			for i := 0; b.Loop(); i++ {
				b.StopTimer()
				j.Note(text[:half] + fmt.Sprint(i) + text[half:])
				b.StartTimer()
				if err := j.write(); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
