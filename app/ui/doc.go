// Package ui holds what all parts of the window share: the language of its words,
// the way back to the goroutine that owns the widgets, and workers whose panics do
// not lose anybody's text.
//
// One goroutine owns the widgets. A worker is started by Go and hands its result
// over by Do; it never touches a widget itself. The parts of the window are made
// anew when the language changes, so a part asks for its words once, by Say, when
// it is made.
package ui
