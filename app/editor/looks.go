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
		if e.next != nil {
			l.look.Inlines = *e.next
		}
	}
	return e.looks.look
}

// toggle gives what is selected a look or takes it away; with nothing selected it is
// the word round the caret, or what is typed next.
func (e *Editor) toggle(look drafting.Inline) {
	doc, sel := e.now()
	l := e.Look()
	if !sel.Empty() || e.settings.Source || l.Role == drafting.CodeBlock || drafting.InWord(doc, sel.Caret) {
		e.apply(drafting.Toggle(doc, sel, look))
		return
	}
	inlines := l.Inlines ^ 1<<look
	e.next, e.looks.known = &inlines, false
	e.moved()
}
