package shelf

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"time"
)

// run does what there is to do until the shelf is closed.
func (s *Shelf) run(ctx context.Context) {
	defer close(s.done)
	for {
		select {
		case <-ctx.Done():
			return
		case <-s.wake:
		}
		for s.step(ctx) && ctx.Err() == nil {
			s.tell(false)
		}
		if ctx.Err() == nil {
			s.tell(true)
		}
	}
}

// tell calls Changed, unless it was called a moment ago and more is to come.
func (s *Shelf) tell(now bool) {
	const often = 150 * time.Millisecond
	if s.o.Changed == nil || !now && time.Since(s.told) < often {
		return
	}
	s.told = time.Now()
	s.o.Changed()
}

// step does one piece of work: what was changed comes before heads that were never
// read.
func (s *Shelf) step(ctx context.Context) bool {
	s.mu.Lock()
	all, some := s.rescan, s.changed
	if !all && len(some) == 0 {
		s.mu.Unlock()
		return s.readNext()
	}
	s.rescan, s.changed = false, map[string]bool{}
	s.status.Listing = true // in the same breath, so that at no time nothing seems to be under way
	s.mu.Unlock()
	for path := range some {
		s.look(path)
	}
	if all {
		s.list(ctx)
	}
	if ctx.Err() == nil {
		s.mu.Lock()
		s.status.Listing = false
		s.mu.Unlock()
	}
	return true
}

// look takes in one file that may have come, changed or gone.
func (s *Shelf) look(path string) {
	if filepath.Clean(filepath.Dir(path)) != filepath.Clean(s.dir) {
		return
	}
	path = filepath.Join(s.dir, filepath.Base(path))
	info, err := os.Stat(path)
	if isPDF(path) {
		s.lookPDF(path, info)
		return
	}
	if !IsDocument(path) {
		return
	}
	if err != nil && errors.Is(err, fs.ErrNotExist) || err == nil && info.IsDir() {
		s.drop(path)
		return
	}
	s.o.Cache.forget(path)
	s.take(path, info, err)
	s.readHeadOf(path)
}

// readNext reads the head of one document that was not read yet.
func (s *Shelf) readNext() bool {
	s.mu.Lock()
	path := ""
	for len(s.unread) > 0 && path == "" {
		last := s.unread[len(s.unread)-1]
		s.unread = s.unread[:len(s.unread)-1]
		if b := s.books[last]; b != nil && b.State == Unread {
			path = last
		}
	}
	s.mu.Unlock()
	if path == "" {
		return false
	}
	s.readHeadOf(path)
	return true
}

// readHeadOf reads the head of a document and puts what it says into its entry.
func (s *Shelf) readHeadOf(path string) {
	s.mu.Lock()
	b := s.books[path]
	s.mu.Unlock()
	if b == nil || b.State != Unread {
		return
	}
	h := readHead(path, b.Size)
	s.o.Cache.put(path, b.Modified, b.Size, h)
	exported := s.o.Exported != nil && h.trouble == nil && s.o.Exported(path)
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.books[path] == b { // nobody has put another in its place
		s.put(s.described(b, h, exported))
	}
}
