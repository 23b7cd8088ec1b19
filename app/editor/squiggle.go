package editor

import (
	"slices"

	"safety365/app/drafting"
	"safety365/app/editor/view"
	"safety365/bulletins"
)

// SetDiagnostics says what there is to say about the text as it is now. Until they
// are said anew they move with the text.
func (e *Editor) SetDiagnostics(all []bulletins.Diagnostic) {
	e.diagnostics = slices.Clone(all)
	slices.SortStableFunc(e.diagnostics, func(a, b bulletins.Diagnostic) int { return a.Range.Start - b.Range.Start })
	e.update()
}

// squiggles are the wavy lines under what Diagnostics are about.
func squiggles(all []bulletins.Diagnostic) []view.Squiggle {
	lines := make([]view.Squiggle, 0, len(all))
	for _, d := range all {
		if d.Range.End > d.Range.Start {
			lines = append(lines, view.Squiggle{Range: d.Range, Severity: d.Severity})
		}
	}
	return lines
}

// troubles are the Diagnostics at an offset, the gravest first.
func (e *Editor) troubles(offset int) (found []bulletins.Diagnostic) {
	for _, d := range e.diagnostics {
		if d.Range.Start <= offset && offset <= d.Range.End {
			found = append(found, d)
		}
	}
	slices.SortStableFunc(found, func(a, b bulletins.Diagnostic) int { return int(b.Severity) - int(a.Severity) })
	return found
}

// fix makes the first edit that mends something at an offset.
func (e *Editor) fix(offset int) bool {
	for _, d := range e.troubles(offset) {
		if e.mend(d) {
			return true
		}
	}
	return false
}

// mend makes a Diagnostic's edit. The edit counts in the text that it was made for;
// when that has moved, its text has moved with the Diagnostic.
func (e *Editor) mend(d bulletins.Diagnostic) bool {
	if d.Fix == nil || d.Fix.Range.End > len(e.manuscript.Text()) {
		return false
	}
	return e.apply(drafting.Fix(e.manuscript.Document(), d.Fix))
}
