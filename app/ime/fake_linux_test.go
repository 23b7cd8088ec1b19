package ime

import (
	"bufio"
	"fmt"
	"os"
	"os/exec"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/godbus/dbus/v5"
)

// bus starts a message bus for the test.
func bus(t *testing.T) (address string) {
	t.Helper()
	daemon, err := exec.LookPath("dbus-daemon")
	if err != nil {
		if os.Getenv("SAFETY365_JUDGES") == "required" {
			t.Fatal(err)
		}
		t.Skip("no dbus-daemon")
	}
	cmd := exec.Command(daemon, "--session", "--nofork", "--nopidfile", "--print-address")
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		cmd.Process.Kill()
		cmd.Wait()
	})
	address, err = bufio.NewReader(out).ReadString('\n')
	if err != nil {
		t.Fatal(err)
	}
	address = strings.TrimSpace(address)
	t.Setenv("DBUS_SESSION_BUS_ADDRESS", address)
	return address
}

// fake is a service that composes as it is told.
type fake struct {
	conn  *dbus.Conn
	to    dbus.Sender
	ibus  bool
	path  dbus.ObjectPath
	reply func(f *fake, sym uint32) bool // may say things first

	mutex sync.Mutex
	heard []string
}

var contexts int // numbers paths, so that an old one is known

func serve(t *testing.T, address string, f *fake) *fake {
	t.Helper()
	conn, err := dbus.Connect(address)
	if err != nil {
		t.Fatal(err)
	}
	f.conn = conn
	t.Cleanup(func() { conn.Close() })
	contexts++
	f.path = dbus.ObjectPath(fmt.Sprintf("/context/%d", contexts))
	name, path, method, face := fcitxNames[0], dbus.ObjectPath(fcitxPath), fcitxMethod, fcitxFace
	create := any(func(to dbus.Sender, _ []struct{ Key, Value string }) (dbus.ObjectPath, []byte, *dbus.Error) {
		f.to = to
		return f.path, nil, nil
	})
	key := any(func(sym, code, state uint32, up bool, _ uint32) (bool, *dbus.Error) {
		return f.key(sym, code, state, up), nil
	})
	if f.ibus {
		name, path, method, face = ibusName, ibusPath, ibusMethod, ibusFace
		create = func(to dbus.Sender, _ string) (dbus.ObjectPath, *dbus.Error) {
			f.to = to
			return f.path, nil
		}
		key = func(sym, code, state uint32) (bool, *dbus.Error) {
			return f.key(sym, code+evdevOffset, state&^ibusRelease, state&ibusRelease != 0), nil
		}
	}
	note := func(what string) any {
		return func() *dbus.Error { f.note(what); f.answerTo(what); return nil }
	}
	place := func(x, y, w, h int32) *dbus.Error { f.note(fmt.Sprintf("caret %d,%d %dx%d", x, y, w, h)); return nil }
	conn.ExportMethodTable(map[string]any{"CreateInputContext": create}, path, method)
	conn.ExportMethodTable(map[string]any{
		"ProcessKeyEvent": key, "FocusIn": note("in"), "FocusOut": note("out"), "Reset": note("reset"),
		"SetCapability":   func(n uint64) *dbus.Error { f.note(fmt.Sprintf("able %x", n)); return nil },
		"SetCapabilities": func(n uint32) *dbus.Error { f.note(fmt.Sprintf("able %x", n)); return nil },
		"SetCursorRect":   place, "SetCursorLocation": place, "SetCursorLocationRelative": place,
	}, f.path, face)
	if reply, err := conn.RequestName(name, dbus.NameFlagDoNotQueue); err != nil || reply != dbus.RequestNameReplyPrimaryOwner {
		t.Fatal(reply, err)
	}
	return f
}

func (f *fake) note(what string) {
	f.mutex.Lock()
	defer f.mutex.Unlock()
	f.heard = append(f.heard, what)
}

func (f *fake) was(what string) bool {
	f.mutex.Lock()
	defer f.mutex.Unlock()
	return slices.Contains(f.heard, what)
}

func (f *fake) key(sym, code, state uint32, up bool) bool {
	f.note(fmt.Sprintf("key %x %d %x %t", sym, code, state, up))
	return !up && f.reply != nil && f.reply(f, sym)
}

func (f *fake) answerTo(what string) {
	if what == "out" {
		f.commit("out")
	}
}

// emit sends a signal to the client alone, as the services do.
func (f *fake) emit(member string, body ...any) {
	face := fcitxFace
	if f.ibus {
		face = ibusFace
	}
	f.conn.Send(&dbus.Message{Type: dbus.TypeSignal, Body: body, Headers: map[dbus.HeaderField]dbus.Variant{
		dbus.FieldDestination: dbus.MakeVariant(string(f.to)),
		dbus.FieldPath:        dbus.MakeVariant(f.path),
		dbus.FieldInterface:   dbus.MakeVariant(face),
		dbus.FieldMember:      dbus.MakeVariant(member),
		dbus.FieldSignature:   dbus.MakeVariant(dbus.SignatureOf(body...)),
	}}, nil)
}

func (f *fake) commit(text string) {
	if f.ibus {
		f.emit("CommitText", serialized(text))
		return
	}
	f.emit("CommitString", text)
}

func (f *fake) preedit(text string, characters int) {
	if f.ibus {
		f.emit("UpdatePreeditText", serialized(text), uint32(characters), text != "")
		return
	}
	type part struct {
		Text   string
		Format int32
	}
	parts := []part{}
	for _, r := range text { // in pieces, as fcitx does
		parts = append(parts, part{string(r), 0})
	}
	f.emit("UpdateFormattedPreedit", parts, int32(byteOffset(text, characters)))
}

func (f *fake) forward(sym uint32) {
	if f.ibus {
		f.emit("ForwardKeyEvent", sym, uint32(0), uint32(0))
		return
	}
	f.emit("ForwardKey", sym, uint32(0), false)
}
