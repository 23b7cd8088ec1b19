//go:build unix

package cli_test

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// TestInterrupt stops a long build: it ends, with its own exit code, and leaves
// whole files and nothing else.
func TestInterrupt(t *testing.T) {
	folder := t.TempDir()
	text := "---\ntitle: Long\n---\n\n" + strings.Repeat("A paragraph of a text that goes on and on, longer than anybody waits for it to be set.\n\n", 40_000)
	for _, name := range []string{"a.md", "b.md", "c.md", "d.md"} {
		if err := os.WriteFile(filepath.Join(folder, name), []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	out := filepath.Join(folder, "out")
	cmd := exec.Command("safety365", "build", folder, "-o", out)
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	time.Sleep(2 * time.Second)
	if err := cmd.Process.Signal(syscall.SIGINT); err != nil {
		t.Fatal(err)
	}
	err := cmd.Wait()
	var failed *exec.ExitError
	if !errors.As(err, &failed) || failed.ExitCode() != 130 {
		t.Errorf("it ended with %v", err)
	}
	entries, _ := os.ReadDir(out)
	for _, e := range entries {
		data, err := os.ReadFile(filepath.Join(out, e.Name()))
		if err != nil || filepath.Ext(e.Name()) != ".pdf" || !strings.HasSuffix(string(data), "%%EOF\n") {
			t.Errorf("%s is left behind (%v)", e.Name(), err)
		}
	}
}
