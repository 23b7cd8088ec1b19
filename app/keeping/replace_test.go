package keeping

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"testing"
	"time"
)

// TestReplaceFails: whatever goes wrong while writing, the older file stays and
// nothing else is left.
func TestReplaceFails(t *testing.T) {
	for name, fail := range map[string]func() error{
		"error": func() error { return errors.New("the disk is full") },
		"panic": func() error { panic("a fault") }, // goes on to whoever called
	} {
		t.Run(name, func(t *testing.T) {
			folder := t.TempDir()
			path := filepath.Join(folder, "out.pdf")
			if err := os.WriteFile(path, []byte("older"), 0o600); err != nil {
				t.Fatal(err)
			}
			failed := false
			func() {
				defer func() { failed = failed || recover() != nil }()
				failed = Replace(path, func(w io.Writer) error {
					io.WriteString(w, "half of")
					return fail()
				}) != nil
			}()
			if !failed {
				t.Error("no error")
			}
			checkFolder(t, folder, "out.pdf", "older")
		})
	}
}

func TestReplace(t *testing.T) {
	folder := t.TempDir()
	path := filepath.Join(folder, "out.pdf")
	for _, text := range []string{"first", "second"} {
		err := Replace(path, func(w io.Writer) error {
			_, err := io.WriteString(w, text)
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
		checkFolder(t, folder, "out.pdf", text)
		os.Chmod(path, 0o640)
	}
	if info, err := os.Stat(path); err != nil || info.Mode().Perm()&0o077 != 0o040 && os.PathSeparator == '/' {
		t.Errorf("the mode of the older file is lost: %v %v", info.Mode(), err)
	}
}

func checkFolder(t *testing.T, folder, name, text string) {
	t.Helper()
	entries, err := os.ReadDir(folder)
	if err != nil || len(entries) != 1 || entries[0].Name() != name {
		t.Errorf("the folder holds %v (%v)", entries, err)
	}
	if got, err := os.ReadFile(filepath.Join(folder, name)); err != nil || string(got) != text {
		t.Errorf("%s holds %q (%v)", name, got, err)
	}
}

// TestReplaceLinks: what a link points to is written, whether it is there or not.
func TestReplaceLinks(t *testing.T) {
	folder := t.TempDir()
	real := filepath.Join(folder, "real")
	os.Mkdir(real, 0o777)
	for name, to := range map[string]string{
		"relative": "real/a.md", "absolute": filepath.Join(real, "b.md"), "chain": "relative", "up": "real/../real/c.md",
	} {
		if err := os.Symlink(filepath.FromSlash(to), filepath.Join(folder, name)); err != nil {
			t.Skip(err)
		}
	}
	for _, text := range []string{"first", "second"} {
		for name, file := range map[string]string{"relative": "a.md", "absolute": "b.md", "up": "c.md", "chain": "a.md"} {
			if err := Write(filepath.Join(folder, name), []byte(text+name)); err != nil {
				t.Fatal(err)
			}
			if got := get(t, filepath.Join(real, file)); got != text+name {
				t.Errorf("%s: %s holds %q", name, file, got)
			}
			if info, err := os.Lstat(filepath.Join(folder, name)); err != nil || info.Mode()&os.ModeSymlink == 0 {
				t.Errorf("%s is no link any more", name)
			}
		}
	}
	os.Symlink("loop", filepath.Join(folder, "loop"))
	if err := Write(filepath.Join(folder, "loop"), nil); err == nil {
		t.Error("a loop was written")
	}
}

// TestSweep: what a killed program left goes, what another is writing stays.
func TestSweep(t *testing.T) {
	folder := t.TempDir()
	old, fresh := filepath.Join(folder, ".a.md.1x"+tempSuffix), filepath.Join(folder, ".a.md.2y"+tempSuffix)
	others := filepath.Join(folder, ".a.md.tmp")
	for _, path := range []string{old, fresh, others} {
		put(t, path, "x")
	}
	long := time.Now().Add(-2 * time.Hour)
	os.Chtimes(old, long, long)
	os.Chtimes(others, long, long)
	if err := Write(filepath.Join(folder, "b.md"), nil); err != nil {
		t.Fatal(err)
	}
	for path, want := range map[string]bool{old: false, fresh: true, others: true} {
		if _, err := os.Lstat(path); (err == nil) != want {
			t.Errorf("%s is there: %v", filepath.Base(path), err == nil)
		}
	}
}

// TestReplaceWhileRead: somebody reads the file meanwhile, and reads all of the older
// one.
func TestReplaceWhileRead(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.md")
	put(t, path, "older")
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	if runtime.GOOS == "windows" {
		go func() { time.Sleep(100 * time.Millisecond); f.Close() }()
	}
	if err := Write(path, []byte("newer")); err != nil || get(t, path) != "newer" {
		t.Error(err)
	}
	if runtime.GOOS != "windows" {
		if data, _ := io.ReadAll(f); string(data) != "older" {
			t.Errorf("the reader has %q", data)
		}
		f.Close()
	}
}

func BenchmarkWrite(b *testing.B) {
	path, data := filepath.Join(b.TempDir(), "a.md"), make([]byte, 5<<20)
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		if err := Write(path, data); err != nil {
			b.Fatal(err)
		}
	}
}
