package editor

import (
	"image/color"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"safety365/app/ui"
	"safety365/bulletins"
	"safety365/bulletins/page"
)

const (
	hintDelay = 350 * time.Millisecond // before a message shows
	hintStay  = 250 * time.Millisecond // while the mouse may go from the text to the message
	hintWidth = 380
)

// hint is the message about a squiggle: it floats by the text under the mouse.
type hint struct {
	widget.BaseWidget
	editor *Editor
	back   *canvas.Rectangle
	box    *fyne.Container
	about  bulletins.Range // what it is about
	wanted bulletins.Range // what the mouse rests on
	held   bool            // the mouse is over the message
	stop   func() bool
}

func newHint(e *Editor) *hint {
	h := &hint{editor: e, back: canvas.NewRectangle(color.Transparent), box: container.NewVBox()}
	h.back.StrokeWidth = 1
	h.back.CornerRadius = 4
	h.Hidden = true
	h.ExtendBaseWidget(h)
	return h
}

// CreateRenderer is part of fyne.Widget.
func (h *hint) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.NewStack(h.back, container.NewPadded(h.box)))
}

// MouseIn is part of desktop.Hoverable: the message stays while the mouse is over it.
func (h *hint) MouseIn(*desktop.MouseEvent) {
	h.cancel()
	h.held = true
}

// MouseMoved is part of desktop.Hoverable.
func (h *hint) MouseMoved(*desktop.MouseEvent) { h.cancel() }

// MouseOut is part of desktop.Hoverable.
func (h *hint) MouseOut() {
	h.held = false
	h.leave()
}

// mender is the button of a message. The mouse over it is over the message.
type mender struct {
	widget.Button
	hint *hint
}

func newMender(h *hint, words string, tapped func()) *mender {
	m := &mender{hint: h}
	m.Text, m.OnTapped, m.Importance = words, tapped, widget.HighImportance
	m.ExtendBaseWidget(m)
	return m
}

// MouseIn is part of desktop.Hoverable.
func (m *mender) MouseIn(event *desktop.MouseEvent) {
	m.hint.MouseIn(event)
	m.Button.MouseIn(event)
}

// MouseOut is part of desktop.Hoverable.
func (m *mender) MouseOut() {
	m.hint.MouseOut()
	m.Button.MouseOut()
}

// over is told where in the text the mouse is.
func (h *hint) over(at page.Point) {
	d := h.under(at)
	if len(d) == 0 {
		h.leave()
		return
	}
	if r := d[0].Range; r != h.wanted {
		h.cancel()
		h.wanted = r
		if h.Visible() && h.about == r {
			return
		}
		h.stop = after(hintDelay, func() { h.show(d) })
	}
}

// leave takes the message away soon, unless the mouse comes back.
func (h *hint) leave() {
	h.cancel()
	h.wanted = bulletins.Range{}
	if h.Visible() {
		h.stop = after(hintStay, h.hide)
	}
}

func (h *hint) cancel() {
	if h.stop != nil {
		h.stop()
		h.stop = nil
	}
}

// under are the Diagnostics whose squiggle stands under a point.
func (h *hint) under(at page.Point) (found []bulletins.Diagnostic) {
	e := h.editor
	if len(e.diagnostics) == 0 {
		return nil
	}
	for _, d := range e.troubles(e.view.At(at).Offset) {
		for _, r := range e.view.Rects(d.Range) {
			if at.X >= r.X && at.X <= r.X+r.W && at.Y >= r.Y && at.Y <= r.Y+r.H {
				found = append(found, d)
				break
			}
		}
	}
	return found
}

// hide takes the message away.
func (h *hint) hide() {
	h.cancel()
	h.wanted, h.held = bulletins.Range{}, false
	if h.Visible() {
		h.Hide()
	}
}

// show shows what there is to say, below the text or above it.
func (h *hint) show(found []bulletins.Diagnostic) {
	h.stop = nil
	h.fill(found)
	h.about = found[0].Range
	e := h.editor
	rects := e.view.Rects(h.about)
	if len(rects) == 0 {
		return
	}
	first, last := rects[0], rects[len(rects)-1]
	width := min(hintWidth, e.Size().Width-scrollerWidth)
	h.Resize(fyne.NewSize(width, 0))
	h.Resize(fyne.NewSize(width, h.MinSize().Height))
	x := e.column.x + dips(first.X)
	y := e.column.y + dips(last.Y+last.H-e.top) + 2
	if y+h.Size().Height > e.Size().Height {
		y = max(0, e.column.y+dips(first.Y-e.top)-h.Size().Height-2)
	}
	h.Move(fyne.NewPos(max(0, min(x, e.Size().Width-scrollerWidth-width)), y))
	h.Show()
	h.Refresh()
}

// fill puts the words in.
func (h *hint) fill(found []bulletins.Diagnostic) {
	h.back.FillColor = theme.Color(theme.ColorNameOverlayBackground)
	h.back.StrokeColor = theme.Color(theme.ColorNameInputBorder)
	h.box.RemoveAll()
	for i, d := range found {
		if i == 3 {
			break
		}
		if i > 0 {
			h.box.Add(widget.NewSeparator())
		}
		message, advice := ui.Message(d)
		h.box.Add(wrapped(message, fyne.TextStyle{Bold: true}))
		if advice != "" {
			h.box.Add(wrapped(advice, fyne.TextStyle{}))
		}
		if d.Fix != nil {
			b := newMender(h, ui.Say("editor-fix"), func() {
				h.hide()
				h.editor.mend(d)
				h.editor.TakeFocus()
			})
			h.box.Add(container.New(layout.NewCustomPaddedLayout(0, theme.Padding(), theme.InnerPadding(), 0), container.NewHBox(b)))
		}
	}
}

func wrapped(text string, style fyne.TextStyle) *ui.Text {
	t := ui.NewText(text)
	t.Style.TextStyle = style
	return t
}
