package ime

import (
	"math"
	"unicode/utf16"
	"unsafe"
)

// session is the way to the input methods of Windows. The system gives them the keys
// before the window hears of them; what is left to do is to say where the caret is,
// to show what is composed and to take what comes out. For that it stands before the
// window's own procedure. All of it runs on the thread of the window, which is the
// one of the widgets.
type session struct {
	hooks     []*hook
	procedure uintptr // ours, as the system calls it; made once

	client    Client
	draws     bool
	composing bool      // a composition is under way
	shown     bool      // a preedit is shown
	ending    bool      // a composition is being ended by us
	anchor    rectangle // of the caret when the composition began
	caret     point     // size of the system's caret; zero: there is none
}

func newMethod() method { return &session{} }

func (s *session) prepare() {}

// compose hears what the input method has to say. If done, the window does not.
func (s *session) compose(handle uintptr, msg uint32, wparam, lparam uintptr) (done bool, rest, result uintptr) {
	switch msg {
	case wmIMEStartComposition:
		s.composing = true
		s.anchor = s.rectangle()
		s.place()
		done = s.draws // else the system shows the composition
	case wmIMEComposition:
		if lparam&gcsResultStr != 0 && (s.draws || s.ending) {
			s.commit(handle)
			lparam &^= gcsResultStr
		}
		if s.draws && lparam&gcsCompStr != 0 {
			s.preedit(handle)
		} else if lparam == 0 {
			s.unmark()
		}
		s.place()
		done = s.draws
	case wmIMEEndComposition:
		s.composing = false
		s.unmark()
		done = s.draws
	case wmIMERequest:
		if wparam == imrQueryCharPosition && lparam != 0 {
			s.answer(handle, *(**charPosition)(unsafe.Pointer(&lparam)))
			return true, lparam, 1
		}
	}
	return done, lparam, 0
}

// commit takes what was composed.
func (s *session) commit(handle uintptr) {
	var text []uint16
	context(handle, func(himc uintptr) { text = composition(himc, gcsResultStr) })
	s.unmark()
	if len(text) > 0 {
		s.client.Commit(string(utf16.Decode(text)))
	}
}

// preedit shows what is being composed.
func (s *session) preedit(handle uintptr) {
	var text []uint16
	at := 0
	context(handle, func(himc uintptr) { text, at = composition(himc, gcsCompStr), cursor(himc) })
	if len(text) == 0 {
		s.unmark()
		return
	}
	s.shown = true
	s.client.Preedit(string(utf16.Decode(text)), utf8Offset(text, at))
}

// unmark ends a preedit that is shown.
func (s *session) unmark() {
	if s.shown && s.client != nil {
		s.shown = false
		s.client.Preedit("", 0)
	}
}

// answer says where a character of the composition stands.
func (s *session) answer(handle uintptr, q *charPosition) {
	r := onScreen(handle, s.spot())
	q.at = point{r.left, r.top}
	q.height = uint32(r.bottom - r.top)
	q.document = onScreen(handle, inside(handle))
}

func (s *session) focus(c Client, draws bool) {
	if s.client != nil && s.client != c {
		s.blur(s.client)
	}
	s.attach()
	s.client, s.draws = c, draws
	s.place()
}

// blur has the composition finished, while what comes out still belongs to c.
func (s *session) blur(c Client) {
	if c != s.client {
		return
	}
	s.end(cpsComplete)
	s.client = nil
	if s.caret != (point{}) {
		destroyCaret.Call()
		s.caret = point{}
	}
}

func (s *session) reset(c Client) {
	if c == s.client {
		s.end(cpsCancel)
	}
}

// end finishes or gives up the composition.
func (s *session) end(how uintptr) {
	if handle := s.handle(); handle != 0 && s.composing {
		s.ending = true
		context(handle, func(himc uintptr) { immNotifyIME.Call(himc, niCompositionStr, how, 0) })
		s.ending = false
	}
	s.composing = false
	s.unmark()
}

func (s *session) moved(c Client) {
	if c == s.client {
		s.place()
	}
}

// filter takes nothing: the system asked the input method before.
func (s *session) filter(Client, Key) bool { return false }

// place says where the caret is, also to those who look for the system's own caret:
// magnifiers and some input methods. That one is never shown.
func (s *session) place() {
	handle := s.handle()
	if handle == 0 {
		return
	}
	r := s.spot()
	context(handle, func(himc uintptr) { setPlace(himc, r) })
	if size := (point{max(r.right-r.left, 1), max(r.bottom-r.top, 1)}); size != s.caret {
		if ok, _, _ := createCaret.Call(handle, 0, uintptr(size.x), uintptr(size.y)); ok != 0 {
			s.caret = size
		}
	}
	setCaretPos.Call(uintptr(r.left), uintptr(r.top))
}

// spot is where candidates belong: at the caret, but they do not follow it along the
// line while something is composed.
func (s *session) spot() rectangle {
	r := s.rectangle()
	if s.composing && r.top == s.anchor.top && r.left >= s.anchor.left {
		return s.anchor
	}
	s.anchor = r
	return r
}

// rectangle is where the caret stands in its window, in pixels.
func (s *session) rectangle() rectangle {
	w := windowOf(s.client, s.windows())
	if w == nil {
		return rectangle{}
	}
	pos, size := s.client.CaretRect()
	px := func(f float32) int32 { return int32(math.Round(float64(f * w.Canvas().Scale()))) }
	return rectangle{px(pos.X), px(pos.Y), px(pos.X + size.Width), px(pos.Y + size.Height)}
}
