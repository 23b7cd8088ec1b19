package window

import (
	"safety365/app/manuscript"
	"safety365/app/ui"
	"safety365/bulletins"
)

// fixable says whether some problem has a known remedy.
func (w *Window) fixable() bool {
	if w.desk == nil {
		return false
	}
	for _, p := range w.desk.problemsNow() {
		if mendable(p) {
			return true
		}
	}
	return false
}

// mendable says whether a problem has a remedy that needs no second look. What intake
// only guessed, or asks to be looked at, has to be confirmed one by one.
func mendable(d bulletins.Diagnostic) bool {
	return d.Fix != nil && d.Code != "intake-mark" && d.Code != "import-warning"
}

// fixAll mends all that can be mended, in one step that can be undone.
func (w *Window) fixAll() {
	d := w.desk
	if d.sheets.Generation != d.text.Generation() {
		return
	}
	var edits []manuscript.Edit
	end := -1
	for _, p := range d.sheets.Diagnostics {
		if mendable(p) && p.Fix.Range.Start > end {
			edits = append(edits, manuscript.Edit{Range: p.Fix.Range, Text: p.Fix.Text})
			end = p.Fix.Range.End
		}
	}
	d.text.Apply(manuscript.Change{Edits: edits, After: d.text.Selection()})
}

// nextProblem goes to the first problem behind the caret, or to the first of all.
func (w *Window) nextProblem() {
	if w.desk == nil || len(w.desk.problemsNow()) == 0 {
		return
	}
	all := w.desk.problemsNow()
	next := all[0]
	for _, p := range all {
		if p.Range.Start > w.desk.text.Selection().Caret {
			next = p
			break
		}
	}
	w.desk.editor.Reveal(next.Range.Start)
	message, _ := ui.Message(bulletins.Diagnostic(next))
	w.desk.status.SetNote(message)
}
