// Package ime lets people write with the input methods of their system, in the
// document's editor and in every text field of the window.
//
// Fyne knows nothing of input methods: it has no preedit, never says where the caret
// is, and under X11 and macOS it hands on keys that belong to a composition, so that
// BackSpace takes a letter of pinyin and one of the text. Here the keys are offered
// to the input method first.
//
// What text is composed in is a [Client]. An [Entry] is one, complete: it takes the
// place of widget.Entry everywhere, and the input method shows in a window of its own
// what is composed. The editor draws that itself. It calls [Focus] and [Blur] when
// the keyboard comes and goes, [Moved] when its caret does, [Reset] at a click, and
// asks its [Keys] first in KeyDown, KeyUp, TypedKey, TypedRune and TypedShortcut. A
// space is inserted by TypedRune, not by TypedKey, which comes too. A preedit is ended
// before its text is committed.
//
// [Prepare] comes before Fyne's app is made, [Start] after a window is, before or
// after it is shown.
//
// # Linux
//
// fcitx5 (and fcitx 4) and ibus are spoken to over D-Bus, as toolkits do, and XIM is
// switched off for our windows; programs that we start find XMODIFIERS as it was. The
// environment says which of the two is asked first (XMODIFIERS, GTK_IM_MODULE,
// QT_IM_MODULE); if it names a third one, or there is no bus, XIM stays with all its
// faults. Each key waits a second for its answer, those after an unanswered one a fifth
// of that. A service that does not answer three keys in a row, or that went away, is
// done without, and found again when it is back.
//
// An answer and what was said before it are read from one connection in one order.
// So a commit stands in the text before the key that brought it about, however fast
// somebody types; see link.
//
// Under Wayland no program learns where its windows are. The caret is told from the
// window's corner, and it is up to the service what it makes of that; candidates may
// stand elsewhere. That was not tried on a real Wayland desktop.
//
// # Windows
//
// The system asks input methods itself, so nothing happens in Filter. A procedure
// stands before the window's own: it says where the caret is, in all the ways that
// input methods ask for it, hands preedit to clients that draw it and takes what
// they are given. In an Entry the system shows the composition at the caret, and text
// arrives as typed characters. Tested under Wine, not yet with the methods of a
// Chinese Windows.
//
// # macOS
//
// Nothing is done: it would take code in Objective-C. Chinese can be written, but
// candidates stand in the window's corner, and BackSpace, Return and the arrows act on
// the text too while something is composed.
package ime
