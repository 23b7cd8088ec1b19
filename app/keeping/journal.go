package keeping

import (
	"sync"
	"time"
)

// journalPace is how soon what was typed is in the journal, and how soon on the disk.
type journalPace struct{ write, sync time.Duration }

// A variable for the tests.
var journalDefault = journalPace{write: 250 * time.Millisecond, sync: 500 * time.Millisecond}

// Journal notes down every change of one open document.
type Journal struct {
	trouble func(error)
	file    journalFile
	pace    journalPace

	mu          sync.Mutex // never held while a file is touched
	path        string
	text        string
	saved       string // the text that stands in the document's file
	savedSum    textSum
	summed      string // what savedSum is of
	failedWrite error
	failedSync  error
	told        string // the code that trouble knows
	ended       bool

	wake, wakeSync chan struct{}
	stop           chan struct{}
	workers        sync.WaitGroup
}

// Open begins the journal of a document: its path, or "" while it has none, and the
// text that stands in its file, or that it starts from. Nothing is written before
// there is something to lose. Trouble, which may be nil, is told on a worker's
// goroutine when the journal cannot be written (a Failure), and nil when it can
// again.
func Open(path, base string, trouble func(error)) *Journal {
	j := &Journal{path: path, text: base, saved: base, summed: base, savedSum: sumOf(base)}
	j.file.have = state{path: path, text: base, saved: j.savedSum}
	j.begin(trouble)
	return j
}

func (j *Journal) begin(trouble func(error)) {
	j.trouble, j.pace = trouble, journalDefault
	j.wake, j.wakeSync, j.stop = make(chan struct{}, 1), make(chan struct{}, 1), make(chan struct{})
	journals.Store(j, true)
	j.workers.Go(j.writeLoop)
	j.workers.Go(j.syncLoop)
}

// journals are those that are open, for FlushAll.
var journals sync.Map

// Note takes the whole text as it now is. It costs nothing to speak of and never
// waits.
func (j *Journal) Note(text string) {
	j.mu.Lock()
	j.text = text
	j.mu.Unlock()
	poke(j.wake)
}

// Saved notes that a text stands in the document's file now. It need not be the
// newest.
func (j *Journal) Saved(text string) {
	j.mu.Lock()
	j.saved = text
	j.mu.Unlock()
	poke(j.wake)
}

// Move notes that the document has another path.
func (j *Journal) Move(path string) {
	j.mu.Lock()
	j.path = path
	j.mu.Unlock()
	poke(j.wake)
}

func poke(c chan struct{}) {
	select {
	case c <- struct{}{}:
	default:
	}
}

// Flush writes what was noted and waits until it is on the disk.
func (j *Journal) Flush() error {
	err := j.write()
	if err == nil {
		err = j.file.sync()
	}
	if err != nil {
		return journalFailure(err)
	}
	return nil
}

// FlushAll flushes the journals of all open documents, for a program that is about
// to fall. It waits no longer than limit.
func FlushAll(limit time.Duration) {
	done := make(chan struct{})
	go func() {
		var all sync.WaitGroup
		journals.Range(func(j, _ any) bool {
			all.Go(func() { j.(*Journal).Flush() })
			return true
		})
		all.Wait()
		close(done)
	}()
	select {
	case <-done:
	case <-time.After(limit):
	}
}

// Close ends the journal. It is removed if the text is that of the document's file;
// otherwise it stays, and Recoverable lists it.
func (j *Journal) Close() error { return j.end(false) }

// Abandon ends and removes the journal whatever it holds.
func (j *Journal) Abandon() { j.end(true) }

func (j *Journal) end(abandon bool) error {
	j.mu.Lock()
	ended := j.ended
	j.ended = true
	clean := abandon || j.text == j.saved
	j.mu.Unlock()
	if ended {
		return nil
	}
	journals.Delete(j)
	close(j.stop)
	j.workers.Wait()
	var err error
	if !clean {
		err = j.Flush()
	}
	j.file.leave(clean)
	return err
}

// writeLoop writes soon after something was noted: at once after a rest, and then
// every pace.write. After a failure it tries again, more and more rarely.
func (j *Journal) writeLoop() {
	pause := j.pace.write
	for {
		select {
		case <-j.wake:
		case <-j.stop:
			return
		}
		err := j.write()
		j.tell(&j.failedWrite, err)
		if err == nil {
			pause = j.pace.write
			poke(j.wakeSync)
		} else {
			pause = min(2*pause, 10*time.Second)
			poke(j.wake)
		}
		if !j.rest(pause) {
			return
		}
	}
}

// syncLoop makes last what was written, every pace.sync, without keeping anybody
// from writing.
func (j *Journal) syncLoop() {
	for {
		select {
		case <-j.wakeSync:
		case <-j.stop:
			return
		}
		start := time.Now()
		err := j.file.sync()
		if err == nil {
			err = j.file.compact()
		}
		j.tell(&j.failedSync, err)
		if err != nil {
			poke(j.wake) // writes it anew
		}
		if !j.rest(j.pace.sync - time.Since(start)) {
			return
		}
	}
}

func (j *Journal) rest(pause time.Duration) bool {
	select {
	case <-time.After(pause):
		return true
	case <-j.stop:
		return false
	}
}

// write brings the file up to what was noted.
func (j *Journal) write() error {
	j.file.mu.Lock()
	defer j.file.mu.Unlock()
	s := j.wanted()
	if j.file.f == nil && !j.file.bad && j.unchanged() {
		return nil // nothing to lose yet
	}
	return j.file.put(s)
}

// wanted is what the file should amount to.
func (j *Journal) wanted() state {
	j.mu.Lock()
	path, text, saved, sum, summed := j.path, j.text, j.saved, j.savedSum, j.summed
	j.mu.Unlock()
	if saved != summed {
		sum = sumOf(saved)
		j.mu.Lock()
		j.savedSum, j.summed = sum, saved
		j.mu.Unlock()
	}
	return state{path: path, text: text, saved: sum}
}

func (j *Journal) unchanged() bool {
	j.mu.Lock()
	defer j.mu.Unlock()
	return j.text == j.saved
}

// tell lets trouble know when something begins or ceases to be wrong.
func (j *Journal) tell(slot *error, err error) {
	j.mu.Lock()
	*slot = err
	if err = j.failedWrite; err == nil {
		err = j.failedSync
	}
	if err != nil {
		err = journalFailure(err)
	}
	code := CodeOf(err)
	news := code != j.told
	j.told = code
	j.mu.Unlock()
	if news && j.trouble != nil {
		j.trouble(err)
	}
}

func journalFailure(err error) error {
	if isFull(err) {
		return fail("journal-full", err, "folder", State())
	}
	return fail("journal-failed", err, "folder", State(), "reason", reason(err))
}
