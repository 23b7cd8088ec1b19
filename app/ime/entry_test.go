package ime

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
)

// script is a method that takes the keys it is told to and notes what it hears.
type script struct {
	takes map[string]bool // keys, as String says them
	heard []string
	keys  *[]Key // in full, if somebody wants them
}

func (s *script) prepare()                        {}
func (s *script) start(fyne.Window) (stop func()) { return func() {} }
func (s *script) focus(c Client, draws bool)      { s.heard = append(s.heard, fmt.Sprint("focus ", draws)) }
func (s *script) blur(Client)                     { s.heard = append(s.heard, "blur") }
func (s *script) moved(Client)                    {}
func (s *script) reset(Client)                    { s.heard = append(s.heard, "reset") }

func (s *script) filter(c Client, k Key) bool {
	name := string(k.Name)
	if k.Rune != 0 {
		name = string(k.Rune)
	}
	if k.Up {
		name = "-" + name
	}
	s.heard = append(s.heard, name)
	if s.keys != nil {
		*s.keys = append(*s.keys, k)
	}
	return s.takes[name]
}

func scripted(t *testing.T, takes ...string) *script {
	s := &script{takes: map[string]bool{}}
	for _, name := range takes {
		s.takes[name] = true
	}
	before := system
	system = s
	t.Cleanup(func() { system = before })
	return s
}

// press does with w what Fyne does when a key is pressed and let go.
func press(w fyne.Focusable, name fyne.KeyName, r rune) {
	e := &fyne.KeyEvent{Name: name}
	w.(desktop.Keyable).KeyDown(e)
	if name != fyne.KeyTab || w.(fyne.Tabbable).AcceptsTab() {
		w.TypedKey(e)
	}
	if r != 0 {
		w.TypedRune(r)
	}
	w.(desktop.Keyable).KeyUp(e)
}

func TestEntryAsksFirst(t *testing.T) {
	test.NewTempApp(t)
	s := scripted(t, "a", "BackSpace", "Return", "Left")
	e := NewEntry()
	submitted := 0
	e.OnSubmitted = func(string) { submitted++ }
	test.NewTempWindow(t, e).Canvas().Focus(e)

	press(e, fyne.KeyA, 'a')
	press(e, fyne.KeyB, 'b')
	press(e, fyne.KeySpace, ' ')
	press(e, fyne.KeyBackspace, 0)
	press(e, fyne.KeyReturn, 0)
	press(e, fyne.KeyLeft, 0)
	if e.Text != "b " || e.CursorColumn != 2 || submitted != 0 {
		t.Errorf("text %q, cursor %d, submitted %d", e.Text, e.CursorColumn, submitted)
	}
	want := "focus false a -A b -B   -Space BackSpace -BackSpace Return -Return Left -Left"
	if got := strings.Join(s.heard, " "); got != want {
		t.Errorf("heard %q, want %q", got, want)
	}

	clear(s.takes)
	press(e, fyne.KeyReturn, 0)
	press(e, fyne.KeyBackspace, 0)
	if e.Text != "b" || submitted != 1 {
		t.Errorf("text %q, submitted %d", e.Text, submitted)
	}
}

func TestOnKey(t *testing.T) {
	test.NewTempApp(t)
	s := scripted(t, "Escape")
	e, seen := NewEntry(), ""
	e.OnKey = func(k *fyne.KeyEvent) bool { seen += string(k.Name); return k.Name == fyne.KeyBackspace }
	test.NewTempWindow(t, e).Canvas().Focus(e)
	e.Commit("ab")
	press(e, fyne.KeyEscape, 0)
	press(e, fyne.KeyBackspace, 0)
	clear(s.takes)
	press(e, fyne.KeyEscape, 0)
	if seen != "BackSpaceEscape" || e.Text != "ab" {
		t.Errorf("asked about %s, text %q", seen, e.Text)
	}
}

func TestModifiers(t *testing.T) {
	test.NewTempApp(t)
	before := held
	t.Cleanup(func() { held = before })
	mods := fyne.KeyModifier(0)
	held = func() fyne.KeyModifier { return mods }
	var heard []Key
	s := scripted(t, "Space")
	e := NewEntry()
	test.NewTempWindow(t, e).Canvas().Focus(e)
	s.keys = &heard

	// Fyne counts a modifier among those that are held while it goes down; X11 does not.
	mods = fyne.KeyModifierControl
	e.KeyDown(&fyne.KeyEvent{Name: desktop.KeyControlLeft, Physical: fyne.HardwareKey{ScanCode: 37}})
	e.KeyDown(&fyne.KeyEvent{Name: fyne.KeySpace, Physical: fyne.HardwareKey{ScanCode: 65}})
	if !Taken() {
		t.Error("a menu would act on the key too")
	}
	e.TypedShortcut(&fyne.ShortcutSelectAll{}) // not done: the key is the input method's
	e.KeyUp(&fyne.KeyEvent{Name: fyne.KeySpace, Physical: fyne.HardwareKey{ScanCode: 65}})
	mods = 0
	e.KeyUp(&fyne.KeyEvent{Name: desktop.KeyControlLeft, Physical: fyne.HardwareKey{ScanCode: 37}})
	if Taken() {
		t.Error("the next click on a menu would do nothing")
	}
	e.TypedShortcut(&fyne.ShortcutSelectAll{})
	ctrl := fyne.KeyModifierControl
	want := []Key{
		{Name: desktop.KeyControlLeft, Code: 37},
		{Name: fyne.KeySpace, Code: 65, Mods: ctrl},
		{Name: fyne.KeySpace, Code: 65, Mods: ctrl, Up: true},
		{Name: desktop.KeyControlLeft, Code: 37, Mods: ctrl, Up: true},
	}
	if !slices.Equal(heard, want) {
		t.Errorf("heard %+v", heard)
	}
}

func TestEntryCommit(t *testing.T) {
	test.NewTempApp(t)
	scripted(t)
	tests := []struct {
		name   string
		entry  *Entry
		before string
		do     func(*Entry)
		want   string
		cursor int
	}{
		{"empty", NewEntry(), "", nil, "安全", 2},
		{"at the cursor", NewEntry(), "生产", nil, "安全生产", 2},
		{"selection", NewEntry(), "生产", func(e *Entry) { e.TypedShortcut(&fyne.ShortcutSelectAll{}) }, "安全", 2},
		{"disabled", NewEntry(), "生产", (*Entry).Disable, "生产", 0},
		{"several lines", NewMultiLineEntry(), "", nil, "安全", 2},
		{"one of a list", &NewSelectEntry(nil).Entry, "", nil, "安全", 2},
	}
	for _, tt := range tests {
		changes := 0
		test.NewTempWindow(t, tt.entry)
		tt.entry.SetText(tt.before)
		if tt.do != nil {
			tt.do(tt.entry)
		}
		tt.entry.OnChanged = func(string) { changes++ }
		tt.entry.Commit("安全")
		if tt.entry.Text != tt.want || tt.entry.CursorColumn != tt.cursor {
			t.Errorf("%s: text %q, cursor %d", tt.name, tt.entry.Text, tt.entry.CursorColumn)
		}
		if want := min(1, strings.Count(tt.want, "安")); changes != want {
			t.Errorf("%s: %d changes", tt.name, changes)
		}
		if tt.do == nil {
			tt.entry.Undo()
			if tt.entry.Text != tt.before {
				t.Errorf("%s: undone to %q", tt.name, tt.entry.Text)
			}
		}
	}
}

func TestEntryFocus(t *testing.T) {
	test.NewTempApp(t)
	s := scripted(t)
	e := NewEntry()
	c := test.NewTempWindow(t, e).Canvas()
	c.Focus(e)
	e.MouseDown(&desktop.MouseEvent{})
	e.Disable()
	e.Enable()
	c.Unfocus()
	e.Password = true
	c.Focus(e)
	want := "focus false,reset,blur,focus false,blur"
	if got := strings.Join(s.heard, ","); !strings.HasPrefix(got, want) || strings.Count(got, "focus") != 2 {
		t.Errorf("heard %q, want %q", got, want)
	}
}

func TestTabStaysIfTaken(t *testing.T) {
	test.NewTempApp(t)
	s := scripted(t, "Tab")
	e := NewEntry()
	test.NewTempWindow(t, e)
	e.KeyDown(&fyne.KeyEvent{Name: fyne.KeyTab})
	if !e.AcceptsTab() {
		t.Error("the focus goes on though the key was taken")
	}
	e.TypedKey(&fyne.KeyEvent{Name: fyne.KeyTab})
	e.KeyUp(&fyne.KeyEvent{Name: fyne.KeyTab})
	if got := strings.Join(s.heard, " "); got != "Tab -Tab" {
		t.Errorf("heard %q", got)
	}
	s.takes["Tab"] = false
	e.KeyDown(&fyne.KeyEvent{Name: fyne.KeyTab})
	if e.AcceptsTab() {
		t.Error("the focus stays though the key was not taken")
	}
}

func TestCaretRect(t *testing.T) {
	test.NewTempApp(t)
	scripted(t)
	e := NewEntry()
	w := test.NewTempWindow(t, e)
	w.SetPadded(true)
	w.Resize(fyne.NewSize(120, 60))
	w.Canvas().Focus(e)
	start, size := e.CaretRect()
	if size.Height < 10 || size.Width < 1 {
		t.Errorf("caret is %v", size)
	}
	e.Commit("ab")
	two, _ := e.CaretRect()
	if two.X <= start.X || two.Y != start.Y {
		t.Errorf("caret goes from %v to %v", start, two)
	}
	e.Commit(strings.Repeat("long ", 40))
	if end, _ := e.CaretRect(); end.X < 40 || end.X > 120 {
		t.Errorf("in a scrolled entry the caret is at %v", end)
	}

	m := NewMultiLineEntry()
	w.SetContent(m)
	w.Canvas().Focus(m)
	m.Commit("1")
	one, _ := m.CaretRect()
	m.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	m.Commit("2")
	second, _ := m.CaretRect()
	if second.Y <= one.Y || second.X != one.X {
		t.Errorf("caret goes from %v to %v", one, second)
	}
	for range 30 {
		m.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	}
	if last, _ := m.CaretRect(); last.Y > w.Canvas().Size().Height {
		t.Errorf("in a scrolled box the caret is at %v", last)
	}
}

func TestSelectEntry(t *testing.T) {
	test.NewTempApp(t)
	scripted(t)
	e := NewSelectEntry([]string{"火灾", "坍塌"})
	w := test.NewTempWindow(t, container.NewVBox(e))
	w.Resize(fyne.NewSize(300, 300))
	test.Tap(e.button)
	list := w.Canvas().Overlays().Top()
	if list == nil {
		t.Fatal("no list")
	}
	under := e.Position().AddXY(40, e.Size().Height+15)
	test.TapCanvas(w.Canvas(), under)
	if e.Text != "火灾" {
		t.Errorf("chose %q", e.Text)
	}
	e.Disable()
	if !e.button.Disabled() || !e.Disabled() {
		t.Error("still enabled")
	}
	e.Enable()
	if e.button.Disabled() || e.Disabled() {
		t.Error("still disabled")
	}
}
