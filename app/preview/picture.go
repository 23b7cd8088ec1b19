package preview

import (
	"context"
	"image"
	"slices"
	"strings"
	"sync"

	"safety365/app/ui"
	"safety365/bulletins/page"
	"safety365/bulletins/raster"
	"safety365/themes"
)

// order is a picture of a page that is wanted. The same order gives the same picture.
type order struct {
	page     *page.Page
	dpi      float64
	bleed    bool
	overlays string
	theme    *themes.Theme // of the overlays; nil without
}

func orderOf(p *page.Page, f *format, overlays []Overlay, t *themes.Theme) order {
	o := order{page: p, dpi: f.dpi(), bleed: f.bleed > 0}
	if len(overlays) > 0 {
		names := make([]string, len(overlays))
		for i, name := range overlays {
			names[i] = string(name)
		}
		o.overlays, o.theme = strings.Join(names, " "), t
	}
	return o
}

func (o *order) has(overlay Overlay) bool {
	return slices.Contains(strings.Fields(o.overlays), string(overlay))
}

// darkroom draws pictures of pages on up to two goroutines, which live only while there
// is something to do, and keeps the last ones.
type darkroom struct {
	renderer *raster.Renderer
	keep     int // pictures

	mu      sync.Mutex
	kept    map[order]*image.RGBA
	age     []order // of kept, the latest used last
	wanted  []order
	queue   []order // of wanted, those that are not begun
	batch   int     // how many of the queue, or being drawn, belong together
	busy    map[order]context.CancelFunc
	workers int
	done    func() // a batch is ready; called on a worker
}

// The pixels that are kept are bounded as well.
const maxKept = 48 << 20

// maxWorkers is how many pictures are drawn at once.
const maxWorkers = 2

func newDarkroom(r *raster.Renderer, keep int, done func()) *darkroom {
	return &darkroom{renderer: r, keep: keep, done: done, kept: map[order]*image.RGBA{}, busy: map[order]context.CancelFunc{}}
}

// get returns a picture if it is there.
func (d *darkroom) get(o order) *image.RGBA {
	d.mu.Lock()
	defer d.mu.Unlock()
	img := d.kept[o]
	if img != nil {
		d.touch(o)
	}
	return img
}

func (d *darkroom) touch(o order) {
	if i := slices.Index(d.age, o); i >= 0 {
		d.age = append(slices.Delete(d.age, i, i+1), o)
		return
	}
	d.age = append(d.age, o)
}

// put keeps a picture, and lets go of those that were not used for longest.
func (d *darkroom) put(o order, img *image.RGBA) {
	d.kept[o] = img
	d.touch(o)
	pixels := 0
	for _, img := range d.kept {
		pixels += len(img.Pix) / 4
	}
	for len(d.age) > d.keep || pixels > maxKept && len(d.age) > 2 {
		old := d.age[0]
		pixels -= len(d.kept[old].Pix) / 4
		delete(d.kept, old)
		d.age = d.age[1:]
	}
}

// want asks for pictures in place of all that were asked for before and are not begun;
// of those being drawn the ones that nobody wants any more are given up. The first
// ones, batch in number, are reported together.
func (d *darkroom) want(orders []order, batch int) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.wanted, d.queue, d.batch = orders, nil, 0
	for i, o := range orders {
		if d.kept[o] != nil {
			d.touch(o)
			continue
		}
		if i < batch {
			d.batch++
		}
		if d.busy[o] == nil {
			d.queue = append(d.queue, o)
		}
	}
	for o, cancel := range d.busy {
		if !slices.Contains(orders, o) {
			cancel()
		}
	}
	for d.workers < min(maxWorkers, len(d.queue)+len(d.busy)) {
		d.workers++
		ui.Go(d.work)
	}
}

// work draws until nothing is left.
func (d *darkroom) work() {
	for {
		o, ctx, ok := d.next()
		if !ok {
			return
		}
		var img *image.RGBA
		ui.Guard(func() { img = d.draw(ctx, o) })
		if d.finish(o, img, ctx.Err() != nil) {
			d.done()
		}
	}
}

func (d *darkroom) next() (order, context.Context, bool) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if len(d.queue) == 0 {
		d.workers--
		return order{}, nil, false
	}
	o := d.queue[0]
	d.queue = d.queue[1:]
	ctx, cancel := context.WithCancel(context.Background())
	d.busy[o] = cancel
	return o, ctx, true
}

// finish keeps what was drawn and says whether it is time to show it: with the last of
// a batch, and then with each.
func (d *darkroom) finish(o order, img *image.RGBA, given bool) bool {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.busy[o]()
	delete(d.busy, o)
	if given && slices.Contains(d.wanted, o) { // again, since it was given up
		d.queue = append(d.queue, o)
	}
	if img == nil {
		return false
	}
	d.put(o, img)
	if d.batch > 0 {
		d.batch--
	}
	return d.batch == 0
}

// draw makes a picture; nil when ctx ends.
func (d *darkroom) draw(ctx context.Context, o order) *image.RGBA {
	img, _ := d.renderer.Draw(ctx, o.page, raster.Options{DPI: o.dpi, Bleed: o.bleed}) // a missing picture is a box
	if img != nil && o.theme != nil && ctx.Err() == nil {
		drawOverlays(img, &o)
	}
	return img
}

// make draws pictures at once, on this goroutine and another.
func (d *darkroom) make(orders []order) {
	var missing []order
	for _, o := range orders {
		if d.get(o) == nil {
			missing = append(missing, o)
		}
	}
	var wg sync.WaitGroup
	one := func(o order) {
		if img := d.draw(context.Background(), o); img != nil {
			d.mu.Lock()
			d.put(o, img)
			d.mu.Unlock()
		}
	}
	for i, o := range missing {
		if i < len(missing)-1 && i < maxWorkers-1 {
			wg.Go(func() { ui.Guard(func() { one(o) }) })
			continue
		}
		one(o)
	}
	wg.Wait()
}

// forget drops everything.
func (d *darkroom) forget() {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.wanted, d.queue, d.batch, d.age = nil, nil, 0, nil
	clear(d.kept)
	for _, cancel := range d.busy {
		cancel()
	}
}

// count is how many pictures are kept.
func (d *darkroom) count() int {
	d.mu.Lock()
	defer d.mu.Unlock()
	return len(d.kept)
}
