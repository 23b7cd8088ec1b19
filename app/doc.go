// Package app runs the window (package app/window) on Fyne's driver, which needs a C
// compiler and OpenGL, and says in words that everybody can read when there can be
// none. With -tags headless it is a stub, so that the program is built in pure Go.
//
// The parts of the window are the packages below: command (what can be done), editor
// (the text), preview and proof (its pages), fields, styling, panels, library, export,
// and what they stand on: manuscript, drafting, keeping, press, ime, look, ui.
package app
