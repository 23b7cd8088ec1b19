package ime_test

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"sync"
	"syscall"
	"testing"
	"time"
)

// TestRealMethods writes Chinese into a real window with real input methods (see
// testdata). The window is built with cgo, which takes minutes the first time.
func TestRealMethods(t *testing.T) {
	window := sync.OnceValue(func() string { return build(t) })
	if testing.Short() {
		t.Skip("takes half a minute")
	}
	tests := []struct {
		script string
		needs  []string
	}{
		{"fcitx.sh", []string{"fcitx5", "Xvfb", "xdotool", "openbox", "import", "xwininfo", "dbus-run-session", "gcc"}},
		{"ibus.sh", []string{"ibus-daemon", "Xvfb", "xdotool", "openbox", "import", "dbus-run-session", "gcc"}},
	}
	for _, tt := range tests {
		t.Run(tt.script, func(t *testing.T) {
			for _, tool := range tt.needs {
				if _, err := exec.LookPath(tool); err != nil {
					if os.Getenv("SAFETY365_JUDGES") == "required" && tool != "ibus-daemon" {
						t.Fatal(err)
					}
					t.Skip(err)
				}
			}
			program := window()
			out := filepath.Join(os.TempDir(), "safety365-ime", tt.script)
			if said, err := perform(t, "testdata/"+tt.script, program, out); err != nil {
				t.Fatalf("%v\n%s\nlogs and pictures: %s", err, said, out)
			}
			os.RemoveAll(out)
		})
	}
}

// perform runs a script and returns what it says. Whatever it started and left behind
// ends with it, and cannot keep the test waiting: the words go to a file, not a pipe.
func perform(t *testing.T, script string, args ...string) (string, error) {
	said, err := os.CreateTemp(t.TempDir(), "said")
	if err != nil {
		t.Fatal(err)
	}
	defer said.Close()
	ctx, cancel := context.WithTimeout(t.Context(), 4*time.Minute)
	defer cancel()
	cmd := exec.CommandContext(ctx, script, args...)
	cmd.Stdout, cmd.Stderr = said, said
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	cmd.Cancel = func() error { return syscall.Kill(-cmd.Process.Pid, syscall.SIGKILL) }
	err = cmd.Run()
	if cmd.Process != nil {
		syscall.Kill(-cmd.Process.Pid, syscall.SIGKILL)
	}
	text, _ := os.ReadFile(said.Name())
	return string(text), err
}

// build returns the program of testdata/window.
func build(t *testing.T) string {
	program := filepath.Join(t.TempDir(), "window")
	cmd := exec.Command("go", "build", "-o", program, "./testdata/window")
	cmd.Env = append(os.Environ(), "CGO_ENABLED=1")
	if said, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, said)
	}
	return program
}
