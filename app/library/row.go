package library

import (
	"image/color"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"safety365/app/library/shelf"
	"safety365/app/library/thumbs"
	"safety365/app/look"
)

// row is a document in the list: its first page, title, facts and state.
type row struct {
	widget.BaseWidget
	list  *List
	index int
	entry *shelf.Entry

	page              *sheet
	back, mark        *canvas.Rectangle // what is selected; which one is open
	lamp              *canvas.Circle
	title, facts      *line
	known             []string // what facts shows as far as there is room
	state, when       *line
	more              *widget.Icon // shown on the row under the mouse
	hovered, reaching bool         // reaching for the menu
}

const (
	rowPageWidth  = 40
	rowPageHeight = 56
	rowPad        = 6
	rowLamp       = 8
	rowMore       = 24
)

func newRow(l *List) *row {
	r := &row{
		list: l, index: -1,
		page:  newSheet(l.maker, fyne.NewSize(rowPageWidth, rowPageHeight)),
		back:  canvas.NewRectangle(color.Transparent),
		mark:  canvas.NewRectangle(color.Transparent),
		lamp:  canvas.NewCircle(color.Transparent),
		title: newLine(textSize, theme.ColorNameForeground),
		facts: newLine(captionSize, look.Quiet),
		state: newLine(captionSize, look.Quiet),
		when:  newLine(captionSize, look.Quiet),
		more:  widget.NewIcon(theme.MoreHorizontalIcon()),
	}
	r.ExtendBaseWidget(r)
	return r
}

// show puts a document of the list into the row.
func (r *row) show(index int, e *shelf.Entry) {
	r.index, r.entry = index, e
	r.title.words = e.Label()
	r.known = factsOf(e)
	r.state.words, r.state.color = stateOf(e)
	r.when.words = timeOf(e.Modified, time.Now())
	if e.State == shelf.Broken {
		r.page.clear()
	} else {
		r.page.show(thumbs.Source{Path: e.Path, Modified: e.Modified, Size: e.Size})
	}
	r.Refresh()
}

func (r *row) MouseIn(e *desktop.MouseEvent)    { r.hover(true, e.Position) }
func (r *row) MouseMoved(e *desktop.MouseEvent) { r.hover(true, e.Position) }
func (r *row) MouseOut()                        { r.hover(false, fyne.Position{}) }

func (r *row) hover(on bool, at fyne.Position) {
	reaching := on && r.onMore(at)
	if on != r.hovered || reaching != r.reaching {
		r.hovered, r.reaching = on, reaching
		r.Refresh()
	}
}

// onMore says whether a point is on the sign of the menu.
func (r *row) onMore(at fyne.Position) bool {
	return at.X > r.Size().Width-rowMore-rowPad && at.Y < rowMore+rowPad
}

// MouseDown notes the keys that are held, of which Tapped does not hear.
func (r *row) MouseDown(e *desktop.MouseEvent) { r.list.held = e.Modifier }
func (r *row) MouseUp(*desktop.MouseEvent)     {}

// Tapped opens the document, or adds it to those selected if Ctrl or Shift is held.
func (r *row) Tapped(e *fyne.PointEvent) {
	if r.onMore(e.Position) {
		r.list.menuFor(r.index, e.AbsolutePosition)
		return
	}
	r.list.click(r.index)
}

// TappedSecondary shows the menu.
func (r *row) TappedSecondary(e *fyne.PointEvent) { r.list.menuFor(r.index, e.AbsolutePosition) }

// CreateRenderer implements fyne.Widget.
func (r *row) CreateRenderer() fyne.WidgetRenderer {
	renderer := &rowRenderer{r}
	renderer.Refresh()
	return renderer
}

type rowRenderer struct{ *row }

func (r *rowRenderer) Destroy() {}
func (r *rowRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.back, r.mark, r.page, r.title.Text, r.facts.Text, r.lamp, r.state.Text, r.when.Text, r.more}
}

func (r *rowRenderer) MinSize() fyne.Size {
	words := lineHeight(textSize) + 2*lineHeight(captionSize)
	return fyne.NewSize(140, max(words, rowPageHeight)+2*rowPad)
}

func (r *rowRenderer) Layout(size fyne.Size) {
	const edge = 3 // room for the line round the cursor's row, which would be cut
	r.back.Move(fyne.NewPos(edge, 1))
	r.back.Resize(size.SubtractWidthHeight(2*edge, 2))
	r.mark.Resize(fyne.NewSize(3, size.Height-2*rowPad))
	r.mark.Move(fyne.NewPos(0, rowPad))
	r.page.Resize(fyne.NewSize(rowPageWidth, rowPageHeight))
	r.page.Move(fyne.NewPos(rowPad+2, (size.Height-rowPageHeight)/2))
	x := float32(rowPageWidth + 3*rowPad - 1)
	width := size.Width - x - rowPad
	y := (size.Height - r.title.height() - r.facts.height() - r.state.height()) / 2
	first := width
	if !r.more.Hidden {
		first -= rowMore
	}
	r.title.place(fyne.NewPos(x, y), first)
	y += r.title.height()
	r.facts.words = joined(r.known, width, r.facts.TextSize, r.facts.TextStyle)
	r.facts.place(fyne.NewPos(x, y), width)
	y += r.facts.height()
	r.layoutState(x, y, width)
	r.more.Resize(fyne.NewSquareSize(rowMore - 6))
	r.more.Move(fyne.NewPos(size.Width-rowMore-rowPad+6, rowPad))
}

// layoutState sets the lamp with its words, and the time at the right if both have
// room.
func (r *rowRenderer) layoutState(x, y, width float32) {
	height := r.state.height()
	r.lamp.Resize(fyne.NewSquareSize(rowLamp))
	r.lamp.Move(fyne.NewPos(x, y+(height-rowLamp)/2))
	used := float32(0)
	if r.state.words != "" {
		used = rowLamp + rowPad + r.state.place(fyne.NewPos(x+rowLamp+rowPad, y), width-rowLamp-rowPad)
	} else {
		r.state.place(fyne.NewPos(x, y), width)
	}
	w := fyne.MeasureText(r.when.words, r.when.TextSize, r.when.TextStyle).Width
	r.when.Hidden = used+rowPad+w > width
	r.when.place(fyne.NewPos(x+width-w, y), w+1)
}

func (r *rowRenderer) Refresh() {
	th, v := current()
	here := r.entry != nil && r.entry.Path == r.list.open
	cursor := r.index == r.list.cursor && r.list.rows != nil && r.list.rows.focused
	selected := r.entry != nil && r.list.selected[r.entry.Path]
	r.back.CornerRadius = th.Size(theme.SizeNameSelectionRadius)
	r.back.StrokeWidth, r.back.StrokeColor, r.back.FillColor = 0, nil, color.Transparent
	switch {
	case selected:
		r.back.FillColor = th.Color(theme.ColorNameSelection, v)
	case r.hovered:
		r.back.FillColor = th.Color(theme.ColorNameHover, v)
	}
	if cursor {
		r.back.StrokeWidth, r.back.StrokeColor = 2, th.Color(theme.ColorNamePrimary, v)
	}
	r.mark.Hidden = !here
	r.mark.FillColor = th.Color(theme.ColorNamePrimary, v)
	r.mark.CornerRadius = 1.5
	r.title.TextStyle.Bold = here
	for _, l := range []*line{r.title, r.facts, r.state, r.when} {
		l.restyle()
	}
	r.lamp.Hidden = r.state.words == ""
	r.lamp.FillColor = th.Color(r.state.color, v)
	r.more.Hidden = !r.hovered && !cursor
	if r.reaching {
		r.more.SetResource(theme.NewPrimaryThemedResource(theme.MoreHorizontalIcon()))
	} else {
		r.more.SetResource(theme.MoreHorizontalIcon())
	}
	r.Layout(r.Size())
	for _, o := range r.Objects() {
		if o != fyne.CanvasObject(r.page) { // it refreshes itself when it changes
			o.Refresh()
		}
	}
}
