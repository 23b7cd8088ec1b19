package keeping

import (
	"sync"
	"time"
)

// savePace is when a document is written by itself, and how the pauses grow while it
// cannot be.
type savePace struct {
	rest, longest            time.Duration // after the last edit, and after the first, however fast they follow
	retryFirst, retryLongest time.Duration
	version                  time.Duration // between versions that nobody asked for
}

// A variable for the tests.
var saveDefault = savePace{
	rest: 2 * time.Second, longest: 30 * time.Second,
	retryFirst: 2 * time.Second, retryLongest: time.Minute,
	version: 10 * time.Minute,
}

// SaverOptions say what a Saver looks after.
type SaverOptions struct {
	File     *File        // as it was read; nil for a document without a file yet
	Text     string       // the text that the window made of it
	Journal  *Journal     // takes every change; may be nil
	Autosave bool         // writes by itself; SetAutosave changes it
	Done     func(Result) // told of what became of saving, on a worker's goroutine
}

// Result is what became of saving.
type Result struct {
	Path   string
	Text   string // what was to be written
	Manual bool   // somebody asked for it
	At     time.Time
	Err    error // nil if Text is in the file; a Failure otherwise
	Disk   *File // what stands in the file, when Err is a conflict and it can be read
}

// Conflict says whether the file was not written because somebody else has changed
// or removed it.
func (r Result) Conflict() bool {
	code := CodeOf(r.Err)
	return code == "save-conflict" || code == "save-gone"
}

// Saver writes one open document to its file.
type Saver struct {
	done    func(Result)
	journal *Journal
	pace    savePace

	mu       sync.Mutex // never held while a file is touched
	file     *File      // as we know it
	text     string
	saved    string // the text that stands in the file
	first    time.Time
	last     time.Time // of the edits since saved
	autosave bool
	asked    *order // by hand, waiting
	busy     bool
	failures int
	retry    time.Time
	told     string    // the failure of autosaving that Done knows
	epoch    int       // grows when the window takes another file for the document's
	opened   bool      // the text before the first change is among the versions
	version  time.Time // when the last one was kept
	ended    bool

	wake, stop chan struct{}
	idle       *sync.Cond
	worker     sync.WaitGroup
}

// order is one thing to be done by the worker.
type order struct {
	path   string // "" for the document's own
	manual bool
	force  bool // what stands in the file is to be replaced, whatever it is
	first  bool // what stands in the file becomes a version
	why    Reason
}

// NewSaver starts a Saver. Nothing is written before Changed or Save.
func NewSaver(o SaverOptions) *Saver {
	s := &Saver{pace: saveDefault, done: o.Done, journal: o.Journal, file: o.File, text: o.Text, saved: o.Text, autosave: o.Autosave}
	s.wake, s.stop = make(chan struct{}, 1), make(chan struct{})
	s.idle = sync.NewCond(&s.mu)
	if s.journal != nil {
		s.journal.Saved(s.saved) // what was recovered may be about an older file
	}
	s.worker.Go(s.run)
	return s
}

// Path returns where the document's file is, "" if it has none.
func (s *Saver) Path() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.path()
}

func (s *Saver) path() string {
	if s.file == nil {
		return ""
	}
	return s.file.Path
}

// Format returns how the text stands in its file.
func (s *Saver) Format() Format {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.format()
}

func (s *Saver) format() Format {
	if s.file == nil {
		return Format{}
	}
	return s.file.Format
}

// Unsaved says whether the file does not have the newest text.
func (s *Saver) Unsaved() bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.text != s.saved
}

// Changed takes the whole text after every change, and hands it to the journal. It
// costs next to nothing and never waits.
func (s *Saver) Changed(text string) {
	s.mu.Lock()
	s.text = text
	s.last = time.Now()
	if s.first.IsZero() {
		s.first = s.last
	}
	s.mu.Unlock()
	if s.journal != nil {
		s.journal.Note(text)
	}
	poke(s.wake)
}

// Save writes the document now, because somebody asks for it. It returns at once.
func (s *Saver) Save() { s.ask(order{manual: true, why: Saved}) }

// SaveAs writes the document to another file, which is the document's from then on.
// A file that is there is replaced, after its text was taken into its versions: the
// dialog has asked.
func (s *Saver) SaveAs(path string) { s.ask(order{path: path, manual: true, force: true, why: Saved}) }

// Overwrite ends a conflict in favour of the window's text. What stands in the file
// is kept as a version.
func (s *Saver) Overwrite() { s.ask(order{manual: true, force: true, why: Saved}) }

// Accept ends a conflict in favour of the file: the window shows text, which it made
// of file. What it showed before is kept as a version first; if that fails, nothing
// is accepted.
func (s *Saver) Accept(file *File, text string) error {
	s.mu.Lock()
	mine, path := s.text, s.path()
	unsaved := mine != s.saved
	s.mu.Unlock()
	if unsaved && mine != text {
		if err := AddVersion(path, mine, Outside); err != nil {
			return err
		}
	}
	s.mu.Lock()
	s.file, s.text = file, text
	s.epoch++
	s.settled(text)
	s.mu.Unlock()
	if s.journal != nil {
		s.journal.Note(text)
		s.journal.Saved(text)
	}
	return nil
}

// Moved notes that the document's file was given another name.
func (s *Saver) Moved(path string) {
	s.mu.Lock()
	if s.file != nil {
		file := *s.file
		file.Path = path
		s.file = &file
		s.epoch++
	}
	s.mu.Unlock()
	if s.journal != nil {
		s.journal.Move(path)
	}
}

// SetAutosave turns writing by itself on or off. The journal goes on in either case.
func (s *Saver) SetAutosave(on bool) {
	s.mu.Lock()
	s.autosave = on
	s.mu.Unlock()
	poke(s.wake)
}

func (s *Saver) ask(o order) {
	s.mu.Lock()
	if s.asked != nil && s.asked.path != "" && o.path == "" {
		o.path, o.force = s.asked.path, true // saving under another name is still to come
	}
	s.asked = &o
	s.mu.Unlock()
	poke(s.wake)
}

// Wait returns when nothing asked for is left to do, or after limit; ok says which.
func (s *Saver) Wait(limit time.Duration) (ok bool) {
	late := false
	timer := time.AfterFunc(limit, func() {
		s.mu.Lock()
		late = true
		s.mu.Unlock()
		s.idle.Broadcast()
	})
	defer timer.Stop()
	s.mu.Lock()
	defer s.mu.Unlock()
	for (s.busy || s.asked != nil) && !late && !s.ended {
		s.idle.Wait()
	}
	return !s.busy && s.asked == nil
}

// Close ends the Saver and its journal. What is not in the file stays in the journal
// and is recovered at the next start. A drive that hangs is waited for six seconds.
func (s *Saver) Close() error {
	s.end()
	if s.journal != nil {
		return s.journal.Close()
	}
	return nil
}

// Abandon ends the Saver and its journal without what is not in the file, as somebody
// decided. It is kept as a version all the same.
func (s *Saver) Abandon() error {
	s.end()
	s.mu.Lock()
	path, text, unsaved := s.path(), s.text, s.text != s.saved
	s.mu.Unlock()
	if unsaved {
		if err := AddVersion(path, text, Discarded); err != nil {
			if s.journal != nil {
				s.journal.Close()
			}
			return err
		}
	}
	if s.journal != nil {
		s.journal.Abandon()
	}
	return nil
}

func (s *Saver) end() {
	s.Wait(5 * time.Second)
	s.mu.Lock()
	ended := s.ended
	s.ended = true
	s.mu.Unlock()
	if ended {
		return
	}
	s.idle.Broadcast()
	close(s.stop)
	gone := make(chan struct{})
	go func() { s.worker.Wait(); close(gone) }()
	select {
	case <-gone:
	case <-time.After(time.Second):
	}
}
