package export

import (
	"context"
	"errors"
	"sync"
	"time"

	"safety365/app/press"
)

// batch makes tasks in the background. Its methods may be called from any
// goroutine; changed is called with a copy of a task whenever one has changed, never
// two at once.
type batch struct {
	keep    func(path, text string) // nil: nobody wants to know
	changed func(i int, t Task)

	read   reader // of the run
	mu     sync.Mutex
	tasks  []*Task
	cancel []context.CancelFunc // of those at work
	group  sync.WaitGroup
	tell   sync.Mutex
}

func newBatch(tasks []*Task, changed func(int, Task)) *batch {
	return &batch{tasks: tasks, changed: changed, cancel: make([]context.CancelFunc, len(tasks))}
}

// run makes all tasks that wait and returns when they are over.
func (b *batch) run(ctx context.Context, read reader) {
	b.read = read
	var waiting []int
	b.mu.Lock()
	for i, t := range b.tasks {
		if t.State == Waiting {
			waiting = append(waiting, i)
		}
	}
	b.mu.Unlock()
	if len(waiting) == 0 {
		return
	}
	parallel, workers := press.ShareCores(len(waiting))
	next := make(chan int)
	for range parallel {
		b.group.Go(func() {
			for i := range next {
				b.make(ctx, i, workers)
			}
		})
	}
	for _, i := range waiting {
		next <- i
	}
	close(next)
	b.group.Wait()
}

// make makes one output.
func (b *batch) make(ctx context.Context, i, workers int) {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	var path string
	begun := false
	b.change(i, func(t *Task) {
		if t.State != Waiting { // cancelled meanwhile
			return
		}
		if ctx.Err() != nil {
			t.State = Cancelled
			return
		}
		b.cancel[i], path, begun = cancel, t.Path, true
		t.State = Working
	})
	if !begun {
		return
	}
	text, err := b.read.read(path)
	job := &press.Job{Path: path, Text: text, Settings: press.Settings{Today: time.Now()}, Workers: workers}
	var made press.Made
	if err == nil {
		output, place := b.ask(i)
		job.Draft = output.Draft
		job.Progress = func(done, all int) { b.change(i, func(t *Task) { t.Done, t.Pages = done, all }) }
		err = press.Protect(func() (err error) {
			made, err = output.Make(ctx, job, place)
			return err
		})
		job.Close()
	}
	b.change(i, func(t *Task) {
		b.cancel[i] = nil
		t.Findings, t.Err = job.Findings, err
		switch {
		case err == nil:
			t.State, t.Files, t.Done, t.Pages = Made, made.Files, made.Pages, made.Pages
		case errors.Is(err, press.ErrContent):
			t.State = Stopped
		case errors.Is(err, context.Canceled):
			t.State = Cancelled
		default:
			t.State = Failed
		}
	})
	if err == nil && b.keep != nil {
		b.keep(path, text)
	}
}

func (b *batch) ask(i int) (press.Output, press.Place) {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.tasks[i].Output, b.tasks[i].Place
}

// change changes a task and tells of it.
func (b *batch) change(i int, f func(*Task)) {
	b.tell.Lock()
	defer b.tell.Unlock()
	b.mu.Lock()
	f(b.tasks[i])
	now := *b.tasks[i]
	b.mu.Unlock()
	b.changed(i, now)
}

// stop cancels a task that waits or is at work.
func (b *batch) stop(i int) {
	b.mu.Lock()
	cancel := b.cancel[i]
	waiting := b.tasks[i].State == Waiting
	b.mu.Unlock()
	if cancel != nil {
		cancel()
	}
	if waiting {
		b.change(i, func(t *Task) {
			if t.State == Waiting {
				t.State = Cancelled
			}
		})
	}
}

// again makes tasks wait that ended in a state that f picks; asDraft makes drafts of
// them. It returns how many.
func (b *batch) again(f func(i int, t *Task) bool, asDraft bool) int {
	n := 0
	for i := range b.tasks {
		b.change(i, func(t *Task) {
			if !t.State.Over() || t.State == Made || !f(i, t) {
				return
			}
			n++
			if asDraft {
				t.asDraft()
			} else {
				t.reset()
			}
		})
	}
	return n
}
