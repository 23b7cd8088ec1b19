package ui

import (
	"fmt"
	"runtime/debug"

	"fyne.io/fyne/v2"
)

// Do runs f on the goroutine that owns the widgets, soon and in order. Tests put
// a runner of their own in its place before they make a part.
var Do = fyne.Do

// Crashed is told of a panic in a worker. The window saves what is open, writes a
// report and says so.
var Crashed = func(what string) { panic(what) }

// Go runs f on a goroutine of its own. A panic in it goes to Crashed.
func Go(f func()) {
	go Guard(f)
}

// Guard runs f and hands a panic in it to Crashed.
func Guard(f func()) {
	defer func() {
		if r := recover(); r != nil {
			Crashed(fmt.Sprintf("%v\n\n%s", r, debug.Stack()))
		}
	}()
	f()
}
