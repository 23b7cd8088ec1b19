package library

import (
	"fmt"
	"image/png"
	"os"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"safety365/app/look"
	"safety365/app/ui"
)

// handed is what workers handed over to the goroutine that owns the widgets, which in
// a test is the test's own.
var handed struct {
	sync.Mutex
	list []func()
}

func TestMain(m *testing.M) {
	ui.Do = func(f func()) {
		handed.Lock()
		defer handed.Unlock()
		handed.list = append(handed.list, f)
	}
	os.Exit(m.Run())
}

// turn runs what was handed over and says whether there was anything.
func turn() bool {
	handed.Lock()
	list := handed.list
	handed.list = nil
	handed.Unlock()
	for _, f := range list {
		f()
	}
	return len(list) > 0
}

// until runs what workers hand over until something is so.
func until(t testing.TB, what string, so func() bool) {
	t.Helper()
	limit := time.Now().Add(time.Minute)
	for turn(); !so(); turn() {
		if time.Now().After(limit) {
			t.Fatalf("waited in vain: %s", what)
		}
		time.Sleep(time.Millisecond)
	}
}

// quiet runs what workers hand over until nothing has come for a while.
func quiet() {
	for idle := 0; idle < 30; idle++ {
		if turn() {
			idle = 0
		}
		time.Sleep(time.Millisecond)
	}
}

// open makes a window in a language and shade.
func open(t testing.TB, lang string, shade look.Shade, size fyne.Size) fyne.Window {
	t.Helper()
	a := test.NewTempApp(t)
	ui.SetLanguage(lang)
	a.Settings().SetTheme(look.New(look.Settings{Language: lang, Shade: shade}))
	w := test.NewTempWindow(t, nil)
	w.SetPadded(false)
	w.Resize(size)
	return w
}

// fill puts an object into a window.
func fill(w fyne.Window, o fyne.CanvasObject, size fyne.Size) {
	w.SetContent(o)
	w.Resize(size)
}

// shoot keeps a picture of a window, once all that it shows is made, where somebody
// wants to look at it.
func shoot(t *testing.T, w fyne.Window, name string, args ...any) {
	t.Helper()
	dir := os.Getenv("SAFETY365_SHOTS")
	if dir == "" {
		return
	}
	turn()
	w.Canvas().Capture() // asks for the pages
	made := func() bool {
		for _, o := range objects(w.Content()) {
			if s, ok := o.(*sheet); ok && s.asked != s.made && !s.failed {
				return false
			}
		}
		return true
	}
	until(t, fmt.Sprintf(name, args...)+" is made", made)
	quiet()
	img := w.Canvas().Capture()
	f, err := os.Create(filepath.Join(dir, fmt.Sprintf(name, args...)+".png"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if err := png.Encode(f, img); err != nil {
		t.Fatal(err)
	}
}
