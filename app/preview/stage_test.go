package preview

import (
	"image/png"
	"os"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"safety365/app/look"
	"safety365/app/proof"
	"safety365/app/ui"
	"safety365/bulletins"
	"safety365/bulletins/kinds"
)

// maker makes Sheets of texts by a Proof, one after the other.
type maker struct {
	parser bulletins.Parser
	proof  *proof.Proof
	came   chan *proof.Sheets
	n      uint64
}

func newMaker(t testing.TB, dir string) *maker {
	m := &maker{came: make(chan *proof.Sheets, 10)}
	m.proof = proof.New(dir, proof.Options{Deliver: func(s *proof.Sheets) { m.came <- s }})
	t.Cleanup(m.proof.Close)
	return m
}

func (m *maker) make(text string) *proof.Sheets {
	m.n++
	m.proof.Submit(m.parser.Parse("a.md", text, kinds.Schema()), m.n)
	return <-m.came
}

// stage is a Preview in a window, and the goroutine that owns the widgets: the test's.
type stage struct {
	*Preview
	t      testing.TB
	window fyne.Window
	mu     sync.Mutex
	posted []func()
	jumps  []int
}

func newStage(t testing.TB, s look.Settings, scale float32) *stage {
	st := &stage{t: t}
	if s.Language == "" {
		s.Language = "zh-Hans"
	}
	ui.SetLanguage(s.Language)
	a := test.NewTempApp(t)
	a.Settings().SetTheme(look.New(s))
	old := ui.Do
	ui.Do = func(f func()) {
		st.mu.Lock()
		defer st.mu.Unlock()
		st.posted = append(st.posted, f)
	}
	st.Preview = New(Options{Jump: func(offset int) { st.jumps = append(st.jumps, offset) }})
	st.window = test.NewTempWindow(t, st.Preview)
	st.window.SetPadded(false)
	if scale != 1 {
		st.window.Canvas().(test.WindowlessCanvas).SetScale(scale)
	}
	st.window.Resize(fyne.NewSize(720, 640))
	t.Cleanup(func() {
		st.Close()
		st.settle()
		ui.Do = old
	})
	return st
}

// settle does what was posted until the darkrooms are idle.
func (s *stage) settle() {
	s.t.Helper()
	late := time.Now().Add(time.Minute)
	for {
		s.mu.Lock()
		posted := s.posted
		s.posted = nil
		s.mu.Unlock()
		for _, f := range posted {
			f()
		}
		if len(posted) == 0 && s.room.idle() && s.thumbs.room.idle() {
			s.mu.Lock()
			rest := len(s.posted)
			s.mu.Unlock()
			if rest == 0 {
				return
			}
		}
		if time.Now().After(late) {
			s.t.Fatal("the pages are never ready")
		}
		time.Sleep(time.Millisecond)
	}
}

func (d *darkroom) idle() bool {
	d.mu.Lock()
	defer d.mu.Unlock()
	return d.workers == 0
}

// shot writes what is seen to a folder where a person looks at it.
func (s *stage) shot(name string) {
	s.t.Helper()
	dir := os.Getenv("SHOTS")
	if dir == "" {
		return
	}
	os.MkdirAll(dir, 0o777)
	f, err := os.Create(filepath.Join(dir, name+".png"))
	if err != nil {
		s.t.Fatal(err)
	}
	defer f.Close()
	if err := png.Encode(f, s.window.Canvas().Capture()); err != nil {
		s.t.Fatal(err)
	}
}

// owners is how many leaves own a picture.
func (s *stage) owners() int {
	n := 0
	for _, l := range s.leaves {
		if l.img != nil {
			n++
		}
	}
	return n
}

// inView lists the pages in view, as a user sees them.
func (s *stage) inView() (first, last int) {
	top := s.scroll.Offset.Y
	return s.layout.within(top, top+s.layout.view.Height)
}
