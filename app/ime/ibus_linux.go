package ime

import (
	"bufio"
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"unicode/utf8"

	"github.com/godbus/dbus/v5"
)

// ibus speaks to ibus, which keeps a bus of its own.
type ibus struct{}

const (
	ibusName    = "org.freedesktop.IBus"
	ibusPath    = "/org/freedesktop/IBus"
	ibusMethod  = "org.freedesktop.IBus"
	ibusFace    = "org.freedesktop.IBus.InputContext"
	ibusService = "org.freedesktop.IBus.Service"

	// Abilities of a client.
	ibusPreedit = 1 << 0
	ibusFocus   = 1 << 3

	ibusRelease = 1 << 30 // in a key's state: it came up
	evdevOffset = 8       // X11 counts the keys of the hardware from here
)

func (ibus) open(ctx context.Context, s *session) (*link, error) {
	address := ibusAddress(os.Getenv)
	if address == "" {
		return nil, errors.New("no address of ibus")
	}
	ear := &ear{}
	conn, err := dbus.Dial(address, dbus.WithSignalHandler(ear))
	if err != nil {
		return nil, err
	}
	if err = conn.Auth(nil); err == nil {
		err = conn.Hello()
	}
	var path dbus.ObjectPath
	if err == nil {
		err = conn.Object(ibusName, ibusPath).
			CallWithContext(ctx, ibusMethod+".CreateInputContext", dbus.FlagNoAutoStart, program).Store(&path)
	}
	if err != nil {
		conn.Close()
		return nil, err
	}
	l := s.newLink(conn, conn.Object(ibusName, path), ibusFace, &ibusTongue{})
	l.done = func() { conn.Close() }
	ear.link.Store(l)
	return l, nil
}

func (ibus) close() {}

// ibusAddress returns where ibus listens: the environment says it, or a file that
// the service leaves for each display; "" if it never ran.
func ibusAddress(env func(string) string) string {
	if address := env("IBUS_ADDRESS"); address != "" {
		return address
	}
	files := []string{env("IBUS_ADDRESS_FILE")}
	config := env("XDG_CONFIG_HOME")
	if config == "" {
		config = filepath.Join(env("HOME"), ".config")
	}
	for _, display := range []string{env("WAYLAND_DISPLAY"), env("DISPLAY")} {
		if display != "" {
			files = append(files, filepath.Join(config, "ibus", "bus", machine()+"-"+ibusDisplay(display)))
		}
	}
	for _, file := range files {
		if address := addressIn(file); address != "" {
			return address
		}
	}
	return ""
}

// ibusDisplay is how ibus calls a display in the name of a file: host, then number.
func ibusDisplay(display string) string {
	host, number, ok := strings.Cut(display, ":")
	if !ok {
		return "unix-" + display // wayland-0
	}
	if host == "" {
		host = "unix"
	}
	number, _, _ = strings.Cut(number, ".")
	return host + "-" + number
}

// machine returns the machine's identifier.
func machine() string {
	for _, file := range []string{"/var/lib/dbus/machine-id", "/etc/machine-id"} {
		if id, err := os.ReadFile(file); err == nil {
			return strings.TrimSpace(string(id))
		}
	}
	return ""
}

// addressIn reads the address out of a file of ibus.
func addressIn(file string) string {
	f, err := os.Open(file)
	if err != nil {
		return ""
	}
	defer f.Close()
	for lines := bufio.NewScanner(f); lines.Scan(); {
		if address, ok := strings.CutPrefix(lines.Text(), "IBUS_ADDRESS="); ok {
			return address
		}
	}
	return ""
}

// ibusTongue is the interface org.freedesktop.IBus.InputContext.
type ibusTongue struct {
	preedit event // the last one, shown or not
}

func (*ibusTongue) key(k Key) (string, []any) {
	state := keyState(k.Mods)
	if k.Up {
		state |= ibusRelease
	}
	return "ProcessKeyEvent", []any{keysym(k), uint32(max(k.Code-evdevOffset, 0)), state}
}

func (*ibusTongue) abilities(draws, _ bool) (string, []any) {
	flags := uint32(ibusFocus)
	if draws {
		flags |= ibusPreedit
	}
	return "SetCapabilities", []any{flags}
}

func (*ibusTongue) caret(r rect, relative bool) (string, []any) {
	method := "SetCursorLocation"
	if relative {
		method = "SetCursorLocationRelative"
	}
	return method, []any{r.x, r.y, r.w, r.h}
}

func (*ibusTongue) leave() string { return ibusService + ".Destroy" }

func (t *ibusTongue) hear(member string, body []any) (event, bool) {
	switch member {
	case "CommitText":
		text, ok := ibusText(body)
		return event{kind: commit, text: text}, ok
	case "UpdatePreeditText", "UpdatePreeditTextWithMode":
		text, ok := ibusText(body)
		if !ok || len(body) < 3 {
			return event{}, false
		}
		caret, _ := body[1].(uint32)
		shown, _ := body[2].(bool)
		t.preedit = event{kind: preedit, text: text, caret: byteOffset(text, int(caret))}
		if !shown {
			return event{kind: preedit}, true
		}
		return t.preedit, true
	case "ShowPreeditText":
		return t.preedit, true
	case "HidePreeditText":
		return event{kind: preedit}, true
	case "ForwardKeyEvent":
		var sym, code, state uint32
		err := dbus.Store(body, &sym, &code, &state)
		k := keyOf(sym, state)
		k.Up = state&ibusRelease != 0
		return event{kind: forward, key: k}, err == nil
	}
	return event{}, false
}

// ibusText is the text of a serialized IBusText: its name, attachments, the text,
// attributes.
func ibusText(body []any) (string, bool) {
	if len(body) == 0 {
		return "", false
	}
	v, ok := body[0].(dbus.Variant)
	if !ok {
		return "", false
	}
	parts, ok := v.Value().([]any)
	if !ok || len(parts) < 3 {
		return "", false
	}
	text, ok := parts[2].(string)
	return text, ok
}

// byteOffset is where the n-th character of text begins.
func byteOffset(text string, n int) int {
	at := 0
	for ; n > 0 && at < len(text); n-- {
		_, size := utf8.DecodeRuneInString(text[at:])
		at += size
	}
	return at
}
