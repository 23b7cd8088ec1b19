package ime_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"sync"
	"testing"
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
			said, err := exec.Command("testdata/"+tt.script, program, out).CombinedOutput()
			if err != nil {
				t.Fatalf("%v\n%s\nlogs and pictures: %s", err, said, out)
			}
			os.RemoveAll(out)
		})
	}
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
