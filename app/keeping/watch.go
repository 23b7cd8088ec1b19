package keeping

import (
	"io/fs"
	"path/filepath"
	"strings"
	"sync"
	"time"

	"github.com/fsnotify/fsnotify"
)

// watchPace is how soon a change is told of.
type watchPace struct {
	quiet   time.Duration // without another event
	longest time.Duration // however many events follow
	far     time.Duration // between looks, where the system tells of changes
	near    time.Duration // where it does not, and while the folder is gone
}

// A variable for the tests.
var watchDefault = watchPace{
	quiet: 150 * time.Millisecond, longest: time.Second, far: 30 * time.Second, near: 2 * time.Second,
}

// newNotices asks the system to tell of changes. A variable for the tests.
var newNotices = fsnotify.NewWatcher

// Watcher tells of what others change in a folder.
type Watcher struct {
	folder  string
	changed func(paths []string)
	pace    watchPace
	notices *fsnotify.Watcher // nil where there are none
	remote  bool
	stop    chan struct{}
	once    sync.Once

	mu   sync.Mutex
	gone bool

	// Of the worker alone.
	files   map[string]fs.FileInfo // by path in the folder
	seen    map[string]fs.FileInfo // what a change was last seen as, until it is told of
	first   time.Time              // when that was begun to be seen, or an event came
	folders map[string]bool        // those that the system tells of
	touched map[string]bool        // paths that an event was about
	blind   bool                   // the system does not tell of some folder
	cost    time.Duration          // of the last look
}

// Watch tells of files in a folder and in those below it (not in hidden ones) that
// others have added, changed or removed; a file that was renamed is two. Changed is
// called on a worker's goroutine, once for all that happens in a short time, with
// the folder's name before each path. It is called with none when the folder
// vanishes, when it is back, and if it is not there at first: see Gone.
//
// What this program wrote by Write and Replace, or has seen by Read, is no change: a
// file that is touched but has the content we know is not told of.
//
// The system is asked to tell; since it does not for network drives, and may lose
// count of what happens at once, the Watcher looks for itself as well, so rarely that
// it costs less than a fiftieth of the time.
func Watch(folder string, changed func(paths []string)) *Watcher {
	w := &Watcher{folder: folder, changed: changed, pace: watchDefault, stop: make(chan struct{}), touched: map[string]bool{}}
	w.notices, _ = newNotices()
	go w.run()
	return w
}

// Gone says whether the folder has vanished.
func (w *Watcher) Gone() bool {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.gone
}

// Close ends the watching. It does not wait for a drive that hangs.
func (w *Watcher) Close() { w.once.Do(func() { close(w.stop) }) }

func (w *Watcher) run() {
	w.remote = isRemote(w.folder)
	var events chan fsnotify.Event
	var failures chan error
	if w.notices != nil {
		defer w.notices.Close()
		events, failures = w.notices.Events, w.notices.Errors
		w.notices.Add(w.folder)
	}
	timer := time.NewTimer(w.look())
	for {
		select {
		case <-w.stop:
			return
		case e := <-events:
			if w.heed(e) {
				timer.Reset(w.soon())
			}
		case <-failures: // some events were lost; looking finds out
			timer.Reset(w.soon())
		case <-timer.C:
			timer.Reset(w.look())
		}
	}
}

// soon is how long to wait for more to happen, after something did.
func (w *Watcher) soon() time.Duration {
	if w.first.IsZero() {
		w.first = time.Now()
	}
	return max(0, min(w.pace.quiet, time.Until(w.first.Add(w.pace.longest+4*w.cost))))
}

// pause is how long to wait until the next look if nothing is told.
func (w *Watcher) pause() time.Duration {
	pause := w.pace.far
	if w.blindly() || w.Gone() {
		pause = w.pace.near
	}
	return max(pause, 50*w.cost)
}

// blindly says whether we may hear nothing of what happens.
func (w *Watcher) blindly() bool { return w.remote || w.blind || w.notices == nil }

// heed says whether an event is worth a look.
func (w *Watcher) heed(e fsnotify.Event) bool {
	name := filepath.Base(e.Name)
	if e.Op == fsnotify.Chmod || hidden(name) && e.Name != w.folder {
		return false
	}
	if rel, err := filepath.Rel(w.folder, e.Name); err == nil {
		w.touched[rel] = true
	}
	return true
}

// hidden files are nobody's documents: our temporary ones, those of others, ~$ of an
// office program.
func hidden(name string) bool { return strings.HasPrefix(name, ".") || strings.HasPrefix(name, "~$") }

// look compares the folder with what it was like, tells of the differences, and says
// how long to wait until the next look.
func (w *Watcher) look() time.Duration {
	start := time.Now()
	files, folders, err := list(w.folder)
	w.cost = time.Since(start)
	wasGone := w.Gone()
	w.mu.Lock()
	w.gone = err != nil
	w.mu.Unlock()
	switch {
	case err != nil:
		if !wasGone {
			w.tell(nil)
		}
		return w.pause()
	case !wasGone && w.unsettled(files):
		return w.soon()
	}
	paths := w.compare(files)
	w.files, w.seen, w.first = files, nil, time.Time{}
	clear(w.touched)
	again := w.follow(folders)
	w.cost = time.Since(start)
	switch {
	case wasGone:
		w.tell(nil)
	case len(paths) > 0:
		w.tell(paths)
	}
	if again {
		return w.soon()
	}
	return w.pause()
}

// unsettled says whether something changed of which we have not heard, and which may
// go on: a file may be half written. Two looks that see the same settle it.
func (w *Watcher) unsettled(files map[string]fs.FileInfo) bool {
	heard := !w.first.IsZero() && !w.blindly()
	if w.files == nil || heard || unchanged(files, w.files) || w.seen != nil && unchanged(files, w.seen) {
		return false
	}
	w.seen = files
	return w.soon() > 0
}

func unchanged(a, b map[string]fs.FileInfo) bool {
	if len(a) != len(b) {
		return false
	}
	for path, info := range a {
		if other, ok := b[path]; !ok || !same(info, other) {
			return false
		}
	}
	return true
}

func (w *Watcher) tell(paths []string) {
	select {
	case <-w.stop:
	default:
		w.changed(paths)
	}
}

// follow asks the system to tell of all the folders. It says whether there is one of
// which it did not tell yet: something may have happened there since the look.
func (w *Watcher) follow(folders []string) (news bool) {
	w.blind = false
	if w.notices == nil {
		return false
	}
	followed := map[string]bool{}
	for _, folder := range folders {
		if w.notices.Add(filepath.Join(w.folder, folder)) != nil {
			w.blind = true // there is a limit, say
			continue
		}
		followed[folder] = true
		news = news || !w.folders[folder]
	}
	w.folders = followed
	return news
}
