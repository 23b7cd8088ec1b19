package ime

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"github.com/godbus/dbus/v5"

	"safety365/app/ui"
)

// posted is what waits for the goroutine of the widgets, which is the test's.
var posted = make(chan func(), 1000)

func TestMain(m *testing.M) {
	ui.Do = func(f func()) { posted <- f }
	os.Exit(m.Run())
}

// until does what was posted until something is so.
func until(t *testing.T, what string, so func() bool) {
	t.Helper()
	deadline := time.After(10 * time.Second)
	for !so() {
		select {
		case f := <-posted:
			f()
		case <-time.After(10 * time.Millisecond):
		case <-deadline:
			t.Fatalf("never: %s", what)
		}
	}
}

func serialized(text string) dbus.Variant {
	type attributes struct {
		Name string
		More map[string]dbus.Variant
		List []dbus.Variant
	}
	return dbus.MakeVariant(struct {
		Name string
		More map[string]dbus.Variant
		Text string
		List dbus.Variant
	}{"IBusText", nil, text, dbus.MakeVariant(attributes{Name: "IBusAttrList"})})
}

// pinyin composes letters, commits 安全 on space and leaves the rest alone.
func pinyin(f *fake, sym uint32) bool {
	switch {
	case sym >= 'a' && sym <= 'z':
		f.preedit("全"+string(rune(sym)), 1)
		return true
	case sym == ' ':
		f.commit("安全")
		f.preedit("", 0)
		return true
	case sym == '1': // not taken, but it ends what was composed
		f.commit("你好")
		return false
	case sym == '9': // a key comes back
		f.forward(keysyms[fyne.KeyBackspace])
		f.forward('x')
		return true
	}
	return false
}

func each(t *testing.T, f func(t *testing.T, address string, service *fake)) {
	for _, ibus := range []bool{false, true} {
		t.Run(map[bool]string{false: "fcitx", true: "ibus"}[ibus], func(t *testing.T) {
			address := bus(t)
			t.Setenv("HOME", t.TempDir())
			t.Setenv("XDG_CONFIG_HOME", "")
			t.Setenv("IBUS_ADDRESS", "")
			if ibus {
				t.Setenv("IBUS_ADDRESS", address)
			}
			f(t, address, &fake{ibus: ibus, reply: pinyin})
		})
	}
}

func TestComposing(t *testing.T) {
	each(t, func(t *testing.T, address string, service *fake) {
		f := serve(t, address, service)
		s, p := begin(t, nil, true)
		until(t, "link", func() bool { return s.link != nil })
		until(t, "focus", func() bool { return f.was("in") })
		p.type_(s, 'a')
		p.type_(s, 'n')
		p.type_(s, ' ')
		p.type_(s, 'q')
		p.type_(s, '1') // the commit is of the key, so it stands before it
		p.type_(s, '9')
		p.push(s, fyne.KeyReturn)
		want := "preedit 全a|3, preedit 全n|3, preedit |0, commit 安全, preedit 全q|3, " +
			"preedit |0, commit 你好, rune 1, did BackSpace, commit x, did Return"
		if p.said() != want {
			t.Errorf("client saw  %s\nwant        %s", p.said(), want)
		}
		if !f.was("key 61 38 0 false") || !f.was("key ff0d 36 0 false") {
			t.Errorf("service heard %v", f.heard)
		}
		if want := map[bool]string{false: "able 12", true: "able 9"}[f.ibus]; !f.was(want) {
			t.Errorf("service heard %v, want %s", f.heard, want)
		}
	})
}

func TestClientThatDoesNotDraw(t *testing.T) {
	each(t, func(t *testing.T, address string, service *fake) {
		f := serve(t, address, service)
		s, p := begin(t, nil, false)
		until(t, "focus", func() bool { return f.was("in") })
		p.type_(s, 'a')
		p.type_(s, ' ')
		if p.said() != "commit 安全" {
			t.Errorf("client saw %s", p.said())
		}
		if want := map[bool]string{false: "able 0", true: "able 8"}[f.ibus]; !f.was(want) {
			t.Errorf("service heard %v, want %s", f.heard, want)
		}
	})
}

// What the service commits when the focus goes belongs to the client that had it.
func TestFocusGoes(t *testing.T) {
	each(t, func(t *testing.T, address string, service *fake) {
		f := serve(t, address, service)
		s, p := begin(t, nil, true)
		until(t, "focus", func() bool { return f.was("in") })
		p.type_(s, 'a')
		q := &paper{}
		s.focus(q, true)
		q.type_(s, ' ')
		p.type_(s, ' ') // has no keyboard, and nothing to say
		if want := "preedit 全a|3, preedit |0, commit out, rune  "; p.said() != want {
			t.Errorf("first saw %s, want %s", p.said(), want)
		}
		if want := "commit 安全"; q.said() != want {
			t.Errorf("second saw %s, want %s", q.said(), want)
		}
		q.type_(s, 'b')
		s.reset(q)
		if want := "commit 安全, preedit 全b|3, preedit |0"; q.said() != want || !f.was("reset") {
			t.Errorf("second saw %s, want %s", q.said(), want)
		}
	})
}

func TestSignalsAlone(t *testing.T) {
	each(t, func(t *testing.T, address string, service *fake) {
		f := serve(t, address, service)
		s, p := begin(t, nil, true)
		until(t, "focus", func() bool { return f.was("in") })
		var want []string
		for i := range 200 {
			f.commit(fmt.Sprint(i))
			want = append(want, fmt.Sprint("commit ", i))
		}
		until(t, "all", func() bool { return len(p.log) == 200 })
		if !slices.Equal(p.log, want) {
			t.Errorf("client saw %v", p.log)
		}
		// Modifiers and keys that come up are told, and nobody waits.
		s.filter(p, Key{Name: "LeftShift", Code: 50})
		s.filter(p, Key{Name: "LeftShift", Code: 50, Mods: fyne.KeyModifierShift, Up: true})
		until(t, "shift", func() bool { return f.was("key ffe1 50 0 false") && f.was("key ffe1 50 1 true") })
	})
}

func TestRestart(t *testing.T) {
	each(t, func(t *testing.T, address string, service *fake) {
		s, p := begin(t, nil, true)
		p.type_(s, 'a') // nobody is there
		f := serve(t, address, service)
		until(t, "focus", func() bool { return f.was("in") })
		p.type_(s, 'b')
		f.conn.Close()
		if f.ibus { // the bus is the service's own; here it stays, so a key finds out
			p.type_(s, 'c')
		}
		until(t, "gone", func() bool { return s.link == nil })
		p.type_(s, 'd')
		g := serve(t, address, &fake{ibus: f.ibus, reply: pinyin})
		until(t, "focus", func() bool { return g.was("in") })
		p.type_(s, ' ')
		want := "rune a, preedit 全b|3, preedit |0, rune d, commit 安全"
		if f.ibus {
			want = strings.Replace(want, "|0,", "|0, rune c,", 1)
		}
		if p.said() != want {
			t.Errorf("client saw  %s\nwant        %s", p.said(), want)
		}
	})
}

func TestServiceHangs(t *testing.T) {
	each(t, func(t *testing.T, address string, service *fake) {
		hang := make(chan bool)
		service.reply = func(f *fake, sym uint32) bool {
			if sym == 'h' {
				<-hang
			}
			return pinyin(f, sym)
		}
		f := serve(t, address, service)
		s, p := begin(t, nil, true)
		until(t, "focus", func() bool { return f.was("in") })
		p.type_(s, 'a')
		began := time.Now()
		for range tolerance {
			p.type_(s, 'h')
		}
		if d := time.Since(began); d < patience {
			t.Errorf("waited for %v only", d)
		}
		if s.link != nil {
			t.Error("still trusted")
		}
		p.type_(s, 'i') // which nobody is asked about
		close(hang)
		until(t, "link", func() bool { return s.link != nil })
		p.type_(s, ' ')
		if want := "preedit 全a|3, rune h, rune h, preedit |0, rune h, rune i, commit 安全"; p.said() != want {
			t.Errorf("client saw  %s\nwant        %s", p.said(), want)
		}
	})
}

func TestPlaceUnderWayland(t *testing.T) {
	each(t, func(t *testing.T, address string, service *fake) {
		f := serve(t, address, service)
		test.NewTempApp(t)
		s, p := begin(t, wayland{test.NewTempWindow(t, nil)}, true)
		until(t, "place", func() bool { return f.was("caret 10,20 2x16") })
		p.type_(s, 'a')
		if !f.was("key 61 46 0 false") { // the hardware's numbers begin elsewhere
			t.Errorf("service heard %v", f.heard)
		}
		if n := strings.Count(strings.Join(f.heard, ";"), "caret"); n != 1 {
			t.Errorf("told %d times of a caret that stands still", n)
		}
	})
}

func TestPrepare(t *testing.T) {
	tests := []struct {
		name, x, gtk, bus string
		off               bool
		first             string // service
	}{
		{"nothing said", "", "", "unix:path=/none", false, "fcitx"},
		{"fcitx", "@im=fcitx", "", "unix:path=/none", false, "fcitx"},
		{"ibus", "@im=ibus", "", "unix:path=/none", false, "ibus"},
		{"by gtk", "", "ibus", "unix:path=/none", false, "ibus"},
		{"none, by gtk", "@im=none", "fcitx", "unix:path=/none", false, "fcitx"},
		{"another", "@im=uim", "", "unix:path=/none", true, "fcitx"},
		{"no bus", "@im=fcitx", "", "", true, "fcitx"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			for key, value := range map[string]string{
				"XMODIFIERS": tt.x, "GTK_IM_MODULE": tt.gtk, "QT_IM_MODULE": "", "IBUS_ADDRESS": "",
				"DBUS_SESSION_BUS_ADDRESS": tt.bus, "XDG_RUNTIME_DIR": t.TempDir(), "HOME": t.TempDir(),
			} {
				t.Setenv(key, value)
			}
			s := newSession()
			s.prepare()
			want := "@im=none"
			if tt.off {
				want = tt.x
			}
			if got := os.Getenv("XMODIFIERS"); got != want || s.off != tt.off {
				t.Errorf("XMODIFIERS is %q, off %t", got, s.off)
			}
			test.NewTempApp(t)
			s.start(test.NewTempWindow(t, nil))()
			first := "fcitx"
			if _, ok := s.choice()[0].(ibus); ok {
				first = "ibus"
			}
			if first != tt.first {
				t.Errorf("asks %s first", first)
			}
			if got := os.Getenv("XMODIFIERS"); got != tt.x {
				t.Errorf("programs that we start get %q", got)
			}
		})
	}
}

func TestKeysym(t *testing.T) {
	tests := []struct {
		key  Key
		want uint32
	}{
		{Key{Rune: 'a'}, 'a'},
		{Key{Rune: 'A', Mods: fyne.KeyModifierShift}, 'A'},
		{Key{Rune: 'é'}, 0xe9},
		{Key{Rune: '中'}, 0x1004e2d},
		{Key{Rune: ' '}, ' '},
		{Key{Name: fyne.KeyA, Mods: fyne.KeyModifierControl}, 'a'},
		{Key{Name: fyne.KeyF, Mods: fyne.KeyModifierControl | fyne.KeyModifierShift}, 'F'},
		{Key{Name: fyne.KeySpace, Mods: fyne.KeyModifierControl}, ' '},
		{Key{Name: fyne.KeyBackspace}, 0xff08},
		{Key{Name: "LeftShift"}, 0xffe1},
		{Key{Name: ";"}, ';'},
		{Key{Name: fyne.KeyUnknown}, 0},
	}
	for _, tt := range tests {
		if got := keysym(tt.key); got != tt.want {
			t.Errorf("%+v is %x, want %x", tt.key, got, tt.want)
		}
	}
	for name, sym := range keysyms {
		if k := keyOf(sym, 0); keysym(k) != sym {
			t.Errorf("%s comes back as %+v", name, k)
		}
	}
	for name := range functions {
		if keysyms[name] == 0 {
			t.Errorf("%s has no number", name)
		}
	}
}

func TestIbusAddress(t *testing.T) {
	home := t.TempDir()
	dir := home + "/.config/ibus/bus"
	if err := os.MkdirAll(dir, 0o700); err != nil {
		t.Fatal(err)
	}
	for display, address := range map[string]string{"unix-0": "unix:path=/x,guid=1", "unix-wayland-0": "unix:path=/w"} {
		text := "# written by ibus\nIBUS_ADDRESS=" + address + "\nIBUS_DAEMON_PID=1\n"
		if err := os.WriteFile(dir+"/"+machine()+"-"+display, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	tests := []struct{ address, wayland, display, want string }{
		{"", "", ":0", "unix:path=/x,guid=1"},
		{"", "", ":0.1", "unix:path=/x,guid=1"},
		{"", "wayland-0", ":0", "unix:path=/w"},
		{"", "wayland-1", ":0", "unix:path=/x,guid=1"},
		{"", "", "far:0", ""},
		{"", "", "", ""},
		{"unix:path=/given", "", ":0", "unix:path=/given"},
	}
	for _, tt := range tests {
		env := map[string]string{"HOME": home, "IBUS_ADDRESS": tt.address, "WAYLAND_DISPLAY": tt.wayland, "DISPLAY": tt.display}
		if got := ibusAddress(func(key string) string { return env[key] }); got != tt.want {
			t.Errorf("%+v: %q", tt, got)
		}
	}
}
