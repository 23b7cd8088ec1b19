package ime

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Entry is a line or a box of text that takes part in input methods. Every text
// field of the window is one; widget.Entry is not used directly. It draws no
// preedit: the input method shows that beside the caret.
type Entry struct {
	widget.Entry
	// OnKey is asked about a key that the input method left, before the entry acts on
	// it; true means that it is done with. It may be nil.
	OnKey func(*fyne.KeyEvent) bool

	keys    Keys
	holder  fyne.CanvasObject // what of the renderer holds the text
	focused bool
}

var _ Client = (*Entry)(nil)

// NewEntry returns an entry of one line.
func NewEntry() *Entry {
	e := &Entry{}
	e.Wrapping = fyne.TextWrap(fyne.TextTruncateClip)
	e.ExtendBaseWidget(e)
	return e
}

// NewMultiLineEntry returns an entry of several lines.
func NewMultiLineEntry() *Entry {
	e := NewEntry()
	e.MultiLine = true
	return e
}

// CreateRenderer is a private method to Fyne.
func (e *Entry) CreateRenderer() fyne.WidgetRenderer {
	r := e.Entry.CreateRenderer()
	for _, o := range r.Objects() { // a box, its edge, then the text
		if _, ok := o.(fyne.Widget); ok {
			e.holder = o
			break
		}
	}
	return r
}

// Commit puts text at the cursor. It is one step of undo.
func (e *Entry) Commit(text string) {
	if e.Disabled() {
		return
	}
	e.Entry.TypedShortcut(&fyne.ShortcutPaste{Clipboard: &clip{text}})
	e.Refresh() // once more, now that the text has its width: the cursor is scrolled to
}

// Preedit does nothing: the input method shows what is composed.
func (e *Entry) Preedit(string, int) {}

// CaretRect is where the cursor stands in the canvas.
func (e *Entry) CaretRect() (fyne.Position, fyne.Size) {
	pos := e.CursorPosition()
	if e.holder != nil {
		pos = pos.Add(fyne.CurrentApp().Driver().AbsolutePositionForObject(e.holder))
	}
	if s, ok := e.holder.(*container.Scroll); ok {
		pos = pos.Subtract(s.Offset)
	}
	th := e.Theme()
	line := fyne.MeasureText("M", th.Size(theme.SizeNameText), e.TextStyle)
	return pos, fyne.NewSize(th.Size(theme.SizeNameInputBorder), line.Height)
}

func (e *Entry) anchor() fyne.CanvasObject { return e.holder }

// FocusGained is called when the entry gets the keyboard.
func (e *Entry) FocusGained() {
	e.Entry.FocusGained()
	e.focused = true
	e.offer()
}

// offer lets the input method in where it may write.
func (e *Entry) offer() {
	if e.focused && !e.Password && !e.Disabled() {
		Focus(e, false)
	}
}

// FocusLost is called when the keyboard goes elsewhere.
func (e *Entry) FocusLost() {
	Blur(e)
	e.focused = false
	e.Entry.FocusLost()
}

// Enable lets the entry be changed.
func (e *Entry) Enable() {
	e.Entry.Enable()
	e.offer()
}

// Disable keeps the entry as it is.
func (e *Entry) Disable() {
	Blur(e)
	e.Entry.Disable()
}

// MouseDown puts the cursor elsewhere.
func (e *Entry) MouseDown(m *desktop.MouseEvent) {
	Reset(e)
	e.Entry.MouseDown(m)
}

// KeyDown is called when a key goes down.
func (e *Entry) KeyDown(k *fyne.KeyEvent) {
	if !e.keys.Down(e, k) {
		e.Entry.KeyDown(k)
	}
}

// KeyUp is called when a key comes up.
func (e *Entry) KeyUp(k *fyne.KeyEvent) {
	e.keys.Up(e, k)
	e.Entry.KeyUp(k)
}

// AcceptsTab says whether Tab stays in the entry.
func (e *Entry) AcceptsTab() bool { return e.keys.Tab() || e.Entry.AcceptsTab() }

// TypedKey is called for a key that was pressed or repeats.
func (e *Entry) TypedKey(k *fyne.KeyEvent) {
	if e.keys.Typed(e, k) || e.OnKey != nil && e.OnKey(k) || e.pass(k) {
		return
	}
	e.Entry.TypedKey(k)
}

// pass hands a key that means nothing to an entry to the window, as F1 and Escape, and
// says whether it was one.
func (e *Entry) pass(k *fyne.KeyEvent) bool {
	if k.Name != fyne.KeyEscape && !functionKey(k.Name) {
		return false
	}
	if c := fyne.CurrentApp().Driver().CanvasForObject(e); c != nil && c.OnTypedKey() != nil {
		c.OnTypedKey()(k)
	}
	return true
}

// functionKey says whether a key is F1 … F12.
func functionKey(name fyne.KeyName) bool {
	return len(name) >= 2 && name[0] == 'F' && name[1] >= '1' && name[1] <= '9'
}

// TypedRune is called for a character.
func (e *Entry) TypedRune(r rune) {
	if !e.keys.Rune(e, r) {
		e.Entry.TypedRune(r)
	}
}

// TypedShortcut is called for a key with Ctrl or Alt, and by menus.
func (e *Entry) TypedShortcut(s fyne.Shortcut) {
	if !e.keys.Shortcut() {
		e.Entry.TypedShortcut(s)
	}
}

// clip is a clipboard for one paste.
type clip struct{ text string }

func (c *clip) Content() string        { return c.text }
func (c *clip) SetContent(text string) { c.text = text }
