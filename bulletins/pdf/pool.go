package pdf

import (
	"runtime"
	"sync"
	"sync/atomic"
)

// pool runs work on all cores. When every core is busy, the caller waits, so that
// unfinished work never piles up.
type pool struct {
	once   sync.Once
	seats  chan struct{}
	wg     sync.WaitGroup
	failed atomic.Pointer[any]
}

func (p *pool) run(work func()) {
	p.once.Do(func() { p.seats = make(chan struct{}, runtime.GOMAXPROCS(0)+1) })
	p.seats <- struct{}{}
	p.wg.Go(func() {
		defer func() {
			if v := recover(); v != nil {
				p.failed.Store(&v)
			}
			<-p.seats
		}()
		work()
	})
}

// wait waits for all work. A panic in it goes on here, where a caller can meet it.
func (p *pool) wait() {
	p.wg.Wait()
	if v := p.failed.Load(); v != nil {
		panic(*v)
	}
}

// budget bounds how much is held at a time, whatever the number of workers.
type budget struct {
	mu   sync.Mutex
	cond *sync.Cond
	free int
}

func newBudget(size int) *budget {
	b := &budget{free: size}
	b.cond = sync.NewCond(&b.mu)
	return b
}

// take waits until n, or all of a smaller budget, is free and returns what was
// taken.
func (b *budget) take(n, size int) int {
	n = min(n, size)
	b.mu.Lock()
	defer b.mu.Unlock()
	for b.free < n {
		b.cond.Wait()
	}
	b.free -= n
	return n
}

func (b *budget) give(n int) {
	b.mu.Lock()
	b.free += n
	b.mu.Unlock()
	b.cond.Broadcast()
}
