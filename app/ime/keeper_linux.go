package ime

import (
	"context"
	"os"
	"time"

	"github.com/godbus/dbus/v5"

	"safety365/app/ui"
)

// program is what services are told that we are.
const program = "safety365"

// Waiting times between attempts to find a service.
const (
	shortWait = time.Second
	longWait  = 8 * time.Second
)

// choice returns the services in the order in which they are asked.
func (s *session) choice() []service {
	f := &fcitx{display: "x11:"}
	if s.screen.wayland {
		f.display = "wayland:"
	}
	if wanted(os.Getenv) == "ibus" {
		return []service{ibus{}, f}
	}
	return []service{f, ibus{}}
}

// keep holds a link to a service as long as there is one, and looks for another when
// it is gone. It is a goroutine of its own.
func (s *session) keep(ctx context.Context, services []service) {
	wait := shortWait
	for ctx.Err() == nil {
		if l := s.find(ctx, services); l != nil {
			wait = shortWait
			ui.Do(func() {
				if ctx.Err() == nil {
					s.adopt(l)
				}
			})
			select {
			case <-ctx.Done():
			case <-l.gone:
			}
			ui.Do(func() { s.drop(l) })
			l.end()
		}
		select {
		case <-ctx.Done():
		case <-s.looked:
		case <-time.After(wait):
			wait = min(2*wait, longWait)
		}
	}
	for _, service := range services {
		service.close()
	}
}

// find asks the services in turn for an input context.
func (s *session) find(ctx context.Context, services []service) *link {
	for _, service := range services {
		ctx, cancel := context.WithTimeout(ctx, patience)
		l, err := service.open(ctx, s)
		cancel()
		if err == nil {
			return l
		}
	}
	return nil
}

// look wakes the keeper: a service came up. Any goroutine may call it.
func (s *session) look() {
	select {
	case s.looked <- struct{}{}:
	default:
	}
}

// newLink returns the link to an input context at a connection.
func (s *session) newLink(conn *dbus.Conn, object dbus.BusObject, face string, t tongue) *link {
	l := &link{tongue: t, object: object, face: face, gone: make(chan struct{})}
	l.arrived = func() { ui.Do(func() { s.hear(l) }) }
	context.AfterFunc(conn.Context(), l.lose)
	return l
}
