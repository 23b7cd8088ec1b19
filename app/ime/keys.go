package ime

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// Keys makes Filter's keys of the calls that Fyne makes on the focused widget. A
// client holds one and asks it first in each of the methods named below; true means
// that the key is done with.
//
// Fyne tells of a key in pieces. A letter is a KeyDown, a TypedKey by its name and a
// TypedRune; the rune is what counts. A key with Ctrl or Alt is a KeyDown and then a
// menu's action or a TypedShortcut, so it is offered when it goes down. Repeats have
// no KeyDown.
type Keys struct {
	code  int          // of the last key that went down or was repeated
	asked fyne.KeyName // the key that was offered when it went down
	taken bool         // and what was said to it
}

// Down is asked in KeyDown. A modifier is never done with: the widget hears of it too.
func (k *Keys) Down(c Client, e *fyne.KeyEvent) bool {
	k.code, k.asked, k.taken = e.Physical.ScanCode, "", false
	took = false
	mods := held()
	if own, ok := modifiers[e.Name]; ok {
		Filter(c, Key{Name: e.Name, Code: k.code, Mods: mods &^ own})
		return false
	}
	if mods&^fyne.KeyModifierShift != 0 || e.Name == fyne.KeyTab {
		k.asked = e.Name
		k.taken = Filter(c, Key{Name: e.Name, Code: k.code, Mods: mods})
		took = k.taken
	}
	return k.taken
}

// Up is asked in KeyUp, which always goes on to the widget.
func (k *Keys) Up(c Client, e *fyne.KeyEvent) {
	k.asked, k.taken, took = "", false, false
	Filter(c, Key{Name: e.Name, Code: e.Physical.ScanCode, Mods: held() | modifiers[e.Name], Up: true})
}

// Typed is asked in TypedKey.
func (k *Keys) Typed(c Client, e *fyne.KeyEvent) bool {
	k.code = e.Physical.ScanCode
	if k.asked != "" && k.asked == e.Name {
		return k.taken
	}
	return functions[e.Name] && Filter(c, Key{Name: e.Name, Code: k.code, Mods: held()})
}

// Rune is asked in TypedRune.
func (k *Keys) Rune(c Client, r rune) bool {
	return Filter(c, Key{Rune: r, Code: k.code, Mods: held()})
}

// Taken says whether the key that is down was taken by an input method. Fyne gives a
// key to the main menu before a widget has its say; a menu's action that came by its
// key, and not by a click, does nothing if so.
func Taken() bool { return took }

var took bool

// Shortcut is asked in TypedShortcut.
func (k *Keys) Shortcut() bool { return k.taken }

// Tab says whether the Tab that just went down was taken. A client that Tab leaves
// says so in AcceptsTab, so that the focus stays where it is.
func (k *Keys) Tab() bool { return k.taken && k.asked == fyne.KeyTab }

// held returns the modifiers that are held down. Tests put their own in its place.
var held = func() fyne.KeyModifier {
	app := fyne.CurrentApp()
	if app == nil {
		return 0
	}
	if d, ok := app.Driver().(desktop.Driver); ok {
		return d.CurrentKeyModifiers()
	}
	return 0
}

// modifiers are the keys that change others, and how.
var modifiers = map[fyne.KeyName]fyne.KeyModifier{
	desktop.KeyShiftLeft:    fyne.KeyModifierShift,
	desktop.KeyShiftRight:   fyne.KeyModifierShift,
	desktop.KeyControlLeft:  fyne.KeyModifierControl,
	desktop.KeyControlRight: fyne.KeyModifierControl,
	desktop.KeyAltLeft:      fyne.KeyModifierAlt,
	desktop.KeyAltRight:     fyne.KeyModifierAlt,
	desktop.KeySuperLeft:    fyne.KeyModifierSuper,
	desktop.KeySuperRight:   fyne.KeyModifierSuper,
	desktop.KeyCapsLock:     0,
}

// functions are the keys that type no character.
var functions = map[fyne.KeyName]bool{
	fyne.KeyBackspace: true, fyne.KeyDelete: true, fyne.KeyInsert: true,
	fyne.KeyReturn: true, fyne.KeyEnter: true, fyne.KeyTab: true, fyne.KeyEscape: true,
	fyne.KeyLeft: true, fyne.KeyRight: true, fyne.KeyUp: true, fyne.KeyDown: true,
	fyne.KeyHome: true, fyne.KeyEnd: true, fyne.KeyPageUp: true, fyne.KeyPageDown: true,
	fyne.KeyF1: true, fyne.KeyF2: true, fyne.KeyF3: true, fyne.KeyF4: true,
	fyne.KeyF5: true, fyne.KeyF6: true, fyne.KeyF7: true, fyne.KeyF8: true,
	fyne.KeyF9: true, fyne.KeyF10: true, fyne.KeyF11: true, fyne.KeyF12: true,
	desktop.KeyMenu: true,
}
