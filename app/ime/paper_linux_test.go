package ime

import (
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver"
	"fyne.io/fyne/v2/test"
)

// paper is a client that notes what happens to it.
type paper struct{ log []string }

func (p *paper) note(format string, args ...any) { p.log = append(p.log, fmt.Sprintf(format, args...)) }
func (p *paper) Commit(text string)              { p.note("commit %s", text) }
func (p *paper) Preedit(text string, caret int)  { p.note("preedit %s|%d", text, caret) }
func (p *paper) CaretRect() (fyne.Position, fyne.Size) {
	return fyne.NewPos(10, 20), fyne.NewSize(2, 16)
}
func (p *paper) FocusGained()              {}
func (p *paper) FocusLost()                {}
func (p *paper) TypedRune(r rune)          { p.note("rune %c", r) }
func (p *paper) TypedKey(e *fyne.KeyEvent) { p.key(e.Name) }
func (p *paper) said() string              { return strings.Join(p.log, ", ") }
func (p *paper) type_(s *session, r rune) {
	p.offer(s, Key{Rune: r, Code: 38}, func() { p.TypedRune(r) })
}
func (p *paper) push(s *session, n fyne.KeyName) {
	p.offer(s, Key{Name: n, Code: 36}, func() { p.note("did %s", n) })
}
func (p *paper) key(n fyne.KeyName) { p.push(system.(*session), n) }
func (p *paper) offer(s *session, k Key, do func()) {
	if !s.filter(p, k) {
		do()
	}
}

// wayland is a window of which nobody knows where it is.
type wayland struct{ fyne.Window }

func (w wayland) RunNative(f func(any)) { f(driver.WaylandWindowContext{WaylandSurface: 1}) }

// begin starts a session with a client that has the keyboard.
func begin(t *testing.T, w fyne.Window, draws bool) (*session, *paper) {
	t.Helper()
	test.NewTempApp(t)
	if w == nil {
		w = test.NewTempWindow(t, nil)
	}
	s, p := newSession(), &paper{}
	before := system
	system = s
	stop := s.start(w)
	s.focus(p, draws)
	t.Cleanup(func() {
		stop()
		until(t, "stopped", func() bool { return s.link == nil })
		system = before
	})
	return s, p
}
