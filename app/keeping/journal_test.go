package keeping

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"
	"time"
)

// fall leaves a journal as a process does that is killed: nothing more is written,
// and the system drops the lock.
func fall(j *Journal) {
	j.mu.Lock()
	j.ended = true
	j.mu.Unlock()
	journals.Delete(j)
	close(j.stop)
	j.workers.Wait()
	j.file.leave(false)
}

// letGo gives recoveries back, as a process does that ends.
func letGo() {
	held.Lock()
	defer held.Unlock()
	for _, r := range held.by {
		r.release(false)
	}
}

func journalFiles(t *testing.T) []string {
	t.Helper()
	names, _ := filepath.Glob(filepath.Join(State(), journalFolder, "*"))
	return names
}

func TestRecovery(t *testing.T) {
	for _, c := range []struct {
		name          string
		path          string // of the document, "" for none
		base, text    string
		disk          string // what stands in the file afterwards
		vanish        bool
		saved         string // the text that was saved meanwhile
		none, changed bool
	}{
		{name: "typed", path: "a.md", base: "安全", text: "安全生产", disk: "安全"},
		{name: "with Windows line ends", path: "a.md", base: "一\n二", text: "一\n二三", disk: "\ufeff一\r\n二"},
		{name: "changed outside", path: "a.md", base: "安全", text: "安全生产", disk: "别的", changed: true},
		{name: "vanished", path: "a.md", base: "安全", text: "安全生产", vanish: true, changed: true},
		{name: "vanished but saved", path: "a.md", base: "安全", text: "安全生产", saved: "安全生产", vanish: true, changed: true},
		{name: "control characters", path: "a.md", base: "安\ufffd全", text: "安\ufffd全生产", disk: "安\x01全"},
		{name: "saved, then typed", path: "a.md", base: "安全", text: "安全生产", saved: "安全生", disk: "安全生"},
		{name: "saved", path: "a.md", base: "安全", text: "安全生产", saved: "安全生产", disk: "安全生产", none: true},
		{name: "saved, then changed outside", path: "a.md", base: "安全", text: "安全生产", saved: "安全生产", disk: "别的", none: true},
		{name: "written by hand just before", path: "a.md", base: "安全", text: "安全生产", disk: "安全生产", none: true},
		{name: "no file yet", base: "标题", text: "标题\n\n正文"},
		{name: "no file yet, emptied", base: "标题", text: " \n", none: true},
	} {
		t.Run(c.name, func(t *testing.T) {
			newState(t)
			path := c.path
			if path != "" {
				path = filepath.Join(t.TempDir(), path)
				put(t, path, c.base)
			}
			j := Open(path, c.base, nil)
			j.Note(c.text[:len(c.text)-1])
			j.Note(c.text)
			if err := j.Flush(); err != nil {
				t.Fatal(err)
			}
			if c.saved != "" {
				j.Saved(c.saved)
				j.Flush()
			}
			fall(j)
			if path != "" {
				put(t, path, c.disk)
			}
			if c.vanish {
				os.Remove(path)
			}
			all := Recoverable()
			if c.none {
				if len(all) != 0 || len(journalFiles(t)) != 0 {
					t.Errorf("offered: %v, left: %v", all, journalFiles(t))
				}
				return
			}
			if len(all) != 1 {
				t.Fatalf("%d offered", len(all))
			}
			r := all[0]
			want, _ := Decode([]byte(c.disk))
			if r.Path != path || r.Text != c.text || r.Disk != want || r.Changed != c.changed || r.Exists == (c.vanish || path == "") {
				t.Errorf("%+v", r)
			}
			if since := time.Since(r.When); since < 0 || since > time.Minute {
				t.Errorf("of %v", r.When)
			}
			if again := Recoverable(); len(again) != 1 || again[0] != r {
				t.Error("asked again, it is not offered again")
			}
		})
	}
}

// TestRestore: what was recovered goes on in the same journal, through one fall after
// another, and is gone after a clean end.
func TestRestore(t *testing.T) {
	newState(t)
	path := filepath.Join(t.TempDir(), "a.md")
	put(t, path, "安全")
	j := Open(path, "安全", nil)
	text := "安全"
	for range 5 {
		text += "生产"
		j.Note(text)
		j.Flush()
		fall(j)
		// The power went in the middle of a record.
		f, _ := os.OpenFile(j.file.path, os.O_WRONLY|os.O_APPEND, 0)
		f.Write([]byte{recordEdit, 200, 0, 0, 0, 1, 2})
		f.Close()
		all := Recoverable()
		if len(all) != 1 || all[0].Text != text {
			t.Fatalf("%v", all)
		}
		var err error
		if j, err = all[0].Restore(nil); err != nil {
			t.Fatal(err)
		}
		if _, err := all[0].Restore(nil); CodeOf(err) != "recovery-gone" {
			t.Errorf("a second time: %v", err)
		}
	}
	if len(Recoverable()) != 0 {
		t.Error("a journal that is open is offered")
	}
	j.Saved(text)
	put(t, path, text)
	if err := j.Close(); err != nil {
		t.Error(err)
	}
	if left := journalFiles(t); len(left) != 0 {
		t.Errorf("left: %v", left)
	}
}

func TestDiscard(t *testing.T) {
	newState(t)
	path := filepath.Join(t.TempDir(), "a.md")
	put(t, path, "安全")
	j := Open(path, "安全", nil)
	j.Note("不要的")
	j.Flush()
	fall(j)
	r := Recoverable()[0]
	if err := r.Discard(); err != nil {
		t.Fatal(err)
	}
	if len(Recoverable())+len(journalFiles(t)) != 0 {
		t.Error("it is still there")
	}
	all, err := Versions(path)
	if err != nil || len(all) != 1 || all[0].Reason != Discarded {
		t.Fatal(all, err)
	}
	if text, err := ReadVersion(path, all[0]); text != "不要的" || err != nil {
		t.Error(text, err)
	}
}

// TestCleanJournal: a document in which nothing is unsaved costs no file.
func TestCleanJournal(t *testing.T) {
	newState(t)
	j := Open("/a.md", "安全", nil)
	j.Note("安全")
	j.Flush()
	if len(journalFiles(t)) != 0 {
		t.Error("a journal of nothing")
	}
	j.Note("安全生产")
	j.Flush()
	if len(journalFiles(t)) != 2 { // with its lock
		t.Error("no journal")
	}
	j.Note("安全") // undone
	if err := j.Close(); err != nil || len(journalFiles(t)) != 0 {
		t.Error(err, journalFiles(t))
	}
	j.Close() // twice does no harm
	j.Abandon()

	j = Open("/a.md", "安全", nil)
	j.Note("安全生产")
	if err := j.Close(); err != nil {
		t.Error(err)
	}
	all := Recoverable()
	if len(all) != 1 || all[0].Text != "安全生产" {
		t.Errorf("what was not saved is lost: %v", all)
	}
}

// TestSoon: what is noted comes into the file without a word from anybody. TestKill of
// the window holds it to a second.
func TestSoon(t *testing.T) {
	newState(t)
	j := Open("", "", nil)
	defer j.Abandon()
	text := ""
	for i := range 6 {
		text += fmt.Sprint("第", i, "句。")
		j.Note(text)
		eventually(t, "the note is in the file", func() bool {
			j.file.mu.Lock()
			defer j.file.mu.Unlock()
			if j.file.f == nil {
				return false
			}
			data, err := os.ReadFile(j.file.path)
			return err == nil && replay(data).text == text
		})
	}
}

// TestCompaction: a journal does not grow without end, and is whole at any moment.
func TestCompaction(t *testing.T) {
	newState(t)
	set(t, &journalDefault, journalPace{time.Millisecond, time.Millisecond})
	j := Open("", "", nil)
	line := strings.Repeat("安全生产警示教育。", 1000)
	for i := range 400 {
		j.Note(fmt.Sprint(i, line[:30*(i%900)], "\n"))
		if err := j.write(); err != nil {
			t.Fatal(err)
		}
		if i%50 == 0 {
			time.Sleep(2 * time.Millisecond)
		}
	}
	last := fmt.Sprint(399, line[:30*399], "\n")
	eventually(t, "the journal was compacted", func() bool {
		j.file.mu.Lock()
		defer j.file.mu.Unlock()
		return j.file.size < 2<<20
	})
	if err := j.Flush(); err != nil {
		t.Fatal(err)
	}
	fall(j)
	all := Recoverable()
	if len(all) != 1 || all[0].Text != last {
		t.Fatalf("%d offered", len(all))
	}
}

// TestJournalTidied: someone empties the state folder while we write.
func TestJournalTidied(t *testing.T) {
	state := newState(t)
	j := Open("/a.md", "安全", nil)
	j.Note("安全生")
	j.Flush()
	lock := j.file.lock.Path()
	os.RemoveAll(filepath.Join(state, journalFolder))
	j.Note("安全生产")
	if err := j.Flush(); err != nil {
		t.Fatal(err)
	}
	os.Remove(lock)
	fall(j)
	if all := Recoverable(); len(all) != 1 || all[0].Text != "安全生产" {
		t.Errorf("%v", all)
	}
}

// TestJournalTrouble: where nothing can be written, this is said once, and typing goes
// on; when it can be again, all is there.
func TestJournalTrouble(t *testing.T) {
	folder := t.TempDir()
	blocked := filepath.Join(folder, "state")
	put(t, blocked, "a file where a folder should be")
	t.Setenv(StateVariable, blocked)
	set(t, &journalDefault, journalPace{10 * time.Millisecond, 10 * time.Millisecond})
	var told atomic.Value
	var count atomic.Int32
	told.Store("")
	j := Open("/a.md", "安全", func(err error) {
		told.Store(CodeOf(err))
		count.Add(1)
	})
	for i := range 20 {
		j.Note(fmt.Sprint("安全", i))
		time.Sleep(2 * time.Millisecond)
	}
	eventually(t, "the trouble was told", func() bool { return told.Load() == "journal-failed" })
	if err := j.Flush(); CodeOf(err) != "journal-failed" {
		t.Error(err)
	}
	os.Remove(blocked)
	eventually(t, "it is over", func() bool { return told.Load() == "" })
	if count.Load() != 2 {
		t.Errorf("told %d times", count.Load())
	}
	j.Flush()
	fall(j)
	if all := Recoverable(); len(all) != 1 || all[0].Text != "安全19" {
		t.Errorf("%v", all)
	}
}

func TestFlushAll(t *testing.T) {
	newState(t)
	set(t, &journalDefault, journalPace{time.Hour, time.Hour})
	var open []*Journal
	for i := range 5 {
		j := Open(fmt.Sprintf("/%d.md", i), "", nil)
		j.Note("安") // at once
		eventually(t, "it is written", func() bool { j.file.mu.Lock(); defer j.file.mu.Unlock(); return j.file.have.text == "安" })
		j.Note("安全") // waits for an hour
		open = append(open, j)
	}
	FlushAll(5 * time.Second)
	for _, j := range open {
		fall(j)
	}
	all := Recoverable()
	if len(all) != 5 {
		t.Fatalf("%d offered", len(all))
	}
	for _, r := range all {
		if r.Text != "安全" {
			t.Errorf("%s holds %q", r.Path, r.Text)
		}
	}
}

// holder is a process that has something unsaved and lives.
func holder() {
	j := Open("/live.md", "", nil)
	j.Note("活着的")
	j.Flush()
	fmt.Println("ready")
	select {}
}

// TestLiveJournal: the journal of another process is left alone while it lives.
func TestLiveJournal(t *testing.T) {
	newState(t)
	child, out := start(t, "holder")
	readLine(t, out)
	if all := Recoverable(); len(all) != 0 {
		t.Errorf("offered: %+v", all[0])
	}
	if n := len(journalFiles(t)); n != 2 {
		t.Errorf("%d files are left of it", n)
	}
	child.Process.Kill()
	child.Wait()
	if all := Recoverable(); len(all) != 1 || all[0].Text != "活着的" {
		t.Errorf("%v", all)
	}
	letGo()
}
