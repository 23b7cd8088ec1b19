package keeping

import (
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"
)

// results collects what Done is told.
type results struct {
	mu  sync.Mutex
	all []Result
}

func (r *results) done(one Result) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.all = append(r.all, one)
}

func (r *results) take() []Result {
	r.mu.Lock()
	defer r.mu.Unlock()
	all := r.all
	r.all = nil
	return all
}

// next waits for one result.
func (r *results) next(t *testing.T) Result {
	t.Helper()
	var one Result
	eventually(t, "something became of saving", func() bool {
		r.mu.Lock()
		defer r.mu.Unlock()
		if len(r.all) == 0 {
			return false
		}
		one, r.all = r.all[0], r.all[1:]
		return true
	})
	return one
}

// quick makes autosaving quick.
func quick(t *testing.T) {
	set(t, &saveDefault, savePace{rest: 20 * time.Millisecond, longest: 200 * time.Millisecond,
		retryFirst: 10 * time.Millisecond, retryLongest: 40 * time.Millisecond, version: 10 * time.Minute})
}

// open opens a document as the window does.
func open(t *testing.T, path string) (*Saver, *results) {
	t.Helper()
	file := read(t, path)
	told := &results{}
	s := NewSaver(SaverOptions{File: file, Text: file.Text, Journal: Open(path, file.Text, nil), Autosave: true, Done: told.done})
	t.Cleanup(func() { s.Close(); letGo() })
	return s, told
}

func document(t *testing.T, text string) string {
	t.Helper()
	newState(t)
	path := filepath.Join(t.TempDir(), "通知.md")
	put(t, path, text)
	return path
}

func TestFormat(t *testing.T) {
	for _, c := range []struct {
		file, text string
		format     Format
		again      string // the file after saving
	}{
		{"一\n二\n", "一\n二\n", Format{}, "一\n二\n"},
		{"一\r\n二\r\n", "一\n二\n", Format{CRLF: true}, "一\r\n二\r\n"},
		{"\ufeff一\r\n", "一\n", Format{BOM: true, CRLF: true}, "\ufeff一\r\n"},
		{"\ufeff一", "一", Format{BOM: true}, "\ufeff一"},
		{"一\r\n二\r\n三\n", "一\n二\n三\n", Format{CRLF: true, Mixed: true}, "一\r\n二\r\n三\r\n"},
		{"一\n二\n三\r\n", "一\n二\n三\n", Format{Mixed: true}, "一\n二\n三\n"},
		{"一\r二\r", "一\n二\n", Format{}, "一\n二\n"},
		{"", "", Format{}, ""},
	} {
		text, format := Decode([]byte(c.file))
		if text != c.text || format != c.format {
			t.Errorf("%q is %q, %+v", c.file, text, format)
		}
		if again := string(format.Encode(text)); again != c.again {
			t.Errorf("%q is saved as %q", c.file, again)
		}
	}
}

// TestAutosave: what is typed is written by itself, as the file was.
func TestAutosave(t *testing.T) {
	path := document(t, "\ufeff一\r\n")
	quick(t)
	s, told := open(t, path)
	s.Changed("一\n二")
	s.Changed("一\n二三\n")
	if !s.Unsaved() {
		t.Error("it counts as saved")
	}
	if r := told.next(t); r.Err != nil || r.Manual || r.Text != "一\n二三\n" || r.Path != path {
		t.Errorf("%+v", r)
	}
	if got := get(t, path); got != "\ufeff一\r\n二三\r\n" {
		t.Errorf("the file holds %q", got)
	}
	if s.Unsaved() || !s.Format().CRLF {
		t.Error("it counts as unsaved, or as of another format")
	}
	all, _ := Versions(path)
	if len(all) != 2 || all[0].Reason != Opened || all[1].Reason != Autosaved {
		t.Errorf("versions: %+v", all)
	}
}

// TestAutosaveWhileTyping: who never rests is saved, too.
func TestAutosaveWhileTyping(t *testing.T) {
	path := document(t, "一")
	quick(t)
	set(t, &saveDefault.rest, 100*time.Millisecond)
	s, told := open(t, path)
	for i := range 60 {
		s.Changed(fmt.Sprint("字", i))
		time.Sleep(10 * time.Millisecond)
	}
	if n := len(told.take()); n < 1 || n > 4 {
		t.Errorf("saved %d times", n)
	}
}

func TestNoAutosave(t *testing.T) {
	path := document(t, "一")
	quick(t)
	s, told := open(t, path)
	s.SetAutosave(false)
	s.Changed("一二")
	time.Sleep(60 * time.Millisecond)
	if len(told.take()) != 0 || get(t, path) != "一" {
		t.Error("it was written")
	}
	s.Save()
	if r := told.next(t); r.Err != nil || !r.Manual || get(t, path) != "一二" {
		t.Errorf("%+v", r)
	}
	s.Changed("一二三")
	if err := s.Close(); err != nil {
		t.Error(err)
	}
	if all := Recoverable(); len(all) != 1 || all[0].Text != "一二三" {
		t.Errorf("not to be recovered: %v", all)
	}
}

// TestUnsavedDocument: one without a file is in the journal alone until it gets one.
func TestUnsavedDocument(t *testing.T) {
	newState(t)
	quick(t)
	told := &results{}
	s := NewSaver(SaverOptions{Text: "标题", Journal: Open("", "标题", nil), Autosave: true, Done: told.done})
	s.Changed("标题\n\n正文")
	time.Sleep(50 * time.Millisecond)
	if r := told.take(); len(r) != 0 {
		t.Errorf("%+v", r)
	}
	s.Save()
	if r := told.next(t); CodeOf(r.Err) != "save-no-name" {
		t.Errorf("%+v", r)
	}
	path := filepath.Join(t.TempDir(), "新.md")
	s.SaveAs(path)
	if r := told.next(t); r.Err != nil || get(t, path) != "标题\n\n正文" || s.Path() != path || s.Unsaved() {
		t.Errorf("%+v", r)
	}
	s.Changed("标题\n\n正文。") // goes on there
	if r := told.next(t); r.Err != nil || get(t, path) != "标题\n\n正文。" {
		t.Errorf("%+v", r)
	}
	if s.Close(); len(journalFiles(t)) != 0 {
		t.Error("the journal is still there")
	}
}

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

// TestReadOnly: a file that is protected is not gone round, even by root.
func TestReadOnly(t *testing.T) {
	path := document(t, "甲")
	quick(t)
	os.Chmod(path, 0o444)
	if !read(t, path).ReadOnly {
		t.Error("it is not known to be read-only")
	}
	s, told := open(t, path)
	s.Changed("甲乙")
	if r := told.next(t); CodeOf(r.Err) != "file-read-only" || get(t, path) != "甲" {
		t.Fatalf("%+v", r)
	}
	other := filepath.Join(t.TempDir(), "other.md")
	s.SaveAs(other)
	if r := told.next(t); r.Err != nil || get(t, other) != "甲乙" {
		t.Fatalf("%+v", r)
	}
	os.Chmod(path, 0o644)
}

// TestAbandon: even what somebody did not want can be had again.
func TestAbandon(t *testing.T) {
	path := document(t, "甲")
	s, _ := open(t, path)
	s.Changed("甲乙")
	if err := s.Abandon(); err != nil {
		t.Fatal(err)
	}
	if get(t, path) != "甲" || len(journalFiles(t)) != 0 {
		t.Error("it was written, or is still in a journal")
	}
	all, _ := Versions(path)
	if len(all) != 1 || all[0].Reason != Discarded {
		t.Errorf("%+v", all)
	}
}

// TestNeverWaits: a drive that hangs does not hold the one who types.
func TestNeverWaits(t *testing.T) {
	path := document(t, "甲")
	quick(t)
	// Another program holds the lock that saving waits for.
	unlock, err := lockBriefly(saveLock(path))
	if err != nil {
		t.Fatal(err)
	}
	s, told := open(t, path)
	s.Changed("甲乙")
	s.Save()
	time.Sleep(50 * time.Millisecond)
	start := time.Now()
	for range 1000 {
		s.Changed("甲乙丙")
		s.Save()
		s.Unsaved()
		s.Path()
	}
	if took := time.Since(start); took > 100*time.Millisecond {
		t.Errorf("a thousand changes took %v", took)
	}
	if s.Wait(10 * time.Millisecond) {
		t.Error("it is not busy")
	}
	unlock()
	if !s.Wait(5*time.Second) || get(t, path) != "甲乙丙" {
		t.Error("not written in the end", told.take())
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

// BenchmarkChanged is what a key costs the one who types, with all that follows.
func BenchmarkChanged(b *testing.B) {
	for _, size := range []int{100_000, 1_700_000} { // characters; the latter is 5 MB
		b.Run(fmt.Sprint(size), func(b *testing.B) {
			newState(b)
			path := filepath.Join(b.TempDir(), "a.md")
			text := strings.Repeat("安全生产警示教育，", size/9)
			put(b, path, text)
			file := read(b, path)
			s := NewSaver(SaverOptions{File: file, Text: text, Journal: Open(path, text, nil), Autosave: true})
			defer s.Abandon()
			other := text[:len(text)/6*3] + "键" + text[len(text)/6*3:]
			for i := 0; b.Loop(); i++ {
				if i%2 == 0 {
					s.Changed(other)
				} else {
					s.Changed(text)
				}
			}
		})
	}
}
