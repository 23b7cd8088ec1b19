package proof

import (
	"context"
	"sync"
	"time"

	"safety365/app/press"
	"safety365/bulletins"
)

// Options say what a Proof makes and who wants it.
type Options struct {
	// Deliver is given each finished state, on the worker: whoever owns widgets posts
	// it with ui.Do.
	Deliver func(*Sheets)
	press.Settings
	// Guard runs work whose panics are to be caught, as ui.Guard does; nil: they are
	// not.
	Guard func(func())
}

// Proof makes the pages of one open document again and again while it is edited. Its
// methods may be called from any goroutine and never wait.
type Proof struct {
	options Options
	setter  *setter
	wake    chan struct{} // holds one when there is something to do

	mu     sync.Mutex
	latest *job // the newest that was asked for
	next   *job // the same, until it is begun
	now    *run
	sure   bool // the next run must not be given up
	closed bool
}

// job is a document whose pages are wanted.
type job struct {
	doc        *bulletins.Document
	generation uint64
	refresh    bool // files may have changed
}

// run is a job being done.
type run struct {
	cancel context.CancelFunc
	began  time.Time
	sure   bool
	given  bool // up
}

// patience is how long work goes on after a newer document has come: what is nearly
// done is worth showing.
const patience = 60 * time.Millisecond

// New starts a Proof. Folder is the document's directory, "" for one that was never
// saved: it has no pictures and no themes of its own.
func New(folder string, o Options) *Proof {
	if o.Guard == nil {
		o.Guard = func(f func()) { f() }
	}
	p := &Proof{options: o, setter: newSetter(folder, o.Settings, o.Guard), wake: make(chan struct{}, 1)}
	go p.work()
	return p
}

// Submit asks for the pages of a document. A newer one takes the place of one that
// waits; one that is older than what was asked for before is not made.
func (p *Proof) Submit(doc *bulletins.Document, generation uint64) {
	p.submit(&job{doc: doc, generation: generation})
}

// Refresh looks whether pictures and themes have changed on disk, and makes the pages
// of the newest document again.
func (p *Proof) Refresh() {
	p.mu.Lock()
	last := p.latest
	p.mu.Unlock()
	if last != nil {
		p.submit(&job{last.doc, last.generation, true})
	}
}

func (p *Proof) submit(j *job) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.closed || p.latest != nil && j.generation < p.latest.generation {
		return
	}
	if p.next != nil && p.next.refresh {
		j.refresh = true
	}
	p.latest, p.next = j, j
	p.hurry()
	p.call()
}

// call wakes the worker.
func (p *Proof) call() {
	select {
	case p.wake <- struct{}{}:
	default:
	}
}

// hurry gives up the run that has been overtaken, once it has had its time.
func (p *Proof) hurry() {
	r := p.now
	if r == nil || r.sure || r.given {
		return
	}
	r.given = true
	if rest := patience - time.Since(r.began); rest > 0 {
		time.AfterFunc(rest, r.cancel) // does no harm to one that is done
		return
	}
	r.cancel()
}

// Close ends the Proof. Nothing is delivered once it has returned, unless it was being
// delivered.
func (p *Proof) Close() {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.closed, p.next = true, nil
	if p.now != nil {
		p.now.cancel()
	}
	p.call()
}

// work is the worker.
func (p *Proof) work() {
	defer p.setter.close()
	for range p.wake {
		j, ctx, open := p.begin()
		if !open {
			return
		}
		if j == nil {
			continue
		}
		var sheets *Sheets
		p.options.Guard(func() { sheets = p.setter.make(ctx, j) })
		if p.end(sheets != nil) && sheets != nil {
			p.options.Guard(func() { p.options.Deliver(sheets) })
		}
	}
}

// begin takes the next job.
func (p *Proof) begin() (*job, context.Context, bool) {
	p.mu.Lock()
	defer p.mu.Unlock()
	j := p.next
	if p.closed || j == nil {
		return nil, nil, !p.closed
	}
	ctx, cancel := context.WithCancel(context.Background())
	p.next, p.now = nil, &run{cancel: cancel, began: time.Now(), sure: p.sure}
	return j, ctx, true
}

// end notes how a run came out, and says whether anybody is left to be told.
func (p *Proof) end(made bool) bool {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.now.cancel()
	p.now, p.sure = nil, !made
	return !p.closed
}
