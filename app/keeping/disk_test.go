//go:build linux || darwin

package keeping

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// mount mounts a small file system for a test, or skips it.
func mount(t *testing.T, options string) string {
	t.Helper()
	folder := t.TempDir()
	if out, err := exec.Command("mount", "-t", "tmpfs", "-o", options, "none", folder).CombinedOutput(); err != nil {
		t.Skipf("nothing can be mounted here: %s", bytes.TrimSpace(out))
	}
	t.Cleanup(func() { exec.Command("umount", "-l", folder).Run() })
	return folder
}

// TestFullDisk: the older file stays whole, this is said, and when there is room the
// text is written.
func TestFullDisk(t *testing.T) {
	newState(t)
	quick(t)
	disk := mount(t, "size=64k")
	path, ballast := filepath.Join(disk, "通知.md"), filepath.Join(disk, "ballast")
	old := strings.Repeat("安全。\n", 1000)
	put(t, path, old)
	os.WriteFile(ballast, make([]byte, 40<<10), 0o644)
	s, told := open(t, path)
	s.Changed(old + old + "末")
	r := told.next(t)
	if CodeOf(r.Err) != "disk-full" || get(t, path) != old {
		t.Fatalf("%+v", r.Err)
	}
	entries, _ := os.ReadDir(disk)
	if len(entries) != 2 {
		t.Errorf("left: %v", entries)
	}
	os.Remove(ballast)
	if r := told.next(t); r.Err != nil || get(t, path) != old+old+"末" {
		t.Errorf("%+v", r.Err)
	}
}

// TestFullState: there is no room for the journal. Typing goes on, this is said, and
// when there is room all is there.
func TestFullState(t *testing.T) {
	disk := mount(t, "size=64k")
	t.Setenv(StateVariable, filepath.Join(disk, "state"))
	ballast := filepath.Join(disk, "ballast")
	os.WriteFile(ballast, make([]byte, 48<<10), 0o644)
	told := make(chan string, 10)
	j := Open("/a.md", "", func(err error) { told <- CodeOf(err) })
	var text strings.Builder
	for i := range 15000 { // nothing that could be squeezed
		text.WriteString(string(rune(0x4e00 + i*7919%20011)))
		if i%1000 == 0 {
			j.Note(text.String())
			j.Flush()
		}
	}
	j.Note(text.String())
	hear := func(want string) {
		t.Helper()
		select {
		case code := <-told:
			if code != want {
				t.Errorf("told %q", code)
			}
		case <-time.After(time.Minute):
			t.Fatal("nothing is told")
		}
	}
	hear("journal-full")
	os.Remove(ballast)
	hear("")
	j.Flush()
	fall(j)
	if all := Recoverable(); len(all) != 1 || all[0].Text != text.String() {
		t.Errorf("%d offered", len(all))
	}
	letGo()
}

// TestReadOnlyFolder: documents on a read-only disk can be opened and worked on; the
// journal lies elsewhere.
func TestReadOnlyFolder(t *testing.T) {
	newState(t)
	quick(t)
	disk := mount(t, "size=64k")
	path := filepath.Join(disk, "通知.md")
	put(t, path, "甲")
	if out, err := exec.Command("mount", "-o", "remount,ro", disk).CombinedOutput(); err != nil {
		t.Skipf("%s", out)
	}
	s, told := open(t, path)
	s.Changed("甲乙")
	if r := told.next(t); CodeOf(r.Err) != "file-read-only" {
		t.Fatalf("%+v", r.Err)
	}
	s.Close()
	if all := Recoverable(); len(all) != 1 || all[0].Text != "甲乙" {
		t.Errorf("%v", all)
	}
	if err := Trash(path); CodeOf(err) != "file-read-only" && CodeOf(err) != "trash-failed" {
		t.Error(err)
	}
	if get(t, path) != "甲" {
		t.Error("the file is gone")
	}
}

// TestLimits: the system may stop a file from growing at any byte. This is tried in
// another process, for the limit is one of the process.
func TestLimits(t *testing.T) {
	newState(t)
	path := filepath.Join(t.TempDir(), "a.md")
	put(t, path, "older")
	child, _ := start(t, "limited", path)
	if err := child.Wait(); err != nil {
		t.Error(err)
	}
	checkFolder(t, filepath.Dir(path), "a.md", "older")
}

func init() { children["limited"] = limited }

// limited is a process that writes a file and a journal as far as it may.
func limited() {
	var limit syscall.Rlimit
	check(syscall.Getrlimit(syscall.RLIMIT_FSIZE, &limit))
	within := func(size uint64, f func() error) error {
		check(syscall.Setrlimit(syscall.RLIMIT_FSIZE, &syscall.Rlimit{Cur: size, Max: limit.Max}))
		err := f()
		check(syscall.Setrlimit(syscall.RLIMIT_FSIZE, &limit))
		return err
	}
	path, text := os.Args[1], bytes.Repeat([]byte("安"), 3000)
	for size := uint64(0); size < 9000; size += 1111 {
		err := within(size, func() error { return Write(path, text) })
		if data, _ := os.ReadFile(path); CodeOf(err) != "disk-full" || string(data) != "older" {
			check(fmt.Errorf("a file within %d bytes: %v", size, err))
		}
	}
	j := &Journal{path: "/a.md", text: "安"}
	check(j.write())
	for more := range uint64(40) {
		j.text += "全"
		err := within(uint64(j.file.size)+more, j.write)
		data, _ := os.ReadFile(j.file.path)
		s := replay(data)
		if err != nil && s.text+"全" != j.text || err == nil && s.text != j.text || s.size != len(data) {
			check(fmt.Errorf("a journal within %d bytes more (%v): %d of %d bytes are whole", more, err, s.size, len(data)))
		}
		check(j.write())
	}
	j.file.leave(true)
}

// TestOwner: a file of somebody else's stays his.
func TestOwner(t *testing.T) {
	if os.Geteuid() != 0 {
		t.Skip("only root can give files away")
	}
	path := filepath.Join(t.TempDir(), "a.md")
	put(t, path, "older")
	os.Chown(path, 1234, 1235)
	os.Chmod(path, 0o640)
	if err := Write(path, []byte("newer")); err != nil {
		t.Fatal(err)
	}
	info, _ := os.Stat(path)
	if s := info.Sys().(*syscall.Stat_t); s.Uid != 1234 || s.Gid != 1235 || info.Mode().Perm() != 0o640 {
		t.Errorf("%d %d %v", s.Uid, s.Gid, info.Mode())
	}
}
