package window

import (
	"bufio"
	"fmt"
	"io"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"
)

// A stage is a screen of its own with the program on it, and somebody who moves the
// mouse and presses the keys. It needs the program built with -tags e2e, which make
// names in SAFETY365_E2E, and Xvfb, openbox, xdotool, ImageMagick and xclip.
type stage struct {
	t       *testing.T
	program string
	home    string // the user's
	shots   string // where pictures of the window go
	env     []string
	running *exec.Cmd
	over    chan error
	log     string
	window  string // its id
	socket  string
}

// raise makes a stage, or skips the test where there can be none.
func raise(t *testing.T) *stage {
	t.Helper()
	program := os.Getenv("SAFETY365_E2E")
	if program == "" {
		t.Skip("SAFETY365_E2E does not name a program built with -tags e2e")
	}
	home := t.TempDir()
	shots := filepath.Join(filepath.Dir(program), "shots", strings.ReplaceAll(t.Name(), "/", "-"))
	must(t, os.MkdirAll(shots, 0o777))
	s := &stage{t: t, program: program, home: home, shots: shots, socket: filepath.Join(home, "probe")}
	read, write, err := os.Pipe()
	must(t, err)
	xvfb := exec.Command("Xvfb", "-displayfd", "3", "-screen", "0", "1600x1000x24", "-nolisten", "tcp")
	xvfb.ExtraFiles = []*os.File{write}
	s.background(xvfb)
	write.Close()
	number, err := bufio.NewReader(read).ReadString('\n')
	must(t, err)
	s.env = append(os.Environ(),
		"DISPLAY=:"+strings.TrimSpace(number), "WAYLAND_DISPLAY=", "LIBGL_ALWAYS_SOFTWARE=1",
		"HOME="+home, "XDG_CONFIG_HOME="+home+"/.config", "XDG_CACHE_HOME="+home+"/.cache", "XDG_DATA_HOME="+home+"/.local/share",
		"XDG_RUNTIME_DIR="+home, "SAFETY365_PROBE="+s.socket, "LC_ALL=zh_CN.UTF-8", "LANGUAGE=", "LANG=zh_CN.UTF-8",
		"XMODIFIERS=", "GTK_IM_MODULE=", "QT_IM_MODULE=", "NO_AT_BRIDGE=1", "DBUS_SESSION_BUS_ADDRESS=disabled:")
	must(t, os.MkdirAll(filepath.Join(home, "Documents"), 0o777))
	s.background(s.tool("openbox"))
	return s
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// tool is a command in the stage's surroundings.
func (s *stage) tool(name string, args ...string) *exec.Cmd {
	cmd := exec.CommandContext(s.t.Context(), name, args...)
	cmd.Env = s.env
	cmd.WaitDelay = 10 * time.Second
	return cmd
}

// do runs a command and returns what it prints.
func (s *stage) do(name string, args ...string) string {
	s.t.Helper()
	out, err := s.tool("timeout", append([]string{"60", name}, args...)...).Output()
	if err != nil {
		s.t.Fatalf("%s %s: %v", name, strings.Join(args, " "), err)
	}
	return strings.TrimSpace(string(out))
}

// background starts a command that is killed when the test ends.
func (s *stage) background(cmd *exec.Cmd) {
	s.t.Helper()
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	must(s.t, cmd.Start())
	s.t.Cleanup(func() {
		if cmd.ProcessState != nil {
			return // it has ended, and somebody else may have its number by now
		}
		syscall.Kill(-cmd.Process.Pid, syscall.SIGKILL)
		cmd.Wait()
	})
}

// pinyin starts fcitx5 with its pinyin, as a Chinese user has it.
func (s *stage) pinyin() {
	s.t.Helper()
	config := filepath.Join(s.home, ".config", "fcitx5")
	must(s.t, os.MkdirAll(config, 0o777))
	must(s.t, os.WriteFile(filepath.Join(config, "profile"), []byte(`[Groups/0]
Name=Default
Default Layout=us
DefaultIM=pinyin
[Groups/0/Items/0]
Name=keyboard-us
[Groups/0/Items/1]
Name=pinyin
[GroupOrder]
0=Default
`), 0o666))
	must(s.t, os.WriteFile(filepath.Join(config, "config"), []byte("[Behavior]\nActiveByDefault=True\nShareInputState=All\n"), 0o666))
	// A bus that starts no services of the machine.
	rules := filepath.Join(s.home, "bus.conf")
	must(s.t, os.WriteFile(rules, []byte(`<busconfig><type>session</type><listen>unix:tmpdir=/tmp</listen>
<policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/></policy></busconfig>`), 0o666))
	bus := s.tool("dbus-daemon", "--config-file="+rules, "--nofork", "--print-address=3")
	read, write, err := os.Pipe()
	must(s.t, err)
	bus.ExtraFiles = []*os.File{write}
	s.background(bus)
	write.Close()
	address, err := bufio.NewReader(read).ReadString('\n')
	must(s.t, err)
	s.env = append(s.env, "DBUS_SESSION_BUS_ADDRESS="+strings.TrimSpace(address), "XMODIFIERS=@im=fcitx", "GTK_IM_MODULE=fcitx", "QT_IM_MODULE=fcitx")
	s.background(s.tool("fcitx5"))
	s.until("fcitx5 answers", 20*time.Second, func() bool {
		return s.tool("fcitx5-remote").Run() == nil
	})
}

// start starts the program and waits until its window can be talked to.
func (s *stage) start(args ...string) {
	s.t.Helper()
	os.Remove(s.socket)
	s.log = filepath.Join(s.shots, "program.log")
	out, err := os.OpenFile(s.log, os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o666)
	must(s.t, err)
	defer out.Close()
	cmd := s.tool(s.program, args...)
	cmd.Stdout, cmd.Stderr = out, out
	s.background(cmd)
	s.running, s.over = cmd, make(chan error, 1)
	s.until("the window is there", 60*time.Second, func() bool { return s.ask("state") != "" })
	s.until("it has an id", 10*time.Second, func() bool {
		found, _ := s.tool("xdotool", "search", "--onlyvisible", "--pid", strconv.Itoa(cmd.Process.Pid)).Output()
		fields := strings.Fields(string(found))
		if len(fields) > 0 {
			s.window = fields[len(fields)-1]
		}
		return len(fields) > 0
	})
	s.do("xdotool", "windowactivate", "--sync", s.window)
	time.Sleep(300 * time.Millisecond)
}

// kill ends the program as a power cut would.
func (s *stage) kill() {
	s.running.Process.Signal(syscall.SIGKILL)
	s.running.Wait()
}

// until waits for something that is sure to come.
func (s *stage) until(what string, limit time.Duration, come func() bool) {
	s.t.Helper()
	for end := time.Now().Add(limit); !come(); time.Sleep(40 * time.Millisecond) {
		if time.Now().After(end) {
			if s.window != "" {
				s.shot("failed")
			}
			log, _ := os.ReadFile(s.log)
			s.t.Fatalf("%s: not within %v; shown:\n%s\n%s\nlog: %s", what, limit, s.ask("state"), s.ask("texts"), log)
		}
	}
}

// ask asks the program's probe; an answer of "" is also that it does not listen yet.
func (s *stage) ask(question string) string {
	c, err := net.DialTimeout("unix", s.socket, time.Second)
	if err != nil {
		return ""
	}
	defer c.Close()
	c.SetDeadline(time.Now().Add(5 * time.Second))
	fmt.Fprintln(c, question)
	answer, _ := io.ReadAll(c)
	return string(answer)
}

// state is a value of the probe's "state".
func (s *stage) state(name string) string {
	for line := range strings.Lines(s.ask("state")) {
		if value, ok := strings.CutPrefix(strings.TrimSpace(line), name+"="); ok {
			return value
		}
	}
	return ""
}

// text is the open document's text.
func (s *stage) text() string { return s.ask("text") }

// has waits until the text holds words.
func (s *stage) has(words string) {
	s.t.Helper()
	s.until("the text has "+strconv.Quote(words), 10*time.Second, func() bool { return strings.Contains(s.text(), words) })
}

// see waits until words are shown and returns the middle of where.
func (s *stage) see(words string) (x, y int) {
	s.t.Helper()
	s.until("“"+words+"” is shown", 15*time.Second, func() bool { return s.ask("find "+words) != "" })
	time.Sleep(150 * time.Millisecond) // until it stands where it will
	var w, h int
	fmt.Sscan(s.ask("find "+words), &x, &y, &w, &h)
	return x + w/2, y + h/2
}

// click clicks on words, or clickAt at a point of the window.
func (s *stage) click(words string) {
	s.t.Helper()
	x, y := s.see(words)
	s.clickAt(x, y)
}

func (s *stage) clickAt(x, y int) {
	s.t.Helper()
	s.do("xdotool", "mousemove", "--window", s.window, strconv.Itoa(x), strconv.Itoa(y), "click", "1")
	time.Sleep(200 * time.Millisecond)
}

// keys presses keys one after the other, named as xdotool does.
func (s *stage) keys(names ...string) {
	s.t.Helper()
	for _, name := range names {
		s.do("xdotool", "key", name)
		time.Sleep(60 * time.Millisecond)
	}
	time.Sleep(100 * time.Millisecond)
}

// latin types characters of the keyboard.
func (s *stage) latin(text string) {
	s.t.Helper()
	s.do("xdotool", "type", "--delay", "40", text)
	time.Sleep(150 * time.Millisecond)
}

// clip puts text into the clipboard, as another program would.
func (s *stage) clip(text string) {
	s.t.Helper()
	cmd := s.tool("xclip", "-selection", "clipboard", "-i")
	cmd.Stdin = strings.NewReader(text)
	must(s.t, cmd.Run())
}

// command gives a command by the palette.
func (s *stage) command(words string) {
	s.t.Helper()
	s.keys("ctrl+shift+p")
	time.Sleep(400 * time.Millisecond)
	s.clip(words)
	s.keys("ctrl+v")
	time.Sleep(300 * time.Millisecond)
	s.keys("Return")
	time.Sleep(200 * time.Millisecond)
}

// shot keeps a picture of the window.
func (s *stage) shot(name string) {
	// Of a window that is gone it would ask for another one.
	s.tool("timeout", "10", "import", "-window", s.window, filepath.Join(s.shots, name+".png")).Run()
}

// settled waits until the pages show the newest text and the file has it.
func (s *stage) settled() {
	s.t.Helper()
	s.until("pages and file are those of the text", 20*time.Second, func() bool {
		return s.state("generation") == s.state("shown") && s.state("saved") == "true"
	})
}
