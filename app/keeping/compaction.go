package keeping

import (
	"errors"
	"os"
	"path/filepath"
)

// compact puts a whole text in the place of many edits. Most of it is done while
// others write; they wait for the renaming alone.
func (l *journalFile) compact() error {
	l.mu.Lock()
	path, s := l.path, l.have
	due := l.f != nil && !l.bad && l.tooMany()
	l.mu.Unlock()
	if !due {
		return nil
	}
	b := whole(s)
	swap := func() error { return l.swap(path, b, s) }
	return replaceBy(path, b, swap)
}

// replaceBy writes a file beside path and syncs it, and then lets swap do the rest.
func replaceBy(path string, b []byte, swap func() error) error {
	name := path + ".new"
	f, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_TRUNC, 0o600)
	if err != nil {
		return err
	}
	_, err = f.Write(b)
	if err == nil {
		err = f.Sync()
	}
	if err = errors.Join(err, f.Close()); err == nil {
		err = swap()
	}
	if err != nil {
		os.Remove(name)
	}
	return err
}

// swap gives the new file, which begins with s, the place of the old one, after what
// has been written there meanwhile was added.
func (l *journalFile) swap(path string, b []byte, s state) error {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.f == nil || l.bad || l.path != path {
		return os.ErrClosed
	}
	now := l.have
	f, err := os.OpenFile(path+".new", os.O_RDWR, 0)
	if err != nil {
		return err
	}
	defer func() {
		if f != l.f {
			f.Close()
		}
	}()
	next := journalFile{path: path, f: f, size: int64(len(b)), have: s}
	if more := next.difference(now); len(more) > 0 {
		if err := next.append(more, now); err != nil {
			return err
		}
		if err := f.Sync(); err != nil {
			return err
		}
	}
	f.Close()
	l.closeFile()
	err = rename(path+".new", path)
	if err == nil {
		syncFolder(filepath.Dir(path))
	}
	again, openErr := os.OpenFile(path, os.O_RDWR, 0)
	if openErr != nil {
		l.bad = true
		return errors.Join(err, openErr)
	}
	if err != nil { // the old one goes on
		l.f = again
		return err
	}
	l.opened(again, next.size, now)
	return nil
}
