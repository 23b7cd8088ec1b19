package window

import (
	"bufio"
	"errors"
	"os"
	"os/exec"
	"strings"
	"testing"
	"time"
)

// TestNoWindow: where there can be no window, the program says so in Chinese and in
// English, and what helps; the command works all the same.
func TestNoWindow(t *testing.T) {
	program := os.Getenv("SAFETY365_E2E")
	if program == "" {
		t.Skip("SAFETY365_E2E does not name a program built with -tags e2e")
	}
	read, write, err := os.Pipe()
	must(t, err)
	xvfb := exec.Command("Xvfb", "-displayfd", "3", "-extension", "GLX", "-nolisten", "tcp")
	xvfb.ExtraFiles = []*os.File{write}
	must(t, xvfb.Start())
	defer func() { xvfb.Process.Kill(); xvfb.Wait() }()
	number, err := bufio.NewReader(read).ReadString('\n')
	must(t, err)
	for _, c := range []struct{ name, display, chinese, english string }{
		{"no display", "", "没有图形桌面", "no graphical desktop"},
		{"no OpenGL", ":" + strings.TrimSpace(number), "不支持 OpenGL", "does not offer OpenGL"},
	} {
		t.Run(c.name, func(t *testing.T) {
			home := t.TempDir()
			cmd := exec.Command(program)
			cmd.Env = append(os.Environ(), "DISPLAY="+c.display, "WAYLAND_DISPLAY=", "HOME="+home, "XDG_CONFIG_HOME="+home,
				"XDG_RUNTIME_DIR="+home, "DBUS_SESSION_BUS_ADDRESS=disabled:", "PATH=/nonexistent")
			timer := time.AfterFunc(30*time.Second, func() { cmd.Process.Kill() })
			defer timer.Stop()
			out, err := cmd.CombinedOutput()
			var exit *exec.ExitError
			if !errors.As(err, &exit) || exit.ExitCode() != 4 {
				t.Errorf("%v, wanted exit code 4\n%s", err, out)
			}
			for _, words := range []string{c.chinese, c.english, "safety365 help"} {
				if !strings.Contains(string(out), words) {
					t.Errorf("it does not say %q:\n%s", words, out)
				}
			}
		})
	}
	if out, err := exec.Command(program, "kinds").CombinedOutput(); err != nil {
		t.Errorf("the command: %v\n%s", err, out)
	}
}
