package keeping

import (
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"
)

// TestConflict: what others have written is never overwritten unasked, however the
// clock runs, and whatever is chosen, the other text can be had again.
func TestConflict(t *testing.T) {
	touch := func(when time.Time) func(*testing.T, string) {
		return func(t *testing.T, path string) {
			if err := os.Chtimes(path, when, when); err != nil {
				t.Fatal(err)
			}
		}
	}
	sameTime := func(text string) func(*testing.T, string) {
		return func(t *testing.T, path string) {
			info, _ := os.Stat(path)
			put(t, path, text)
			os.Chtimes(path, info.ModTime(), info.ModTime())
		}
	}
	for _, c := range []struct {
		name    string
		outside func(t *testing.T, path string)
		code    string
	}{
		{"nothing", func(*testing.T, string) {}, ""},
		{"the clock goes back", touch(time.Unix(1e9, 0)), ""},
		{"the clock goes forward", touch(time.Now().Add(48 * time.Hour)), ""},
		{"written with the same text", func(t *testing.T, path string) { put(t, path, "甲乙丙") }, ""},
		{"written with our text", func(t *testing.T, path string) { put(t, path, "甲乙丙丁") }, ""},
		{"other text", func(t *testing.T, path string) { put(t, path, "别人的文字") }, "save-conflict"},
		{"other text of the same size and time", sameTime("子丑寅"), "save-conflict"},
		{"emptied", func(t *testing.T, path string) { put(t, path, "") }, "save-conflict"},
		{"removed", func(t *testing.T, path string) { os.Remove(path) }, "save-gone"},
		{"the folder removed", func(t *testing.T, path string) { os.RemoveAll(filepath.Dir(path)) }, "folder-gone"},
		{"a folder in its place", func(t *testing.T, path string) { os.Remove(path); os.Mkdir(path, 0o777) }, "file-is-folder"},
	} {
		t.Run(c.name, func(t *testing.T) {
			path := document(t, "甲乙丙")
			quick(t)
			s, told := open(t, path)
			c.outside(t, path)
			before, _ := os.ReadFile(path)
			s.Changed("甲乙丙丁")
			r := told.next(t)
			if CodeOf(r.Err) != c.code {
				t.Fatalf("%v", r.Err)
			}
			if c.code == "" {
				if get(t, path) != "甲乙丙丁" {
					t.Error("not written")
				}
				return
			}
			time.Sleep(100 * time.Millisecond) // it tries again
			if again := told.take(); len(again) != 0 {
				t.Errorf("told again: %+v", again)
			}
			if after, _ := os.ReadFile(path); string(after) != string(before) {
				t.Errorf("the file holds %q", after)
			}
			if r.Conflict() != strings.HasPrefix(c.code, "save-") || (r.Disk != nil) != (c.code == "save-conflict") {
				t.Errorf("%+v", r)
			}
		})
	}
}

func TestOverwrite(t *testing.T) {
	path := document(t, "甲")
	quick(t)
	s, told := open(t, path)
	put(t, path, "别人的")
	s.Changed("甲乙")
	told.next(t)
	s.Save() // by hand it is no other
	if r := told.next(t); !r.Conflict() || !r.Manual {
		t.Errorf("%+v", r)
	}
	s.Overwrite()
	if r := told.next(t); r.Err != nil || get(t, path) != "甲乙" {
		t.Errorf("%+v", r)
	}
	all, _ := Versions(path)
	if len(all) != 2 || all[0].Reason != Outside || all[1].Reason != Saved {
		t.Fatalf("%+v", all)
	}
	if text, _ := ReadVersion(path, all[0]); text != "别人的" {
		t.Errorf("%q", text)
	}
}

func TestAccept(t *testing.T) {
	path := document(t, "甲")
	quick(t)
	s, told := open(t, path)
	put(t, path, "别人的")
	s.Changed("甲乙")
	r := told.next(t)
	if err := s.Accept(r.Disk, r.Disk.Text); err != nil {
		t.Fatal(err)
	}
	if s.Unsaved() {
		t.Error("it counts as unsaved")
	}
	all, _ := Versions(path)
	if len(all) != 1 || all[0].Reason != Outside {
		t.Fatalf("%+v", all)
	}
	if text, _ := ReadVersion(path, all[0]); text != "甲乙" {
		t.Errorf("%q", text)
	}
	s.Changed("别人的，我的")
	if r := told.next(t); r.Err != nil || get(t, path) != "别人的，我的" {
		t.Errorf("%+v", r)
	}
}

// TestFolderReturns: a drive that was away is written to when it is back.
func TestFolderReturns(t *testing.T) {
	path := document(t, "甲")
	quick(t)
	s, told := open(t, path)
	away := filepath.Dir(path) + "-away"
	if err := os.Rename(filepath.Dir(path), away); err != nil {
		t.Fatal(err)
	}
	s.Changed("甲乙")
	if r := told.next(t); CodeOf(r.Err) != "folder-gone" {
		t.Fatalf("%+v", r)
	}
	s.Changed("甲乙丙")
	if err := os.Rename(away, filepath.Dir(path)); err != nil {
		t.Fatal(err)
	}
	if r := told.next(t); r.Err != nil || get(t, path) != "甲乙丙" {
		t.Fatalf("%+v", r)
	}
}

// TestRemovedFile: what somebody removed comes back only if somebody else says so.
func TestRemovedFile(t *testing.T) {
	path := document(t, "甲")
	quick(t)
	s, told := open(t, path)
	os.Remove(path)
	s.Changed("甲乙")
	if r := told.next(t); CodeOf(r.Err) != "save-gone" || !r.Conflict() {
		t.Fatalf("%+v", r)
	}
	s.Save()
	if r := told.next(t); r.Err != nil || get(t, path) != "甲乙" {
		t.Fatalf("%+v", r)
	}
}

// writer is a process that adds lines to a file, as another program of ours that saves
// the same document. Arguments: the file, how often, its name.
func writer() {
	times, _ := strconv.Atoi(os.Args[2])
	for n := range times {
		for {
			file, err := Read(os.Args[1])
			check(err)
			text := file.Text + fmt.Sprintln(os.Args[3], n)
			if _, _, err = store(os.Args[1], text, file.Format, file, order{}); err == nil {
				break
			}
			if CodeOf(err) != "save-conflict" {
				check(err)
			}
		}
	}
}

// TestTwoWriters: of two programs of ours that save the same file, neither undoes
// what the other did.
func TestTwoWriters(t *testing.T) {
	path := document(t, "")
	const times = 40
	a, _ := start(t, "writer", path, fmt.Sprint(times), "a")
	b, _ := start(t, "writer", path, fmt.Sprint(times), "b")
	if err := a.Wait(); err != nil {
		t.Error(err)
	}
	if err := b.Wait(); err != nil {
		t.Error(err)
	}
	seen := map[string]int{}
	for line := range strings.Lines(get(t, path)) {
		seen[line]++
	}
	for n := range times {
		for _, name := range []string{"a", "b"} {
			if line := fmt.Sprintln(name, n); seen[line] != 1 {
				t.Errorf("%q stands there %d times", line, seen[line])
			}
		}
	}
}
