package layout

import (
	"runtime"
	"sync"
	"sync/atomic"

	"safety365/bulletins/paragraph"
	"safety365/themes"
)

// setters are the goroutines' Setters.
type setters struct {
	all []*paragraph.Setter
}

func newSetters(opts Options) *setters {
	n := opts.Workers
	if n <= 0 {
		n = runtime.GOMAXPROCS(0)
	}
	s := &setters{}
	for range n {
		s.all = append(s.all, paragraph.NewSetter())
	}
	return s
}

// each calls do for 0 … n-1 on all setters.
func (s *setters) each(n int, do func(st *paragraph.Setter, i int)) {
	if n == 1 || len(s.all) == 1 {
		for i := range n {
			do(s.all[0], i)
		}
		return
	}
	var next sync.Mutex
	at := 0
	take := func() (int, int) {
		next.Lock()
		defer next.Unlock()
		from := at
		at = min(n, at+max(1, min(8, n/(4*len(s.all)))))
		return from, at
	}
	var wg sync.WaitGroup
	var failed atomic.Pointer[any]
	for _, st := range s.all[:min(len(s.all), n)] {
		wg.Go(func() {
			defer func() { // the caller, not the process, is to meet a panic
				if p := recover(); p != nil {
					failed.Store(&p)
				}
			}()
			for from, to := take(); from < to; from, to = take() {
				for i := from; i < to; i++ {
					do(st, i)
				}
			}
		})
	}
	wg.Wait()
	if p := failed.Load(); p != nil {
		panic(*p)
	}
}

func (s *setters) set(p *press, blocks []Block) []*material {
	ms := make([]*material, len(blocks))
	s.each(len(blocks), func(st *paragraph.Setter, i int) { ms[i] = p.set(st, blocks[i]) })
	p.chains(s.all[0], blocks, ms)
	return ms
}

// Preload reads the fonts that a theme is sure to need, so that it is done while
// the text is parsed.
func Preload(t *themes.Theme, lang string) {
	f, _ := newFormats(t)
	var wg sync.WaitGroup
	for _, role := range []string{"body", "title", "h1", "byline"} {
		format := f.get(t, formatKey{style: t.Style(role), lang: lang})
		wg.Go(func() { format.Latin.Faces[0].Load() })
		if isHan(lang) {
			wg.Go(func() { format.Han.Faces[0].Load() })
		}
	}
	wg.Wait()
}

func isHan(lang string) bool { return len(lang) >= 2 && lang[:2] == "zh" }
