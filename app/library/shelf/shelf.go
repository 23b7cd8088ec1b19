package shelf

import (
	"context"
	"path/filepath"
	"sync"
	"time"
)

// Options say how a shelf works.
type Options struct {
	Lang string // of the window: decides how names are sorted and kinds are called
	// Changed is told that View and Status have something new. It is called by the
	// shelf's goroutine: at the first names, then every now and then, and at the end.
	Changed func()
	// Exported says whether a final output is no older than the document; nil: a PDF
	// with the document's name or title in the folder is one. It is called by the
	// shelf's goroutine.
	Exported func(path string) bool
	Cache    *Cache // nil: one of its own
}

// Status says how far the shelf's work is.
type Status struct {
	Documents int
	Unread    int   // whose heads have not been read
	Listing   bool  // names may still come, or what changed is being taken in
	Err       error // the folder cannot be read
}

// Busy says whether more is to come.
func (s Status) Busy() bool { return s.Listing || s.Unread > 0 }

// Shelf is the index of one folder. It may be used from any goroutine.
type Shelf struct {
	dir  string
	o    Options
	stop context.CancelFunc
	wake chan struct{} // of capacity 1: there is something to do
	done chan struct{}

	mu      sync.Mutex
	books   map[string]*book // by path
	unread  []string         // to be read, last first; may name what is gone or has been read
	pdfs    map[string]time.Time
	rescan  bool
	changed map[string]bool // paths to look at again
	status  Status

	told time.Time // only the goroutine's: when Changed was last called
	sort sorting
}

// book is a document with what the shelf itself wants to know of it.
type book struct {
	*Entry
	number string
	final  bool   // its final review bears a name
	words  string // what a filter looks at
}

// Open begins to index a folder and returns at once.
func Open(dir string, o Options) *Shelf {
	if o.Cache == nil {
		o.Cache = &Cache{}
	}
	ctx, stop := context.WithCancel(context.Background())
	s := &Shelf{
		dir: dir, o: o, stop: stop,
		wake: make(chan struct{}, 1), done: make(chan struct{}),
		books: map[string]*book{}, pdfs: map[string]time.Time{}, changed: map[string]bool{},
		rescan: true, status: Status{Listing: true},
	}
	s.wakeUp()
	go s.run(ctx)
	return s
}

// Dir is the folder.
func (s *Shelf) Dir() string { return s.dir }

// Close stops the shelf's work. It does not wait for a drive that does not answer.
func (s *Shelf) Close() { s.stop() }

// Status says how far the work is.
func (s *Shelf) Status() Status {
	s.mu.Lock()
	defer s.mu.Unlock()
	status := s.status
	status.Documents = len(s.books)
	status.Listing = status.Listing || s.rescan || len(s.changed) > 0
	return status
}

// Get returns a document's entry, or nil.
func (s *Shelf) Get(path string) *Entry {
	s.mu.Lock()
	defer s.mu.Unlock()
	if b := s.books[path]; b != nil {
		return b.Entry
	}
	return nil
}

// Rescan takes in what was changed outside: in these files, or in the whole folder
// if none is named. Files that are no documents of the folder do no harm.
func (s *Shelf) Rescan(paths ...string) {
	s.mu.Lock()
	for _, path := range paths {
		if filepath.Clean(path) == filepath.Clean(s.dir) {
			s.rescan = true
			continue
		}
		s.changed[path] = true
	}
	if len(paths) == 0 {
		s.rescan = true
	}
	s.mu.Unlock()
	s.wakeUp()
}

// Prefer has the heads of these documents read before others.
func (s *Shelf) Prefer(paths ...string) {
	s.mu.Lock()
	for i := len(paths) - 1; i >= 0; i-- {
		if b := s.books[paths[i]]; b != nil && b.State == Unread {
			s.unread = append(s.unread, paths[i])
		}
	}
	s.mu.Unlock()
	s.wakeUp()
}

func (s *Shelf) wakeUp() {
	select {
	case s.wake <- struct{}{}:
	default:
	}
}
