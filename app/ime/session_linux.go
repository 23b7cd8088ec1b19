package ime

import (
	"context"

	"fyne.io/fyne/v2"

	"safety365/app/ui"
)

// session is the way to the input methods of a Linux desktop. One input context
// serves all text fields: the one that has the keyboard is its client. Fields
// belong to the goroutine that owns the widgets if nothing else is said.
type session struct {
	off    bool    // input methods are left to XIM
	before *string // XMODIFIERS as the user has it, while it is ours
	screen screen

	link       *link
	client     Client
	last       Client // had the keyboard before there was none
	draws      bool
	shown      event // the preedit that the client shows; no text: none
	forwarding bool  // a key that the service sent is being typed
	placed     rect  // what the service was told

	looked chan struct{} // wakes the keeper
	cancel context.CancelFunc
}

func newMethod() method { return newSession() }

func newSession() *session { return &session{looked: make(chan struct{}, 1)} }

// start adds a window; the first one starts the search for a service.
func (s *session) start(w fyne.Window) (stop func()) {
	s.restore()
	if s.off {
		return func() {}
	}
	s.screen.add(w)
	if s.cancel == nil {
		ctx, cancel := context.WithCancel(context.Background())
		s.cancel = cancel
		services := s.choice()
		ui.Go(func() { s.keep(ctx, services) })
	}
	return func() {
		if s.screen.remove(w) && s.cancel != nil {
			s.cancel()
			s.cancel = nil
			s.drop(s.link)
		}
	}
}

// adopt makes l the link.
func (s *session) adopt(l *link) {
	s.link = l
	s.enter()
}

// drop is told that l is gone.
func (s *session) drop(l *link) {
	if l != nil && s.link == l {
		s.hear(l)
		s.link = nil
		s.unmark()
	}
}

// enter tells the service of the client that has the keyboard.
func (s *session) enter() {
	if s.link == nil || s.client == nil {
		return
	}
	s.link.tell(s.link.abilities(s.draws, s.screen.wayland))
	s.link.tell("FocusIn", nil)
	s.placed = rect{}
	s.place()
}

func (s *session) focus(c Client, draws bool) {
	if s.client != nil && s.client != c {
		s.blur(s.client)
	}
	s.client, s.draws = c, draws
	s.enter()
}

// blur waits for the service, because what it commits then still belongs to c.
func (s *session) blur(c Client) {
	if c != s.client {
		return
	}
	if l := s.link; l != nil {
		s.answered(l, l.ask("FocusOut", nil))
		s.hear(l)
	}
	s.unmark()
	if s.client == c {
		s.client, s.last = nil, c
	}
}

func (s *session) moved(c Client) {
	if c == s.client && s.link != nil {
		s.place()
	}
}

func (s *session) reset(c Client) {
	if c != s.client {
		return
	}
	if l := s.link; l != nil && s.draws && s.shown.text == "" {
		l.tell("Reset", nil) // there is nothing to wait for
	} else if l != nil {
		s.answered(l, l.ask("Reset", nil))
		s.hear(l)
	}
	s.unmark()
}

func (s *session) filter(c Client, k Key) (taken bool) {
	l := s.link
	if l == nil || c != s.client || s.forwarding || keysym(k) == 0 {
		return false
	}
	if s.screen.wayland {
		k.Code += evdevOffset
	}
	method, args := l.key(k)
	if _, modifier := modifiers[k.Name]; modifier || k.Up {
		l.tell(method, args) // nobody waits for what is said to it
		return false
	}
	s.hear(l) // what was said before this key goes before it
	s.place() // the window may have been moved
	err := l.ask(method, args, &taken)
	s.answered(l, err)
	s.hear(l)
	return taken && err == nil
}

// answered drops a link that was lost over a call.
func (s *session) answered(l *link, err error) {
	if err == nil {
		return
	}
	select {
	case <-l.gone:
		s.drop(l)
	default:
	}
}

// hear does what the service said, in order.
func (s *session) hear(l *link) {
	for s.link == l {
		e, ok := l.next()
		if !ok {
			return
		}
		s.obey(e)
	}
}

func (s *session) obey(e event) {
	c := s.client
	if c == nil {
		c = s.last
	}
	if c == nil {
		return
	}
	switch e.kind {
	case commit:
		s.unmark()
		c.Commit(e.text)
	case preedit:
		if e.text == "" {
			s.unmark()
		} else if s.draws && s.client != nil && e != s.shown {
			s.shown = e
			c.Preedit(e.text, e.caret)
		}
	case forward:
		s.forward(c, e.key)
	}
}

// forward types a key that the service sent back.
func (s *session) forward(c Client, k Key) {
	switch {
	case k.Up || k.Mods&^fyne.KeyModifierShift != 0:
	case k.Rune != 0:
		c.Commit(string(k.Rune))
	case functions[k.Name]:
		if w, ok := c.(fyne.Focusable); ok {
			s.forwarding = true
			defer func() { s.forwarding = false }()
			w.TypedKey(&fyne.KeyEvent{Name: k.Name})
		}
	}
}

// unmark ends a preedit that is shown.
func (s *session) unmark() {
	if s.shown.text != "" {
		s.shown = event{}
		s.client.Preedit("", 0)
	}
}

// place tells the service where the caret is, if it is elsewhere than it was.
func (s *session) place() {
	r, ok := s.screen.caret(s.client)
	if ok && r != s.placed {
		s.placed = r
		s.link.tell(s.link.caret(r, s.screen.wayland))
	}
}
