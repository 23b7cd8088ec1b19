package preview

import (
	"image/color"
	"slices"
	"sync/atomic"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"safety365/app/look"
	"safety365/app/proof"
	"safety365/bulletins/raster"
)

// Options connect a Preview with the window.
type Options struct {
	Jump    func(offset int)  // a click in a page: the place in Document.Text
	Zoomed  func(percent int) // the scale has changed
	Turned  func(number int)  // the page that is looked at, from 0, has changed
	Changed func()            // State has changed and may be saved
}

// Preview shows pages. Its methods belong to the goroutine that owns the widgets,
// but for Prepare.
type Preview struct {
	widget.BaseWidget
	options Options
	state   State
	percent float64 // the scale as it is
	told    int     // the scale that was last reported

	sheets *proof.Sheets
	format format
	layout arrangement
	leaves map[int]*leaf
	free   []*leaf
	room   *darkroom
	wants  atomic.Pointer[wish]
	posted atomic.Bool // a look at what the darkroom has made is on its way

	caret    int  // place in the text; -1: none
	follow   bool // the caret is to be kept in view
	hand     time.Time
	dragging bool
	number   int // the page that is looked at

	desk    *desk
	scroll  *scroller
	ground  *canvas.Rectangle
	focus   *canvas.Rectangle
	bar     *bar
	thumbs  *thumbnails
	content *fyne.Container
}

// wish is what Prepare needs to know of the view.
type wish struct {
	first, last int
	format      format
	overlays    []Overlay
}

// kept is how many pictures of pages are kept.
const kept = 8

// New returns a Preview without pages.
func New(o Options) *Preview {
	p := &Preview{options: o, state: DefaultState(), percent: 100, leaves: map[int]*leaf{}, caret: -1}
	renderer := raster.New()
	p.room = newDarkroom(renderer, kept, p.post)
	p.format = format{units: unitsPerInch / 72.0, pixel: 1}
	p.desk = newDesk(p)
	p.scroll = newScroller(p)
	p.ground = canvas.NewRectangle(color.Transparent)
	p.focus = canvas.NewRectangle(color.Transparent)
	p.focus.StrokeWidth = 2
	p.focus.Hide()
	p.thumbs = newThumbnails(p, renderer)
	p.bar = newBar(p)
	view := container.New(&viewLayout{p}, p.ground, p.scroll, p.focus)
	p.content = container.NewBorder(nil, p.bar.object, p.thumbs.object, nil, view)
	p.thumbs.object.Hide()
	p.ExtendBaseWidget(p)
	return p
}

// viewLayout gives all its objects the whole room, and tells the Preview of it.
type viewLayout struct{ preview *Preview }

func (v *viewLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(160, 120) }

func (v *viewLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		o.Move(fyne.Position{})
		o.Resize(size)
	}
	p := v.preview
	top := p.scroll.Offset.AddXY(p.layout.view.Width/2, 0)
	p.anchored(top, p.arrange)
}

// CreateRenderer makes the widget's renderer.
func (p *Preview) CreateRenderer() fyne.WidgetRenderer {
	p.paint()
	return &renderer{widget.NewSimpleRenderer(p.content), p}
}

// renderer takes up the colours of the theme when that changes.
type renderer struct {
	fyne.WidgetRenderer
	preview *Preview
}

func (r *renderer) Refresh() {
	r.preview.paint()
	r.WidgetRenderer.Refresh()
}

func (p *Preview) paint() {
	p.ground.FillColor = colorOf(look.Desk)
	p.focus.StrokeColor = colorOf(theme.ColorNamePrimary)
	p.ground.Refresh()
	p.focus.Refresh()
	p.desk.Refresh()
}

// edgeColors are those of the line round a page and of its shadow.
func (p *Preview) edgeColors() (line, shade color.Color) {
	return colorOf(theme.ColorNameSeparator), colorOf(theme.ColorNameShadow)
}

func (p *Preview) showFocus(on bool) {
	p.focus.Hidden = !on
	p.focus.Refresh()
}

// SetSheets shows another state of the document. What was in view stays there.
func (p *Preview) SetSheets(s *proof.Sheets) {
	p.sheets = s
	p.number = min(p.number, max(0, p.pages()-1))
	p.arrange()
	if p.follow {
		p.reveal()
	}
	p.thumbs.update()
	p.bar.update()
}

// Prepare draws the pages that are in view as they are in another state of the
// document, so that SetSheets finds them ready. It may be called on any goroutine, and
// waits until they are drawn.
func (p *Preview) Prepare(s *proof.Sheets) {
	w := p.wants.Load()
	if w == nil {
		return
	}
	f := w.format
	f.sheet, f.bleed = s.Theme.Page.Size, bleedOf(s.Theme, w.overlays)
	var orders []order
	for n := w.first; n < min(w.last, s.Pages.Len()); n++ {
		orders = append(orders, orderOf(s.Pages.Page(n), &f, w.overlays, s.Theme))
	}
	p.room.make(orders)
}

// Close ends the workers and lets go of all pictures.
func (p *Preview) Close() {
	p.wants.Store(nil)
	p.room.forget()
	p.thumbs.room.forget()
}

// State returns what the user chose.
func (p *Preview) State() State {
	s := p.state
	s.Overlays = slices.Clone(s.Overlays)
	return s
}

// SetState takes up what the user chose before.
func (p *Preview) SetState(s State) {
	p.state = s.valid()
	if p.state.Fit == FitNone {
		p.percent = float64(p.state.Percent)
	}
	p.thumbs.show(p.state.Thumbnails)
	p.anchored(p.middle(), p.arrange)
	p.changed()
}

// change alters the State.
func (p *Preview) change(f func(*State)) {
	s := p.State()
	f(&s)
	p.SetState(s)
}

func (p *Preview) changed() {
	p.bar.update()
	if p.options.Changed != nil {
		p.options.Changed()
	}
}

func (p *Preview) pages() int {
	if p.sheets == nil {
		return 0
	}
	return p.sheets.Pages.Len()
}
