package ime

import (
	"unicode/utf16"
	"unsafe"

	"golang.org/x/sys/windows"
)

// Window messages and what they carry.
const (
	wmNCDestroy           = 0x0082
	wmIMEStartComposition = 0x010d
	wmIMEEndComposition   = 0x010e
	wmIMEComposition      = 0x010f
	wmIMERequest          = 0x0288

	imrQueryCharPosition = 0x0006

	gcsCompStr   = 0x0008
	gcsCursorPos = 0x0080
	gcsResultStr = 0x0800

	cfsPoint        = 0x0002
	cfsCandidatePos = 0x0040
	cfsExclude      = 0x0080

	niCompositionStr = 0x0015
	cpsComplete      = 0x0001
	cpsCancel        = 0x0004
)

var (
	imm32  = windows.NewLazySystemDLL("imm32.dll")
	user32 = windows.NewLazySystemDLL("user32.dll")

	immGetContext           = imm32.NewProc("ImmGetContext")
	immReleaseContext       = imm32.NewProc("ImmReleaseContext")
	immGetCompositionString = imm32.NewProc("ImmGetCompositionStringW")
	immSetCompositionWindow = imm32.NewProc("ImmSetCompositionWindow")
	immSetCandidateWindow   = imm32.NewProc("ImmSetCandidateWindow")
	immNotifyIME            = imm32.NewProc("ImmNotifyIME")

	callWindowProc   = user32.NewProc("CallWindowProcW")
	defWindowProc    = user32.NewProc("DefWindowProcW")
	clientToScreen   = user32.NewProc("ClientToScreen")
	getClientRect    = user32.NewProc("GetClientRect")
	createCaret      = user32.NewProc("CreateCaret")
	destroyCaret     = user32.NewProc("DestroyCaret")
	setCaretPos      = user32.NewProc("SetCaretPos")
	getWindowLongPtr = user32.NewProc("GetWindowLongPtrW")
	setWindowLongPtr = user32.NewProc("SetWindowLongPtrW")
)

// index of the window procedure: GWLP_WNDPROC, -4.
const windowProcedure = ^uintptr(3)

type (
	point     struct{ x, y int32 }
	rectangle struct{ left, top, right, bottom int32 }

	compositionForm struct {
		style   uint32
		current point
		area    rectangle
	}
	candidateForm struct {
		index, style uint32
		current      point
		area         rectangle
	}
	charPosition struct {
		size, char uint32
		at         point
		height     uint32
		document   rectangle
	}
)

// context is an input context of a window, for as long as f runs.
func context(window uintptr, f func(himc uintptr)) {
	himc, _, _ := immGetContext.Call(window)
	if himc == 0 {
		return
	}
	f(himc)
	immReleaseContext.Call(window, himc)
}

// composition returns a string of the composition: gcsCompStr or gcsResultStr.
func composition(himc uintptr, which uintptr) []uint16 {
	n, _, _ := immGetCompositionString.Call(himc, which, 0, 0)
	if int32(n) < 2 {
		return nil
	}
	text := make([]uint16, n/2)
	n, _, _ = immGetCompositionString.Call(himc, which, uintptr(unsafe.Pointer(&text[0])), uintptr(len(text)*2))
	if int32(n) < 2 {
		return nil
	}
	return text[:min(int(n/2), len(text))]
}

// cursor returns where the cursor stands in the composition, in units of UTF-16.
func cursor(himc uintptr) int {
	n, _, _ := immGetCompositionString.Call(himc, gcsCursorPos, 0, 0)
	return int(n & 0xffff)
}

// setPlace tells where what is composed stands: the caret's rectangle in the window.
// Methods differ in which of the ways they look at.
func setPlace(himc uintptr, r rectangle) {
	form := compositionForm{style: cfsPoint, current: point{r.left, r.top}}
	immSetCompositionWindow.Call(himc, uintptr(unsafe.Pointer(&form)))
	below := candidateForm{style: cfsCandidatePos, current: point{r.left, r.bottom}}
	immSetCandidateWindow.Call(himc, uintptr(unsafe.Pointer(&below)))
	beside := candidateForm{style: cfsExclude, current: point{r.left, r.top}, area: r}
	immSetCandidateWindow.Call(himc, uintptr(unsafe.Pointer(&beside)))
}

// onScreen moves a place in a window to where it is on the screen.
func onScreen(window uintptr, r rectangle) rectangle {
	var origin point
	clientToScreen.Call(window, uintptr(unsafe.Pointer(&origin)))
	return rectangle{r.left + origin.x, r.top + origin.y, r.right + origin.x, r.bottom + origin.y}
}

// inside returns the inside of a window.
func inside(window uintptr) (r rectangle) {
	getClientRect.Call(window, uintptr(unsafe.Pointer(&r)))
	return r
}

// utf8Offset is where the n-th unit of UTF-16 stands in bytes of the text.
func utf8Offset(text []uint16, n int) int {
	return len(string(utf16.Decode(text[:min(n, len(text))])))
}
