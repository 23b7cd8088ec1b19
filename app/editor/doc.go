// Package editor is the widget in which the officer writes.
//
//	e := editor.New(m, editor.Options{…})
//	window.SetContent(container.NewBorder(e.Toolbar(), nil, nil, nil, e))
//
// An Editor shows what editor/view makes of a manuscript: text that looks like what
// it is, without its marks. It computes nothing about the text itself. What stands
// where is asked of the view; what a key does to the text is asked of drafting; the
// change is given to the manuscript, whose undo knows of everything. The editor is
// told by the manuscript what has changed, so a form, a fix or the fields beside the
// text may change it as well, and the editor follows.
//
// # How it draws
//
// The visible part of the text is one canvas.Raster. Its picture is drawn by
// bulletins/raster from the display list of the view, and only when something of it
// has changed: the caret is a rectangle over it, which blinks without a new picture.
// The caret stops blinking ten seconds after the last key and never blinks without
// the focus, so that an idle window costs nothing.
//
// Lengths of the view are points; one point is one unit of Fyne (dip).
//
// # Keys
//
// Text arrives by TypedRune and from input methods (package ime). Keys with Ctrl or
// Alt arrive as shortcuts. Fyne hands all of them to the widget that has the focus
// and to nobody else, so the editor passes on what it has no use for
// (Options.Shortcut). What can be done is a list of commands (Commands) from which
// the window makes its menus; each stands there with its key, and WPS's own keys work
// beside Typora's where both exist.
package editor
