package keeping

import (
	"path/filepath"
	"time"
)

// run is the worker.
func (s *Saver) run() {
	for {
		s.mu.Lock()
		o, pause := s.next(time.Now())
		s.busy = o != nil
		s.mu.Unlock()
		s.idle.Broadcast()
		if o != nil {
			s.do(*o)
			continue
		}
		var timer <-chan time.Time
		if pause > 0 {
			timer = time.After(pause)
		}
		select {
		case <-s.wake:
		case <-timer:
		case <-s.stop:
			return
		}
	}
}

// next returns what is to be done now, or how long there is nothing to do; 0 is until
// something happens.
func (s *Saver) next(now time.Time) (*order, time.Duration) {
	if o := s.asked; o != nil {
		s.asked = nil
		return o, 0
	}
	if !s.autosave || s.file == nil || s.text == s.saved || s.ended {
		s.first = time.Time{}
		return nil, 0
	}
	due := s.last.Add(s.pace.rest)
	if latest := s.first.Add(s.pace.longest); latest.Before(due) {
		due = latest
	}
	if due.Before(s.retry) {
		due = s.retry
	}
	if wait := due.Sub(now); wait > 0 {
		return nil, wait
	}
	return &order{}, 0
}

// do carries an order out and tells what became of it.
func (s *Saver) do(o order) {
	s.mu.Lock()
	text, file, format := s.text, s.file, s.format()
	path := o.path
	if path == "" {
		path = s.path()
	} else if file == nil || !samePlace(path, file.Path) {
		file = nil
	}
	epoch := s.epoch
	o.first = !s.opened
	if o.why == "" && time.Since(s.version) > s.pace.version {
		o.why = Autosaved
	}
	s.mu.Unlock()
	if s.journal != nil {
		// A journal older than the file would offer, after a crash, what stood there
		// before. If it cannot be written, its own worker says so.
		s.journal.Flush()
	}
	r := Result{Path: path, Text: text, Manual: o.manual, At: time.Now()}
	var now *File
	if path == "" {
		r.Err = fail("save-no-name", nil)
	} else {
		now, r.Disk, r.Err = store(path, text, format, file, o)
	}
	if r.Err == nil && o.why != "" {
		AddVersion(path, text, o.why) // a failure here does not make the saving fail
		s.mu.Lock()
		s.version = time.Now()
		s.mu.Unlock()
	}
	s.finish(r, now, epoch, o.path != "")
}

func samePlace(a, b string) bool { return keyOf(a) == keyOf(b) }

// finish takes in what became of an order that was begun in an epoch; elsewhere if it
// gave the document another file.
func (s *Saver) finish(r Result, file *File, epoch int, elsewhere bool) {
	s.mu.Lock()
	tell := r.Manual
	switch {
	case r.Err == nil:
		if !elsewhere {
			file.Path, r.Path = s.path(), s.path() // which may have changed meanwhile: Moved
		}
		s.file = file
		s.settled(r.Text)
		s.opened, tell = true, true
		if s.journal != nil { // which never waits
			s.journal.Move(r.Path)
			s.journal.Saved(r.Text)
		}
	case epoch != s.epoch && !r.Manual:
		// It failed for a file that has been settled about meanwhile.
	default:
		pause := min(s.pace.retryFirst<<min(s.failures, 10), s.pace.retryLongest)
		s.failures++
		s.retry = time.Now().Add(pause)
		code := failureOf(r)
		tell = tell || code != s.told
		s.told = code
	}
	s.mu.Unlock()
	if tell && s.done != nil {
		s.done(r)
	}
}

// failureOf names a failure, so that the same one is told once: a conflict with
// another content is another.
func failureOf(r Result) string {
	code := CodeOf(r.Err)
	if r.Disk != nil {
		code += string(r.Disk.Sum[:])
	}
	return code
}

// settled notes that a text stands in the file; the caller holds mu.
func (s *Saver) settled(text string) {
	s.saved = text
	s.first = time.Time{}
	if s.text != text {
		s.first = time.Now() // typed while it was written
	}
	s.failures, s.retry, s.told = 0, time.Time{}, ""
}

// nameArgs are what messages call a file and its place.
func nameArgs(path string) []string {
	return []string{"name", filepath.Base(path), "folder", filepath.Dir(path)}
}
