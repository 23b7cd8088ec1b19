package editor

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"safety365/app/ime"
)

// field is an entry that asks somebody about keys before it takes them, as Escape,
// which closes a bar or a form. The input method comes first: what it composes with
// is no key of ours.
type field struct {
	ime.Entry
	key   func(of *field, k fyne.KeyName, shift bool) bool
	input ime.Keys
	shift bool
	tabs  bool // key is asked about Tab as well
}

func newField(key func(*field, fyne.KeyName, bool) bool) *field {
	f := &field{key: key}
	f.Wrapping = fyne.TextWrap(fyne.TextTruncateClip)
	f.ExtendBaseWidget(f)
	return f
}

// KeyDown is part of desktop.Keyable.
func (f *field) KeyDown(k *fyne.KeyEvent) {
	f.hold(k.Name, true)
	if !f.input.Down(&f.Entry, k) {
		f.Entry.Entry.KeyDown(k)
	}
}

// KeyUp is part of desktop.Keyable.
func (f *field) KeyUp(k *fyne.KeyEvent) {
	f.hold(k.Name, false)
	f.input.Up(&f.Entry, k)
	f.Entry.Entry.KeyUp(k)
}

func (f *field) hold(k fyne.KeyName, down bool) {
	if k == desktop.KeyShiftLeft || k == desktop.KeyShiftRight {
		f.shift = down
	}
}

// FocusLost is part of fyne.Focusable.
func (f *field) FocusLost() {
	f.shift = false
	f.Entry.FocusLost()
}

// AcceptsTab is part of fyne.Tabbable.
func (f *field) AcceptsTab() bool { return f.tabs || f.input.Tab() }

// TypedKey is part of fyne.Focusable.
func (f *field) TypedKey(k *fyne.KeyEvent) {
	if !f.input.Typed(&f.Entry, k) && !f.key(f, k.Name, f.shift) {
		f.Entry.Entry.TypedKey(k)
		ime.Moved(&f.Entry)
	}
}

// TypedRune is part of fyne.Focusable.
func (f *field) TypedRune(r rune) {
	if !f.input.Rune(&f.Entry, r) {
		f.Entry.Entry.TypedRune(r)
		ime.Moved(&f.Entry)
	}
}

// TypedShortcut is part of fyne.Shortcutable.
func (f *field) TypedShortcut(s fyne.Shortcut) {
	if !f.input.Shortcut() {
		f.Entry.Entry.TypedShortcut(s)
	}
}
