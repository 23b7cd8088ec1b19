package ime

import (
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/godbus/dbus/v5"
)

// wanted is the input method that the environment names: "fcitx", "ibus", another's
// name, or "" if it says nothing.
func wanted(env func(string) string) string {
	_, x, _ := strings.Cut(env("XMODIFIERS"), "@im=")
	for _, name := range []string{x, env("GTK_IM_MODULE"), env("QT_IM_MODULE")} {
		switch name {
		case "fcitx", "fcitx5":
			return "fcitx"
		case "ibus":
			return "ibus"
		}
	}
	if x == "none" || x == "local" {
		return ""
	}
	return x
}

// prepare switches XIM off for the window to come, or leaves all to XIM if the
// environment names a method that is not spoken to here, or there is no bus.
func (s *session) prepare() {
	switch wanted(os.Getenv) {
	case "fcitx", "ibus", "":
		s.off = busAddress() == "" && ibusAddress(os.Getenv) == ""
	default:
		s.off = true
	}
	if s.off {
		return
	}
	if x, ok := os.LookupEnv("XMODIFIERS"); ok {
		s.before = &x
	} else {
		s.before = new(string)
	}
	os.Setenv("XMODIFIERS", "@im=none")
}

// busAddress returns where the session's bus listens: the environment says it, or
// there is a socket where systemd puts it; "" if there is none.
func busAddress() string {
	if address := os.Getenv("DBUS_SESSION_BUS_ADDRESS"); address != "" {
		return address
	}
	dir := os.Getenv("XDG_RUNTIME_DIR")
	if dir == "" {
		dir = "/run/user/" + strconv.Itoa(os.Getuid())
	}
	socket := filepath.Join(dir, "bus")
	if _, err := os.Stat(socket); err != nil {
		return ""
	}
	return "unix:path=" + dbus.EscapeBusAddressValue(socket)
}

// restore gives the environment XMODIFIERS as the user has it: the window read ours,
// and programs that we start shall not.
func (s *session) restore() {
	switch {
	case s.before == nil:
	case *s.before == "":
		os.Unsetenv("XMODIFIERS")
	default:
		os.Setenv("XMODIFIERS", *s.before)
	}
	s.before = nil
}
