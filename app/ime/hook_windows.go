package ime

import (
	"syscall"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver"
)

// hook is a window whose messages go through us.
type hook struct {
	window fyne.Window // nil: it was stopped, and messages are only handed on
	handle uintptr
	before uintptr // the procedure that we stand before
}

// start takes note of a window. It is hooked as soon as it is on the screen.
func (s *session) start(w fyne.Window) (stop func()) {
	h := &hook{window: w}
	s.hooks = append(s.hooks, h)
	s.attach()
	return func() { s.detach(h) }
}

// attach hooks the windows that came up since.
func (s *session) attach() {
	for _, h := range s.hooks {
		if h.handle != 0 || h.window == nil {
			continue
		}
		native(h.window, func(context any) {
			if c, ok := context.(driver.WindowsWindowContext); ok {
				h.handle = c.HWND
			}
		})
		if h.handle == 0 {
			continue
		}
		if s.procedure == 0 {
			s.procedure = syscall.NewCallback(s.message)
		}
		h.before, _, _ = setWindowLongPtr.Call(h.handle, windowProcedure, s.procedure)
		if h.before == 0 {
			h.handle, h.window = 0, nil
		}
	}
}

// detach gives a window its own procedure back. If another stands before ours by
// now, ours stays and only hands on.
func (s *session) detach(h *hook) {
	h.window = nil
	if h.handle == 0 {
		s.forget(h)
		return
	}
	if now, _, _ := getWindowLongPtr.Call(h.handle, windowProcedure); now == s.procedure {
		setWindowLongPtr.Call(h.handle, windowProcedure, h.before)
		s.forget(h)
	}
}

func (s *session) forget(h *hook) {
	for i, o := range s.hooks {
		if o == h {
			s.hooks = append(s.hooks[:i:i], s.hooks[i+1:]...)
			return
		}
	}
}

// message is the window procedure.
func (s *session) message(handle, msg, wparam, lparam uintptr) uintptr {
	var h *hook
	for _, o := range s.hooks {
		if o.handle == handle {
			h = o
		}
	}
	if h == nil { // nothing of ours; the system has nobody else to ask
		result, _, _ := defWindowProc.Call(handle, msg, wparam, lparam)
		return result
	}
	done, result := false, uintptr(0)
	if h.window != nil && s.client != nil {
		done, lparam, result = s.compose(handle, uint32(msg), wparam, lparam)
	}
	if msg == wmNCDestroy {
		setWindowLongPtr.Call(handle, windowProcedure, h.before)
		s.forget(h)
	}
	if !done {
		result, _, _ = callWindowProc.Call(h.before, handle, msg, wparam, lparam)
	}
	return result
}

// handle is the window of the client.
func (s *session) handle() uintptr {
	if s.client == nil {
		return 0
	}
	w := windowOf(s.client, s.windows())
	for _, h := range s.hooks {
		if h.window != nil && h.window == w {
			return h.handle
		}
	}
	return 0
}

func (s *session) windows() (all []fyne.Window) {
	for _, h := range s.hooks {
		if h.window != nil {
			all = append(all, h.window)
		}
	}
	return all
}
