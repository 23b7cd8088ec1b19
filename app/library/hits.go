package library

import (
	"image/color"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"safety365/app/look"
)

// hitList shows what was found in all texts: documents, and below each its lines.
type hitList struct {
	widget.List
	list    *List
	focused bool
	cursor  int
}

func newHitList(l *List) *hitList {
	h := &hitList{list: l}
	h.Length = func() int { return len(l.hits) }
	h.CreateItem = func() fyne.CanvasObject { return newHitRow(h) }
	h.UpdateItem = func(i widget.ListItemID, o fyne.CanvasObject) {
		if i < len(l.hits) {
			o.(*hitRow).show(i, l.hits[i])
		}
	}
	h.HideSeparators = true
	h.ExtendBaseWidget(h)
	return h
}

func (h *hitList) focus() {
	if c := fyne.CurrentApp().Driver().CanvasForObject(h); c != nil {
		c.Focus(h)
	}
}

func (h *hitList) FocusGained() { h.focused = true; h.move(h.cursor) }
func (h *hitList) FocusLost()   { h.focused = false; h.Refresh() }

// TypedRune does nothing.
func (h *hitList) TypedRune(rune) {}

// TypedKey moves through the hits.
func (h *hitList) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyUp:
		if h.cursor == 0 {
			h.list.FocusSearch()
			return
		}
		h.move(h.cursor - 1)
	case fyne.KeyDown:
		h.move(h.cursor + 1)
	case fyne.KeyHome:
		h.move(0)
	case fyne.KeyEnd:
		h.move(len(h.list.hits) - 1)
	case fyne.KeyReturn, fyne.KeyEnter:
		h.take(h.cursor)
	case fyne.KeyEscape:
		h.list.box.SetText("")
		h.list.FocusSearch()
	}
}

func (h *hitList) move(to int) {
	h.cursor = max(0, min(to, len(h.list.hits)-1))
	if len(h.list.hits) > 0 {
		h.ScrollTo(h.cursor)
	}
	h.Refresh()
}

// take goes to a place, or opens a document.
func (h *hitList) take(i int) {
	l := h.list
	if i < 0 || i >= len(l.hits) {
		return
	}
	h.cursor = i
	h.Refresh()
	switch hit := l.hits[i]; {
	case hit.document != nil:
		if l.o.Open != nil {
			l.o.Open(hit.document.Path)
		}
	case l.o.OpenAt != nil:
		l.o.OpenAt(hit.hit.Path, hit.hit.Offset, hit.hit.Length)
	}
}

// hitRow is a document, or a line in which something was found.
type hitRow struct {
	widget.BaseWidget
	hits    *hitList
	index   int
	hovered bool
	isTitle bool
	match   string // of the line, with what is before and after it
	before  string
	after   string

	back, marked     *canvas.Rectangle
	first, hit, rest *line
	count            *line
}

func newHitRow(h *hitList) *hitRow {
	r := &hitRow{
		hits:   h,
		back:   canvas.NewRectangle(color.Transparent),
		marked: canvas.NewRectangle(color.Transparent),
		first:  newLine(textSize, theme.ColorNameForeground),
		hit:    newLine(textSize, theme.ColorNameForeground),
		rest:   newLine(textSize, theme.ColorNameForeground),
		count:  newLine(captionSize, look.Quiet),
	}
	r.ExtendBaseWidget(r)
	return r
}

func (r *hitRow) show(i int, h hitLine) {
	r.index = i
	r.isTitle = h.document != nil
	r.count.words = ""
	if r.isTitle {
		r.before, r.match, r.after = h.document.Label(), "", ""
		r.count.words = strconv.Itoa(h.count)
	} else {
		e := h.hit.Excerpt
		r.before, r.match, r.after = e[:h.hit.Start], e[h.hit.Start:h.hit.End], e[h.hit.End:]
	}
	r.Refresh()
}

func (r *hitRow) MouseIn(*desktop.MouseEvent)    { r.hovered = true; r.Refresh() }
func (r *hitRow) MouseMoved(*desktop.MouseEvent) {}
func (r *hitRow) MouseOut()                      { r.hovered = false; r.Refresh() }
func (r *hitRow) Tapped(*fyne.PointEvent)        { r.hits.take(r.index) }

// CreateRenderer implements fyne.Widget.
func (r *hitRow) CreateRenderer() fyne.WidgetRenderer {
	renderer := &hitRenderer{r}
	renderer.Refresh()
	return renderer
}

type hitRenderer struct{ *hitRow }

func (r *hitRenderer) Destroy() {}
func (r *hitRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.back, r.marked, r.first.Text, r.hit.Text, r.rest.Text, r.count.Text}
}

func (r *hitRenderer) MinSize() fyne.Size { return fyne.NewSize(140, lineHeight(textSize)+rowPad) }

// Layout sets the line so that the match is seen: what is before it gives way.
func (r *hitRenderer) Layout(size fyne.Size) {
	r.back.Resize(size)
	y := (size.Height - r.first.height()) / 2
	x, right := float32(2*rowPad), size.Width-rowPad
	if r.isTitle {
		w := fyne.MeasureText(r.count.words, r.count.TextSize, r.count.TextStyle).Width
		r.count.place(fyne.NewPos(right-w, y+1), w+1)
		x, right = rowPad, right-w-rowPad
	} else {
		x += rowPad
	}
	r.first.words, r.hit.words, r.rest.words = r.before, r.match, r.after
	if !r.isTitle {
		r.first.words = fitEnd(r.before, (right-x)*0.4, r.first.TextSize)
	}
	x += r.first.place(fyne.NewPos(x, y), right-x)
	from := x
	x += r.hit.place(fyne.NewPos(x, y), right-x)
	r.marked.Move(fyne.NewPos(from, y))
	r.marked.Resize(fyne.NewSize(x-from, r.hit.height()))
	if right-x > 2*r.rest.TextSize {
		r.rest.place(fyne.NewPos(x, y), right-x)
	} else {
		r.rest.Text.Text = ""
	}
}

// fitEnd keeps the end of a text.
func fitEnd(text string, width, size float32) string {
	runes := []rune(text)
	at := 0
	for at < len(runes) && fyne.MeasureText(string(runes[at:]), size, fyne.TextStyle{}).Width > width {
		at++
	}
	if at > 0 {
		return ellipsis + string(runes[at:])
	}
	return text
}

func (r *hitRenderer) Refresh() {
	th, v := current()
	r.first.TextStyle.Bold = r.isTitle
	for _, l := range []*line{r.first, r.hit, r.rest, r.count} {
		l.restyle()
	}
	r.marked.FillColor = th.Color(look.Match, v)
	r.marked.CornerRadius = 2
	r.marked.Hidden = r.match == ""
	r.back.CornerRadius = th.Size(theme.SizeNameSelectionRadius)
	r.back.FillColor, r.back.StrokeWidth = color.Transparent, 0
	switch {
	case r.hits.focused && r.index == r.hits.cursor:
		r.back.FillColor = th.Color(theme.ColorNameSelection, v)
	case r.hovered:
		r.back.FillColor = th.Color(theme.ColorNameHover, v)
	}
	r.Layout(r.Size())
	for _, o := range r.Objects() {
		o.Refresh()
	}
}
