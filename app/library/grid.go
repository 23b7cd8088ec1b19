package library

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"safety365/app/ui"
)

// grid shows the gallery's choices and takes the keyboard.
type grid struct {
	widget.GridWrap
	gallery *Gallery
	focused bool
}

func newGrid(g *Gallery) *grid {
	r := &grid{gallery: g}
	r.Length = func() int { return len(g.choices) }
	r.CreateItem = func() fyne.CanvasObject { return newTile(g.maker, choiceSize) }
	r.UpdateItem = func(i widget.GridWrapItemID, o fyne.CanvasObject) {
		if i >= len(g.choices) {
			return
		}
		c, t := g.choices[i], o.(*tile)
		t.selected, t.focused = i == g.at, r.focused
		t.pressed = func() { r.focus(); g.selectAt(i) }
		t.chosen = g.take
		t.page.show(g.source(c))
		t.say(c.kind.Title(ui.Language()), g.note(c))
	}
	r.ExtendBaseWidget(r)
	return r
}

// Resize keeps the selected one in sight: with the width the rows change.
func (r *grid) Resize(size fyne.Size) {
	wide := size.Width != r.Size().Width
	if r.GridWrap.Resize(size); wide {
		r.ScrollTo(r.gallery.at)
	}
}

func (r *grid) focus() {
	if c := fyne.CurrentApp().Driver().CanvasForObject(r); c != nil {
		c.Focus(r)
	}
}

func (r *grid) FocusGained() { r.focused = true; r.Refresh() }
func (r *grid) FocusLost()   { r.focused = false; r.Refresh() }

// TypedRune goes on in the filter.
func (r *grid) TypedRune(c rune) {
	if c == ' ' {
		return
	}
	if o := fyne.CurrentApp().Driver().CanvasForObject(r); o != nil {
		o.Focus(r.gallery.filter)
		r.gallery.filter.TypedRune(c)
	}
}

// TypedKey moves the selection and creates.
func (r *grid) TypedKey(e *fyne.KeyEvent) {
	g := r.gallery
	last := len(g.choices) - 1
	switch e.Name {
	case fyne.KeyLeft:
		g.selectAt(g.at - 1)
	case fyne.KeyRight:
		g.selectAt(g.at + 1)
	case fyne.KeyUp:
		g.selectAt(g.at - r.ColumnCount())
	case fyne.KeyDown:
		g.selectAt(min(g.at+r.ColumnCount(), max(last, 0)))
	case fyne.KeyPageUp:
		g.selectAt(max(g.at-r.page(), 0))
	case fyne.KeyPageDown:
		g.selectAt(min(g.at+r.page(), max(last, 0)))
	case fyne.KeyHome:
		g.selectAt(0)
	case fyne.KeyEnd:
		g.selectAt(last)
	case fyne.KeyReturn, fyne.KeyEnter:
		g.take()
	case fyne.KeyEscape:
		if g.o.Cancel != nil {
			g.o.Cancel()
		}
	}
}

// page is how many tiles are seen at a time, in whole rows.
func (r *grid) page() int {
	rows := int(r.Size().Height / (choiceHeight() + themeSize(theme.SizeNamePadding)))
	return r.ColumnCount() * max(rows, 1)
}

// wheel lies over the grid and makes the mouse wheel quick: a few turns of it go over
// a row of pages.
type wheel struct {
	widget.BaseWidget
	grid *grid
}

func newWheel(g *grid) *wheel {
	w := &wheel{grid: g}
	w.ExtendBaseWidget(w)
	return w
}

const wheelSpeed = 4

// Scrolled is part of fyne.Scrollable.
func (w *wheel) Scrolled(e *fyne.ScrollEvent) {
	w.grid.ScrollToOffset(max(0, w.grid.GetScrollOffset()-wheelSpeed*e.Scrolled.DY))
}

// CreateRenderer is part of fyne.Widget.
func (w *wheel) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.NewWithoutLayout())
}
