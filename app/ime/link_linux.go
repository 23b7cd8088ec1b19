package ime

import (
	"context"
	"errors"
	"sync"
	"time"

	"github.com/godbus/dbus/v5"
)

const (
	// patience is how long a key waits for an answer. A key that got none is typed. A
	// busy machine now and then takes longer than people notice, and a stray letter
	// in the text is worse than a short wait.
	patience = time.Second
	// impatience is how long the keys after an unanswered one wait.
	impatience = 200 * time.Millisecond
	// tolerance is how many keys in a row may go unanswered before the service counts
	// as gone.
	tolerance = 3
)

// service is a kind of input method service: what it calls things.
type service interface {
	// open makes an input context, or fails if the service is not there.
	open(context.Context, *session) (*link, error)
	// close gives up what open keeps for the next time.
	close()
}

// tongue is how an input context is spoken to: names of methods with their arguments.
type tongue interface {
	key(Key) (method string, args []any)
	abilities(draws, relative bool) (method string, args []any)
	caret(r rect, relative bool) (method string, args []any)
	leave() string // the method that ends the context, with its interface
	// hear makes an event of a signal.
	hear(member string, body []any) (event, bool)
}

// rect is a place in pixels.
type rect struct{ x, y, w, h int32 }

// event is what an input context says.
type event struct {
	kind  eventKind
	text  string
	caret int // of a preedit, in bytes
	key   Key // to be forwarded
}

type eventKind uint8

const (
	commit eventKind = iota
	preedit
	forward
)

// link is an input context of a service that answers. Signals are put in a row as
// they come, ahead of the answers that follow them on the wire, so whoever has an
// answer has all that was said before it.
type link struct {
	tongue
	object  dbus.BusObject
	face    string        // the interface of the context
	arrived func()        // something is in the row
	gone    chan struct{} // closed when the service is
	done    func()        // gives up the connection; may be nil

	missed int // keys in a row without an answer; of the owner of the widgets

	mutex sync.Mutex
	row   []event
	lost  bool
}

// ask calls a method and waits for its answer for a while.
func (l *link) ask(method string, args []any, answer ...any) error {
	wait := patience
	if l.missed > 0 {
		wait = impatience
	}
	ctx, cancel := context.WithTimeout(context.Background(), wait)
	defer cancel()
	call := l.object.CallWithContext(ctx, l.face+"."+method, dbus.FlagNoAutoStart, args...)
	err := call.Err
	if err == nil && len(answer) > 0 {
		err = call.Store(answer...)
	}
	if err == nil {
		l.missed = 0
		return nil
	}
	l.missed++
	if l.missed >= tolerance || !errors.Is(err, context.DeadlineExceeded) {
		l.lose()
	}
	return err
}

// tell calls a method without waiting. Calls are carried out in the order in which
// they were made, these among those of ask.
func (l *link) tell(method string, args []any) {
	l.object.Go(l.face+"."+method, dbus.FlagNoReplyExpected|dbus.FlagNoAutoStart, nil, args...)
}

// DeliverSignal is called by the connection between two messages.
func (l *link) DeliverSignal(face, member string, s *dbus.Signal) {
	if face != l.face || s.Path != l.object.Path() {
		return
	}
	e, ok := l.hear(member, s.Body)
	if !ok {
		return
	}
	l.mutex.Lock()
	l.row = append(l.row, e)
	first := len(l.row) == 1
	l.mutex.Unlock()
	if first {
		l.arrived()
	}
}

// next takes the first event out of the row.
func (l *link) next() (event, bool) {
	l.mutex.Lock()
	defer l.mutex.Unlock()
	if len(l.row) == 0 {
		return event{}, false
	}
	e := l.row[0]
	l.row = l.row[1:]
	return e, true
}

// end gives up the input context.
func (l *link) end() {
	method := l.leave()
	l.object.Go(method, dbus.FlagNoReplyExpected|dbus.FlagNoAutoStart, nil)
	if l.done != nil {
		l.done()
	}
}

// lose says that the service is gone.
func (l *link) lose() {
	l.mutex.Lock()
	defer l.mutex.Unlock()
	if !l.lost {
		l.lost = true
		close(l.gone)
	}
}
