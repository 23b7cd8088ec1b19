//go:build e2e

package window

import (
	"fmt"
	"os"
	"runtime"
	"runtime/debug"
	"runtime/pprof"
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"safety365/app/ui"
)

// stopwatch takes the time from a change of the text to its pages: until the preview
// has them, and until the frame that shows them is on the screen.
type stopwatch struct {
	at   map[uint64]time.Time // by generation
	laps []string
}

func (s *stopwatch) typed(generation uint64) {
	if s.at == nil {
		s.at = map[uint64]time.Time{}
	}
	s.at[generation] = time.Now()
}

func (s *stopwatch) shown(generation uint64) {
	began, ok := s.at[generation]
	if !ok {
		return
	}
	clear(s.at)
	set := time.Since(began)
	// Fyne ticks animations immediately before it draws a frame; what is handed over
	// then is run immediately after it.
	var frame *fyne.Animation
	frame = fyne.NewAnimation(time.Second, func(float32) {
		frame.Stop()
		go ui.Do(func() {
			s.laps = append(s.laps, fmt.Sprintf("%d %d", set.Microseconds(), time.Since(began).Microseconds()))
		})
	})
	frame.Start()
}

// measure answers the questions of measurements: "laps" are the times taken since it
// was last asked, in microseconds; "memory" what the garbage collector knows; "heap
// FILE" writes a profile; "open PATH" opens a document; "panic" does so where it is
// told to.
func (w *Window) measure(verb, words string) string {
	switch verb {
	case "laps":
		laps := strings.Join(w.stopwatch.laps, "\n")
		w.stopwatch.laps = nil
		return laps
	case "memory":
		debug.FreeOSMemory()
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		return fmt.Sprintf("heap %d objects %d goroutines %d desks %d", m.HeapAlloc, m.HeapObjects, runtime.NumGoroutine(), len(w.desks))
	case "heap", "goroutine":
		f, err := os.Create(words)
		if err != nil {
			return err.Error()
		}
		defer f.Close()
		runtime.GC()
		pprof.Lookup(verb).WriteTo(f, 0)
		return "written"
	case "open":
		return fmt.Sprint(w.openPath(words))
	case "panic":
		if words == "worker" {
			ui.Go(func() { panic("a worker of “" + w.desk.path + "”") })
			return "so be it"
		}
		panic("a handler")
	}
	return ""
}
