// Package window puts the parts of the window together and owns what is open.
//
// A Window shows the start page or a desk. A [desk] is a document on which somebody
// works: its manuscript, the proof that makes its pages, its journal and saver, and
// the widgets that show it. Desks of the same folder stay while the window shows
// another, so that going back finds the text, the place and the history.
//
//	keys ─▶ editor ─▶ manuscript.Apply ─▶ parsed text ─┬─▶ editor (at once)
//	                                                   ├─▶ journal (within 250 ms)
//	                                                   ├─▶ proof ─▶ sheets ─▶ preview, problems
//	                                                   └─▶ fields, outline, counts
//
// One goroutine owns all widgets; workers hand over by ui.Do. Parts do not know each
// other: what one wants of another goes through its Options, which are filled here.
// What can be done is one list of commands (commands.go), of which menus, shortcuts
// and the palette are made. When the language or the look changes, the parts are made
// anew around the same manuscripts.
//
// It needs no driver of real windows, so it is built and tested without one; package
// app runs it.
package window
