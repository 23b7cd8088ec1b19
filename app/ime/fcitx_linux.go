package ime

import (
	"context"
	"errors"
	"slices"
	"sync/atomic"
	"time"

	"github.com/godbus/dbus/v5"
)

// fcitx speaks to fcitx5, and to fcitx 4 by the name that both have for portals.
type fcitx struct {
	display string     // the kind that our windows are on
	conn    *dbus.Conn // to the session's bus; kept to hear when a service comes up
	ear     *ear
}

var fcitxNames = []string{"org.fcitx.Fcitx5", "org.freedesktop.portal.Fcitx"}

const (
	fcitxPath   = "/org/freedesktop/portal/inputmethod"
	fcitxMethod = "org.fcitx.Fcitx.InputMethod1"
	fcitxFace   = "org.fcitx.Fcitx.InputContext1"

	// Abilities of a client.
	fcitxPreedit   = 1 << 1
	fcitxFormatted = 1 << 4
	fcitxRelative  = 1 << 24 // the caret is told from the corner of the window
)

func (f *fcitx) open(ctx context.Context, s *session) (*link, error) {
	if f.conn == nil || !f.conn.Connected() {
		if err := f.connect(ctx, s); err != nil {
			return nil, err
		}
	}
	var err error
	for _, name := range fcitxNames {
		var l *link
		if l, err = f.context(ctx, s, name); err == nil {
			return l, nil
		}
	}
	return nil, err
}

// connect opens the session's bus and listens there for services that come and go.
func (f *fcitx) connect(ctx context.Context, s *session) error {
	f.close()
	address := busAddress()
	if address == "" {
		return errors.New("no session bus")
	}
	ear := &ear{}
	conn, err := dbus.Dial(address, dbus.WithSignalHandler(ear))
	if err != nil {
		return err
	}
	if err = conn.Auth(nil); err == nil {
		err = conn.Hello()
	}
	if err != nil {
		conn.Close()
		return err
	}
	ear.changed = func(name, owner string) {
		if !slices.Contains(fcitxNames, name) {
			return
		}
		if l := ear.link.Load(); l != nil && l.object.Destination() == name {
			l.lose() // a new owner knows nothing of our context either
		}
		if owner != "" {
			s.look()
		}
	}
	f.conn, f.ear = conn, ear
	// fcitx5 speaks to us alone; older ones may speak to everybody.
	err = conn.AddMatchSignalContext(ctx, dbus.WithMatchInterface(fcitxFace))
	if err != nil {
		return err
	}
	for _, name := range fcitxNames {
		err = conn.AddMatchSignalContext(ctx, dbus.WithMatchSender("org.freedesktop.DBus"),
			dbus.WithMatchInterface("org.freedesktop.DBus"), dbus.WithMatchMember("NameOwnerChanged"),
			dbus.WithMatchArg(0, name))
		if err != nil {
			return err
		}
	}
	return nil
}

// context makes an input context with the service of a name.
func (f *fcitx) context(ctx context.Context, s *session, name string) (*link, error) {
	type hint struct{ Key, Value string }
	hints := []hint{{"program", program}, {"display", f.display}}
	var path dbus.ObjectPath
	var id []byte
	err := f.conn.Object(name, fcitxPath).
		CallWithContext(ctx, fcitxMethod+".CreateInputContext", dbus.FlagNoAutoStart, hints).Store(&path, &id)
	if err != nil {
		return nil, err
	}
	l := s.newLink(f.conn, f.conn.Object(name, path), fcitxFace, fcitxTongue{time.Now()})
	f.ear.link.Store(l)
	return l, nil
}

func (f *fcitx) close() {
	if f.conn != nil {
		f.conn.Close()
		f.conn = nil
	}
}

// ear hears all signals of a connection.
type ear struct {
	link    atomic.Pointer[link]
	changed func(name, owner string)
}

func (e *ear) DeliverSignal(face, member string, s *dbus.Signal) {
	if member == "NameOwnerChanged" && len(s.Body) == 3 && e.changed != nil {
		name, _ := s.Body[0].(string)
		owner, _ := s.Body[2].(string)
		e.changed(name, owner)
		return
	}
	if l := e.link.Load(); l != nil {
		l.DeliverSignal(face, member, s)
	}
}

// fcitxTongue is the interface org.fcitx.Fcitx.InputContext1.
type fcitxTongue struct{ start time.Time }

func (t fcitxTongue) key(k Key) (string, []any) {
	now := uint32(time.Since(t.start).Milliseconds())
	return "ProcessKeyEvent", []any{keysym(k), uint32(k.Code), keyState(k.Mods), k.Up, now}
}

func (fcitxTongue) abilities(draws, relative bool) (string, []any) {
	var flags uint64
	if draws {
		flags |= fcitxPreedit | fcitxFormatted
	}
	if relative {
		flags |= fcitxRelative
	}
	return "SetCapability", []any{flags}
}

func (fcitxTongue) caret(r rect, _ bool) (string, []any) {
	return "SetCursorRect", []any{r.x, r.y, r.w, r.h}
}

func (fcitxTongue) leave() string { return fcitxFace + ".DestroyIC" }

func (fcitxTongue) hear(member string, body []any) (event, bool) {
	switch member {
	case "CommitString":
		var text string
		err := dbus.Store(body, &text)
		return event{kind: commit, text: text}, err == nil
	case "UpdateFormattedPreedit":
		var parts []struct {
			Text   string
			Format int32
		}
		var caret int32
		err := dbus.Store(body, &parts, &caret)
		e := event{kind: preedit, caret: int(caret)}
		for _, p := range parts {
			e.text += p.Text
		}
		return e, err == nil
	case "ForwardKey":
		var sym, state uint32
		var up bool
		err := dbus.Store(body, &sym, &state, &up)
		k := keyOf(sym, state)
		k.Up = up
		return event{kind: forward, key: k}, err == nil
	}
	return event{}, false
}
