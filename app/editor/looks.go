package editor

import (
	"safety365/app/drafting"
	"safety365/app/manuscript"
)

// looks is what drafting says of a selection, kept until something changes: menus
// and toolbar ask many times.
type looks struct {
	known      bool
	generation uint64
	selection  manuscript.Selection
	look       drafting.Look
}

// Look returns what holds at the caret.
func (e *Editor) Look() drafting.Look {
	generation, sel := e.manuscript.Generation(), e.manuscript.Selection()
	if l := &e.looks; !l.known || l.generation != generation || l.selection != sel {
		*l = looks{true, generation, sel, drafting.Looks(e.manuscript.Document(), sel)}
	}
	return e.looks.look
}
