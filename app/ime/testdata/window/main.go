// Command window is a window with one client that draws preedit and one Entry, for
// ../fcitx.sh. What happens in it is told on the standard output.
package main

import (
	"fmt"
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"safety365/app/ime"
)

func main() {
	ime.Prepare()
	a := app.NewWithID("safety365.ime.test")
	w := a.NewWindow("ime-test")
	stop := ime.Start(w)
	defer stop()

	b := newBoard()
	e := &field{Entry: ime.NewEntry()}
	e.OnCursorChanged = e.tell
	e.OnChanged = func(text string) { fmt.Printf("entry text=%q\n", text) }
	e.OnSubmitted = func(text string) { fmt.Printf("entry submitted=%q\n", text) }
	more := ime.NewMultiLineEntry()
	more.OnChanged = func(text string) { fmt.Printf("more text=%q\n", text) }
	choice := ime.NewSelectEntry([]string{"安全", "生产"})
	choice.OnChanged = func(text string) { fmt.Printf("choice text=%q\n", text) }
	w.SetContent(container.NewGridWithRows(4, b, container.NewVBox(e.Entry), more, container.NewVBox(choice)))
	w.SetMainMenu(fyne.NewMainMenu(fyne.NewMenu("File")))
	w.Resize(fyne.NewSize(600, 400))
	w.ShowAndRun()
}

// field is an entry that tells where its caret is.
type field struct{ *ime.Entry }

func (f *field) tell() {
	pos, size := f.CaretRect()
	fmt.Printf("entry caret at %.0f,%.0f\n", pos.X, pos.Y+size.Height)
}

// board is a line of text with a caret at its end.
type board struct {
	widget.BaseWidget
	keys          ime.Keys
	text, preedit string
	caret         int
	line          *canvas.Text
	mark, bar     *canvas.Line
}

func newBoard() *board {
	b := &board{}
	b.line = canvas.NewText("", color.Black)
	b.mark, b.bar = canvas.NewLine(color.Black), canvas.NewLine(color.RGBA{R: 255, A: 255})
	b.ExtendBaseWidget(b)
	return b
}

func (b *board) CreateRenderer() fyne.WidgetRenderer {
	back := canvas.NewRectangle(color.White)
	return widget.NewSimpleRenderer(container.NewStack(back, container.NewWithoutLayout(b.line, b.mark, b.bar)))
}

func (b *board) width(text string) float32 {
	return fyne.MeasureText(text, b.line.TextSize, b.line.TextStyle).Width
}

func (b *board) show(what string) {
	fmt.Printf("board %s text=%q preedit=%q caret=%d\n", what, b.text, b.preedit, b.caret)
	b.line.Text = b.text + b.preedit
	b.line.Move(fyne.NewPos(10, 10))
	b.line.Refresh()
	from, to := 10+b.width(b.text), 10+b.width(b.text+b.preedit)
	b.mark.Position1, b.mark.Position2 = fyne.NewPos(from, 30), fyne.NewPos(to, 30)
	b.mark.Refresh()
	x := b.caretX()
	b.bar.Position1, b.bar.Position2 = fyne.NewPos(x, 10), fyne.NewPos(x, 30)
	b.bar.Refresh()
	ime.Moved(b)
}

func (b *board) caretX() float32 {
	return 10 + b.width(b.text+b.preedit[:max(min(b.caret, len(b.preedit)), 0)])
}

func (b *board) Commit(text string) { b.text += text; b.show("commit") }
func (b *board) Preedit(text string, caret int) {
	b.preedit, b.caret = text, caret
	b.show("preedit")
}

func (b *board) CaretRect() (fyne.Position, fyne.Size) {
	pos := fyne.CurrentApp().Driver().AbsolutePositionForObject(b)
	pos, size := pos.AddXY(b.caretX(), 10), fyne.NewSize(1, 20)
	fmt.Printf("board caret at %.0f,%.0f\n", pos.X, pos.Y+size.Height)
	return pos, size
}

func (b *board) Tapped(*fyne.PointEvent) {
	fyne.CurrentApp().Driver().CanvasForObject(b).Focus(b)
	ime.Reset(b)
}

func (b *board) FocusGained() { ime.Focus(b, true); b.show("focused") }
func (b *board) FocusLost()   { ime.Blur(b); b.show("left") }

func (b *board) KeyDown(e *fyne.KeyEvent) { b.keys.Down(b, e) }
func (b *board) KeyUp(e *fyne.KeyEvent)   { b.keys.Up(b, e) }

func (b *board) TypedKey(e *fyne.KeyEvent) {
	if b.keys.Typed(b, e) {
		return
	}
	if r := []rune(b.text); e.Name == fyne.KeyBackspace && len(r) > 0 {
		b.text = string(r[:len(r)-1])
		b.show("backspace")
	}
	if e.Name == fyne.KeyEscape || e.Name == fyne.KeyReturn {
		b.show(string(e.Name))
	}
}

func (b *board) TypedRune(r rune) {
	if !b.keys.Rune(b, r) {
		b.text += string(r)
		b.show("rune")
	}
}

func (b *board) TypedShortcut(s fyne.Shortcut) {
	if !b.keys.Shortcut() {
		b.show("shortcut " + s.ShortcutName())
	}
}

var _ desktop.Keyable = (*board)(nil)
