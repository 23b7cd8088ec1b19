package ime

import "fyne.io/fyne/v2"

// Client is what text is composed in: the document's editor, or an Entry. All its
// methods are called on the goroutine that owns the widgets.
type Client interface {
	// Commit puts text at the caret, in place of the selection.
	Commit(text string)
	// Preedit shows text that is being composed at the caret; "" ends it. It is no
	// part of the document. caret counts bytes in text; -1: none is shown. Only a
	// client that said that it draws hears of it.
	Preedit(text string, caret int)
	// CaretRect is where the caret stands in the canvas of its window.
	CaretRect() (fyne.Position, fyne.Size)
}

// Key is one movement of a key as Fyne tells of it.
type Key struct {
	Name fyne.KeyName     // "" for a character
	Rune rune             // the character; 0: the key is known by its name
	Code int              // of the hardware
	Mods fyne.KeyModifier // that are held
	Up   bool
}

// method is the way to the input methods of one system. It is used on the
// goroutine that owns the widgets alone.
type method interface {
	prepare()
	start(fyne.Window) (stop func())
	focus(c Client, draws bool)
	blur(Client)
	moved(Client)
	filter(Client, Key) bool
	reset(Client)
}

// system is the way that is gone. Tests put one of their own in its place.
var system = newMethod()

// Prepare chooses the way to the input methods. It comes before Fyne's app is made.
func Prepare() { system.prepare() }

// Start connects a window to the system's input methods, if there are any; stop
// takes it from them again.
func Start(w fyne.Window) (stop func()) { return system.start(w) }

// Focus says that c has the keyboard now. If draws, it shows preedit itself; else
// the input method does so in a window of its own.
func Focus(c Client, draws bool) { system.focus(c, draws) }

// Blur says that c lost the keyboard. What was composed in it is ended first.
func Blur(c Client) { system.blur(c) }

// Moved says that the caret of c stands elsewhere, or that its window was scrolled.
func Moved(c Client) { system.moved(c) }

// Filter offers a key to the input method. If it was taken, the client does
// nothing about it. Commits that belong to earlier keys are made before it returns.
func Filter(c Client, k Key) (taken bool) { return system.filter(c, k) }

// Reset gives up what is composed in c, as when the caret is put elsewhere by a click.
func Reset(c Client) { system.reset(c) }
