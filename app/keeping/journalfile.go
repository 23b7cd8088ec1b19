package keeping

import (
	"errors"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strconv"
	"sync"
	"time"

	"github.com/gofrs/flock"
)

const (
	journalSuffix = ".journal"
	lockSuffix    = ".lock"
)

// journalFile is a journal on disk. It is made when there is something to put in it,
// and locked by another file, which tells that its process lives: the system drops
// the lock however the process ends.
type journalFile struct {
	mu    sync.Mutex
	path  string
	lock  *flock.Flock
	f     *os.File
	size  int64 // of the records that are whole
	bytes int64 // of edits since the whole text
	edits int
	bad   bool  // what is on disk cannot be relied upon
	have  state // what the records amount to
}

// tooMany says whether so much was edited since the whole text that reading it back
// would take its time.
func (l *journalFile) tooMany() bool {
	return l.bytes > 1<<20+int64(len(l.have.text)) || int64(l.edits)*int64(len(l.have.text)) > 1<<29
}

// put brings the file to a state; the caller holds mu.
func (l *journalFile) put(s state) error {
	if l.f != nil && !l.stands() {
		l.bad = true
	}
	switch {
	case l.f == nil && !l.bad:
		return l.create(s)
	case l.bad:
		return l.renew(s)
	}
	b := l.difference(s)
	if len(b) == 0 {
		return nil
	}
	return l.append(b, s)
}

// difference is the records that lead from what the file has to s.
func (l *journalFile) difference(s state) (b []byte) {
	if s.path != l.have.path {
		b = appendRecord(b, recordPath, []byte(s.path))
	}
	if s.text != l.have.text {
		b = appendEdit(b, l.have.text, s.text, time.Now())
	}
	if s.saved != l.have.saved {
		b = appendRecord(b, recordSaved, s.saved[:])
	}
	return b
}

// whole is a journal that begins with s.
func whole(s state) []byte {
	b := append([]byte(nil), journalMagic...)
	b = appendRecord(b, recordPath, []byte(s.path))
	b = appendRecord(b, recordSaved, s.saved[:])
	return appendText(b, s.text, time.Now())
}

// create makes the file, under a name of its own.
func (l *journalFile) create(s state) error {
	if err := l.take(); err != nil {
		return err
	}
	f, err := os.OpenFile(l.path, os.O_RDWR|os.O_CREATE|os.O_TRUNC, 0o600)
	if err != nil {
		return err
	}
	b := whole(s)
	if _, err := f.Write(b); err != nil {
		f.Close()
		os.Remove(l.path)
		return err
	}
	l.opened(f, int64(len(b)), s)
	return nil
}

func (l *journalFile) opened(f *os.File, size int64, s state) {
	l.f, l.size, l.have = f, size, s
	l.bytes, l.edits, l.bad = 0, 0, false
}

// take finds a free name and locks it.
func (l *journalFile) take() error {
	folder, err := stateFolder(journalFolder)
	for l.lock == nil && err == nil {
		base := filepath.Join(folder, time.Now().UTC().Format("20060102-150405-")+strconv.FormatUint(rand.Uint64(), 36))
		lock, ok := flock.New(base+lockSuffix), false
		if ok, err = lock.TryLock(); !ok {
			continue
		}
		// Somebody tidying up may have removed it before it was locked.
		if _, gone := os.Lstat(base + lockSuffix); gone != nil {
			lock.Unlock()
			continue
		}
		l.lock, l.path = lock, base+journalSuffix
	}
	return err
}

// append adds records; s is what the file then has.
func (l *journalFile) append(b []byte, s state) error {
	if _, err := l.f.WriteAt(b, l.size); err != nil {
		// What was written of it is no whole record; it must not stand before others.
		// (How much it is WriteAt does not always say.)
		if l.f.Truncate(l.size) != nil {
			l.bad = true
		}
		return err
	}
	l.size += int64(len(b))
	l.bytes += int64(len(b))
	l.edits++
	l.have = s
	return nil
}

// stands says whether the file is still where it was made: someone may have tidied
// up.
func (l *journalFile) stands() bool {
	at, err := os.Stat(l.path)
	if err != nil {
		return false
	}
	here, err := l.f.Stat()
	return err == nil && os.SameFile(at, here)
}

// renew writes the file anew, all at once; the caller holds mu.
func (l *journalFile) renew(s state) error {
	if _, err := stateFolder(journalFolder); err != nil {
		return err
	}
	b := whole(s)
	l.closeFile() // Windows does not replace an open file
	if err := Write(l.path, b); err != nil {
		l.bad = true
		return err
	}
	f, err := os.OpenFile(l.path, os.O_RDWR, 0)
	if err != nil {
		l.bad = true
		return err
	}
	l.opened(f, int64(len(b)), s)
	return nil
}

func (l *journalFile) closeFile() {
	if l.f != nil {
		l.f.Close()
		l.f = nil
	}
}

// sync makes last what was written.
func (l *journalFile) sync() error {
	l.mu.Lock()
	f := l.f
	l.mu.Unlock()
	if f == nil {
		return nil
	}
	err := f.Sync()
	l.mu.Lock()
	defer l.mu.Unlock()
	if f != l.f || errors.Is(err, os.ErrClosed) {
		return nil // another has taken its place, synced
	}
	if err != nil {
		l.bad = true // what the system has in memory may be gone
	}
	return err
}

// leave ends the work on the file; it stays for Recoverable, or is removed.
func (l *journalFile) leave(remove bool) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.closeFile()
	if l.lock == nil {
		return
	}
	if remove {
		os.Remove(l.path)
	}
	release(l.lock, remove)
	l.lock = nil
}

// release lets a lock go, and removes its file if nobody will want it again. Names of
// journals are never used twice, so it does no harm if somebody waits for it.
func release(lock *flock.Flock, remove bool) {
	if remove {
		os.Remove(lock.Path()) // not on Windows, while it is held
	}
	lock.Unlock()
	if remove {
		os.Remove(lock.Path())
	}
}
