package editor

import (
	"unicode/utf8"

	"safety365/app/drafting"
	"safety365/app/manuscript"
	"safety365/bulletins"
)

// set puts a value into the text.
func (f *form) set(key, value string) {
	e := f.editor
	c, ok := drafting.SetAttr(e.manuscript.Document(), f.at, key, value)
	if ok {
		f.at = e.live(c, f.at)
	}
}

// live makes a change while a form is open on a range, and returns where that range
// is then. Characters typed into a field one after another are undone together.
func (e *Editor) live(c manuscript.Change, at bulletins.Range) bulletins.Range {
	text := e.manuscript.Text()
	tighten(text, &c)
	e.manuscript.Apply(c)
	at.End += len(e.manuscript.Text()) - len(text)
	return at
}

// tighten makes of a change of one place the least that has the same outcome, so that
// the history can join it with the one before.
func tighten(text string, c *manuscript.Change) {
	if len(c.Edits) != 1 {
		return
	}
	edit := &c.Edits[0]
	old := text[edit.Range.Start:edit.Range.End]
	d := differ(old, edit.Text)
	for d.start > 0 && !(begins(old, d.start) && begins(edit.Text, d.start)) {
		d.start--
	}
	for !begins(old, d.old) {
		d.old++
		d.new++
	}
	edit.Range = bulletins.Range{Start: edit.Range.Start + d.start, End: edit.Range.Start + d.old}
	edit.Text = edit.Text[d.start:d.new]
	switch {
	case edit.Range.Start == edit.Range.End:
		c.Mode = manuscript.Typing
	case edit.Text == "":
		c.Mode = manuscript.Deleting
	}
}

// begins says whether a character begins at an offset, or the text ends there.
func begins(text string, at int) bool { return at == len(text) || utf8.RuneStart(text[at]) }
