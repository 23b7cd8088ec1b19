package thumbs

import (
	"container/list"
	"context"
	"image"
	"sync"

	"safety365/bulletins/raster"
)

// DefaultBytes is what a Maker keeps of pictures: some 600 of a list at scale 2, or
// 60 of a gallery.
const DefaultBytes = 32 << 20

// turn is held by the Maker that is working.
var turn = make(chan struct{}, 1)

// Maker makes pictures in the background. It may be used from any goroutine.
type Maker struct {
	renderer *raster.Renderer
	ctx      context.Context
	stop     context.CancelFunc

	mu      sync.Mutex
	asked   []*request // the last one is next
	working bool
	kept    map[key]*list.Element
	recent  *list.List // of *picture, the one used last in front
	bytes   int
	limit   int
}

// picture is what was made, or why nothing could be.
type picture struct {
	key key
	img *image.RGBA
	err error
}

func (p *picture) bytes() int {
	if p.img == nil {
		return 1 << 10
	}
	return len(p.img.Pix)
}

type request struct {
	source Source
	box    image.Point
	ctx    context.Context
	stop   context.CancelFunc
	done   func(*image.RGBA, error)
}

// New returns a Maker that keeps pictures of so many bytes.
func New(bytes int) *Maker {
	m := &Maker{
		renderer: raster.NewSized(4<<20, 16<<20),
		kept:     map[key]*list.Element{}, recent: list.New(), limit: bytes,
	}
	m.ctx, m.stop = context.WithCancel(context.Background())
	return m
}

// Get returns a picture that was made before. It is nil if none could be made.
func (m *Maker) Get(s Source, box image.Point) (img *image.RGBA, ok bool) {
	m.mu.Lock()
	defer m.mu.Unlock()
	e := m.kept[s.key(box)]
	if e == nil {
		return nil, false
	}
	m.recent.MoveToFront(e)
	return e.Value.(*picture).img, true
}

// Ask has a picture made that fits into a box of pixels. Done is called on a worker's
// goroutine, but not after cancel or Close were called before the picture was made.
func (m *Maker) Ask(s Source, box image.Point, done func(*image.RGBA, error)) (cancel func()) {
	r := &request{source: s, box: box, done: done}
	r.ctx, r.stop = context.WithCancel(m.ctx)
	m.mu.Lock()
	defer m.mu.Unlock()
	m.asked = append(m.asked, r)
	if !m.working && m.ctx.Err() == nil {
		m.working = true
		go m.work()
	}
	return r.stop
}

// Close stops the work.
func (m *Maker) Close() {
	m.stop()
	m.mu.Lock()
	defer m.mu.Unlock()
	m.asked = nil
}

// work serves requests until none is left.
func (m *Maker) work() {
	for {
		r := m.next()
		if r == nil {
			return
		}
		m.serve(r)
	}
}

func (m *Maker) next() *request {
	m.mu.Lock()
	defer m.mu.Unlock()
	for len(m.asked) > 0 {
		r := m.asked[len(m.asked)-1]
		m.asked = m.asked[:len(m.asked)-1]
		if r.ctx.Err() == nil {
			return r
		}
	}
	m.working = false
	return nil
}

func (m *Maker) serve(r *request) {
	defer r.stop()
	img, ok := m.Get(r.source, r.box)
	if ok {
		r.done(img, nil)
		return
	}
	select {
	case turn <- struct{}{}:
	case <-r.ctx.Done():
		return
	}
	img, err := r.source.draw(r.ctx, m.renderer, r.box)
	<-turn
	if r.ctx.Err() != nil {
		return
	}
	m.keep(&picture{r.source.key(r.box), img, err})
	r.done(img, err)
}

// keep remembers a picture and forgets those used longest ago.
func (m *Maker) keep(p *picture) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.kept[p.key] != nil {
		return
	}
	m.kept[p.key] = m.recent.PushFront(p)
	m.bytes += p.bytes()
	for m.bytes > m.limit && m.recent.Len() > 1 {
		last := m.recent.Remove(m.recent.Back()).(*picture)
		delete(m.kept, last.key)
		m.bytes -= last.bytes()
	}
}
