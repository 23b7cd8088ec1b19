package keeping

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/fsnotify/fsnotify"
)

// ear collects what a Watcher tells.
type ear struct {
	mu    sync.Mutex
	calls [][]string
}

func (e *ear) hear(paths []string) {
	e.mu.Lock()
	defer e.mu.Unlock()
	e.calls = append(e.calls, paths)
}

// heard returns what was told since the last time, names only, sorted; "-" is the
// folder itself.
func (e *ear) heard() string {
	e.mu.Lock()
	defer e.mu.Unlock()
	var names []string
	for _, paths := range e.calls {
		if paths == nil {
			names = append(names, "-")
		}
		for _, p := range paths {
			names = append(names, filepath.Base(p))
		}
	}
	e.calls = nil
	slices.Sort(names)
	return strings.Join(slices.Compact(names), " ")
}

func watching(t *testing.T, folder string) *ear {
	t.Helper()
	e := &ear{}
	w := Watch(folder, e.hear)
	t.Cleanup(w.Close)
	time.Sleep(60 * time.Millisecond) // the first look
	return e
}

func TestWatch(t *testing.T) {
	for _, polling := range []bool{false, true} {
		t.Run(fmt.Sprintf("polling %v", polling), func(t *testing.T) {
			newState(t)
			set(t, &watchDefault.quiet, 20*time.Millisecond)
			pause := 120 * time.Millisecond
			if polling { // as if the system told nothing
				set(t, &watchDefault.near, 20*time.Millisecond)
				set(t, &newNotices, func() (*fsnotify.Watcher, error) { return nil, errors.ErrUnsupported })
			}
			folder := t.TempDir()
			a, b := filepath.Join(folder, "a.md"), filepath.Join(folder, "b.md")
			put(t, a, "甲")
			put(t, b, "乙")
			os.Mkdir(filepath.Join(folder, "图"), 0o777)
			read(t, a)
			e := watching(t, folder)
			later := time.Now().Add(time.Hour)
			for _, step := range []struct {
				name string
				do   func()
				want string
			}{
				{"nothing", func() {}, ""},
				{"written outside", func() { put(t, a, "别人") }, "a.md"},
				{"read by us", func() { read(t, a) }, ""},
				{"written by us", func() { Write(a, []byte("我们")) }, ""},
				{"a file we never read, by us", func() { Write(b, []byte("我们的")) }, ""},
				{"a new one, by us", func() { Write(filepath.Join(folder, "c.md"), []byte("新")) }, ""},
				{"touched", func() { os.Chtimes(a, later, later) }, ""},
				{"written outside with the same", func() { put(t, a, "我们") }, ""},
				{"the same size and time", func() { put(t, a, "他们"); os.Chtimes(a, later, later) }, "a.md"},
				{"a new picture", func() { put(t, filepath.Join(folder, "图", "p.png"), "P") }, "p.png"},
				{"the picture changed", func() { put(t, filepath.Join(folder, "图", "p.png"), "PP") }, "p.png"},
				{"a new folder with a file", func() {
					os.Mkdir(filepath.Join(folder, "新"), 0o777)
					put(t, filepath.Join(folder, "新", "q.png"), "Q")
				}, "q.png"},
				{"a picture in it changed", func() { put(t, filepath.Join(folder, "新", "q.png"), "QQ") }, "q.png"},
				{"renamed", func() { os.Rename(b, filepath.Join(folder, "d.md")) }, "b.md d.md"},
				{"replaced by another of the same", func() {
					put(t, filepath.Join(folder, ".x"), "他们")
					os.Rename(filepath.Join(folder, ".x"), a)
				}, "a.md"},
				{"hidden and of an office program", func() {
					put(t, filepath.Join(folder, ".hidden"), "x")
					put(t, filepath.Join(folder, "~$a.md"), "x")
				}, ""},
				{"removed", func() { os.Remove(a) }, "a.md"},
			} {
				step.do()
				if step.want != "" {
					for end := time.Now().Add(time.Minute); time.Now().Before(end); time.Sleep(5 * time.Millisecond) {
						e.mu.Lock()
						n := 0
						for _, c := range e.calls {
							n += len(c)
						}
						e.mu.Unlock()
						if n >= len(strings.Fields(step.want)) {
							break
						}
					}
				} else {
					time.Sleep(pause)
				}
				if got := e.heard(); got != step.want {
					t.Errorf("%s: told of %q, want %q", step.name, got, step.want)
				}
			}
		})
	}
}

// TestWatchFolderVanishes: a drive goes and comes back.
func TestWatchFolderVanishes(t *testing.T) {
	set(t, &watchDefault.quiet, 10*time.Millisecond)
	set(t, &watchDefault.near, 20*time.Millisecond)
	set(t, &watchDefault.far, 20*time.Millisecond)
	folder := filepath.Join(t.TempDir(), "folder")
	os.Mkdir(folder, 0o777)
	put(t, filepath.Join(folder, "a.md"), "甲")
	e := &ear{}
	w := Watch(folder, e.hear)
	defer w.Close()
	for range 3 {
		os.Rename(folder, folder+"-away")
		eventually(t, "it is gone", w.Gone)
		eventually(t, "this is told", func() bool { return e.heard() == "-" })
		os.Rename(folder+"-away", folder)
		eventually(t, "it is back", func() bool { return !w.Gone() })
		eventually(t, "this is told", func() bool { return e.heard() == "-" })
		put(t, filepath.Join(folder, "b.md"), time.Now().String())
		eventually(t, "what happens is told again", func() bool { return e.heard() == "b.md" })
	}
}

// TestWatchLarge: a folder of 10,000 files.
func TestWatchLarge(t *testing.T) {
	folder := t.TempDir()
	for i := range 10_000 {
		put(t, filepath.Join(folder, fmt.Sprintf("文稿%05d.md", i)), "甲")
	}
	start := time.Now()
	files, _, err := list(folder)
	if err != nil || len(files) != 10_000 {
		t.Fatal(len(files), err)
	}
	t.Logf("a look takes %v", time.Since(start).Round(time.Millisecond))
	set(t, &watchDefault.quiet, 20*time.Millisecond)
	e := &ear{}
	w := Watch(folder, e.hear)
	defer w.Close()
	time.Sleep(300 * time.Millisecond)
	put(t, filepath.Join(folder, "文稿05000.md"), "乙丙")
	eventually(t, "the change is told", func() bool { return e.heard() == "文稿05000.md" })
	for i := range 10_000 { // more at once than the system keeps count of
		os.Remove(filepath.Join(folder, fmt.Sprintf("文稿%05d.md", i)))
	}
	told := map[string]bool{}
	eventually(t, "all removals are told", func() bool {
		for name := range strings.FieldsSeq(e.heard()) {
			told[name] = true
		}
		return len(told) == 10_000
	})
}

func BenchmarkWatchLook(b *testing.B) {
	folder := b.TempDir()
	for i := range 10_000 {
		put(b, filepath.Join(folder, fmt.Sprintf("%05d.md", i)), "甲")
	}
	w := &Watcher{folder: folder, changed: func([]string) {}, stop: make(chan struct{}), touched: map[string]bool{}}
	for b.Loop() {
		w.look()
	}
}
