package window

import (
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"safety365/app/keeping"
	"safety365/app/panels"
	"safety365/assets"
)

// mounted is a small file system of its own; the test is skipped where none can be had.
func mounted(t *testing.T, options string) string {
	t.Helper()
	if runtime.GOOS != "linux" || os.Getuid() != 0 {
		t.Skip("only root on Linux mounts a file system")
	}
	dir := filepath.Join(t.TempDir(), "盘")
	if err := os.Mkdir(dir, 0o777); err != nil {
		t.Fatal(err)
	}
	if out, err := exec.Command("mount", "-t", "tmpfs", "-o", options, "tmpfs", dir).CombinedOutput(); err != nil {
		t.Skipf("mount: %v %s", err, out)
	}
	t.Cleanup(func() { exec.Command("umount", "-l", dir).Run() })
	return dir
}

// saves waits until saving has failed and has been told of, in these words.
func (q queue) refuses(t *testing.T, w *Window, code, name, folder string) {
	t.Helper()
	q.until(t, "a word about it", func() bool { return w.win.Canvas().Overlays().Top() != nil })
	message, _ := assets.Message("zh-Hans", code, map[string]string{"name": name, "folder": folder})
	if got := strings.ReplaceAll(words(w), "\n", ""); !strings.Contains(got, message) {
		t.Errorf("it says %q, not %q", got, message)
	}
	w.typedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
}

// What cannot be written is in the journal, is told of, and is written as soon as it
// can be.
func TestCannotWrite(t *testing.T) {
	for _, c := range []struct {
		name, code   string
		prevent, let func(t *testing.T, dir, path string)
	}{
		{"read-only folder", "file-read-only",
			func(t *testing.T, dir, _ string) { remount(t, dir, "ro") },
			func(t *testing.T, dir, _ string) { remount(t, dir, "rw") }},
		{"read-only file", "file-read-only",
			func(t *testing.T, _, path string) { must(t, os.Chmod(path, 0o444)) },
			func(t *testing.T, _, path string) { must(t, os.Chmod(path, 0o666)) }},
		{"full disk", "disk-full",
			func(t *testing.T, dir, _ string) {
				os.WriteFile(filepath.Join(dir, "rest"), make([]byte, 1<<20), 0o666) // as much as there is room for
			},
			func(t *testing.T, dir, _ string) { must(t, os.Remove(filepath.Join(dir, "rest"))) }},
	} {
		t.Run(c.name, func(t *testing.T) {
			w, q, _ := opened(t, "zh-Hans", nil)
			dir := mounted(t, "size=128k")
			path := filepath.Join(dir, "甲.md")
			write(t, path, notice)
			c.prevent(t, dir, path)
			defer remount(t, dir, "rw")
			w.begin([]string{path})
			d := w.desk
			if d == nil {
				t.Fatalf("it is not open: %s", words(w))
			}
			insert(d, len(notice), "\n"+strings.Repeat("我写的。", 1000)+"\n")
			w.save()
			q.refuses(t, w, c.code, "甲.md", dir)
			if read(t, path) != notice || d.text.Saved() || d.saved != panels.Failed {
				t.Error("it says that it is written")
			}
			journaled(t, d)
			c.let(t, dir, path)
			w.save()
			q.until(t, "saving", func() bool { return d.text.Saved() })
			if read(t, path) != d.text.Text() {
				t.Error("the file is not the text")
			}
		})
	}
}

func remount(t *testing.T, dir, how string) {
	t.Helper()
	if out, err := exec.Command("mount", "-o", "remount,"+how, dir).CombinedOutput(); err != nil {
		t.Fatalf("remount: %v %s", err, out)
	}
}

// journaled waits until the journals on the disk hold a document's text.
func journaled(t *testing.T, d *desk) {
	t.Helper()
	keeping.FlushAll(5 * time.Second)
	names, _ := filepath.Glob(filepath.Join(keeping.State(), "journal", "*"))
	for _, name := range names {
		if data, err := os.ReadFile(name); err == nil && strings.Contains(string(data), "我写的。我写的。") {
			return
		}
	}
	t.Errorf("no journal of %d has the text", len(names))
}
