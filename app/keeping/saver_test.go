package keeping

import (
	"fmt"
	"os"
	"path/filepath"
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
	for range 1000 {
		s.Changed("甲乙丙")
		s.Save()
		s.Unsaved()
		s.Path()
	}
	if s.Wait(10*time.Millisecond) || get(t, path) != "甲" {
		t.Error("it waited for the drive")
	}
	unlock()
	if !s.Wait(time.Minute) || get(t, path) != "甲乙丙" {
		t.Error("not written in the end", told.take())
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
