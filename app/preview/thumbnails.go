package preview

import (
	"strconv"
	"sync/atomic"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"safety365/app/ui"
	"safety365/bulletins/raster"
)

// thumbnails are all pages in small beside the desk. Only those in view exist: the
// List sees to that.
type thumbnails struct {
	preview *Preview
	list    *widget.List
	object  *fyne.Container
	room    *darkroom
	all     []*thumb
	pages   int
	height  float32 // of a picture
	posted  atomic.Bool
	quiet   bool // a selection that the user did not make
}

// thumbWidth is that of a picture, and stripWidth that of all.
const (
	thumbWidth = 84
	stripWidth = thumbWidth + 36
)

// keptThumbs is how many small pictures are kept.
const keptThumbs = 64

func newThumbnails(p *Preview, r *raster.Renderer) *thumbnails {
	t := &thumbnails{preview: p, height: thumbWidth * 1.414}
	t.room = newDarkroom(r, keptThumbs, t.post)
	t.list = widget.NewList(func() int { return t.pages }, t.make, t.fill)
	t.list.HideSeparators = true
	t.list.OnSelected = func(n int) {
		if !t.quiet {
			p.byHand()
			p.GoTo(n)
		}
	}
	t.object = container.New(&stripLayout{}, t.list)
	return t
}

// stripLayout gives the list a fixed width.
type stripLayout struct{}

func (stripLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(stripWidth, 60) }
func (stripLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		o.Resize(size)
	}
}

// show opens and closes the strip.
func (t *thumbnails) show(on bool) {
	if on == t.object.Visible() {
		return
	}
	t.object.Hidden = !on
	t.preview.content.Refresh() // lays the strip out
	t.update()
}

// update takes up another state of the document.
func (t *thumbnails) update() {
	if !t.object.Visible() || t.preview.sheets == nil {
		return
	}
	f := t.format()
	height := float32(f.height().Points() * f.units)
	if pages := t.preview.pages(); pages != t.pages || height != t.height {
		t.pages, t.height = pages, height
		t.list.Refresh()
		t.choose(t.preview.number)
	}
	t.take()
	t.want()
}

// choose marks the page that is looked at.
func (t *thumbnails) choose(n int) {
	if !t.object.Visible() || n >= t.pages {
		return
	}
	t.quiet = true
	t.list.Select(n)
	t.quiet = false
}

// format is that of small pictures.
func (t *thumbnails) format() *format {
	f := &format{sheet: t.preview.sheets.Theme.Page.Size, pixel: t.preview.pixels()}
	f.units = thumbWidth / f.width().Points()
	return f
}

func (t *thumbnails) order(n int) order {
	return orderOf(t.preview.sheets.Pages.Page(n), t.format(), nil, nil)
}

func (t *thumbnails) post() {
	if t.posted.CompareAndSwap(false, true) {
		ui.Do(func() {
			t.posted.Store(false)
			t.take()
		})
	}
}

// take shows the pictures that are there.
func (t *thumbnails) take() {
	for _, m := range t.all {
		if m.number < 0 || m.number >= t.pages || m.number >= t.preview.pages() {
			continue
		}
		o := t.order(m.number)
		if m.shown == o {
			continue
		}
		if img := t.room.get(o); img != nil {
			m.shown, m.img = o, img
			m.raster.Refresh()
		}
	}
}

// want asks for the pictures that are not.
func (t *thumbnails) want() {
	var orders []order
	for _, m := range t.all {
		if m.number >= 0 && m.number < t.preview.pages() {
			orders = append(orders, t.order(m.number))
		}
	}
	t.room.want(orders, len(orders))
}

// fill makes an entry that of a page.
func (t *thumbnails) fill(n int, o fyne.CanvasObject) {
	m := o.(*thumb)
	if !t.known(m) {
		t.all = append(t.all, m)
	}
	if m.number != n {
		m.number, m.shown, m.img = n, order{}, nil
		m.label.Text = strconv.Itoa(n + 1)
		m.Refresh()
		m.raster.Refresh()
	}
	if n < t.preview.pages() {
		t.take()
		t.want()
	}
}

func (t *thumbnails) known(m *thumb) bool {
	for _, k := range t.all {
		if k == m {
			return true
		}
	}
	return false
}
