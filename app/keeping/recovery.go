package keeping

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/gofrs/flock"
)

// Recovery is what a process that is no longer alive left of a document: a text that
// is not in its file.
type Recovery struct {
	Path    string    // of the document; "" if it had none yet
	When    time.Time // of the last change
	Text    string    // the last text
	Disk    string    // what stands in the document's file now
	Exists  bool      // the file is there and can be read
	Changed bool      // the file is not as the lost process read or wrote it last

	journal string
	state   state
	lock    *flock.Flock // keeps other processes from offering it as well
}

// held are the recoveries of this process that nothing was decided about yet, by
// journal.
var held struct {
	sync.Mutex
	by map[string]*Recovery
}

// Recoverable lists what can be recovered, newest first. Journals of processes that
// are alive are left alone; those in which nothing is lost are removed.
func Recoverable() []*Recovery {
	held.Lock()
	defer held.Unlock()
	if held.by == nil {
		held.by = map[string]*Recovery{}
	}
	folder := filepath.Join(State(), journalFolder)
	entries, _ := os.ReadDir(folder)
	var all []*Recovery
	for _, e := range entries {
		path := filepath.Join(folder, e.Name())
		base, isJournal := strings.CutSuffix(path, journalSuffix)
		switch {
		case isJournal:
			if r := recovery(base); r != nil {
				all = append(all, r)
			}
		case strings.HasSuffix(path, lockSuffix):
			dropLock(strings.TrimSuffix(path, lockSuffix))
		}
	}
	slices.SortStableFunc(all, func(a, b *Recovery) int { return b.When.Compare(a.When) })
	return all
}

// recovery reads one journal, if its process is dead and something would be lost.
func recovery(base string) *Recovery {
	path := base + journalSuffix
	r := held.by[path]
	if r == nil {
		lock := flock.New(base + lockSuffix)
		if ok, err := lock.TryLock(); !ok || err != nil {
			return nil
		}
		r = &Recovery{journal: path, lock: lock}
	}
	os.Remove(path + ".new") // half of a compaction
	data, err := os.ReadFile(path)
	if err == nil {
		r.state = replay(data)
	}
	switch {
	case err != nil && !errors.Is(err, fs.ErrNotExist):
		r.release(false) // perhaps another time
		return nil
	case err != nil, !r.state.whole, !r.compare():
		r.remove()
		return nil
	}
	held.by[path] = r
	return r
}

// compare looks at the document's file. It says whether anything would be lost.
func (r *Recovery) compare() bool {
	r.Path, r.When, r.Text = r.state.path, r.state.when, r.state.text
	r.Disk, r.Exists = "", false
	if r.Path == "" {
		r.Changed = false
		return strings.TrimSpace(r.Text) != "" && sumOf(r.Text) != r.state.saved
	}
	file, _, err := readFile(r.Path)
	if err == nil {
		r.Disk, r.Exists = file.Text, true
	}
	r.Changed = !r.Exists || sumOf(r.Disk) != r.state.saved
	// A file that somebody else changed later needs nothing of a text that was saved.
	saved := sumOf(r.Text) == r.state.saved
	return plain(r.Disk) != plain(r.Text) && !(r.Exists && saved)
}

// Restore goes on with the journal: the document is opened with Text, unsaved, and
// nothing has to be written for it to be safe. Base is the text that stands in the
// document's file, or that it starts from.
func (r *Recovery) Restore(trouble func(error)) (*Journal, error) {
	held.Lock()
	defer held.Unlock()
	if r.lock == nil {
		return nil, fail("recovery-gone", nil)
	}
	f, err := os.OpenFile(r.journal, os.O_RDWR, 0)
	if err != nil {
		return nil, journalFailure(err)
	}
	if err := f.Truncate(int64(r.state.size)); err != nil { // the torn tail
		f.Close()
		return nil, journalFailure(err)
	}
	j := &Journal{path: r.Path, text: r.Text, saved: r.Disk, summed: r.Disk, savedSum: sumOf(r.Disk)}
	j.file.path, j.file.lock = r.journal, r.lock
	j.file.opened(f, int64(r.state.size), r.state)
	j.file.edits, j.file.bytes = r.state.edits, int64(r.state.size)
	delete(held.by, r.journal)
	r.lock = nil
	j.begin(trouble)
	poke(j.wake) // if the file has changed
	return j, nil
}

// Discard removes the journal. The text is kept among the document's versions all
// the same: a wrong click must not cost anything.
func (r *Recovery) Discard() error {
	held.Lock()
	defer held.Unlock()
	if r.lock == nil {
		return nil
	}
	if err := AddVersion(r.Path, r.Text, Discarded); err != nil {
		return err
	}
	r.remove()
	return nil
}

func (r *Recovery) remove() {
	os.Remove(r.journal)
	r.release(true)
}

func (r *Recovery) release(remove bool) {
	if r.lock != nil {
		release(r.lock, remove)
		r.lock = nil
	}
	delete(held.by, r.journal)
}

// dropLock removes a lock that belongs to no journal and that nobody holds.
func dropLock(base string) {
	if _, err := os.Lstat(base + journalSuffix); !errors.Is(err, fs.ErrNotExist) {
		return
	}
	lock := flock.New(base + lockSuffix)
	if ok, err := lock.TryLock(); ok && err == nil {
		// Its journal may have come just now.
		_, err := os.Lstat(base + journalSuffix)
		release(lock, errors.Is(err, fs.ErrNotExist))
	}
}
