package library

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
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
		t.say(c.kind.Title(g.lang), c.style.title)
	}
	r.ExtendBaseWidget(r)
	return r
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
