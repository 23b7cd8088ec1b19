package editor

import (
	"image/png"
	"os"
	"path/filepath"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"safety365/app/look"
	"safety365/app/manuscript"
	"safety365/app/ui"
)

// stage is an editor in a window of the test driver, with a clock that the test
// moves.
type stage struct {
	*Editor
	t       testing.TB
	window  fyne.Window
	toolbar fyne.CanvasObject
	board   fyne.Clipboard
}

// timers are what waits on the clock.
type timer struct {
	at   time.Time
	f    func()
	dead bool
}

var (
	now    = time.Date(2026, 6, 1, 8, 0, 0, 0, time.UTC)
	timers []*timer
)

func TestMain(m *testing.M) {
	background = func(f func()) { f() }
	ui.Do = func(f func()) { f() }
	clock = func() time.Time { return now }
	after = func(d time.Duration, f func()) func() bool {
		t := &timer{now.Add(d), f, false}
		timers = append(timers, t)
		return func() bool { t.dead = true; return true }
	}
	test.NewApp()
	os.Exit(m.Run())
}

// pass lets time pass.
func pass(d time.Duration) {
	end := now.Add(d)
	for {
		var next *timer
		for _, t := range timers {
			if !t.dead && !t.at.After(end) && (next == nil || t.at.Before(next.at)) {
				next = t
			}
		}
		if next == nil {
			break
		}
		now = next.at
		next.dead = true
		next.f()
	}
	now = end
	live := timers[:0]
	for _, t := range timers {
		if !t.dead {
			live = append(live, t)
		}
	}
	timers = live
}

// setting is how a stage is set.
type setting struct {
	lang    string
	dark    bool
	scale   float32
	width   float32
	height  float32
	options Options
}

// dressed is the look of the application, which is one for all tests: its fonts take
// time.
var dressed look.Settings

func newStage(t testing.TB, text string, s setting) *stage {
	timers = nil
	if s.lang == "" {
		s.lang = "zh-Hans"
	}
	if s.width == 0 {
		s.width, s.height = 800, 600
	}
	ui.SetLanguage(s.lang)
	shade := look.Light
	if s.dark {
		shade = look.Dark
	}
	if l := (look.Settings{Language: s.lang, Shade: shade}); l != dressed {
		dressed = l
		fyne.CurrentApp().Settings().SetTheme(look.New(l))
	}
	st := &stage{t: t, board: test.NewClipboard()}
	if s.options.Clipboard == nil {
		s.options.Clipboard = func() fyne.Clipboard { return st.board }
	}
	st.Editor = New(manuscript.New("测试.md", text), s.options)
	st.toolbar = st.Toolbar()
	st.window = test.NewTempWindow(t, container.NewBorder(st.toolbar, nil, nil, nil, st.Editor))
	st.window.SetPadded(false)
	if s.scale > 0 {
		st.window.Canvas().(interface{ SetScale(float32) }).SetScale(s.scale)
	}
	st.window.Resize(fyne.NewSize(s.width, s.height))
	st.TakeFocus()
	return st
}

// text is the text.
func (s *stage) text() string { return s.manuscript.Text() }

// want compares the text.
func (s *stage) want(text string) {
	s.t.Helper()
	if got := s.text(); got != text {
		s.t.Errorf("the text is\n%q, wanted\n%q", got, text)
	}
}

// typed types characters.
func (s *stage) typed(text string) {
	for _, r := range text {
		if r == '\n' {
			s.key(fyne.KeyReturn)
		} else {
			s.TypedRune(r)
		}
	}
}

// key presses keys one after the other.
func (s *stage) key(names ...fyne.KeyName) {
	for _, n := range names {
		s.KeyDown(&fyne.KeyEvent{Name: n})
		s.TypedKey(&fyne.KeyEvent{Name: n})
		s.KeyUp(&fyne.KeyEvent{Name: n})
	}
}

// shifted presses keys with Shift.
func (s *stage) shifted(names ...fyne.KeyName) {
	s.KeyDown(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
	s.key(names...)
	s.KeyUp(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
}

// chord presses a key with others.
func (s *stage) chord(mods fyne.KeyModifier, name fyne.KeyName) {
	s.TypedShortcut(&desktop.CustomShortcut{KeyName: name, Modifier: mods})
}

const ctrl = fyne.KeyModifierControl

// caretAt puts the caret at the first place of words, or behind them.
func (s *stage) caretAt(offset int) { s.manuscript.Select(manuscript.At(offset)) }

// place is where an offset stands in the editor.
func (s *stage) place(offset int) fyne.Position {
	r := s.view.Caret(offset)
	return fyne.NewPos(s.column.x+dips(r.X)+0.5, s.column.y+dips(r.Y+r.H/2-s.top))
}

// press presses the mouse button and lets it go.
func (s *stage) press(at fyne.Position, button desktop.MouseButton, mods fyne.KeyModifier) {
	ev := &desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: at, AbsolutePosition: at.Add(s.origin())}, Button: button, Modifier: mods}
	s.MouseDown(ev)
	s.MouseUp(ev)
}

func (s *stage) click(at fyne.Position) {
	pass(time.Second)
	s.press(at, desktop.MouseButtonPrimary, 0)
}

func (s *stage) origin() fyne.Position {
	return fyne.CurrentApp().Driver().AbsolutePositionForObject(s.Editor)
}

// drag draws the mouse from one place to another.
func (s *stage) drag(from, to fyne.Position) { s.dragWith(0, from, to) }

// dragWith does so with keys held down.
func (s *stage) dragWith(mods fyne.KeyModifier, from, to fyne.Position) {
	pass(time.Second)
	s.MouseDown(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: from}, Button: desktop.MouseButtonPrimary, Modifier: mods})
	s.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: to}})
	s.MouseUp(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: to}, Button: desktop.MouseButtonPrimary, Modifier: mods})
	s.DragEnd()
}

// overlay is what floats on top.
func (s *stage) overlay() fyne.CanvasObject { return s.window.Canvas().Overlays().Top() }

// shot keeps a picture of the window to be looked at.
func (s *stage) shot(name string) {
	dir := os.Getenv("SHOTS")
	if dir == "" {
		return
	}
	os.MkdirAll(dir, 0o755)
	f, err := os.Create(filepath.Join(dir, name+".png"))
	if err != nil {
		s.t.Fatal(err)
	}
	defer f.Close()
	if err := png.Encode(f, s.window.Canvas().Capture()); err != nil {
		s.t.Fatal(err)
	}
}
