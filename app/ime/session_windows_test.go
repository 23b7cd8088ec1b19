package ime

import (
	"fmt"
	"runtime"
	"strings"
	"testing"
	"unicode/utf16"
	"unsafe"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver"
	"fyne.io/fyne/v2/test"
	"golang.org/x/sys/windows"
)

var (
	createWindow         = user32.NewProc("CreateWindowExW")
	destroyWindow        = user32.NewProc("DestroyWindow")
	sendMessage          = user32.NewProc("SendMessageW")
	peekMessage          = user32.NewProc("PeekMessageW")
	dispatchMessage      = user32.NewProc("DispatchMessageW")
	setFocus             = user32.NewProc("SetFocus")
	setCompositionString = imm32.NewProc("ImmSetCompositionStringW")
	getCompositionWindow = imm32.NewProc("ImmGetCompositionWindow")
)

// framed is a window of the test with a window of the system.
type framed struct {
	fyne.Window
	handle uintptr
}

func (f framed) RunNative(do func(any)) { do(driver.WindowsWindowContext{HWND: f.handle}) }

// sheet is a client that notes what happens to it.
type sheet struct{ log []string }

func (s *sheet) Commit(text string) { s.log = append(s.log, "commit "+text) }
func (s *sheet) Preedit(text string, caret int) {
	s.log = append(s.log, fmt.Sprintf("preedit %s|%d", text, caret))
}
func (s *sheet) CaretRect() (fyne.Position, fyne.Size) {
	return fyne.NewPos(10, 20), fyne.NewSize(2, 16)
}

// open makes a window of the class of text fields, which asks for characters.
func open(t *testing.T) framed {
	t.Helper()
	runtime.LockOSThread()
	t.Cleanup(runtime.UnlockOSThread)
	test.NewTempApp(t)
	class, _ := windows.UTF16PtrFromString("EDIT")
	const visible = 0x10000000
	handle, _, err := createWindow.Call(0, uintptr(unsafe.Pointer(class)), 0, visible, 100, 100, 300, 200, 0, 0, 0, 0)
	if handle == 0 {
		t.Skip("no window: ", err)
	}
	t.Cleanup(func() { destroyWindow.Call(handle) })
	setFocus.Call(handle)
	return framed{test.NewTempWindow(t, nil), handle}
}

// settle does what the system posted.
func settle() {
	var message [64]byte
	for {
		more, _, _ := peekMessage.Call(uintptr(unsafe.Pointer(&message)), 0, 0, 0, 1)
		if more == 0 {
			return
		}
		dispatchMessage.Call(uintptr(unsafe.Pointer(&message)))
	}
}

// composeText does what an input method does.
func composeText(w framed, text string) {
	const setString = 0x0009
	units := utf16.Encode([]rune(text))
	units = append(units, 0)
	context(w.handle, func(himc uintptr) {
		setCompositionString.Call(himc, setString, uintptr(unsafe.Pointer(&units[0])), uintptr(2*(len(units)-1)), 0, 0)
	})
	settle()
}

func TestComposition(t *testing.T) {
	w := open(t)
	s, c := newMethod().(*session), &sheet{}
	before, _, _ := getWindowLongPtr.Call(w.handle, windowProcedure)
	stop := s.start(w)
	s.focus(c, true)
	settle()
	composeText(w, "an")
	composeText(w, "an 全")
	context(w.handle, func(himc uintptr) {
		var form compositionForm
		getCompositionWindow.Call(himc, uintptr(unsafe.Pointer(&form)))
		if form.style != cfsPoint || form.current != (point{10, 20}) {
			t.Errorf("composition is at %+v", form)
		}
	})
	q := charPosition{}
	if ok, _, _ := sendMessage.Call(w.handle, wmIMERequest, imrQueryCharPosition, uintptr(unsafe.Pointer(&q))); ok == 0 {
		t.Error("no answer")
	}
	if at := onScreen(w.handle, rectangle{10, 20, 12, 36}); q.at != (point{at.left, at.top}) || q.height != 16 || q.document.right <= q.document.left {
		t.Errorf("answered %+v, want %+v", q, at)
	}
	composeText(w, "")
	composeText(w, "安全")
	s.blur(c) // finishes it
	settle()
	got := strings.Join(c.log, ", ")
	t.Log(got)
	if !strings.HasPrefix(got, "preedit an|") || !strings.Contains(got, "preedit an 全|") ||
		!strings.HasSuffix(got, "preedit |0, commit 安全") {
		t.Errorf("client saw %s", got)
	}
	stop()
	if now, _, _ := getWindowLongPtr.Call(w.handle, windowProcedure); now != before {
		t.Error("the window did not get its procedure back")
	}
}

func TestReset(t *testing.T) {
	w := open(t)
	s, c := newMethod().(*session), &sheet{}
	defer s.start(w)()
	s.focus(c, true)
	composeText(w, "an")
	s.reset(c)
	settle()
	got := strings.Join(c.log, ", ")
	if !strings.HasSuffix(got, "preedit |0") || strings.Contains(got, "commit") {
		t.Errorf("client saw %s", got)
	}
}

// What is no business of ours reaches the window: the class keeps its text.
func TestRestGoesOn(t *testing.T) {
	w := open(t)
	s := newMethod().(*session)
	stop := s.start(w)
	defer stop()
	const wmChar, wmGetTextLength = 0x0102, 0x000e
	sendMessage.Call(w.handle, wmChar, '安', 1)
	sendMessage.Call(w.handle, wmChar, '全', 1)
	if n, _, _ := sendMessage.Call(w.handle, wmGetTextLength, 0, 0); n != 2 {
		t.Errorf("%d characters", n)
	}
	destroyWindow.Call(w.handle)
	if len(s.hooks) != 0 {
		t.Error("a window that is gone is still hooked")
	}
}
