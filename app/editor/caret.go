package editor

import (
	"image/color"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"safety365/app/ui"
)

const (
	blinkTime = 530 * time.Millisecond
	blinkFor  = 10 * time.Second // after the last key; then the caret stays
)

// after calls f on the goroutine of the widgets, later. Tests put a clock of their
// own in its place, and in that of clock.
var (
	after = func(d time.Duration, f func()) (stop func() bool) {
		return time.AfterFunc(d, func() { ui.Do(f) }).Stop
	}
	clock = time.Now
)

// caret is the line where text goes in. It stands over the picture of the text, so
// that it can blink without a new one.
type caret struct {
	*canvas.Rectangle
	dark  bool // in the dark half of a blink
	since time.Time
	stop  func() bool
}

func newCaret() *caret {
	c := &caret{Rectangle: canvas.NewRectangle(color.Transparent)}
	c.Hidden = true
	return c
}

// wake lights the caret and has it blink from now.
func (e *Editor) wake() {
	e.sleep()
	e.caret.dark = false
	e.placeCaret()
	if e.focused {
		e.caret.since = clock()
		e.caret.stop = after(blinkTime, e.blink)
	}
}

// sleep stops the blinking.
func (e *Editor) sleep() {
	if e.caret.stop != nil {
		e.caret.stop()
		e.caret.stop = nil
	}
}

// blink is half a blink.
func (e *Editor) blink() {
	if e.caret.stop == nil || !e.focused {
		return
	}
	if clock().Sub(e.caret.since) >= blinkFor {
		e.caret.stop = nil
		e.caret.dark = false
		e.placeCaret()
		return
	}
	e.caret.dark = !e.caret.dark
	e.placeCaret()
	e.caret.stop = after(blinkTime, e.blink)
}

// placeCaret moves the caret to its place, if that can be seen.
func (e *Editor) placeCaret() {
	c := e.caret
	if !e.focused || c.dark || e.column.width <= 0 {
		c.show(false)
		return
	}
	pos, size := e.caretPlace()
	if pos.Y+size.Height <= e.column.y || pos.Y >= e.column.y+e.column.height {
		c.show(false)
		return
	}
	if pos.Y < e.column.y { // partly under the bar
		size.Height -= e.column.y - pos.Y
		pos.Y = e.column.y
	}
	size.Width = max(1.5, size.Width)
	if c.Position() != pos {
		c.Move(pos)
	}
	if c.Size() != size {
		c.Resize(size)
	}
	c.show(true)
}

// show shows or hides the caret, and leaves it alone when it is so already: each
// change has the whole window painted.
func (c *caret) show(on bool) {
	switch {
	case on && c.Hidden:
		c.Show()
	case !on && !c.Hidden:
		c.Hide()
	}
}

// caretSeen says whether the caret stands in what can be seen.
func (e *Editor) caretSeen() bool {
	at := e.view.Caret(e.manuscript.Selection().Caret)
	return at.Y >= e.top && at.Y+at.H <= e.top+e.height()
}

// caretPlace is where the caret stands in the widget.
func (e *Editor) caretPlace() (fyne.Position, fyne.Size) {
	offset := e.manuscript.Selection().Caret
	if e.pointer.carrying && e.pointer.dragged {
		offset = e.pulled()
	}
	at := e.view.Caret(offset)
	return fyne.NewPos(e.column.x+dips(at.X), e.column.y+dips(at.Y-e.top)), fyne.NewSize(dips(at.W), dips(at.H))
}
